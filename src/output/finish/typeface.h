/* output/finish/typeface.h - one font of one PDF file: which codes it has, and its objects.
 * A code is a letter and what it draws: the one glyph of a font's, or several, or none. So every
 * letter of a text has a code of its own, in order, whatever the script makes of its glyphs, and
 * every reader of the file finds the text as it was written. */
#pragma once
#include "output/finish/outlines.h"
#include "output/finish/write.h"

/* A glyph of the font, moved right and up by so many of its units. */
typedef struct Part {
    uint16_t glyph;
    int16_t x, y;
} Part;

typedef struct Code {
    gunichar letter;
    int advance;               /* font units */
    int first_part, part_count; /* in the typeface's parts */
} Code;

typedef struct Typeface {
    const Outlines *outlines; /* borrowed */
    GArray *codes;            /* of Code; the first is .notdef */
    GArray *parts;            /* of Part */
    GHashTable *plain;        /* letter and glyph to code */
    GHashTable *drawn;        /* GBytes to code */
} Typeface;

Typeface *typeface_new(const Outlines *outlines);
void typeface_free(Typeface *typeface);

/* The code of @letter drawn as the font's own @glyph. */
int typeface_letter(Typeface *typeface, gunichar letter, unsigned glyph);
/* The code of @letter drawn as all of @parts. */
int typeface_drawn(Typeface *typeface, gunichar letter, int advance, const Part *parts,
                   int part_count);
int typeface_advance(const Typeface *typeface, int code);

/* Writes its objects; @number is the font's own. */
void typeface_write(const Typeface *typeface, int number, Writer *writer);

/* For typeface.c: a TrueType font whose glyphs are the codes. */
GString *subset_make(const Typeface *typeface);
