/* Items to a cairo context. Whoever listens is told where every leaf begins and ends; this file
 * does not know what for. */
#include "output/private.h"

#include <assert.h>

typedef struct Brush {
    Painter *painter;
    cairo_t *cr;
    const Palette *palette;
    const LeafListener *listener; /* or NULL */
} Brush;

static void
set_ink(const Brush *brush, Ink ink)
{
    const Colour *colour = &brush->palette->inks[ink];

    cairo_set_source_rgb(brush->cr, colour->red, colour->green, colour->blue);
}

/* --- places -------------------------------------------------------------------------------- */

cairo_matrix_t
item_matrix(const Pages *pages, const Item *item)
{
    const PanelPlace *place = pages_find_place(pages, item);
    cairo_matrix_t matrix;

    cairo_matrix_init_identity(&matrix);
    if (place == NULL || place->turn == 0)
        return matrix;
    double x = place->area.x + place->area.width / 2;
    double y = place->area.y + place->area.height / 2;

    cairo_matrix_translate(&matrix, x, y);
    cairo_matrix_rotate(&matrix, place->turn * G_PI / 180);
    cairo_matrix_translate(&matrix, -x, -y);
    return matrix;
}

cairo_matrix_t
shown_matrix(const Item *item)
{
    Size size = item->shown->pages[item->shown_page].size;
    cairo_matrix_t matrix;

    cairo_matrix_init_translate(&matrix, item->rect.x, item->rect.y);
    cairo_matrix_scale(&matrix, item->rect.width / size.width, item->rect.height / size.height);
    return matrix;
}

/* --- text ---------------------------------------------------------------------------------- */

/* Glyphs of one run as cairo wants them, with the text of every cluster. */
typedef struct Shown {
    cairo_glyph_t *glyphs;
    cairo_text_cluster_t *clusters;
    GString *text;
    int glyph_count, cluster_count;
} Shown;

static int
cluster_end(const Run *run, int first, int next)
{
    if (run->level % 2 == 1)
        return first > 0 ? (int) run->glyphs[first - 1].byte : run->end;
    return next < run->count ? (int) run->glyphs[next].byte : run->end;
}

static void
collect(Shown *shown, const Run *run, const char *text, double x, double y, double scale)
{
    for (int first = 0, next; first < run->count; first = next) {
        int drawn = 0;

        for (next = first;
             next < run->count && run->glyphs[next].byte == run->glyphs[first].byte; next++) {
            const Glyph *glyph = &run->glyphs[next];

            if (glyph->id != NO_GLYPH) {
                shown->glyphs[shown->glyph_count++] =
                    (cairo_glyph_t){ glyph->id, x + glyph->dx * scale, y + glyph->dy * scale };
                drawn++;
            }
            x += glyph->advance * scale;
        }
        int start = (int) run->glyphs[first].byte, bytes = cluster_end(run, first, next) - start;
        shown->clusters[shown->cluster_count++] = (cairo_text_cluster_t){ bytes, drawn };
        g_string_append_len(shown->text, text + start, bytes);
    }
}

static void
show_run(cairo_t *cr, const PlacedRun *placed, const char *text, double x, double y,
         double scale)
{
    const Run *run = &placed->run;
    g_autofree cairo_glyph_t *glyphs = g_new(cairo_glyph_t, MAX(run->count, 1));
    g_autofree cairo_text_cluster_t *clusters = g_new(cairo_text_cluster_t, MAX(run->count, 1));
    g_autoptr(GString) utf8 = g_string_sized_new((gsize) (run->end - run->start) + 1);
    Shown shown = { glyphs, clusters, utf8, 0, 0 };

    collect(&shown, run, run->said != NULL ? run->said : text, x + placed->x * scale, y, scale);
    cairo_set_font_face(cr, run->face);
    cairo_set_font_size(cr, REFERENCE_SIZE * scale);
    cairo_show_text_glyphs(cr, utf8->str, (int) utf8->len, glyphs, shown.glyph_count, clusters,
                           shown.cluster_count, 0);
}

static void
paint_text(const Brush *brush, const Item *item)
{
    double scale = item->size / REFERENCE_SIZE;

    set_ink(brush, item->ink);
    for (int i = 0; i < item->line_count; i++) {
        const PlacedLine *placed = &item->lines[i];

        for (int k = 0; k < placed->line.count; k++)
            show_run(brush->cr, &placed->line.runs[k], item->text, placed->x, placed->baseline,
                     scale);
    }
}

/* --- shapes -------------------------------------------------------------------------------- */

typedef struct CairoPencil {
    const Brush *brush;
    bool strokes;
} CairoPencil;

static void
pencil_begin(void *user, Ink ink, const Stroke *stroke)
{
    CairoPencil *pencil = user;
    cairo_t *cr = pencil->brush->cr;

    pencil->strokes = stroke != NULL;
    set_ink(pencil->brush, ink);
    cairo_save(cr);
    if (stroke == NULL)
        return;
    cairo_matrix_t shear = { 1, 0, stroke->lean, 1, stroke->x, stroke->y };
    cairo_transform(cr, &shear);
    cairo_set_line_width(cr, stroke->width);
    if (stroke->dashes[0] > 0)
        cairo_set_dash(cr, stroke->dashes, 2, 0);
}

static void
pencil_move(void *user, double x, double y)
{
    cairo_move_to(((CairoPencil *) user)->brush->cr, x, y);
}

static void
pencil_line(void *user, double x, double y)
{
    cairo_line_to(((CairoPencil *) user)->brush->cr, x, y);
}

static void
pencil_curve(void *user, const double points[6])
{
    cairo_curve_to(((CairoPencil *) user)->brush->cr, points[0], points[1], points[2],
                   points[3], points[4], points[5]);
}

static void
pencil_rectangle(void *user, Rect rect)
{
    cairo_rectangle(((CairoPencil *) user)->brush->cr, rect.x, rect.y, rect.width, rect.height);
}

static void
pencil_close(void *user)
{
    cairo_close_path(((CairoPencil *) user)->brush->cr);
}

static void
pencil_end(void *user)
{
    CairoPencil *pencil = user;

    if (pencil->strokes)
        cairo_stroke(pencil->brush->cr);
    else
        cairo_fill(pencil->brush->cr);
    cairo_restore(pencil->brush->cr);
}

static void
paint_shape(const Brush *brush, const Item *item)
{
    CairoPencil user = { brush, false };
    const Pencil pencil = { pencil_begin,     pencil_move,  pencil_line, pencil_curve,
                            pencil_rectangle, pencil_close, pencil_end,  &user };

    shape_draw(&pencil, item);
}

/* --- pictures ------------------------------------------------------------------------------ */

static void
paint_icon(const Brush *brush, const Item *item)
{
    drawing_paint(brush->painter, brush->cr, item->icon, item->rect, item->mirrored,
                  brush->palette, item->ink);
}

static void
paint_picture(const Brush *brush, const Item *item)
{
    picture_paint(brush->painter, brush->cr, item->picture, item->rect);
}

static void
paint_shown(const Brush *brush, const Item *item)
{
    const Size *size = &item->shown->pages[item->shown_page].size;
    double beyond = item->beyond;
    cairo_t *cr = brush->cr;

    cairo_save(cr);
    cairo_matrix_t matrix = shown_matrix(item);
    cairo_transform(cr, &matrix);
    cairo_rectangle(cr, -beyond, -beyond, size->width + 2 * beyond, size->height + 2 * beyond);
    cairo_clip(cr);
    paint_page(brush->painter, cr, item->shown, item->shown_page, NULL);
    cairo_restore(cr);
}

typedef void (*PaintItem)(const Brush *brush, const Item *item);

static const PaintItem kinds[] = {
    [ITEM_TEXT] = paint_text,    [ITEM_FILL] = paint_shape,      [ITEM_BUBBLE] = paint_shape,
    [ITEM_STROKE] = paint_shape, [ITEM_RULE] = paint_shape,      [ITEM_DISC] = paint_shape,
    [ITEM_HATCH] = paint_shape,  [ITEM_DOTS] = paint_shape,      [ITEM_ICON] = paint_icon,
    [ITEM_PAGE] = paint_shown,   [ITEM_PICTURE] = paint_picture,
};
static_assert(G_N_ELEMENTS(kinds) == ITEM_KIND_COUNT, "one function a kind of item");

/* From leaf @before, which may be none, to @leaf, which may be none. */
static void
change_leaf(const Brush *brush, int before, int leaf)
{
    const LeafListener *listener = brush->listener;

    if (listener == NULL || leaf == before)
        return;
    if (leaf >= 0)
        listener->begin(listener->user, brush->cr, leaf);
    else
        listener->end(listener->user, brush->cr, before);
}

static void
paint_item(const Brush *brush, const Item *item, int leaf_before)
{
    const LeafListener *listener = brush->listener;

    if (listener != NULL && listener->take(listener->user, brush->cr, item))
        return;
    if (listener != NULL)
        listener->flush(listener->user, brush->cr);
    change_leaf(brush, leaf_before, item->leaf);
    kinds[item->kind](brush, item);
}

void
paint_page(Painter *painter, cairo_t *cr, const Pages *pages, int index,
           const LeafListener *listener)
{
    const Page *page = &pages->pages[index];
    Brush brush = { painter, cr, &pages->document->variant.format->style->palette, listener };
    int leaf = -1;

    for (int i = 0; i < page->item_count; i++) {
        const Item *item = &page->items[i];

        cairo_save(cr);
        cairo_matrix_t matrix = item_matrix(pages, item);
        cairo_transform(cr, &matrix);
        paint_item(&brush, item, leaf);
        cairo_restore(cr);
        leaf = item->leaf;
    }
    if (listener != NULL)
        listener->flush(listener->user, cr);
    change_leaf(&brush, leaf, -1);
}
