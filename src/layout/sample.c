#include "layout/sample.h"

#include <string.h>

/* Fewer say little about a language. */
enum { LEAST_LETTERS = 200 };

typedef struct Piece {
    Word word;
    int letters; /* without the space behind it */
    bool spaced; /* there is one */
} Piece;

struct Sample {
    GArray *pieces;
    double width; /* of a letter, on average, at REFERENCE_SIZE */
};

/* --- gathering ----------------------------------------------------------------------------- */

static double
widest_space(const Shape *shape)
{
    double widest = 0;

    for (int i = 0; i < shape->word_count; i++)
        widest = MAX(widest, shape->words[i].space);
    return widest;
}

/* True when a space character stands behind @word; blank paper within a wide full stop is none. */
static bool
ends_in_space(const Shape *shape, const Word *word)
{
    return word->end > word->start && g_ascii_isspace(shape->text[word->end - 1]);
}

/* Latin letters among others, and figures, are no words of the language. */
static bool
is_foreign(const Shape *shape, const Word *word, const Locale *locale)
{
    char first = shape->text[word->start];

    return g_ascii_isdigit(first) ||
           (g_ascii_isalpha(first) && strcmp(locale->script, "Latn") != 0);
}

/* Behind the last word of a text stands what would stand there if it went on. */
static void
add_shape(Sample *sample, const Shape *shape, const Locale *locale)
{
    double space = locale->sentences_touch ? 0 : widest_space(shape);

    for (int i = 0; i < shape->word_count; i++) {
        const Word *own = &shape->words[i];
        bool spaced = ends_in_space(shape, own);
        Piece piece = { *own,
                        (int) g_utf8_strlen(shape->text + own->start, own->end - own->start) -
                            spaced,
                        spaced };

        if (i == shape->word_count - 1 && space > 0) {
            piece.word.space = space;
            piece.spaced = true;
        }
        if (piece.letters > 0 && !is_foreign(shape, own, locale))
            g_array_append_val(sample->pieces, piece);
    }
}

/* A number, an address or a date says nothing about words. */
static bool
counts(const Phrase *phrase, const Locale *locale)
{
    return phrase->said_count > 0 && phrase->span_count == 0 && phrase->locale == locale;
}

static void
gather(Sample *sample, const Fitting *fitting, const Locale *locale, Face face)
{
    const Document *document = fitting->document;

    for (int i = 0; i < document->block_count; i++)
        for (int k = 0; k < document->blocks[i].phrase_count; k++) {
            const Phrase *phrase = &document->blocks[i].phrases[k];

            if (counts(phrase, locale))
                add_shape(sample, shapes_find(fitting->shapes, phrase, face), locale);
        }
}

static const Piece *
piece_at(const Sample *sample, guint index)
{
    return &g_array_index(sample->pieces, Piece, index % sample->pieces->len);
}

static int
letter_count(const Sample *sample)
{
    int count = 0;

    for (guint i = 0; i < sample->pieces->len; i++)
        count += piece_at(sample, i)->letters;
    return count;
}

static void
gather_text(Sample *sample, const Fitting *fitting, const Locale *locale, Face face,
            const char *text)
{
    const Phrase phrase = { .text = text, .locale = locale };

    add_shape(sample, shapes_find(fitting->shapes, &phrase, face), locale);
}

/* Of a language that hardly anything is translated into, Pango's sample text says more. Where it knows none
 * in the script, every letter is as wide as the font's height. */
static void
gather_others(Sample *sample, const Fitting *fitting, const Locale *locale, Face face)
{
    const Piece square = { { .width = REFERENCE_SIZE }, 1, false };
    PangoLanguage *language = pango_language_from_string(locale->lang);

    if (letter_count(sample) < LEAST_LETTERS)
        gather_text(sample, fitting, locale, face, pango_language_get_sample_string(language));
    if (sample->pieces->len == 0)
        g_array_append_val(sample->pieces, square);
}

/* Of its letters, with what of a full stop may hang over the end of a line. */
static double
letters_width(const Piece *piece)
{
    return piece->word.width + (piece->spaced ? 0 : piece->word.space);
}

static double
letter_width(const Sample *sample)
{
    double width = 0;

    for (guint i = 0; i < sample->pieces->len; i++)
        width += letters_width(piece_at(sample, i));
    return width / MAX(letter_count(sample), 1);
}

Sample *
sample_new(const Fitting *fitting, const Locale *locale, Face face)
{
    Sample *sample = g_new0(Sample, 1);

    sample->pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
    gather(sample, fitting, locale, face);
    gather_others(sample, fitting, locale, face);
    sample->width = letter_width(sample);
    return sample;
}

void
sample_free(Sample *sample)
{
    if (sample == NULL)
        return;
    g_array_unref(sample->pieces);
    g_free(sample);
}

/* --- giving -------------------------------------------------------------------------------- */

/* No word is longer than what is left. */
static Piece
cut_piece(const Piece *piece, int left)
{
    Piece cut = *piece;

    cut.letters = MIN(piece->letters, left);
    cut.word.width *= (double) cut.letters / piece->letters;
    if (cut.letters + cut.spaced >= left) {
        cut.word.space = cut.word.hyphen = 0;
        cut.spaced = false;
    }
    return cut;
}

void
sample_add_words(const Sample *sample, double share, int characters, GArray *words)
{
    guint first = words->len, at = (guint) (share * sample->pieces->len);
    double width = 0;
    int letters = 0;

    for (int left = characters; left > 0; at++) {
        Piece piece = cut_piece(piece_at(sample, at), left);

        left -= piece.letters + piece_at(sample, at)->spaced;
        width += letters_width(&piece);
        letters += piece.letters;
        g_array_append_val(words, piece.word);
    }
    for (guint i = first; i < words->len; i++)
        g_array_index(words, Word, i).width *= letters * sample->width / width;
}
