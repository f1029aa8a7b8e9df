/* Languages that nobody speaks: they have no folder, only a name each. */
#include "read/private.h"

/* One row a kind. Tags and codes are those that other programs use for the same. */
static const struct {
    const char *tag, *lang, *autonym;
} names[] = {
    [PSEUDO_LONG] = { "en-XA", "en-XA", "[Åççéñţš]" },
    [PSEUDO_RTL] = { "ar-XB", "ar-XB", "[Right to left]" },
};

void
add_pseudo_locales(const Reader *reader, GArray *locales)
{
    for (int i = 0; i < reader->pseudos.count; i++) {
        Pseudo pseudo = reader->pseudos.items[i];
        Locale locale = { .tag = names[pseudo.kind].tag,
                          .lang = names[pseudo.kind].lang,
                          .autonym = names[pseudo.kind].autonym,
                          .pseudo = pseudo };

        g_array_append_val(locales, locale);
    }
}

/* Else it is as the language that its texts are made of. */
static void
finish_profile(Locale *locale, const Locale *source)
{
    const Locale named = *locale;

    *locale = *source;
    locale->tag = named.tag;
    locale->lang = named.lang;
    locale->autonym = named.autonym;
    locale->pseudo = named.pseudo;
    locale->direction = named.pseudo.kind == PSEUDO_RTL ? DIRECTION_RTL : source->direction;
    locale->hyphenation = (Hyphenation){ 0 };
}

void
finish_pseudo_locales(Reader *reader)
{
    const Project *project = reader->project;
    const Locale *source =
        project->packs.count > 0 ? project->packs.items[0].source_locale : NULL;

    for (int i = 0; source != NULL && i < project->locales.count; i++)
        if (project->locales.items[i].pseudo.kind != PSEUDO_NONE)
            finish_profile((Locale *) &project->locales.items[i], source);
}
