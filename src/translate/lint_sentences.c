/* How many words a sentence has. */
#include "translate/lint.h"

#include "translate/reading.h"

/* Texts that are to be easy have it in their name: "rights/time/easy". */
static int
limit_of(const LintText *text)
{
    const WordingRules *rules = &text->locale->wording;

    return g_str_has_suffix(text->name, "/easy") ? rules->sentence_easy : rules->sentence_warn;
}

static int
longest_sentence(const LintText *text)
{
    g_autoptr(GArray) sentences = reading_sentences(text->locale, text->text);
    int longest = 0;

    for (guint i = 0; sentences != NULL && i < sentences->len; i++)
        longest = MAX(longest, g_array_index(sentences, Sentence, i).words);
    return longest;
}

void
lint_sentences(const LintText *text)
{
    int words = longest_sentence(text), limit = limit_of(text);
    int most = text->locale->wording.sentence_error;

    if (limit == 0 || words <= limit)
        return;
    diag_add_as(text->diags, DIAG_LONG_SENTENCE,
                most > 0 && words > most ? SEVERITY_ERROR : SEVERITY_WARNING, text->where,
                "'%s' has a sentence of %d words; %d are enough", text->name, words, limit);
}
