/* layout/words.h - where the lines of a phrase may end. Takes its text and what its glyphs measure, gives
 * words: what stands between two places where a line may end. */
#pragma once
#include "layout/hyphens.h"
#include "layout/shape.h"

/* What the glyphs of a cluster measure, at the byte where it begins; zero elsewhere. */
typedef struct Reach {
    float advance, above, below; /* ink over and under the baseline */
    float blank; /* without ink at the end: a full-width stop has half an em of it */
} Reach;

/* Words of @phrase in @arena; returns how many. @reach has one element a byte. */
int words_find(Arena *arena, const Phrase *phrase, const Reach *reach, const Word **words);

/* The words of @shape, and where @hyphens allows it parts of words that a hyphen ends: @hyphen wide, in text
 * set in @face. In place of the words that are there. */
void words_part(Arena *arena, Shape *shape, const Phrase *phrase, const Hyphens *hyphens,
                const Run *hyphen);
