#include "output/finish/image.h"

#include "base/jpeg.h"
#include "output/finish/metadata.h"

static GString *
begin(const Picture *picture)
{
    GString *entries = g_string_new("/Type/XObject/Subtype/Image/BitsPerComponent 8");

    write_integer(entries, "/Width ", picture->width);
    write_integer(entries, "/Height ", picture->height);
    return entries;
}

/* Cairo's RGB24: blue, green, red and a byte of nothing. */
static guint8
grey_of(const guint8 *pixel)
{
    return (guint8) ((pixel[2] * 299 + pixel[1] * 587 + pixel[0] * 114 + 500) / 1000);
}

/* Reading has decoded it before, so it can be decoded. */
static GByteArray *
grey_pixels(const Picture *picture)
{
    size_t stride = (size_t) picture->width * 4, size = stride * (size_t) picture->height;
    g_autofree guint8 *pixels = g_malloc(size);
    GByteArray *grey = g_byte_array_sized_new((guint) (size / 4));
    g_autofree char *fault = NULL;

    if (!jpeg_decode(picture->jpeg, picture->jpeg_size, pixels, stride, &fault))
        g_assert_not_reached();
    for (size_t i = 0; i < size; i += 4) {
        guint8 value = grey_of(pixels + i);

        g_byte_array_append(grey, &value, 1);
    }
    return grey;
}

static void
write_grey(const Picture *picture, int number, Writer *writer)
{
    g_autoptr(GString) entries = begin(picture);
    g_autoptr(GByteArray) grey = grey_pixels(picture);

    g_string_append(entries, "/ColorSpace/DeviceGray");
    writer_add_plain(writer, number, bytes_of_string(entries),
                     (Bytes){ (const char *) grey->data, grey->len });
}

static void
write_space(GString *entries, const Picture *picture, const InkSet *inks, Writer *writer)
{
    g_autoptr(GString) profile = profile_srgb();

    if (picture->components == 1) {
        g_string_append(entries, "/ColorSpace/DeviceGray");
    } else if (inks == NULL) {
        g_string_append(entries, "/ColorSpace/DeviceRGB");
    } else {
        int space = writer_reserve(writer);

        writer_add_plain(writer, space, bytes_of("/N 3"), bytes_of_string(profile));
        g_string_append_printf(entries, "/ColorSpace[/ICCBased %d 0 R]", space);
    }
}

void
image_write(const Picture *picture, int number, const InkSet *inks, Writer *writer)
{
    if (inks != NULL && *inks == INKS_BLACK && picture->components != 1) {
        write_grey(picture, number, writer);
        return;
    }
    g_autoptr(GString) entries = begin(picture);

    write_space(entries, picture, inks, writer);
    g_string_append(entries, "/Filter/DCTDecode");
    writer_add_stream(writer, number, bytes_of_string(entries),
                      (Bytes){ (const char *) picture->jpeg, picture->jpeg_size });
}
