/* A contact sheet's words. They are the program's own, and English whatever language it speaks to
 * its user: the same content gives the same bytes. */
#include "base/geometry.h"
#include "translate/digest.h"
#include "translate/translate.h"

typedef struct SheetComposer {
    Arena *arena; /* the document's */
    const Sheet *sheet;
    const Locale *english;
    GArray *blocks;   /* of Block */
    GArray *sections; /* of DocumentSection */
} SheetComposer;

/* The project's own, or as much of one as captions need. */
static const Locale *
find_english(const Project *project, Arena *arena)
{
    const Locale *known = project_find_locale(project, "en");

    if (known != NULL)
        return known;
    Locale *locale = arena_new_array(arena, Locale, 1);
    Name *family = arena_new_array(arena, Name, 1);
    family->text = project->fonts.count > 0 ? project->fonts.items[0].family : "Noto Sans";
    *locale = (Locale){ .tag = "en",
                        .lang = "en",
                        .autonym = "English",
                        .script = "Latn",
                        .families = { family, 1 },
                        .line_factor = 1.38 };
    return locale;
}

static void
add_phrase(SheetComposer *composer, Role role, const char *text, const Locale *locale)
{
    Block block = { .role = role,
                    .section = (int) composer->sections->len - 1,
                    .group = -1,
                    .phrases = { { .text = text, .locale = locale } },
                    .phrase_count = 1 };

    g_array_append_val(composer->blocks, block);
    g_array_index(composer->sections, DocumentSection, block.section).count++;
}

static void
add_words(SheetComposer *composer, Role role, const char *words)
{
    add_phrase(composer, role, words, composer->english);
}

/* The language of those who get the leaflet. */
static void
add_autonym(SheetComposer *composer, Role role, const Variant *variant)
{
    const Locale *reader = variant_reader(variant);

    add_phrase(composer, role, reader->autonym, reader);
}

static void
begin_section(SheetComposer *composer, const char *id, Where where)
{
    DocumentSection section = { .id = id, .first = (int) composer->blocks->len, .where = where };

    g_array_append_val(composer->sections, section);
}

/* --- the sheet ----------------------------------------------------------------------------- */

static void
add_head(SheetComposer *composer)
{
    const Sheet *sheet = composer->sheet;
    const Variant *variant = &sheet->leaflets[0]->document->variant;

    begin_section(composer, "head", variant->pack->where);
    add_words(composer, ROLE_TITLE, "Contact sheet");
    if (sheet->by_locale)
        add_words(composer, ROLE_SUBTITLE, variant->format->id);
    else
        add_autonym(composer, ROLE_SUBTITLE, variant);
    add_words(composer, ROLE_PARA,
              arena_printf(composer->arena, "%s %s · %s", variant->pack->code,
                           variant->pack->version, variant->audience->id));
    add_words(composer, ROLE_PARA, "To look at, not to hand out");
}

/* --- a leaflet ----------------------------------------------------------------------------- */

static void
add_name(SheetComposer *composer, const Variant *variant)
{
    if (composer->sheet->by_locale)
        add_autonym(composer, ROLE_SUBHEADING, variant);
    else
        add_words(composer, ROLE_SUBHEADING, variant->format->id);
}

static void
add_facts(SheetComposer *composer, const Pages *pages)
{
    const Variant *variant = &pages->document->variant;
    g_autofree char *locales = variant_locales(variant);
    bool told = composer->sheet->by_locale || variant->second != NULL;
    const char *tag = told ? arena_printf(composer->arena, "%s · ", locales) : "";

    add_words(composer, ROLE_PARA,
              arena_printf(composer->arena, "%s%g pt · %d page%s", tag, pages->body_size,
                           pages->page_count, pages->page_count == 1 ? "" : "s"));
}

/* By how much its fullest panel is too small; 0 when a word is too wide. */
static void
add_overflow(SheetComposer *composer, const Pages *pages)
{
    const Format *format = pages->document->variant.format;
    double most = 0;

    for (int i = 0; i < format->panels.count; i++)
        most = MAX(most, pages->over[i]);
    if (most > 0)
        add_words(composer, ROLE_LIMIT,
                  arena_printf(composer->arena, "does not fit: %.1f mm too much", to_mm(most)));
    else
        add_words(composer, ROLE_LIMIT, "does not fit: a word is too wide");
}

/* The leaflet's first heading: it stands in the source language where it is not translated. */
static Phrase
title_phrase(const Document *document)
{
    for (int i = 0; i < document->block_count; i++)
        if (role_info(document->blocks[i].role)->tag[0] == 'H')
            return document->blocks[i].phrases[0];
    return (Phrase){ .text = document->title, .locale = document->variant.locale };
}

/* What is heard instead of a picture is in the language of the words in it, for both are one element:
 * the leaflet's title, its edition, which page. */
static void
add_pictures(SheetComposer *composer, const Pages *pages)
{
    Phrase title = title_phrase(pages->document);

    for (int i = 0; i < pages->page_count; i++)
        add_phrase(composer, ROLE_PICTURE,
                   arena_printf(composer->arena, "%s, %s, %d/%d", title.text,
                                pages->document->edition, i + 1, pages->page_count),
                   title.locale);
}

static void
add_leaflet(SheetComposer *composer, const Pages *pages)
{
    const Variant *variant = &pages->document->variant;

    begin_section(composer,
                  composer->sheet->by_locale ? variant_reader(variant)->tag
                                             : variant->format->id,
                  variant->format->where);
    add_name(composer, variant);
    add_facts(composer, pages);
    if (pages->overflows)
        add_overflow(composer, pages);
    add_pictures(composer, pages);
}

/* --- the whole ----------------------------------------------------------------------------- */

static const char *
title_of(const SheetComposer *composer)
{
    const Variant *variant = &composer->sheet->leaflets[0]->document->variant;
    bool by_locale = composer->sheet->by_locale;

    return arena_printf(composer->arena, "Contact sheet: %s %s, %s, %s", variant->pack->code,
                        variant->pack->version, variant->audience->id,
                        by_locale ? variant->format->id : variant_reader(variant)->lang);
}

static Variant
variant_of(const SheetComposer *composer)
{
    Variant variant = composer->sheet->leaflets[0]->document->variant;

    variant.locale = variant.staff = composer->english;
    variant.second = NULL;
    variant.format = &sheet_format;
    return variant;
}

Document *
compose_sheet(const Sheet *sheet)
{
    Arena *arena = arena_new();
    Document *document = arena_new_array(arena, Document, 1);
    g_autoptr(GArray) blocks = g_array_new(FALSE, FALSE, sizeof(Block));
    g_autoptr(GArray) sections = g_array_new(FALSE, FALSE, sizeof(DocumentSection));
    const Document *first = sheet->leaflets[0]->document;
    SheetComposer composer = { arena, sheet, find_english(first->variant.project, arena),
                               blocks, sections };

    add_head(&composer);
    for (int i = 0; i < sheet->count; i++)
        add_leaflet(&composer, sheet->leaflets[i]);
    document->arena = arena;
    document->variant = variant_of(&composer);
    document->title = title_of(&composer);
    document->date = first->date;
    document->blocks = arena_copy(arena, blocks->data, blocks->len * sizeof(Block));
    document->block_count = (int) blocks->len;
    document->sections =
        arena_copy(arena, sections->data, sections->len * sizeof(DocumentSection));
    document->section_count = (int) sections->len;
    digest_document(document, NULL, 0, document->edition);
    return document;
}
