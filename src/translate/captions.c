#include "translate/captions.h"

#include "base/geometry.h"
#include "translate/digest.h"

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

Captions *
captions_new(const Document *about)
{
    Captions *captions = g_new0(Captions, 1);

    captions->arena = arena_new();
    captions->about = about;
    captions->english = find_english(about->variant.project, captions->arena);
    captions->blocks = g_array_new(FALSE, FALSE, sizeof(Block));
    captions->sections = g_array_new(FALSE, FALSE, sizeof(DocumentSection));
    return captions;
}

void
captions_free(Captions *captions)
{
    if (captions == NULL)
        return;
    g_array_unref(captions->blocks);
    g_array_unref(captions->sections);
    if (captions->arena != NULL) /* no document has it */
        arena_free(captions->arena);
    g_free(captions);
}

void
captions_begin(Captions *captions, const char *id, Where where)
{
    DocumentSection section = { .id = id, .first = (int) captions->blocks->len, .where = where };

    g_array_append_val(captions->sections, section);
}

void
captions_add(Captions *captions, Role role, const char *text, const Locale *locale)
{
    Block block = { .role = role,
                    .section = (int) captions->sections->len - 1,
                    .group = -1,
                    .phrases = { { .text = text, .locale = locale } },
                    .phrase_count = 1 };

    g_array_append_val(captions->blocks, block);
    g_array_index(captions->sections, DocumentSection, block.section).count++;
}

void
captions_say(Captions *captions, Role role, const char *words)
{
    captions_add(captions, role, words, captions->english);
}

void
captions_say_beside(Captions *captions, const char *words)
{
    Block *block = &g_array_index(captions->blocks, Block, captions->blocks->len - 1);

    block->phrases[block->phrase_count++] =
        (Phrase){ .text = words, .locale = captions->english };
}

/* The letters on the page that are in the language of @phrase. */
static long
letters_in(const Pages *pages, int page, const Phrase *phrase)
{
    const Document *document = pages->document;
    long letters = 0;

    for (int i = 0; i < pages->pages[page].item_count; i++) {
        const Item *item = &pages->pages[page].items[i];

        if (item->kind == ITEM_TEXT && item->block >= 0 &&
            document->blocks[item->block].phrases[item->phrase].locale == phrase->locale)
            for (int k = 0; k < item->line_count; k++)
                letters += g_utf8_strlen(item->text + item->lines[k].line.start,
                                         item->lines[k].line.end - item->lines[k].line.start);
    }
    return letters;
}

/* Of a heading in two languages that of which more stands on the page. */
static Phrase
heading_for(const Pages *pages, int page, const Block *block)
{
    int most = 0;

    for (int i = 1; i < block->phrase_count; i++)
        if (letters_in(pages, page, &block->phrases[i]) >
            letters_in(pages, page, &block->phrases[most]))
            most = i;
    return block->phrases[most];
}

/* The leaflet's first heading: it stands in the source language where it is not translated. */
static Phrase
title_phrase(const Pages *pages, int page)
{
    const Document *document = pages->document;

    for (int i = 0; i < document->block_count; i++)
        if (role_info(document->blocks[i].role)->tag[0] == 'H')
            return heading_for(pages, page, &document->blocks[i]);
    return (Phrase){ .text = document->title, .locale = document->variant.locale };
}

void
captions_add_picture(Captions *captions, const Pages *pages, int page)
{
    Phrase title = title_phrase(pages, page);

    captions_add(captions, ROLE_PICTURE,
                 arena_printf(captions->arena, "%s, %s, %d/%d", title.text,
                              pages->document->edition, page + 1, pages->page_count),
                 title.locale);
}

void
captions_say_overflow(Captions *captions, const Pages *pages)
{
    const Format *format = pages->document->variant.format;
    double most = 0;

    for (int i = 0; i < format->panels.count; i++)
        most = MAX(most, pages->over[i]);
    captions_say(
        captions, ROLE_LIMIT,
        most > 0 ? arena_printf(captions->arena, "does not fit: %.1f mm too much", to_mm(most))
                 : "does not fit: a word is too wide");
}

static Variant
variant_of(const Captions *captions, const Format *format)
{
    Variant variant = captions->about->variant;

    variant.locale = variant.staff = captions->english;
    variant.second = NULL;
    variant.format = format;
    return variant;
}

Document *
captions_finish(Captions *captions, const char *title, const Format *format)
{
    const GArray *blocks = captions->blocks, *sections = captions->sections;
    Arena *arena = g_steal_pointer(&captions->arena);
    Document *document = arena_new_array(arena, Document, 1);

    document->arena = arena;
    document->variant = variant_of(captions, format);
    document->title = title;
    document->date = captions->about->date;
    document->blocks = arena_copy(arena, blocks->data, blocks->len * sizeof(Block));
    document->block_count = (int) blocks->len;
    document->sections =
        arena_copy(arena, sections->data, sections->len * sizeof(DocumentSection));
    document->section_count = (int) sections->len;
    digest_document(document, NULL, 0, document->edition);
    return document;
}
