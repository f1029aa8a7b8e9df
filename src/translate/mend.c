#include "translate/mend.h"

#include "translate/gettext_file.h"
#include "translate/languages.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

typedef struct Mending {
    const char *path;
    const Locale *locale;
    GString *bytes;
    Diags *diags;
} Mending;

static void
say(const Mending *mending, const char *what)
{
    diag_add(mending->diags, DIAG_PO_MENDED, (Where){ mending->path, 1, 0 }, "%s", what);
}

/* --- bytes to characters ------------------------------------------------------------------ */

/* What an editor puts before the first character to say how the rest is written. */
static const struct {
    const char *bytes;
    gsize length;
    const char *charset; /* NULL: UTF-8, only the mark is too much */
} marks[] = {
    { "\xEF\xBB\xBF", 3, NULL },
    { "\xFF\xFE", 2, "UTF-16LE" },
    { "\xFE\xFF", 2, "UTF-16BE" },
};

/* False when the bytes are not of @charset. */
static bool
convert(Mending *mending, const char *charset)
{
    gsize length;
    char *text = g_convert(mending->bytes->str, (gssize) mending->bytes->len, "UTF-8", charset,
                           NULL, &length, NULL);

    if (text == NULL)
        return false;
    g_string_truncate(mending->bytes, 0);
    g_string_append_len(mending->bytes, text, (gssize) length);
    g_free(text);
    diag_add(mending->diags, DIAG_PO_MENDED, (Where){ mending->path, 1, 0 },
             N_("the file was written in %s; it is UTF-8 now"), charset);
    return true;
}

static bool
drop_mark(Mending *mending)
{
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        if (mending->bytes->len < marks[i].length ||
            memcmp(mending->bytes->str, marks[i].bytes, marks[i].length) != 0)
            continue;
        g_string_erase(mending->bytes, 0, (gssize) marks[i].length);
        if (marks[i].charset != NULL)
            return convert(mending, marks[i].charset);
        say(mending, "the byte order mark at the beginning of the file is gone");
        return true;
    }
    return true;
}

static void
unify_line_ends(Mending *mending)
{
    if (g_string_replace(mending->bytes, "\r\n", "\n", 0) > 0)
        say(mending, "lines ended as on Windows; they end as everywhere now");
}

/* The name of the charset in the header, at @at; of no length when it has none. */
static gsize
find_charset(const Mending *mending, gsize *at)
{
    static const char before[] = "charset=";
    const char *text = mending->bytes->str;
    const char *line = strstr(text, "\n\"Content-Type:");
    const char *name = line == NULL ? NULL : strstr(line, before);

    if (name == NULL || name > line + 1 + strcspn(line + 1, "\n"))
        return 0;
    name += strlen(before);
    *at = (gsize) (name - text);
    return strcspn(name, "\\\" ;\n");
}

static bool
is_utf8(const Mending *mending)
{
    return g_utf8_validate(mending->bytes->str, (gssize) mending->bytes->len, NULL);
}

static void
report_bytes(const Mending *mending)
{
    const char *end;
    int line = 1;

    g_utf8_validate(mending->bytes->str, (gssize) mending->bytes->len, &end);
    for (const char *at = mending->bytes->str; at < end; at++)
        line += *at == '\n';
    diag_add(mending->diags, DIAG_INVALID_UTF8, (Where){ mending->path, line, 0 },
             "this line has bytes that are not UTF-8");
}

/* What the header says counts where the bytes bear it out; else the bytes. */
static bool
settle_charset(Mending *mending)
{
    gsize at = 0, length = find_charset(mending, &at);
    g_autofree char *charset = g_strndup(mending->bytes->str + at, length);
    bool says_utf8 = g_ascii_strcasecmp(charset, "UTF-8") == 0;
    bool as_it_says = !is_utf8(mending);

    if (as_it_says && (length == 0 || says_utf8 || !convert(mending, charset))) {
        report_bytes(mending);
        return false;
    }
    if (!as_it_says && length > 0 && !says_utf8 && strcmp(charset, "CHARSET") != 0)
        say(mending, "the file is UTF-8, but its header said otherwise");
    if (length == 0 || says_utf8)
        return true;
    length = find_charset(mending, &at);
    g_string_erase(mending->bytes, (gssize) at, (gssize) length);
    g_string_insert(mending->bytes, (gssize) at, "UTF-8");
    return true;
}

/* --- the header --------------------------------------------------------------------------- */

static bool
lacks(const char *header, const char *field)
{
    g_autofree char *value = po_header_field(header, field);

    return value == NULL || *value == '\0' || strstr(value, "CHARSET") != NULL ||
           strstr(value, "INTEGER") != NULL;
}

/* Fields of the header that are not there, or as a template leaves them. True when there were. */
static bool
fill_in(po_message_t message, const Locale *locale)
{
    const Language *language = language_find(locale->tag);
    const struct {
        const char *field, *value;
    } wanted[] = {
        { "Language", locale->tag },
        { "MIME-Version", "1.0" },
        { "Content-Type", "text/plain; charset=UTF-8" },
        { "Content-Transfer-Encoding", "8bit" },
        { "Plural-Forms", language == NULL ? NULL : language->plurals },
    };
    bool any = false;

    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++) {
        const char *header = po_message_msgstr(message);

        if (wanted[i].value == NULL || !lacks(header, wanted[i].field))
            continue;
        char *filled = po_header_set_field(header, wanted[i].field, wanted[i].value);
        po_message_set_msgstr(message, filled);
        free(filled); /* gettext's own memory */
        any = true;
    }
    return any;
}

static po_message_t
begin_header(po_file_t file)
{
    po_message_iterator_t at = po_message_iterator(file, NULL);
    po_message_t message = po_message_create();

    po_message_set_msgid(message, "");
    po_message_set_msgstr(message, "");
    po_message_insert(at, message);
    po_message_iterator_free(at);
    return message;
}

static bool
complete_header(Mending *mending, po_file_t file)
{
    po_message_t message = gettext_file_find_header(file);
    bool is_new = message == NULL;
    g_autoptr(GError) error = NULL;

    if (is_new)
        message = begin_header(file);
    if (!fill_in(message, mending->locale))
        return true;

    g_autoptr(GBytes) bytes = gettext_file_write(file, &error);
    if (bytes == NULL) {
        diag_add(mending->diags, DIAG_CANNOT_WRITE, (Where){ mending->path, 0, 0 }, "%s",
                 error->message);
        return false;
    }
    g_string_truncate(mending->bytes, 0);
    g_string_append_len(mending->bytes, g_bytes_get_data(bytes, NULL),
                        (gssize) g_bytes_get_size(bytes));
    say(mending, is_new ? "the file had no header; it has one now"
                        : "the header did not say all that programs need; it does now");
    return true;
}

/* False when the file is none that gettext reads without fault. */
static bool
settle_header(Mending *mending)
{
    unsigned errors = diags_count_severity(mending->diags, SEVERITY_ERROR);
    g_autoptr(MessageLines) lines = message_lines_new(mending->bytes->str);
    po_file_t file = gettext_file_parse(mending->path, mending->bytes->str, mending->bytes->len,
                                        lines, mending->diags);
    bool sound = file != NULL &&
                 diags_count_severity(mending->diags, SEVERITY_ERROR) == errors &&
                 complete_header(mending, file);

    if (file != NULL)
        po_file_free(file);
    return sound;
}

/* False when what it is written in cannot be found out. */
static bool
settle_letters(Mending *mending)
{
    if (!drop_mark(mending)) {
        report_bytes(mending);
        return false;
    }
    unify_line_ends(mending);
    return settle_charset(mending);
}

static GBytes *
mend(const char *path, GBytes *bytes, const Locale *locale, Diags *diags)
{
    gsize length;
    const char *text = g_bytes_get_data(bytes, &length);
    Mending mending = { path, locale, g_string_new_len(text, (gssize) length), diags };

    if (settle_letters(&mending) && (locale == NULL || settle_header(&mending)))
        return g_string_free_to_bytes(mending.bytes);
    g_string_free(mending.bytes, TRUE);
    return NULL;
}

GBytes *
mend_letters(const char *path, GBytes *bytes, Diags *diags)
{
    return mend(path, bytes, NULL, diags);
}

GBytes *
mend_file(const char *path, GBytes *bytes, const Locale *locale, Diags *diags)
{
    return mend(path, bytes, locale, diags);
}
