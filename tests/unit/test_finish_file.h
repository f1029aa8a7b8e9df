/* A small PDF from its objects. */
#pragma once
#include <glib.h>
#include <string.h>

/* A file with a table: @objects behind each other, each a whole "1 0 obj ... endobj". */
static inline GString *
classic(const char *const *objects, const char *trailer)
{
    GString *file = g_string_new("%PDF-1.5\n");
    g_autoptr(GString) table = g_string_new("0000000000 65535 f \n");
    int count = 1;

    for (; objects[count - 1] != NULL; count++) {
        g_string_append_printf(table, "%010zu 00000 n \n", file->len);
        g_string_append_printf(file, "%s\n", objects[count - 1]);
    }
    size_t start = file->len;
    g_string_append_printf(file, "xref\n0 %d\n%strailer\n", count, table->str);
    g_string_append_printf(file, trailer, count);
    g_string_append_printf(file, "\nstartxref\n%zu\n%%%%EOF\n", start);
    return file;
}
