/* layout/canvas.h - from columns to the items of pages. */
#pragma once
#include "layout/columns.h"

/* Items under way: pages are filled in any order, leaves are put into reading order at the end. */
typedef struct Canvas Canvas;

Canvas *canvas_new(const Setting *setting, Arena *arena, int page_count);
/* Adds an item on the column's page. The pointer is good until the next one is added. */
Item *canvas_add(Canvas *canvas, const Column *column, ItemKind kind, Rect rect, Ink ink);
/* How many items its page has. */
int canvas_count(const Canvas *canvas, const Column *column);
/* Notes of the items from number @first on how much of them stands beyond the column's foot. */
void canvas_note_over(Canvas *canvas, const Column *column, int first);
/* Makes @item a leaf; @order sorts the leaves of one block. */
void canvas_tag(Canvas *canvas, Item *item, Leaf leaf, int order);

/* Lines [first, first + count) of a phrase of a block, start-aligned in its own direction. */
Item *canvas_add_text(Canvas *canvas, const Setting *setting, const Column *column, Rect rect,
                      const Set *set, int slot, int first, int count);

typedef enum Align { ALIGN_START, ALIGN_CENTRE, ALIGN_END } Align;

/* One line of @phrase at @size in the middle of @rect's height. */
Item *canvas_add_string(Canvas *canvas, const Column *column, Rect rect, const Phrase *phrase,
                        bool bold, double size, Align align, Ink ink);
/* The last @count of those, side by side in @rect, get one baseline. */
void canvas_level_strings(Canvas *canvas, const Column *column, int count, Rect rect);
/* A number as a phrase: Western digits, in the numbers' family. @span must outlive the phrase. */
Phrase phrase_of_number(const Setting *setting, const char *digits, Span *span);

/* Puts the finished pages together and frees the canvas. */
Pages *canvas_finish(Canvas *canvas, const Columns *columns);

/* The text, rules and drawings of one column. */
void place_column(Canvas *canvas, const Setting *setting, const Column *column);
/* Sets footer_top: where the format puts the running footer, or higher for a script whose lines
 * would come too near to the sheet's edge. */
void furniture_measure(Setting *setting);
/* Draft bands, running footers, page numbers: what stands on a page whatever flows on it. */
void place_furniture(Canvas *canvas, const Setting *setting, int page_count);
