/* What a leaflet's columns say about its paper: room, what costs it, and what is in the way of a
 * larger size. */
#include "layout/fit.h"

#include <string.h>

/* --- panels -------------------------------------------------------------------------------- */

/* The panel on the page, added when it is new. */
static PanelFit *
panel_at(GArray *panels, int panel, int page)
{
    PanelFit added = { .panel = panel, .page = page };

    for (guint i = 0; i < panels->len; i++) {
        PanelFit *known = &g_array_index(panels, PanelFit, i);

        if (known->panel == panel && known->page == page)
            return known;
    }
    g_array_append_val(panels, added);
    return &g_array_index(panels, PanelFit, panels->len - 1);
}

/* What does not fit stands in a panel's last column: on the last of its pages. Room that is left
 * there is of no use. */
static void
add_overflow(GArray *panels, const double *over)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);

    for (guint i = panels->len; i > 0; i--) {
        PanelFit *panel = &g_array_index(panels, PanelFit, i - 1);

        if (over[panel->panel] == 0 || !g_hash_table_add(seen, GINT_TO_POINTER(panel->panel)))
            continue;
        panel->over = over[panel->panel];
        panel->used += panel->free;
        panel->free = 0;
    }
}

static int
compare_panels(gconstpointer a, gconstpointer b)
{
    const PanelFit *first = a, *second = b;

    return first->panel != second->panel ? first->panel - second->panel
                                         : first->page - second->page;
}

static void
measure_panels(Fit *fit, const Columns *columns)
{
    g_autoptr(GArray) panels = g_array_new(FALSE, FALSE, sizeof(PanelFit));

    for (int i = 0; i < columns->count; i++) {
        const Column *column = &columns->items[i];

        if (column->page >= columns->page_count || column->spilled)
            continue;
        PanelFit *panel = panel_at(panels, column->panel, column->page);
        panel->used += MIN(column->used, column->rect.height);
        panel->free += MAX(column->rect.height - column->used, 0);
    }
    g_array_sort(panels, compare_panels);
    add_overflow(panels, columns->over);
    fit->panels = arena_copy(fit->arena, panels->data, panels->len * sizeof(PanelFit));
    fit->panel_count = (int) panels->len;
}

/* --- strings ------------------------------------------------------------------------------- */

typedef struct Costs {
    const Document *document;
    GArray *strings;    /* of StringCost */
    GHashTable *places; /* of every (Text, Locale): its index + 1 */
} Costs;

static void
add_said(Costs *costs, const Phrase *phrase, const Said *part, int panel, double height)
{
    g_autofree char *key =
        g_strdup_printf("%p %p", (const void *) part->source, (const void *) phrase->meant);
    guint place = GPOINTER_TO_UINT(g_hash_table_lookup(costs->places, key));
    int characters = said_characters(phrase, part);

    if (place > 0) {
        StringCost *known = &g_array_index(costs->strings, StringCost, place - 1);

        known->height += height;
        known->characters = MAX(known->characters, characters);
        return;
    }
    StringCost cost = { .source = part->source,
                        .locale = phrase->locale,
                        .meant = phrase->meant,
                        .where = part->where,
                        .panel = panel,
                        .characters = characters,
                        .height = height,
                        .budget = BUDGET_UNKNOWN };
    g_array_append_val(costs->strings, cost);
    g_hash_table_insert(costs->places, g_steal_pointer(&key),
                        GUINT_TO_POINTER(costs->strings->len));
}

/* Messages of one phrase share its height by their lengths. */
static void
add_cost(Costs *costs, const Phrase *phrase, int panel, double height)
{
    int length = (int) strlen(phrase->text);

    for (int i = 0; i < phrase->said_count; i++) {
        const Said *part = &phrase->said[i];

        add_said(costs, phrase, part, panel,
                 phrase->said_count == 1 ? height
                                         : height * (part->end - part->start) / MAX(length, 1));
    }
}

static void
add_row(Costs *costs, const Row *row, int panel)
{
    const Set *set = row->set;
    const Block *block = &costs->document->blocks[set->block];

    if (set->count == 0)
        return;
    add_cost(costs, &block->phrases[set->first_phrase], panel,
             row->line_count * set->leading[0]);
    if (set->count > 1 && role_is_stacked(block->role)) /* others stand beside the first */
        add_cost(costs, &block->phrases[set->first_phrase + 1], panel,
                 set->lines[1].count * set->leading[1]);
}

static void
add_rows(Costs *costs, const RowList *rows, int first, int count, int panel)
{
    for (int i = first; i < first + count; i++) {
        const Row *row = &rows->items[i];

        if (row->cells == NULL)
            add_row(costs, row, panel);
        for (int k = 0; k < row->cell_count; k++)
            add_rows(costs, &row->cells[k].rows, 0, row->cells[k].rows.count, panel);
    }
}

/* Panels share what flows through them: where the last of a flow is too small, strings of all of
 * them are in the way. */
static bool
flow_overflows(const Format *format, const double *over, int panel)
{
    int first = panel, end = panel + 1;

    while (first > 0 && format->panels.items[first].holds.count == 0)
        first--;
    while (end < format->panels.count && format->panels.items[end].holds.count == 0)
        end++;
    for (int i = first; i < end; i++)
        if (over[i] > 0)
            return true;
    return false;
}

static int
compare_costs(gconstpointer a, gconstpointer b)
{
    const StringCost *first = a, *second = b;

    if (first->height != second->height)
        return first->height < second->height ? 1 : -1;
    if (first->characters != second->characters)
        return second->characters - first->characters;
    return strcmp(first->source->context, second->source->context);
}

GArray *
columns_strings(const Document *document, const Columns *columns)
{
    const Format *format = document->variant.format;
    GArray *strings = g_array_new(FALSE, FALSE, sizeof(StringCost));
    g_autoptr(GHashTable) places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Costs costs = { document, strings, places };

    for (int i = 0; i < columns->count; i++) {
        const Column *column = &columns->items[i];

        if (columns->overflow.panel < 0 || flow_overflows(format, columns->over, column->panel))
            add_rows(&costs, &column->rows, column->first, column->count, column->panel);
    }
    g_array_sort(strings, compare_costs);
    return strings;
}

static void
measure_strings(Fit *fit, const Document *document, const Columns *columns)
{
    g_autoptr(GArray) strings = columns_strings(document, columns);

    fit->strings = arena_copy(fit->arena, strings->data, strings->len * sizeof(StringCost));
    fit->string_count = (int) strings->len;
}

static int
count_untranslated(const Document *document)
{
    int count = 0;

    for (int i = 0; i < document->block_count; i++)
        for (int k = 0; k < document->blocks[i].phrase_count; k++)
            count += document->blocks[i].phrases[k].untranslated;
    return count;
}

/* --- what is in the way -------------------------------------------------------------------- */

static double
height_beyond(const Columns *columns, int page_count)
{
    double height = 0;

    for (int i = 0; i < columns->count; i++)
        if (columns->items[i].page >= page_count)
            height += columns->items[i].used;
    return height;
}

static void
find_fullest(Obstacle *obstacle, const Format *format, const double *over)
{
    for (int i = 0; i < format->panels.count; i++)
        if (over[i] > obstacle->over) {
            obstacle->panel = i;
            obstacle->over = over[i];
        }
}

static const Word *
widest_word(const Shape *shape)
{
    const Word *widest = NULL;

    for (int i = 0; i < shape->word_count; i++)
        if (widest == NULL || shape->words[i].width > widest->width)
            widest = &shape->words[i];
    return widest;
}

/* The phrase in slot @slot of @set. */
static void
note_wide_word(Obstacle *obstacle, const Document *document, const Set *set, int slot,
               Arena *arena)
{
    const Shape *shape = set->shapes[slot];
    const Word *word = widest_word(shape);
    double width = word == NULL ? 0 : word->width * set->size[slot] / REFERENCE_SIZE;

    if (width - set->width <= obstacle->word_over)
        return;
    g_autofree char *text = g_strndup(shape->text + word->start, word->end - word->start);
    obstacle->word = arena_strdup(arena, g_strchomp(text));
    obstacle->word_over = width - set->width;
    obstacle->source = document->blocks[set->block].phrases[set->first_phrase + slot].source;
}

static void
find_wide_word(Obstacle *obstacle, const Document *document, const RowList *rows, Arena *arena)
{
    for (int i = 0; i < rows->count; i++) {
        const Row *row = &rows->items[i];

        for (int k = 0; row->set != NULL && k < row->set->count; k++)
            note_wide_word(obstacle, document, row->set, k, arena);
        for (int k = 0; k < row->cell_count; k++)
            find_wide_word(obstacle, document, &row->cells[k].rows, arena);
    }
}

/* The section that stands first in @column. @begins: that begins there, and must do so. */
static const DocumentSection *
section_of(const Setting *setting, const Column *column, bool *begins)
{
    const Document *document = setting->document;
    Cursor cursor = rows_cursor(&column->rows, column->first);
    const DocumentSection *section = &document->sections[document->blocks[cursor.block].section];

    *begins = cursor.block == section->first && cursor.word == 0 &&
              section_names_have(setting->format->new_column, section->id);
    return section;
}

/* One column more would do. */
static bool
lacks_one_column(const Fitting *fitting, const Obstacle *obstacle, const Columns *columns)
{
    int beyond = 0;
    double highest = 0;

    for (int i = 0; i < columns->count; i++) {
        beyond += columns->items[i].page >= fitting->most_pages;
        highest = MAX(highest, columns->items[i].rect.height);
    }
    return beyond <= 1 && obstacle->over <= highest;
}

/* A section opens a column, and so another's end has the one before to itself, however short that
 * end is. The shortest such end is what is best left out: far less, often, than what then has no
 * column. @columns must not be levelled. */
static void
find_short_end(Obstacle *obstacle, const Setting *setting, const Columns *columns)
{
    double least = MAX(obstacle->over, obstacle->extra);

    for (int i = 1; i < columns->count; i++) {
        const Column *column = &columns->items[i], *before = column - 1;
        bool begins;

        if (column->across || before->across || before->count == 0 || before->used >= least)
            continue;
        section_of(setting, column, &begins);
        if (!begins)
            continue;
        least = obstacle->shorten = before->used;
        obstacle->section = section_of(setting, before, &begins)->id;
    }
}

static Obstacle
find_obstacle(const Fitting *fitting, double body, Arena *arena)
{
    g_autoptr(Arena) scratch = arena_new();
    Setting setting = fitting_set(fitting, scratch, body);
    Columns columns = columns_fill(&setting, true), greedy = columns_fill(&setting, false);
    Obstacle obstacle = { .size = body, .panel = -1 };

    find_fullest(&obstacle, setting.format, columns.over);
    for (int i = 0; columns.overflow.wide_block >= 0 && i < columns.count; i++)
        find_wide_word(&obstacle, fitting->document, &columns.items[i].rows, arena);
    if (columns.page_count > fitting->most_pages) {
        obstacle.page_count = columns.page_count;
        obstacle.extra = height_beyond(&greedy, fitting->most_pages);
    }
    if (lacks_one_column(fitting, &obstacle, &greedy))
        find_short_end(&obstacle, &setting, &greedy);
    return obstacle;
}

static Obstacle
obstacle_to_larger(const Fitting *fitting, double body, Arena *arena)
{
    double larger = fitting_larger(fitting, body);

    return larger == 0 ? (Obstacle){ .panel = -1 } : find_obstacle(fitting, larger, arena);
}

/* --- the whole ----------------------------------------------------------------------------- */

Fit *
fit_document(const Document *document, Shapes *shapes, bool budgets, Diags *diags)
{
    Arena *arena = arena_new();
    Fit *fit = arena_new_array(arena, Fit, 1);
    g_autoptr(Arena) scratch = arena_new();
    Fitting fitting = fitting_new(document, shapes, scratch);

    fitting_report_glyphs(&fitting, diags);
    fit->arena = arena;
    fit->body_size = fitting_choose(&fitting);
    Setting setting = fitting_set(&fitting, scratch, fit->body_size);
    Columns columns = columns_fill(&setting, true);

    fit->page_count = columns.page_count;
    fit->fits = columns.overflow.panel < 0 && columns.overflow.wide_block < 0;
    fit->untranslated = count_untranslated(document);
    measure_panels(fit, &columns);
    measure_strings(fit, document, &columns);
    if (budgets)
        fitting_find_budgets(&fitting, (StringCost *) fit->strings, fit->string_count);
    fit->obstacle = fit->fits ? obstacle_to_larger(&fitting, fit->body_size, arena)
                              : find_obstacle(&fitting, fit->body_size, arena);
    return fit;
}
