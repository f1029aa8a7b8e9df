/* output/finish/ground.h - what is known of the graphics state while content is written, so that
 * nothing is set twice. */
#pragma once
#include "model/format.h"
#include "output/finish/typeface.h"

typedef struct Ground {
    GString *out;
    const Palette *palette;
    int fill, stroke; /* Ink; -1: not known */
    double width;     /* of lines; 0: not known */
    const Typeface *typeface;
    double size; /* of text */
} Ground;

Ground ground_new(GString *out, const Palette *palette);

void ground_fill(Ground *ground, Ink ink);
/* @width 0: as it is. */
void ground_stroke(Ground *ground, Ink ink, double width);
