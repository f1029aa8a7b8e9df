/* output/finish/words.h - items of text as content, every letter a code at its place.
 * Readers of PDF find words by where letters stand: each letter has a width of its own here, even
 * where the font draws several with one glyph or one with several, and right-to-left lines are in
 * the order that readers turn round. What that order must be was measured with poppler, PDFium,
 * MuPDF and pdf.js (tests/pdf/read_back.py). */
#pragma once
#include "output/finish/pen.h"

/* Whether words_write() can set @item: its fonts have outlines that it knows. */
bool words_can_write(const Lettering *lettering, const Item *item);
/* Appends what shows @item in content whose y grows downwards, moved by @matrix. @rtl: the leaflet
 * is written from right to left. */
void words_write(Lettering *lettering, Ground *ground, const Item *item,
                 const cairo_matrix_t *matrix, bool rtl);
