/* The largest body size at which a leaflet fits, and what to say when none does. */
#include "layout/fit.h"

#include "base/stages.h"
#include "layout/canvas.h"

#include <glib/gi18n.h>
#include <string.h>

static const double size_step = 0.25; /* points */

Setting
fitting_set(const Fitting *fitting, Arena *scratch, double body)
{
    Setting setting =
        setting_new(fitting->document, fitting->shapes, fitting->shaped, scratch, body);

    furniture_measure(&setting);
    return setting;
}

/* Where the size is chosen there is no other: nothing is fitted. */
static double
aimed_size(const Variant *variant)
{
    const Format *format = variant->format;

    return format->size_chosen && variant->size > 0 ? variant->size : format->size_aim;
}

/* A format that adds pages as needed always fits: the aim says how many pages are right, and the
 * largest size that takes no more of them is chosen. */
Fitting
fitting_new(const Document *document, Shapes *shapes, Arena *arena)
{
    Stage outer = stages_enter(STAGE_SHAPING);
    Fitting fitting = { document, shapes, shape_document(document, shapes, arena), 0 };
    stages_enter(outer);
    g_autoptr(Arena) scratch = arena_new();
    Setting setting = fitting_set(&fitting, scratch, aimed_size(&document->variant));

    int most = document->variant.format->pages_most;
    fitting.most_pages = columns_fill(&setting, false).page_count;
    if (most > 0)
        fitting.most_pages = MIN(fitting.most_pages, most);
    return fitting;
}

static double
largest_size(const Variant *variant)
{
    if (variant->format->size_chosen)
        return aimed_size(variant);
    return variant->format->size_most +
           (variant->second == NULL ? variant->locale->size_more : 0);
}

static bool
fits_at(const Fitting *fitting, double body)
{
    g_autoptr(Arena) scratch = arena_new();
    Setting setting = fitting_set(fitting, scratch, body);

    return columns_fit(&setting, fitting->most_pages);
}

double
fitting_least(const Fitting *fitting)
{
    const Variant *variant = &fitting->document->variant;

    return variant->format->size_chosen ? aimed_size(variant) : variant->format->size_least;
}

double
fitting_choose(const Fitting *fitting)
{
    double least = fitting_least(fitting);
    double body = largest_size(&fitting->document->variant);

    while (body > least && !fits_at(fitting, body))
        body -= size_step;
    return MAX(body, least);
}

double
fitting_larger(const Fitting *fitting, double body)
{
    double larger = largest_size(&fitting->document->variant);

    while (larger - size_step > body)
        larger -= size_step;
    return larger > body ? larger : 0;
}

/* --- what to say --------------------------------------------------------------------------- */

static Where
block_where(const Document *document, int index)
{
    const Block *block = &document->blocks[index];
    const Text *source = block->phrase_count > 0 ? block->phrases[0].source : NULL;

    return source != NULL ? source->where : document->sections[block->section].where;
}

static const char *
leaflet_name(const Document *document, Arena *arena)
{
    const Variant *variant = &document->variant;

    g_autofree char *locales = variant_locales(variant);

    return arena_printf(arena, "%s %s %s %s", variant->pack->id, locales, variant->audience->id,
                        variant->format->id);
}

static int
compare_length(gconstpointer a, gconstpointer b)
{
    const Phrase *first = *(const Phrase *const *) a, *second = *(const Phrase *const *) b;

    return (int) strlen(second->text) - (int) strlen(first->text);
}

/* The three longest strings of the section that ran out of room, with their keys. */
static const char *
longest_strings(const Document *document, int section, Arena *arena)
{
    g_autoptr(GPtrArray) phrases = g_ptr_array_new();
    GString *list = g_string_new(NULL);

    for (int i = 0; i < document->block_count; i++) {
        const Block *block = &document->blocks[i];

        if (block->section == section && block->phrase_count > 0 && block->phrases[0].source)
            g_ptr_array_add(phrases, (gpointer) &block->phrases[0]);
    }
    g_ptr_array_sort(phrases, compare_length);
    for (guint i = 0; i < MIN(phrases->len, 3); i++) {
        const Phrase *phrase = phrases->pdata[i];

        long length = g_utf8_strlen(phrase->text, -1);

        g_string_append(list, i > 0 ? ", " : "");
        g_string_append_printf(
            list,
            ngettext("'%s' (%ld character)", "'%s' (%ld characters)", (unsigned long) length),
            phrase->source->context, length);
    }
    const char *text = arena_strdup(arena, list->str);
    g_string_free(list, TRUE);
    return text;
}

static const char *
size_note(const Format *format)
{
    return format->size_chosen ? "" : _(", the least size");
}

/* "'flap'", "'flap' and 2 others" */
static const char *
full_panels(const Format *format, const Overflow *overflow, Arena *arena)
{
    const char *first = format->panels.items[overflow->panel].id;

    return overflow->others == 0
               ? arena_printf(arena, "'%s'", first)
               : arena_printf(arena,
                              ngettext("'%s' and %d other", "'%s' and %d others",
                                       (unsigned long) overflow->others),
                              first, overflow->others);
}

static void
report_overflow(const Document *document, const Columns *columns, double body, Diags *diags)
{
    g_autoptr(Arena) arena = arena_new();
    const Format *format = document->variant.format;
    const Overflow *overflow = &columns->overflow;
    int block = MAX(overflow->block, 0);

    diag_add(diags, DIAG_OVERFLOW, block_where(document, block),
             "%s: %.1f mm do not fit into panel %s at %g pt%s; the longest strings "
             "there are %s",
             leaflet_name(document, arena), to_mm(overflow->missing),
             full_panels(format, overflow, arena), body, size_note(format),
             longest_strings(document, document->blocks[block].section, arena));
}

static void
report_pages(const Document *document, const Overflow *overflow, double body, Diags *diags)
{
    g_autoptr(Arena) arena = arena_new();
    const Format *format = document->variant.format;

    diag_add(diags, DIAG_OVERFLOW, format->where,
             "%s: pages needed at %g pt%s: %d; most that the format has: %d",
             leaflet_name(document, arena), body, size_note(format),
             format->pages_most + overflow->pages, format->pages_most);
}

/* Of all phrases of block @index. */
static const char *
widest_word(const Setting *setting, int index, Arena *arena)
{
    const char *text = "";
    const Word *widest = NULL;

    for (int k = 0; k < setting->document->blocks[index].phrase_count; k++) {
        const Shape *shape = setting->shaped[index].phrases[k];

        for (int i = 0; i < shape->word_count; i++)
            if (widest == NULL || shape->words[i].width > widest->width) {
                widest = &shape->words[i];
                text = shape->text;
            }
    }
    g_autofree char *word = widest == NULL
                                ? g_strdup("")
                                : g_strndup(text + widest->start, widest->end - widest->start);
    return arena_strdup(arena, g_strchomp(word));
}

static void
report_wide_word(const Setting *setting, int index, Diags *diags)
{
    g_autoptr(Arena) arena = arena_new();
    const Document *document = setting->document;

    diag_add(diags, DIAG_WIDE_WORD, block_where(document, index),
             "%s: '%s' is wider than its column at %g pt%s", leaflet_name(document, arena),
             widest_word(setting, index, arena), setting->body,
             size_note(document->variant.format));
}

static void
report_missing_glyph(const Document *document, const Phrase *phrase, const Shape *shape,
                     Where where, Diags *diags)
{
    char character[8] = { 0 };

    g_unichar_to_utf8(shape->missing, character);
    diag_add(diags, DIAG_GLYPH_MISSING, where,
             "no font of locale '%s' has the character '%s' (U+%04X) of \"%s\" (%s)",
             phrase->locale->tag, character, shape->missing, phrase->text,
             phrase->source != NULL ? phrase->source->context : document->variant.format->id);
}

void
fitting_report_glyphs(const Fitting *fitting, Diags *diags)
{
    const Document *document = fitting->document;
    const Shaped *shaped = fitting->shaped;

    for (int i = 0; i < document->block_count; i++)
        for (int k = 0; k < document->blocks[i].phrase_count; k++)
            if (shaped[i].phrases[k]->missing != 0)
                report_missing_glyph(document, &document->blocks[i].phrases[k],
                                     shaped[i].phrases[k], block_where(document, i), diags);
}

/* Words stay whole then: what is made is right, only not as full. */
static void
report_missing_hyphens(const Document *document, Shapes *shapes, Diags *diags)
{
    const Locale *locale = document->variant.locale;
    const Hyphenation *hyphenation = &locale->hyphenation;

    if (document->variant.format->hyphens && shapes_lack_hyphens(shapes, locale))
        diag_add(
            diags, DIAG_HYPHENS_MISSING, locale->where,
            "the dictionary %s of locale '%s' is not beside the program; package %s brings it",
            hyphenation->dictionary, locale->tag, hyphenation->package);
}

/* --- the whole ----------------------------------------------------------------------------- */

static void
note_page(const Row *row, int page, int *pages)
{
    for (int i = 0; i < row->cell_count; i++)
        for (int k = 0; k < row->cells[i].rows.count; k++)
            note_page(&row->cells[i].rows.items[k], page, pages);
    if (row->set != NULL && row->first_line == 0 && row->set->lines[0].first == 0)
        pages[row->set->block] = page;
}

/* The page on which every block begins; in the scratch arena. */
static const int *
pages_of_blocks(const Setting *setting, const Columns *columns)
{
    int *pages = arena_new_array(setting->scratch, int, setting->document->block_count);

    for (int i = 0; i < columns->count; i++) {
        const Column *column = &columns->items[i];

        for (int k = column->first; k < column->first + column->count; k++)
            note_page(&column->rows.items[k], column->page, pages);
    }
    return pages;
}

static Pages *
place_all(Setting *setting, const Columns *columns)
{
    Stage outer = stages_enter(STAGE_PLACING);
    Canvas *canvas = canvas_new(setting, arena_new(), columns->page_count);

    setting->block_pages = pages_of_blocks(setting, columns);
    for (int i = 0; i < columns->count; i++)
        place_column(canvas, setting, &columns->items[i]);
    place_furniture(canvas, setting, columns->page_count);
    Pages *pages = canvas_finish(canvas, columns);
    stages_enter(outer);
    return pages;
}

Pages *
layout_document(const Document *document, Shapes *shapes, Diags *diags)
{
    g_autoptr(Arena) scratch = arena_new();

    Fitting fitting = fitting_new(document, shapes, scratch);
    double body = fitting_choose(&fitting);
    Setting setting = fitting_set(&fitting, scratch, body);
    Columns columns = columns_fill(&setting, true);

    fitting_report_glyphs(&fitting, diags);
    report_missing_hyphens(document, shapes, diags);
    if (columns.overflow.panel >= 0) {
        report_overflow(document, &columns, body, diags);
        fitting_report_budgets(&fitting, &columns, diags);
    }
    if (columns.overflow.pages > 0)
        report_pages(document, &columns.overflow, body, diags);
    if (columns.overflow.wide_block >= 0)
        report_wide_word(&setting, columns.overflow.wide_block, diags);
    return place_all(&setting, &columns);
}
