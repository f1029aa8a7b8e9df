/* output/finish/words.h - text as the operators of a page's content, every letter a code.
 * Takes items of text, gives bytes of content; knows nothing of marks and leaves. */
#pragma once
#include "output/finish/ground.h"
#include "output/private.h"

/* The fonts of one PDF file. */
typedef struct Lettering Lettering;

/* @painter keeps the outlines from one file to the next. Free with lettering_free(). */
Lettering *lettering_new(Painter *painter, bool rtl);
void lettering_free(Lettering *lettering);

/* Whether words_write() can set @item: its fonts have outlines that it knows. */
bool words_can_write(Lettering *lettering, const Item *item);
/* Appends what shows @item in content whose y grows downwards, moved by @matrix. */
void words_write(Lettering *lettering, Ground *ground, const Item *item,
                 const cairo_matrix_t *matrix);

/* Appends "/F0 12 0 R" and so on: fonts used so far, for a page's resources. */
void lettering_write_names(const Lettering *lettering, GString *out, Writer *writer);
/* Writes the fonts. */
void lettering_write(const Lettering *lettering, Writer *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Lettering, lettering_free)
