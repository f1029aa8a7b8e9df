/* One PO file to entries: libgettextpo reads it, we check it and keep what can be used. */
#include "translate/catalog.h"

#include "translate/entry.h"
#include "translate/gettext_file.h"
#include "translate/lint.h"

#include <glib/gi18n.h>
#include <string.h>

enum { LARGEST_FILE = 4 * 1024 * 1024 };

/* --- reading a file ----------------------------------------------------------------------- */

typedef struct Reading {
    Catalog *catalog;
    EntryFile file;
    const char *domain;
    const Plural *plural;
    Diags *diags;
} Reading;

/* --- the header --------------------------------------------------------------------------- */

static Where
where_of_field(const Reading *reading, const char *field)
{
    return (Where){ reading->file.path, message_lines_find_field(reading->file.lines, field),
                    0 };
}

static void
check_charset(const Reading *reading, const char *header)
{
    g_autofree char *type = po_header_field(header, "Content-Type");
    g_autofree char *small = g_ascii_strdown(type == NULL ? "" : type, -1);
    const char *charset = strstr(small, "charset=");

    if (charset == NULL || !g_str_has_prefix(charset, "charset=utf-8"))
        diag_add(reading->diags, DIAG_PO_HEADER, where_of_field(reading, "Content-Type"),
                 "the header does not say 'Content-Type: text/plain; charset=UTF-8'");
}

static void
check_language(const Reading *reading, const char *header)
{
    const Locale *locale = reading->catalog->locale;
    g_autofree char *language = po_header_field(header, "Language");

    if (g_strcmp0(language, locale->tag) != 0 && g_strcmp0(language, locale->lang) != 0)
        diag_add(reading->diags, DIAG_PO_HEADER, where_of_field(reading, "Language"),
                 "the header says 'Language: %s', but this is the folder of '%s'",
                 language == NULL ? "" : language, locale->tag);
}

static void
read_plural(Reading *reading, const char *header)
{
    g_autofree char *field = po_header_field(header, "Plural-Forms");
    const char *fault = NULL;

    if (field == NULL)
        return;
    reading->plural = plural_parse(reading->catalog->arena, field, &fault);
    if (reading->plural == NULL)
        diag_add(reading->diags, DIAG_PO_PLURAL, where_of_field(reading, "Plural-Forms"),
                 "the header's Plural-Forms %s", fault);
}

/* That the header is marked fuzzy, as msginit leaves it, says nothing. */
static void
read_header(Reading *reading, po_file_t po)
{
    po_message_t message = gettext_file_find_header(po);
    const char *header = message == NULL ? NULL : po_message_msgstr(message);

    if (header == NULL) {
        diag_add(reading->diags, DIAG_PO_HEADER, (Where){ reading->file.path, 1, 0 },
                 N_("the file does not begin with a header: an entry with an empty msgid"));
        return;
    }
    check_charset(reading, header);
    check_language(reading, header);
    read_plural(reading, header);
}

/* --- the entries -------------------------------------------------------------------------- */

static void
copy_forms(Entry *entry, po_message_t message, Arena *arena)
{
    g_autoptr(GPtrArray) forms = g_ptr_array_new();
    const char *form;

    if (entry->msgid_plural == NULL)
        g_ptr_array_add(forms, arena_strdup(arena, po_message_msgstr(message)));
    for (int i = 0; (form = po_message_msgstr_plural(message, i)) != NULL; i++)
        g_ptr_array_add(forms, arena_strdup(arena, form));
    entry->forms = arena_copy(arena, forms->pdata, forms->len * sizeof(char *));
    entry->form_count = (int) forms->len;
}

static void
lint(const Reading *reading, const Entry *entry)
{
    const Locale *linted = reading->catalog->linted;

    if (linted == reading->catalog->locale)
        lint_entry(reading->catalog->project, linted, entry, &reading->file,
                   reading->catalog->strict, reading->diags);
    else if (linted != NULL)
        lint_derived(linted, entry, &reading->file, reading->diags);
}

/* A faulty entry is left out, so it counts as missing. Of a fuzzy one only that it is fuzzy
 * counts, not its faults. */
static void
add_entry(Reading *reading, po_message_t message)
{
    Arena *arena = reading->catalog->arena;
    const char *context = po_message_msgctxt(message);
    Entry entry = { .domain = reading->domain,
                    .context = arena_strdup(arena, context == NULL ? "" : context),
                    .msgid = arena_strdup(arena, po_message_msgid(message)),
                    .msgid_plural = arena_strdup(arena, po_message_msgid_plural(message)),
                    .fuzzy = po_message_is_fuzzy(message) != 0,
                    .comments = arena_strdup(arena, po_message_comments(message)),
                    .plural = reading->plural };

    copy_forms(&entry, message, arena);
    entry.where = entry_where(&entry, &reading->file, 0);
    if (entry_is_empty(&entry)) {
        g_hash_table_add(reading->catalog->others, arena_copy(arena, &entry, sizeof entry));
        return;
    }
    if (!entry.fuzzy)
        lint(reading, &entry);
    if (entry.fuzzy || entry_is_sound(&entry, &reading->file, reading->diags))
        g_hash_table_add(reading->catalog->entries, arena_copy(arena, &entry, sizeof entry));
    else
        g_hash_table_add(reading->catalog->others, arena_copy(arena, &entry, sizeof entry));
}

static void
add_entries(Reading *reading, po_file_t po)
{
    po_message_iterator_t iterator = po_message_iterator(po, NULL);
    po_message_t message;

    while ((message = po_next_message(iterator)) != NULL)
        if (!po_message_is_obsolete(message) && *po_message_msgid(message) != '\0')
            add_entry(reading, message);
    po_message_iterator_free(iterator);
}

/* --- a file ------------------------------------------------------------------------------- */

/* What libgettextpo would say badly or not at all. */
static bool
bytes_are_readable(const char *path, const char *bytes, gsize length, Diags *diags)
{
    const char *end;

    if (length > LARGEST_FILE) {
        diag_add(diags, DIAG_FILE_TOO_LARGE, (Where){ path, 0, 0 },
                 N_("the file has more than %d bytes"), LARGEST_FILE);
        return false;
    }
    if (g_str_has_prefix(bytes, "\xEF\xBB\xBF")) {
        diag_add(diags, DIAG_PO_SYNTAX, (Where){ path, 1, 0 },
                 N_("the file begins with a byte order mark; save it as UTF-8 without one"));
        return false;
    }
    if (!g_utf8_validate(bytes, (gssize) length, &end)) {
        int line = 1;

        for (const char *at = bytes; at < end; at++)
            line += *at == '\n';
        diag_add(diags, DIAG_INVALID_UTF8, (Where){ path, line, 0 },
                 N_("this line has bytes that are not UTF-8"));
        return false;
    }
    return true;
}

void
catalog_read_bytes(Catalog *catalog, const CatalogFile *from, Diags *diags)
{
    EntryFile file = { arena_intern(catalog->arena, from->path), from->lines };
    Reading reading = { catalog, file, from->domain, NULL, diags };
    gsize length;
    const char *bytes = g_bytes_get_data(from->bytes, &length);
    po_file_t po = gettext_file_parse(from->path, bytes, length, from->lines, diags);

    if (po == NULL)
        return;
    read_header(&reading, po);
    add_entries(&reading, po);
    po_file_free(po);
}

void
catalog_read_file(Catalog *catalog, const char *path, const char *domain, Diags *diags)
{
    g_autofree char *bytes = NULL;
    g_autoptr(GError) error = NULL;
    gsize length;

    if (!g_file_get_contents(path, &bytes, &length, &error)) {
        diag_add(diags, DIAG_UNREADABLE_FILE, (Where){ path, 0, 0 }, "%s", error->message);
        return;
    }
    if (!bytes_are_readable(path, bytes, length, diags))
        return;

    g_autoptr(MessageLines) lines = message_lines_new(bytes);
    g_autoptr(GBytes) content = g_bytes_new_static(bytes, length);
    catalog_read_bytes(catalog, &(CatalogFile){ path, domain, content, lines }, diags);
}
