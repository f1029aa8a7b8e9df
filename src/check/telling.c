/* A discreet leaflet before it is written: its contacts have neutral names, and no telling word stands
 * where strangers see it. verify_telling.c looks for the same in the finished file. */
#include "check/telling.h"

#include "base/telling.h"

#include <glib/gi18n.h>

/* --- what its author must have written ----------------------------------------------------- */

void
telling_names_are_neutral(const Pages *pages, Diags *diags)
{
    const Document *document = pages->document;

    for (int i = 0; document->variant.discreet && i < document->group_count; i++) {
        const Contact *contact = document->groups[i].contact;

        if (contact != NULL && contact->neutral_name.msgid == NULL)
            diag_add(diags, DIAG_MISSING_KEY, contact->where,
                     "'%s' has no 'neutral_name', by which discreet leaflets call it",
                     contact->id);
    }
}

static void
check_list(const Locale *locale, Diags *diags)
{
    const Locale *base = locale->derived_from;

    if (locale->telling.count == 0 && (base == NULL || base->telling.count == 0))
        diag_add(diags, DIAG_NO_TELLING_WORDS, locale->where,
                 "'%s' has no list of telling words, so that nothing is found in its discreet "
                 "leaflets",
                 locale->tag);
}

void
telling_words_are_known(const Pages *pages, Diags *diags)
{
    const Variant *variant = &pages->document->variant;

    if (!variant->discreet)
        return;
    check_list(variant->locale, diags);
    if (variant->second != NULL)
        check_list(variant->second, diags);
}

/* --- telling words ------------------------------------------------------------------------- */

/* @place is where the leaflet would show @text, @where where its author wrote it. */
static void
check_text(const Document *document, const char *text, const char *name, const char *place,
           Where where, Diags *diags)
{
    g_autofree char *word = telling_find(text, document->telling, document->telling_count);

    if (word != NULL)
        diag_add(diags, DIAG_TELLING_WORD, where,
                 "'%s' in '%s' would tell strangers what the leaflet is about, %s", word, name,
                 place);
}

static void
check_file(const Document *document, Diags *diags)
{
    const Variant *variant = &document->variant;
    const char *const parts[] = { variant->pack->code, variant->audience->id,
                                  variant->format->id };

    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        check_text(document, parts[i], parts[i], _("in the name of the file"),
                   variant->pack->where, diags);
    check_text(document, document->title, document->title, _("as the title of the file"),
               document->title_where, diags);
    for (int i = 0; i < document->icon_alt_count; i++) {
        const Phrase *alt = &document->icon_alts[i].alt;

        check_text(document, alt->text, alt->source->context, _("as the name of a picture"),
                   alt->where, diags);
    }
}

/* The part of a phrase that stands in one place; NULL when @item is no text. */
static char *
text_of(const Item *item)
{
    if (item->kind != ITEM_TEXT || item->line_count == 0)
        return NULL;

    int start = item->lines[0].line.start, end = item->lines[item->line_count - 1].line.end;
    return g_strndup(item->text + start, (gsize) (end - start));
}

static void
check_item(const Pages *pages, const Item *item, Diags *diags)
{
    const Document *document = pages->document;
    const Format *format = document->variant.format;
    g_autofree char *text = text_of(item);

    if (text == NULL || item->block < 0 || !pages_show_item(pages, item))
        return;

    const Block *block = &document->blocks[item->block];
    const Phrase *phrase = &block->phrases[item->phrase];
    const char *name =
        phrase->source != NULL ? phrase->source->context : role_info(block->role)->name;
    g_autofree char *place =
        item->panel < 0
            ? g_strdup(_("at the edge of a page"))
            : g_strdup_printf(_("on the panel '%s'"), format->panels.items[item->panel].id);
    check_text(document, text, name, place, phrase->where, diags);
}

void
telling_words_stay_inside(const Pages *pages, Diags *diags)
{
    if (!pages->document->variant.discreet)
        return;
    check_file(pages->document, diags);
    for (int i = 0; i < pages->page_count; i++)
        for (int k = 0; k < pages->pages[i].item_count; k++)
            check_item(pages, &pages->pages[i].items[k], diags);
}
