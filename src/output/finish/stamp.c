#include "output/finish/stamp.h"

#include "output/finish/content.h"
#include "output/finish/read.h"

#include <cairo-pdf.h>
#include <math.h>

/* Cairo sets this state in every content; it is how content begins anyway. */
static const char opaque[] = "/a0 gs";

struct Stamp {
    GBytes *packed; /* content, deflated; NULL of a picture */
    Size size;
    const Picture *picture; /* borrowed; NULL of a pictogram */
};

void
stamp_free(Stamp *stamp)
{
    if (stamp == NULL)
        return;
    g_clear_pointer(&stamp->packed, g_bytes_unref);
    g_free(stamp);
}

static cairo_status_t
append(void *closure, const unsigned char *bytes, unsigned int length)
{
    g_byte_array_append(closure, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

static GBytes *
draw_alone(Painter *painter, const Item *item, const Palette *palette, GError **error)
{
    GByteArray *bytes = g_byte_array_new();
    Rect rect = { 0, 0, item->rect.width, item->rect.height };
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(append, bytes, rect.width, rect.height);
    cairo_t *cr = cairo_create(surface);

    drawing_paint(painter, cr, item->icon, rect, false, palette, item->ink);
    cairo_show_page(cr);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);

    g_autoptr(GBytes) made = g_byte_array_free_to_bytes(bytes);
    return drawing_succeeded(status, error) ? g_steal_pointer(&made) : NULL;
}

/* The content of the only page, in the colours of print. */
static bool
take_content(GString *out, GBytes *pdf, const Palette *palette, GError **error)
{
    Bytes file, plain;

    file.start = g_bytes_get_data(pdf, &file.size);
    g_autoptr(Source) source = source_read(file, error);
    if (source == NULL)
        return false;
    Bytes pages = source_find(source, source_find(source, source->trailer, "/Root"), "/Pages");
    Lexer kids = value_inside(source_find(source, pages, "/Kids"));
    Bytes kid;
    int number = lex_value(&kids, &kid) ? bytes_reference(kid) : 0;

    if (number <= 0 || number >= source->count)
        return read_fail(error, "a pictogram has no page");
    int content = bytes_reference(dict_find(source->objects[number].value, "/Contents"));
    if (content <= 0 || content >= source->count)
        return read_fail(error, "a pictogram has no content");
    if (!source_inflate(source, content, &plain, error) ||
        !content_rewrite(out, plain, palette, NULL, error))
        return false;
    g_string_replace(out, opaque, "", 0);
    return true;
}

Stamp *
stamp_new(Painter *painter, const Item *item, const Palette *palette, GError **error)
{
    g_autoptr(GBytes) pdf = NULL;
    g_autoptr(GString) content = g_string_new(NULL);

    if (item->picture == NULL) {
        pdf = draw_alone(painter, item, palette, error);
        if (pdf == NULL || !take_content(content, pdf, palette, error))
            return NULL;
    }
    Stamp *stamp = g_new0(Stamp, 1);
    stamp->picture = item->picture;
    if (pdf != NULL)
        stamp->packed = write_deflated(bytes_of_string(content));
    stamp->size = (Size){ item->rect.width, item->rect.height };
    return stamp;
}

/* A picture is one unit wide and high, whatever its pixels; a drawing has its own size. */
void
stamp_write(GString *out, const Placement *placement, int name)
{
    const Rect *rect = &placement->rect;
    bool is_picture = placement->stamp->picture != NULL;
    double width = is_picture ? rect->width : 1, height = is_picture ? rect->height : 1;
    double side = placement->mirrored ? -1 : 1;
    double x = placement->mirrored ? rect->x + rect->width : rect->x;
    cairo_matrix_t upright = { side * width, 0, 0, -height, x, rect->y + rect->height }, matrix;

    cairo_matrix_multiply(&matrix, &upright, &placement->turn);
    const double parts[] = { matrix.xx, matrix.yx, matrix.xy, matrix.yy, matrix.x0, matrix.y0 };
    g_string_append_c(out, 'q');
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_string_append_c(out, ' ');
        write_number(out, parts[i]);
    }
    write_integer(out, " cm /S", name);
    g_string_append(out, " Do Q\n");
}

/* The picture's own bytes: nothing decodes and packs them anew. */
static int
add_picture(const Picture *picture, Writer *writer)
{
    g_autoptr(GString) entries = g_string_new("/Type/XObject/Subtype/Image/BitsPerComponent 8");
    int number = writer_reserve(writer);

    write_integer(entries, "/Width ", picture->width);
    write_integer(entries, "/Height ", picture->height);
    g_string_append(entries, picture->components == 1 ? "/ColorSpace/DeviceGray"
                                                      : "/ColorSpace/DeviceRGB");
    g_string_append(entries, "/Filter/DCTDecode");
    writer_add_stream(writer, number, bytes_of_string(entries),
                      (Bytes){ (const char *) picture->jpeg, picture->jpeg_size });
    return number;
}

int
stamp_add(const Stamp *stamp, Writer *writer)
{
    if (stamp->picture != NULL)
        return add_picture(stamp->picture, writer);

    g_autoptr(GString) entries = g_string_new("/Subtype/Form/BBox[0 0 ");
    int number = writer_reserve(writer);
    Bytes packed;

    packed.start = g_bytes_get_data(stamp->packed, &packed.size);
    write_number(entries, stamp->size.width);
    g_string_append_c(entries, ' ');
    write_number(entries, stamp->size.height);
    g_string_append(entries, "]/Filter/FlateDecode");
    writer_add_stream(writer, number, bytes_of_string(entries), packed);
    return number;
}
