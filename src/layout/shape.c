/* A phrase to glyphs, once: itemized, shaped, and cut at its break opportunities. Whatever size
 * or width it is set at later is arithmetic on the result. */
#include "layout/shape.h"

#include "layout/words.h"

#include <string.h>

enum { MOST_SHAPES = 6000 };

/* Of the first family of a locale, at REFERENCE_SIZE. */
typedef struct Metrics {
    const Locale *locale;
    Face face;
    double ascent, descent;
} Metrics;

struct Shapes {
    Fonts *fonts;
    Arena *arena;
    GHashTable *found; /* key text to Shape; both in the arena */
    GPtrArray *faces;  /* cairo_font_face_t that runs point to */
    GArray *metrics;   /* Metrics */
};

Shapes *
shapes_new(Fonts *fonts)
{
    Shapes *shapes = g_new0(Shapes, 1);

    shapes->fonts = fonts;
    shapes->arena = arena_new();
    shapes->found = g_hash_table_new(g_str_hash, g_str_equal);
    shapes->faces = g_ptr_array_new_with_free_func((GDestroyNotify) cairo_font_face_destroy);
    shapes->metrics = g_array_new(FALSE, FALSE, sizeof(Metrics));
    return shapes;
}

void
shapes_free(Shapes *shapes)
{
    if (shapes == NULL)
        return;
    g_hash_table_unref(shapes->found);
    g_ptr_array_unref(shapes->faces);
    g_array_unref(shapes->metrics);
    arena_free(shapes->arena);
    g_free(shapes);
}

void
shapes_trim(Shapes *shapes)
{
    if (g_hash_table_size(shapes->found) < MOST_SHAPES)
        return;
    g_hash_table_remove_all(shapes->found);
    g_ptr_array_set_size(shapes->faces, 0);
    arena_free(shapes->arena);
    shapes->arena = arena_new();
}

/* --- attributes ---------------------------------------------------------------------------- */

static void
add_attribute(PangoAttrList *list, PangoAttribute *attribute, int start, int end)
{
    attribute->start_index = (guint) start;
    attribute->end_index = (guint) end;
    pango_attr_list_insert(list, attribute);
}

static char *
family_list(NameList families)
{
    GString *list = g_string_new(NULL);

    for (int i = 0; i < families.count; i++)
        g_string_append_printf(list, "%s%s", i > 0 ? "," : "", families.items[i].text);
    return g_string_free(list, FALSE);
}

static PangoFontDescription *
describe_font(const Locale *locale, Face face)
{
    bool low = (face & FACE_LOW) != 0 && locale->low_families.count > 0;
    bool bold = (face & FACE_BOLD) != 0;
    PangoFontDescription *font = pango_font_description_new();
    g_autofree char *families = family_list(low ? locale->low_families : locale->families);

    pango_font_description_set_family(font, families);
    pango_font_description_set_absolute_size(font, REFERENCE_SIZE * PANGO_SCALE);
    pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    return font;
}

/* Figures are Western, all equally wide, and of one family in every script; the words of a date keep
 * their script's. */
static void
add_figures(PangoAttrList *list, const Span *span, const char *families)
{
    add_attribute(list, pango_attr_family_new(families), span->start, span->end);
    add_attribute(list, pango_attr_font_features_new("tnum=1,lnum=1"), span->start, span->end);
}

static void
add_span(PangoAttrList *list, const Span *span, const char *families)
{
    if (span->kind == SPAN_NUMBER || span->kind == SPAN_LEAD)
        add_attribute(list, pango_attr_weight_new(PANGO_WEIGHT_BOLD), span->start, span->end);
    if (span->kind == SPAN_NUMBER || span->kind == SPAN_KEEP)
        add_figures(list, span, families);
    if (span->kind == SPAN_LINK) { /* typed letter by letter, so shown letter by letter */
        add_attribute(list, pango_attr_family_new(families), span->start, span->end);
        add_attribute(list, pango_attr_font_features_new("liga=0,clig=0"), span->start,
                      span->end);
    }
}

static PangoAttrList *
attributes(const Shapes *shapes, const Phrase *phrase, const PangoFontDescription *font)
{
    PangoAttrList *list = pango_attr_list_new();
    PangoLanguage *language = pango_language_from_string(phrase->locale->lang);
    g_autofree char *families = g_strconcat(fonts_number_family(shapes->fonts), ",",
                                            pango_font_description_get_family(font), NULL);

    pango_attr_list_insert(list, pango_attr_font_desc_new(font));
    pango_attr_list_insert(list, pango_attr_language_new(language));
    for (int i = 0; i < phrase->span_count; i++)
        add_span(list, &phrase->spans[i], families);
    return list;
}

/* --- runs ---------------------------------------------------------------------------------- */

static cairo_font_face_t *
keep_face(Shapes *shapes, PangoFont *font)
{
    cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
    cairo_font_face_t *face = cairo_scaled_font_get_font_face(scaled);

    for (guint i = 0; i < shapes->faces->len; i++)
        if (shapes->faces->pdata[i] == face)
            return face;
    g_ptr_array_add(shapes->faces, cairo_font_face_reference(face));
    return face;
}

static Glyph
take_glyph(const PangoGlyphInfo *info, int byte)
{
    return (Glyph){
        .id = info->glyph == PANGO_GLYPH_EMPTY ? NO_GLYPH : info->glyph,
        .byte = (uint32_t) byte,
        .advance = (float) info->geometry.width / PANGO_SCALE,
        .dx = (float) info->geometry.x_offset / PANGO_SCALE,
        .dy = (float) info->geometry.y_offset / PANGO_SCALE,
    };
}

static void
note_missing(Shape *shape, gunichar character)
{
    if (shape->missing == 0)
        shape->missing = character;
}

/* Pango takes any font it knows for a character that a locale's own families lack. Its helpful
 * choice is an error here: nobody has seen that face beside this one. */
static bool
is_own_font(const Locale *locale, PangoFont *font)
{
    PangoFontDescription *description = pango_font_describe(font);
    bool own = names_have(locale->families, pango_font_description_get_family(description));

    pango_font_description_free(description);
    return own;
}

static Run
take_run(Shapes *shapes, Shape *shape, const PangoItem *item, const PangoGlyphString *glyphs)
{
    Glyph *taken = arena_new_array(shapes->arena, Glyph, glyphs->num_glyphs);

    for (int i = 0; i < glyphs->num_glyphs; i++) {
        const PangoGlyphInfo *info = &glyphs->glyphs[i];

        taken[i] = take_glyph(info, item->offset + glyphs->log_clusters[i]);
        if (info->glyph == PANGO_GLYPH_EMPTY || !(info->glyph & PANGO_GLYPH_UNKNOWN_FLAG))
            continue;
        note_missing(shape, info->glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
        taken[i].id = NO_GLYPH;
    }
    return (Run){ .face = keep_face(shapes, item->analysis.font),
                  .glyphs = taken,
                  .count = glyphs->num_glyphs,
                  .start = item->offset,
                  .end = item->offset + item->length,
                  .level = item->analysis.level };
}

static void
note_reach(Reach *reach, const PangoItem *item, const PangoGlyphString *glyphs)
{
    for (int i = 0; i < glyphs->num_glyphs; i++) {
        const PangoGlyphInfo *info = &glyphs->glyphs[i];
        Reach *at = &reach[item->offset + glyphs->log_clusters[i]];
        PangoRectangle ink;

        at->advance += (float) info->geometry.width / PANGO_SCALE;
        if (info->glyph == PANGO_GLYPH_EMPTY)
            continue;
        pango_font_get_glyph_extents(item->analysis.font, info->glyph, &ink, NULL);
        if (ink.height == 0)
            continue;
        int top = ink.y + info->geometry.y_offset;
        at->blank =
            (float) (info->geometry.width - info->geometry.x_offset - ink.x - ink.width) /
            PANGO_SCALE;
        at->above = MAX(at->above, (float) -top / PANGO_SCALE);
        at->below = MAX(at->below, (float) (top + ink.height) / PANGO_SCALE);
    }
}

static void
shape_items(Shapes *shapes, Shape *shape, const Locale *locale, GList *items, Reach *reach)
{
    GArray *runs = g_array_new(FALSE, TRUE, sizeof(Run));
    PangoGlyphString *glyphs = pango_glyph_string_new();
    int length = (int) strlen(shape->text);

    for (GList *at = items; at != NULL; at = at->next) {
        PangoItem *item = at->data;

        if (!is_own_font(locale, item->analysis.font))
            note_missing(shape, g_utf8_get_char(shape->text + item->offset));
        pango_shape_full(shape->text + item->offset, item->length, shape->text, length,
                         &item->analysis, glyphs);
        Run run = take_run(shapes, shape, item, glyphs);
        g_array_append_val(runs, run);
        note_reach(reach, item, glyphs);
    }
    shape->run_count = (int) runs->len;
    shape->runs = arena_copy(shapes->arena, runs->data, runs->len * sizeof(Run));
    pango_glyph_string_free(glyphs);
    g_array_unref(runs);
}

/* --- the whole ----------------------------------------------------------------------------- */

/* Measured once for every language and weight, for Pango sets a sample text each time. */
static Metrics
measure_font(Shapes *shapes, const Locale *locale, Face face, PangoContext *context,
             const PangoFontDescription *font)
{
    for (guint i = 0; i < shapes->metrics->len; i++) {
        const Metrics *known = &g_array_index(shapes->metrics, Metrics, i);

        if (known->locale == locale && known->face == face)
            return *known;
    }
    PangoLanguage *language = pango_language_from_string(locale->lang);
    PangoFontMetrics *measured = pango_context_get_metrics(context, font, language);
    Metrics metrics = { locale, face,
                        (double) pango_font_metrics_get_ascent(measured) / PANGO_SCALE,
                        (double) pango_font_metrics_get_descent(measured) / PANGO_SCALE };

    pango_font_metrics_unref(measured);
    g_array_append_val(shapes->metrics, metrics);
    return metrics;
}

/* The hyphen as readers of the file are told of it: the word goes on (U+00AD), whatever is drawn. */
static const Run *
hyphen_of(Shapes *shapes, const Locale *locale, Face face)
{
    const Phrase phrase = { .text = "\u2010", .locale = locale };
    const Shape *shape = shapes_find(shapes, &phrase, face);
    Run *run;

    if (shape->missing != 0 || shape->run_count != 1 || shape->runs[0].count != 1)
        return NULL;
    run = arena_copy(shapes->arena, shape->runs, sizeof(Run));
    run->said = "\u00AD";
    run->start = 0;
    run->end = (int) strlen(run->said);
    return run;
}

static bool
has_soft_hyphen(const Phrase *phrase)
{
    return strstr(phrase->text, "\u00AD") != NULL;
}

static void
make_shape(Shapes *shapes, Shape *shape, const Phrase *phrase, Face face)
{
    PangoContext *context = fonts_context(shapes->fonts, phrase->locale);
    PangoFontDescription *font = describe_font(phrase->locale, face);
    PangoAttrList *list = attributes(shapes, phrase, font);
    const Run *hyphen;
    int length = (int) strlen(phrase->text);
    g_autofree Reach *reach = g_new0(Reach, length + 1);

    shape->text = arena_strdup(shapes->arena, phrase->text);
    shape->rtl = phrase->locale->direction == DIRECTION_RTL;
    GList *items = pango_itemize_with_base_dir(
        context, shape->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR, shape->text, 0, length,
        list, NULL);
    shape_items(shapes, shape, phrase->locale, items, reach);
    shape->word_count = words_find(shapes->arena, phrase, reach, &shape->words);
    if (has_soft_hyphen(phrase) && (hyphen = hyphen_of(shapes, phrase->locale, face)) != NULL)
        words_part(shapes->arena, shape, phrase, NULL, hyphen);
    for (int i = 0; i < shape->word_count; i++) {
        shape->above = MAX(shape->above, shape->words[i].above);
        shape->below = MAX(shape->below, shape->words[i].below);
    }
    Metrics metrics = measure_font(shapes, phrase->locale, face, context, font);
    shape->ascent = metrics.ascent;
    shape->descent = metrics.descent;

    g_list_free_full(items, (GDestroyNotify) pango_item_free);
    pango_attr_list_unref(list);
    pango_font_description_free(font);
}

/* Everything that changes the glyphs: language, face, spans, text. */
static char *
shape_key(const Phrase *phrase, Face face)
{
    GString *key = g_string_new(phrase->locale->tag);

    g_string_append_printf(key, " %u", face);
    for (int i = 0; i < phrase->span_count; i++)
        g_string_append_printf(key, " %d:%d:%d", (int) phrase->spans[i].kind,
                               phrase->spans[i].start, phrase->spans[i].end);
    g_string_append_c(key, '\n');
    g_string_append(key, phrase->text);
    return g_string_free(key, FALSE);
}

static void
part_shape(Shapes *shapes, Shape *shape, const Phrase *phrase, Face face)
{
    const Shape *whole = shapes_find(shapes, phrase, face);
    const Run *hyphen = hyphen_of(shapes, phrase->locale, face);

    *shape = *whole;
    shape->parted = hyphen != NULL;
    if (hyphen != NULL)
        words_part(shapes->arena, shape, phrase, fonts_hyphens(shapes->fonts, phrase->locale),
                   hyphen);
}

const Shape *
shapes_find(Shapes *shapes, const Phrase *phrase, Face face)
{
    if (phrase->locale->hyphenation.dictionary == NULL && !has_soft_hyphen(phrase))
        face &= ~(Face) FACE_PARTED;
    g_autofree char *key = shape_key(phrase, face);
    Shape *shape = g_hash_table_lookup(shapes->found, key);

    if (shape != NULL)
        return shape;
    shape = arena_new_array(shapes->arena, Shape, 1);
    if ((face & FACE_PARTED) != 0)
        part_shape(shapes, shape, phrase, face & ~(Face) FACE_PARTED);
    else
        make_shape(shapes, shape, phrase, face);
    g_hash_table_insert(shapes->found, arena_strdup(shapes->arena, key), shape);
    return shape;
}

bool
shapes_lack_hyphens(Shapes *shapes, const Locale *locale)
{
    return locale->hyphenation.dictionary != NULL &&
           fonts_hyphens(shapes->fonts, locale) == NULL;
}
