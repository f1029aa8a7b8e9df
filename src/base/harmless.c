#include "base/harmless.h"

#include "base/bidi.h"

#include <glib.h>

static bool
disturbs_a_line(gunichar c)
{
    return is_bidi_control(c) || g_unichar_iscntrl(c) || c == 0x2028 || c == 0x2029;
}

char *
harmless_line(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    GString *line = g_string_new(NULL);

    for (const char *at = valid; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);

        if (disturbs_a_line(c))
            g_string_append_printf(line, "<U+%04X>", c);
        else
            g_string_append_unichar(line, c);
    }
    return g_string_free(line, FALSE);
}

bool
is_harmless(const char *text)
{
    if (!g_utf8_validate(text, -1, NULL))
        return false;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
        if (!g_ascii_isprint(*at) && disturbs_a_line(g_utf8_get_char(at)))
            return false;
    return true;
}
