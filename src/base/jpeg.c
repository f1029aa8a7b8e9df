/* A JPEG file is a row of segments, each a marker (FF xx), its size and its bytes; behind the segment
 * that begins a scan stand coded pixels, up to the next marker (ITU-T T.81, annex B). */
#include "base/jpeg.h"

#include <glib/gi18n.h>
#include <string.h>

enum {
    START = 0xD8,
    END = 0xD9,
    SCAN = 0xDA,
    MOST_SCANS = 64, /* a progressive file has about ten; thousands would take minutes */
    UPRIGHT = 1      /* EXIF orientation */
};

typedef struct Walker {
    const guint8 *bytes;
    size_t length, at;
    GByteArray *plain;
    JpegInfo *info;
    int scans;
    bool framed; /* its size is known */
    char **fault;
} Walker;

typedef struct Segment {
    guint8 marker;
    const guint8 *body;
    size_t size;
} Segment;

static bool fail(const Walker *walker, const char *format, ...) G_GNUC_PRINTF(2, 3);

static bool
fail(const Walker *walker, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    *walker->fault = g_strdup_vprintf(gettext(format), arguments);
    va_end(arguments);
    return false;
}

static unsigned
big_endian(const guint8 *at)
{
    return (unsigned) at[0] << 8 | at[1];
}

/* --- what of a file is kept ---------------------------------------------------------------- */

static void
keep_marker(Walker *walker, guint8 marker)
{
    const guint8 both[] = { 0xFF, marker };

    g_byte_array_append(walker->plain, both, sizeof both);
}

/* The first @size bytes of a segment. */
static bool
keep(Walker *walker, const Segment *segment, size_t size)
{
    const guint8 count[] = { (guint8) ((size + 2) >> 8), (guint8) (size + 2) };

    keep_marker(walker, segment->marker);
    g_byte_array_append(walker->plain, count, sizeof count);
    g_byte_array_append(walker->plain, segment->body, (guint) size);
    return true;
}

static bool
keep_whole(Walker *walker, const Segment *segment)
{
    return keep(walker, segment, segment->size);
}

static bool
leave_out(Walker *walker, const Segment *segment)
{
    (void) walker;
    (void) segment;
    return true;
}

static bool
begins_with(const Segment *segment, const char *name, size_t length)
{
    return segment->size >= length && memcmp(segment->body, name, length) == 0;
}

/* Says that colours are luminance and chrominance; the density and thumbnail behind it go. */
static bool
keep_jfif(Walker *walker, const Segment *segment)
{
    static const guint8 plain[] = { 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0 };
    const Segment without = { segment->marker, plain, sizeof plain };

    return !begins_with(segment, "JFIF", 5) || keep_whole(walker, &without);
}

/* Says how colours are coded, where they are not as JFIF has them. */
static bool
keep_adobe(Walker *walker, const Segment *segment)
{
    enum { ADOBE_SIZE = 12 };

    if (!begins_with(segment, "Adobe", 5))
        return true;
    return segment->size >= ADOBE_SIZE ? keep(walker, segment, ADOBE_SIZE)
                                       : fail(walker, "its mark of colours is cut off");
}

/* --- EXIF ---------------------------------------------------------------------------------- */

typedef struct Tiff {
    const guint8 *bytes;
    size_t size;
    bool little;
} Tiff;

/* A number of @width bytes at @at; 0 behind the end. */
static unsigned
tiff_number(const Tiff *tiff, size_t at, int width)
{
    unsigned number = 0;

    if (at > tiff->size || tiff->size - at < (size_t) width)
        return 0;
    for (int i = 0; i < width; i++)
        number = number << 8 | tiff->bytes[at + (size_t) (tiff->little ? width - 1 - i : i)];
    return number;
}

/* How the picture is to be turned: 1 upright, 2 to 8 mirrored or turned, 0 not said. */
static unsigned
orientation(const Tiff *tiff)
{
    enum { ORIENTATION = 0x0112, ENTRY_SIZE = 12 };
    size_t list = tiff_number(tiff, 4, 4);
    unsigned count = tiff_number(tiff, list, 2);

    for (unsigned i = 0; i < count; i++) {
        size_t entry = list + 2 + (size_t) i * ENTRY_SIZE;

        if (tiff_number(tiff, entry, 2) == ORIENTATION)
            return tiff_number(tiff, entry + 8, 2);
    }
    return 0;
}

/* Nothing of it is kept, so the pixels must lie as they are to be seen. */
static bool
look_at_exif(Walker *walker, const Segment *segment)
{
    enum { NAME_SIZE = 6 };

    if (!begins_with(segment, "Exif\0", NAME_SIZE))
        return true;
    const guint8 *bytes = segment->body + NAME_SIZE;
    size_t size = segment->size - NAME_SIZE;
    Tiff tiff = { bytes, size, size > 0 && bytes[0] == 'I' };
    unsigned turned = orientation(&tiff);

    return turned <= UPRIGHT ||
           fail(walker, "its pixels lie on their side or mirrored (EXIF orientation %u)",
                turned);
}

/* --- pixels -------------------------------------------------------------------------------- */

static bool
take_frame(Walker *walker, const Segment *segment)
{
    const guint8 *body = segment->body;
    JpegInfo *info = walker->info;

    if (walker->framed || segment->size < 6 || segment->size != 6 + 3 * (size_t) body[5])
        return fail(walker, "its size is said twice, or not whole");
    *info = (JpegInfo){ (int) big_endian(body + 3), (int) big_endian(body + 1), body[5] };
    if (body[0] != 8 || info->width == 0 || info->height == 0)
        return fail(walker, "it has %d bits a colour and %d x %d pixels", body[0], info->width,
                    info->height);
    if (info->components == 4)
        return fail(walker, "it is in four inks (CMYK)");
    if (info->components != 1 && info->components != 3)
        return fail(walker, "it has %d colours", info->components);
    walker->framed = true;
    return keep_whole(walker, segment);
}

/* Where the coded pixels that begin at @at end: at a marker that is none of those inside. */
static size_t
end_of_pixels(const Walker *walker, size_t at)
{
    for (; at + 1 < walker->length; at++) {
        guint8 next = walker->bytes[at + 1];
        bool inside = next == 0 || (next >= 0xD0 && next <= 0xD7); /* a stuffed FF, a restart */

        if (walker->bytes[at] == 0xFF && next != 0xFF && !inside)
            return at;
    }
    return walker->length;
}

static bool
take_scan(Walker *walker, const Segment *segment)
{
    size_t end = end_of_pixels(walker, walker->at);

    if (!walker->framed)
        return fail(walker, "its pixels come before its size");
    if (++walker->scans > MOST_SCANS)
        return fail(walker, "it has more than %d scans", MOST_SCANS);
    keep_whole(walker, segment);
    g_byte_array_append(walker->plain, walker->bytes + walker->at, (guint) (end - walker->at));
    walker->at = end;
    return true;
}

/* --- segments ------------------------------------------------------------------------------ */

/* First row that fits. What fits none - lossless, arithmetic, hierarchical - few can show. */
static const struct {
    guint8 first, last; /* markers */
    bool (*take)(Walker *walker, const Segment *segment);
} kinds[] = {
    { 0xC0, 0xC2, take_frame }, /* baseline, extended, progressive */
    { 0xC4, 0xC4, keep_whole }, /* Huffman tables */
    { 0xDB, 0xDB, keep_whole }, /* quantization tables */
    { 0xDD, 0xDD, keep_whole }, /* restart interval */
    { SCAN, SCAN, take_scan },  { 0xE0, 0xE0, keep_jfif }, { 0xE1, 0xE1, look_at_exif },
    { 0xEE, 0xEE, keep_adobe }, { 0xE0, 0xEF, leave_out }, /* all other applications' own */
    { 0xFE, 0xFE, leave_out },                             /* a comment */
};

static bool
take_segment(Walker *walker, const Segment *segment)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (segment->marker >= kinds[i].first && segment->marker <= kinds[i].last)
            return kinds[i].take(walker, segment);
    return fail(walker, "it is of a kind that few programs can show (marker FF%02X)",
                segment->marker);
}

/* The next marker; it may have any number of FF before it. */
static bool
next_marker(Walker *walker, guint8 *marker)
{
    size_t at = walker->at;

    while (at < walker->length && walker->bytes[at] == 0xFF)
        at++;
    if (at == walker->length)
        return fail(walker, "it ends in the middle, at byte %zu", walker->length);
    if (at == walker->at || walker->bytes[at] == 0)
        return fail(walker, "it is broken at byte %zu", at);
    *marker = walker->bytes[at];
    walker->at = at + 1;
    return true;
}

static bool
next_segment(Walker *walker, Segment *segment)
{
    size_t left = walker->length - walker->at;
    size_t size = left < 2 ? 0 : big_endian(walker->bytes + walker->at);

    if (left < 2 || size > left)
        return fail(walker, "it ends in the middle, at byte %zu", walker->length);
    if (size < 2)
        return fail(walker, "it is broken at byte %zu", walker->at);
    segment->body = walker->bytes + walker->at + 2;
    segment->size = size - 2;
    walker->at += size;
    return true;
}

/* What stands behind the end is no part of the picture. */
static bool
walk(Walker *walker)
{
    Segment segment = { 0 };

    while (next_marker(walker, &segment.marker)) {
        if (segment.marker == END) {
            keep_marker(walker, END);
            return walker->scans > 0 || fail(walker, "it has no pixels");
        }
        if (!next_segment(walker, &segment) || !take_segment(walker, &segment))
            return false;
    }
    return false;
}

GBytes *
jpeg_strip(const guint8 *bytes, size_t length, JpegInfo *info, char **fault)
{
    Walker walker = { .bytes = bytes,
                      .length = length,
                      .at = 2,
                      .plain = g_byte_array_new(),
                      .info = info,
                      .fault = fault };
    bool is_jpeg = length > 2 && bytes[0] == 0xFF && bytes[1] == START;

    keep_marker(&walker, START);
    if (is_jpeg ? walk(&walker) : fail(&walker, "it is no JPEG file"))
        return g_byte_array_free_to_bytes(walker.plain);
    g_byte_array_unref(walker.plain);
    return NULL;
}
