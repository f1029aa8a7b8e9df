/* model/picture.h - a picture made of pixels: an organisation's logo.
 * Checked on reading: it can be decoded to the end, and holds nothing but what it shows. */
#pragma once
#include <stddef.h>

typedef struct Picture {
    const char *path;          /* of the file it was read from */
    const unsigned char *jpeg; /* without EXIF and the like; baseline or progressive */
    size_t jpeg_size;
    int width, height; /* pixels */
    int components;    /* 1: gray, 3: colours, taken for sRGB */
} Picture;
