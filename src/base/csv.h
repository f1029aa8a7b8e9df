/* base/csv.h - rows for spreadsheets, as RFC 4180 has them. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* Adds a cell to @table; after the @last of a row the row ends. */
void csv_add(GString *table, const char *text, bool last);
