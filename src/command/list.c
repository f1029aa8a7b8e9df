#include "base/nearest.h"
#include "command/command.h"
#include "command/listing.h"
#include "command/locate.h"

#include <glib/gi18n.h>
#include <string.h>

static const Where command_line = { NULL, 0, 0 };

static void
add_packs(Listing *listing, const Project *project)
{
    for (int i = 0; i < project->packs.count; i++) {
        const Pack *pack = &project->packs.items[i];

        listing_add(listing, pack->id, pack->code, pack->version, pack->title.msgid);
    }
}

static void
add_locales(Listing *listing, const Project *project)
{
    for (int i = 0; i < project->locales.count; i++) {
        const Locale *locale = &project->locales.items[i];

        listing_add(listing, locale->tag, locale->lang, locale->script, locale->autonym);
    }
}

static void
add_formats(Listing *listing, const Project *project)
{
    for (int i = 0; i < project->formats.count; i++) {
        const Format *format = &project->formats.items[i];

        listing_add(listing, format->id, format->title);
    }
}

static char *
tags_of(const Audience *audience)
{
    GString *tags = g_string_new(NULL);

    for (int i = 0; i < audience->tags.count; i++)
        g_string_append_printf(tags, "%s%s", i > 0 ? ", " : "", audience->tags.items[i].text);
    return g_string_free(tags, FALSE);
}

static void
add_audiences(Listing *listing, const Project *project)
{
    for (int i = 0; i < project->packs.count; i++) {
        const Pack *pack = &project->packs.items[i];

        for (int j = 0; j < pack->audiences.count; j++) {
            g_autofree char *tags = tags_of(&pack->audiences.items[j]);

            listing_add(listing, pack->audiences.items[j].id, pack->id, tags);
        }
    }
}

static void
add_contacts(Listing *listing, const Project *project)
{
    for (int i = 0; i < project->contacts.count; i++) {
        const Contact *contact = &project->contacts.items[i];
        Date day = contact->verified_on;
        g_autofree char *verified =
            date_is_none(day) ? NULL
                              : g_strdup_printf("%04d-%02d-%02d", day.year, day.month, day.day);

        listing_add(listing, contact->id, contact->confidential ? NULL : contact->phone.show,
                    verified, contact->name.msgid);
    }
}

/* One row a list. To add one: write its function above, its row here. */
static const struct List {
    const char *name;
    void (*add)(Listing *listing, const Project *project);
    const char *columns[LISTING_MOST_COLUMNS + 1];
} lists[] = {
    { "packs", add_packs, { N_("id"), N_("code"), N_("version"), N_("title") } },
    { "locales", add_locales, { N_("tag"), N_("lang"), N_("script"), N_("autonym") } },
    { "formats", add_formats, { N_("id"), N_("title") } },
    { "audiences", add_audiences, { N_("id"), N_("pack"), N_("tags") } },
    { "contacts", add_contacts, { N_("id"), N_("phone"), N_("verified_on"), N_("name") } },
};

static void
report_unknown(const char *name, Diags *diags)
{
    const char *names[G_N_ELEMENTS(lists) + 1] = { NULL };

    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        names[i] = lists[i].name;

    g_autofree char *all = g_strjoinv(", ", (char **) names);
    const char *nearest =
        name != NULL ? nearest_name(name, names, (int) G_N_ELEMENTS(lists)) : NULL;
    if (name == NULL)
        diag_add(diags, DIAG_USAGE, command_line, "say what to list: %s", all);
    else if (nearest == NULL)
        diag_add(diags, DIAG_USAGE, command_line, "there is no list of '%s'; there are: %s",
                 name, all);
    else
        diag_add(diags, DIAG_USAGE, command_line,
                 "there is no list of '%s'; did you mean '%s'?", name, nearest);
}

static const struct List *
find_list(char *const *words, Diags *diags)
{
    for (size_t i = 0; words[0] != NULL && i < G_N_ELEMENTS(lists); i++)
        if (strcmp(lists[i].name, words[0]) == 0 && words[1] == NULL)
            return &lists[i];
    if (words[0] != NULL && words[1] != NULL)
        diag_add(diags, DIAG_USAGE, command_line, "one list at a time; '%s' is too much",
                 words[1]);
    else
        report_unknown(words[0], diags);
    return NULL;
}

int
list_run(const Options *options)
{
    g_autoptr(Diags) diags = diags_new();
    const struct List *list = find_list(options->words, diags);
    g_autoptr(Project) project = list != NULL ? locate_project(options->project, diags) : NULL;

    if (project != NULL && !diags_have_errors(diags)) {
        g_autoptr(Listing) listing = listing_new(list->columns);

        list->add(listing, project);
        listing_print(listing, options->json);
    }
    diags_print(diags, stderr, options_style(options, stderr));
    return diags_exit_status(diags);
}
