/* Where every string of a leaflet stands, by the glyphs of its lines. */
#include "layout/layout.h"

#include <math.h>
#include <string.h>

static const double tolerance = 0.5; /* points */

typedef struct Marker {
    const Pages *pages;
    const Locale *locale;
    GArray *boxes; /* of Box */
} Marker;

/* From the left edge of a line to the right, in points; empty: left > right. */
typedef struct Extent {
    double left, right;
} Extent;

/* --- one line ------------------------------------------------------------------------------ */

static void
take_run(Extent *extent, const PlacedRun *placed, const Said *said)
{
    double x = placed->x;

    if (placed->run.said != NULL) /* a hyphen, after the letters before it */
        return;
    for (int i = 0; i < placed->run.count; i++) {
        const Glyph *glyph = &placed->run.glyphs[i];

        if ((int) glyph->byte >= said->start && (int) glyph->byte < said->end) {
            extent->left = MIN(extent->left, x);
            extent->right = MAX(extent->right, x + glyph->advance);
        }
        x += glyph->advance;
    }
}

static bool
is_whole(const Line *line, const Said *said)
{
    return said->start <= line->start && said->end >= line->end - 1; /* a space at the end */
}

/* At REFERENCE_SIZE. */
static Extent
extent_of(const Line *line, const Said *said)
{
    Extent extent = { INFINITY, -INFINITY };

    if (is_whole(line, said))
        return (Extent){ 0, line->width };
    for (int i = 0; i < line->count; i++)
        take_run(&extent, &line->runs[i], said);
    return (Extent){ MAX(extent.left, 0),
                     MIN(extent.right, line->width) }; /* no space at its end */
}

/* --- one message --------------------------------------------------------------------------- */

static Rect
join(Rect a, Rect b)
{
    double left = MIN(a.x, b.x), right = MAX(a.x + a.width, b.x + b.width);
    double top = MIN(a.y, b.y), bottom = MAX(a.y + a.height, b.y + b.height);

    return (Rect){ left, top, right - left, bottom - top };
}

static bool
is_over(const Pages *pages, const Item *item, Rect rect)
{
    bool below = item->over > 0 && rect.y + rect.height > item->rect.y + item->rect.height -
                                                              item->over + tolerance;
    bool wide = rect.width > item->rect.width + tolerance;

    return pages->overflows && (below || wide);
}

static void
add_box(const Marker *marker, const Item *item, Box box)
{
    const PanelPlace *place = pages_find_place(marker->pages, item);

    if (place != NULL && place->turn == 180)
        box.rtl = !box.rtl;
    box.over = is_over(marker->pages, item, box.rect);
    box.rect = pages_rect_on_sheet(marker->pages, item, box.rect);
    g_array_append_val(marker->boxes, box);
}

/* Lines that are its own make one rectangle. */
static void
box_said(const Marker *marker, const Item *item, int page, const Said *said, bool rtl)
{
    double scale = item->size / REFERENCE_SIZE, height = item->rect.height / item->line_count;
    Box whole = { .text = said->source, .page = page, .rtl = rtl };

    for (int i = 0; i < item->line_count; i++) {
        const PlacedLine *placed = &item->lines[i];
        Extent extent = extent_of(&placed->line, said);
        Rect rect = { placed->x + extent.left * scale, item->rect.y + i * height,
                      (extent.right - extent.left) * scale, height };

        if (said->end <= placed->line.start || said->start >= placed->line.end ||
            extent.left >= extent.right)
            continue;
        if (is_whole(&placed->line, said)) {
            whole.rect = whole.rect.width > 0 ? join(whole.rect, rect) : rect;
            continue;
        }
        Box part = whole;
        part.rect = rect;
        part.shared = said->start > placed->line.start;
        add_box(marker, item, part);
    }
    if (whole.rect.width > 0)
        add_box(marker, item, whole);
}

/* --- all of them --------------------------------------------------------------------------- */

/* The phrase whose words @item shows, in the language looked for; or NULL. */
static const Phrase *
phrase_of(const Marker *marker, const Item *item)
{
    if (item->kind != ITEM_TEXT || item->block < 0 || item->line_count == 0)
        return NULL;
    const Phrase *phrase = &marker->pages->document->blocks[item->block].phrases[item->phrase];
    bool is_number = strcmp(item->text, phrase->text) != 0; /* on a disc, beside the phrase */

    return phrase->meant == marker->locale && !is_number ? phrase : NULL;
}

static void
box_item(const Marker *marker, const Item *item, int page)
{
    const Phrase *phrase = phrase_of(marker, item);

    if (phrase == NULL)
        return;
    for (int i = 0; i < phrase->said_count; i++)
        box_said(marker, item, page, &phrase->said[i],
                 phrase->locale->direction == DIRECTION_RTL);
}

Boxes
layout_boxes(const Pages *pages, const Locale *locale)
{
    g_autoptr(GArray) boxes = g_array_new(FALSE, FALSE, sizeof(Box));
    const Marker marker = { pages, locale, boxes };

    for (int i = 0; i < pages->page_count; i++)
        for (int k = 0; k < pages->pages[i].item_count; k++)
            box_item(&marker, &pages->pages[i].items[k], i);
    return (Boxes){ arena_copy(pages->arena, boxes->data, boxes->len * sizeof(Box)),
                    (int) boxes->len };
}
