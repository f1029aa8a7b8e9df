/* How long every string of a leaflet may be before it no longer fits at the least size, all else
 * equal: how many lines the paper has for it, by filling the columns again and again with so many
 * lines in its place, and how many characters stand in so many lines, by the words of the leaflet. */
#include "layout/fit.h"

#include <string.h>

enum { MOST_LINES = 60 }; /* more than a panel holds: then nothing limits the string */

/* Wide enough that a line holds one, and narrow enough for every column of a flow. */
static const double filler_share = 0.9;

/* A string where it stands at the least size. */
typedef struct Spot {
    const Set *set;
    int slot;
} Spot;

typedef struct Budgets {
    const Fitting *fitting;
    Arena *arena;
    double body;
    Shaped *shaped;    /* a copy, in which one string is another */
    GHashTable *spots; /* of every (Text, Locale): its Spot */
    GHashTable *words; /* of every Locale: its GArray of Measured */
    int spare;         /* lines that the string before could have had more */
} Budgets;

/* A word of the leaflet. */
typedef struct Measured {
    double width, space; /* at REFERENCE_SIZE */
    int characters;
} Measured;

static gpointer
key_of(Arena *arena, const Phrase *phrase)
{
    return (gpointer) arena_printf(arena, "%p %p", (const void *) phrase->source,
                                   (const void *) phrase->locale);
}

/* --- the words of a language --------------------------------------------------------------- */

static void
add_words(GArray *words, const Shape *shape)
{
    for (int i = 0; i < shape->word_count; i++) {
        const Word *word = &shape->words[i];
        const char *text = shape->text + word->start;
        int spaces = word->space > 0;
        Measured measured = { word->width, word->space,
                              (int) g_utf8_strlen(text, word->end - word->start) - spaces };

        g_array_append_val(words, measured);
    }
}

static GArray *
words_of(Budgets *budgets, const Locale *locale)
{
    const Document *document = budgets->fitting->document;
    GArray *words = g_hash_table_lookup(budgets->words, locale);

    if (words != NULL)
        return words;
    words = g_array_new(FALSE, FALSE, sizeof(Measured));
    for (int i = 0; i < document->block_count; i++)
        for (int k = 0; k < document->blocks[i].phrase_count; k++)
            if (document->blocks[i].phrases[k].locale == locale)
                add_words(words, budgets->fitting->shaped[i].phrases[k]);
    g_hash_table_insert(budgets->words, (gpointer) locale, words);
    return words;
}

/* Characters in @lines lines of @limit points at REFERENCE_SIZE: the string's own words, then others
 * of its language. */
static int
capacity(const GArray *own, const GArray *words, int lines, double limit)
{
    int line = 1, characters = 0;
    double width = 0, space = 0;

    for (guint i = 0; line <= lines; i++) {
        const Measured *word = i < own->len ? &g_array_index(own, Measured, i)
                                            : &g_array_index(words, Measured, i % words->len);
        bool fits = width == 0 || width + space + word->width <= limit;

        if (!fits && ++line > lines)
            break;
        characters += word->characters + (space > 0);
        width = fits ? width + space + word->width : word->width;
        space = word->space;
    }
    return characters;
}

/* --- the lines of the paper ---------------------------------------------------------------- */

/* In place of the string: lines as high as its own, each full. */
static const Shape *
filler(const Spot *spot, int lines, Arena *arena)
{
    const Shape *own = spot->set->shapes[spot->slot];
    Shape *shape = arena_copy(arena, own, sizeof *own);
    Word *words = arena_new_array(arena, Word, lines);

    for (int i = 0; i < lines; i++)
        words[i] = (Word){ .width = filler_share * spot->set->width * REFERENCE_SIZE /
                                    spot->set->size[spot->slot],
                           .space = 1,
                           .above = own->words[0].above,
                           .below = own->words[0].below };
    shape->words = words;
    shape->word_count = lines;
    return shape;
}

static bool
fits_with(Budgets *budgets, const Spot *spot, int lines)
{
    g_autoptr(Arena) scratch = arena_new();
    Fitting fitting = *budgets->fitting;
    const Shape **shape =
        &budgets->shaped[spot->set->block].phrases[spot->set->first_phrase + spot->slot];
    const Shape *kept = *shape;

    fitting.shaped = budgets->shaped;
    *shape = filler(spot, lines, scratch);
    Setting setting = fitting_set(&fitting, scratch, budgets->body);
    bool fits = columns_fit(&setting, 0);
    *shape = kept;
    return fits;
}

/* The most lines with which the leaflet fits; 0: with none. What the string before could have had
 * more is the first guess. */
static int
most_lines(Budgets *budgets, const Spot *spot)
{
    int own = spot->set->lines[spot->slot].count, guess = own + budgets->spare;
    int low = 0, high = MOST_LINES + 1;

    guess = CLAMP(guess, 1, MOST_LINES);
    for (int step = 1; low == 0 || high > MOST_LINES; step *= 2) {
        if (fits_with(budgets, spot, guess))
            low = guess;
        else
            high = guess;
        if (guess == (low == guess ? MOST_LINES : 1))
            break;
        guess = low == guess ? MIN(guess + step, MOST_LINES) : MAX(guess - step, 1);
    }
    while (high - low > 1) {
        int middle = (low + high) / 2;

        if (fits_with(budgets, spot, middle))
            low = middle;
        else
            high = middle;
    }
    budgets->spare = low - own;
    return low;
}

/* --- where strings stand ------------------------------------------------------------------- */

static void
note_spots(Budgets *budgets, const Set *set)
{
    const Block *block = &budgets->fitting->document->blocks[set->block];

    for (int i = 0; i < set->count; i++) {
        const Phrase *phrase = &block->phrases[set->first_phrase + i];
        gpointer key = key_of(budgets->arena, phrase);

        if (phrase->source == NULL || set->shapes[i]->word_count == 0 ||
            g_hash_table_contains(budgets->spots, key))
            continue;
        Spot *spot = arena_new_array(budgets->arena, Spot, 1);
        *spot = (Spot){ set, i };
        g_hash_table_insert(budgets->spots, key, spot);
    }
}

static void
note_rows(Budgets *budgets, const RowList *rows, int first, int count)
{
    for (int i = first; i < first + count; i++) {
        const Row *row = &rows->items[i];

        if (row->set != NULL)
            note_spots(budgets, row->set);
        for (int k = 0; k < row->cell_count; k++)
            note_rows(budgets, &row->cells[k].rows, 0, row->cells[k].rows.count);
    }
}

/* --- the whole ----------------------------------------------------------------------------- */

static int
budget_of(Budgets *budgets, const StringCost *cost, const Spot *spot)
{
    g_autoptr(GArray) own = g_array_new(FALSE, FALSE, sizeof(Measured));
    const Shape *shape = spot->set->shapes[spot->slot];
    double limit = spot->set->width * REFERENCE_SIZE / spot->set->size[spot->slot];
    int lines = most_lines(budgets, spot);

    if (lines >= MOST_LINES)
        return BUDGET_NONE;
    add_words(own, shape);
    int characters =
        lines == 0 ? 0 : capacity(own, words_of(budgets, cost->locale), lines, limit);
    return lines >= spot->set->lines[spot->slot].count ? MAX(characters, cost->characters)
                                                       : MIN(characters, cost->characters - 1);
}

void
fitting_find_budgets(const Fitting *fitting, StringCost *strings, int count)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GHashTable) spots = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) words =
        g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
    const Document *document = fitting->document;
    Budgets budgets = { .fitting = fitting,
                        .arena = arena,
                        .body = fitting_least(fitting),
                        .spots = spots,
                        .words = words };
    Setting setting = fitting_set(fitting, arena, budgets.body);
    Columns columns = columns_fill(&setting, true);

    budgets.shaped =
        arena_copy(arena, fitting->shaped, (size_t) document->block_count * sizeof(Shaped));
    for (int i = 0; i < columns.count; i++)
        note_rows(&budgets, &columns.items[i].rows, columns.items[i].first,
                  columns.items[i].count);
    for (int i = 0; i < count; i++) {
        const Phrase phrase = { .source = strings[i].source, .locale = strings[i].locale };
        const Spot *spot = g_hash_table_lookup(spots, key_of(arena, &phrase));

        if (spot != NULL)
            strings[i].budget = budget_of(&budgets, &strings[i], spot);
    }
}
