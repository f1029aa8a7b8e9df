#include "readback/listing.h"

#include <glib.h>

void
listing_begin(const char *keyword)
{
    fputs(keyword, stdout);
}

static void
put_byte(unsigned char byte)
{
    switch (byte) {
    case '\\':
        fputs("\\\\", stdout);
        break;
    case '\n':
        fputs("\\n", stdout);
        break;
    case '\t':
        fputs("\\t", stdout);
        break;
    default:
        if (byte < 0x20 || byte == 0x7F)
            printf("\\x%02X", byte);
        else
            putchar(byte);
    }
}

void
listing_text(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text != NULL ? text : "", -1);

    putchar('\t');
    for (const char *at = valid; *at != '\0'; at++)
        put_byte((unsigned char) *at);
}

void
listing_number(int number)
{
    printf("\t%d", number);
}

void
listing_length(double points)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];

    printf("\t%s", g_ascii_formatd(digits, sizeof digits, "%.3f", points));
}

void
listing_end(void)
{
    putchar('\n');
}
