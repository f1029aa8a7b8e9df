#include "command/jobs.h"

#include "command/choice.h"
#include "command/tongues.h"
#include "translate/translate.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static const Where command_line = { NULL, 0, 0 };

/* What was chosen, as indexes into the project's lists. */
typedef struct Choices {
    const Project *project;
    Unnamed unnamed;
    bool release, discreet;
    double size;    /* 0: not asked for */
    bool for_staff; /* which formats are being added: those for the staff, or all others */
    Diags *diags;
    GArray *packs, *formats;
    GArray *tongues;           /* Tongue */
    GPtrArray *audience_names; /* those that any pack has */
    GArray *audiences;         /* indexes into the names */
    GArray *outputs;
    bool audiences_asked, formats_asked; /* on the command line */
    GPtrArray *noted; /* what has been said or made once: pairs of a Locale or a Pack, and a Format */
} Choices;

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

/* What counts when nothing is asked for; no names: everything. */
static NameList
defaults(const Choices *choices, NameList named)
{
    return choices->unnamed == UNNAMED_EVERYTHING ? (NameList){ 0 } : named;
}

static void
choices_make(Choices *choices, const Options *options, Diags *diags)
{
    const Project *project = choices->project;
    g_autoptr(GPtrArray) packs = IDS_OF(project->packs, Pack, id);
    g_autoptr(GPtrArray) formats = IDS_OF(project->formats, Format, id);
    g_autoptr(GPtrArray) outputs = names_of_outputs();
    const Choice pack = { DIAG_UNKNOWN_PACK, N_("no pack is called '%s'; %s"), options->words,
                          defaults(choices, project->default_packs) };
    const Choice format = { DIAG_UNKNOWN_FORMAT, N_("no format is called '%s'; %s"),
                            options->formats, defaults(choices, project->default_formats) };
    const Choice audience = { DIAG_UNKNOWN_AUDIENCE, N_("no audience is called '%s'; %s"),
                              options->audiences,
                              defaults(choices, project->default_audiences) };
    const Choice output = { DIAG_UNKNOWN_OUTPUT, N_("no kind of file is called '%s'; %s"),
                            options->outputs, project->default_outputs };

    choices->packs = choice_find(&pack, packs, diags);
    choices->tongues =
        tongues_find(project, options, defaults(choices, project->default_locales), diags);
    choices->formats = choice_find(&format, formats, diags);
    choices->formats_asked = options->formats[0] != NULL;
    choices->noted = g_ptr_array_new();
    choices->audiences_asked = options->audiences[0] != NULL;
    choices->audience_names = audiences_to_choose_from(choices, choices->audiences_asked);
    choices->audiences = choice_find(&audience, choices->audience_names, diags);
    choices->outputs = choice_find(&output, outputs, diags);
}

static void
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

/* --- one leaflet --------------------------------------------------------------------------- */

/* True the first time it is asked about this language, or pack, and format. */
static bool
is_new(const Choices *choices, const void *what, const Format *format)
{
    for (guint i = 0; i + 1 < choices->noted->len; i += 2)
        if (choices->noted->pdata[i] == what && choices->noted->pdata[i + 1] == format)
            return false;
    g_ptr_array_add(choices->noted, (void *) what);
    g_ptr_array_add(choices->noted, (void *) format);
    return true;
}

/* False when this format is not made in the languages of @variant. */
static bool
takes_one(const Choices *choices, Variant *variant)
{
    if (variant->second == NULL)
        return true;
    if (choices->formats_asked && is_new(choices, variant->second, variant->format))
        diag_add(choices->diags, DIAG_USAGE, command_line,
                 "format '%s' is in one language; '%s+%s' is for formats in two",
                 variant->format->id, variant->locale->tag, variant->second->tag);
    return false;
}

static bool
is_asked_for(const Choices *choices, const Locale *first, const Locale *second)
{
    for (guint i = 0; i < choices->tongues->len; i++) {
        const Tongue *tongue = &g_array_index(choices->tongues, Tongue, i);

        if (tongue->first == first && tongue->second == second)
            return true;
    }
    return false;
}

/* One language alone stands beside the staff's. */
static bool
takes_pair(const Choices *choices, Variant *variant)
{
    if (variant->second != NULL)
        return true;
    if (!locale_is_same_language(variant->locale, variant->staff)) {
        variant->second = variant->locale;
        variant->locale = variant->staff;
        return !is_asked_for(choices, variant->locale, variant->second);
    }
    if (is_new(choices, variant->locale, variant->format))
        diag_add(choices->diags, DIAG_PAIR_SKIPPED, variant->format->where,
                 "format '%s' is not made for '%s', which is the staff's own language",
                 variant->format->id, variant->locale->tag);
    return false;
}

/* It is made once for all languages. */
static bool
takes_staff(const Choices *choices, Variant *variant)
{
    variant->locale = variant->staff;
    variant->second = NULL;
    return is_new(choices, variant->pack, variant->format);
}

/* One row a kind of Languages. */
static bool (*const takes[])(const Choices *choices, Variant *variant) = {
    [LANGUAGES_ONE] = takes_one,
    [LANGUAGES_PAIR] = takes_pair,
    [LANGUAGES_STAFF] = takes_staff,
};

/* What stays with the staff has no strangers to hide from. */
static bool
takes_discreet(const Choices *choices, const Variant *variant)
{
    const Format *format = variant->format;
    bool stays = format->kept_by_staff || format->languages == LANGUAGES_STAFF;

    if (!variant->discreet || !stays)
        return true;
    if (choices->formats_asked && is_new(choices, NULL, format))
        diag_add(choices->diags, DIAG_USAGE, command_line,
                 "format '%s' stays with the staff, so there is no discreet one", format->id);
    return false;
}

/* Of those chosen that the pack has; where it has none of them, its own. */
static const Audience *
first_audience(const Choices *choices, const Pack *pack)
{
    for (unsigned i = 0; i < choices->audiences->len; i++) {
        int index = g_array_index(choices->audiences, int, i);
        const Audience *audience =
            pack_find_audience(pack, choices->audience_names->pdata[index]);

        if (audience != NULL)
            return audience;
    }
    return pack->audiences.items;
}

/* A sheet that says the same to every audience is made for the first. */
static bool
is_for_audience(const Choices *choices, const Variant *variant)
{
    return variant->format->per_audience ||
           variant->audience == first_audience(choices, variant->pack);
}

static void
add_formats(GArray *jobs, const Choices *choices, Variant variant)
{
    for (unsigned i = 0; i < choices->formats->len; i++) {
        const Format *format =
            &variant.project->formats.items[g_array_index(choices->formats, int, i)];
        Variant one = variant;

        one.format = one.discreet ? format->discreet : format;
        if ((one.format->languages == LANGUAGES_STAFF) != choices->for_staff ||
            !takes_discreet(choices, &one) || !is_for_audience(choices, &one) ||
            !takes[one.format->languages](choices, &one))
            continue;
        Job job = { one, variant_file_name(&one) };
        g_array_append_val(jobs, job);
    }
}

/* --- the cross product --------------------------------------------------------------------- */

/* Audiences that this pack does not have are another pack's. A pack that has none of the default
 * ones is made for all of its own. */
static void
add_audiences(GArray *jobs, const Choices *choices, Variant variant)
{
    guint before = jobs->len;

    for (unsigned i = 0; i < choices->audiences->len; i++) {
        int index = g_array_index(choices->audiences, int, i);

        variant.audience =
            pack_find_audience(variant.pack, choices->audience_names->pdata[index]);
        if (variant.audience != NULL)
            add_formats(jobs, choices, variant);
    }
    if (jobs->len > before || choices->audiences_asked)
        return;
    for (int i = 0; i < variant.pack->audiences.count; i++) {
        variant.audience = &variant.pack->audiences.items[i];
        add_formats(jobs, choices, variant);
    }
}

static void
add_locales(GArray *jobs, const Choices *choices, Variant variant)
{
    for (unsigned i = 0; i < choices->tongues->len; i++) {
        const Tongue *tongue = &g_array_index(choices->tongues, Tongue, i);

        variant.locale = tongue->first;
        variant.second = tongue->second;
        add_audiences(jobs, choices, variant);
    }
}

/* Sheets for the staff come after what is for readers. */
static void
add_packs(GArray *jobs, Choices *choices)
{
    const Project *project = choices->project;

    for (unsigned i = 0; i < choices->packs->len; i++) {
        Variant variant = { .project = project,
                            .pack = &project->packs.items[g_array_index(choices->packs, int, i)],
                            .staff = project->staff_locale,
                            .size = choices->size,
                            .release = choices->release,
                            .discreet = choices->discreet };

        for (int staff = 0; staff < 2; staff++) {
            choices->for_staff = staff == 1;
            add_locales(jobs, choices, variant);
        }
    }
}

/* A project that names no outputs wants the first: PDF. */
static const Output **
chosen_outputs(const Choices *choices, const Options *options)
{
    bool named = options->outputs[0] != NULL || choices->project->default_outputs.count > 0;
    int count = named ? (int) choices->outputs->len : 1;
    const Output **outputs = g_new0(const Output *, count + 1);

    for (int i = 0; i < count; i++)
        outputs[i] = &output_all()[g_array_index(choices->outputs, int, i)];
    return outputs;
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
has_size(const Project *project, const Format *format, double size, Diags *diags)
{
    g_autofree char *others = formats_with_size(project);

    if (!format->size_chosen)
        diag_add(diags, DIAG_USAGE, (Where){ 0 },
                 "--size is not for the format '%s', which takes the largest size that fits; "
                 "formats whose size is chosen: %s",
                 format->id, *others == '\0' ? _("none") : others);
    else if (size < format->size_least || size > format->size_most ||
             size * 4 != floor(size * 4))
        diag_add(diags, DIAG_USAGE, (Where){ 0 },
                 "--size is %g; the format '%s' has from %g to %g points, in steps of 0.25",
                 size, format->id, format->size_least, format->size_most);
    else
        return true;
    return false;
}

static void
check_sizes(const Choices *choices, Diags *diags)
{
    for (unsigned i = 0; choices->size > 0 && i < choices->formats->len; i++) {
        int index = g_array_index(choices->formats, int, i);

        if (!has_size(choices->project, &choices->project->formats.items[index], choices->size,
                      diags))
            return;
    }
}

/* Two packs with one code and version would overwrite each other's files. */
static bool
names_differ(const Jobs *jobs, Diags *diags)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    bool differ = true;

    for (int i = 0; i < jobs->count; i++) {
        const Pack *pack = jobs->items[i].variant.pack;

        if (g_hash_table_add(seen, jobs->items[i].name))
            continue;
        diag_add(diags, DIAG_DUPLICATE_ID, pack->where,
                 "another pack has the code '%s' and the same version, so that files of both "
                 "would have one name; change the code",
                 pack->code);
        differ = false;
    }
    return differ;
}

Jobs *
jobs_new(const Project *project, const Options *options, Unnamed unnamed, Diags *diags)
{
    Choices choices = { .project = project,
                        .unnamed = unnamed,
                        .release = options->release,
                        .discreet = options->discreet,
                        .size = options->size,
                        .diags = diags };
    unsigned errors = diags_count_severity(diags, SEVERITY_ERROR);
    g_autoptr(Jobs) jobs = g_new0(Jobs, 1);
    GArray *items = g_array_new(FALSE, FALSE, sizeof(Job));

    choices_make(&choices, options, diags);
    check_sizes(&choices, diags);
    add_packs(items, &choices);
    jobs->count = (int) items->len;
    jobs->items = (Job *) g_array_free(items, FALSE);
    jobs->outputs = chosen_outputs(&choices, options);
    choices_clear(&choices);

    bool sound =
        names_differ(jobs, diags) && diags_count_severity(diags, SEVERITY_ERROR) == errors;
    return sound ? g_steal_pointer(&jobs) : NULL;
}

void
jobs_free(Jobs *jobs)
{
    if (jobs == NULL)
        return;
    for (int i = 0; i < jobs->count; i++)
        g_free(jobs->items[i].name);
    g_free(jobs->items);
    g_free(jobs->outputs);
    g_free(jobs);
}
