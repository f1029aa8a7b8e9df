/* base/jpeg.h - JPEG files: what they show, and nothing of what they tell about their making.
 * Takes any bytes, gives messages for what no leaflet can print. Alone includes jpeglib.h. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct JpegInfo {
    int width, height; /* pixels, not 0 */
    int components;    /* 1: gray, 3: colours */
} JpegInfo;

enum { JPEG_MOST_WIDTH = 65535 }; /* that the format can say */

/* The picture of @bytes, and only that: no EXIF, XMP, colour profile, comment, thumbnail or second
 * picture; what is left stays as it is, byte for byte. Fills @info. NULL with @fault (free with
 * g_free()) when it is not whole, is in four inks, lies on its side, or is of a rare kind. */
GBytes *jpeg_strip(const guint8 *bytes, size_t length, JpegInfo *info, char **fault);

/* Decodes a picture that jpeg_strip() gave into @pixels: rows of @stride bytes, four a pixel, as
 * cairo's RGB24 has them. @pixels NULL: only looks whether it can be decoded. False with @fault
 * where one byte of it is wrong. */
bool jpeg_decode(const guint8 *jpeg, size_t length, guint8 *pixels, size_t stride, char **fault);
