/* output/private.h - what the files of output/ share.
 *
 *   paint    pages to a cairo context, saying where every leaf begins and ends
 *   drawing  SVG pictograms and JPEG pictures, parsed once
 *   pdf, png, tree   the outputs
 *   finish/  what is done to Cairo's PDF before it is written */
#pragma once
#include "output/output.h"

/* Told by paint_page() about every leaf, in painting order. Never within a cairo group. */
typedef struct LeafListener {
    void (*begin)(void *user, cairo_t *cr, int leaf); /* the one before, if any, ends here */
    void (*end)(void *user, cairo_t *cr, int leaf);   /* what follows belongs to no leaf */
    void (*draw)(void *user, cairo_t *cr, const Item *item); /* instead of a pictogram */
    void *user;
} LeafListener;

/* Paints page @index at 1 unit = 1 point; @listener may be NULL. Errors are in the context's
 * status. */
void paint_page(Painter *painter, cairo_t *cr, const Pages *pages, int index,
                const LeafListener *listener);

/* Draws @icon into @rect, its one colour @ink of @palette. */
void drawing_paint(Painter *painter, cairo_t *cr, const Icon *icon, Rect rect, bool mirrored,
                   const Palette *palette, Ink ink);

/* Draws @picture into @rect. */
void picture_paint(Painter *painter, cairo_t *cr, const Picture *picture, Rect rect);

/* A pictogram or picture made for the finishing of PDFs, see finish/stamp.h; NULL with @error
 * set. */
typedef struct Stamp Stamp;
Stamp *stamp_new(Painter *painter, const Item *item, const Palette *palette, GError **error);
void stamp_free(Stamp *stamp);
/* The stamp of @item's drawing, size and colour, made at the first call; @painter's. */
const Stamp *drawing_stamp(Painter *painter, const Item *item, const Palette *palette,
                           GError **error);

/* Sets @error when @status says that Cairo failed. */
bool drawing_succeeded(cairo_status_t status, GError **error);

GPtrArray *output_files_new(void);
void output_files_add(GPtrArray *files, char *suffix, GBytes *bytes);

GPtrArray *pdf_make(Painter *painter, const Pages *pages, const OutputSettings *settings,
                    GError **error);
GPtrArray *png_make(Painter *painter, const Pages *pages, const OutputSettings *settings,
                    GError **error);
GPtrArray *tree_make(Painter *painter, const Pages *pages, const OutputSettings *settings,
                     GError **error);

/* --- finish -------------------------------------------------------------------------------- */

/* A LeafListener for what finish_pdf() gets: paints where every leaf begins and ends. */
void marker_begin(void *user, cairo_t *cr, int leaf);
void marker_end(void *user, cairo_t *cr, int leaf);
/* Where pictogram @placement stands. */
void marker_stamp(cairo_t *cr, int placement);

/* Cairo's PDF, with the leaves of @pages marked, to the one that is written: tagged,
 * archivable, on @date. @placements (of Placement) are the pictograms. NULL with @error set when a leaf is missing or the file is not what it
 * should be. */
GBytes *finish_pdf(GBytes *painted, const Pages *pages, const GArray *placements, Date date,
                   GError **error);
