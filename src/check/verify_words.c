#include "check/verify_words.h"

#include "base/bidi.h"

#include <stdlib.h>
#include <string.h>

enum { SOFT_HYPHEN = 0xAD, BREAK_HERE = 0x200B, NON_JOINER = 0x200C, JOINER = 0x200D };

/* Vowel marks and the stroke that only stretches a word. */
static bool
is_arabic_extra(gunichar c)
{
    return (c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == 0x0640;
}

/* Marks that stand over or under each other: poppler takes them for lines of their own, or for those of the letter
 * before. Thai and Lao; Burmese; Khmer; what Latin letters of Yoruba carry two of. */
static bool
is_stacked_mark(gunichar c)
{
    return g_unichar_type(c) == G_UNICODE_NON_SPACING_MARK &&
           ((c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
            (c >= 0x1780 && c <= 0x17FF) || (c >= 0x0300 && c <= 0x036F));
}

/* The sign that makes the next letter of Khmer and Burmese a small one under the last. Poppler may leave such a letter
 * out where it has marks of its own. */
static bool
stacks_next(gunichar c)
{
    return c == 0x17D2 || c == 0x1039;
}

static bool
is_silent(gunichar c)
{
    return is_bidi_control(c) || is_arabic_extra(c) || is_stacked_mark(c) || c == SOFT_HYPHEN ||
           c == BREAK_HERE || c == JOINER || c == NON_JOINER || c == 0xFEFF;
}

static char *
normal_form(const char *text)
{
    char *normal = g_utf8_normalize(text, -1, G_NORMALIZE_NFKC);

    return normal != NULL ? normal : g_strdup("");
}

char *
words_letters(const char *text)
{
    g_autofree char *normal = normal_form(text);
    GString *letters = g_string_new(NULL);

    gunichar before = 0;

    for (const char *at = normal; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);

        if (!g_unichar_isspace(c) && !is_silent(c) && !stacks_next(before))
            g_string_append_unichar(letters, c);
        before = c;
    }
    return g_string_free(letters, FALSE);
}

/* --- words --------------------------------------------------------------------------------- */

static int
by_code(const void *a, const void *b)
{
    gunichar x = *(const gunichar *) a;
    gunichar y = *(const gunichar *) b;

    return (x > y) - (x < y);
}

static void
end_word(GPtrArray *words, GArray *letters)
{
    if (letters->len == 0)
        return;
    qsort(letters->data, letters->len, sizeof(gunichar), by_code);
    g_ptr_array_add(words, g_ucs4_to_utf8((const gunichar *) letters->data,
                                          (glong) letters->len, NULL, NULL, NULL));
    g_array_set_size(letters, 0);
}

/* A vowel of India that stands on both sides of its consonant is painted, and told, as two. */
static void
append_parts(GArray *letters, gunichar c)
{
    gunichar parts[4] = { c };
    gsize count = 1;

    if (c >= 0x0900 && c <= 0x0DFF)
        count = g_unichar_fully_decompose(c, FALSE, parts, G_N_ELEMENTS(parts));
    g_array_append_vals(letters, parts, (guint) MIN(count, G_N_ELEMENTS(parts)));
}

GPtrArray *
words_sorted(const char *text)
{
    g_autofree char *normal = normal_form(text);
    g_autoptr(GArray) letters = g_array_new(FALSE, FALSE, sizeof(gunichar));
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);

    for (const char *at = normal; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);

        if (is_silent(c))
            continue;
        if (g_unichar_isalnum(c) || g_unichar_ismark(c) || c == LOST_LETTER)
            append_parts(letters, c);
        else
            end_word(words, letters);
    }
    end_word(words, letters);
    return words;
}

bool
words_have_vowel_marks(const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text))
        if (is_arabic_extra(g_utf8_get_char(text)))
            return true;
    return false;
}

bool
words_contain(const char *whole, const char *part)
{
    for (; *part != '\0' && *whole != '\0'; whole = g_utf8_next_char(whole)) {
        gunichar wanted = g_utf8_get_char(part);

        if (wanted == LOST_LETTER) /* only such ones are left: they stand last */
            return true;
        if (wanted == g_utf8_get_char(whole))
            part = g_utf8_next_char(part);
    }
    return *part == '\0' || g_utf8_get_char(part) == LOST_LETTER;
}

/* --- numbers ------------------------------------------------------------------------------- */

static bool
is_part(gunichar c)
{
    return (c < 0x80 && g_ascii_isalnum((char) c)) || g_unichar_isdigit(c);
}

GPtrArray *
words_numbers(const char *text)
{
    GPtrArray *numbers = g_ptr_array_new_with_free_func(g_free);
    const char *at = text;

    while (*at != '\0') {
        const char *start = at;
        bool has_digit = false;

        for (; *at != '\0' && is_part(g_utf8_get_char(at)); at = g_utf8_next_char(at))
            has_digit |= g_unichar_isdigit(g_utf8_get_char(at));
        if (has_digit)
            g_ptr_array_add(numbers, g_strndup(start, (gsize) (at - start)));
        if (at == start)
            at = g_utf8_next_char(at);
    }
    return numbers;
}
