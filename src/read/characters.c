#include "read/characters.h"

#include <glib.h>
#include <string.h>

static const char byte_order_mark[] = "\xef\xbb\xbf";

static bool
starts_character(char byte)
{
    return ((unsigned char) byte & 0xC0) != 0x80;
}

static size_t
text_start(const char *bytes, size_t length)
{
    size_t mark = strlen(byte_order_mark);

    return length >= mark && memcmp(bytes, byte_order_mark, mark) == 0 ? mark : 0;
}

static void
step_over(Where *where, char byte)
{
    if (byte == '\n') {
        where->line++;
        where->column = 1;
    } else if (starts_character(byte)) {
        where->column++;
    }
}

Where
where_of_byte(const char *file, const char *bytes, size_t offset)
{
    Where where = { file, 1, 1 };

    for (size_t i = text_start(bytes, offset); i < offset; i++)
        step_over(&where, bytes[i]);
    return where;
}

/* Bytes of the reordering character at @text, or 0. NUL-terminated, so no byte past the end is
 * looked at. */
static size_t
reordering_length(const char *text)
{
    const unsigned char *c = (const unsigned char *) text;

    if (c[0] == 0xD8 && c[1] == 0x9C) /* U+061C */
        return 2;
    if (c[0] != 0xE2)
        return 0;
    if (c[1] == 0x80 && (c[2] == 0x8E || c[2] == 0x8F || (c[2] >= 0xAA && c[2] <= 0xAE)))
        return 3; /* U+200E, U+200F, U+202A .. U+202E */
    if (c[1] == 0x81 && c[2] >= 0xA6 && c[2] <= 0xA9)
        return 3; /* U+2066 .. U+2069 */
    return 0;
}

bool
characters_keep_order(const char *file, const char *bytes, size_t length, Diags *diags)
{
    Where where = { file, 1, 1 };
    bool good = true;

    for (size_t i = text_start(bytes, length); i < length; i++) {
        if (reordering_length(bytes + i) > 0) {
            diag_add(diags, DIAG_BIDI_CONTROL, where,
                     "the unseen character U+%04X changes the order of the text around it",
                     g_utf8_get_char(bytes + i));
            good = false;
        }
        step_over(&where, bytes[i]);
    }
    return good;
}

bool
string_keeps_order(const char *text)
{
    for (; *text != '\0'; text++)
        if (reordering_length(text) > 0)
            return false;
    return true;
}
