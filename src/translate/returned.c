#include "translate/returned.h"

#include "base/quote.h"
#include "translate/gettext_file.h"
#include "translate/gettext_message.h"
#include "translate/handed.h"

#include <string.h>

enum { QUOTED_CHARACTERS = 60 };

typedef struct Desk {
    const Returning *returning;
    Memory *memory;
    po_file_t received_file, theirs_file, ours_file;
    GHashTable *received, *theirs, *ours; /* messages by key */
    Returned *returned;
    Diags *diags;
} Desk;

/* One message on all its sides. */
typedef struct Trio {
    po_message_t ours, theirs;
    po_message_t received; /* as it came, perhaps with the wording of then; NULL: it did not come */
    char *key;             /* it had then */
    bool late;             /* it has another wording now */
} Trio;

/* --- what a message says ------------------------------------------------------------------ */

static bool
is_empty(po_message_t message)
{
    const char *form;

    for (int i = 0; (form = gettext_message_form(message, i)) != NULL; i++)
        if (form[strspn(form, " \t\n")] != '\0')
            return false;
    return true;
}

static bool
is_fuzzy(po_message_t message)
{
    return po_message_is_fuzzy(message) != 0;
}

static bool
says_the_same(po_message_t a, po_message_t b)
{
    const char *form;
    int i = 0;

    for (; (form = gettext_message_form(a, i)) != NULL; i++)
        if (g_strcmp0(form, gettext_message_form(b, i)) != 0)
            return false;
    return gettext_message_form(b, i) == NULL;
}

static void
note(GPtrArray *contexts, po_message_t message)
{
    const char *context = po_message_msgctxt(message);

    g_ptr_array_add(contexts, g_strdup(context != NULL ? context : po_message_msgid(message)));
}

/* --- the sides of one message ------------------------------------------------------------- */

/* msgmerge says what a fuzzy message was made of. */
static Trio
trio_of(const Desk *desk, po_message_t ours)
{
    g_autofree char *key = gettext_message_key(ours);
    po_message_t theirs = g_hash_table_lookup(desk->theirs, key);
    po_message_t received = g_hash_table_lookup(desk->received, key);
    const char *before = theirs == NULL ? NULL : po_message_prev_msgid(theirs);

    if (received != NULL || before == NULL)
        return (Trio){ ours, theirs, received, g_steal_pointer(&key), false };

    char *earlier = gettext_key(po_message_prev_msgctxt(theirs), before);
    received = g_hash_table_lookup(desk->received, earlier);
    return (Trio){ ours, theirs, received, earlier, true };
}

static bool
she_changed(const Desk *desk, const Trio *trio)
{
    return trio->received == NULL ||
           !memory_has(desk->memory, trio->key, trio->received, is_fuzzy(trio->received));
}

/* A reworded message is fuzzy here only because it was reworded. */
static bool
we_changed(const Desk *desk, const Trio *trio)
{
    return !memory_has(desk->memory, trio->key, trio->ours, is_fuzzy(trio->ours)) &&
           !(trio->late && memory_has(desk->memory, trio->key, trio->ours, false));
}

/* --- taking and keeping ------------------------------------------------------------------- */

static void
take(const Desk *desk, const Trio *trio)
{
    po_message_t to = trio->ours, from = trio->theirs;
    const char *form;

    if (po_message_msgid_plural(to) == NULL)
        po_message_set_msgstr(to, po_message_msgstr(from));
    for (int i = 0; po_message_msgid_plural(to) != NULL &&
                    (form = po_message_msgstr_plural(from, i)) != NULL;
         i++)
        po_message_set_msgstr_plural(to, i, form);
    po_message_set_fuzzy(to, is_fuzzy(from));
    po_message_set_prev_msgctxt(to, po_message_prev_msgctxt(from));
    po_message_set_prev_msgid(to, po_message_prev_msgid(from));
    po_message_set_prev_msgid_plural(to, po_message_prev_msgid_plural(from));
    desk->returned->differs = true;
}

/* Words of hers that have no place any more. */
static void
keep_obsolete(const Desk *desk, po_message_t message)
{
    g_autofree char *key = gettext_message_key(message);

    if (g_hash_table_contains(desk->ours, key))
        return;
    gettext_file_add_obsolete(desk->ours_file, message);
    desk->returned->differs = true;
}

/* Her remarks that we have not. */
static void
add_remarks(const Desk *desk, po_message_t to, po_message_t from)
{
    g_auto(GStrv) ours = g_strsplit(po_message_comments(to), "\n", -1);
    g_auto(GStrv) theirs = g_strsplit(po_message_comments(from), "\n", -1);
    g_autoptr(GString) all = g_string_new(po_message_comments(to));
    gsize length = all->len;

    for (int i = 0; theirs[i] != NULL; i++)
        if (*theirs[i] != '\0' && !g_strv_contains((const char *const *) ours, theirs[i]))
            g_string_append_printf(all, "%s\n", theirs[i]);
    if (all->len == length)
        return;
    po_message_set_comments(to, all->str);
    desk->returned->differs = true;
}

/* --- what is told ------------------------------------------------------------------------- */

static Where
where_of(const Desk *desk, const Trio *trio)
{
    const Returning *returning = desk->returning;
    po_message_t message = trio->received != NULL ? trio->received : trio->theirs;

    return (Where){ returning->path,
                    message_lines_find(returning->lines, po_message_msgctxt(message),
                                       po_message_msgid(message), 0),
                    0 };
}

static void
tell_conflict(const Desk *desk, const Trio *trio)
{
    g_autofree char *here =
        quote_beginning(gettext_message_form(trio->ours, 0), QUOTED_CHARACTERS);
    g_autofree char *there =
        quote_beginning(gettext_message_form(trio->theirs, 0), QUOTED_CHARACTERS);

    if (desk->memory->tag != NULL)
        diag_add(desk->diags, DIAG_PO_CONFLICT, where_of(desk, trio),
                 "'%s' was changed here as well: \"%s\"; what came back, \"%s\", is not taken",
                 po_message_msgctxt(trio->ours), here, there);
    else
        diag_add(desk->diags, DIAG_PO_CONFLICT, where_of(desk, trio),
                 "'%s' is \"%s\" here, and nothing says which is newer; what came back, \"%s\", "
                 "is not taken",
                 po_message_msgctxt(trio->ours), here, there);
}

static void
tell_late(const Desk *desk, const Trio *trio)
{
    g_autofree char *there =
        quote_beginning(gettext_message_form(trio->theirs, 0), QUOTED_CHARACTERS);

    diag_add(desk->diags, DIAG_PO_LATE, where_of(desk, trio),
             "the source of '%s' was reworded and is translated here already; what came back, "
             "\"%s\", is kept as obsolete",
             po_message_msgctxt(trio->ours), there);
}

/* --- deciding ----------------------------------------------------------------------------- */

static void
settle_conflict(const Desk *desk, const Trio *trio)
{
    Preference preference = desk->returning->preference;

    if (preference == PREFER_THEIRS) {
        take(desk, trio);
        note(desk->returned->changed, trio->ours);
        return;
    }
    note(desk->returned->conflicts, trio->ours);
    if (preference == PREFER_NEITHER)
        tell_conflict(desk, trio);
}

static void
settle_late(const Desk *desk, const Trio *trio)
{
    note(desk->returned->late, trio->ours);
    tell_late(desk, trio);
    if (trio->received != NULL)
        keep_obsolete(desk, trio->received);
}

static void
take_and_note(const Desk *desk, const Trio *trio, GPtrArray *contexts)
{
    take(desk, trio);
    note(contexts, trio->ours);
}

static void
settle(const Desk *desk, const Trio *trio)
{
    Returned *returned = desk->returned;
    bool same = says_the_same(trio->ours, trio->theirs);
    bool remembers = desk->memory->tag != NULL;

    if (is_empty(trio->theirs)) {
        if (!is_empty(trio->ours) && trio->received != NULL)
            note(returned->kept, trio->ours);
        return;
    }
    if ((same && is_fuzzy(trio->ours) == is_fuzzy(trio->theirs)) || !she_changed(desk, trio))
        return;
    if (is_empty(trio->ours))
        take_and_note(desk, trio, returned->added);
    else if (trio->late && !is_fuzzy(trio->ours))
        settle_late(desk, trio);
    else if (remembers ? !we_changed(desk, trio)
                       : is_fuzzy(trio->ours) && !is_fuzzy(trio->theirs))
        take_and_note(desk, trio, returned->changed);
    else
        settle_conflict(desk, trio);
}

static void
settle_ours(const Desk *desk, po_message_t ours)
{
    Trio trio = trio_of(desk, ours);

    if (trio.theirs != NULL) {
        settle(desk, &trio);
        add_remarks(desk, ours, trio.theirs);
    }
    desk->returned->count++;
    desk->returned->translated += gettext_message_is_translated(ours) && !is_fuzzy(ours);
    g_free(trio.key);
}

/* --- the whole file ----------------------------------------------------------------------- */

/* Messages of @file but its header, in use or obsolete. */
static GPtrArray *
list(po_file_t file, bool obsolete)
{
    GPtrArray *messages = g_ptr_array_new();
    po_message_iterator_t at = po_message_iterator(file, NULL);
    po_message_t message;

    while ((message = po_next_message(at)) != NULL)
        if (*po_message_msgid(message) != '\0' &&
            (po_message_is_obsolete(message) != 0) == obsolete)
            g_ptr_array_add(messages, message);
    po_message_iterator_free(at);
    return messages;
}

static void
settle_gone(const Desk *desk)
{
    g_autoptr(GPtrArray) gone = list(desk->theirs_file, true);

    for (guint i = 0; i < gone->len; i++) {
        g_autofree char *key = gettext_message_key(gone->pdata[i]);

        if (is_empty(gone->pdata[i]) || g_hash_table_contains(desk->ours, key))
            continue;
        note(desk->returned->gone, gone->pdata[i]);
        keep_obsolete(desk, gone->pdata[i]);
    }
}

/* Who translated it, and when, as her editor wrote it. */
static void
take_header(const Desk *desk)
{
    static const char *const fields[] = { "PO-Revision-Date", "Last-Translator",
                                          "Language-Team" };
    po_message_t to = gettext_file_find_header(desk->ours_file);
    po_message_t from = gettext_file_find_header(desk->theirs_file);

    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
        g_autofree char *value = po_header_field(po_message_msgstr(from), fields[i]);

        if (value != NULL && *value != '\0')
            gettext_header_set(to, fields[i], value);
    }
    add_remarks(desk, to, from);
}

static bool
open_sides(Desk *desk)
{
    const Returning *returning = desk->returning;

    desk->received_file =
        gettext_file_parse_bytes(returning->path, returning->received, desk->diags);
    desk->theirs_file =
        gettext_file_parse_bytes(returning->path, returning->theirs, desk->diags);
    desk->ours_file = gettext_file_parse_bytes(returning->path, returning->ours, desk->diags);
    if (desk->received_file == NULL || desk->theirs_file == NULL || desk->ours_file == NULL)
        return false;
    desk->received = gettext_file_index(desk->received_file);
    desk->theirs = gettext_file_index(desk->theirs_file);
    desk->ours = gettext_file_index(desk->ours_file);
    desk->memory = memory_new(po_message_msgstr(gettext_file_find_header(desk->received_file)));
    return true;
}

static void
close_sides(Desk *desk)
{
    g_clear_pointer(&desk->received_file, po_file_free);
    g_clear_pointer(&desk->theirs_file, po_file_free);
    g_clear_pointer(&desk->ours_file, po_file_free);
    g_clear_pointer(&desk->received, g_hash_table_unref);
    g_clear_pointer(&desk->theirs, g_hash_table_unref);
    g_clear_pointer(&desk->ours, g_hash_table_unref);
    memory_free(desk->memory);
}

static void
settle_all(const Desk *desk)
{
    g_autoptr(GPtrArray) messages = list(desk->ours_file, false);
    Returned *returned = desk->returned;
    g_autoptr(GError) error = NULL;

    for (guint i = 0; i < messages->len; i++)
        settle_ours(desk, messages->pdata[i]);
    settle_gone(desk);
    if (returned->differs)
        take_header(desk);
    returned->bytes = returned->differs ? gettext_file_write(desk->ours_file, &error)
                                        : g_bytes_ref(desk->returning->ours);
    if (returned->bytes == NULL)
        diag_add(desk->diags, DIAG_CANNOT_WRITE, (Where){ desk->returning->path, 0, 0 }, "%s",
                 error->message);
}

Returned *
returned_merge(const Returning *returning, Diags *diags)
{
    Desk desk = { .returning = returning, .diags = diags };
    g_autoptr(Returned) returned = returned_new();

    desk.returned = returned;
    if (open_sides(&desk))
        settle_all(&desk);
    close_sides(&desk);
    return returned->bytes == NULL ? NULL : g_steal_pointer(&returned);
}
