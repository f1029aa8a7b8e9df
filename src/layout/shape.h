/* layout/shape.h - words and glyphs: fonts, phrases shaped once, lines broken by arithmetic.
 * Widths and advances inside a Shape are points at REFERENCE_SIZE; all other lengths are points. */
#pragma once
#include "layout/layout.h"

#include <pango/pangocairo.h>

/* The context to shape with. Loads the families of @locale that are loaded on demand only. */
PangoContext *fonts_context(Fonts *fonts, const Locale *locale);
const char *fonts_number_family(const Fonts *fonts);
typedef struct Hyphens Hyphens;
/* The dictionary of @locale, loaded once; NULL when it names none, or its file is not to be had. */
const Hyphens *fonts_hyphens(Fonts *fonts, const Locale *locale);

/* What stands between two break opportunities. */
typedef struct Word {
    int start, end;      /* bytes; the space behind it belongs to it */
    double width, space; /* without the space; the space's own */
    double hyphen;       /* a line can end here only with a hyphen so wide; 0: as it is */
    float above, below;  /* ink over and under the baseline */
} Word;

typedef struct Shape {
    const char *text;
    const Run *runs; /* logical order */
    int run_count;
    const Word *words;
    int word_count;
    const Run *hyphen; /* of one glyph, drawn where a line ends within a word; or NULL */
    bool parted; /* a hyphen may fill a line; else it only parts a word that no line holds */
    bool rtl;
    double ascent, descent; /* of the phrase's own font */
    float above, below;     /* the most of any word */
    gunichar missing;       /* the first character without a glyph; 0: none is missing */
} Shape;

/* How a phrase is to be shaped; any of these together. */
enum {
    FACE_BOLD = 1,
    FACE_PARTED = 2, /* words may end a line with a hyphen, where the language has hyphenation */
    FACE_LOW = 4     /* in the language's low families: there is no room for tall letters */
};
typedef unsigned Face;

/* Borrowed from @shapes: made at the first call, the same at every later one. */
const Shape *shapes_find(Shapes *shapes, const Phrase *phrase, Face face);
/* True when @locale has hyphenation, but its dictionary cannot be had. */
bool shapes_lack_hyphens(Shapes *shapes, const Locale *locale);

/* Word indices at which lines of a phrase end: line i is words ends[i-1] .. ends[i]-1, with
 * `first` in place of ends[-1]. */
typedef struct Lines {
    const int *ends;
    int count;
    int first;
    bool too_wide; /* a single word is wider than the measure */
} Lines;

/* Breaks the words of @shape from word @first on into lines of at most @width points at size
 * @size; @balance makes them nearly equal without making them more. */
Lines lines_break(Arena *arena, const Shape *shape, int first, double width, double size,
                  bool balance);
/* How far the ink of line @index reaches over and under its baseline. */
void lines_ink(const Shape *shape, const Lines *lines, int index, double size, double *above,
               double *below);
/* The distance of baselines at size @size: @leading, or more where ink would touch. */
double lines_leading(const Shape *shape, const Lines *lines, double size, double leading);
/* True when line @index ends with a hyphen. */
bool lines_end_in_word(const Shape *shape, const Lines *lines, int index);
double lines_widest(const Shape *shape, const Lines *lines, double size);
/* Line number @index, glyphs and all, with runs at their places; in @arena. */
Line lines_make(Arena *arena, const Shape *shape, const Lines *lines, int index);
