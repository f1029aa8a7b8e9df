/* Items under way. Pages are filled in any order; leaves are put into reading order at the end. */
#include "layout/canvas.h"

#include <string.h>

static const double over_tolerance = 0.5; /* points */

typedef struct PendingLeaf {
    Leaf leaf;
    int place; /* of its phrase in the reading order */
    int order;
    int number; /* as items know it until canvas_finish() */
} PendingLeaf;

struct Canvas {
    const Setting *setting;
    Arena *arena;
    GArray **pages; /* of Item */
    int page_count;
    GArray *leaves;
    int *places; /* in the reading order: MOST_PHRASES a block */
};

/* Where every phrase of every block stands in the reading order. */
static int *
reading_places(const Document *document, Arena *arena)
{
    g_autoptr(GArray) order = document_reading_order(document);
    int *places = arena_new_array(arena, int, document->block_count *MOST_PHRASES);

    for (guint i = 0; i < order->len; i++) {
        const PhrasePlace *place = &g_array_index(order, PhrasePlace, i);

        places[place->block * MOST_PHRASES + place->phrase] = (int) i;
    }
    return places;
}

Canvas *
canvas_new(const Setting *setting, Arena *arena, int page_count)
{
    Canvas *canvas = g_new0(Canvas, 1);

    canvas->setting = setting;
    canvas->arena = arena;
    canvas->page_count = page_count;
    canvas->pages = g_new0(GArray *, page_count);
    for (int i = 0; i < page_count; i++)
        canvas->pages[i] = g_array_new(FALSE, TRUE, sizeof(Item));
    canvas->leaves = g_array_new(FALSE, TRUE, sizeof(PendingLeaf));
    canvas->places = reading_places(setting->document, arena);
    return canvas;
}

Item *
canvas_add(Canvas *canvas, const Column *column, ItemKind kind, Rect rect, Ink ink)
{
    GArray *items = canvas->pages[column->page];
    Item item = {
        .kind = kind, .rect = rect, .panel = column->panel, .block = -1, .leaf = -1, .ink = ink
    };

    g_array_append_val(items, item);
    return &g_array_index(items, Item, items->len - 1);
}

int
canvas_count(const Canvas *canvas, const Column *column)
{
    return (int) canvas->pages[column->page]->len;
}

void
canvas_note_over(Canvas *canvas, const Column *column, int first)
{
    GArray *items = canvas->pages[column->page];
    double foot = column->rect.y + column->rect.height + over_tolerance;

    for (guint i = (guint) first; i < items->len; i++) {
        Item *item = &g_array_index(items, Item, i);

        item->over = MAX(item->rect.y + item->rect.height - foot, 0);
    }
}

void
canvas_tag(Canvas *canvas, Item *item, Leaf leaf, int order)
{
    int place = canvas->places[leaf.block * MOST_PHRASES + leaf.phrase];
    PendingLeaf pending = { leaf, place, order, (int) canvas->leaves->len };

    item->block = leaf.block;
    item->phrase = leaf.phrase;
    item->leaf = pending.number;
    g_array_append_val(canvas->leaves, pending);
}

/* A string that stands in the source language keeps its own direction, and so does a cell of a table,
 * whose column may be of another language. */
static bool
starts_right(const Setting *setting, const Block *block, const Phrase *phrase)
{
    bool own =
        phrase->untranslated || block->role == ROLE_CELL || block->role == ROLE_COLUMN_HEAD;

    return own ? phrase->locale->direction == DIRECTION_RTL : setting->rtl;
}

Item *
canvas_add_text(Canvas *canvas, const Setting *setting, const Column *column, Rect rect,
                const Set *set, int slot, int first, int count)
{
    const Shape *shape = set->shapes[slot];
    double size = set->size[slot], scale = size / REFERENCE_SIZE;
    double baseline = rect.y + set_baseline(setting, set, slot);
    const Block *block = &setting->document->blocks[set->block];
    bool right = starts_right(setting, block, &block->phrases[set->first_phrase + slot]);
    PlacedLine *lines = arena_new_array(canvas->arena, PlacedLine, count);
    Ink ink = setting->style->roles[set->roles[slot]].ink;

    for (int i = 0; i < count; i++) {
        Line line = lines_make(canvas->arena, shape, &set->lines[slot], first + i);

        lines[i].line = line;
        lines[i].x = right ? rect.x + rect.width - line.width * scale : rect.x;
        lines[i].baseline = baseline + i * set->leading[slot];
    }
    Item *item = canvas_add(canvas, column, ITEM_TEXT, rect, ink);
    item->text = shape->text;
    item->size = size;
    item->lines = lines;
    item->line_count = count;
    return item;
}

Phrase
phrase_of_number(const Setting *setting, const char *digits, Span *span)
{
    *span = (Span){ SPAN_NUMBER, 0, (int) strlen(digits) };
    return (Phrase){ .text = digits,
                     .locale = setting->document->variant.locale,
                     .spans = span,
                     .span_count = 1 };
}

static double
aligned_x(const Setting *setting, Rect rect, double width, Align align)
{
    double room = rect.width - width;
    bool right = (align == ALIGN_END) != setting->rtl;

    if (align == ALIGN_CENTRE)
        return rect.x + room / 2;
    return right ? rect.x + room : rect.x;
}

/* As in any leading; but where marks would then reach over it, ink goes into the middle, and hangs
 * from the top where even that is too little. */
static double
string_baseline(const Shape *shape, const Line *line, double size, double height)
{
    double scale = size / REFERENCE_SIZE, baseline = text_baseline(shape, size, height);
    double above = line->above * scale, below = line->below * scale;

    if (baseline >= above && baseline + below <= height)
        return baseline;
    return MAX((height - above - below) / 2, 0) + above;
}

Item *
canvas_add_string(Canvas *canvas, const Column *column, Rect rect, const Phrase *phrase,
                  bool bold, double size, Align align, Ink ink)
{
    const Shape *shape =
        shapes_find(canvas->setting->shapes, phrase, FACE_LOW | (bold ? FACE_BOLD : 0U));
    Lines lines = lines_break(canvas->arena, shape, 0, 1e6, size, false);
    PlacedLine *placed = arena_new_array(canvas->arena, PlacedLine, 1);
    Item *item = canvas_add(canvas, column, ITEM_TEXT, rect, ink);

    if (lines.count == 0)
        return item;
    placed->line = lines_make(canvas->arena, shape, &lines, 0);
    placed->x =
        aligned_x(canvas->setting, rect, placed->line.width * size / REFERENCE_SIZE, align);
    placed->baseline = rect.y + string_baseline(shape, &placed->line, size, rect.height);
    item->text = shape->text;
    item->size = size;
    item->lines = placed;
    item->line_count = 1;
    return item;
}

void
canvas_level_strings(Canvas *canvas, const Column *column, int count, Rect rect)
{
    const GArray *all = canvas->pages[column->page];
    const Item *items = &g_array_index(all, Item, all->len - (guint) count);
    double above = 0, below = 0, baseline = 0;

    for (int i = 0; i < count; i++) {
        double scale = items[i].size / REFERENCE_SIZE;

        if (items[i].line_count == 0)
            continue;
        above = MAX(above, items[i].lines[0].line.above * scale);
        below = MAX(below, items[i].lines[0].line.below * scale);
        baseline = MAX(baseline, items[i].lines[0].baseline - rect.y);
    }
    if (baseline < above || baseline + below > rect.height)
        baseline = MAX((rect.height - above - below) / 2, 0) + above;
    for (int i = 0; i < count; i++)
        if (items[i].line_count > 0) /* not handed out yet */
            ((PlacedLine *) items[i].lines)->baseline = rect.y + baseline;
}

/* --- the end ------------------------------------------------------------------------------- */

static int
compare_leaves(gconstpointer a, gconstpointer b)
{
    const PendingLeaf *first = a, *second = b;

    if (first->place != second->place)
        return first->place - second->place;
    if (first->order != second->order)
        return first->order - second->order;
    return first->number - second->number;
}

static void
number_parts(Leaf *leaves, int count)
{
    for (int i = 1; i < count; i++)
        if (leaves[i].kind == LEAF_TEXT && leaves[i - 1].kind == LEAF_TEXT &&
            leaves[i].block == leaves[i - 1].block && leaves[i].phrase == leaves[i - 1].phrase)
            leaves[i].part = leaves[i - 1].part + 1;
}

/* Sorts the leaves into reading order and tells the items their new numbers. */
static void
finish_leaves(Canvas *canvas, Pages *pages)
{
    int count = (int) canvas->leaves->len;
    Leaf *leaves = arena_new_array(canvas->arena, Leaf, count);
    g_autofree int *numbers = g_new(int, MAX(count, 1));

    g_array_sort(canvas->leaves, compare_leaves);
    for (int i = 0; i < count; i++) {
        const PendingLeaf *pending = &g_array_index(canvas->leaves, PendingLeaf, i);

        leaves[i] = pending->leaf;
        numbers[pending->number] = i;
    }
    number_parts(leaves, count);
    for (int i = 0; i < canvas->page_count; i++)
        for (guint k = 0; k < canvas->pages[i]->len; k++) {
            Item *item = &g_array_index(canvas->pages[i], Item, k);

            if (item->leaf >= 0)
                item->leaf = numbers[item->leaf];
        }
    pages->leaves = leaves;
    pages->leaf_count = count;
}

static void
finish_pages(Canvas *canvas, Pages *pages)
{
    Page *made = arena_new_array(canvas->arena, Page, canvas->page_count);

    for (int i = 0; i < canvas->page_count; i++) {
        const GArray *items = canvas->pages[i];

        made[i].size = canvas->setting->format->sheet;
        made[i].items = arena_copy(canvas->arena, items->data, items->len * sizeof(Item));
        made[i].item_count = (int) items->len;
    }
    pages->pages = made;
    pages->page_count = canvas->page_count;
}

static void
finish_places(Canvas *canvas, Pages *pages)
{
    const Format *format = canvas->setting->format;
    PanelPlace *places = arena_new_array(canvas->arena, PanelPlace, format->panels.count);

    for (int i = 0; i < format->panels.count; i++)
        places[i] = panel_place(canvas->setting, &format->panels.items[i]);
    pages->places = places;
}

static void
finish_uses(Canvas *canvas, Pages *pages, const Columns *columns)
{
    PanelUse *uses = arena_new_array(canvas->arena, PanelUse, columns->count);

    for (int i = 0; i < columns->count; i++) {
        const Column *column = &columns->items[i];

        uses[i] = (PanelUse){ column->panel, column->page, column->used,
                              column->rect.height - column->used };
    }
    pages->uses = uses;
    pages->use_count = columns->count;
}

Pages *
canvas_finish(Canvas *canvas, const Columns *columns)
{
    Pages *pages = arena_new_array(canvas->arena, Pages, 1);

    pages->arena = canvas->arena;
    pages->document = canvas->setting->document;
    pages->body_size = canvas->setting->body;
    pages->overflows = overflow_is_any(&columns->overflow);
    finish_leaves(canvas, pages);
    finish_pages(canvas, pages);
    finish_places(canvas, pages);
    pages->over = arena_copy(canvas->arena, columns->over,
                             canvas->setting->format->panels.count * sizeof(double));
    finish_uses(canvas, pages, columns);
    for (int i = 0; i < canvas->page_count; i++)
        g_array_unref(canvas->pages[i]);
    g_array_unref(canvas->leaves);
    g_free(canvas->pages);
    g_free(canvas);
    return pages;
}
