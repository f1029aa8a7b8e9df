/* The largest body size at which a leaflet fits, and what to say when none does. */
#include "layout/canvas.h"

#include <string.h>

static const double size_step = 0.25; /* points */

typedef struct Trial {
    bool fits;
    int page_count;
} Trial;

static Trial
try_size(const Document *document, Shapes *shapes, const Shaped *shaped, double body)
{
    g_autoptr(Arena) scratch = arena_new();
    Setting setting = setting_new(document, shapes, shaped, scratch, body);
    furniture_measure(&setting);
    Columns columns = columns_fill(&setting, false);

    return (Trial){ columns.overflow.panel < 0 && columns.overflow.wide_block < 0,
                    columns.page_count };
}

/* A format that adds pages as needed always fits: the aim says how many pages are right, and the
 * largest size that takes no more of them is chosen. */
static double
choose_size(const Document *document, Shapes *shapes, const Shaped *shaped)
{
    const Format *format = document->variant.format;
    double most = format->size_most + document->variant.locale->size_more;
    int pages = try_size(document, shapes, shaped, format->size_aim).page_count;

    for (double body = most; body > format->size_least; body -= size_step) {
        Trial trial = try_size(document, shapes, shaped, body);

        if (trial.fits && trial.page_count <= pages)
            return body;
    }
    return format->size_least;
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

    return arena_printf(arena, "%s %s %s %s", variant->pack->id, variant->locale->tag,
                        variant->audience->id, variant->format->id);
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

        g_string_append_printf(list, "%s'%s' (%ld characters)", i > 0 ? ", " : "",
                               phrase->source->context, g_utf8_strlen(phrase->text, -1));
    }
    const char *text = arena_strdup(arena, list->str);
    g_string_free(list, TRUE);
    return text;
}

static void
report_overflow(const Document *document, const Overflow *overflow, double body, Diags *diags)
{
    g_autoptr(Arena) arena = arena_new();
    const Format *format = document->variant.format;
    int block = MAX(overflow->block, 0);

    diag_add(
        diags, DIAG_OVERFLOW, block_where(document, block),
        "%s: %.1f mm do not fit into panel '%s' at %g pt, the least size; the longest strings "
        "there are %s",
        leaflet_name(document, arena), to_mm(overflow->missing),
        format->panels.items[overflow->panel].id, body,
        longest_strings(document, document->blocks[block].section, arena));
}

static const char *
widest_word(const Shape *shape, Arena *arena)
{
    const Word *widest = &shape->words[0];

    for (int i = 1; i < shape->word_count; i++)
        if (shape->words[i].width > widest->width)
            widest = &shape->words[i];
    g_autofree char *word = g_strndup(shape->text + widest->start, widest->end - widest->start);
    return arena_strdup(arena, g_strchomp(word));
}

static void
report_wide_word(const Setting *setting, int index, Diags *diags)
{
    g_autoptr(Arena) arena = arena_new();
    const Document *document = setting->document;

    diag_add(diags, DIAG_WIDE_WORD, block_where(document, index),
             "%s: '%s' is wider than its column at %g pt, the least size",
             leaflet_name(document, arena),
             widest_word(setting->shaped[index].phrases[0], arena), setting->body);
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

static void
report_missing_glyphs(const Document *document, const Shaped *shaped, Diags *diags)
{
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

static Pages *
place_all(const Setting *setting, const Columns *columns)
{
    Canvas *canvas = canvas_new(setting, arena_new(), columns->page_count);

    for (int i = 0; i < columns->count; i++)
        place_column(canvas, setting, &columns->items[i]);
    place_furniture(canvas, setting, columns->page_count);
    return canvas_finish(canvas, columns);
}

Pages *
layout_document(const Document *document, Shapes *shapes, Diags *diags)
{
    g_autoptr(Arena) scratch = arena_new();

    shapes_trim(shapes);
    const Shaped *shaped = shape_document(document, shapes, scratch);
    double body = choose_size(document, shapes, shaped);
    Setting setting = setting_new(document, shapes, shaped, scratch, body);
    furniture_measure(&setting);
    Columns columns = columns_fill(&setting, true);

    report_missing_glyphs(document, shaped, diags);
    report_missing_hyphens(document, shapes, diags);
    if (columns.overflow.panel >= 0)
        report_overflow(document, &columns.overflow, body, diags);
    if (columns.overflow.wide_block >= 0)
        report_wide_word(&setting, columns.overflow.wide_block, diags);
    return place_all(&setting, &columns);
}
