/* output/finish/outlines.h - the outlines of one TrueType font, as its file has them.
 * Takes a face of cairo's, gives spans of its tables. Knows nothing of letters and of PDF. */
#pragma once
#include "output/finish/lex.h"
#include "output/finish/sfnt.h"

#include <cairo.h>
#include <stdint.h>

/* Tables that a font inside a PDF keeps, in order of their names. */
typedef enum OutlineTable {
    TABLE_CVT, /* this, fpgm and prep: hints, which a font may do without */
    TABLE_FPGM,
    TABLE_GLYF,
    TABLE_HEAD,
    TABLE_HHEA,
    TABLE_HMTX,
    TABLE_LOCA,
    TABLE_MAXP,
    TABLE_PREP,
    OUTLINE_TABLE_COUNT
} OutlineTable;

typedef struct Outlines Outlines;

/* Lengths are in the font's own units, `em` of which are one em. */
struct Outlines {
    char *name; /* PostScript's */
    int em;
    bool bold;
    int glyph_count, advance_count;
    bool long_offsets;
    int box[4]; /* left, bottom, right, top of all glyphs */
    int ascent, descent;
    char *tables[OUTLINE_TABLE_COUNT]; /* NULL: it has none */
    size_t sizes[OUTLINE_TABLE_COUNT];
};

/* NULL when the face has no TrueType outlines, or is broken, or is one of many instances of a
 * variable font. Free with outlines_free(). */
Outlines *outlines_new(cairo_font_face_t *face);
void outlines_free(Outlines *outlines);

/* What draws @glyph; nothing when it draws nothing or is none of the font's. */
Bytes outlines_glyph(const Outlines *outlines, unsigned glyph);
int outlines_advance(const Outlines *outlines, unsigned glyph);
/* From the origin to the left edge of what @glyph draws, as the font says. */
int outlines_bearing(const Outlines *outlines, unsigned glyph);

/* "glyf" */
const char *outline_table_name(OutlineTable table);
