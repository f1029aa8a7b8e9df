/* The laws behind a right, as they are cited: each with all of its articles, in the order of the references. */
#include "translate/compose.h"

#include <string.h>

/* A law and what of it is cited: "12(6), 13". */
typedef struct Citation {
    const LawTitle *law;
    GString *articles;
} Citation;

static bool
all_checked(const Right *right)
{
    for (int i = 0; i < right->law.count; i++)
        if (date_is_none(right->law.items[i].checked_on))
            return false;
    return true;
}

/* --- where a pack says nothing of its laws ------------------------------------------------- */

/* What a reference consists of stays on one line. */
static char *
joined_references(const Right *right)
{
    GString *joined = g_string_new(NULL);

    for (int i = 0; i < right->law.count; i++) {
        g_auto(GStrv) words = g_strsplit(right->law.items[i].ref, " ", -1);
        g_autofree char *whole = g_strjoinv("\u00a0", words);

        g_string_append_printf(joined, "%s%s", i > 0 ? "; " : "", whole);
    }
    return g_string_free(joined, FALSE);
}

/* As they are, in the language of who wrote them. */
static Phrase
reference_phrase(Composer *composer, const Right *right)
{
    g_autofree char *references = joined_references(right);
    Phrase phrase = compose_own_words(composer, references);

    phrase.locale = composer->variant->pack->source_locale;
    return phrase;
}

/* --- where it does ------------------------------------------------------------------------- */

static void
clear_citation(void *item)
{
    g_string_free(((Citation *) item)->articles, TRUE);
}

static GString *
articles_of(GArray *citations, const LawTitle *law)
{
    for (guint i = 0; i < citations->len; i++)
        if (g_array_index(citations, Citation, i).law == law)
            return g_array_index(citations, Citation, i).articles;

    Citation citation = { law, g_string_new(NULL) };
    g_array_append_val(citations, citation);
    return citation.articles;
}

static GArray *
citations_of(const Pack *pack, const Right *right)
{
    GArray *citations = g_array_new(FALSE, FALSE, sizeof(Citation));

    g_array_set_clear_func(citations, clear_citation);
    for (int i = 0; i < right->law.count; i++) {
        const char *article;
        const LawTitle *law = pack_find_law(pack, right->law.items[i].ref, &article);

        if (law == NULL)
            continue; /* reported */
        GString *articles = articles_of(citations, law);
        g_string_append_printf(articles, "%s%s", articles->len > 0 ? ", " : "", article);
    }
    return citations;
}

static Phrase
citation_phrase(Composer *composer, const Right *right)
{
    g_autoptr(GArray) citations = citations_of(composer->variant->pack, right);
    g_autofree Piece *pieces = g_new0(Piece, citations->len);
    g_autofree FillValue *values = g_new0(FillValue, citations->len);

    for (guint i = 0; i < citations->len; i++) {
        const Citation *citation = &g_array_index(citations, Citation, i);

        values[i] = (FillValue){ "articles", citation->articles->str, true };
        pieces[i] =
            (Piece){ .text = &citation->law->cite, .values = &values[i], .value_count = 1 };
    }
    return compose_phrase(composer, pieces, (int) citations->len, "; ");
}

/* --- the whole ----------------------------------------------------------------------------- */

void
compose_sources(Composer *composer, const Right *right)
{
    bool cited = composer->variant->pack->laws.count > 0;
    const char *lead = all_checked(right) ? "source" : "source_unchecked";

    if (right->law.count == 0)
        return;
    compose_text_block(composer, ROLE_SOURCE, compose_word(composer, lead));
    Block *block = compose_last_block(composer);
    block->phrases[block->phrase_count++] =
        cited ? citation_phrase(composer, right) : reference_phrase(composer, right);
}
