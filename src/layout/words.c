#include "layout/words.h"

#include <string.h>

static const gunichar soft_hyphen = 0x00AD;

/* --- places where a line may end ----------------------------------------------------------- */

/* The span that @byte stands inside, neither at its beginning nor its end; NULL: none. */
static const Span *
span_around(const Phrase *phrase, int byte)
{
    for (int i = 0; i < phrase->span_count; i++)
        if (phrase->spans[i].start < byte && byte < phrase->spans[i].end)
            return &phrase->spans[i];
    return NULL;
}

static bool
is_kept_together(const Phrase *phrase, int byte)
{
    const Span *span = span_around(phrase, byte);

    return span != NULL && span->kind != SPAN_LEAD;
}

/* Behind a slash, and before a dot or a hyphen: at the end of a line the one would look like the
 * end of a sentence, the other like a word that goes on. */
static bool
breaks_address(const Phrase *phrase, int byte)
{
    const Span *span = span_around(phrase, byte);
    const char *at = phrase->text + byte;

    return span != NULL && span->kind == SPAN_LINK &&
           ((at[-1] == '/' && *at != '/') || *at == '.' || *at == '-');
}

/* Letters to the general rules, but no line begins with them, even after a space: Ethiopic stops, and the dot
 * between two things. */
static bool
begins_no_line(gunichar c)
{
    return (c >= 0x1361 && c <= 0x1368) || c == 0x00B7;
}

static gunichar
character_before(const char *text, const char *at)
{
    return at > text ? g_utf8_get_char(g_utf8_prev_char(at)) : 0;
}

/* @at is not the end. A soft hyphen is a place only where hyphens are drawn: words_part(). */
static bool
may_end_before(const Phrase *phrase, const char *at, const PangoLogAttr *attributes)
{
    if (breaks_address(phrase, (int) (at - phrase->text)))
        return true;
    return attributes->is_line_break && !is_kept_together(phrase, (int) (at - phrase->text)) &&
           !begins_no_line(g_utf8_get_char(at)) &&
           character_before(phrase->text, at) != soft_hyphen;
}

/* --- words --------------------------------------------------------------------------------- */

static bool
is_closing(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);

    return type == G_UNICODE_OTHER_PUNCTUATION || type == G_UNICODE_CLOSE_PUNCTUATION ||
           type == G_UNICODE_FINAL_PUNCTUATION;
}

/* A full-width stop that ends a line counts as half: what is blank of it hangs over, as a space does. */
static void
hang_full_width(Word *word, const char *text, const Reach *reach)
{
    const char *last = g_utf8_prev_char(text + word->end);
    const Reach *cluster = &reach[last - text];
    double half = REFERENCE_SIZE / 2.0;

    if (word->space > 0 || cluster->advance < REFERENCE_SIZE || cluster->blank < half ||
        !is_closing(g_utf8_get_char(last)))
        return;
    word->width -= half;
    word->space = half;
}

static Word
take_word(const char *text, const Reach *reach, int start, int end)
{
    Word word = { .start = start, .end = end };

    for (int i = start; i < end; i++) {
        if (text[i] == ' ')
            word.space += reach[i].advance;
        else {
            word.width += word.space + reach[i].advance;
            word.space = 0;
        }
        word.above = MAX(word.above, reach[i].above);
        word.below = MAX(word.below, reach[i].below);
    }
    hang_full_width(&word, text, reach);
    return word;
}

int
words_find(Arena *arena, const Phrase *phrase, const Reach *reach, const Word **words)
{
    const char *text = phrase->text, *at = text;
    int length = (int) strlen(text), characters = (int) g_utf8_strlen(text, length), start = 0;
    g_autofree PangoLogAttr *attributes = g_new0(PangoLogAttr, characters + 1);
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Word));
    PangoLanguage *language = pango_language_from_string(phrase->locale->lang);

    pango_get_log_attrs(text, length, -1, language, attributes, characters + 1);
    for (int i = 0; i <= characters; i++, at = g_utf8_next_char(at)) {
        int byte = (int) (at - text);

        if (byte == start || (i < characters && !may_end_before(phrase, at, &attributes[i])))
            continue;
        Word word = take_word(text, reach, start, byte);
        g_array_append_val(found, word);
        start = byte;
    }
    *words = arena_copy(arena, found->data, found->len * sizeof(Word));
    return (int) found->len;
}

/* --- parts of words ------------------------------------------------------------------------ */

typedef struct Parting {
    const Shape *shape;
    const Phrase *phrase;
    const Hyphens *hyphens;
    const Run *hyphen;
    float *advances; /* of the cluster that begins at a byte; < 0 where none does */
    GArray *words;
} Parting;

/* Only clusters of the hyphen's own face: nothing bold, nothing of another script. */
static void
note_advances(Parting *parting, int length)
{
    const Shape *shape = parting->shape;

    parting->advances = g_new(float, length + 1);
    for (int i = 0; i <= length; i++)
        parting->advances[i] = -1;
    for (int i = 0; i < shape->run_count; i++) {
        const Run *run = &shape->runs[i];

        for (int k = 0; k < run->count && run->face == parting->hyphen->face; k++) {
            float *advance = &parting->advances[run->glyphs[k].byte];

            *advance = MAX(*advance, 0) + run->glyphs[k].advance;
        }
    }
}

/* Cuts what is left of @word before @byte and adds it to the words, to end in a hyphen. */
static void
cut_part(Parting *parting, Word *word, int byte)
{
    Word part = *word;

    part.end = byte;
    part.space = part.width = 0;
    part.hyphen = parting->hyphen->glyphs[0].advance;
    for (int i = part.start; i < byte; i++)
        part.width += MAX(parting->advances[i], 0);
    word->start = byte;
    word->width -= part.width;
    g_array_append_val(parting->words, part);
}

static bool
may_part(const Parting *parting, int byte)
{
    return parting->advances[byte] >= 0 && !is_kept_together(parting->phrase, byte);
}

/* A run of letters of @word, from @start to @end: parted where the dictionary says so, but not near its ends. */
static void
part_letters(Parting *parting, Word *word, const char *start, const char *end)
{
    const Hyphenation *rules = &parting->phrase->locale->hyphenation;
    const char *text = parting->shape->text, *at = start;
    glong count;
    g_autofree gunichar *letters = g_utf8_to_ucs4(start, end - start, NULL, &count, NULL);

    if (letters == NULL || count < rules->least || parting->hyphens == NULL)
        return;
    g_autofree bool *breaks = g_new(bool, count);
    hyphens_find(parting->hyphens, letters, (int) count, breaks);
    for (int i = 0; i < count; i++) {
        at = g_utf8_next_char(at);
        if (breaks[i] && i + 1 >= rules->left && count - i - 1 >= rules->right &&
            may_part(parting, (int) (at - text)))
            cut_part(parting, word, (int) (at - text));
    }
}

/* The letters from @at on; where they end. */
static const char *
letters_end(const char *at, const char *end)
{
    while (at < end &&
           (g_unichar_isalpha(g_utf8_get_char(at)) || g_unichar_ismark(g_utf8_get_char(at))))
        at = g_utf8_next_char(at);
    return at;
}

/* Something like an address or a code is not parted. */
static bool
is_plain_word(const char *at, const char *end)
{
    for (; at < end; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);

        if (g_unichar_isdigit(c) || c == '/' || c == '@' || c == '_' || c == '-' ||
            (c == '.' && at + 1 < end && at[1] != ' '))
            return false;
    }
    return true;
}

/* Soft hyphens are a translator's own; a word that has one is parted nowhere else. */
static void
part_at_soft_hyphens(Parting *parting, Word *word)
{
    const char *text = parting->shape->text, *end = text + word->end;

    for (const char *at = text + word->start; at < end; at = g_utf8_next_char(at))
        if (character_before(text + word->start, at) == soft_hyphen &&
            may_part(parting, (int) (at - text)))
            cut_part(parting, word, (int) (at - text));
}

/* True for a part that soft hyphens have left. */
static bool
is_part(const Parting *parting, const Word *word)
{
    const GArray *words = parting->words;

    return word->hyphen > 0 ||
           (words->len > 0 && g_array_index(words, Word, words->len - 1).hyphen > 0);
}

static void
part_word(Parting *parting, Word word)
{
    const char *text = parting->shape->text, *at = text + word.start, *end = text + word.end;

    if (is_part(parting, &word))
        at = end;
    else if (g_utf8_strchr(at, end - at, soft_hyphen) != NULL)
        part_at_soft_hyphens(parting, &word);
    else if (is_plain_word(at, end))
        for (const char *next; at < end; at = next) {
            next = letters_end(at, end);
            if (next > at)
                part_letters(parting, &word, at, next);
            else
                next = g_utf8_next_char(at);
        }
    g_array_append_val(parting->words, word);
}

void
words_part(Arena *arena, Shape *shape, const Phrase *phrase, const Hyphens *hyphens,
           const Run *hyphen)
{
    g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(Word));
    Parting parting = { shape, phrase, hyphens, hyphen, NULL, words };

    note_advances(&parting, (int) strlen(shape->text));
    for (int i = 0; i < shape->word_count; i++)
        part_word(&parting, shape->words[i]);
    g_free(parting.advances);
    shape->hyphen = hyphen;
    shape->word_count = (int) words->len;
    shape->words = arena_copy(arena, words->data, words->len * sizeof(Word));
}
