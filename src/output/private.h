/* output/private.h - what the files of output/ share.
 *
 *   paint    pages to a cairo context, saying where every leaf begins and ends
 *   shapes   what is no text, with whatever pencil
 *   drawing  SVG pictograms and JPEG pictures, parsed once
 *   pdf, png, tree   the outputs
 *   finish/  what is done to Cairo's PDF before it is written */
#pragma once
#include "output/output.h"

/* Told by paint_page() about every leaf, in painting order. Never within a cairo group. */
typedef struct LeafListener {
    void (*begin)(void *user, cairo_t *cr, int leaf); /* the one before, if any, ends here */
    void (*end)(void *user, cairo_t *cr, int leaf);   /* what follows belongs to no leaf */
    /* Before begin() and end(). True: the item has been taken, and is not to be painted. */
    bool (*take)(void *user, cairo_t *cr, const Item *item);
    void (*flush)(void *user, cairo_t *cr); /* what is painted now stands over what was taken */
    void *user;
} LeafListener;

/* Paints page @index at 1 unit = 1 point; @listener may be NULL. Errors are in the context's
 * status. */
void paint_page(Painter *painter, cairo_t *cr, const Pages *pages, int index,
                const LeafListener *listener);

/* From an item to its sheet: the items of a turned panel are upright, and the sheet is turned under
 * them. */
cairo_matrix_t item_matrix(const Pages *pages, const Item *item);
/* From the page that an item shows to the item. */
cairo_matrix_t shown_matrix(const Item *item);

/* A line; of none, what is drawn is filled. */
typedef struct Stroke {
    double width;
    double dashes[2]; /* lengths of dash and gap; 0: none */
    double x, y;      /* dashed: what is drawn is moved by this, and sheared */
    double lean;      /* to the right for every unit downwards */
} Stroke;

/* What shapes are drawn with: begin(), then a path, then end(). */
typedef struct Pencil {
    void (*begin)(void *user, Ink ink, const Stroke *stroke);
    void (*move)(void *user, double x, double y);
    void (*line)(void *user, double x, double y);
    void (*curve)(void *user, const double points[6]);
    void (*rectangle)(void *user, Rect rect);
    void (*close)(void *user);
    void (*end)(void *user);
    void *user;
} Pencil;

/* False: @item is no shape. */
bool shape_draw(const Pencil *pencil, const Item *item);

/* Draws @icon into @rect, its one colour @ink of @palette. */
void drawing_paint(Painter *painter, cairo_t *cr, const Icon *icon, Rect rect, bool mirrored,
                   const Palette *palette, Ink ink);

/* Draws @picture into @rect. */
void picture_paint(Painter *painter, cairo_t *cr, const Picture *picture, Rect rect);

/* A pictogram made for the finishing of PDFs, see finish/stamp.h; NULL with @error
 * set. */
typedef struct Stamp Stamp;
Stamp *stamp_new(Painter *painter, const Item *item, const Palette *palette, GError **error);
void stamp_free(Stamp *stamp);
/* The stamp of @item's drawing, size and colour, made at the first call; @painter's. */
const Stamp *drawing_stamp(Painter *painter, const Item *item, const Palette *palette,
                           GError **error);

/* The outlines of @face, read at the first call; @painter's. NULL: it has none that finishing knows. */
typedef struct Outlines Outlines;
const Outlines *painter_outlines(Painter *painter, cairo_font_face_t *face);

/* Sets @error when @status says that Cairo failed. */
bool drawing_succeeded(cairo_status_t status, GError **error);

GPtrArray *output_files_new(void);
void output_files_add(GPtrArray *files, char *suffix, GBytes *bytes);

/* Writes items as a page's content, without cairo, see finish/scribe.h. */
typedef struct Scribe Scribe;

GPtrArray *pdf_make(Painter *painter, const Pages *pages, const OutputSettings *settings,
                    GError **error);
GPtrArray *print_make(Painter *painter, const Pages *pages, const OutputSettings *settings,
                      GError **error);
/* Paints @pages into memory, their text taken by a new scribe, for finishing: NULL with @error set when
 * drawing failed. Free the scribe with scribe_free(). */
GBytes *pdf_paint(Painter *painter, const Pages *pages, Scribe **scribe, GError **error);
GPtrArray *press_make(Painter *painter, const Pages *pages, const OutputSettings *settings,
                      GError **error);
GPtrArray *press_k_make(Painter *painter, const Pages *pages, const OutputSettings *settings,
                        GError **error);
GPtrArray *png_make(Painter *painter, const Pages *pages, const OutputSettings *settings,
                    GError **error);
GPtrArray *picture_make(Painter *painter, const Pages *pages, const OutputSettings *settings,
                        GError **error);
GPtrArray *tree_make(Painter *painter, const Pages *pages, const OutputSettings *settings,
                     GError **error);

/* --- finish -------------------------------------------------------------------------------- */

/* Parts of a LeafListener for what finish_pdf() gets: paint where every leaf begins and ends. */
void marker_begin(void *user, cairo_t *cr, int leaf);
void marker_end(void *user, cairo_t *cr, int leaf);
/* Where @passage, which the scribe has written, belongs. */
void marker_passage(cairo_t *cr, int passage);

/* Cairo's PDF, with the leaves of @pages marked, to the one that is written: tagged,
 * archivable, on @date. @scribe, which may be NULL, has written what its markers stand for. NULL
 * with @error set when a leaf is missing or the file is not what it should be. */
GBytes *finish_pdf(GBytes *painted, const Pages *pages, Scribe *scribe, Date date,
                   GError **error);
/* The same for a press, as finish/press.h says; @press NULL: for readers. */
typedef struct Press Press;
GBytes *finish_press(GBytes *painted, const Pages *pages, Scribe *scribe, Date date,
                     const Press *press, GError **error);
