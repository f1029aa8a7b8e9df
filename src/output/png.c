/* Pages to pictures, one file a page. */
#include "output/private.h"

enum { PICTURE_DPI = 40 };

static cairo_status_t
append(void *closure, const unsigned char *bytes, unsigned int length)
{
    g_byte_array_append(closure, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

static cairo_t *
new_sheet(Size size, double scale)
{
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int) (size.width * scale + 0.5),
                                   (int) (size.height * scale + 0.5));
    cairo_t *cr = cairo_create(surface);
    cairo_font_options_t *options = cairo_font_options_create();

    cairo_surface_destroy(surface);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_scale(cr, scale, scale);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(cr, options);
    cairo_font_options_destroy(options);
    return cr;
}

static GBytes *
paint_one(Painter *painter, const Pages *pages, int index, double scale, GError **error)
{
    cairo_t *cr = new_sheet(pages->pages[index].size, scale);
    GByteArray *bytes = g_byte_array_new();

    paint_page(painter, cr, pages, index, NULL);
    cairo_status_t status = cairo_status(cr);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_write_to_png_stream(cairo_get_target(cr), append, bytes);
    cairo_destroy(cr);

    g_autoptr(GBytes) made = g_byte_array_free_to_bytes(bytes);
    return drawing_succeeded(status, error) ? g_steal_pointer(&made) : NULL;
}

GPtrArray *
png_make(Painter *painter, const Pages *pages, const OutputSettings *settings, GError **error)
{
    g_autoptr(GPtrArray) files = output_files_new();

    for (int i = 0; i < pages->page_count; i++) {
        GBytes *bytes = paint_one(painter, pages, i, settings->dpi / 72, error);

        if (bytes == NULL)
            return NULL;
        output_files_add(files, output_page_suffix(output_find("png"), i + 1), bytes);
    }
    return g_steal_pointer(&files);
}

GPtrArray *
picture_make(Painter *painter, const Pages *pages, const OutputSettings *settings,
             GError **error)
{
    g_autoptr(GPtrArray) files = output_files_new();
    GBytes *bytes = paint_one(painter, pages, 0, PICTURE_DPI / 72.0, error);

    (void) settings;
    if (bytes == NULL)
        return NULL;
    output_files_add(files, g_strdup("-picture.png"), bytes);
    return g_steal_pointer(&files);
}
