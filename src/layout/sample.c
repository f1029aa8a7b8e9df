#include "layout/sample.h"

#include <string.h>

/* Of a language that hardly anything is translated into, Pango's sample text says more. */
enum { LEAST_LETTERS = 200 };

struct Sample {
    GArray *words;      /* of Word */
    GArray *characters; /* int: of each word, without the space behind it */
    double width;       /* of a letter, on average, at REFERENCE_SIZE */
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

/* Behind the last word of a text stands what would stand there if it went on. */
static void
add_shape(Sample *sample, const Shape *shape, bool touches)
{
    double space = touches ? 0 : widest_space(shape);

    for (int i = 0; i < shape->word_count; i++) {
        Word word = shape->words[i];
        int characters = (int) g_utf8_strlen(shape->text + word.start, word.end - word.start) -
                         (word.space > 0 ? 1 : 0);

        if (i == shape->word_count - 1)
            word.space = space;
        if (characters == 0)
            continue;
        g_array_append_val(sample->words, word);
        g_array_append_val(sample->characters, characters);
    }
}

/* A number, an address or a date says nothing about words. */
static bool
counts(const Phrase *phrase, const Locale *locale)
{
    return phrase->portion_count > 0 && phrase->span_count == 0 && phrase->locale == locale;
}

static void
gather(Sample *sample, const Fitting *fitting, const Locale *locale, Face face)
{
    const Document *document = fitting->document;

    for (int i = 0; i < document->block_count; i++)
        for (int k = 0; k < document->blocks[i].phrase_count; k++) {
            const Phrase *phrase = &document->blocks[i].phrases[k];

            if (counts(phrase, locale))
                add_shape(sample, shapes_find(fitting->shapes, phrase, face),
                          locale->sentences_touch);
        }
}

static int
letter_count(const Sample *sample)
{
    int count = 0;

    for (guint i = 0; i < sample->characters->len; i++)
        count += g_array_index(sample->characters, int, i);
    return count;
}

static void
gather_from_pango(Sample *sample, const Fitting *fitting, const Locale *locale, Face face)
{
    PangoLanguage *language = pango_language_from_string(locale->lang);
    const Phrase phrase = { .text = pango_language_get_sample_string(language),
                            .locale = locale };

    add_shape(sample, shapes_find(fitting->shapes, &phrase, face), locale->sentences_touch);
}

/* Letters of every word become equally wide, so that no text of this length is wider than another. */
static void
even_out(Sample *sample)
{
    double width = 0;

    for (guint i = 0; i < sample->words->len; i++)
        width += g_array_index(sample->words, Word, i).width;
    sample->width = width / MAX(letter_count(sample), 1);
    for (guint i = 0; i < sample->words->len; i++)
        g_array_index(sample->words, Word, i).width =
            sample->width * g_array_index(sample->characters, int, i);
}

Sample *
sample_new(const Fitting *fitting, const Locale *locale, Face face)
{
    Sample *sample = g_new0(Sample, 1);

    sample->words = g_array_new(FALSE, FALSE, sizeof(Word));
    sample->characters = g_array_new(FALSE, FALSE, sizeof(int));
    gather(sample, fitting, locale, face);
    if (letter_count(sample) < LEAST_LETTERS)
        gather_from_pango(sample, fitting, locale, face);
    even_out(sample);
    return sample;
}

void
sample_free(Sample *sample)
{
    if (sample == NULL)
        return;
    g_array_unref(sample->words);
    g_array_unref(sample->characters);
    g_free(sample);
}

/* --- giving -------------------------------------------------------------------------------- */

void
sample_add_words(const Sample *sample, double share, int characters, GArray *words)
{
    guint at = (guint) (share * sample->words->len);
    Word word = { 0 };

    for (int left = characters; left > 0; at++) {
        guint index = at % sample->words->len;
        int own = MIN(g_array_index(sample->characters, int, index), left);

        word = g_array_index(sample->words, Word, index);
        word.width = own * sample->width;
        left -= own;
        if (left <= 1) /* a space alone would not be seen */
            word.space = word.hyphen = 0;
        left -= left == 1 || word.space > 0 ? 1 : 0;
        g_array_append_val(words, word);
    }
}
