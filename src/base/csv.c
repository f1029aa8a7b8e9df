#include "base/csv.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where the reader is. */
typedef struct Reading {
    const char *at;
    char separator;
    int line;
    const char *line_start;
} Reading;

static void
clear_row(void *element)
{
    CsvRow *row = element;

    g_ptr_array_unref(row->fields);
    g_array_unref(row->columns);
}

static char
guess_separator(const char *text)
{
    int commas = 0, semicolons = 0;

    for (; *text != '\0' && *text != '\n'; text++) {
        commas += *text == ',';
        semicolons += *text == ';';
    }
    return semicolons > commas ? ';' : ',';
}

/* What stands between quotes; two quotes are one. False when the text ends in it. */
static bool
read_quoted(Reading *reading, GString *field)
{
    for (reading->at++; *reading->at != '\0'; reading->at++) {
        if (*reading->at == '"' && *++reading->at != '"')
            return true;
        if (*reading->at == '\n') {
            reading->line++;
            reading->line_start = reading->at + 1;
        }
        if (*reading->at != '\r')
            g_string_append_c(field, *reading->at);
    }
    return false;
}

/* False when a quote is never closed. */
static bool
read_field(Reading *reading, CsvRow *row)
{
    g_autoptr(GString) field = g_string_new(NULL);
    int column = (int) g_utf8_strlen(reading->line_start, reading->at - reading->line_start) + 1;
    bool whole = *reading->at != '"' || read_quoted(reading, field);

    while (*reading->at != '\0' && *reading->at != '\n' && *reading->at != reading->separator) {
        if (*reading->at != '\r')
            g_string_append_c(field, *reading->at);
        reading->at++;
    }
    g_ptr_array_add(row->fields, g_strdup(field->str));
    g_array_append_val(row->columns, column);
    return whole;
}

static bool
is_blank(const GPtrArray *fields)
{
    return fields->len == 1 && *(const char *) fields->pdata[0] == '\0';
}

/* Reads up to the end of a line. */
static bool
read_row(Reading *reading, GArray *rows)
{
    CsvRow row = { g_ptr_array_new_with_free_func(g_free),
                   g_array_new(FALSE, FALSE, sizeof(int)), reading->line };
    bool whole = read_field(reading, &row);

    while (whole && *reading->at == reading->separator) {
        reading->at++;
        whole = read_field(reading, &row);
    }
    if (*reading->at == '\n') {
        reading->line_start = ++reading->at;
        reading->line++;
    }
    if (is_blank(row.fields))
        clear_row(&row);
    else
        g_array_append_val(rows, row);
    return whole;
}

static Csv *
parse(const char *path, const char *text, Diags *diags)
{
    Csv *csv = g_new0(Csv, 1);
    Reading reading = { text, guess_separator(text), 1, text };

    csv->rows = g_array_new(FALSE, FALSE, sizeof(CsvRow));
    g_array_set_clear_func(csv->rows, clear_row);
    while (*reading.at != '\0') {
        int line = reading.line;

        if (read_row(&reading, csv->rows))
            continue;
        diag_add(diags, DIAG_BAD_TABLE, (Where){ path, line, 1 },
                 N_("a quote that is opened here is never closed"));
        g_clear_pointer(&csv, csv_free);
        break;
    }
    return csv;
}

Csv *
csv_load(const char *path, Diags *diags)
{
    static const char mark[] = "\xef\xbb\xbf";
    g_autoptr(GError) error = NULL;
    g_autofree char *text = NULL;
    gsize length;
    const char *end;

    if (!g_file_get_contents(path, &text, &length, &error)) {
        diag_add(diags, DIAG_UNREADABLE_FILE, (Where){ path, 0, 0 }, "%s", error->message);
        return NULL;
    }
    if (!g_utf8_validate(text, (gssize) length, &end)) {
        diag_add(diags, DIAG_INVALID_UTF8, (Where){ path, 0, 0 },
                 N_("byte %zu is not UTF-8; save the table as UTF-8"),
                 (size_t) (end - text) + 1);
        return NULL;
    }
    return parse(path, g_str_has_prefix(text, mark) ? text + strlen(mark) : text, diags);
}

void
csv_free(Csv *csv)
{
    if (csv == NULL)
        return;
    g_array_unref(csv->rows);
    g_free(csv);
}

const char *
csv_field(const Csv *csv, guint row, int column)
{
    const GPtrArray *fields = g_array_index(csv->rows, CsvRow, row).fields;

    return column >= 0 && (guint) column < fields->len ? fields->pdata[column] : "";
}

int
csv_place(const Csv *csv, guint row, int column)
{
    const GArray *columns = g_array_index(csv->rows, CsvRow, row).columns;

    return column >= 0 && (guint) column < columns->len ? g_array_index(columns, int, column)
                                                        : 1;
}

int
csv_column(const Csv *csv, const char *name)
{
    if (csv->rows->len == 0)
        return -1;

    const GPtrArray *heads = g_array_index(csv->rows, CsvRow, 0).fields;
    for (guint i = 0; i < heads->len; i++)
        if (g_ascii_strcasecmp(heads->pdata[i], name) == 0)
            return (int) i;
    return -1;
}

void
csv_append(GString *text, const char *field, bool last)
{
    const char *words = field == NULL ? "" : field;
    bool quoted = strpbrk(words, ",;\"\r\n") != NULL;

    if (quoted)
        g_string_append_c(text, '"');
    if (*words == '=' || *words == '@')
        g_string_append_c(text, '\'');
    for (; *words != '\0'; words++) {
        if (*words == '"')
            g_string_append_c(text, '"');
        g_string_append_c(text, *words);
    }
    if (quoted)
        g_string_append_c(text, '"');
    g_string_append(text, last ? "\r\n" : ",");
}

void
csv_append_row(GString *text, const char *const *fields, size_t count)
{
    for (size_t i = 0; i < count; i++)
        csv_append(text, fields[i], i + 1 == count);
}
