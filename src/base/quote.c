#include "base/quote.h"

#include "base/bidi.h"

char *
quote_beginning(const char *text, int most)
{
    GString *quoted = g_string_new(NULL);

    for (int i = 0; *text != '\0' && i < most; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);

        if (is_bidi_control(c))
            continue;
        g_string_append_unichar(quoted, c);
        i++;
    }
    if (*text != '\0')
        g_string_append(quoted, "…");
    return g_string_free(quoted, FALSE);
}
