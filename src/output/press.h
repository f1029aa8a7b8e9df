/* output/press.h - a page on the sheet of a press: its boxes and the marks around it.
 * Points; y grows downwards from the top left corner of the media box. Knows nothing of content. */
#pragma once
#include "model/page.h"

typedef struct PressSheet {
    Size media;
    Rect trim, bleed; /* what is cut out, and how far paint reaches beyond it */
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
