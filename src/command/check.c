#include "command/command.h"
#include "command/batch.h"
#include "command/reading_print.h"
#include "translate/translate.h"

#include <glib/gi18n.h>

static void
print_summary(const Batch *batch)
{
    unsigned errors = diags_count_severity(batch->diags, SEVERITY_ERROR);
    unsigned warnings = diags_count_severity(batch->diags, SEVERITY_WARNING);
    int leaflets = batch->jobs != NULL ? batch->jobs->count : 0;

    printf(ngettext("%d leaflet looked at", "%d leaflets looked at", (unsigned long) leaflets),
           leaflets);
    printf(ngettext(": %u error", ": %u errors", errors), errors);
    printf(ngettext(", %u warning\n", ", %u warnings\n", warnings), warnings);
}

static bool
is_chosen(const Batch *batch, const Locale *locale)
{
    for (int i = 0; i < batch->jobs->count; i++)
        if (batch->jobs->items[i].variant.locale == locale ||
            batch->jobs->items[i].variant.second == locale)
            return true;
    return false;
}

/* What translators can mend. With faults in the content no leaflet is chosen: all languages are
 * looked at. */
static void
check_texts(const Batch *batch)
{
    const Project *project = batch->project;
    int usage = diag_info(DIAG_USAGE)->exit_status;

    if (project == NULL || diags_exit_status(batch->diags) == usage)
        return;
    for (int i = 0; i < project->locales.count; i++)
        if (batch->jobs == NULL || is_chosen(batch, &project->locales.items[i]))
            catalog_check(project, &project->locales.items[i], batch->diags);
}

/* --- how hard the texts are to read --------------------------------------------------------- */

static bool
has_pack(const Batch *batch, const Pack *pack)
{
    for (int i = 0; i < batch->jobs->count; i++)
        if (batch->jobs->items[i].variant.pack == pack)
            return true;
    return false;
}

/* What the files of @locale have to say was said by catalog_check(). */
static Reading
measure(const Project *project, const Pack *pack, const Locale *locale)
{
    g_autoptr(Diags) unsaid = diags_new();
    g_autoptr(Catalog) catalog = catalog_load(project, locale, unsaid);

    return reading_of(project, pack, locale, catalog);
}

/* An array of Reading, of every pack and language that leaflets were chosen of. */
static GArray *
measure_all(const Batch *batch)
{
    const Project *project = batch->project;
    GArray *readings = g_array_new(FALSE, FALSE, sizeof(Reading));

    for (int i = 0; batch->jobs != NULL && i < project->packs.count; i++) {
        const Pack *pack = &project->packs.items[i];

        if (!has_pack(batch, pack))
            continue;
        const Reading source = measure(project, pack, pack->source_locale);
        for (int k = 0; k < project->locales.count; k++) {
            if (!is_chosen(batch, &project->locales.items[k]))
                continue;
            const Reading reading = measure(project, pack, &project->locales.items[k]);
            reading_check(&reading, &source, batch->diags);
            g_array_append_val(readings, reading);
        }
    }
    return readings;
}

int
check_run(const Options *options)
{
    g_autoptr(Batch) batch = batch_new(options, UNNAMED_DEFAULTS);

    check_texts(batch);
    if (batch->jobs != NULL)
        batch_make(batch, NULL);

    g_autoptr(GArray) readings = measure_all(batch);
    diags_print(batch->diags, stdout, options_style(options, stdout));
    for (guint i = 0; i < readings->len && !options->quiet; i++)
        (options->json ? reading_print_json
                       : reading_print)(&g_array_index(readings, Reading, i));
    if (!options->quiet && !options->json)
        print_summary(batch);
    return diags_exit_status(batch->diags);
}
