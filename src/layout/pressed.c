/* A leaflet's pages on the sheets of a press, each with the slug for whoever prints. */
#include "layout/canvas.h"

static const double slug_size = 6; /* points, at most */

typedef struct Presser {
    Canvas *canvas;
    const Setting *setting;
    const Pages *leaflet;
} Presser;

static void
add_page(const Presser *presser, int page)
{
    const Column place = { .panel = -1, .page = page };
    const Format *format = presser->leaflet->document->variant.format;
    PressSheet sheet = press_sheet(format, presser->leaflet->pages[page].size);
    Item *item = canvas_add(presser->canvas, &place, ITEM_PAGE, sheet.trim, INK_TEXT);

    item->shown = presser->leaflet;
    item->shown_page = page;
    item->beyond = format->bleed;
}

/* What begins a line of the staff's language is the other end of the leaflet's, where the two run in
 * opposite directions. */
static Align
start_of(const Setting *setting, const Phrase *phrase)
{
    bool right = phrase->locale->direction == DIRECTION_RTL;

    return right == setting->rtl ? ALIGN_START : ALIGN_END;
}

/* On one line, however small that makes it. */
static void
add_slug(const Presser *presser, int page)
{
    const Setting *setting = presser->setting;
    const Column place = { .panel = 0, .page = page };
    const Phrase *phrase = &setting->document->blocks[page].phrases[0];
    const Shape *shape = shapes_find(setting->shapes, phrase, FACE_LOW);
    Lines lines = lines_break(setting->scratch, shape, 0, 1e6, slug_size, false);
    Rect rect = setting->format->panels.items[0].area;
    double width = lines_widest(shape, &lines, slug_size);

    canvas_add_string(presser->canvas, &place, rect, phrase, false,
                      slug_size * MIN(1, rect.width / width), start_of(setting, phrase),
                      INK_TEXT)
        ->block = page;
}

Pages *
layout_pressed(const Pages *leaflet, const Document *document, Shapes *shapes)
{
    g_autoptr(Arena) scratch = arena_new();
    Setting setting = setting_new(document, shapes, NULL, scratch, slug_size);
    const double over[] = { 0 }; /* one panel, which nothing flows through */
    const Columns none = { .overflow = { .panel = -1, .wide_block = -1 }, .over = over };
    const Presser presser = { canvas_new(&setting, arena_new(), leaflet->page_count), &setting,
                              leaflet };

    for (int page = 0; page < leaflet->page_count; page++) {
        add_page(&presser, page);
        if (page < document->block_count)
            add_slug(&presser, page);
    }
    Pages *pages = canvas_finish(presser.canvas, &none);
    pages->untagged = true;
    return pages;
}
