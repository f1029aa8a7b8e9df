/* Pages to a PDF: Cairo paints into memory, finishing makes the file of it. */
#include "output/private.h"

#include <cairo-pdf.h>

static cairo_status_t
append(void *closure, const unsigned char *bytes, unsigned int length)
{
    g_byte_array_append(closure, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

static void
log_begin(void *user, cairo_t *cr, int leaf)
{
    LeafLog *log = user;

    (void) cr;
    log->begun[leaf]++;
}

static void
log_end(void *user, cairo_t *cr, int leaf)
{
    LeafLog *log = user;

    (void) cr;
    log->ended[leaf]++;
}

static void
describe(cairo_surface_t *surface, const Pages *pages, const OutputSettings *settings)
{
    Date date = date_is_none(settings->date) ? pages->document->date : settings->date;
    g_autofree char *day =
        g_strdup_printf("%04d-%02d-%02dT00:00:00Z", date.year, date.month, date.day);

    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, pages->document->title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, day);
}

static GBytes *
paint_all(Painter *painter, const Pages *pages, const OutputSettings *settings, LeafLog *log,
          GError **error)
{
    GByteArray *bytes = g_byte_array_new();
    Size size = pages->pages[0].size;
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(append, bytes, size.width, size.height);
    cairo_t *cr = cairo_create(surface);
    LeafListener listener = { log_begin, log_end, log };

    describe(surface, pages, settings);
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
    return drawing_succeeded(status, error) ? g_steal_pointer(&made) : NULL;
}

GPtrArray *
pdf_make(Painter *painter, const Pages *pages, const OutputSettings *settings, GError **error)
{
    g_autofree int *begun = g_new0(int, pages->leaf_count + 1);
    g_autofree int *ended = g_new0(int, pages->leaf_count + 1);
    LeafLog log = { begun, ended };
    g_autoptr(GBytes) painted = paint_all(painter, pages, settings, &log, error);

    if (painted == NULL)
        return NULL;
    GBytes *finished = finish_pdf(painted, pages, &log, error);
    if (finished == NULL)
        return NULL;
    GPtrArray *files = output_files_new();
    output_files_add(files, g_strdup(".pdf"), finished);
    return files;
}
