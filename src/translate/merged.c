#include "translate/merged.h"

#include "translate/gettext_file.h"
#include "translate/gettext_message.h"

#include <stdbool.h>
#include <string.h>

typedef struct Sides {
    po_file_t before, after;
    GHashTable *known; /* keys of what was in use before, to its message */
    GHashTable *now;   /* keys of everything that is there after, to its message */
    GHashTable *words; /* every translation and line of comment that is there after */
    bool put_back;     /* something was */
} Sides;

/* --- going through a file ----------------------------------------------------------------- */

typedef void Visit(po_message_t message, Sides *sides, Merged *merged);

/* Every message but the header. */
static void
visit(po_file_t file, Visit *each, Sides *sides, Merged *merged)
{
    po_message_iterator_t at = po_message_iterator(file, NULL);
    po_message_t message;

    while ((message = po_next_message(at)) != NULL)
        if (*po_message_msgid(message) != '\0')
            each(message, sides, merged);
    po_message_iterator_free(at);
}

/* --- what there is ------------------------------------------------------------------------ */

static void
note_before(po_message_t message, Sides *sides, Merged *merged)
{
    (void) merged;
    if (!po_message_is_obsolete(message))
        g_hash_table_insert(sides->known, gettext_message_key(message), message);
}

static void
note_words(po_message_t message, Sides *sides)
{
    g_auto(GStrv) lines = g_strsplit(po_message_comments(message), "\n", -1);
    const char *form;

    for (int i = 0; (form = gettext_message_form(message, i)) != NULL; i++)
        g_hash_table_add(sides->words, g_strdup(form));
    for (int i = 0; lines[i] != NULL; i++)
        g_hash_table_add(sides->words, g_strdup(lines[i]));
}

static void
note_after(po_message_t message, Sides *sides, Merged *merged)
{
    (void) merged;
    g_hash_table_insert(sides->now, gettext_message_key(message), message);
    note_words(message, sides);
}

/* --- what has changed --------------------------------------------------------------------- */

static void
add_context(GPtrArray *contexts, po_message_t message)
{
    const char *context = po_message_msgctxt(message);

    g_ptr_array_add(contexts, g_strdup(context != NULL ? context : po_message_msgid(message)));
}

static void
judge_after(po_message_t message, Sides *sides, Merged *merged)
{
    g_autofree char *key = gettext_message_key(message);
    const po_message_t was = g_hash_table_lookup(sides->known, key);
    bool fuzzy = po_message_is_fuzzy(message) != 0;

    if (po_message_is_obsolete(message))
        return;
    merged->count++;
    merged->translated += gettext_message_is_translated(message) && !fuzzy;
    if (gettext_message_is_translated(message) && fuzzy &&
        (was == NULL || !po_message_is_fuzzy(was)))
        add_context(merged->fuzzy, message);
    if (was == NULL && !gettext_message_is_translated(message))
        add_context(merged->added, message);
}

/* What a fuzzy entry was made of is not gone. */
static void
note_origin(po_message_t message, Sides *sides, Merged *merged)
{
    const char *msgid = po_message_prev_msgid(message);

    (void) merged;
    if (msgid == NULL || po_message_is_obsolete(message))
        return;
    g_autofree char *key = gettext_key(po_message_prev_msgctxt(message), msgid);
    g_hash_table_insert(sides->known, g_steal_pointer(&key), NULL);
}

static void
judge_before(po_message_t message, Sides *sides, Merged *merged)
{
    g_autofree char *key = gettext_message_key(message);
    const po_message_t now = g_hash_table_lookup(sides->now, key);

    if (!po_message_is_obsolete(message) && g_hash_table_lookup(sides->known, key) != NULL &&
        (now == NULL || po_message_is_obsolete(now)))
        add_context(merged->gone, message);
}

/* --- nothing is lost ---------------------------------------------------------------------- */

/* A comment that keeps the nth form: one line. Free with g_free(). */
static char *
comment_of_form(const char *form, int n)
{
    g_autoptr(GString) line = g_string_new(form);

    g_string_replace(line, "\n", "\\n", 0);
    return g_strdup_printf("msgstr[%d] \"%s\"", n, line->str);
}

/* A plural that has become a single text keeps but one of its forms. */
static void
add_lost_forms(po_message_t message, const Sides *sides, GString *lost)
{
    const char *form;

    for (int i = 0; (form = gettext_message_form(message, i)) != NULL; i++) {
        g_autofree char *line = comment_of_form(form, i);

        if (*form != '\0' && !g_hash_table_contains(sides->words, form) &&
            !g_hash_table_contains(sides->words, line))
            g_string_append_printf(lost, "%s\n", line);
    }
}

static void
add_lost_comments(po_message_t message, const Sides *sides, GString *lost)
{
    g_auto(GStrv) lines = g_strsplit(po_message_comments(message), "\n", -1);

    for (int i = 0; lines[i] != NULL; i++)
        if (*lines[i] != '\0' && !g_hash_table_contains(sides->words, lines[i]))
            g_string_append_printf(lost, "%s\n", lines[i]);
}

static void
add_comments(po_message_t message, const char *comments)
{
    g_autofree char *all = g_strconcat(po_message_comments(message), comments, NULL);

    po_message_set_comments(message, all);
}

/* gettext writes no obsolete entry without a translation: what was remarked on it goes to the top of
 * the file. */
static void
keep_in_header(po_message_t message, Sides *sides, const char *lost)
{
    po_message_t header = gettext_file_find_header(sides->after);
    const char *context = po_message_msgctxt(message);
    g_autofree char *of = g_strdup_printf("(%s) \"%s\":\n%s", context == NULL ? "" : context,
                                          po_message_msgid(message), lost);

    if (header != NULL)
        add_comments(header, of);
}

static void
put_back(po_message_t message, Sides *sides, Merged *merged)
{
    g_autofree char *key = gettext_message_key(message);
    po_message_t now = g_hash_table_lookup(sides->now, key);
    g_autoptr(GString) lost = g_string_new(NULL);

    (void) merged;
    add_lost_comments(message, sides, lost);
    add_lost_forms(message, sides, lost);
    if (lost->len == 0)
        return;
    if (now != NULL)
        add_comments(now, lost->str);
    else if (gettext_message_is_translated(message))
        gettext_file_add_obsolete(sides->after, message);
    else
        keep_in_header(message, sides, lost->str);
    sides->put_back = true;
}

/* --- the whole ---------------------------------------------------------------------------- */

static Merged *
compare(Sides *sides, GBytes *after, const char *path, Diags *diags)
{
    Merged *merged = g_new0(Merged, 1);
    g_autoptr(GError) error = NULL;

    merged->added = g_ptr_array_new_with_free_func(g_free);
    merged->fuzzy = g_ptr_array_new_with_free_func(g_free);
    merged->gone = g_ptr_array_new_with_free_func(g_free);
    visit(sides->before, note_before, sides, merged);
    visit(sides->after, note_after, sides, merged);
    visit(sides->after, judge_after, sides, merged);
    visit(sides->after, note_origin, sides, merged);
    visit(sides->before, judge_before, sides, merged);
    visit(sides->before, put_back, sides, merged);
    merged->bytes =
        sides->put_back ? gettext_file_write(sides->after, &error) : g_bytes_ref(after);
    if (merged->bytes != NULL)
        return merged;
    diag_add(diags, DIAG_CANNOT_WRITE, (Where){ path, 0, 0 }, "%s", error->message);
    merged_free(merged);
    return NULL;
}

Merged *
merged_compare(const char *path, GBytes *before, GBytes *after, Diags *diags)
{
    Sides sides = {
        .before = gettext_file_parse_bytes(path, before, diags),
        .after = gettext_file_parse_bytes(path, after, diags),
        .known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .now = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
    };
    Merged *merged = NULL;

    if (sides.before != NULL && sides.after != NULL)
        merged = compare(&sides, after, path, diags);
    g_hash_table_unref(sides.known);
    g_hash_table_unref(sides.now);
    g_hash_table_unref(sides.words);
    if (sides.before != NULL)
        po_file_free(sides.before);
    if (sides.after != NULL)
        po_file_free(sides.after);
    return merged;
}

void
merged_free(Merged *merged)
{
    if (merged == NULL)
        return;
    g_clear_pointer(&merged->bytes, g_bytes_unref);
    g_ptr_array_unref(merged->added);
    g_ptr_array_unref(merged->fuzzy);
    g_ptr_array_unref(merged->gone);
    g_free(merged);
}
