/* output/finish/scribe.h - items as the content of a page, without cairo.
 * Cairo could write all of it, but slower, and says what glyphs mean in ways that some readers do
 * not heed. The scribe takes what it can, item by item, and gives passages: pieces of content with
 * the leaves they belong to. Painting leaves a marker for each, and finishing puts it there. */
#pragma once
#include "output/finish/inks.h"
#include "output/finish/write.h"
#include "output/private.h"

typedef struct Piece {
    int leaf;   /* -1: an artifact */
    size_t end; /* in the passage's content */
} Piece;

/* Content whose y grows downwards; it leaves the graphics state changed. */
typedef struct Passage {
    GString *content;
    GArray *pieces; /* of Piece */
} Passage;

/* @painter keeps outlines and stamps from one file to the next. @rtl: the leaflet's own language is
 * written from right to left. Free with scribe_free(). */
Scribe *scribe_new(Painter *painter, bool rtl);
void scribe_free(Scribe *scribe);

/* Writes @item, moved by @matrix. False: it is for cairo; or, with @error set, a pictogram could
 * not be drawn. */
bool scribe_take(Scribe *scribe, const Item *item, const Palette *palette,
                 const cairo_matrix_t *matrix, GError **error);
/* Ends a passage and gives its number; -1: nothing was written since the one before. */
int scribe_end_passage(Scribe *scribe);

/* NULL: there is no such passage. */
const Passage *scribe_passage(const Scribe *scribe, int number);

/* Append the names and objects of the fonts and the pictures used so far, for a page's resources. */
void scribe_write_font_names(Scribe *scribe, GString *out, Writer *writer);
void scribe_write_picture_names(Scribe *scribe, GString *out, Writer *writer);
/* Writes what the names stand for; @inks as image.h has them. */
void scribe_write_objects(const Scribe *scribe, const InkSet *inks, Writer *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Scribe, scribe_free)
