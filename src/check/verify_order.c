/* The structure tree holds every string of the leaflet in reading order, and nothing else.
 *
 * What poppler tells of an element may be less than all of it (readback/listing.h), so an element
 * may be a phrase when all that is told can be of it. The longest common sequence of phrases and
 * elements is what stands in order; the rest is missing, strange, or in the wrong place. */
#include "check/verify.h"

#include "check/verify_told.h"
#include "check/verify_words.h"

#include <string.h>

/* A phrase that should be an element of its own. */
typedef struct Wanted {
    const Block *block;
    int phrase;
    bool heading, number;
    bool reordered; /* its letters may come in any order within a word */
    char *letters;
    GPtrArray *words;
    int at; /* index of its element, or -1 */
} Wanted;

/* An element with text, besides the labels of lists. */
typedef struct Had {
    const ListedElement *element;
    char *letters;
    GPtrArray *words;
    int at; /* index of its phrase, or -1 */
} Had;

typedef struct Match {
    const Verification *check;
    GArray *wanted, *had;
} Match;

static Wanted *
wanted_at(const Match *match, guint index)
{
    return &g_array_index(match->wanted, Wanted, index);
}

static Had *
had_at(const Match *match, guint index)
{
    return &g_array_index(match->had, Had, index);
}

static void
clear_wanted(void *item)
{
    g_free(((Wanted *) item)->letters);
    g_ptr_array_unref(((Wanted *) item)->words);
}

static void
clear_had(void *item)
{
    g_free(((Had *) item)->letters);
    g_ptr_array_unref(((Had *) item)->words);
}

static void
gather_wanted(Match *match)
{
    const Document *document = match->check->document;
    g_autoptr(GArray) order = document_reading_order(document);

    for (guint i = 0; i < order->len; i++) {
        const PhrasePlace *place = &g_array_index(order, PhrasePlace, i);
        const Block *block = &document->blocks[place->block];
        const Phrase *phrase = &block->phrases[place->phrase];
        const char *tag = role_info(block->role)->tag;

        if (block->phrase_count == 0)
            continue;
        g_autofree char *text = verify_phrase_text(match->check, phrase);
        Wanted wanted = { .block = block,
                          .phrase = place->phrase,
                          .heading = tag[0] == 'H',
                          .number = block->role == ROLE_CONTACT_NUMBER,
                          .reordered = told_in_any_order(phrase->locale),
                          .letters = words_letters(text),
                          .words = words_sorted(text),
                          .at = -1 };

        if (strcmp(tag, "Artifact") != 0)
            g_array_append_val(match->wanted, wanted);
        else
            clear_wanted(&wanted);
    }
}

static bool
holds_text(const ListedElement *element)
{
    return element->page > 0 && strcmp(element->type, "Lbl") != 0 &&
           strcmp(element->type, "Figure") != 0;
}

static void
gather_had(Match *match)
{
    const GArray *elements = match->check->listing->elements;

    for (guint i = 0; i < elements->len; i++) {
        const ListedElement *element = listed(elements, ListedElement, i);

        if (!holds_text(element))
            continue;
        Had had = { element, words_letters(element->text), words_sorted(element->text), -1 };
        g_array_append_val(match->had, had);
    }
}

/* --- can this be that? --------------------------------------------------------------------- */

static bool
may_be(const Wanted *wanted, const Had *had)
{
    bool heading = had->element->type[0] == 'H';

    if (heading != wanted->heading)
        return false;
    if (wanted->number)
        return strcmp(wanted->letters, had->letters) == 0;
    return wanted->reordered ? told_in_words(had->words, wanted->words)
                             : told_in_order(had->letters, wanted->letters);
}

/* --- the longest common sequence ----------------------------------------------------------- */

/* Cell (i, j): how many of the phrases from i on have an element from j on, in order. */
static int *
fill_table(const Match *match, guint rows, guint columns)
{
    int *cells = g_new0(int, (rows + 1) * (columns + 1));

    for (guint i = rows; i-- > 0;)
        for (guint j = columns; j-- > 0;) {
            int *cell = &cells[i * (columns + 1) + j];
            int without = MAX(cell[columns + 1], cell[1]);
            bool same = may_be(wanted_at(match, i), had_at(match, j));

            *cell = same ? MAX(without, 1 + cell[columns + 2]) : without;
        }
    return cells;
}

static void
put_together(const Match *match)
{
    guint rows = match->wanted->len;
    guint columns = match->had->len;
    g_autofree int *cells = fill_table(match, rows, columns);
    guint i = 0;
    guint j = 0;

    while (i < rows && j < columns) {
        const int *cell = &cells[i * (columns + 1) + j];

        if (may_be(wanted_at(match, i), had_at(match, j)) && *cell == 1 + cell[columns + 2]) {
            wanted_at(match, i)->at = (int) j;
            had_at(match, j)->at = (int) i;
            i++;
            j++;
        } else if (*cell == cell[columns + 1]) {
            i++;
        } else {
            j++;
        }
    }
}

/* --- what is left -------------------------------------------------------------------------- */

/* The element out of order that is most like @wanted; taken out of those left. */
static Had *
find_elsewhere(const Match *match, const Wanted *wanted)
{
    for (guint i = 0; i < match->had->len; i++) {
        Had *had = had_at(match, i);

        if (had->at < 0 && had->words->len > 0 && may_be(wanted, had))
            return had;
    }
    return NULL;
}

static bool
is_only_number(const char *letters)
{
    return *letters != '\0' && letters[strspn(letters, "+0123456789")] == '\0';
}

/* A number that is read out and is none of those wanted. */
static Had *
find_wrong_number(const Match *match)
{
    for (guint i = 0; i < match->had->len; i++)
        if (had_at(match, i)->at < 0 && is_only_number(had_at(match, i)->letters))
            return had_at(match, i);
    return NULL;
}

static void
report_number(const Match *match, const char *number)
{
    const Verification *check = match->check;
    Had *wrong = find_wrong_number(match);

    if (wrong == NULL) {
        diag_add(check->diags, DIAG_VERIFY_NUMBER, verify_where(check, 0),
                 "the phone number '%s' is not read out in its place", number);
        return;
    }
    wrong->at = 0;
    diag_add(check->diags, DIAG_VERIFY_NUMBER, verify_where(check, wrong->element->page),
             "the phone number '%s' is not read out in its place, but '%s' is", number,
             wrong->element->text);
}

static void
report_wanted(const Match *match, const Wanted *wanted)
{
    const Verification *check = match->check;
    const char *name = verify_block_name(wanted->block, wanted->phrase);
    const char *text = wanted->block->phrases[wanted->phrase].text;
    g_autofree char *quoted = verify_quote(text);
    Had *had = find_elsewhere(match, wanted);

    if (had != NULL) {
        had->at = 0;
        diag_add(check->diags, DIAG_VERIFY_ORDER, verify_where(check, had->element->page),
                 "'%s' is read out in the wrong place: \"%s\"", name, quoted);
    } else if (wanted->number) {
        report_number(match, quoted);
    } else {
        diag_add(check->diags, DIAG_VERIFY_ORDER, verify_where(check, 0),
                 "'%s' is not read out in its place: \"%s\"", name, quoted);
    }
}

static void
report_strange(const Match *match, const Had *had)
{
    const Verification *check = match->check;
    g_autofree char *quoted = verify_quote(had->element->text);

    diag_add(check->diags, DIAG_VERIFY_TEXT_EXTRA, verify_where(check, had->element->page),
             "page %d says what the leaflet does not say, or not there: \"%s\"",
             had->element->page, quoted);
}

static void
report(const Match *match)
{
    for (guint i = 0; i < match->wanted->len; i++)
        if (wanted_at(match, i)->at < 0)
            report_wanted(match, wanted_at(match, i));
    for (guint i = 0; i < match->had->len; i++)
        if (had_at(match, i)->at < 0)
            report_strange(match, had_at(match, i));
}

/* A draft says so before anything else. */
static void
draft_comes_first(const Match *match)
{
    const Verification *check = match->check;
    bool draft = !check->document->variant.release;

    if (draft && match->wanted->len > 0 && wanted_at(match, 0)->at != 0)
        diag_add(check->diags, DIAG_VERIFY_DRAFT, verify_where(check, 1),
                 "a draft, but the first words read out are not '%s'",
                 check->document->blocks[0].phrases[0].text);
}

/* In the language it is in, a phrase is read with the right voice; a picture has words. */
static void
voices_are_right(const Match *match)
{
    const Verification *check = match->check;
    const char *own = check->document->variant.locale->lang;

    for (guint i = 0; i < match->wanted->len; i++) {
        const Wanted *wanted = wanted_at(match, i);
        const char *lang = wanted->block->phrases[wanted->phrase].locale->lang;
        const Had *had = wanted->at >= 0 ? had_at(match, (guint) wanted->at) : NULL;

        if (had != NULL &&
            strcmp(*had->element->language != '\0' ? had->element->language : own, lang) != 0)
            diag_add(check->diags, DIAG_VERIFY_UNTAGGED, verify_where(check, had->element->page),
                     "'%s' is tagged as '%s', not as '%s'",
                     verify_block_name(wanted->block, wanted->phrase), had->element->language,
                     lang);
    }
}

static void
pictures_have_words(const Verification *check)
{
    const GArray *elements = check->listing->elements;

    for (guint i = 0; i < elements->len; i++) {
        const ListedElement *element = listed(elements, ListedElement, i);

        if (strcmp(element->type, "Figure") == 0 && *element->alt == '\0')
            diag_add(check->diags, DIAG_VERIFY_UNTAGGED, verify_where(check, element->page),
                     "a picture on page %d has no words for people who hear the leaflet",
                     element->page);
    }
}

void
verify_order(const Verification *check)
{
    if (!check->listing->tagged) {
        diag_add(check->diags, DIAG_VERIFY_UNTAGGED, verify_where(check, 0),
                 "the file has no tags, so that nobody can have it read out in order");
        return;
    }

    g_autoptr(GArray) wanted = g_array_new(FALSE, FALSE, sizeof(Wanted));
    g_autoptr(GArray) had = g_array_new(FALSE, FALSE, sizeof(Had));
    Match match = { check, wanted, had };

    g_array_set_clear_func(wanted, clear_wanted);
    g_array_set_clear_func(had, clear_had);
    gather_wanted(&match);
    gather_had(&match);
    put_together(&match);
    draft_comes_first(&match);
    voices_are_right(&match);
    report(&match);
    pictures_have_words(check);
}
