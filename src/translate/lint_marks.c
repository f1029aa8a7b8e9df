/* Brackets and quotes stand in pairs. */
#include "translate/lint.h"

#include <string.h>

enum { DEEPEST = 16 }; /* marks open at a time */

/* Marks of which the closing one is awaited, the last one last. */
typedef struct Open {
    gunichar closing[DEEPEST];
    int count;
} Open;

static void
push(Open *open, gunichar closing)
{
    if (open->count < DEEPEST)
        open->closing[open->count++] = closing;
}

static bool
pop(Open *open, gunichar closing)
{
    if (open->count == 0 || open->closing[open->count - 1] != closing)
        return false;
    open->count--;
    return true;
}

/* In a buffer of the caller's, for messages. */
static const char *
written(gunichar c, char buffer[static 8])
{
    buffer[g_unichar_to_utf8(c, buffer)] = '\0';
    return buffer;
}

/* --- brackets ----------------------------------------------------------------------------- */

static const gunichar brackets[][2] = {
    { '(', ')' },       { '[', ']' },       { 0xFF08, 0xFF09 }, /* （） */
    { 0xFF3B, 0xFF3D }, { 0x3010, 0x3011 }, { 0x3014, 0x3015 }, /* ［］ 【】 〔〕 */
    { 0x3008, 0x3009 }, { 0x300A, 0x300B },                     /* 〈〉 《》 */
};

/* The first bracket of @text without its other half, or 0. */
static gunichar
lone_bracket(const char *text)
{
    Open open = { .count = 0 };

    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);

        for (size_t i = 0; i < G_N_ELEMENTS(brackets); i++) {
            if (c == brackets[i][0])
                push(&open, brackets[i][1]);
            if (c == brackets[i][1] && !pop(&open, c))
                return c;
        }
    }
    for (size_t i = 0; i < G_N_ELEMENTS(brackets) && open.count > 0; i++)
        if (brackets[i][1] == open.closing[open.count - 1])
            return brackets[i][0];
    return 0;
}

void
lint_brackets(const LintText *text)
{
    gunichar lone = lone_bracket(text->text);
    char buffer[8];

    if (lone != 0 && (text->source == NULL || lone_bracket(text->source) == 0)) /* "a) ..." */
        diag_add(text->diags, DIAG_PO_BRACKETS, text->where,
                 "the bracket '%s' of '%s' has no other half", written(lone, buffer),
                 text->name);
}

/* --- quotes ------------------------------------------------------------------------------- */

/* Never an apostrophe. */
static const gunichar double_quotes[] = { '"',  0x201C, 0x201D, 0x201E, 0x201F, 0xAB,
                                          0xBB, 0x300C, 0x300D, 0x300E, 0x300F, 0xFF02 };

static bool
is_double_quote(gunichar c)
{
    for (size_t i = 0; i < G_N_ELEMENTS(double_quotes); i++)
        if (double_quotes[i] == c)
            return true;
    return false;
}

/* The locale's, or those of the one it is derived from: "„“‚‘", opening and closing. NULL: the
 * locale does not say. */
static const char *
quotes_of(const Locale *locale)
{
    if (locale->wording.quotes == NULL && locale->derived_from != NULL)
        return locale->derived_from->wording.quotes;
    return locale->wording.quotes;
}

/* Closes before it opens, for languages in which both look alike. An apostrophe is what closes
 * nothing, and what stands behind a letter opens nothing. */
static bool
take_quote(Open *open, const char *quotes, gunichar c, gunichar before)
{
    bool single = !is_double_quote(c);

    if (pop(open, c))
        return true;
    for (const char *at = quotes; *at != '\0'; at = g_utf8_next_char(at)) {
        const char *next = g_utf8_next_char(at);

        if (g_utf8_get_char(at) == c && !(single && g_unichar_isalpha(before))) {
            push(open, g_utf8_get_char(next));
            return true;
        }
        at = next;
    }
    return single || g_utf8_strchr(quotes, -1, c) == NULL;
}

static void
check_pairs(const LintText *text, const char *quotes)
{
    Open open = { .count = 0 };
    gunichar before = ' ';
    char buffer[8];

    for (const char *at = text->text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);

        if (is_double_quote(c) && g_utf8_strchr(quotes, -1, c) == NULL) {
            diag_add(text->diags, DIAG_PO_QUOTES, text->where,
                     "'%s' has '%s'; the quotes of this language are %s", text->name,
                     written(c, buffer), quotes);
            return;
        }
        if (!take_quote(&open, quotes, c, before)) {
            diag_add(text->diags, DIAG_PO_QUOTES, text->where,
                     "the quote '%s' of '%s' has no other half; this language writes %s",
                     written(c, buffer), text->name, quotes);
            return;
        }
        before = c;
    }
    if (open.count > 0)
        diag_add(text->diags, DIAG_PO_QUOTES, text->where,
                 "the quote '%s' of '%s' is missing; this language writes %s",
                 written(open.closing[open.count - 1], buffer), text->name, quotes);
}

/* Where the locale does not say which are its own. */
static void
check_count(const LintText *text)
{
    int count = 0;

    for (const char *at = text->text; *at != '\0'; at = g_utf8_next_char(at))
        count += is_double_quote(g_utf8_get_char(at));
    if (count % 2 != 0)
        diag_add(text->diags, DIAG_PO_QUOTES, text->where,
                 "quotes of '%s' do not pair up: there are %d", text->name, count);
}

void
lint_quotes(const LintText *text)
{
    const char *quotes = quotes_of(text->locale);

    if (quotes != NULL)
        check_pairs(text, quotes);
    else
        check_count(text);
}
