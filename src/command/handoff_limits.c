#include "command/handoff_limits.h"

#include "command/jobs.h"
#include "command/pipeline.h"

#include <string.h>

/* Of a text in one format, the tightest of its audiences. */
typedef struct Limit {
    int most;    /* characters; BUDGET_NONE: nothing limits it */
    int now;     /* as many as it has, or its source where it is not translated */
    bool is_own; /* it is translated */
} Limit;

struct Limits {
    const Project *project;
    GHashTable *rows; /* of every text an array of Limit, one a format of the project */
};

static char *
key_of(const char *domain, const char *context, const char *msgid)
{
    return g_strjoin("\004", domain, context == NULL ? "" : context, msgid, NULL);
}

/* --- measuring ---------------------------------------------------------------------------- */

static Limit *
row_of(Limits *limits, const Text *text)
{
    g_autofree char *key = key_of(text->domain, text->context, text->msgid);
    Limit *row = g_hash_table_lookup(limits->rows, key);

    if (row != NULL)
        return row;
    row = g_new(Limit, limits->project->formats.count);
    for (int i = 0; i < limits->project->formats.count; i++)
        row[i] = (Limit){ BUDGET_NONE, 0, false };
    g_hash_table_insert(limits->rows, g_steal_pointer(&key), row);
    return row;
}

static void
note_limit(Limits *limits, const StringCost *cost, int format, const Locale *locale)
{
    Limit *limit = &row_of(limits, cost->source)[format];

    if (limit->most == BUDGET_NONE || cost->budget < limit->most)
        *limit = (Limit){ cost->budget, cost->characters, cost->locale == locale };
}

/* Its own in the project's list: a format made smaller, or made with less in it, has its name. */
static int
format_of(const Project *project, const Variant *variant)
{
    return (int) (project_find_format(project, variant->format->id) - project->formats.items);
}

static void
note_fit(Limits *limits, const Job *job, const Fit *fit, const Locale *locale)
{
    int format = format_of(limits->project, &job->variant);

    for (int i = 0; i < fit->string_count; i++)
        if (fit->strings[i].budget >= 0 && fit->strings[i].meant == locale)
            note_limit(limits, &fit->strings[i], format, locale);
}

static void
measure(Limits *limits, const Jobs *jobs, const Locale *locale, Diags *diags)
{
    const Plan plan = { .project = limits->project, .jobs = jobs, .budgets = true };
    Pipeline *pipeline = pipeline_new(&plan);

    for (int i = 0; i < jobs->count; i++) {
        g_autoptr(Diags) said = diags_new(); /* of translations, which `check` tells */
        Fit *fit = pipeline_fit(pipeline, i, said);

        if (fit != NULL)
            note_fit(limits, &jobs->items[i], fit, locale);
        else
            diags_add_all(diags, said);
        fit_free(fit);
    }
    pipeline_free(pipeline);
}

Limits *
limits_new(const Project *project, const Locale *locale, char **packs, const Options *asked,
           Diags *diags)
{
    Limits *limits = g_new0(Limits, 1);
    char *tags[] = { (char *) locale->tag, NULL }, *none[] = { NULL };
    const Options options = { .words = packs,
                              .locales = tags,
                              .formats = asked->formats,
                              .audiences = none,
                              .outputs = none,
                              .today = asked->today };
    g_autoptr(Diags) said = diags_new(); /* formats that this language is not made in */
    g_autoptr(Jobs) jobs = jobs_new(project, &options, NULL, UNNAMED_EVERYTHING, said);

    limits->project = project;
    limits->rows = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    if (jobs != NULL)
        measure(limits, jobs, locale, diags);
    else
        diags_add_all(diags, said);
    return limits;
}

void
limits_free(Limits *limits)
{
    if (limits == NULL)
        return;
    g_hash_table_unref(limits->rows);
    g_free(limits);
}

/* --- telling ------------------------------------------------------------------------------ */

static void
add_line(GString *lines, const char *format, const Limit *limit)
{
    g_string_append_printf(lines, "%s: %d characters at most", format, limit->most);
    g_string_append_printf(lines, limit->is_own ? ", now %d\n" : ", the source has %d\n",
                           limit->now);
}

char *
limits_note(const Limits *limits, const char *domain, const char *context, const char *msgid)
{
    g_autofree char *key = key_of(domain, context, msgid);
    const Limit *row = g_hash_table_lookup(limits->rows, key);
    GString *lines = g_string_new(NULL);

    for (int i = 0; row != NULL && i < limits->project->formats.count; i++)
        if (row[i].most != BUDGET_NONE)
            add_line(lines, limits->project->formats.items[i].id, &row[i]);
    return g_string_free(lines, lines->len == 0);
}
