/* Pages to a PDF: Cairo paints into memory, finishing makes the file of it. */
#include "output/finish/stamp.h"
#include "output/finish/words.h"

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
    Lettering *lettering;
    GError *error; /* the first pictogram that failed */
} Painting;

static void
place_stamp(void *user, cairo_t *cr, const Item *item)
{
    Painting *painting = user;
    GError **error = painting->error == NULL ? &painting->error : NULL;
    Placement placement = { .stamp = drawing_stamp(painting->painter, item, painting->palette,
                                                   error) };

    cairo_get_matrix(cr, &placement.matrix);
    cairo_matrix_translate(&placement.matrix,
                           item->mirrored ? item->rect.x + item->rect.width : item->rect.x,
                           item->rect.y);
    if (item->mirrored)
        cairo_matrix_scale(&placement.matrix, -1, 1);
    if (placement.stamp == NULL)
        return;
    marker_stamp(cr, (int) painting->placements->len);
    g_array_append_val(painting->placements, placement);
}

static bool
place_words(void *user, cairo_t *cr, const Item *item)
{
    Painting *painting = user;
    Placement placement = { .words = g_string_new(NULL) };
    cairo_matrix_t matrix;

    if (item->line_count == 0 || !words_can_write(painting->lettering, item))
        return false;
    cairo_get_matrix(cr, &matrix);
    words_write(painting->lettering, placement.words, item, painting->palette, &matrix);
    marker_stamp(cr, (int) painting->placements->len);
    g_array_append_val(painting->placements, placement);
    return true;
}

static void
clear_placement(gpointer placement)
{
    GString *words = ((Placement *) placement)->words;

    if (words != NULL)
        g_string_free(words, TRUE);
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
    LeafListener listener = { marker_begin, marker_end, place_stamp, place_words, painting };

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
    g_autoptr(Lettering) lettering =
        lettering_new(painter, pages->document->variant.locale->direction == DIRECTION_RTL);
    Painting painting = { painter, &pages->document->variant.format->style->palette, placements,
                          lettering, NULL };
    g_array_set_clear_func(placements, clear_placement);
    g_autoptr(GBytes) painted = paint_all(&painting, pages, error);

    if (painted == NULL)
        return NULL;
    GBytes *finished = finish_pdf(painted, pages, placements, lettering, date, error);
    if (finished == NULL)
        return NULL;
    GPtrArray *files = output_files_new();
    output_files_add(files, g_strdup(".pdf"), finished);
    return files;
}
