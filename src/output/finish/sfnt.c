#include "output/finish/sfnt.h"

#include <stdint.h>

unsigned
font_u16(const char *at)
{
    return (unsigned) (unsigned char) at[0] << 8 | (unsigned char) at[1];
}

unsigned
font_u32(const char *at)
{
    return font_u16(at) << 16 | font_u16(at + 2);
}

int
font_s16(const char *at)
{
    return (int16_t) font_u16(at);
}

void
font_add_u16(GString *out, int number)
{
    g_string_append_c(out, (char) (number >> 8 & 0xFF));
    g_string_append_c(out, (char) (number & 0xFF));
}

void
font_add_u32(GString *out, size_t number)
{
    font_add_u16(out, (int) (number >> 16));
    font_add_u16(out, (int) (number & 0xFFFF));
}

void
font_set_u16(GString *out, size_t at, int number)
{
    out->str[at] = (char) (number >> 8 & 0xFF);
    out->str[at + 1] = (char) (number & 0xFF);
}

static size_t
sum_of(const GString *bytes)
{
    guint32 sum = 0;

    for (size_t i = 0; i + 4 <= bytes->len; i += 4)
        sum += font_u32(bytes->str + i);
    return sum;
}

/* What the head of a file says of a search among its tables: the largest power of two that is not
 * more than their number, and its logarithm. */
static void
add_directory_head(GString *font, int count)
{
    int power = 1, logarithm = 0;

    for (; power * 2 <= count; power *= 2)
        logarithm++;
    font_add_u32(font, 0x10000);
    font_add_u16(font, count);
    font_add_u16(font, power * 16);
    font_add_u16(font, logarithm);
    font_add_u16(font, (count - power) * 16);
}

GString *
sfnt_join(const SfntTable *tables, int count)
{
    GString *font = g_string_new(NULL);
    g_autoptr(GString) body = g_string_sized_new(16 * 1024);
    int there = 0;

    for (int i = 0; i < count; i++)
        there += tables[i].bytes != NULL;
    add_directory_head(font, there);
    for (int i = 0; i < count; i++) {
        GString *bytes = tables[i].bytes;

        if (bytes == NULL)
            continue;
        size_t size = bytes->len;
        while (bytes->len % 4 > 0)
            g_string_append_c(bytes, '\0');
        g_string_append(font, tables[i].name);
        font_add_u32(font, sum_of(bytes));
        font_add_u32(font, 12 + 16 * (size_t) there + body->len);
        font_add_u32(font, size);
        g_string_append_len(body, bytes->str, (gssize) bytes->len);
    }
    g_string_append_len(font, body->str, (gssize) body->len);
    return font;
}
