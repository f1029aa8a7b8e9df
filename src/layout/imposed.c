/* A leaflet's pages on the sheets of a printer, with small print and marks to cut at. */
#include "layout/canvas.h"

#include <math.h>

static const double note_size = 9; /* points, at most */
/* Millimetres. */
static const double mark_length = 3, least_mark = 1, mark_space = 1, mark_width = 0.1;
static const double at_edge = 1; /* mm: what ends so near to the sheet's edge is not cut */

typedef struct Imposer {
    Canvas *canvas;
    const Setting *setting;
    const Pages *leaflet;
    const Imposition *imposition;
} Imposer;

/* --- pages and words ----------------------------------------------------------------------- */

static void
add_page(const Imposer *imposer, int face, int index)
{
    const Column place = { .panel = -1, .page = face };
    ImposedPage page = impose_page(imposer->imposition, face, index);

    if (page.page < 0)
        return;
    Item *item = canvas_add(imposer->canvas, &place, ITEM_PAGE, page.rect, INK_TEXT);
    item->shown = imposer->leaflet;
    item->shown_page = page.page;
}

static double
width_of(const Imposer *imposer, const Phrase *phrase, Arena *scratch)
{
    const Shape *shape = shapes_find(imposer->setting->shapes, phrase, FACE_LOW);
    Lines lines = lines_break(scratch, shape, 0, 1e6, note_size, false);

    return lines_widest(shape, &lines, note_size);
}

/* Outside of the pages, on one line, however small that makes it. */
static void
add_note(const Imposer *imposer, int face)
{
    const Setting *setting = imposer->setting;
    const Column place = { .panel = 0, .page = face };
    const Panel *panel = &setting->format->panels.items[0];
    const Phrase *phrase = &setting->document->blocks[face].phrases[0];
    Rect rect = panel_upright(panel->area, panel->turn);
    double width = width_of(imposer, phrase, setting->scratch);

    canvas_add_string(imposer->canvas, &place, rect, phrase, false,
                      note_size * MIN(1, rect.width / width), ALIGN_CENTRE, INK_QUIET)
        ->block = face;
}

/* --- marks --------------------------------------------------------------------------------- */

/* From where to where a mark points from outside to an edge at @edge: beside the pages, or on the cut itself
 * where they reach as far as the printer does. */
typedef struct Reach {
    double start, length;
} Reach;

static Reach
mark_reach(const Imposer *imposer, double edge)
{
    double safe = imposer->setting->format->safe, end = edge - mm(mark_space);
    double start = MAX(end - mm(mark_length), safe);

    if (end - start < mm(least_mark))
        return (Reach){ safe, mm(mark_length) };
    return (Reach){ start, end - start };
}

/* Of a cut from the top to the foot of the sheet, at @x. */
static void
mark_upright(const Imposer *imposer, int face, double x)
{
    const Column place = { .panel = -1, .page = face };
    const Size *sheet = &imposer->imposition->sheet;
    Reach reach = mark_reach(imposer, impose_block(imposer->imposition).y);
    Rect mark = { x - mm(mark_width) / 2, reach.start, mm(mark_width), reach.length };

    if (x < mm(at_edge) || x > sheet->width - mm(at_edge))
        return;
    canvas_add(imposer->canvas, &place, ITEM_RULE, mark, INK_TEXT);
    mark.y = sheet->height - reach.start - mark.height;
    canvas_add(imposer->canvas, &place, ITEM_RULE, mark, INK_TEXT);
}

static void
mark_across(const Imposer *imposer, int face, double y)
{
    const Column place = { .panel = -1, .page = face };
    const Size *sheet = &imposer->imposition->sheet;
    Reach reach = mark_reach(imposer, impose_block(imposer->imposition).x);
    Rect mark = { reach.start, y - mm(mark_width) / 2, reach.length, mm(mark_width) };

    if (y < mm(at_edge) || y > sheet->height - mm(at_edge))
        return;
    canvas_add(imposer->canvas, &place, ITEM_RULE, mark, INK_TEXT);
    mark.x = sheet->width - reach.start - mark.width;
    canvas_add(imposer->canvas, &place, ITEM_RULE, mark, INK_TEXT);
}

/* Both edges of every column; where two meet, one mark, and none where they are folded. */
static void
mark_columns(const Imposer *imposer, int face)
{
    const Imposition *imposition = imposer->imposition;
    const Rect block = impose_block(imposition);
    bool touch = imposition->gutter < mm(mark_width);
    bool folded = imposition->scheme == SCHEME_SADDLE;
    double width = imposition->page.width;

    for (int i = 0; i < imposition->columns; i++) {
        double x = block.x + i * (width + imposition->gutter);

        if (i == 0 || !touch)
            mark_upright(imposer, face, x);
        if (i == imposition->columns - 1 || !folded)
            mark_upright(imposer, face, x + width);
    }
}

static void
mark_rows(const Imposer *imposer, int face)
{
    const Imposition *imposition = imposer->imposition;
    const Rect block = impose_block(imposition);
    bool touch = imposition->gutter < mm(mark_width);
    double height = imposition->page.height;

    for (int i = 0; i < imposition->rows; i++) {
        double y = block.y + i * (height + imposition->gutter);

        if (i == 0 || !touch)
            mark_across(imposer, face, y);
        mark_across(imposer, face, y + height);
    }
}

/* --- the whole ----------------------------------------------------------------------------- */

Pages *
layout_imposed(const Pages *leaflet, const Imposition *imposition, const Document *document,
               Shapes *shapes)
{
    g_autoptr(Arena) scratch = arena_new();
    Setting setting = setting_new(document, shapes, NULL, scratch, note_size);
    const double over[] = { 0 }; /* one panel, which nothing flows through */
    const Columns none = { .overflow = { .panel = -1, .wide_block = -1 }, .over = over };
    int faces = impose_face_count(imposition);
    const Imposer imposer = { canvas_new(&setting, arena_new(), faces), &setting, leaflet,
                              imposition };

    for (int face = 0; face < faces; face++) {
        for (int i = 0; i < impose_place_count(imposition); i++)
            add_page(&imposer, face, i);
        if (document->variant.format->cut_marks) {
            mark_columns(&imposer, face);
            mark_rows(&imposer, face);
        }
        if (face < document->block_count)
            add_note(&imposer, face);
    }
    Pages *pages = canvas_finish(imposer.canvas, &none);
    pages->untagged = true;
    return pages;
}
