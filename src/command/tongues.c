#include "command/tongues.h"

#include "command/choice.h"

#include <glib/gi18n.h>
#include <string.h>

static const Where command_line = { NULL, 0, 0 };

static GPtrArray *
tags_of(const Project *project)
{
    GPtrArray *tags = g_ptr_array_new();

    for (int i = 0; i < project->locales.count; i++)
        g_ptr_array_add(tags, (void *) project->locales.items[i].tag);
    return tags;
}

/* Indexes of locales. @asked ends with NULL; nothing in it means @defaults. */
static GArray *
find_tags(const Project *project, char **asked, NameList defaults, Diags *diags)
{
    g_autoptr(GPtrArray) tags = tags_of(project);
    const Choice choice = { DIAG_UNKNOWN_LOCALE, N_("no locale is called '%s'; %s"), asked,
                            defaults };

    return choice_find(&choice, tags, diags);
}

static const Locale *
locale_at(const Project *project, const GArray *indexes, guint index)
{
    return &project->locales.items[g_array_index(indexes, int, index)];
}

static void
add_once(GArray *tongues, Tongue tongue)
{
    for (guint i = 0; i < tongues->len; i++) {
        const Tongue *known = &g_array_index(tongues, Tongue, i);

        if (known->first == tongue.first && known->second == tongue.second)
            return;
    }
    g_array_append_val(tongues, tongue);
}

static void
add_pair(GArray *tongues, const Project *project, const char *word, Diags *diags)
{
    g_auto(GStrv) tags = g_strsplit(word, "+", -1);

    if (g_strv_length(tags) != 2 || *tags[0] == '\0' || *tags[1] == '\0' ||
        strcmp(tags[0], tags[1]) == 0) {
        diag_add(diags, DIAG_USAGE, command_line,
                 "'%s' is no pair of languages; write two different ones, as in sr+ar", word);
        return;
    }
    g_autoptr(GArray) indexes = find_tags(project, tags, (NameList){ 0 }, diags);
    if (indexes->len == 2)
        add_once(tongues,
                 (Tongue){ locale_at(project, indexes, 0), locale_at(project, indexes, 1) });
}

static void
add_singles(GArray *tongues, const Project *project, char **asked, NameList defaults,
            Diags *diags)
{
    g_autoptr(GArray) indexes = find_tags(project, asked, defaults, diags);

    for (guint i = 0; i < indexes->len; i++)
        add_once(tongues, (Tongue){ locale_at(project, indexes, i), NULL });
}

static void
add_pseudos(GArray *tongues, const Project *project)
{
    for (int i = 0; i < project->locales.count; i++)
        if (project->locales.items[i].pseudo.kind != PSEUDO_NONE)
            add_once(tongues, (Tongue){ &project->locales.items[i], NULL });
}

GArray *
tongues_find(const Project *project, const Options *options, NameList defaults, Diags *diags)
{
    GArray *tongues = g_array_new(FALSE, FALSE, sizeof(Tongue));
    char **words = options->locales;

    if ((words == NULL || words[0] == NULL) && options->pseudos.count > 0)
        add_pseudos(tongues, project);
    else if (words == NULL || words[0] == NULL)
        add_singles(tongues, project, words, defaults, diags);
    for (int i = 0; words != NULL && words[i] != NULL; i++) {
        char *single[] = { words[i], NULL };

        if (strchr(words[i], '+') != NULL)
            add_pair(tongues, project, words[i], diags);
        else
            add_singles(tongues, project, single, defaults, diags);
    }
    return tongues;
}

Tongue
tongue_parse(const Project *project, const char *text)
{
    g_auto(GStrv) tags = g_strsplit(text, "+", 2);
    Tongue tongue = { NULL, NULL };

    if (tags[0] == NULL)
        return tongue;
    tongue.first = project_find_locale(project, tags[0]);
    if (tags[1] != NULL)
        tongue.second = project_find_locale(project, tags[1]);
    if (tags[1] != NULL && tongue.second == NULL)
        tongue.first = NULL;
    return tongue;
}
