/* The outside of a leaflet that need not be discreet: contacts may say what they do, its cover may not. */
#include "check/cover.h"

#include "base/telling.h"

#include <glib/gi18n.h>
#include <string.h>

enum { NAME_PARTS = 3 };

static void
name_parts(const Variant *variant, const char *parts[static NAME_PARTS])
{
    parts[0] = variant->pack->code;
    parts[1] = variant->audience->id;
    parts[2] = variant->format->id;
}

static const char *
phrase_name(const Block *block, const Phrase *phrase)
{
    return phrase->source != NULL ? phrase->source->context : role_info(block->role)->name;
}

static bool
is_cover(const Document *document, const Block *block)
{
    return strcmp(document->sections[block->section].id, "cover") == 0;
}

/* --- telling words ------------------------------------------------------------------------- */

static void
tell(const Document *document, const char *text, const char *name, const char *place,
     Where where, Diags *diags)
{
    g_autofree char *word = telling_find(text, document->telling, document->telling_count);

    diags_about(diags, name);
    if (word != NULL)
        diag_add(diags, DIAG_TELLING_COVER, where,
                 "'%s' in '%s' tells whoever sees it what the leaflet is about, %s", word, name,
                 place);
    diags_about(diags, NULL);
}

static void
tell_of_block(const Document *document, const Block *block, const char *place, Diags *diags)
{
    for (int i = 0; i < block->phrase_count; i++) {
        const Phrase *phrase = &block->phrases[i];

        tell(document, phrase->text, phrase_name(block, phrase), place, phrase->where, diags);
    }
}

void
covers_tell_nothing(const Pages *pages, Diags *diags)
{
    const Document *document = pages->document;
    const Variant *variant = &document->variant;
    const char *parts[NAME_PARTS];

    if (variant->discreet) /* telling.c */
        return;
    name_parts(variant, parts);
    for (size_t i = 0; i < NAME_PARTS; i++)
        tell(document, parts[i], parts[i], _("in the name of the file"), variant->pack->where,
             diags);
    tell(document, document->title, document->title, _("as the title of the file"),
         document->title_where, diags);
    for (int i = 0; i < document->block_count; i++) {
        const Block *block = &document->blocks[i];

        if (is_cover(document, block))
            tell_of_block(document, block, _("on the cover"), diags);
        else if (variant->format->kept_by_staff)
            tell_of_block(document, block, _("on a form that the staff keep"), diags);
    }
}

/* --- words to avoid ------------------------------------------------------------------------ */

/* The word of @shown in @letters; NULL when there is none, or it is right there. Free with g_free(). */
static char *
find_shown(const ShownWord *shown, const char *letters)
{
    g_autofree char *found = telling_find_in(letters, &shown->entry, 1);

    if (found == NULL)
        return NULL;
    g_autofree char *right = telling_find_in(letters, shown->unless, shown->unless_count);
    return right != NULL ? NULL : g_steal_pointer(&found);
}

/* @locale: the language of @text; NULL: any. */
static void
look_at(const Document *document, const char *text, const Locale *locale, Scope scope,
        const char *name, const char *place, Where where, Diags *diags)
{
    g_autofree char *letters = NULL;

    diags_about(diags, name);
    for (int i = 0; i < document->shown_word_count; i++) {
        const ShownWord *shown = &document->shown_words[i];

        if ((shown->word->scope & scope) == 0 || (locale != NULL && shown->locale != locale))
            continue;
        if (letters == NULL)
            letters = telling_letters(text);
        g_autofree char *found = find_shown(shown, letters);
        if (found != NULL)
            diag_add_as(diags, DIAG_AVOIDED_WORD, shown->word->severity, where,
                        "'%s' says '%s' %s: %s", name, found, place, shown->word->why);
    }
    diags_about(diags, NULL);
}

/* Texts of the cover are looked at where they are written: translate/lint_scope.c. */
static void
look_at_item(const Pages *pages, const Item *item, Diags *diags)
{
    const Document *document = pages->document;

    if (item->kind != ITEM_TEXT || item->block < 0 || item->panel < 0 ||
        !pages_show_item(pages, item))
        return;

    const Block *block = &document->blocks[item->block];
    const Phrase *phrase = &block->phrases[item->phrase];
    if (!is_cover(document, block))
        look_at(document, phrase->text, phrase->locale, SCOPE_COVER, phrase_name(block, phrase),
                _("where strangers see it"), phrase->where, diags);
}

void
shown_words_are_right(const Pages *pages, Diags *diags)
{
    const Document *document = pages->document;
    const Variant *variant = &document->variant;
    const char *parts[NAME_PARTS];

    name_parts(variant, parts);
    for (size_t i = 0; i < NAME_PARTS; i++)
        look_at(document, parts[i], NULL, SCOPE_METADATA, parts[i],
                _("in the name of the file"), variant->pack->where, diags);
    for (int i = 0; i < pages->page_count; i++)
        for (int k = 0; k < pages->pages[i].item_count; k++)
            look_at_item(pages, &pages->pages[i].items[k], diags);
}
