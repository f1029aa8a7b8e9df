/* `review sign`: notes that a role has read texts and stands for these words. */
#include "command/review.h"

#include "base/csv.h"
#include "base/file.h"
#include "read/read.h"

#include <glib/gi18n.h>
#include <string.h>

static const Where command_line = { NULL, 0, 0 };

/* What is going on record. */
typedef struct Signing {
    Desk *desk;
    Reviewer reviewer;
    Date on;
    GHashTable *on_sheet; /* digests that the reviewer has read; NULL: no sheet was given */
    GArray *texts;        /* SignedText: all that is signed now */
    GHashTable *digests;  /* theirs */
    int signed_before;
} Signing;

/* --- what the reviewer has read ------------------------------------------------------------ */

/* A text with a comment is not approved as it stands. */
static GHashTable *
read_sheet(Desk *desk)
{
    g_autoptr(Csv) csv = csv_load(desk->options->sheet, desk->diags);
    GHashTable *digests = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    int digest = csv == NULL ? -1 : csv_column(csv, "digest");
    int comment = csv == NULL ? -1 : csv_column(csv, "comment");

    if (csv != NULL && (digest < 0 || comment < 0))
        diag_add(desk->diags, DIAG_BAD_TABLE, (Where){ desk->options->sheet, 1, 1 },
                 N_("a sheet has the columns 'digest' and 'comment'"));
    for (guint i = 1; digest >= 0 && comment >= 0 && i < csv->rows->len; i++)
        if (*csv_field(csv, i, comment) == '\0')
            g_hash_table_add(digests, g_strdup(csv_field(csv, i, digest)));
    return digests;
}

/* --- which texts --------------------------------------------------------------------------- */

static bool
is_named(const Options *options, const char *context)
{
    bool found = options->strings[0] == NULL;

    for (int i = 0; !found && options->strings[i] != NULL; i++) {
        g_autofree char *below = g_strconcat(options->strings[i], "/", NULL);

        found = strcmp(context, options->strings[i]) == 0 || g_str_has_prefix(context, below);
    }
    return found;
}

/* A name that is no text's would sign nothing, and nobody would notice. */
static void
check_names(const Signing *signing, const GArray *standings)
{
    const Options *options = signing->desk->options;

    for (int i = 0; options->strings[i] != NULL; i++) {
        const Options one = { .strings = (char *[]){ options->strings[i], NULL } };
        bool found = false;

        for (guint k = 0; !found && k < standings->len; k++)
            found = is_named(&one, g_array_index(standings, Standing, k).message->text->context);
        if (!found)
            diag_add(signing->desk->diags, DIAG_USAGE, command_line,
                     "'%s' is no text that this role signs, and no beginning of one",
                     options->strings[i]);
    }
}

static void
refuse_text(const Signing *signing, const Standing *standing, const char *why)
{
    diag_add(signing->desk->diags, DIAG_NOT_SIGNABLE, standing->message->text->where,
             "'%s' was not signed: %s", standing->message->text->context, _(why));
}

static void
sign_text(Signing *signing, const Standing *standing)
{
    SignedText text = { .statement = standing->statement, .digest = standing->digest };

    if (g_hash_table_contains(signing->digests, text.digest))
        return;
    g_hash_table_add(signing->digests, (gpointer) text.digest);
    g_array_append_val(signing->texts, text);
}

static void
choose_text(Signing *signing, const Standing *standing)
{
    if (!is_named(signing->desk->options, standing->message->text->context))
        return;
    if (standing->state == STANDING_UNTRANSLATED)
        refuse_text(signing, standing, N_("it is not translated"));
    else if (signing->on_sheet != NULL &&
             !g_hash_table_contains(signing->on_sheet, standing->digest))
        refuse_text(signing, standing,
                    N_("it does not stand on the sheet in these words, or it has a comment"));
    else if (standing->state == STANDING_SIGNED)
        signing->signed_before++;
    else
        sign_text(signing, standing);
}

/* --- the file ------------------------------------------------------------------------------ */

/* True when words were signed for a place that is signed anew: they are of the past. */
static bool
is_replaced(const Signing *signing, const GArray *standings, const SignedText *text)
{
    for (guint i = 0; i < standings->len; i++) {
        const Standing *standing = &g_array_index(standings, Standing, i);

        if (standing->before == text && g_hash_table_contains(signing->digests, standing->digest))
            return true;
    }
    return false;
}

static void
keep_signature(const Signing *signing, const GArray *standings, const Signature *signature,
               GArray *signatures)
{
    Signature kept = *signature;
    g_autoptr(GArray) texts = g_array_new(FALSE, FALSE, sizeof(SignedText));

    for (int i = 0; i < signature->texts.count; i++)
        if (!is_replaced(signing, standings, &signature->texts.items[i]))
            g_array_append_val(texts, signature->texts.items[i]);
    kept.texts.items =
        arena_copy(signing->desk->arena, texts->data, texts->len * sizeof(SignedText));
    kept.texts.count = (int) texts->len;
    if (texts->len > 0)
        g_array_append_val(signatures, kept);
}

static void
write_review(const Signing *signing, const GArray *standings)
{
    const Options *options = signing->desk->options;
    const Reviewer *reviewer = &signing->reviewer;
    const char *tag = reviewer->locale == NULL ? NULL : reviewer->locale->tag;
    const Review *old =
        reviews_find(signing->desk->reviews, reviewer->pack, reviewer->role, tag);
    g_autoptr(GArray) signatures = g_array_new(FALSE, FALSE, sizeof(Signature));
    const Signature now = { .by = options->by,
                            .on = signing->on,
                            .scope = options->scope,
                            .texts = { (const SignedText *) signing->texts->data,
                                       (int) signing->texts->len } };
    g_autofree char *name = reviewer_name(reviewer);
    g_autofree char *file = g_strconcat("reviews/", name, ".yaml", NULL);
    g_autofree char *path = desk_path(signing->desk, file);
    g_autoptr(GError) error = NULL;

    for (int i = 0; old != NULL && i < old->signatures.count; i++)
        keep_signature(signing, standings, &old->signatures.items[i], signatures);
    g_array_append_val(signatures, now);
    const Review review = { .role = reviewer->role,
                            .locale = tag,
                            .signatures = { (const Signature *) signatures->data,
                                            (int) signatures->len } };
    g_autoptr(GBytes) bytes = review_to_yaml(&review);
    if (!file_write(path, bytes, &error))
        diag_add(signing->desk->diags, DIAG_CANNOT_WRITE, (Where){ path, 0, 0 }, "%s",
                 error->message);
    else if (!options->quiet)
        printf(ngettext("%s: %u text signed, %d were signed before\n",
                        "%s: %u texts signed, %d were signed before\n", signing->texts->len),
               path, signing->texts->len, signing->signed_before);
}

/* --- the whole ----------------------------------------------------------------------------- */

static bool
read_signer(Signing *signing)
{
    const Options *options = signing->desk->options;
    Diags *diags = signing->desk->diags;

    signing->on = options->today;
    if (options->by == NULL || *options->by == '\0')
        diag_add(diags, DIAG_USAGE, command_line,
                 "say with --by who signs: an organisation, or a role in one");
    if (options->on != NULL && !date_parse(options->on, &signing->on))
        diag_add(diags, DIAG_USAGE, command_line, "--on is '%s'; write it as YYYY-MM-DD",
                 options->on);
    else if (date_compare(signing->on, options->today) > 0)
        diag_add(diags, DIAG_USAGE, command_line, "--on is '%s'; that day has not come yet",
                 options->on);
    return desk_reviewer(signing->desk, &signing->reviewer) && !diags_have_errors(diags);
}

static void
sign_texts(Signing *signing)
{
    Desk *desk = signing->desk;
    g_autoptr(GArray) standings =
        standing_find(desk->messages, desk->reviews, &signing->reviewer, desk->arena);

    check_names(signing, standings);
    if (diags_have_errors(desk->diags))
        return;
    for (guint i = 0; i < standings->len; i++)
        choose_text(signing, &g_array_index(standings, Standing, i));
    if (signing->texts->len > 0)
        write_review(signing, standings);
    else if (!desk->options->quiet)
        printf(_("nothing to sign: %d were signed before\n"), signing->signed_before);
}

void
review_sign(Desk *desk)
{
    Signing signing = { .desk = desk };

    if (!read_signer(&signing))
        return;
    signing.on_sheet = desk->options->sheet == NULL ? NULL : read_sheet(desk);
    signing.texts = g_array_new(FALSE, FALSE, sizeof(SignedText));
    signing.digests = g_hash_table_new(g_str_hash, g_str_equal);
    if (!diags_have_errors(desk->diags))
        sign_texts(&signing);
    g_hash_table_unref(signing.digests);
    g_array_unref(signing.texts);
    if (signing.on_sheet != NULL)
        g_hash_table_unref(signing.on_sheet);
}
