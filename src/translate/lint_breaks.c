/* Whether translators have said where lines may break, in scripts where nobody else can. */
#include "translate/lint.h"

/* Letters without their marks; the longest words of everyday Khmer and Burmese have about ten. */
enum { LONGEST_STRETCH = 15 };

/* Those of scripts written without spaces, and no others: a name in Latin letters is one word. */
static bool
is_spaceless(gunichar c)
{
    static const GUnicodeScript scripts[] = { G_UNICODE_SCRIPT_KHMER, G_UNICODE_SCRIPT_LAO,
                                              G_UNICODE_SCRIPT_MYANMAR, G_UNICODE_SCRIPT_THAI };
    GUnicodeScript script = g_unichar_get_script(c);

    for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++)
        if (scripts[i] == script)
            return g_unichar_isalpha(c) || g_unichar_ismark(c);
    return false;
}

/* The longest stretch of letters of @text; marks, which take no room of their own, go with theirs. */
static int
longest_stretch(const char *text)
{
    int longest = 0, count = 0;

    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);

        if (!is_spaceless(c))
            count = 0;
        else if (!g_unichar_ismark(c))
            longest = MAX(longest, ++count);
    }
    return longest;
}

void
lint_breaks(const LintText *text)
{
    int longest = text->locale->breaks_at_zwsp ? longest_stretch(text->text) : 0;

    if (longest > LONGEST_STRETCH)
        diag_add(text->diags, DIAG_ZWSP_MISSING, text->where,
                 "'%s' has %d letters in a row and no place to break the line", text->name,
                 longest);
}
