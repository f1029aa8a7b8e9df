/* Pages to a PDF: Cairo paints into memory, finishing makes the file of it. */
#include "output/finish/stamp.h"

#include <cairo-pdf.h>

static cairo_status_t
append(void *closure, const unsigned char *bytes, unsigned int length)
{
    g_byte_array_append(closure, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

/* Cairo looks at this whenever it begins a PDF: with it streams stay plain, and are deflated
 * once, in finishing, faster. Painting takes a fifth less; nothing depends on it. Workers have
 * one thread. */
static void
ask_for_plain_streams(void)
{
    g_setenv("CAIRO_DEBUG_PDF", "1", TRUE);
}

typedef struct Painting {
    Painter *painter;
    const Palette *palette;
    GArray *placements; /* of Placement */
    GError *error;      /* the first pictogram that failed */
} Painting;

static void
place_stamp(void *user, cairo_t *cr, const Item *item)
{
    Painting *painting = user;
    GError **error = painting->error == NULL ? &painting->error : NULL;
    Placement placement = { .stamp = drawing_stamp(painting->painter, item, painting->palette,
                                                   error),
                            .rect = item->rect,
                            .mirrored = item->mirrored };

    if (placement.stamp == NULL)
        return;
    cairo_get_matrix(cr, &placement.turn);
    marker_stamp(cr, (int) painting->placements->len);
    g_array_append_val(painting->placements, placement);
}

static GBytes *
paint_all(Painting *painting, const Pages *pages, GError **error)
{
    GByteArray *bytes = g_byte_array_new();
    Size size = pages->pages[0].size;

    ask_for_plain_streams();
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(append, bytes, size.width, size.height);
    cairo_t *cr = cairo_create(surface);
    LeafListener listener = { marker_begin, marker_end, place_stamp, painting };

    for (int i = 0; i < pages->page_count; i++) {
        size = pages->pages[i].size;
        cairo_pdf_surface_set_size(surface, size.width, size.height);
        paint_page(painting->painter, cr, pages, i, &listener);
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

GPtrArray *
pdf_make(Painter *painter, const Pages *pages, const OutputSettings *settings, GError **error)
{
    Date date = date_is_none(settings->date) ? pages->document->date : settings->date;
    g_autoptr(GArray) placements = g_array_new(FALSE, FALSE, sizeof(Placement));
    Painting painting = { painter, &pages->document->variant.format->style->palette, placements,
                          NULL };
    g_autoptr(GBytes) painted = paint_all(&painting, pages, error);

    if (painted == NULL)
        return NULL;
    GBytes *finished = finish_pdf(painted, pages, placements, date, error);
    if (finished == NULL)
        return NULL;
    GPtrArray *files = output_files_new();
    output_files_add(files, g_strdup(".pdf"), finished);
    return files;
}
