/* A contact sheet's words. They are the program's own, and English whatever language it speaks to
 * its user: the same content gives the same bytes. */
#include "translate/captions.h"

typedef struct SheetComposer {
    Captions *captions;
    const Sheet *sheet;
} SheetComposer;

/* The language of those who get the leaflet. */
static void
add_autonym(SheetComposer *composer, Role role, const Variant *variant)
{
    const Locale *reader = variant_reader(variant);

    captions_add(composer->captions, role, reader->autonym, reader);
}

/* --- the sheet ----------------------------------------------------------------------------- */

static void
add_head(SheetComposer *composer)
{
    const Sheet *sheet = composer->sheet;
    const Variant *variant = &sheet->leaflets[0]->document->variant;

    captions_begin(composer->captions, "head", variant->pack->where);
    captions_say(composer->captions, ROLE_TITLE, "Contact sheet");
    if (sheet->by_locale)
        captions_say(composer->captions, ROLE_SUBTITLE, variant->format->id);
    else
        add_autonym(composer, ROLE_SUBTITLE, variant);
    captions_say(composer->captions, ROLE_PARA,
                 arena_printf(composer->captions->arena, "%s %s · %s", variant->pack->code,
                              variant->pack->version, variant->audience->id));
    captions_say(composer->captions, ROLE_PARA, "To look at, not to hand out");
}

/* --- a leaflet ----------------------------------------------------------------------------- */

static void
add_name(SheetComposer *composer, const Variant *variant)
{
    if (composer->sheet->by_locale)
        add_autonym(composer, ROLE_SUBHEADING, variant);
    else
        captions_say(composer->captions, ROLE_SUBHEADING, variant->format->id);
}

static void
add_facts(SheetComposer *composer, const Pages *pages)
{
    const Variant *variant = &pages->document->variant;
    g_autofree char *locales = variant_locales(variant);
    bool told = composer->sheet->by_locale || variant->second != NULL;
    const char *tag = told ? arena_printf(composer->captions->arena, "%s · ", locales) : "";

    captions_say(composer->captions, ROLE_PARA,
                 arena_printf(composer->captions->arena, "%s%g pt · %d page%s", tag,
                              pages->body_size, pages->page_count,
                              pages->page_count == 1 ? "" : "s"));
}

static void
add_leaflet(SheetComposer *composer, const Pages *pages)
{
    const Variant *variant = &pages->document->variant;

    captions_begin(composer->captions,
                   composer->sheet->by_locale ? variant_reader(variant)->tag
                                              : variant->format->id,
                   variant->format->where);
    add_name(composer, variant);
    add_facts(composer, pages);
    if (pages->overflows)
        captions_say_overflow(composer->captions, pages);
    for (int i = 0; i < pages->page_count; i++)
        captions_add_picture(composer->captions, pages, i);
}

/* --- the whole ----------------------------------------------------------------------------- */

static const char *
title_of(const SheetComposer *composer)
{
    const Variant *variant = &composer->sheet->leaflets[0]->document->variant;
    bool by_locale = composer->sheet->by_locale;

    return arena_printf(composer->captions->arena, "Contact sheet: %s %s, %s, %s",
                        variant->pack->code, variant->pack->version, variant->audience->id,
                        by_locale ? variant->format->id : variant_reader(variant)->lang);
}

Document *
compose_sheet(const Sheet *sheet)
{
    const Document *first = sheet->leaflets[0]->document;
    g_autoptr(Captions) captions = captions_new(first);
    SheetComposer composer = { captions, sheet };

    add_head(&composer);
    for (int i = 0; i < sheet->count; i++)
        add_leaflet(&composer, sheet->leaflets[i]);
    return captions_finish(captions, title_of(&composer), &sheet_format);
}
