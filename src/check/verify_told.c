#include "check/verify_told.h"

#include "check/verify_words.h"

/* Letters at the beginning that are never left out; of pieces that say something: of shorter ones
 * Nastaliq does not even tell which letters they are. */
enum { ANCHOR = 6, LEAST_PIECE = 3, FEW_WORDS = 6 };

/* Scripts in which letters are painted in another order than they are said in. */
static const char *const reordering_scripts[] = {
    "Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda",
    "Mlym", "Sinh", "Thai", "Laoo", "Khmr", "Mymr", "Tibt",
};

bool
told_in_any_order(const Locale *locale)
{
    if (locale->direction == DIRECTION_RTL)
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(reordering_scripts); i++)
        if (g_strcmp0(locale->script, reordering_scripts[i]) == 0)
            return true;
    return false;
}

/* Steps over the next @letter in @text and up to @most letters before it; NULL when it is not there. */
static const char *
step_over(const char *text, gunichar letter, int most)
{
    for (; *text != '\0' && most >= 0; most--, text = g_utf8_next_char(text))
        if (g_utf8_get_char(text) == letter)
            return g_utf8_next_char(text);
    return NULL;
}

bool
told_in_order(const char *told, const char *whole)
{
    int lost = 0;

    for (int i = 0; *told != '\0' && whole != NULL; i++, told = g_utf8_next_char(told)) {
        gunichar letter = g_utf8_get_char(told);

        if (letter == LOST_LETTER) {
            lost++;
            continue;
        }
        whole = step_over(whole, letter, i < ANCHOR ? lost : G_MAXINT);
        lost = 0;
    }
    return whole != NULL;
}

/* Two words between which a line ends are told as one. In long phrases that is one in many; in a
 * cell of a table it may be all. */
static bool
is_two_words(const char *told, const GPtrArray *whole)
{
    for (guint i = 0; whole->len <= FEW_WORDS && i + 1 < whole->len; i++) {
        g_autofree char *joined = g_strconcat(whole->pdata[i], whole->pdata[i + 1], NULL);
        g_autoptr(GPtrArray) sorted = words_sorted(joined);

        if (sorted->len == 1 && words_contain(sorted->pdata[0], told))
            return true;
    }
    return false;
}

bool
told_in_words(const GPtrArray *told, const GPtrArray *whole)
{
    guint strange = 0;

    for (guint i = 0; i < told->len; i++) {
        bool found = false;

        if (g_utf8_strlen(told->pdata[i], -1) < LEAST_PIECE)
            continue;
        for (guint k = 0; k < whole->len && !found; k++)
            found = words_contain(whole->pdata[k], told->pdata[i]);
        strange += !found && !is_two_words(told->pdata[i], whole);
    }
    return strange <= (told->len + 1) / 4;
}
