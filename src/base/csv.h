/* base/csv.h - tables as spreadsheets read and write them (RFC 4180).
 * Takes UTF-8 text, gives rows of fields. Reads commas or semicolons, whichever the first line has
 * more of, for spreadsheets of many countries write the latter; a byte order mark is no text. */
#pragma once
#include "base/diag.h"

typedef struct CsvRow {
    GPtrArray *fields; /* char * */
    GArray *columns;   /* int: where on its line each begins, in characters from 1 */
    int line;          /* on which it begins, from 1 */
} CsvRow;

typedef struct Csv {
    GArray *rows; /* CsvRow; empty lines are none */
} Csv;

/* Reads the file at @path. What cannot be read is reported; then NULL. Free with csv_free(). */
Csv *csv_load(const char *path, Diags *diags);
void csv_free(Csv *csv);

/* The number of the column that row 0 heads @name, or -1. */
int csv_column(const Csv *csv, const char *name);
/* What stands in @column of @row; "" where the row is shorter, or @column is -1. */
const char *csv_field(const Csv *csv, guint row, int column);

/* Where on its line that begins, in characters from 1. */
int csv_place(const Csv *csv, guint row, int column);

/* Appends a field, and what ends it: a comma, or where @last, a line end. NULL is an empty field. One
 * that begins as a formula does gets an apostrophe, or spreadsheets would compute it. */
void csv_append(GString *text, const char *field, bool last);

/* Appends a row of @count fields. */
void csv_append_row(GString *text, const char *const *fields, size_t count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Csv, csv_free)
