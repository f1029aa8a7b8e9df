/* model/press.h - a page on the sheet of a press: its boxes, the marks around it and where the slug stands.
 * Points; y grows downwards from the top left corner of the media box. Knows nothing of content. */
#pragma once
#include "base/arena.h"
#include "model/format.h"

#include <glib.h>

typedef struct PressSheet {
    Size media;
    Rect trim, bleed; /* what is cut out, and how far paint reaches beyond it */
    Rect slug;        /* one line for whoever prints, below the marks */
} PressSheet;

/* A straight line outside the bleed. */
typedef struct PressMark {
    double x0, y0, x1, y1;
    bool dashed; /* a fold */
} PressMark;

PressSheet press_sheet(const Format *format, Size page);

/* Crop marks at the corners, and where the paper is folded: an array of PressMark; free with
 * g_array_unref(). @page counts from 0; @mirrored: the paper opens from the other side. */
GArray *press_marks(const PressSheet *sheet, const Format *format, int page, bool mirrored);

/* The sheets of pages of @format as a format of their own, in @arena: one panel, for the slug. */
Format press_format(const Format *format, Arena *arena);
