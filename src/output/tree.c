/* Pages to text, with positions in millimetres: what golden tests compare. */
#include "output/private.h"

#include <assert.h>
#include <string.h>

static const char *const kind_names[] = { "text",  "fill", "bubble", "stroke", "rule",   "disc",
                                          "hatch", "dots", "icon",   "page",   "picture" };
static_assert(G_N_ELEMENTS(kind_names) == ITEM_KIND_COUNT, "one name a kind of item");

static void
add_rect(GString *out, const Rect *rect)
{
    g_string_append_printf(out, "%.1f %.1f %.1fx%.1f", to_mm(rect->x), to_mm(rect->y),
                           to_mm(rect->width), to_mm(rect->height));
}

static const char *
panel_name(const Pages *pages, const Item *item)
{
    const Format *format = pages->document->variant.format;

    return item->panel < 0 ? "-" : format->panels.items[item->panel].id;
}

/* Lines of a turned panel begin where they do on the sheet, and run as the panel is turned. */
static void
add_lines(GString *out, const Pages *pages, const Item *item)
{
    const PanelPlace *place = pages_find_place(pages, item);

    for (int i = 0; i < item->line_count; i++) {
        const PlacedLine *placed = &item->lines[i];
        const Line *line = &placed->line;
        double x = placed->x, baseline = placed->baseline;

        if (place != NULL)
            point_on_sheet(&x, &baseline, place->area, place->turn);
        g_string_append_printf(out, "    %.1f %.1f \"%.*s\"\n", to_mm(x), to_mm(baseline),
                               line->end - line->start, item->text + line->start);
    }
}

static void
add_item(GString *out, const Pages *pages, const Item *item)
{
    const Document *document = pages->document;
    const PanelPlace *place = pages_find_place(pages, item);
    Rect rect = pages_rect_on_sheet(pages, item, item->rect);

    g_string_append_printf(out, "  %s %s ", kind_names[item->kind], panel_name(pages, item));
    add_rect(out, &rect);
    if (place != NULL && place->turn != 0)
        g_string_append_printf(out, " turned %d", place->turn);
    if (item->block >= 0)
        g_string_append_printf(out, " %s", role_info(document->blocks[item->block].role)->name);
    if (item->phrase > 0)
        g_string_append_printf(out, "/%d", item->phrase + 1);
    if (item->kind == ITEM_TEXT)
        g_string_append_printf(out, " %gpt", item->size);
    if (item->icon != NULL)
        g_string_append_printf(out, " %s%s", item->icon->id, item->mirrored ? " mirrored" : "");
    if (item->kind == ITEM_TEXT && item->block >= 0 && document->blocks[item->block].link != NULL)
        g_string_append_printf(out, " to %s", document->blocks[item->block].link->target);
    if (item->leaf >= 0)
        g_string_append_printf(out, " leaf %d", item->leaf);
    g_string_append_c(out, '\n');
    add_lines(out, pages, item);
}

GPtrArray *
tree_make(Painter *painter, const Pages *pages, const OutputSettings *settings, GError **error)
{
    GString *out = g_string_new(NULL);
    GPtrArray *files = output_files_new();

    (void) painter;
    (void) settings;
    (void) error;
    g_string_append_printf(out, "%s\nbody %g pt, %d pages, %d leaves\n", pages->document->title,
                           pages->body_size, pages->page_count, pages->leaf_count);
    for (int i = 0; i < pages->page_count; i++) {
        const Page *page = &pages->pages[i];

        g_string_append_printf(out, "page %d %.1fx%.1f\n", i + 1, to_mm(page->size.width),
                               to_mm(page->size.height));
        for (int k = 0; k < page->item_count; k++)
            add_item(out, pages, &page->items[k]);
    }
    output_files_add(files, g_strdup(".tree"), g_string_free_to_bytes(out));
    return files;
}
