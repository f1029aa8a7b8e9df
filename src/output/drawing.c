/* SVG pictograms through librsvg, parsed once for every colour they are drawn in, and JPEG pictures,
 * decoded once. */
#include "output/private.h"

#include "base/jpeg.h"

#include <librsvg/rsvg.h>
#include <string.h>

struct Painter {
    GHashTable *handles; /* key text to RsvgHandle */
    GHashTable *stamps;  /* key text to Stamp */
    GHashTable *pixels;  /* Picture to cairo_surface_t */
};

Painter *
painter_new(void)
{
    Painter *painter = g_new0(Painter, 1);

    painter->handles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_object_unref);
    painter->stamps =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify) stamp_free);
    painter->pixels =
        g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify) cairo_surface_destroy);
    return painter;
}

void
painter_free(Painter *painter)
{
    if (painter == NULL)
        return;
    g_hash_table_unref(painter->handles);
    g_hash_table_unref(painter->stamps);
    g_hash_table_unref(painter->pixels);
    g_free(painter);
}

static unsigned
byte_of(double part)
{
    return (unsigned) (part * 255 + 0.5);
}

static void
add_rule(GString *css, const char *selector, const char *property, Colour colour)
{
    g_string_append_printf(css, "%s{%s:#%02x%02x%02x}", selector, property, byte_of(colour.red),
                           byte_of(colour.green), byte_of(colour.blue));
}

/* Pictograms are drawn in `currentColor`; the cover's picture names inks as classes. */
static char *
style_sheet(const Palette *palette, Ink ink)
{
    GString *css = g_string_new(NULL);

    add_rule(css, "svg", "color", palette->inks[ink]);
    add_rule(css, ".mid", "fill", palette->inks[INK_MID]);
    add_rule(css, ".line", "fill", palette->inks[INK_LINE]);
    add_rule(css, ".wash", "fill", palette->inks[INK_WASH]);
    add_rule(css, ".tint", "fill", palette->inks[INK_TINT]);
    add_rule(css, ".white", "fill", palette->inks[INK_WHITE]);
    return g_string_free(css, FALSE);
}

static RsvgHandle *
parse(const Icon *icon, const Palette *palette, Ink ink)
{
    g_autofree char *css = style_sheet(palette, ink);
    RsvgHandle *handle =
        rsvg_handle_new_from_data((const guint8 *) icon->svg, icon->svg_length, NULL);

    if (handle != NULL)
        rsvg_handle_set_stylesheet(handle, (const guint8 *) css, strlen(css), NULL);
    return handle;
}

static RsvgHandle *
find_handle(Painter *painter, const Icon *icon, const Palette *palette, Ink ink)
{
    g_autofree char *key = g_strdup_printf("%s %s %d", icon->id, palette->id, (int) ink);
    RsvgHandle *handle = g_hash_table_lookup(painter->handles, key);

    if (handle != NULL)
        return handle;
    handle = parse(icon, palette, ink);
    if (handle != NULL)
        g_hash_table_insert(painter->handles, g_steal_pointer(&key), handle);
    return handle;
}

void
drawing_paint(Painter *painter, cairo_t *cr, const Icon *icon, Rect rect, bool mirrored,
              const Palette *palette, Ink ink)
{
    RsvgHandle *handle = find_handle(painter, icon, palette, ink);
    RsvgRectangle viewport = { 0, 0, rect.width, rect.height };

    if (handle == NULL)
        return;
    cairo_save(cr);
    cairo_translate(cr, mirrored ? rect.x + rect.width : rect.x, rect.y);
    if (mirrored)
        cairo_scale(cr, -1, 1);
    rsvg_handle_render_document(handle, cr, &viewport, NULL);
    cairo_restore(cr);
}

/* --- pictures ------------------------------------------------------------------------------ */

/* Reading has decoded it before: what fails here leaves it white. */
static cairo_surface_t *
decode(const Picture *picture)
{
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture->width, picture->height);
    g_autofree char *fault = NULL;

    if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS)
        jpeg_decode(picture->jpeg, picture->jpeg_size, cairo_image_surface_get_data(surface),
                    (size_t) cairo_image_surface_get_stride(surface), &fault);
    cairo_surface_mark_dirty(surface);
    /* in a PDF, where a page shows another, the file itself goes in */
    cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, picture->jpeg,
                                picture->jpeg_size, NULL, NULL);
    return surface;
}

void
picture_paint(Painter *painter, cairo_t *cr, const Picture *picture, Rect rect)
{
    cairo_surface_t *surface = g_hash_table_lookup(painter->pixels, picture);

    if (surface == NULL) {
        surface = decode(picture);
        g_hash_table_insert(painter->pixels, (gpointer) picture, surface);
    }
    cairo_save(cr);
    cairo_translate(cr, rect.x, rect.y);
    cairo_scale(cr, rect.width / picture->width, rect.height / picture->height);
    cairo_set_source_surface(cr, surface, 0, 0);
    cairo_paint(cr);
    cairo_restore(cr);
}

/* --- stamps -------------------------------------------------------------------------------- */

const Stamp *
drawing_stamp(Painter *painter, const Item *item, const Palette *palette, GError **error)
{
    const char *name = item->icon != NULL ? item->icon->id : item->picture->path;
    g_autofree char *key = g_strdup_printf("%s %s %d %.3f %.3f", name, palette->id,
                                           (int) item->ink, item->rect.width, item->rect.height);
    Stamp *stamp = g_hash_table_lookup(painter->stamps, key);

    if (stamp != NULL)
        return stamp;
    stamp = stamp_new(painter, item, palette, error);
    if (stamp != NULL)
        g_hash_table_insert(painter->stamps, g_steal_pointer(&key), stamp);
    return stamp;
}
