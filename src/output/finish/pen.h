/* output/finish/pen.h - codes of letters to strings, at their places.
 * A pen is one text object: it goes from line to line and from font to font. */
#pragma once
#include "output/finish/ground.h"
#include "output/finish/lettering.h"

typedef struct Pen {
    Lettering *lettering;
    Ground *ground;
    double size;        /* of the letters, points */
    Typeface *typeface; /* set last */
    double x, y;        /* where the text line starts, points */
    double at;          /* behind that, in thousandths of an em */
    bool in_array, in_string;
} Pen;

/* Begins text at (x, y) of content whose y grows downwards, moved by @matrix. */
Pen pen_new(Lettering *lettering, Ground *ground, double size, const cairo_matrix_t *matrix,
            double x, double y);
void pen_end(Pen *pen);

/* A text line starts at (x, y), in @typeface. */
void pen_start_line(Pen *pen, Typeface *typeface, double x, double y);
/* Shows @code with its left edge at @x behind the line's start, in thousandths of an em. */
void pen_show(Pen *pen, int code, double x);

/* Font units of the line's typeface to thousandths of an em. */
double pen_thousandths(const Pen *pen, double units);
