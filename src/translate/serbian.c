#include "translate/serbian.h"

#include "translate/kept.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

/* The alphabet, and two letters with an accent; `capitals` is what a capital becomes among capitals. */
static const struct {
    gunichar capital;
    const char *small, *title, *capitals;
} letters[] = {
    { 0x0410, "a", "A", "A" },    /* А */
    { 0x0411, "b", "B", "B" },    /* Б */
    { 0x0412, "v", "V", "V" },    /* В */
    { 0x0413, "g", "G", "G" },    /* Г */
    { 0x0414, "d", "D", "D" },    /* Д */
    { 0x0402, "đ", "Đ", "Đ" },    /* Ђ */
    { 0x0415, "e", "E", "E" },    /* Е */
    { 0x0416, "ž", "Ž", "Ž" },    /* Ж */
    { 0x0417, "z", "Z", "Z" },    /* З */
    { 0x0418, "i", "I", "I" },    /* И */
    { 0x0408, "j", "J", "J" },    /* Ј */
    { 0x041A, "k", "K", "K" },    /* К */
    { 0x041B, "l", "L", "L" },    /* Л */
    { 0x0409, "lj", "Lj", "LJ" }, /* Љ */
    { 0x041C, "m", "M", "M" },    /* М */
    { 0x041D, "n", "N", "N" },    /* Н */
    { 0x040A, "nj", "Nj", "NJ" }, /* Њ */
    { 0x041E, "o", "O", "O" },    /* О */
    { 0x041F, "p", "P", "P" },    /* П */
    { 0x0420, "r", "R", "R" },    /* Р */
    { 0x0421, "s", "S", "S" },    /* С */
    { 0x0422, "t", "T", "T" },    /* Т */
    { 0x040B, "ć", "Ć", "Ć" },    /* Ћ */
    { 0x0423, "u", "U", "U" },    /* У */
    { 0x0424, "f", "F", "F" },    /* Ф */
    { 0x0425, "h", "H", "H" },    /* Х */
    { 0x0426, "c", "C", "C" },    /* Ц */
    { 0x0427, "č", "Č", "Č" },    /* Ч */
    { 0x040F, "dž", "Dž", "DŽ" }, /* Џ */
    { 0x0428, "š", "Š", "Š" },    /* Ш */
    { 0x0400, "è", "È", "È" },    /* Ѐ and Ѝ, with the accent that tells words apart */
    { 0x040D, "ì", "Ì", "Ì" },
};
G_STATIC_ASSERT(G_N_ELEMENTS(letters) == 32);

/* A capital digraph is written in capitals when a letter beside it is one, as recode-sr-latin of
 * gettext does it. Alone it is as at the head of a word: "Љ" gives "Lj". */
static bool
is_among_capitals(gunichar before, gunichar after)
{
    return g_unichar_isupper(before) || g_unichar_isupper(after);
}

/* The character at @at between its neighbours, 0 at the ends of the text. */
static void
append_latin(GString *latin, const char *at, gunichar before)
{
    const char *next = g_utf8_next_char(at);
    gunichar character = g_utf8_get_char(at), capital = g_unichar_toupper(character);

    for (size_t i = 0; i < G_N_ELEMENTS(letters); i++) {
        if (letters[i].capital != capital)
            continue;
        bool small = character != capital;
        bool capitals = is_among_capitals(before, g_utf8_get_char(next));
        g_string_append(latin, small      ? letters[i].small
                               : capitals ? letters[i].capitals
                                          : letters[i].title);
        return;
    }
    g_string_append_len(latin, at, next - at);
}

static const Spelling *
find_spelling(const char *at, SpellingList spelled)
{
    for (int i = 0; i < spelled.count; i++)
        if (g_str_has_prefix(at, spelled.items[i].from))
            return &spelled.items[i];
    return NULL;
}

/* Appends what is not written letter by letter; gives how many bytes of @at it stands for, or 0. */
static size_t
append_whole(GString *latin, const char *at, bool begins_word, SpellingList spelled)
{
    size_t kept = kept_length(at, begins_word);
    const Spelling *spelling = begins_word ? find_spelling(at, spelled) : NULL;

    if (kept > 0) {
        g_string_append_len(latin, at, (gssize) kept);
        return kept;
    }
    if (spelling == NULL)
        return 0;
    g_string_append(latin, spelling->to);
    return strlen(spelling->from);
}

char *
serbian_latin_spelled(const char *cyrillic, SpellingList spelled)
{
    GString *latin = g_string_new(NULL);
    gunichar before = 0;

    for (const char *at = cyrillic; *at != '\0';) {
        size_t whole = append_whole(latin, at, !g_unichar_isalnum(before), spelled);

        if (whole > 0) {
            at += whole;
            before = g_utf8_get_char(g_utf8_prev_char(at));
            continue;
        }
        append_latin(latin, at, before);
        before = g_utf8_get_char(at);
        at = g_utf8_next_char(at);
    }
    return g_string_free(latin, FALSE);
}

char *
serbian_latin(const char *cyrillic)
{
    return serbian_latin_spelled(cyrillic, (SpellingList){ NULL, 0 });
}
