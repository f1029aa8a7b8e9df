/* `review comments`: takes in what reviewers wrote into the table of their sheet, or shows it. */
#include "command/review.h"

#include "base/csv.h"
#include "base/file.h"
#include "read/read.h"

#include <glib/gi18n.h>
#include <string.h>

/* The columns of a sheet that are read back. */
enum { ROLE, LOCALE, CONTEXT, SOURCE, TRANSLATION, DIGEST, COMMENT, ANSWER, COLUMN_COUNT };
static const char *const heads[COLUMN_COUNT] = { "role",        "locale", "context", "source",
                                                 "translation", "digest", "comment", "answer" };

typedef struct Import {
    Desk *desk;
    Csv *csv;
    int columns[COLUMN_COUNT];
    GArray *comments; /* Comment: those there were, then new ones */
    int new, answered;
} Import;

static const char *
field(const Import *import, guint row, int column)
{
    return csv_field(import->csv, row, import->columns[column]);
}

static const char *
or_null(Arena *arena, const char *text)
{
    return *text == '\0' ? NULL : arena_strdup(arena, text);
}

static bool
find_columns(Import *import, const char *path)
{
    for (int i = 0; i < COLUMN_COUNT; i++) {
        import->columns[i] = csv_column(import->csv, heads[i]);
        if (import->columns[i] < 0)
            diag_add(import->desk->diags, DIAG_BAD_TABLE, (Where){ path, 1, 1 },
                     N_("the column '%s' is missing"), heads[i]);
    }
    return !diags_have_errors(import->desk->diags);
}

/* --- one row -------------------------------------------------------------------------------- */

static Comment *
find_comment(const Import *import, const Comment *wanted)
{
    for (guint i = 0; i < import->comments->len; i++) {
        Comment *comment = &g_array_index(import->comments, Comment, i);

        if (strcmp(comment->digest, wanted->digest) == 0 &&
            strcmp(comment->role, wanted->role) == 0 &&
            g_strcmp0(comment->locale, wanted->locale) == 0 &&
            strcmp(comment->comment, wanted->comment) == 0)
            return comment;
    }
    return NULL;
}

static void
add_comment(Import *import, guint row)
{
    Arena *arena = import->desk->arena;
    const char *translation = field(import, row, TRANSLATION);
    const Comment comment = {
        .role = arena_strdup(arena, field(import, row, ROLE)),
        .locale = or_null(arena, field(import, row, LOCALE)),
        .context = arena_strdup(arena, field(import, row, CONTEXT)),
        .words = arena_strdup(arena,
                              *translation != '\0' ? translation : field(import, row, SOURCE)),
        .digest = arena_strdup(arena, field(import, row, DIGEST)),
        .comment = arena_strdup(arena, field(import, row, COMMENT)),
        .answer = or_null(arena, field(import, row, ANSWER)),
    };
    Comment *known = find_comment(import, &comment);

    if (known == NULL) {
        g_array_append_val(import->comments, comment);
        import->new ++;
    } else if (comment.answer != NULL && g_strcmp0(known->answer, comment.answer) != 0) {
        known->answer = comment.answer;
        import->answered++;
    }
}

static bool
is_whole(const Import *import, guint row, const char *path)
{
    bool whole = strlen(field(import, row, DIGEST)) == DIGEST_LENGTH &&
                 *field(import, row, ROLE) != '\0' && *field(import, row, CONTEXT) != '\0';

    if (!whole)
        diag_add(import->desk->diags, DIAG_BAD_TABLE,
                 (Where){ path, g_array_index(import->csv->rows, CsvRow, row).line, 1 },
                 N_("this comment is about no text: role, context or digest is missing"));
    return whole;
}

static void
write_comments(const Import *import)
{
    g_autofree char *path = desk_path(import->desk, "comments.yaml");
    g_autoptr(GBytes) bytes =
        comments_to_yaml((const Comment *) import->comments->data, (int) import->comments->len);
    g_autoptr(GError) error = NULL;

    if (!file_write(path, bytes, &error))
        diag_add(import->desk->diags, DIAG_CANNOT_WRITE, (Where){ path, 0, 0 }, "%s",
                 error->message);
    else if (!import->desk->options->quiet)
        printf(ngettext("%s: %d comment taken in, %d answers\n",
                        "%s: %d comments taken in, %d answers\n", (unsigned long) import->new),
               path, import->new, import->answered);
}

static void
import_comments(Desk *desk, const char *path)
{
    const PackReviews *reviews = reviews_of_pack(desk->reviews, desk->pack);
    g_autoptr(Csv) csv = csv_load(path, desk->diags);
    g_autoptr(GArray) comments = g_array_new(FALSE, FALSE, sizeof(Comment));
    Import import = { .desk = desk, .csv = csv, .comments = comments };

    if (csv == NULL || !find_columns(&import, path))
        return;
    if (reviews->comments.count > 0)
        g_array_append_vals(comments, reviews->comments.items, (guint) reviews->comments.count);
    for (guint i = 1; i < csv->rows->len; i++)
        if (*field(&import, i, COMMENT) != '\0' && is_whole(&import, i, path))
            add_comment(&import, i);
    if (!diags_have_errors(desk->diags))
        write_comments(&import);
}

/* --- what there is -------------------------------------------------------------------------- */

/* Digests of all that could be signed now, by any of the reviewers. */
static GHashTable *
current_digests(Desk *desk)
{
    g_autoptr(GArray) reviewers = desk_reviewers(desk);
    GHashTable *digests = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; i < reviewers->len; i++) {
        g_autoptr(GArray) standings = standing_find(
            desk->messages, desk->reviews, &g_array_index(reviewers, Reviewer, i), desk->arena);

        for (guint k = 0; k < standings->len; k++)
            g_hash_table_add(digests, g_strdup(g_array_index(standings, Standing, k).digest));
    }
    return digests;
}

static void
show_comments(Desk *desk)
{
    const PackReviews *reviews = reviews_of_pack(desk->reviews, desk->pack);
    g_autoptr(GHashTable) current = current_digests(desk);

    for (int i = 0; i < reviews->comments.count; i++) {
        const Comment *comment = &reviews->comments.items[i];
        bool changed = !g_hash_table_contains(current, comment->digest);

        printf("%s%s%s  %s%s\n  \"%s\"\n  > %s\n", comment->role,
               comment->locale == NULL ? "" : "-",
               comment->locale == NULL ? "" : comment->locale, comment->context,
               changed ? _("  (the text has changed since)") : "", comment->words,
               comment->comment);
        printf("  %s\n", comment->answer == NULL ? _("(no answer yet)") : comment->answer);
    }
    if (reviews->comments.count == 0 && !desk->options->quiet)
        printf(_("there are no comments\n"));
}

/* Of the words after the pack's name, or in its place, one that names a table. */
static const char *
find_table(const Options *options)
{
    for (int i = 1; options->words[0] != NULL && options->words[i] != NULL; i++)
        if (g_str_has_suffix(options->words[i], ".csv"))
            return options->words[i];
    return NULL;
}

void
review_comments(Desk *desk)
{
    const char *path = find_table(desk->options);

    if (path != NULL)
        import_comments(desk, path);
    else
        show_comments(desk);
}
