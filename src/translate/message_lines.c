#include "translate/message_lines.h"

#include <stdbool.h>
#include <string.h>

enum { FORMS_MOST = 16 };

typedef struct MessageLine {
    int forms[FORMS_MOST]; /* lines of msgstr[] */
    int form_count;
} MessageLine;

struct MessageLines {
    char **lines;       /* the file's, without their ends */
    GHashTable *by_key; /* context \004 msgid -> MessageLine */
};

/* Where a string that goes on over several lines belongs. */
typedef enum Part { PART_NONE, PART_CONTEXT, PART_ID, PART_PLURAL, PART_STRING } Part;

/* What begins like another stands after it. */
static const struct {
    const char *keyword;
    Part part;
} keywords[] = {
    { "msgctxt", PART_CONTEXT },
    { "msgid_plural", PART_PLURAL },
    { "msgid", PART_ID },
    { "msgstr", PART_STRING },
};

/* The entry that is being read. */
typedef struct Scan {
    MessageLines *lines;
    GString *context, *msgid;
    bool has_context;
    Part part;
    MessageLine found;
} Scan;

static char *
key_of(const char *context, const char *msgid)
{
    return context == NULL ? g_strdup(msgid) : g_strconcat(context, "\004", msgid, NULL);
}

/* A key stands once: of duplicates, which are reported, the first counts. */
static void
end_entry(Scan *scan)
{
    if (scan->found.form_count > 0) {
        char *key = key_of(scan->has_context ? scan->context->str : NULL, scan->msgid->str);

        if (!g_hash_table_contains(scan->lines->by_key, key))
            g_hash_table_insert(scan->lines->by_key, key,
                                g_memdup2(&scan->found, sizeof scan->found));
        else
            g_free(key);
    }
    g_string_truncate(scan->context, 0);
    g_string_truncate(scan->msgid, 0);
    scan->has_context = false;
    scan->found.form_count = 0;
}

static Part
part_of_line(const char *line)
{
    for (size_t i = 0; i < G_N_ELEMENTS(keywords); i++)
        if (g_str_has_prefix(line, keywords[i].keyword))
            return keywords[i].part;
    return PART_NONE;
}

/* A keyword after a msgstr, or a comment, opens the next entry. */
static void
begin_part(Scan *scan, Part part, int number)
{
    if (part != PART_STRING && scan->part == PART_STRING)
        end_entry(scan);
    scan->part = part;
    scan->has_context = scan->has_context || part == PART_CONTEXT;
    if (part == PART_STRING && scan->found.form_count < FORMS_MOST)
        scan->found.forms[scan->found.form_count++] = number;
}

static void
add_string(Scan *scan, const char *line)
{
    const char *open = strchr(line, '"'), *close = strrchr(line, '"');
    GString *to = scan->part == PART_CONTEXT ? scan->context
                  : scan->part == PART_ID    ? scan->msgid
                                             : NULL;

    if (to == NULL || open == NULL || open == close)
        return;
    g_autofree char *inside = g_strndup(open + 1, (size_t) (close - open - 1));
    g_autofree char *text = g_strcompress(inside);
    g_string_append(to, text);
}

static void
scan_line(Scan *scan, const char *line, int number)
{
    line += strspn(line, " \t");
    if (*line == '\0' || *line == '\r')
        return;

    Part part = part_of_line(line);
    if (part != PART_NONE || *line == '#')
        begin_part(scan, part, number);
    add_string(scan, line);
}

MessageLines *
message_lines_new(const char *bytes)
{
    MessageLines *lines = g_new0(MessageLines, 1);
    Scan scan = { .lines = lines, .context = g_string_new(NULL), .msgid = g_string_new(NULL) };

    lines->lines = g_strsplit(bytes, "\n", -1);
    lines->by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (int i = 0; lines->lines[i] != NULL; i++)
        scan_line(&scan, lines->lines[i], i + 1);
    end_entry(&scan);
    g_string_free(scan.context, TRUE);
    g_string_free(scan.msgid, TRUE);
    return lines;
}

void
message_lines_free(MessageLines *lines)
{
    if (lines == NULL)
        return;
    g_strfreev(lines->lines);
    g_hash_table_unref(lines->by_key);
    g_free(lines);
}

int
message_lines_find(const MessageLines *lines, const char *context, const char *msgid, int form)
{
    g_autofree char *key = key_of(context, msgid);
    const MessageLine *found = g_hash_table_lookup(lines->by_key, key);

    if (found == NULL)
        return 0;
    return found->forms[CLAMP(form, 0, found->form_count - 1)];
}

int
message_lines_find_field(const MessageLines *lines, const char *field)
{
    g_autofree char *wanted = g_strdup_printf("\"%s:", field);
    int header = MAX(message_lines_find(lines, NULL, "", 0), 1);

    for (int i = header - 1; lines->lines[i] != NULL; i++) {
        if (strstr(lines->lines[i], wanted) != NULL)
            return i + 1;
        if (i >= header && lines->lines[i][0] != '"')
            break;
    }
    return header;
}

static bool
leaves_quote_open(const char *line)
{
    bool open = false;

    for (; *line != '\0'; line++) {
        if (*line == '\\' && line[1] != '\0')
            line++;
        else if (*line == '"')
            open = !open;
    }
    return open;
}

int
message_lines_at_open_quote(const MessageLines *lines, int line)
{
    int count = (int) g_strv_length(lines->lines);

    if (line < 2 || line - 2 >= count || !leaves_quote_open(lines->lines[line - 2]))
        return line;
    return line - 1;
}
