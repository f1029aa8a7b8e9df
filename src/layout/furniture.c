/* What stands on a page whatever flows on it: draft bands, the running footer, page numbers. */
#include "layout/canvas.h"

#include <string.h>

static const DocumentSection *
find_section(const Document *document, const char *id)
{
    for (int i = 0; i < document->section_count; i++)
        if (strcmp(document->sections[i].id, id) == 0)
            return &document->sections[i];
    return NULL;
}

/* --- the draft band ------------------------------------------------------------------------ */

static double
phrase_width(const Setting *setting, const Phrase *phrase, double size)
{
    const Shape *shape = shapes_find(setting->shapes, phrase, FACE_LOW | FACE_BOLD);
    Lines lines = lines_break(setting->scratch, shape, 0, 1e6, size, false);

    return lines_widest(shape, &lines, size);
}

static void
add_hatch(Canvas *canvas, const Setting *setting, const Column *place, double x, double width)
{
    double height = setting->style->hatch_height;
    Rect rect = { x, place->rect.y + (place->rect.height - height) / 2, width, height };

    if (rect.width > mm(2))
        canvas_add(canvas, place, ITEM_HATCH, rect, INK_SOFT)->stroke = mm(0.3);
}

/* The words of the draft side by side in the middle of the band; hatching fills it up. */
static void
add_band(Canvas *canvas, const Setting *setting, const Column *place, int block_index,
         bool tagged)
{
    const Block *block = &setting->document->blocks[block_index];
    double size = role_size(setting, ROLE_DRAFT), gap = mm(3), width = 0;
    double widths[MOST_PHRASES];
    Rect band = place->rect;

    for (int i = 0; i < block->phrase_count; i++) {
        widths[i] = phrase_width(setting, &block->phrases[i], size);
        width += widths[i] + (i > 0 ? gap : 0);
    }
    double hatched = (band.width - width) / 2 - mm(2);
    add_hatch(canvas, setting, place, band.x, hatched);
    add_hatch(canvas, setting, place, band.x + band.width - hatched, hatched);

    double x = band.x + (band.width - width) / 2;
    for (int i = 0; i < block->phrase_count; i++) {
        int phrase = setting->rtl ? block->phrase_count - 1 - i : i;
        Rect rect = { x, band.y, widths[phrase], band.height };
        Item *item = canvas_add_string(canvas, place, rect, &block->phrases[phrase], true, size,
                                       ALIGN_CENTRE, INK_TEXT);

        item->block = block_index;
        item->phrase = phrase;
        if (tagged)
            canvas_tag(canvas, item, (Leaf){ LEAF_TEXT, block_index, phrase, place->page, 0 },
                       phrase);
        x += widths[phrase] + gap;
    }
    canvas_level_strings(canvas, place, block->phrase_count, band);
}

static Column
band_place(const Setting *setting, int index, int page)
{
    const Panel *panel = &setting->format->panels.items[index];
    Rect rect = panel_frame_on(setting, panel, page);

    rect.y = panel->band;
    rect.height = setting->style->band_height;
    return (Column){ .panel = index, .page = page, .rect = rect };
}

static void
add_bands(Canvas *canvas, const Setting *setting, int page_count)
{
    const Format *format = setting->format;
    const DocumentSection *draft = find_section(setting->document, "draft");

    if (draft == NULL)
        return;
    for (int page = 0; page < page_count; page++)
        for (int i = 0; i < format->panels.count; i++) {
            const Panel *panel = &format->panels.items[i];

            if (!format_panel_is_on(format, panel, page, page_count))
                continue;
            Column place = band_place(setting, i, page);
            add_band(canvas, setting, &place, draft->first, page == 0 && i == 0);
        }
}

/* Away from the back of what is bound. */
static bool
number_at_start(const Setting *setting, int page)
{
    return setting->format->bound && page % 2 == 1;
}

/* --- the running head ---------------------------------------------------------------------- */

/* The first block that begins on @page; -1: none does. */
static int
first_block_on(const Setting *setting, int page)
{
    for (int i = 0; i < setting->document->block_count; i++)
        if (setting->block_pages[i] == page)
            return i;
    return -1;
}

/* The heading of the section that block @index is in, unless it is that itself; NULL: there is none. */
static const Block *
heading_above(const Document *document, int index)
{
    const DocumentSection *section = &document->sections[document->blocks[index].section];

    for (int i = section->first; i < index; i++)
        if (document->blocks[i].role == ROLE_HEADING)
            return &document->blocks[i];
    return NULL;
}

/* What has begun on a page before, in small print between its band and the rule it hangs under, on the side of
 * the page's number. Nobody hears it: it has been read. */
static void
add_running_head(Canvas *canvas, const Setting *setting, int page)
{
    const Column place = { .panel = -1, .page = page };
    int first = first_block_on(setting, page);
    const Block *heading = first < 0 ? NULL : heading_above(setting->document, first);
    Rect rect = panel_frame_on(setting, &setting->format->panels.items[0], page);
    double top = setting->format->running_head_top;

    if (heading == NULL)
        return;
    rect.height = rect.y - top;
    rect.y = top;
    canvas_add_string(canvas, &place, rect, &heading->phrases[0], false,
                      role_size(setting, ROLE_COLOPHON),
                      number_at_start(setting, page) ? ALIGN_START : ALIGN_END, INK_QUIET);
}

/* --- the running footer -------------------------------------------------------------------- */

static void
add_page_number(Canvas *canvas, const Setting *setting, Column *place)
{
    g_autofree char *digits = g_strdup_printf("%d", place->page + 1);
    Span span;
    Phrase number = phrase_of_number(setting, digits, &span);
    Rect rect = place->rect;

    rect.height = role_leading(setting, ROLE_PAGE_NUMBER);
    canvas_add_string(canvas, place, rect, &number, true, role_size(setting, ROLE_PAGE_NUMBER),
                      setting->sides != NULL                  ? ALIGN_CENTRE
                      : number_at_start(setting, place->page) ? ALIGN_START
                                                              : ALIGN_END,
                      INK_TEXT);
}

/* The footer's rows leave room for the page number at the end; between two languages there is room. */
static double
number_width(const Setting *setting)
{
    return setting->sides == NULL ? mm(16) : 0;
}

static RowList
footer_rows(const Setting *setting, const DocumentSection *section, double width)
{
    return rows_make(setting, (Cursor){ section->first, 0 }, section->first + section->count,
                     width - number_width(setting), 0, (Across){ 1, 0, false });
}

void
furniture_measure(Setting *setting)
{
    const Format *format = setting->format;
    const DocumentSection *section = find_section(setting->document, "colophon");

    setting->footer_top = format->running_footer_top; /* the page's number alone */
    if (!format->running_footer || section == NULL)
        return;
    RowList rows = footer_rows(setting, section, format->panels.items[0].frame.width);
    double lowest = format->sheet.height - format->safe - rows_overhang(setting, &rows) -
                    rows_height(&rows, 0, rows.count);
    setting->footer_top = MIN(format->running_footer_top, lowest);
}

/* Sets the colophon's blocks in the foot margin. */
static void
add_footer(Canvas *canvas, const Setting *setting, const DocumentSection *section, int page,
           bool repeated)
{
    const Panel *panel = &setting->format->panels.items[0];
    Rect rect = panel_frame_on(setting, panel, page);

    rect.y = setting->footer_top;
    Column place = { .page = page, .rect = rect, .foot = true, .repeated = repeated };
    add_page_number(canvas, setting, &place);
    if (section == NULL)
        return;
    place.rows = footer_rows(setting, section, place.rect.width);
    place.count = place.rows.count;
    place.rect.width -= number_width(setting);
    if (setting->rtl != number_at_start(setting, page))
        place.rect.x += number_width(setting);
    place_column(canvas, setting, &place);
}

void
place_furniture(Canvas *canvas, const Setting *setting, int page_count)
{
    const DocumentSection *colophon = find_section(setting->document, "colophon");
    bool said = false;

    add_bands(canvas, setting, page_count);
    for (int page = 0; page < page_count; page++) {
        if (!format_has_footer(setting->format, page, page_count))
            continue;
        add_footer(canvas, setting, colophon, page, said);
        if (setting->format->running_head_top > 0)
            add_running_head(canvas, setting, page);
        said = true;
    }
}
