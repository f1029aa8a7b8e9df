/* output/finish/typeface.h - one font of one PDF file: which codes it has, and its objects.
 * A code is a letter and what it draws: the one glyph of a font's, or several, or none. So every
 * letter of a text has a code of its own, in order, whatever the script makes of its glyphs, and
 * every reader of the file finds the text as it was written. */
#pragma once
#include "output/finish/outlines.h"
#include "output/finish/write.h"

/* One font whose glyphs a typeface draws. All of a typeface have the same em. */
typedef struct Face {
    const Outlines *outlines; /* borrowed */
    int *codes;               /* of every glyph: the code that draws it alone, or 0 */
} Face;

/* A glyph, moved right and up by so many of its font's units. */
typedef struct Part {
    uint16_t face, glyph;
    int16_t x, y;
} Part;

/* A space that is told with a letter, not shown: left or right of it. */
typedef enum ToldSpace { SPACE_NONE, SPACE_LEFT = 1, SPACE_RIGHT = 2 } ToldSpace;

typedef struct Code {
    gunichar letter;
    int spaces;                 /* ToldSpace, or both */
    int advance;                /* font units */
    int first_part, part_count; /* in the typeface's parts */
} Code;

typedef struct Typeface {
    GArray *faces;     /* of Face */
    GArray *codes;     /* of Code; the first is .notdef */
    GArray *parts;     /* of Part */
    GHashTable *drawn; /* GBytes to code: those of several glyphs, or of none */
    int em;
} Typeface;

Typeface *typeface_new(int em);
void typeface_free(Typeface *typeface);

/* The index of the face with @outlines, which is added when it is not there yet; -1 when it can
 * not be: its em is another, or it has hints, which are programs for one font alone. */
int typeface_face(Typeface *typeface, const Outlines *outlines);
const Outlines *typeface_outlines(const Typeface *typeface, int face);

/* The code of @letter drawn as a glyph just as its font has it. */
int typeface_letter(Typeface *typeface, gunichar letter, int face, unsigned glyph);
/* The code of @letter drawn as all of @parts. */
int typeface_drawn(Typeface *typeface, gunichar letter, int spaces, int advance,
                   const Part *parts, int part_count);
int typeface_advance(const Typeface *typeface, int code);

/* Writes its objects; @number is the font's own. */
void typeface_write(const Typeface *typeface, int number, Writer *writer);

/* For typeface.c: a TrueType font whose glyphs are the codes. */
GString *subset_make(const Typeface *typeface);
