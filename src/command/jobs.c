#include "command/jobs.h"

#include "command/choices.h"
#include "command/tongues.h"
#include "translate/translate.h"

#include <glib/gi18n.h>
#include <string.h>

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
        diag_add(choices->diags, DIAG_USAGE, choices_place(choices),
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

/* It is made once for all languages, and as if the staff spoke one that nobody speaks. */
static bool
takes_staff(const Choices *choices, Variant *variant)
{
    if (variant->locale->pseudo.kind != PSEUDO_NONE && variant->second == NULL)
        return true;
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
        diag_add(choices->diags, DIAG_USAGE, choices_place(choices),
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
        Job job = { .variant = one, .name = variant_file_name(&one), .copies = choices->copies };
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

/* --- orders -------------------------------------------------------------------------------- */

/* @known: names of jobs to their numbers, from 1 on. */
static Job *
find_job(GArray *jobs, GHashTable *known, const char *name)
{
    guint number = GPOINTER_TO_UINT(g_hash_table_lookup(known, name));

    return number > 0 ? &g_array_index(jobs, Job, number - 1) : NULL;
}

/* The same leaflet on another line. */
static void
add_copies(Job *job, const Job *again, const OrderLine *line, Diags *diags)
{
    if (g_strcmp0(job->paper, again->paper) != 0) {
        diag_add(diags, DIAG_BAD_ORDER, line->where,
                 "%s is ordered on two kinds of paper: '%s' and '%s'", job->name,
                 job->paper == NULL ? "" : job->paper, again->paper == NULL ? "" : again->paper);
        return;
    }
    diag_add(diags, DIAG_ORDERED_TWICE, line->where,
             "%s stands on an earlier line, too: %d and %d copies are %d", job->name,
             job->copies, again->copies, job->copies + again->copies);
    job->copies += again->copies;
    job->outputs |= again->outputs;
}

/* Gives the jobs from number @first on what their line says, those that are there already their
 * copies. */
static void
take_line(GArray *jobs, guint first, GHashTable *known, const Choices *choices)
{
    guint kept = first;

    for (guint i = first; i < jobs->len; i++) {
        Job *job = &g_array_index(jobs, Job, i);
        Job *again = find_job(jobs, known, job->name);

        job->copies = choices->line->copies;
        job->paper = choices->line->paper;
        job->outputs = 1U << (output_find("picture") - output_all()); /* for the catalogue */
        for (guint k = 0; k < choices->outputs->len; k++)
            job->outputs |= 1U << g_array_index(choices->outputs, int, k);
        if (again == NULL) {
            g_array_index(jobs, Job, kept++) = *job;
            continue;
        }
        add_copies(again, job, choices->line, choices->diags);
        g_free(job->name);
    }
    g_array_set_size(jobs, kept);
    for (guint i = first; i < kept; i++)
        g_hash_table_insert(known, g_array_index(jobs, Job, i).name, GUINT_TO_POINTER(i + 1));
}

static void
add_order(GArray *jobs, const Choices *made, const Options *options, const Order *order)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);

    for (int i = 0; i < order->lines.count; i++) {
        Choices choices = *made;
        guint first = jobs->len;

        choices.line = &order->lines.items[i];
        choices.release = made->release || order->release;
        choices.discreet = choices.line->discreet == ANSWER_YES;
        choices.size = choices.line->size;
        choices_make(&choices, options);
        add_packs(jobs, &choices);
        take_line(jobs, first, known, &choices);
        choices_clear(&choices);
    }
}

const Output **
jobs_outputs(const Jobs *jobs, const Job *job)
{
    GPtrArray *outputs = g_ptr_array_new();

    for (int i = 0; job->outputs != 0 && output_all()[i].name != NULL; i++)
        if (job->outputs & 1U << i)
            g_ptr_array_add(outputs, (void *) &output_all()[i]);
    for (int i = 0; job->outputs == 0 && jobs->outputs[i] != NULL; i++)
        g_ptr_array_add(outputs, (void *) jobs->outputs[i]);
    g_ptr_array_add(outputs, NULL);
    return (const Output **) g_ptr_array_free(outputs, FALSE);
}

/* --- the whole ----------------------------------------------------------------------------- */

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
jobs_new(const Project *project, const Options *options, const Order *order, Unnamed unnamed,
         Diags *diags)
{
    Choices choices = { .project = project,
                        .unnamed = unnamed,
                        .release = options->release,
                        .discreet = options->discreet,
                        .size = options->size,
                        .copies = options->copies,
                        .diags = diags };
    unsigned errors = diags_count_severity(diags, SEVERITY_ERROR);
    g_autoptr(Jobs) jobs = g_new0(Jobs, 1);
    GArray *items = g_array_new(FALSE, FALSE, sizeof(Job));

    if (order != NULL) {
        add_order(items, &choices, options, order);
        jobs->outputs = g_new0(const Output *, 1);
    } else {
        choices_make(&choices, options);
        add_packs(items, &choices);
        jobs->outputs = chosen_outputs(&choices, options);
        choices_clear(&choices);
    }
    jobs->count = (int) items->len;
    jobs->items = (Job *) g_array_free(items, FALSE);

    bool sound =
        names_differ(jobs, diags) && diags_count_severity(diags, SEVERITY_ERROR) == errors;
    return sound ? g_steal_pointer(&jobs) : NULL;
}

void
jobs_keep(Jobs *jobs, bool (*wanted)(const Job *job, const void *user), const void *user)
{
    int kept = 0;

    for (int i = 0; i < jobs->count; i++)
        if (wanted(&jobs->items[i], user))
            jobs->items[kept++] = jobs->items[i];
        else
            g_free(jobs->items[i].name);
    jobs->count = kept;
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
