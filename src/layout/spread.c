/* Pages of a leaflet that does not fit, on paper large enough to see where it goes on. */
#include "layout/layout.h"

static const double room = 8; /* points round what stands outside */
static const double edge = 0.7, hatch_height = 2.4, hatch_stroke = 0.6; /* points */

typedef struct Bounds {
    double left, top, right, bottom;
} Bounds;

static void
take_rect(Bounds *bounds, Rect rect)
{
    bounds->left = MIN(bounds->left, rect.x);
    bounds->top = MIN(bounds->top, rect.y);
    bounds->right = MAX(bounds->right, rect.x + rect.width);
    bounds->bottom = MAX(bounds->bottom, rect.y + rect.height);
}

static void
take_item(Bounds *bounds, const Pages *pages, const Item *item)
{
    double scale = item->size / REFERENCE_SIZE;

    take_rect(bounds, pages_rect_on_sheet(pages, item, item->rect));
    for (int i = 0; i < item->line_count; i++) {
        const PlacedLine *placed = &item->lines[i];
        Rect ink = { placed->x, placed->baseline, placed->line.width * scale, 0 };

        take_rect(bounds, pages_rect_on_sheet(pages, item, ink));
    }
}

/* Of all pages together: they lie side by side, and so are equally large. */
static Bounds
bounds_of(const Pages *pages)
{
    Bounds bounds = { 0 };

    for (int i = 0; i < pages->page_count; i++) {
        const Page *page = &pages->pages[i];

        take_rect(&bounds, (Rect){ 0, 0, page->size.width, page->size.height });
        for (int k = 0; k < page->item_count; k++)
            take_item(&bounds, pages, &page->items[k]);
    }
    if (bounds.left < 0)
        bounds.left -= room;
    if (bounds.top < 0)
        bounds.top -= room;
    return bounds;
}

static Item
moved_item(const Item *item, double x, double y, Arena *arena)
{
    Item moved = *item;
    PlacedLine *lines =
        arena_copy(arena, item->lines, (size_t) item->line_count * sizeof(PlacedLine));

    moved.rect.x += x;
    moved.rect.y += y;
    for (int i = 0; i < item->line_count; i++) {
        lines[i].x += x;
        lines[i].baseline += y;
    }
    moved.lines = lines;
    return moved;
}

static const PanelPlace *
moved_places(const Pages *pages, double x, double y, Arena *arena)
{
    int count = pages->document->variant.format->panels.count;
    PanelPlace *places = arena_copy(arena, pages->places, (size_t) count * sizeof(PanelPlace));

    for (int i = 0; i < count; i++) {
        places[i].area.x += x;
        places[i].area.y += y;
    }
    return places;
}

/* The sheet's edge. */
static Item
edge_item(Rect sheet)
{
    return (Item){ .kind = ITEM_STROKE,
                   .rect = sheet,
                   .panel = -1,
                   .block = -1,
                   .leaf = -1,
                   .ink = INK_SOFT,
                   .stroke = edge };
}

/* Across the foot of a column: what stands below has no room. */
static Item
hatch_item(const Item *over)
{
    Item item = *over;
    double foot = over->rect.y + over->rect.height - over->over;

    item.kind = ITEM_HATCH;
    item.rect = (Rect){ over->rect.x, foot, over->rect.width, hatch_height };
    item.block = item.leaf = -1;
    item.ink = INK_TEXT;
    item.stroke = hatch_stroke;
    return item;
}

/* The first item over the foot of every column stands for all. */
static void
add_hatches(GArray *items, int count)
{
    g_autoptr(GArray) hatches = g_array_new(FALSE, FALSE, sizeof(Item));

    for (int i = 0; i < count; i++) {
        const Item *item = &g_array_index(items, Item, i);
        bool known = false;

        if (item->over <= 0 || item->kind != ITEM_TEXT)
            continue;
        Item hatch = hatch_item(item);
        for (guint k = 0; k < hatches->len && !known; k++) {
            Item *other = &g_array_index(hatches, Item, k);

            known = other->panel == hatch.panel && ABS(other->rect.y - hatch.rect.y) < room;
        }
        if (!known)
            g_array_append_val(hatches, hatch);
    }
    g_array_append_vals(items, hatches->data, hatches->len);
}

static Page
spread_page(const Page *page, const Bounds *bounds, Arena *arena)
{
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(Item));

    for (int i = 0; i < page->item_count; i++) {
        Item moved = moved_item(&page->items[i], -bounds->left, -bounds->top, arena);

        g_array_append_val(items, moved);
    }
    add_hatches(items, page->item_count);
    Item sheet =
        edge_item((Rect){ -bounds->left, -bounds->top, page->size.width, page->size.height });
    g_array_append_val(items, sheet);
    return (Page){ .size = { bounds->right - bounds->left, bounds->bottom - bounds->top },
                   .items = arena_copy(arena, items->data, items->len * sizeof(Item)),
                   .item_count = (int) items->len };
}

Pages *
layout_spread(const Pages *pages)
{
    Arena *arena = arena_new();
    Pages *spread = arena_copy(arena, pages, sizeof *pages);
    Page *made = arena_new_array(arena, Page, pages->page_count);
    Bounds bounds = bounds_of(pages);

    if (bounds.right > pages->pages[0].size.width)
        bounds.right += room;
    if (bounds.bottom > pages->pages[0].size.height)
        bounds.bottom += room;
    for (int i = 0; i < pages->page_count; i++)
        made[i] = spread_page(&pages->pages[i], &bounds, arena);
    spread->arena = arena;
    spread->pages = made;
    spread->places = moved_places(pages, -bounds.left, -bounds.top, arena);
    return spread;
}
