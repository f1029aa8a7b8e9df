/* How long every string of a leaflet may be before it no longer fits at the least size, all else
 * equal: found by filling the panels again and again with another text in its place, wherever it
 * stands, until one character more is too many. */
#include "layout/sample.h"

#include <string.h>

enum {
    MOST_CHARACTERS = 3000, /* more than one sheet holds: then nothing limits the string */
    TRIES = 3 /* texts: words break into lines by chance, so the middle answer counts */
};

/* Of the best share that may be kept: strings that would keep less are not named. */
static const double least_of_best = 0.5;

/* A string where it stands. */
typedef struct Place {
    int block, phrase;
    const Said *part;
} Place;

typedef struct Budgets {
    const Fitting *fitting;
    bool fits; /* with the strings as they are */
    double body;
    Shaped *shaped;      /* a copy, in which one string is another */
    GHashTable *places;  /* of every (Text, meant Locale): its GArray of Place */
    GHashTable *samples; /* of every locale and face */
    int spare;           /* characters that the string before could have had more */
} Budgets;

int
said_characters(const Phrase *phrase, const Said *part)
{
    return (int) g_utf8_strlen(phrase->text + part->start, part->end - part->start);
}

/* --- where strings stand ------------------------------------------------------------------- */

static char *
key_of(const Text *text, const Locale *meant)
{
    return g_strdup_printf("%p %p", (const void *) text, (const void *) meant);
}

static void
note_place(Budgets *budgets, const Phrase *phrase, const Place *place)
{
    g_autofree char *key = key_of(place->part->source, phrase->meant);
    GArray *places = g_hash_table_lookup(budgets->places, key);

    if (places == NULL) {
        places = g_array_new(FALSE, FALSE, sizeof(Place));
        g_hash_table_insert(budgets->places, g_steal_pointer(&key), places);
    }
    g_array_append_val(places, *place);
}

static void
note_places(Budgets *budgets)
{
    const Document *document = budgets->fitting->document;

    for (int i = 0; i < document->block_count; i++)
        for (int k = 0; k < document->blocks[i].phrase_count; k++) {
            const Phrase *phrase = &document->blocks[i].phrases[k];

            for (int n = 0; n < phrase->said_count; n++)
                note_place(budgets, phrase, &(Place){ i, k, &phrase->said[n] });
        }
}

/* --- trials -------------------------------------------------------------------------------- */

static const Sample *
sample_of(Budgets *budgets, const Locale *locale, Face face)
{
    g_autofree char *key = g_strdup_printf("%s %u", locale->tag, face);
    Sample *sample = g_hash_table_lookup(budgets->samples, key);

    if (sample == NULL) {
        sample = sample_new(budgets->fitting, locale, face);
        g_hash_table_insert(budgets->samples, g_steal_pointer(&key), sample);
    }
    return sample;
}

/* The words of @own before or behind @part. */
static void
add_others(GArray *words, const Shape *own, const Said *part, bool before)
{
    for (int i = 0; i < own->word_count; i++) {
        const Word *word = &own->words[i];

        if (before ? word->start < part->start : word->start >= part->end)
            g_array_append_val(words, *word);
    }
}

/* Between @part and what follows it. */
static double
space_behind(const Shape *own, const Said *part)
{
    double space = 0;

    for (int i = 0; i < own->word_count && own->words[i].start < part->end; i++)
        space = own->words[i].space;
    return space;
}

/* The phrase with so many characters in place of @place's string. */
static const Shape *
other_shape(Budgets *budgets, const Place *place, double share, int characters, Arena *arena)
{
    const Document *document = budgets->fitting->document;
    const Phrase *phrase = &document->blocks[place->block].phrases[place->phrase];
    const Shape *own = budgets->fitting->shaped[place->block].phrases[place->phrase];
    const Sample *sample =
        sample_of(budgets, phrase->meant, phrase_face(document, place->block, place->phrase));
    Shape *shape = arena_copy(arena, own, sizeof *own);
    g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(Word));

    add_others(words, own, place->part, true);
    sample_add_words(sample, share, characters, words);
    g_array_index(words, Word, words->len - 1).space = space_behind(own, place->part);
    add_others(words, own, place->part, false);
    shape->words = arena_copy(arena, words->data, words->len * sizeof(Word));
    shape->word_count = (int) words->len;
    return shape;
}

static bool
panels_hold(const Budgets *budgets, Arena *scratch)
{
    Fitting fitting = *budgets->fitting;

    fitting.shaped = budgets->shaped;
    Setting setting = fitting_set(&fitting, scratch, budgets->body);
    return columns_fill(&setting, false).overflow.panel < 0;
}

static bool
fits_with(Budgets *budgets, const GArray *places, double share, int characters)
{
    g_autoptr(Arena) scratch = arena_new();
    const Shaped *own = budgets->fitting->shaped;

    for (guint i = 0; i < places->len; i++) {
        const Place *place = &g_array_index(places, Place, i);

        budgets->shaped[place->block].phrases[place->phrase] =
            other_shape(budgets, place, share, characters, scratch);
    }
    bool fits = panels_hold(budgets, scratch);
    for (guint i = 0; i < places->len; i++) {
        const Place *place = &g_array_index(places, Place, i);

        budgets->shaped[place->block] = own[place->block];
    }
    return fits;
}

/* The most characters of one text, to one in a hundred; @guess: where to begin to look. */
static int
most_characters(Budgets *budgets, const GArray *places, double share, int guess)
{
    int low = 0, high = MOST_CHARACTERS, step = guess / 8 + 1;

    for (int at = guess; at > low && at < high; step *= 2) {
        bool fits = fits_with(budgets, places, share, at);

        *(fits ? &low : &high) = at;
        at = fits && high == MOST_CHARACTERS ? at + step : !fits && low == 0 ? at - step : 0;
    }
    while (high - low > low / 100 + 1) {
        int middle = (low + high) / 2;

        *(fits_with(budgets, places, share, middle) ? &low : &high) = middle;
    }
    return low;
}

static int
compare_numbers(gconstpointer a, gconstpointer b)
{
    return *(const int *) a - *(const int *) b;
}

/* As long as the string is now, it is known to fit, or not to. */
static int
budget_of(Budgets *budgets, const GArray *places, int characters)
{
    int tries[TRIES], guess = characters + budgets->spare;

    if (!budgets->fits && !fits_with(budgets, places, 0, 1))
        return BUDGET_NO_HELP;
    if (budgets->fits && fits_with(budgets, places, 0, MOST_CHARACTERS))
        return BUDGET_NONE;
    for (int i = 0; i < TRIES; i++)
        tries[i] = guess = most_characters(budgets, places, (double) i / TRIES, guess);
    qsort(tries, TRIES, sizeof(int), compare_numbers);
    int budget = tries[TRIES / 2];
    budgets->spare = budgets->fits ? MAX(budget - characters, 0) : 0;
    return budgets->fits ? MAX(budget, characters) : CLAMP(budget, 1, characters - 1);
}

/* --- the whole ----------------------------------------------------------------------------- */

void
fitting_find_budgets(const Fitting *fitting, StringCost *strings, int count)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GHashTable) places =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
    g_autoptr(GHashTable) samples =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify) sample_free);
    Budgets budgets = { .fitting = fitting,
                        .body = fitting_least(fitting),
                        .shaped =
                            arena_copy(arena, fitting->shaped,
                                       (size_t) fitting->document->block_count * sizeof(Shaped)),
                        .places = places,
                        .samples = samples };

    note_places(&budgets);
    budgets.fits = panels_hold(&budgets, arena);
    for (int i = 0; i < count; i++) {
        g_autofree char *key = key_of(strings[i].source, strings[i].meant);
        const GArray *found = g_hash_table_lookup(places, key);

        if (found != NULL)
            strings[i].budget = budget_of(&budgets, found, strings[i].characters);
    }
}

/* --- what to say --------------------------------------------------------------------------- */

/* The share of its length that a string keeps when it becomes short enough; 0: nothing is to be said of
 * it. A missing translation has another remedy. */
static double
kept_share(const StringCost *cost)
{
    bool is_over = cost->budget > 0 && cost->budget < cost->characters;

    return is_over && cost->meant == cost->locale ? (double) cost->budget / cost->characters : 0;
}

static int
compare_shares(gconstpointer a, gconstpointer b)
{
    const StringCost *first = a, *second = b;
    double kept = kept_share(first), other = kept_share(second);

    if (kept != other)
        return kept < other ? 1 : -1;
    return strcmp(first->source->context, second->source->context);
}

/* Where some would lose little, nobody is asked to cut another to less than half of that. */
void
fitting_report_budgets(const Fitting *fitting, const Columns *columns, Diags *diags)
{
    g_autoptr(GArray) strings = columns_strings(fitting->document, columns);
    const StringCost *costs = (const StringCost *) strings->data;

    fitting_find_budgets(fitting, (StringCost *) strings->data, (int) strings->len);
    g_array_sort(strings, compare_shares);
    for (guint i = 0; i < strings->len; i++) {
        const StringCost *cost = &costs[i];

        if (kept_share(cost) == 0 || kept_share(cost) < least_of_best * kept_share(costs))
            break;
        diag_add(diags, DIAG_OVER_BUDGET, cost->where,
                 "'%s' has %d characters; all else equal, '%s' has room for %d",
                 cost->source->context, cost->characters, fitting->document->variant.format->id,
                 cost->budget);
    }
}
