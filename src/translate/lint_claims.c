/* What a text must not claim, cite or leave unexplained. */
#include "translate/lint.h"

#include "base/telling.h"

#include <string.h>

/* --- promises ------------------------------------------------------------------------------ */

void
lint_promises(const LintText *text)
{
    NameList promises = text->locale->wording.promises;

    for (int i = 0; i < promises.count; i++) {
        g_autofree char *entry = telling_entry(promises.items[i].text);
        const char *entries[] = { entry };
        g_autofree char *found = telling_find(text->text, entries, 1);

        if (found == NULL)
            continue;
        diag_add(text->diags, DIAG_PROMISE, text->where, "'%s' promises: '%s'", text->name,
                 found);
        return;
    }
}

/* --- articles of laws ----------------------------------------------------------------------- */

static bool
ends_with_letter(const char *word)
{
    return g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(word + strlen(word))));
}

/* Figures of any script, the only ones that are written on behind a word. */
static bool
figures_follow(const char *at, bool may_go_on)
{
    while (may_go_on &&
           (g_unichar_isalpha(g_utf8_get_char(at)) || g_unichar_ismark(g_utf8_get_char(at))))
        at = g_utf8_next_char(at);
    while (*at == '.' || g_unichar_isspace(g_utf8_get_char(at)))
        at = g_utf8_next_char(at);
    return g_unichar_isdigit(g_utf8_get_char(at));
}

static bool
begins_word(const char *text, const char *at)
{
    return at == text || !g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(at)));
}

/* @word is the beginning of one, unless it ends with a stop: "Art." is not in "Artists 4". With a
 * hyphen before it, it may stand behind an article or a preposition. */
static bool
cites(const char *folded, const char *word)
{
    bool anywhere = *word == '-' && word[1] != '\0';
    g_autofree char *wanted = g_utf8_casefold(word + anywhere, -1);

    for (const char *at = folded; *wanted != '\0' && (at = strstr(at, wanted)) != NULL; at++)
        if ((anywhere || begins_word(folded, at)) &&
            figures_follow(at + strlen(wanted), ends_with_letter(wanted)))
            return true;
    return false;
}

void
lint_articles(const LintText *text)
{
    NameList words = text->locale->wording.law_words;
    g_autofree char *folded = g_utf8_casefold(text->text, -1);

    for (int i = 0; i < words.count; i++) {
        if (!cites(folded, words.items[i].text))
            continue;
        diag_add(text->diags, DIAG_ARTICLE_NUMBER, text->where,
                 "'%s' cites a law by its number: '%s' with figures", text->name,
                 words.items[i].text);
        return;
    }
}

/* --- abbreviations -------------------------------------------------------------------------- */

static bool
is_of_word(gunichar c)
{
    return g_unichar_isalnum(c) || g_unichar_ismark(c);
}

/* @word stands in @text as a word of its own. */
static bool
has_word(const char *text, const char *word)
{
    size_t length = strlen(word);

    for (const char *at = text; (at = strstr(at, word)) != NULL; at++)
        if (begins_word(text, at) && !is_of_word(g_utf8_get_char(at + length)))
            return true;
    return false;
}

static bool
names_have_word(NameList names, const char *word)
{
    for (int i = 0; i < names.count; i++)
        if (has_word(names.items[i].text, word))
            return true;
    return false;
}

static bool
is_known_in(const Locale *locale, const char *word)
{
    return names_have_word(locale->wording.abbreviations, word) ||
           names_have_word(locale->wording.same, word) ||
           (locale->derived_from != NULL && is_known_in(locale->derived_from, word));
}

static bool
is_known_to(const Project *project, const char *word)
{
    for (int i = 0; i < project->packs.count; i++)
        if (names_have_word(project->packs.items[i].abbreviations, word))
            return true;
    for (int i = 0; i < project->contacts.count; i++)
        if (has_word(project->contacts.items[i].name.msgid, word))
            return true;
    return false;
}

/* "Centre for Social Work (CSW)". */
static bool
is_explained(const char *text, const char *word)
{
    g_autofree char *plain = g_strdup_printf("(%s)", word);
    g_autofree char *wide = g_strdup_printf("\uFF08%s\uFF09", word);
    const char *at = strstr(text, plain);

    return (at != NULL && at > text) || strstr(text, wide) != NULL;
}

/* The next word of *@at, which moves behind it, when it has two capitals in a row; NULL at the
 * end. Free with g_free(). */
static char *
next_abbreviation(const char **at)
{
    while (**at != '\0') {
        const char *begin = *at;
        int row = 0, most = 0;

        for (; is_of_word(g_utf8_get_char(*at)); *at = g_utf8_next_char(*at)) {
            row = g_unichar_isupper(g_utf8_get_char(*at)) ? row + 1 : 0;
            most = MAX(most, row);
        }
        if (most >= 2)
            return g_strndup(begin, (gsize) (*at - begin));
        if (*at == begin)
            *at = g_utf8_next_char(*at);
    }
    return NULL;
}

/* Names of organisations are what they are, and drafts say so in capitals. */
static bool
may_have_capitals(const char *context)
{
    return g_str_has_suffix(context, "/name") || g_str_has_suffix(context, "/neutral_name") ||
           g_str_has_prefix(context, "draft");
}

/* What a translation has from its source is told there. */
static bool
needs_no_words(const LintText *text, const char *word)
{
    return (text->source != NULL && has_word(text->source, word)) ||
           is_known_in(text->locale, word) || is_explained(text->text, word) ||
           is_known_to(text->project, word);
}

void
lint_abbreviations(const LintText *text)
{
    const char *at = text->text;
    char *word;

    while (!may_have_capitals(text->name) && (word = next_abbreviation(&at)) != NULL) {
        g_autofree char *owned = word;

        if (!needs_no_words(text, word))
            diag_add(text->diags, DIAG_ABBREVIATION, text->where,
                     "'%s' does not say what '%s' stands for", text->name, word);
    }
}
