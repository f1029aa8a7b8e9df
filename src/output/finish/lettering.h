/* output/finish/lettering.h - the fonts of one PDF file.
 * Takes faces of cairo's, gives typefaces; names and objects of a page's resources. */
#pragma once
#include "output/finish/typeface.h"
#include "output/private.h"

typedef struct Lettering Lettering;

/* @painter keeps outlines from one file to the next. Free with lettering_free(). */
Lettering *lettering_new(Painter *painter);
void lettering_free(Lettering *lettering);

/* NULL: the face has no outlines that a typeface could have. */
const Outlines *lettering_outlines(const Lettering *lettering, cairo_font_face_t *face);
/* The typeface that draws @outlines. */
Typeface *lettering_find(Lettering *lettering, const Outlines *outlines);
/* Its number in a page's resources: "/F0". */
int lettering_name(const Lettering *lettering, const Typeface *typeface);

/* Appends "/F0 12 0 R" and so on: those used so far. */
void lettering_write_names(const Lettering *lettering, GString *out, Writer *writer);
/* Writes the fonts. */
void lettering_write(const Lettering *lettering, Writer *writer);
