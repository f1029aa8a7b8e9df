/* Puts a mistake of poppler-glib right: it takes each byte of an element's UTF-8 for a letter in
 * PDFDocEncoding (ISO 32000-1, annex D.2). */
#include "readback/parts.h"

#include <stdbool.h>

enum { LOST = -1, FOREIGN = -2 };

/* What the bytes 0x80 to 0xA0 stand for. Those that stand for nothing become U+FFFD or nothing. */
static const gunichar high[] = {
    0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044, 0x2039, 0x203A, 0x2212,
    0x2030, 0x201E, 0x201C, 0x201D, 0x2018, 0x2019, 0x201A, 0x2122, 0xFB01, 0xFB02, 0x0141,
    0x0152, 0x0160, 0x0178, 0x017D, 0x0131, 0x0142, 0x0153, 0x0161, 0x017E, 0xFFFD, 0x20AC,
};

/* The byte that became @letter; LOST: one of those that stand for nothing; FOREIGN: none. */
static int
byte_of(gunichar letter)
{
    if (letter == 0xFFFD)
        return LOST;
    for (int i = 0; i < (int) G_N_ELEMENTS(high); i++)
        if (high[i] == letter)
            return 0x80 + i;
    return letter < 0x80 || (letter > 0xA0 && letter <= 0xFF) ? (int) letter : FOREIGN;
}

static int
length_of_sequence(int lead)
{
    return lead < 0x80   ? 1
           : lead < 0xC2 ? 0
           : lead < 0xE0 ? 2
           : lead < 0xF0 ? 3
           : lead < 0xF5 ? 4
                         : 0;
}

/* Appends the letter whose bytes begin at @bytes; gives how many they are, 0 when they are none. */
static int
append_letter(GString *out, const int *bytes, int left)
{
    char sequence[5] = { 0 };
    int length = bytes[0] == LOST ? 1 : length_of_sequence(bytes[0]);
    bool lost = bytes[0] == LOST;

    if (length == 0 || length > left)
        return 0;
    for (int i = 0; i < length; i++) {
        if (bytes[i] != LOST && i > 0 && (bytes[i] & 0xC0) != 0x80)
            return 0;
        lost |= bytes[i] == LOST;
        sequence[i] = (char) bytes[i];
    }
    if (lost)
        g_string_append(out, "\uFFFD");
    else if (g_utf8_validate(sequence, length, NULL))
        g_string_append_len(out, sequence, length);
    else
        return 0;
    return length;
}

char *
undo_pdf_encoding(const char *text)
{
    glong count = g_utf8_strlen(text, -1);
    g_autofree int *bytes = g_new(int, count + 1);
    g_autoptr(GString) out = g_string_new(NULL);
    const char *at = text;

    for (glong i = 0; i < count; i++, at = g_utf8_next_char(at)) {
        bytes[i] = byte_of(g_utf8_get_char(at));
        if (bytes[i] == FOREIGN)
            return g_strdup(text);
    }
    for (int i = 0, length; i < count; i += length) {
        length = append_letter(out, bytes + i, (int) count - i);
        if (length == 0)
            return g_strdup(text);
    }
    return g_strdup(out->str);
}
