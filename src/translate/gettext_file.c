#include "translate/gettext_file.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <stdbool.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { MOST_SYNTAX_ERRORS = 20 };

/* --- what the library says ---------------------------------------------------------------- */

/* The one static of the program that changes: libgettextpo hands its handler nothing of ours.
 * Set around its calls alone, which one thread at a time may make. */
static struct {
    const char *path; /* as messages show it */
    const MessageLines *lines;
    Diags *diags; /* NULL: what is said goes to `text` */
    int count;
    char *text; /* the first thing said */
} said;

static void
report(size_t line, const char *text)
{
    bool has_line = line != (size_t) -1;
    Where where = { said.path, has_line ? (int) line : 0, 0 };

    if (has_line)
        where.line = message_lines_at_open_quote(said.lines, where.line);
    diag_add(said.diags, DIAG_PO_SYNTAX, where, "%s", text);
}

static void
on_problem(int severity, po_message_t message, const char *path, size_t line, size_t column,
           int is_multiline, const char *text)
{
    g_autofree char *line_of_text = g_strchomp(g_strdup(text));

    (void) message;
    (void) column; /* of the scanner, often past the fault */
    (void) is_multiline;
    if (severity == PO_SEVERITY_WARNING || said.count++ >= MOST_SYNTAX_ERRORS)
        return;
    if (said.diags != NULL)
        report(path != NULL ? line : (size_t) -1, line_of_text);
    else if (said.text == NULL)
        said.text = g_steal_pointer(&line_of_text);
}

/* The second message of a pair comes without a place. */
static void
on_two_problems(int severity, po_message_t message, const char *path, size_t line, size_t column,
                int is_multiline, const char *text, po_message_t message2, const char *path2,
                size_t line2, size_t column2, int is_multiline2, const char *text2)
{
    (void) message2;
    (void) path2;
    (void) line2;
    (void) column2;
    (void) is_multiline2;
    (void) text2;
    on_problem(severity, message, path, line, column, is_multiline, text);
}

static const struct po_xerror_handler handler = { on_problem, on_two_problems };

/* --- a file without a name ---------------------------------------------------------------- */

/* A file in memory, that has a name only for this process; -1 when there is none. */
static int
open_in_memory(char name[static 32])
{
    int file = memfd_create("po", MFD_CLOEXEC);

    g_snprintf(name, 32, "/proc/self/fd/%d", file);
    return file;
}

static bool
fill(int file, const char *bytes, gsize length)
{
    while (length > 0) {
        ssize_t written = write(file, bytes, length);

        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        length -= (gsize) written;
    }
    return lseek(file, 0, SEEK_SET) == 0;
}

/* --- the header --------------------------------------------------------------------------- */

/* po_file_domain_header() would leak a copy. */
po_message_t
gettext_file_find_header(po_file_t file)
{
    po_message_iterator_t iterator = po_message_iterator(file, NULL);
    po_message_t header = NULL, message;

    while (header == NULL && (message = po_next_message(iterator)) != NULL)
        if (*po_message_msgid(message) == '\0' && po_message_msgctxt(message) == NULL &&
            !po_message_is_obsolete(message))
            header = message;
    po_message_iterator_free(iterator);
    return header;
}

/* --- reading ------------------------------------------------------------------------------ */

/* The library converts every letter of a file by itself, from the charset that the header names to
 * the same: four fifths of the time that reading takes. Our bytes have been found to be UTF-8; under
 * a name that it does not know it takes them as they are. Of the same length, so that nothing
 * moves. */
static const char charset[] = "charset=utf-8", disguise[] = "charset=utf_8";
enum { CHARSET_LENGTH = sizeof charset - 1 };

/* Where the first entry, if it is a header, says that the file is UTF-8; NULL when it does not. */
static char *
find_charset(char *bytes)
{
    char *msgid = g_str_has_prefix(bytes, "msgid ") ? bytes : strstr(bytes, "\nmsgid ");
    char *line = msgid == NULL ? NULL : strstr(msgid, "\n\"Content-Type:");
    char *end = line == NULL ? NULL : strchr(line + 1, '\n');
    char *name = line == NULL ? NULL : strstr(line, "charset=");

    if (name == NULL || end == NULL || name > end || strstr(msgid, "msgid \"\"") > line ||
        g_ascii_strncasecmp(name, charset, CHARSET_LENGTH) != 0)
        return NULL;
    end = strstr(msgid, "\nmsgctxt ");
    return end == NULL || end > name ? name : NULL;
}

/* Gives the header its own words back; false when it is not where they were taken from. */
static bool
undisguise(po_file_t file, const char *own)
{
    po_message_t header = gettext_file_find_header(file);
    g_autofree char *text = header == NULL ? NULL : g_strdup(po_message_msgstr(header));
    char *name = text == NULL ? NULL : strstr(text, disguise);

    if (name == NULL)
        return false;
    memcpy(name, own, CHARSET_LENGTH);
    po_message_set_msgstr(header, text);
    return true;
}

static po_file_t
read_bytes(const char *bytes, gsize length, Diags *diags)
{
    char name[32];
    int memory = open_in_memory(name);
    po_file_t file = NULL;

    if (memory >= 0 && fill(memory, bytes, length)) {
        said.diags = diags;
        said.count = 0;
        file = po_file_read(name, &handler);
        said.diags = NULL;
    }
    if (file == NULL)
        diag_add(diags, DIAG_UNREADABLE_FILE, (Where){ said.path, 0, 0 },
                 N_("the file cannot be held in memory: %s"), g_strerror(errno));
    if (memory >= 0)
        close(memory);
    return file;
}

static po_file_t
read_disguised(char *bytes, gsize length, char *name, Diags *diags)
{
    g_autofree char *own = g_strndup(name, CHARSET_LENGTH);

    memcpy(name, disguise, CHARSET_LENGTH);
    po_file_t file = read_bytes(bytes, length, diags);
    memcpy(name, own, CHARSET_LENGTH);
    if (file == NULL || undisguise(file, own))
        return file;
    po_file_free(file);
    return read_bytes(bytes, length, diags);
}

po_file_t
gettext_file_parse(const char *path, const char *bytes, gsize length, const MessageLines *lines,
                   Diags *diags)
{
    g_autofree char *copy = g_strndup(bytes, length);
    char *name = find_charset(copy);

    said.path = path;
    said.lines = lines;
    return name == NULL ? read_bytes(copy, length, diags)
                        : read_disguised(copy, length, name, diags);
}

po_file_t
gettext_file_parse_bytes(const char *path, GBytes *bytes, Diags *diags)
{
    gsize length;
    const char *text = g_bytes_get_data(bytes, &length);
    g_autofree char *ended = g_strndup(text, length);
    g_autoptr(MessageLines) lines = message_lines_new(ended);

    return gettext_file_parse(path, ended, length, lines, diags);
}

/* --- writing ------------------------------------------------------------------------------ */

GBytes *
gettext_file_write(po_file_t file, GError **error)
{
    char name[32], *bytes = NULL;
    int memory = open_in_memory(name);
    gsize length;

    said.count = 0;
    said.text = NULL;
    bool written = memory >= 0 && po_file_write(file, name, &handler) != NULL &&
                   said.text == NULL && g_file_get_contents(name, &bytes, &length, NULL);
    if (memory >= 0)
        close(memory);
    if (!written)
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s",
                    said.text != NULL ? said.text : g_strerror(errno));
    g_clear_pointer(&said.text, g_free);
    return written ? g_bytes_new_take(bytes, length) : NULL;
}
