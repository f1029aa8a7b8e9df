#include "translate/reading.h"

#include "translate/kept.h"

#include <string.h>

/* LIX points: how much a text may be above its own baseline, and a first translation above its source.
 * The second is large, for words of some languages are longer. */
static const double above_baseline = 3, above_source = 12;
enum {
    LEAST_SENTENCES = 20, /* of fewer an average says nothing */
    SOME_NUMBER = 5       /* for the form of a plural */
};

/* What can be counted in a script; in any other both. */
static const struct {
    const char *script; /* ISO 15924 */
    bool words;
    SentenceEnd end;
} scripts[] = {
    /* Not even words: nothing stands between them, and Pango has no dictionary. */
    { "Hans", false, SENTENCE_BY_MARKS },
    { "Hant", false, SENTENCE_BY_MARKS },
    { "Jpan", false, SENTENCE_BY_MARKS },
    { "Khmr", false, SENTENCE_BY_MARKS },
    { "Laoo", false, SENTENCE_BY_MARKS },
    { "Mymr", false, SENTENCE_BY_MARKS },
    { "Tibt", false, SENTENCE_BY_MARKS },
    /* Words by the dictionary. */
    { "Thai", true, SENTENCE_BY_SPACES },
    /* Vowels are not written, so that nearly all words are short. */
    { "Arab", true, SENTENCE_BY_MARKS },
    { "Aran", true, SENTENCE_BY_MARKS },
    { "Hebr", true, SENTENCE_BY_MARKS },
    /* A letter is a syllable, or has its vowel in it. */
    { "Ethi", true, SENTENCE_BY_MARKS },
    { "Kore", true, SENTENCE_BY_MARKS },
    { "Hang", true, SENTENCE_BY_MARKS },
    { "Deva", true, SENTENCE_BY_MARKS },
    { "Beng", true, SENTENCE_BY_MARKS },
    { "Guru", true, SENTENCE_BY_MARKS },
    { "Gujr", true, SENTENCE_BY_MARKS },
    { "Taml", true, SENTENCE_BY_MARKS },
    { "Telu", true, SENTENCE_BY_MARKS },
    { "Knda", true, SENTENCE_BY_MARKS },
    { "Mlym", true, SENTENCE_BY_MARKS },
    { "Sinh", true, SENTENCE_BY_MARKS },
};

/* The row of @locale, or -1. */
static int
find_script(const Locale *locale)
{
    for (int i = 0; i < (int) G_N_ELEMENTS(scripts); i++)
        if (strcmp(scripts[i].script, locale->script) == 0)
            return i;
    return -1;
}

GArray *
reading_sentences(const Locale *locale, const char *text)
{
    int row = find_script(locale);

    if (row >= 0 && !scripts[row].words)
        return NULL;
    return prose_sentences(text, locale->lang, row < 0 ? SENTENCE_BY_MARKS : scripts[row].end);
}

double
reading_average(const Reading *reading)
{
    return reading->sentences > 0 ? (double) reading->words / reading->sentences : 0;
}

/* "rights/time/text", and not "rights/time/title". */
static bool
is_running(const char *context)
{
    static const char *const parts[] = { "/text",   "/text_after", "/more",
                                         "/limits", "/ask",        "/easy" };

    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        if (g_str_has_suffix(context, parts[i]))
            return true;
    return false;
}

static void
add_text(Reading *reading, const char *text)
{
    g_autofree char *words = kept_left_out(text);
    g_autoptr(GArray) sentences = reading_sentences(reading->locale, words);

    for (guint i = 0; sentences != NULL && i < sentences->len; i++) {
        const Sentence *sentence = &g_array_index(sentences, Sentence, i);

        reading->sentences++;
        reading->words += sentence->words;
        reading->long_words += sentence->long_words;
    }
}

static double
baseline_of(const Pack *pack, const Locale *locale)
{
    for (int i = 0; i < pack->lix.count; i++)
        if (strcmp(pack->lix.items[i].locale, locale->tag) == 0)
            return pack->lix.items[i].lix;
    return 0;
}

Reading
reading_of(const Project *project, const Pack *pack, const Locale *locale,
           const Catalog *catalog)
{
    int row = find_script(locale);
    Reading reading = { .pack = pack,
                        .locale = locale,
                        .counts_words = row < 0 || scripts[row].words,
                        .counts_lix = row < 0,
                        .baseline = baseline_of(pack, locale) };

    for (int i = 0; i < project->texts.count; i++) {
        const Text *text = &project->texts.items[i];
        TranslationState state;

        if (strcmp(text->domain, pack->id) != 0 || !is_running(text->context))
            continue;
        const char *words =
            catalog_translate(catalog, text, pack->source_locale->tag, SOME_NUMBER, &state);
        if (state == TRANSLATION_DONE || state == TRANSLATION_SOURCE)
            add_text(&reading, words);
    }
    reading.enough = reading.sentences >= LEAST_SENTENCES;
    if (reading.counts_lix && reading.words > 0)
        reading.lix = reading_average(&reading) + 100.0 * reading.long_words / reading.words;
    return reading;
}

static void
check_lix(const Reading *reading, const Reading *source, Diags *diags)
{
    const Pack *pack = reading->pack;
    const char *tag = reading->locale->tag;

    if (reading->baseline > 0 && reading->lix > reading->baseline + above_baseline)
        diag_add(diags, DIAG_HARD_TO_READ, pack->where,
                 "'%s' has become harder in %s: a LIX of %.0f; it was %.0f", pack->id, tag,
                 reading->lix, reading->baseline);
    if (reading->baseline == 0 && source->counts_lix && source->enough &&
        reading->lix > source->lix + above_source)
        diag_add(diags, DIAG_HARD_TO_READ, pack->where,
                 "'%s' is harder in %s than in %s: a LIX of %.0f, not %.0f", pack->id, tag,
                 source->locale->tag, reading->lix, source->lix);
}

void
reading_check(const Reading *reading, const Reading *source, Diags *diags)
{
    int average = reading->locale->wording.sentence_average;

    if (!reading->enough)
        return;
    if (reading_average(reading) > average)
        diag_add(diags, DIAG_HARD_TO_READ, reading->pack->where,
                 "'%s' has %.1f words a sentence in %s; %d are enough", reading->pack->id,
                 reading_average(reading), reading->locale->tag, average);
    if (reading->counts_lix)
        check_lix(reading, source, diags);
}
