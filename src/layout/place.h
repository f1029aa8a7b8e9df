/* layout/place.h - one block where it stands: what roles.c and place.c share. Everything is measured
 * from the start edge; part_rect() turns that into left or right. */
#pragma once
#include "layout/canvas.h"

/* Order of the leaves of one phrase: its number, its pictogram, its lines by their first word, the
 * mark behind them. */
enum { ORDER_LABEL, ORDER_FIGURE, ORDER_TEXT, ORDER_MARK = 900000 };

/* One block, or the part of it that stands in this column. */
typedef struct Part {
    Canvas *canvas;
    const Setting *setting;
    const Column *column;
    const Block *block;
    const Group *group; /* or NULL */
    const Set *set;
    int first_line, line_count;
    double y, height;
    bool begins, ends; /* its block */
    double *thread;    /* y where the disc of the step before ends; < 0: none in this column */
} Part;

/* A rectangle @offset from the column's start edge. */
Rect part_rect(const Part *part, double offset, double y, double width, double height);
Item *part_add(const Part *part, ItemKind kind, Rect rect, Ink ink);
void part_tag(const Part *part, Item *item, LeafKind kind, int phrase, int order);
/* A pictogram, tagged as a figure. */
void part_add_icon(const Part *part, const Icon *icon, Rect rect, Ink ink, int order);
/* The group's number on a disc in the gutter. */
void part_add_disc(const Part *part);
/* A square of @size in the gutter, its centre on a line of text that begins at @y. */
Rect part_gutter(const Part *part, double size, double y);

/* Text, and what belongs to it by its role: rules, bubbles, discs, lines to write on. */
void part_place(const Part *part);
