/* output/finish/write.h - objects to the bytes of a PDF file.
 * Takes values as plain text and streams as bytes. Values stand together in one deflated stream
 * of objects: the structure tree is hundreds of short ones, a third of the file when each is
 * plain. */
#pragma once
#include "output/finish/lex.h"

#include <cairo.h>
#include <glib.h>

typedef struct Writer Writer;

/* New objects get numbers from @next on; those below are the caller's. @version of PDF: "1.7". Free
 * with writer_free(). */
Writer *writer_new(int next, const char *version);
void writer_free(Writer *writer);

/* A number for an object that is written later. */
int writer_reserve(Writer *writer);
/* Where to append the value of object @number; good until the next call. */
GString *writer_begin(Writer *writer, int number);
/* A stream that is packed already; @entries are those of its dictionary, but for its length. */
void writer_add_stream(Writer *writer, int number, Bytes entries, Bytes stream);
/* A plain stream, deflated when that makes it smaller. */
void writer_add_plain(Writer *writer, int number, Bytes entries, Bytes plain);

/* The whole file, whose identifier depends on nothing but its bytes. @info: number of the dictionary that
 * says what the file is; 0: there is none. */
GBytes *writer_finish(Writer *writer, int root, int info);

/* Appends UTF-8 as a PDF text string. */
void write_text(GString *out, const char *text);
/* The same without marks of direction, which viewers draw as boxes. */
void write_shown_text(GString *out, const char *text);
/* Appends @before and @number; a tenth of what printf takes, and trees are made of numbers. */
void write_integer(GString *out, const char *before, int number);
/* Appends @before and a reference to object @number. */
void write_reference(GString *out, const char *before, int number);
/* Appends up to three decimals, without trailing zeros. */
void write_number(GString *out, double number);
/* The same with two: points on the page, to the four thousandth of a millimetre. */
void write_length(GString *out, double number);
/* The same with five: what lengths are multiplied by. */
void write_factor(GString *out, double number);

/* Appends the operator that moves what follows by @matrix. */
void write_matrix(GString *out, const cairo_matrix_t *matrix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Writer, writer_free)
