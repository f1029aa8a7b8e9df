#include "command/choice.h"
#include "command/command.h"
#include "command/locate.h"
#include "command/status_print.h"

#include <glib/gi18n.h>

typedef struct Survey {
    const Project *project;
    const Messages *messages;
    const GArray *formats; /* indexes of those looked at */
    GPtrArray *catalogs;   /* one a language looked at */
    GPtrArray *rows;       /* StatusRow */
    Diags *diags;
} Survey;

static void
free_row(void *item)
{
    StatusRow *row = item;

    g_clear_pointer(&row->in_the_way, g_ptr_array_unref);
    g_free(row);
}

/* --- one language ------------------------------------------------------------------------- */

static void
add_row(const Survey *survey, StatusRow row)
{
    g_ptr_array_add(survey->rows, g_memdup2(&row, sizeof row));
}

static void
add_files(const Survey *survey, const Locale *locale, const Catalog *catalog)
{
    g_autoptr(GPtrArray) domains = messages_domains(survey->messages);

    for (guint i = 0; i < domains->len; i++) {
        StatusRow row = { .locale = locale, .catalog = catalog, .name = domains->pdata[i] };

        row.tally = status_of_domain(survey->messages, catalog, locale, row.name);
        add_row(survey, row);
    }
}

/* A sheet for the staff is printed in their language alone. */
static bool
is_printed_in(const Survey *survey, const Format *format, const Locale *locale)
{
    return format->languages != LANGUAGES_STAFF || locale == survey->project->staff_locale;
}

static void
add_formats(const Survey *survey, const Locale *locale, const Catalog *catalog)
{
    const Project *project = survey->project;

    for (guint i = 0; i < survey->formats->len; i++) {
        int index = g_array_index(survey->formats, int, i);
        const Format *format = &project->formats.items[index];
        StatusRow row = {
            .locale = locale, .catalog = catalog, .is_format = true, .name = format->id
        };

        if (!is_printed_in(survey, format, locale))
            continue;
        row.in_the_way = g_ptr_array_new();
        row.tally = status_of_format(survey->messages, catalog, locale, index, row.in_the_way);
        add_row(survey, row);
    }
}

/* True when some of the project has to be translated into it. */
static bool
is_translated(const Project *project, const Locale *locale)
{
    for (int i = 0; i < project->packs.count; i++)
        if (project->packs.items[i].source_locale != locale)
            return true;
    return project->packs.count == 0;
}

static void
add_locale(const Survey *survey, const Locale *locale)
{
    Catalog *catalog;

    if (!is_translated(survey->project, locale))
        return;
    catalog = catalog_load(survey->project, locale, survey->diags);
    g_ptr_array_add(survey->catalogs, catalog);
    add_files(survey, locale, catalog);
    add_formats(survey, locale, catalog);
}

/* --- all of them -------------------------------------------------------------------------- */

/* Indexes of locales: those named, or every one. */
static GArray *
choose_locales(const Project *project, const Options *options, Diags *diags)
{
    g_autoptr(GPtrArray) tags = g_ptr_array_new();
    const Choice choice = {
        DIAG_UNKNOWN_LOCALE, N_("no locale is called '%s'; %s"), options->words, { NULL, 0 }, true
    };

    for (int i = 0; i < project->locales.count; i++)
        g_ptr_array_add(tags, (void *) project->locales.items[i].tag);
    return choice_find(&choice, tags, diags);
}

/* Indexes of formats: those named, or every one. */
static GArray *
choose_formats(const Project *project, const Options *options, Diags *diags)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    const Choice choice = { DIAG_UNKNOWN_FORMAT,
                            N_("no format is called '%s'; %s"),
                            options->formats,
                            { NULL, 0 },
                            true };

    for (int i = 0; i < project->formats.count; i++)
        g_ptr_array_add(ids, (void *) project->formats.items[i].id);
    return choice_find(&choice, ids, diags);
}

static void
survey_project(const Project *project, const Options *options, Diags *diags)
{
    g_autoptr(GArray) locales = choose_locales(project, options, diags);
    g_autoptr(GArray) formats = choose_formats(project, options, diags);
    if (diags_have_errors(diags))
        return;

    g_autoptr(Messages) messages = messages_new(project);
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(free_row);
    g_autoptr(GPtrArray) catalogs =
        g_ptr_array_new_with_free_func((GDestroyNotify) catalog_free);
    const Survey survey = { project, messages, formats, catalogs, rows, diags };

    for (guint i = 0; i < locales->len; i++)
        add_locale(&survey, &project->locales.items[g_array_index(locales, int, i)]);
    if (rows->len > 0)
        status_print(rows, messages, options);
    else if (!options->quiet && !options->json && !options->csv)
        printf(_("nothing of it has to be translated: the texts are written in that language\n"));
}

int
status_run(const Options *options)
{
    g_autoptr(Diags) diags = diags_new();
    g_autoptr(Project) project = locate_project(options->project, diags);

    if (project != NULL && !diags_have_errors(diags))
        survey_project(project, options, diags);
    diags_print(diags, stderr, options_style(options, stderr));
    return diags_exit_status(diags);
}
