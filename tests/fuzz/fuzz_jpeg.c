/* Any bytes as a picture: nothing may crash or hang. What is kept of it is kept when it is read again,
 * and holds none of the segments that tell of its making. */
#include "base/jpeg.h"

#include <stdint.h>

enum { MOST_PIXELS = 1000 * 1000 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void
keep_again(GBytes *plain)
{
    gsize size;
    const guint8 *bytes = g_bytes_get_data(plain, &size);
    g_autofree char *fault = NULL;
    JpegInfo info;
    g_autoptr(GBytes) again = jpeg_strip(bytes, size, &info, &fault);

    g_assert_cmpstr(fault, ==, NULL);
    g_assert_true(g_bytes_equal(plain, again));
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    g_autofree char *fault = NULL;
    JpegInfo info = { 0 };
    g_autoptr(GBytes) plain = jpeg_strip(bytes, length, &info, &fault);
    gsize size;

    g_assert_true((plain == NULL) == (fault != NULL));
    if (plain == NULL)
        return 0;
    keep_again(plain);
    const guint8 *kept = g_bytes_get_data(plain, &size);
    size_t stride = 4 * (size_t) info.width;
    if ((gint64) info.width * info.height > MOST_PIXELS)
        return 0;
    g_autofree guint8 *pixels = g_malloc0(stride * (size_t) info.height);
    bool decoded = jpeg_decode(kept, size, pixels, stride, &fault);
    g_assert_true(decoded == (fault == NULL));
    return 0;
}
