#include "model/page.h"

bool
pages_show_item(const Pages *pages, const Item *item)
{
    const Document *document = pages->document;
    const Format *format = document->variant.format;

    if (item->panel < 0 || item->block < 0)
        return true;

    int section = document->blocks[item->block].section;
    return format_shows_on(format, &format->panels.items[item->panel],
                           document->sections[section].id);
}

void
pages_free(Pages *pages)
{
    if (pages != NULL)
        arena_free(pages->arena);
}

const PanelPlace *
pages_find_place(const Pages *pages, const Item *item)
{
    return item->panel < 0 ? NULL : &pages->places[item->panel];
}

Rect
pages_rect_on_sheet(const Pages *pages, const Item *item, Rect rect)
{
    const PanelPlace *place = pages_find_place(pages, item);

    return place == NULL ? rect : panel_on_sheet(rect, place->area, place->turn);
}
