/* Pages to a PDF: a scribe writes what it can, Cairo paints the rest into memory, finishing makes the
 * file of both. */
#include "output/finish/scribe.h"

#include <cairo-pdf.h>

static cairo_status_t
append(void *closure, const unsigned char *bytes, unsigned int length)
{
    g_byte_array_append(closure, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

/* Cairo looks at this whenever it begins a PDF: with it streams stay plain, and are deflated
 * once, in finishing, faster. Nothing depends on it. Workers have
 * one thread. */
static void
ask_for_plain_streams(void)
{
    g_setenv("CAIRO_DEBUG_PDF", "1", TRUE);
}

typedef struct Painting {
    Scribe *scribe;
    const Palette *palette;
    GError *error; /* the first pictogram that failed */
} Painting;

static bool
take_item(void *user, cairo_t *cr, const Item *item)
{
    Painting *painting = user;
    cairo_matrix_t matrix;

    cairo_get_matrix(cr, &matrix);
    return painting->error != NULL ||
           scribe_take(painting->scribe, item, painting->palette, &matrix, &painting->error);
}

static void
place_passage(void *user, cairo_t *cr)
{
    int number = scribe_end_passage(((Painting *) user)->scribe);

    if (number >= 0)
        marker_passage(cr, number);
}

static GBytes *
paint_all(Painter *painter, Painting *painting, const Pages *pages, GError **error)
{
    GByteArray *bytes = g_byte_array_new();
    Size size = pages->pages[0].size;

    ask_for_plain_streams();
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(append, bytes, size.width, size.height);
    cairo_t *cr = cairo_create(surface);
    LeafListener listener = { marker_begin, marker_end, take_item, place_passage, painting };

    for (int i = 0; i < pages->page_count; i++) {
        size = pages->pages[i].size;
        cairo_pdf_surface_set_size(surface, size.width, size.height);
        paint_page(painter, cr, pages, i, &listener);
        cairo_show_page(cr);
    }
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);

    g_autoptr(GBytes) made = g_byte_array_free_to_bytes(bytes);
    if (painting->error != NULL) {
        g_propagate_error(error, g_steal_pointer(&painting->error));
        return NULL;
    }
    return drawing_succeeded(status, error) ? g_steal_pointer(&made) : NULL;
}

GBytes *
pdf_paint(Painter *painter, const Pages *pages, Scribe **scribe, GError **error)
{
    const Variant *variant = &pages->document->variant;

    *scribe = scribe_new(painter, variant->locale->direction == DIRECTION_RTL);
    Painting painting = { *scribe, &variant->format->style->palette, NULL };
    return paint_all(painter, &painting, pages, error);
}

GPtrArray *
pdf_make(Painter *painter, const Pages *pages, const OutputSettings *settings, GError **error)
{
    Date date = date_is_none(settings->date) ? pages->document->date : settings->date;
    g_autoptr(Scribe) scribe = NULL;
    g_autoptr(GBytes) painted = pdf_paint(painter, pages, &scribe, error);

    if (painted == NULL)
        return NULL;
    GBytes *finished = finish_pdf(painted, pages, scribe, date, error);
    if (finished == NULL)
        return NULL;
    GPtrArray *files = output_files_new();
    output_files_add(files, g_strdup(".pdf"), finished);
    return files;
}
