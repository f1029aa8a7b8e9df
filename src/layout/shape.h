/* layout/shape.h - words and glyphs: fonts, phrases shaped once, lines broken by arithmetic.
 * Widths and advances inside a Shape are points at REFERENCE_SIZE; all other lengths are points. */
#pragma once
#include "layout/layout.h"

#include <pango/pangocairo.h>

/* The context to shape with. Loads the families of @locale that are loaded on demand only. */
PangoContext *fonts_context(Fonts *fonts, const Locale *locale);
const char *fonts_number_family(const Fonts *fonts);

/* What stands between two break opportunities. */
typedef struct Word {
    int start, end;      /* bytes; the space behind it belongs to it */
    double width, space; /* without the space; the space's own */
    float above, below;  /* ink over and under the baseline */
} Word;

typedef struct Shape {
    const char *text;
    const Run *runs; /* logical order */
    int run_count;
    const Word *words;
    int word_count;
    bool rtl;
    double ascent, descent; /* of the phrase's own font */
    gunichar missing;       /* the first character without a glyph; 0: none is missing */
} Shape;

/* Borrowed from @shapes: made at the first call, the same at every later one. */
const Shape *shapes_find(Shapes *shapes, const Phrase *phrase, bool bold);

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
double lines_widest(const Shape *shape, const Lines *lines, double size);
/* Line number @index, glyphs and all, with runs at their places; in @arena. */
Line lines_make(Arena *arena, const Shape *shape, const Lines *lines, int index);
