/* Pictures that can be printed, and those that cannot: tests/fuzz/corpus/jpeg holds them, drawn and
 * damaged by tests/fuzz/jpegs.py. */
#include "base/jpeg.h"

#include <string.h>

typedef struct Found {
    JpegInfo info;
    GBytes *plain;
    char *fault; /* of either step */
} Found;

static void
found_clear(Found *found)
{
    g_clear_pointer(&found->plain, g_bytes_unref);
    g_free(found->fault);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Found, found_clear)

static char *
file_of(const char *name, gsize *length)
{
    g_autofree char *path = g_build_filename(g_getenv("RIGHTSPACK_SOURCE_DIR"),
                                             "tests/fuzz/corpus/jpeg", name, NULL);
    char *bytes;

    g_assert_true(g_file_get_contents(path, &bytes, length, NULL));
    return bytes;
}

static Found
read_bytes(const char *bytes, gsize length)
{
    Found found = { 0 };

    found.plain = jpeg_strip((const guint8 *) bytes, length, &found.info, &found.fault);
    if (found.plain == NULL)
        return found;
    gsize size;
    const guint8 *kept = g_bytes_get_data(found.plain, &size);
    jpeg_decode(kept, size, NULL, 0, &found.fault);
    return found;
}

static Found
read_file(const char *name)
{
    gsize length;
    g_autofree char *bytes = file_of(name, &length);

    return read_bytes(bytes, length);
}

static void
test_good_pictures_are_kept(void)
{
    static const struct {
        const char *name;
        int components;
    } good[] = { { "baseline.jpg", 3 },  { "progressive.jpg", 3 }, { "gray.jpg", 1 },
                 { "adobe.jpg", 3 },     { "told.jpg", 3 },        { "upright.jpg", 3 },
                 { "exif-loop.jpg", 3 }, { "exif-short.jpg", 3 } };

    for (size_t i = 0; i < G_N_ELEMENTS(good); i++) {
        g_auto(Found) found = read_file(good[i].name);

        g_assert_cmpstr(found.fault, ==, NULL);
        g_assert_cmpint(found.info.width, ==, 60);
        g_assert_cmpint(found.info.height, ==, 24);
        g_assert_cmpint(found.info.components, ==, good[i].components);
    }
}

/* A file and a part of what is said of it. */
static const struct {
    const char *name, *said;
} bad[] = {
    { "turned.jpg", "EXIF orientation 6" },
    { "turned-little.jpg", "EXIF orientation 3" },
    { "four-inks.jpg", "four inks" },
    { "half.jpg", "ends in the middle, at byte 382" },
    { "cut-in-tables.jpg", "ends in the middle, at byte 60" },
    { "no-end.jpg", "ends in the middle" },
    { "no-pixels.jpg", "no pixels" },
    { "pixels-lost.jpg", "premature end" },
    { "wrong-size.jpg", "premature end" },
    { "no-height.jpg", "60 x 0 pixels" },
    { "no-table.jpg", "Bogus DHT" },
    { "lossless.jpg", "marker FFC3" },
    { "size-0.jpg", "broken at byte 22" },
    { "many-scans.jpg", "more than 64 scans" },
    { "picture.png", "no JPEG" },
    { "empty", "no JPEG" },
    { "start", "no JPEG" },
    { "fill.jpg", "ends in the middle" },
};

static void
test_others_are_refused(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_auto(Found) found = read_file(bad[i].name);

        if (found.fault == NULL || strstr(found.fault, bad[i].said) == NULL)
            g_error("%s: %s", bad[i].name, found.fault != NULL ? found.fault : "taken for good");
    }
}

/* The same picture, and not a word of where, by whom and with what it was made. */
static void
test_nothing_is_told_of_its_making(void)
{
    static const char *const telling[] = { "Exif", "Nobody", "ICC_PROFILE", "Photoshop",
                                           "adobe" };
    g_auto(Found) told = read_file("told.jpg"), plain = read_file("baseline.jpg");
    gsize size;
    const char *bytes = g_bytes_get_data(told.plain, &size);

    g_assert_true(g_bytes_equal(told.plain, plain.plain));
    for (size_t i = 0; i < G_N_ELEMENTS(telling); i++)
        g_assert_null(g_strstr_len(bytes, (gssize) size, telling[i]));
}

/* Tables and coded pixels stay as they are: nothing is packed anew and made worse. */
static void
test_what_it_shows_stays_byte_for_byte(void)
{
    gsize length, size;
    g_autofree char *file = file_of("baseline.jpg", &length);
    g_auto(Found) found = read_file("baseline.jpg");
    const char *kept = g_bytes_get_data(found.plain, &size);
    enum { BEHIND_JFIF = 20 };

    g_assert_cmpuint(size, ==, length);
    g_assert_true(memcmp(kept + BEHIND_JFIF, file + BEHIND_JFIF, size - BEHIND_JFIF) == 0);
}

/* Whatever byte is another, and wherever the file ends, it is decoded or refused. */
static void
test_no_damage_crashes(void)
{
    static const char *const names[] = { "progressive.jpg", "told.jpg", "gray.jpg" };

    for (size_t n = 0; n < G_N_ELEMENTS(names); n++) {
        gsize length;
        g_autofree char *bytes = file_of(names[n], &length);

        for (gsize i = 0; i < length; i++) {
            g_auto(Found) cut = read_bytes(bytes, i);
            char kept = bytes[i];

            bytes[i] = (char) (kept ^ 0x55);
            g_auto(Found) changed = read_bytes(bytes, length);
            bytes[i] = kept;
            g_assert_true((changed.plain == NULL) <= (changed.fault != NULL));
            g_assert_true(cut.fault != NULL || strcmp(names[n], "told.jpg") == 0);
        }
    }
}

static void
test_pixels_are_as_cairo_has_them(void)
{
    g_auto(Found) found = read_file("baseline.jpg");
    guint32 pixels[24][60] = { { 0 } };
    gsize size;
    const guint8 *bytes = g_bytes_get_data(found.plain, &size);
    g_autofree char *fault = NULL;

    g_assert_true(jpeg_decode(bytes, size, (guint8 *) pixels, sizeof pixels[0], &fault));
    g_assert_cmpuint(pixels[22][2] >> 16 & 0xFF, <, 60); /* the wave: 19, 75, 80 */
    g_assert_cmpuint(pixels[22][2] & 0xFF, >, 60);
    g_assert_cmpuint(pixels[2][2] & 0xFF, >, 240); /* white */
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/jpeg/good", test_good_pictures_are_kept);
    g_test_add_func("/jpeg/bad", test_others_are_refused);
    g_test_add_func("/jpeg/plain", test_nothing_is_told_of_its_making);
    g_test_add_func("/jpeg/bytes", test_what_it_shows_stays_byte_for_byte);
    g_test_add_func("/jpeg/damage", test_no_damage_crashes);
    g_test_add_func("/jpeg/pixels", test_pixels_are_as_cairo_has_them);
    return g_test_run();
}
