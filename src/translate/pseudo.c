#include "translate/pseudo.h"

#include "translate/kept.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

/* The letters of the alphabet as others that look like them, with marks above and below. */
static const char *const small[] = { "å", "ƀ", "ç", "ð", "é", "ƒ", "ĝ", "ĥ", "î",
                                     "ĵ", "ķ", "ļ", "ɱ", "ñ", "ö", "þ", "ʠ", "ŕ",
                                     "š", "ţ", "û", "ṽ", "ŵ", "ẋ", "ý", "ž" };
static const char *const capital[] = { "Å", "Ɓ", "Ç", "Ð", "É", "Ƒ", "Ĝ", "Ĥ", "Î",
                                       "Ĵ", "Ķ", "Ļ", "Ṁ", "Ñ", "Ö", "Þ", "Ǫ", "Ŕ",
                                       "Š", "Ţ", "Û", "Ṽ", "Ŵ", "Ẋ", "Ý", "Ž" };
G_STATIC_ASSERT(G_N_ELEMENTS(small) == 26 && G_N_ELEMENTS(capital) == 26);

static const char right_to_left[] = "\u202E", as_before[] = "\u202C";

/* --- longer -------------------------------------------------------------------------------- */

static void
append_accented(GString *out, const char *at)
{
    if (*at >= 'a' && *at <= 'z')
        g_string_append(out, small[*at - 'a']);
    else if (*at >= 'A' && *at <= 'Z')
        g_string_append(out, capital[*at - 'A']);
    else
        g_string_append_len(out, at, g_utf8_next_char(at) - at);
}

/* How many bytes of @text are its first sentence, and the spaces behind it not. */
static size_t
sentence_length(const char *text)
{
    gunichar before = 0;

    for (const char *at = text; *at != '\0';) {
        size_t kept = kept_length(at, !g_unichar_isalnum(before));

        if (kept == 0 && strchr(".?!", *at) != NULL && strchr(" \n", at[1]) != NULL)
            return (size_t) (at + 1 - text);
        before = kept > 0 ? 0xFFFC : g_utf8_get_char(at);
        at = kept > 0 ? at + kept : g_utf8_next_char(at);
    }
    return strlen(text);
}

/* @count characters: a space, and words that count. */
static void
append_padding(GString *out, glong count)
{
    static const char words[] = "one two three four five six seven eight nine ten ";

    for (glong i = 0; i < count; i++) {
        char letter = i == 0 ? ' ' : words[(i - 1) % (glong) (sizeof words - 1)];

        if (letter != ' ' || i == 0 || i + 1 < count)
            append_accented(out, &letter);
        else
            append_accented(out, "o");
    }
}

/* With accents; true when it has a letter of its own, and not only what is filled in. */
static bool
append_words(GString *out, const char *words, size_t length)
{
    bool any = false;
    gunichar before = 0;

    for (const char *at = words; at < words + length;) {
        size_t kept = kept_length(at, !g_unichar_isalnum(before));

        before = g_utf8_get_char(at);
        if (kept > 0) {
            g_string_append_len(out, at, (gssize) kept);
            at += kept;
            continue;
        }
        any |= g_unichar_isalpha(before);
        append_accented(out, at);
        at = g_utf8_next_char(at);
    }
    return any;
}

/* What has no words, as "{day} {month} {year}", stays as it is. */
static void
append_sentence(GString *out, const char *sentence, size_t length, int more)
{
    enum { BRACKETS = 2 };
    glong characters = g_utf8_strlen(sentence, (gssize) length);
    glong padding = (characters * more + 99) / 100 - BRACKETS;
    g_autoptr(GString) words = g_string_new(NULL);

    if (!append_words(words, sentence, length)) {
        g_string_append_len(out, sentence, (gssize) length);
        return;
    }
    if (padding > 1) /* a space alone is none */
        append_padding(words, padding);
    g_string_append_printf(out, "[%s]", words->str);
}

static void
lengthen(GString *out, const char *source, int more)
{
    while (*source != '\0') {
        size_t spaces = strspn(source, " \n");

        g_string_append_len(out, source, (gssize) spaces);
        source += spaces;
        if (*source == '\0')
            return;
        size_t length = sentence_length(source);
        append_sentence(out, source, length, more);
        source += length;
    }
}

/* --- from right to left -------------------------------------------------------------------- */

/* How many bytes at @at are a word: letters alone, for figures run from left to right everywhere. */
static size_t
word_length(const char *at)
{
    const char *end = at;

    while (g_unichar_isalpha(g_utf8_get_char(end)) || (end > at && g_str_has_prefix(end, "’")))
        end = g_utf8_next_char(end);
    return (size_t) (end - at);
}

static void
turn_words(GString *out, const char *source)
{
    gunichar before = 0;

    while (*source != '\0') {
        size_t kept = kept_length(source, !g_unichar_isalnum(before));
        size_t word = kept > 0 ? 0 : word_length(source);
        size_t length = kept > 0   ? kept
                        : word > 0 ? word
                                   : (size_t) (g_utf8_next_char(source) - source);

        before = g_utf8_get_char(source);
        g_string_append(out, word > 0 ? right_to_left : "");
        g_string_append_len(out, source, (gssize) length);
        g_string_append(out, word > 0 ? as_before : "");
        source += length;
    }
}

char *
pseudo_text(const char *source, Pseudo pseudo)
{
    GString *out = g_string_new(NULL);

    if (pseudo.kind == PSEUDO_LONG)
        lengthen(out, source, pseudo.more);
    else
        turn_words(out, source);
    return g_string_free(out, FALSE);
}
