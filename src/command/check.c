#include "command/command.h"
#include "command/batch.h"

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

int
check_run(const Options *options)
{
    g_autoptr(Batch) batch = batch_new(options, UNNAMED_DEFAULTS);

    if (batch->jobs != NULL)
        batch_make(batch, NULL);
    diags_print(batch->diags, stdout, options_style(options, stdout));
    if (!options->quiet && !options->json)
        print_summary(batch);
    return diags_exit_status(batch->diags);
}
