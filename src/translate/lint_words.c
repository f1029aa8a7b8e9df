/* Words that were left, stand twice, or should not be there; letters of another script. */
#include "translate/lint.h"

#include "base/telling.h"
#include "translate/serbian.h"

#include <string.h>

static bool
is_of_word(gunichar c)
{
    return g_unichar_isalnum(c) || g_unichar_ismark(c) || c == 0x200C || c == 0x200D;
}

/* The next word of *@at, which moves behind it; NULL at the end. @adjacent: only spaces stand
 * before it. Small letters; free with g_free(). */
static char *
next_word(const char **at, bool *adjacent)
{
    const char *begin = *at;

    *adjacent = true;
    while (*begin != '\0' && !is_of_word(g_utf8_get_char(begin))) {
        *adjacent &= g_unichar_isspace(g_utf8_get_char(begin)) != 0;
        begin = g_utf8_next_char(begin);
    }
    if (*begin == '\0')
        return NULL;
    for (*at = begin; is_of_word(g_utf8_get_char(*at));)
        *at = g_utf8_next_char(*at);
    return g_utf8_casefold(begin, (gssize) (*at - begin));
}

static bool
has_letter(const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text))
        if (g_unichar_isalpha(g_utf8_get_char(text)))
            return true;
    return false;
}

/* --- the same as the source --------------------------------------------------------------- */

static bool
is_among(NameList names, const char *folded)
{
    for (int i = 0; i < names.count; i++) {
        g_autofree char *name = g_utf8_casefold(names.items[i].text, -1);

        if (strcmp(name, folded) == 0)
            return true;
    }
    return false;
}

static bool
may_stay(const Locale *locale, const char *word)
{
    return !has_letter(word) || is_among(locale->wording.same, word) ||
           (locale->derived_from != NULL && is_among(locale->derived_from->wording.same, word));
}

void
lint_same(const LintText *text)
{
    const char *at = text->text;
    bool adjacent;
    char *word;

    while (text->verbatim && (word = next_word(&at, &adjacent)) != NULL) {
        bool stays = may_stay(text->locale, word);

        g_free(word);
        if (stays)
            continue;
        diag_add(text->diags, DIAG_PO_SAME, text->where, "'%s' is the same as its source",
                 text->name);
        return;
    }
}

/* --- a word twice ------------------------------------------------------------------------- */

/* The first word of @text that stands twice in a row; NULL when none does. Free with g_free(). */
static char *
doubled_word(const char *text)
{
    g_autofree char *before = NULL;
    bool adjacent;
    char *word;

    while ((word = next_word(&text, &adjacent)) != NULL) {
        if (adjacent && has_letter(word) && g_strcmp0(before, word) == 0)
            return word;
        g_free(before);
        before = word;
    }
    return NULL;
}

void
lint_doubled(const LintText *text)
{
    if (text->locale->wording.doubles_words)
        return;

    g_autofree char *word = doubled_word(text->text);
    g_autofree char *meant = text->source != NULL ? doubled_word(text->source) : NULL;
    if (word != NULL && meant == NULL)
        diag_add(text->diags, DIAG_PO_DOUBLED, text->where, "'%s' has '%s' twice in a row",
                 text->name, word);
}

/* --- letters of another script ------------------------------------------------------------ */

enum { SCRIPTS_MOST = 3 };

/* ISO 15924 names that stand for several scripts of Unicode, or for one by another name. */
static const struct {
    const char *name;
    GUnicodeScript scripts[SCRIPTS_MOST]; /* the rest is common */
} mixtures[] = {
    { "Hans", { G_UNICODE_SCRIPT_HAN } },
    { "Hant", { G_UNICODE_SCRIPT_HAN, G_UNICODE_SCRIPT_BOPOMOFO } },
    { "Jpan", { G_UNICODE_SCRIPT_HAN, G_UNICODE_SCRIPT_HIRAGANA, G_UNICODE_SCRIPT_KATAKANA } },
    { "Kore", { G_UNICODE_SCRIPT_HANGUL, G_UNICODE_SCRIPT_HAN } },
    { "Aran", { G_UNICODE_SCRIPT_ARABIC } },
};

static bool
is_script(const char *name, GUnicodeScript script)
{
    guint32 code = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(mixtures); i++)
        for (size_t k = 0; k < SCRIPTS_MOST && strcmp(mixtures[i].name, name) == 0; k++)
            if (mixtures[i].scripts[k] == script)
                return true;
    for (int i = 0; i < 4; i++)
        code = code << 8 | (unsigned char) name[i];
    return g_unicode_script_from_iso15924(code) == script;
}

/* Names and abbreviations stand in Latin letters everywhere. */
static bool
is_strange(const Locale *locale, gunichar c)
{
    GUnicodeScript script = g_unichar_get_script(c);

    return g_unichar_isalpha(c) && script != G_UNICODE_SCRIPT_COMMON &&
           script != G_UNICODE_SCRIPT_INHERITED && script != G_UNICODE_SCRIPT_LATIN &&
           !is_script(locale->script, script);
}

/* Scripts whose letters look alike. */
static bool
has_doubles(GUnicodeScript script)
{
    return script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_CYRILLIC ||
           script == G_UNICODE_SCRIPT_GREEK;
}

/* The first letter of @text that is not of its word's script, as a Latin "a" in a Cyrillic word,
 * or not of the language's; 0 when there is none. */
static gunichar
strange_letter(const Locale *locale, const char *text)
{
    GUnicodeScript word = G_UNICODE_SCRIPT_COMMON;

    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        GUnicodeScript script = g_unichar_get_script(c);

        if (is_strange(locale, c))
            return c;
        if (!is_of_word(c))
            word = G_UNICODE_SCRIPT_COMMON;
        else if (has_doubles(script) && has_doubles(word) && script != word)
            return c;
        else if (has_doubles(script))
            word = script;
    }
    return 0;
}

void
lint_letters(const LintText *text)
{
    gunichar letter = strange_letter(text->locale, text->text);
    char written[8] = "";

    if (letter == 0)
        return;
    g_unichar_to_utf8(letter, written);
    diag_add(text->diags, DIAG_PO_LETTERS, text->where,
             "'%s' has the letter '%s' (U+%04X), which does not belong to %s", text->name,
             written, letter, text->locale->autonym);
}

/* --- words to avoid ----------------------------------------------------------------------- */

/* In the letters of @locale, which may be those of sr@latin while the list is of sr. */
static char *
find_word(const LintText *text, const char *words, bool latin)
{
    g_autofree char *own = latin ? serbian_latin(words) : g_strdup(words);
    g_autofree char *entry = telling_entry(own);
    const char *entries[] = { entry };

    return telling_find(text->text, entries, 1);
}

static bool
is_excepted(const LintText *text, NameList exceptions, bool latin)
{
    for (int i = 0; i < exceptions.count; i++) {
        g_autofree char *found = find_word(text, exceptions.items[i].text, latin);

        if (found != NULL)
            return true;
    }
    return false;
}

static void
report_avoided(const LintText *text, const AvoidedWord *word, const char *found, bool latin)
{
    g_autofree char *instead =
        latin && word->use != NULL ? serbian_latin(word->use) : g_strdup(word->use);

    if (instead != NULL)
        diag_add_as(text->diags, DIAG_AVOIDED_WORD, word->severity, text->where,
                    "'%s' says '%s'; better: '%s' (%s)", text->name, found, instead, word->why);
    else
        diag_add_as(text->diags, DIAG_AVOIDED_WORD, word->severity, text->where,
                    "'%s' says '%s', which should not be said: %s", text->name, found,
                    word->why);
}

static void
look_for(const LintText *text, const Locale *list, bool latin)
{
    for (int i = 0; i < list->wording.avoid.count; i++) {
        const AvoidedWord *word = &list->wording.avoid.items[i];
        g_autofree char *found = find_word(text, word->word, latin);

        if (found != NULL && (word->scope & lint_scope(text->name)) != 0 &&
            !is_excepted(text, word->unless, latin))
            report_avoided(text, word, found, latin);
    }
}

void
lint_avoided(const LintText *text)
{
    look_for(text, text->locale, false);
    if (text->locale->derived_from != NULL)
        look_for(text, text->locale->derived_from, true);
}
