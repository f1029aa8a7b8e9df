#include "base/telling.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

/* Of Arabic: vowel marks, and the stroke that only stretches a word. */
static bool
is_arabic_extra(gunichar c)
{
    return (c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == 0x0640;
}

static bool
counts(gunichar c)
{
    return g_unichar_isalnum(c) || g_unichar_ismark(c);
}

/* Of most names and words of Latin languages, which come in great numbers. */
static bool
is_ascii(const char *text)
{
    while (*text != '\0' && g_ascii_isprint(*text))
        text++;
    return *text == '\0';
}

static char *
normal_form(const char *text)
{
    if (is_ascii(text))
        return g_ascii_strdown(text, -1);

    g_autofree char *normal = g_utf8_normalize(text, -1, G_NORMALIZE_NFKC);
    g_autofree char *folded = g_utf8_casefold(normal != NULL ? normal : "", -1);

    return g_utf8_normalize(folded, -1, G_NORMALIZE_NFKC);
}

char *
telling_letters(const char *text)
{
    g_autofree char *normal = normal_form(text);
    GString *letters = g_string_new(NULL);
    bool between = false;

    for (const char *at = normal; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);

        if (is_arabic_extra(c) || g_unichar_type(c) == G_UNICODE_FORMAT)
            continue;
        if (!counts(c)) {
            between = true;
            continue;
        }
        if (between && letters->len > 0)
            g_string_append_c(letters, ' ');
        between = false;
        g_string_append_unichar(letters, c);
    }
    return g_string_free(letters, FALSE);
}

char *
telling_entry(const char *entry)
{
    g_autofree char *letters = telling_letters(entry);

    return g_strconcat(*entry == '-' ? "-" : "", letters, NULL);
}

static bool
leaves_no_spaces(gunichar c)
{
    static const GUnicodeScript scripts[] = {
        G_UNICODE_SCRIPT_THAI,     G_UNICODE_SCRIPT_LAO,     G_UNICODE_SCRIPT_KHMER,
        G_UNICODE_SCRIPT_MYANMAR,  G_UNICODE_SCRIPT_HAN,     G_UNICODE_SCRIPT_HIRAGANA,
        G_UNICODE_SCRIPT_KATAKANA, G_UNICODE_SCRIPT_TIBETAN,
    };

    for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++)
        if (g_unichar_get_script(c) == scripts[i])
            return true;
    return false;
}

static const char *
find_entry(const char *letters, const char *entry)
{
    bool anywhere = *entry == '-';
    const char *part = entry + anywhere;

    if (*part == '\0')
        return NULL;
    for (const char *at = letters; (at = strstr(at, part)) != NULL; at++)
        if (anywhere || at == letters || at[-1] == ' ' || leaves_no_spaces(g_utf8_get_char(at)))
            return at;
    return NULL;
}

/* From the beginning of the word at @at to the end of the one at @at + @length. */
static char *
words_around(const char *letters, const char *at, size_t length)
{
    const char *end = at + length;

    if (leaves_no_spaces(g_utf8_get_char(at)))
        return g_strndup(at, length);
    while (at > letters && at[-1] != ' ')
        at--;
    end += strcspn(end, " ");
    return g_strndup(at, (gsize) (end - at));
}

char *
telling_find_in(const char *letters, const char *const *entries, int count)
{
    for (int i = 0; i < count; i++) {
        const char *at = find_entry(letters, entries[i]);

        if (at != NULL)
            return words_around(letters, at, strlen(entries[i] + (*entries[i] == '-')));
    }
    return NULL;
}

char *
telling_find(const char *text, const char *const *entries, int count)
{
    g_autofree char *letters = telling_letters(text);

    return telling_find_in(letters, entries, count);
}
