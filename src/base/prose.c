#include "base/prose.h"

#include <pango/pango-break.h>
#include <stdbool.h>
#include <string.h>

enum { LONG_LETTERS = 7 }; /* LIX: more than six */
enum { LEFT_OUT = 0xFFFC };

void
prose_use_own_words(const char *data_dir)
{
    g_autofree char *folder = g_build_filename(data_dir, "breaks", NULL);

    g_setenv("LIBTHAI_DICTDIR", folder, TRUE); /* where libthai looks for it */
}

/* Pango takes U+FFFC for a picture that ends a word; a figure is a word of its own. */
static char *
with_figures(const char *text)
{
    GString *figures = g_string_new(NULL);

    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);

        if (c == LEFT_OUT)
            g_string_append(figures, "000"); /* as many bytes */
        else
            g_string_append_unichar(figures, c);
    }
    return g_string_free(figures, FALSE);
}

static PangoLogAttr *
attributes_of(const char *text, const char *lang, int *count)
{
    *count = (int) g_utf8_strlen(text, -1) + 1;

    PangoLogAttr *attributes = g_new0(PangoLogAttr, *count);
    pango_get_log_attrs(text, -1, -1, pango_language_from_string(lang), attributes, *count);
    return attributes;
}

static bool
is_apostrophe(gunichar c)
{
    return c == '\'' || c == 0x2019 || c == 0x02BC;
}

/* "don't" is one word, which Pango begins anew after the apostrophe. */
static bool
goes_on(const char *text, const char *at)
{
    const char *before = at > text ? g_utf8_find_prev_char(text, at) : NULL;
    const char *letter = before != NULL ? g_utf8_find_prev_char(text, before) : NULL;

    return letter != NULL && is_apostrophe(g_utf8_get_char(before)) &&
           g_unichar_isalpha(g_utf8_get_char(letter));
}

typedef struct Counting {
    GArray *sentences;
    Sentence now;
    int letters; /* of the word that is open */
} Counting;

static void
end_word(Counting *counting)
{
    counting->now.long_words += counting->letters >= LONG_LETTERS;
    counting->letters = 0;
}

static void
end_sentence(Counting *counting, int at)
{
    end_word(counting);
    counting->now.end = at;
    if (counting->now.words > 0)
        g_array_append_val(counting->sentences, counting->now);
    counting->now = (Sentence){ .start = at };
}

static bool
ends_here(const PangoLogAttr *attribute, gunichar c, SentenceEnd end)
{
    return end == SENTENCE_BY_SPACES ? g_unichar_isspace(c) != 0
                                     : attribute->is_sentence_start != 0;
}

GArray *
prose_sentences(const char *text, const char *lang, SentenceEnd end)
{
    g_autofree char *figures = with_figures(text);
    int count;
    g_autofree PangoLogAttr *attributes = attributes_of(figures, lang, &count);
    Counting counting = { .sentences = g_array_new(FALSE, FALSE, sizeof(Sentence)) };
    const char *at = figures;

    for (int i = 0; i < count - 1; i++, at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);

        if (ends_here(&attributes[i], c, end))
            end_sentence(&counting, (int) (at - figures));
        if (attributes[i].is_word_start && !goes_on(figures, at)) {
            end_word(&counting);
            counting.now.words++;
        }
        counting.letters += g_unichar_isalpha(c) != 0;
    }
    end_sentence(&counting, (int) strlen(figures));
    return counting.sentences;
}
