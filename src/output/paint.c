/* Items to a cairo context. Whoever listens is told where every leaf begins and ends; this file
 * does not know what for. */
#include "output/private.h"

#include <assert.h>
#include <string.h>

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

/* --- text ---------------------------------------------------------------------------------- */

/* Glyphs of one run as cairo wants them: with text and clusters in visual order, so that every
 * reader of the file finds right-to-left text where it looks for it. */
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

/* Lam with alef is one glyph, and fonts know it by a letter of its own. Said as two letters, cairo
 * puts ActualText around the glyph, and several readers turn the two round with the line they stand
 * in: "not" becomes something else. The single letter means the same (NFKC). */
static const struct {
    const char *letters, *form;
} lam_alefs[] = {
    { "\u0644\u0622", "\uFEF5" },
    { "\u0644\u0623", "\uFEF7" },
    { "\u0644\u0625", "\uFEF9" },
    { "\u0644\u0627", "\uFEFB" },
};

/* What a cluster of one glyph is told as. */
static const char *
single_form(const char *start, int *bytes)
{
    for (size_t i = 0; i < G_N_ELEMENTS(lam_alefs); i++)
        if (*bytes == 4 && memcmp(start, lam_alefs[i].letters, 4) == 0) {
            *bytes = 3;
            return lam_alefs[i].form;
        }
    return start;
}

static void
add_cluster(Shown *shown, const char *text, int bytes, int glyphs)
{
    const char *said = glyphs == 1 ? single_form(text, &bytes) : text;

    shown->clusters[shown->cluster_count++] = (cairo_text_cluster_t){ bytes, glyphs };
    g_string_append_len(shown->text, said, bytes);
}

/* In right-to-left text a letter and its marks are one cluster whose glyphs stand the other way round.
 * Where each has a glyph of its own they become clusters of their own, and readers need nothing else
 * to put them together again. */
static void
add_clusters(Shown *shown, const Run *run, const char *text, int first, int next, int glyphs)
{
    int start = (int) run->glyphs[first].byte, bytes = cluster_end(run, first, next) - start;
    const char *end = text + start + bytes;

    if (run->level % 2 == 0 || glyphs != next - first ||
        glyphs != g_utf8_strlen(text + start, bytes)) {
        add_cluster(shown, text + start, bytes, glyphs);
        return;
    }
    for (int i = 0; i < glyphs; i++) {
        const char *letter = g_utf8_prev_char(end);

        add_cluster(shown, letter, (int) (end - letter), 1);
        end = letter;
    }
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
        add_clusters(shown, run, text, first, next, drawn);
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

static void
rounded_path(cairo_t *cr, Rect rect, double radius)
{
    double right = rect.x + rect.width, bottom = rect.y + rect.height;

    cairo_new_sub_path(cr);
    cairo_arc(cr, right - radius, rect.y + radius, radius, -G_PI_2, 0);
    cairo_arc(cr, right - radius, bottom - radius, radius, 0, G_PI_2);
    cairo_arc(cr, rect.x + radius, bottom - radius, radius, G_PI_2, G_PI);
    cairo_arc(cr, rect.x + radius, rect.y + radius, radius, G_PI, 1.5 * G_PI);
    cairo_close_path(cr);
}

static void
paint_fill(const Brush *brush, const Item *item)
{
    set_ink(brush, item->ink);
    rounded_path(brush->cr, item->rect, item->radius);
    cairo_fill(brush->cr);
}

static void
paint_bubble(const Brush *brush, const Item *item)
{
    cairo_t *cr = brush->cr;
    double x = item->rect.x + item->tail_x, bottom = item->rect.y + item->rect.height;
    double width = item->tail_left ? item->tail_width : -item->tail_width;

    paint_fill(brush, item);
    cairo_move_to(cr, x, bottom - 0.1);
    cairo_line_to(cr, x + width, bottom - 0.1);
    cairo_line_to(cr, x, bottom + item->tail_height);
    cairo_close_path(cr);
    cairo_fill(cr);
}

static void
paint_stroke(const Brush *brush, const Item *item)
{
    set_ink(brush, item->ink);
    cairo_set_line_width(brush->cr, item->stroke);
    rounded_path(brush->cr, item->rect, item->radius);
    cairo_stroke(brush->cr);
}

static void
paint_rule(const Brush *brush, const Item *item)
{
    set_ink(brush, item->ink);
    cairo_rectangle(brush->cr, item->rect.x, item->rect.y, item->rect.width, item->rect.height);
    cairo_fill(brush->cr);
}

static void
paint_disc(const Brush *brush, const Item *item)
{
    double radius = item->rect.width / 2;

    set_ink(brush, item->ink);
    cairo_new_sub_path(brush->cr);
    cairo_arc(brush->cr, item->rect.x + radius, item->rect.y + radius, radius, 0, 2 * G_PI);
    cairo_fill(brush->cr);
}

/* One thick dashed line, sheared: every dash leans at 45 degrees. One stroke instead of a hundred. */
static void
paint_hatch(const Brush *brush, const Item *item)
{
    cairo_t *cr = brush->cr;
    const Rect *rect = &item->rect;
    double bar = item->stroke * G_SQRT2, dashes[2] = { bar, mm(1.2) - bar };
    double lean = rect->height / 2;
    cairo_matrix_t shear = { 1, 0, -1, 1, rect->x + lean, rect->y + lean };

    set_ink(brush, item->ink);
    cairo_save(cr);
    cairo_transform(cr, &shear);
    cairo_set_line_width(cr, rect->height);
    cairo_set_dash(cr, dashes, 2, 0);
    cairo_move_to(cr, 0, 0);
    cairo_line_to(cr, rect->width - 2 * lean, 0);
    cairo_stroke(cr);
    cairo_restore(cr);
}

static void
paint_dots(const Brush *brush, const Item *item)
{
    double dash = item->rect.width * 2;
    double x = item->rect.x + item->rect.width / 2;

    set_ink(brush, item->ink);
    cairo_save(brush->cr);
    cairo_set_dash(brush->cr, &dash, 1, 0);
    cairo_set_line_width(brush->cr, item->rect.width);
    cairo_move_to(brush->cr, x, item->rect.y);
    cairo_line_to(brush->cr, x, item->rect.y + item->rect.height);
    cairo_stroke(brush->cr);
    cairo_restore(brush->cr);
}

static void
paint_icon(const Brush *brush, const Item *item)
{
    if (brush->listener != NULL) {
        brush->listener->draw(brush->listener->user, brush->cr, item);
        return;
    }
    drawing_paint(brush->painter, brush->cr, item->icon, item->rect, item->mirrored,
                  brush->palette, item->ink);
}

static void
paint_picture(const Brush *brush, const Item *item)
{
    if (brush->listener != NULL)
        brush->listener->draw(brush->listener->user, brush->cr, item);
    else
        picture_paint(brush->painter, brush->cr, item->picture, item->rect);
}

/* The page's leaves are not ours: to whoever listens it is one picture. */
static void
paint_shown(const Brush *brush, const Item *item)
{
    Size size = item->shown->pages[item->shown_page].size;
    const Rect *rect = &item->rect;
    cairo_t *cr = brush->cr;

    cairo_save(cr);
    cairo_rectangle(cr, rect->x, rect->y, rect->width, rect->height);
    cairo_clip(cr);
    cairo_translate(cr, rect->x, rect->y);
    cairo_scale(cr, rect->width / size.width, rect->height / size.height);
    paint_page(brush->painter, cr, item->shown, item->shown_page, NULL);
    cairo_restore(cr);
}

typedef void (*PaintItem)(const Brush *brush, const Item *item);

static const PaintItem kinds[] = {
    [ITEM_TEXT] = paint_text,     [ITEM_FILL] = paint_fill,       [ITEM_BUBBLE] = paint_bubble,
    [ITEM_STROKE] = paint_stroke, [ITEM_RULE] = paint_rule,       [ITEM_DISC] = paint_disc,
    [ITEM_HATCH] = paint_hatch,   [ITEM_DOTS] = paint_dots,       [ITEM_ICON] = paint_icon,
    [ITEM_PAGE] = paint_shown,    [ITEM_PICTURE] = paint_picture,
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

/* The items of a turned panel are upright: the sheet is turned under them. */
static void
paint_item(const Brush *brush, const Item *item, const PanelPlace *place)
{
    if (place == NULL || place->turn == 0) {
        kinds[item->kind](brush, item);
        return;
    }
    double x = place->area.x + place->area.width / 2;
    double y = place->area.y + place->area.height / 2;

    cairo_save(brush->cr);
    cairo_translate(brush->cr, x, y);
    cairo_rotate(brush->cr, place->turn * G_PI / 180);
    cairo_translate(brush->cr, -x, -y);
    kinds[item->kind](brush, item);
    cairo_restore(brush->cr);
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

        change_leaf(&brush, leaf, item->leaf);
        leaf = item->leaf;
        paint_item(&brush, item, pages_find_place(pages, item));
    }
    change_leaf(&brush, leaf, -1);
}
