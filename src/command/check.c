#include "command/command.h"
#include "command/batch.h"
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

int
check_run(const Options *options)
{
    g_autoptr(Batch) batch = batch_new(options, UNNAMED_DEFAULTS);

    check_texts(batch);
    if (batch->jobs != NULL)
        batch_make(batch, NULL);
    diags_print(batch->diags, stdout, options_style(options, stdout));
    if (!options->quiet && !options->json)
        print_summary(batch);
    return diags_exit_status(batch->diags);
}
