/* Spaces, figures and length. */
#include "translate/lint.h"

#include "translate/numbers.h"

#include <string.h>

enum {
    SHORTEST_MEASURED = 40
}; /* characters of the source: the length of shorter ones says nothing */

static bool
begins_with_space(const char *text)
{
    return g_unichar_isspace(g_utf8_get_char(text));
}

static bool
ends_with_space(const char *text)
{
    return *text != '\0' &&
           g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(text + strlen(text))));
}

static bool
has_two_spaces(const char *text)
{
    bool before = false;

    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        bool space = g_unichar_isspace(g_utf8_get_char(text));

        if (space && before)
            return true;
        before = space;
    }
    return false;
}

void
lint_spaces(const LintText *text)
{
    if (begins_with_space(text->text))
        diag_add(text->diags, DIAG_PO_SPACES, text->where, "'%s' begins with a space",
                 text->name);
    if (ends_with_space(text->text))
        diag_add(text->diags, DIAG_PO_SPACES, text->where, "'%s' ends with a space", text->name);
    if (has_two_spaces(text->text))
        diag_add(text->diags, DIAG_PO_SPACES, text->where, "'%s' has two spaces in a row",
                 text->name);
}

void
lint_digits(const LintText *text)
{
    gunichar figure = text->locale->wording.own_digits ? 0 : numbers_find_foreign(text->text);
    char written[7] = "";

    if (figure == 0)
        return;
    g_unichar_to_utf8(figure, written);
    diag_add(text->diags, DIAG_PO_DIGITS, text->where, "'%s' writes '%s'; write %d", text->name,
             written, g_unichar_digit_value(figure));
}

/* Characters that take room: no marks, no joiners. */
static int
length_of(const char *text)
{
    int length = 0;

    for (; *text != '\0'; text = g_utf8_next_char(text))
        length += !g_unichar_iszerowidth(g_utf8_get_char(text));
    return length;
}

void
lint_length(const LintText *text)
{
    int source = length_of(text->source), own = length_of(text->text);

    if (source >= SHORTEST_MEASURED && own > source * text->locale->wording.longest)
        diag_add(text->diags, DIAG_PO_LENGTH, text->where,
                 "'%s' has %d characters, its source %d: more than %g times as many",
                 text->name, own, source, text->locale->wording.longest);
}
