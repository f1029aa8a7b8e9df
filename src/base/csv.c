#include "base/csv.h"

#include <string.h>

void
csv_add(GString *table, const char *text, bool last)
{
    g_auto(GStrv) parts = g_strsplit(text, "\"", -1);
    g_autofree char *doubled = g_strjoinv("\"\"", parts);
    bool quoted = strpbrk(text, ",\"\r\n") != NULL;

    g_string_append_printf(table, quoted ? "\"%s\"%s" : "%s%s", doubled, last ? "\r\n" : ",");
}
