/* An ICC profile of sRGB, as small as they come: primaries, white and one curve. Written by us,
 * so that no third party's file and licence travels in every leaflet. ICC.1:2001-12 (version
 * 4.0), which every PDF since 1.5 may hold. */
#include "output/finish/metadata.h"

#include <math.h>

/* Numbers of sixteen bits before and after the point. Primaries of IEC 61966-2-1 and the matrix
 * that took them there are adapted from D65 to the D50 of profiles, by Bradford. */
static const double white[] = { 0.9642, 1, 0.8249 }; /* D50 */
static const double red[] = { 0.436065, 0.222488, 0.013916 };
static const double green[] = { 0.385147, 0.716873, 0.097076 };
static const double blue[] = { 0.143066, 0.060608, 0.714096 };
static const double adaptation[] = { 1.047882,  0.022919, -0.050201, 0.029587, 0.990479,
                                     -0.017059, -0.00923, 0.015076,  0.751678 };
/* Y = (aX + b)^g from d on, cX below: function type 3, parameters g a b c d. */
static const double curve[] = { 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045 };

static void
add_number(GString *out, guint32 number)
{
    guint32 ordered = GUINT32_TO_BE(number);

    g_string_append_len(out, (const char *) &ordered, sizeof ordered);
}

static void
add_fixed(GString *out, const double *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        add_number(out, (guint32) (gint32) lround(numbers[i] * 65536));
}

/* "sRGB", in one record: American English, UTF-16, 28 bytes from the tag's beginning. */
static void
add_name(GString *out)
{
    static const char name[] = "\0s\0R\0G\0B";
    const guint32 size = sizeof name - 1;

    add_number(out, 1);
    add_number(out, 12);
    g_string_append(out, "enUS");
    add_number(out, size);
    add_number(out, 28);
    g_string_append_len(out, name, size);
}

/* What a tag holds: numbers of a type, the name (of the profile and, for want of rights, of its
 * owner), or what the tag before holds. */
typedef struct Tag {
    char tag[5], type[5];
    const double *numbers;
    size_t count;
} Tag;

static const Tag tags[] = {
    { "desc", "mluc", NULL, 0 },  { "cprt", "", NULL, 0 },
    { "wtpt", "XYZ ", white, 3 }, { "rXYZ", "XYZ ", red, 3 },
    { "gXYZ", "XYZ ", green, 3 }, { "bXYZ", "XYZ ", blue, 3 },
    { "rTRC", "para", curve, 5 }, { "gTRC", "", NULL, 0 },
    { "bTRC", "", NULL, 0 },      { "chad", "sf32", adaptation, 9 },
};

static void
add_body(GString *out, const Tag *tag)
{
    g_string_append(out, tag->type);
    add_number(out, 0);
    if (tag->numbers == NULL)
        add_name(out);
    if (tag->numbers == curve)
        add_number(out, 3u << 16); /* type of function */
    add_fixed(out, tag->numbers, tag->count);
}

/* 128 bytes. */
static void
add_header(GString *out, size_t size)
{
    static const guint32 begin[] = { 0, 0x04000000 };              /* any module; version */
    static const guint32 day[] = { 2000u << 16 | 1, 1u << 16, 0 }; /* 2000-01-01 */

    add_number(out, (guint32) size);
    for (size_t i = 0; i < G_N_ELEMENTS(begin); i++)
        add_number(out, begin[i]);
    g_string_append(out, "mntrRGB XYZ ");
    for (size_t i = 0; i < G_N_ELEMENTS(day); i++)
        add_number(out, day[i]);
    g_string_append(out, "acsp");
    for (int i = 0; i < 7; i++) /* platform, flags, maker, model, attributes, intent */
        add_number(out, 0);
    add_fixed(out, white, 3);
    while (out->len < 128)
        g_string_append_c(out, '\0');
}

GString *
profile_srgb(void)
{
    const size_t base = 128 + 4 + 12 * G_N_ELEMENTS(tags);
    g_autoptr(GString) table = g_string_new(NULL), body = g_string_new(NULL);
    GString *out = g_string_new(NULL);
    size_t begin = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(tags); i++) {
        if (tags[i].type[0] != '\0') {
            begin = body->len;
            add_body(body, &tags[i]);
        }
        g_string_append(table, tags[i].tag);
        add_number(table, (guint32) (base + begin));
        add_number(table, (guint32) (body->len - begin));
    }
    add_header(out, base + body->len);
    add_number(out, G_N_ELEMENTS(tags));
    g_string_append_len(out, table->str, (gssize) table->len);
    g_string_append_len(out, body->str, (gssize) body->len);
    return out;
}
