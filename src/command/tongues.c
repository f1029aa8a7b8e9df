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

/* Indexes of locales. */
static GArray *
find_tags(const Project *project, NameList names, bool all, Diags *diags)
{
    g_autoptr(GPtrArray) tags = tags_of(project);
    const Choice choice = { DIAG_UNKNOWN_LOCALE, N_("no locale is called '%s'; %s"), NULL,
                            names, all };

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
add_pair(GArray *tongues, const Project *project, Name name, Diags *diags)
{
    g_auto(GStrv) tags = g_strsplit(name.text, "+", -1);

    if (g_strv_length(tags) != 2 || *tags[0] == '\0' || *tags[1] == '\0' ||
        strcmp(tags[0], tags[1]) == 0) {
        diag_add(diags, DIAG_USAGE, name.where,
                 "'%s' is no pair of languages; write two different ones, as in sr+ar",
                 name.text);
        return;
    }
    const Name both[] = { { tags[0], name.where }, { tags[1], name.where } };
    g_autoptr(GArray) indexes = find_tags(project, (NameList){ both, 2 }, false, diags);
    if (indexes->len == 2)
        add_once(tongues,
                 (Tongue){ locale_at(project, indexes, 0), locale_at(project, indexes, 1) });
}

/* No @names: every language. */
static void
add_singles(GArray *tongues, const Project *project, NameList names, Diags *diags)
{
    g_autoptr(GArray) indexes = find_tags(project, names, true, diags);

    for (guint i = 0; i < indexes->len; i++)
        add_once(tongues, (Tongue){ locale_at(project, indexes, i), NULL });
}

static void
add_name(GArray *tongues, const Project *project, Name name, Diags *diags)
{
    if (strchr(name.text, '+') != NULL)
        add_pair(tongues, project, name, diags);
    else
        add_singles(tongues, project, (NameList){ &name, 1 }, diags);
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
    bool asked = words != NULL && words[0] != NULL;

    if (!asked && options->pseudos.count > 0)
        add_pseudos(tongues, project);
    else if (!asked && defaults.count == 0)
        add_singles(tongues, project, defaults, diags);
    else
        for (int i = 0; !asked && i < defaults.count; i++)
            add_name(tongues, project, defaults.items[i], diags);
    for (int i = 0; asked && words[i] != NULL; i++)
        add_name(tongues, project, (Name){ words[i], command_line }, diags);
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
