#include "command/choices.h"

#include "command/choice.h"
#include "command/tongues.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* The ids of an array of structs, each @size bytes with its id at @at. */
static GPtrArray *
ids_of(const void *items, int count, size_t size, size_t at)
{
    GPtrArray *ids = g_ptr_array_new();

    for (int i = 0; i < count; i++) {
        const char *item = (const char *) items + (size_t) i * size;

        g_ptr_array_add(ids, *(char *const *) (item + at));
    }
    return ids;
}

#define IDS_OF(list, Type, member) \
    ids_of((list).items, (list).count, sizeof(Type), offsetof(Type, member))

static GPtrArray *
names_of_outputs(void)
{
    int count = 0;

    while (output_all()[count].name != NULL)
        count++;
    return ids_of(output_all(), count, sizeof(Output), offsetof(Output, name));
}

static void
add_new_names(GPtrArray *names, const Pack *pack)
{
    for (int i = 0; i < pack->audiences.count; i++) {
        char *id = (char *) pack->audiences.items[i].id;

        if (!g_ptr_array_find_with_equal_func(names, id, g_str_equal, NULL))
            g_ptr_array_add(names, id);
    }
}

/* What the command line may name are audiences of the chosen packs; project.yaml names those
 * of any pack, whichever is chosen. */
static GPtrArray *
audiences_to_choose_from(const Choices *choices, bool asked)
{
    GPtrArray *names = g_ptr_array_new();

    asked = asked && choices->packs->len > 0;
    for (unsigned i = 0; asked && i < choices->packs->len; i++)
        add_new_names(names,
                      &choices->project->packs.items[g_array_index(choices->packs, int, i)]);
    for (int i = 0; !asked && i < choices->project->packs.count; i++)
        add_new_names(names, &choices->project->packs.items[i]);
    return names;
}

/* What counts when the command line asks for nothing; no names: everything. */
static NameList
defaults(const Choices *choices, NameList ordered, NameList named)
{
    if (ordered.count > 0)
        return ordered;
    return choices->unnamed == UNNAMED_EVERYTHING ? (NameList){ 0 } : named;
}

static char *
formats_with_size(const Project *project)
{
    GString *list = g_string_new(NULL);

    for (int i = 0; i < project->formats.count; i++) {
        const Format *format = &project->formats.items[i];

        if (format->size_chosen)
            g_string_append_printf(list, "%s%s (%g to %g)", list->len > 0 ? ", " : "",
                                   format->id, format->size_least, format->size_most);
    }
    return g_string_free(list, FALSE);
}

static bool
has_size(const Project *project, const Format *format, double size, Where where, Diags *diags)
{
    g_autofree char *others = formats_with_size(project);

    if (!format->size_chosen)
        diag_add(diags, DIAG_USAGE, where,
                 "--size is not for the format '%s', which takes the largest size that fits; "
                 "formats whose size is chosen: %s",
                 format->id, *others == '\0' ? _("none") : others);
    else if (size < format->size_least || size > format->size_most ||
             size * 4 != floor(size * 4))
        diag_add(diags, DIAG_USAGE, where,
                 "--size is %g; the format '%s' has from %g to %g points, in steps of 0.25",
                 size, format->id, format->size_least, format->size_most);
    else
        return true;
    return false;
}

Where
choices_place(const Choices *choices)
{
    return choices->line != NULL ? choices->line->where : (Where){ 0 };
}

static void
check_sizes(const Choices *choices)
{
    for (unsigned i = 0; choices->size > 0 && i < choices->formats->len; i++) {
        int index = g_array_index(choices->formats, int, i);

        if (!has_size(choices->project, &choices->project->formats.items[index], choices->size,
                      choices_place(choices), choices->diags))
            return;
    }
}

/* "booklet (A4, SRA4), card (A4)" */
static char *
formats_with_paper(const Project *project)
{
    GString *list = g_string_new(NULL);

    for (int i = 0; i < project->formats.count; i++) {
        const Format *format = &project->formats.items[i];

        for (int k = 0; k < format->papers.count; k++)
            g_string_append_printf(list, "%s%s%s%s", k > 0 || list->len == 0 ? "" : "; ",
                                   k > 0 ? "" : format->id, k > 0 ? ", " : ": ",
                                   format->papers.items[k].name);
    }
    return g_string_free(list, FALSE);
}

/* Sheets that none of the chosen formats knows are a slip; those that know others take their own. */
static void
check_paper(const Choices *choices, const Options *options)
{
    bool known = options->paper == NULL;

    for (unsigned i = 0; !known && i < choices->formats->len; i++) {
        int index = g_array_index(choices->formats, int, i);
        const Paper *paper =
            format_find_paper(&choices->project->formats.items[index], options->paper);

        known = paper != NULL && strcmp(paper->name, options->paper) == 0;
    }
    if (!known) {
        g_autofree char *others = formats_with_paper(choices->project);

        diag_add(choices->diags, DIAG_USAGE, (Where){ 0 },
                 "no leaflet that was asked for stands on the paper '%s'; these do: %s",
                 options->paper, *others == '\0' ? _("none") : others);
    }
    if (options->thickness < 0 || options->thickness > 1)
        diag_add(choices->diags, DIAG_USAGE, (Where){ 0 },
                 "--thickness is from 0 to 1 mm, not %g", options->thickness);
}

void
choices_make(Choices *choices, const Options *options)
{
    static const OrderLine no_line = { 0 };
    const OrderLine *line = choices->line != NULL ? choices->line : &no_line;
    const Project *project = choices->project;
    Diags *diags = choices->diags;
    g_autoptr(GPtrArray) packs = IDS_OF(project->packs, Pack, id);
    g_autoptr(GPtrArray) formats = IDS_OF(project->formats, Format, id);
    g_autoptr(GPtrArray) outputs = names_of_outputs();
    const Choice pack = { DIAG_UNKNOWN_PACK, N_("no pack is called '%s'; %s"), options->words,
                          defaults(choices, line->packs, project->default_packs), true };
    const Choice format = { DIAG_UNKNOWN_FORMAT, N_("no format is called '%s'; %s"),
                            options->formats,
                            defaults(choices, line->formats, project->default_formats), true };
    const Choice audience = { DIAG_UNKNOWN_AUDIENCE, N_("no audience is called '%s'; %s"),
                              options->audiences,
                              defaults(choices, line->audiences, project->default_audiences),
                              true };
    const Choice output = { DIAG_UNKNOWN_OUTPUT, N_("no kind of file is called '%s'; %s"),
                            options->outputs,
                            line->outputs.count > 0 ? line->outputs : project->default_outputs,
                            true };

    choices->packs = choice_find(&pack, packs, diags);
    choices->tongues = tongues_find(
        project, options, defaults(choices, line->locales, project->default_locales), diags);
    choices->formats = choice_find(&format, formats, diags);
    choices->formats_asked = options->formats[0] != NULL || line->formats.count > 0;
    choices->noted = g_ptr_array_new();
    choices->audiences_asked = options->audiences[0] != NULL || line->audiences.count > 0;
    choices->audience_names = audiences_to_choose_from(choices, choices->audiences_asked);
    choices->audiences = choice_find(&audience, choices->audience_names, diags);
    choices->outputs = choice_find(&output, outputs, diags);
    check_sizes(choices);
    check_paper(choices, options);
}

void
choices_clear(Choices *choices)
{
    g_array_unref(choices->packs);
    g_array_unref(choices->tongues);
    g_ptr_array_unref(choices->noted);
    g_array_unref(choices->formats);
    g_ptr_array_unref(choices->audience_names);
    g_array_unref(choices->audiences);
    g_array_unref(choices->outputs);
}
