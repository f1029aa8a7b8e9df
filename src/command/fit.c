/* Measures every leaflet of the choice in this one process, and tells how they fit. */
#include "command/batch.h"
#include "command/command.h"
#include "command/fit_print.h"
#include "command/pipeline.h"
#include "command/progress.h"

static int
compare_locales(gconstpointer a, gconstpointer b, gpointer user)
{
    const Jobs *jobs = user;
    int first = *(const int *) a, second = *(const int *) b;
    const Locale *before = variant_reader(&jobs->items[first].variant);
    const Locale *after = variant_reader(&jobs->items[second].variant);

    return before != after ? (before < after ? -1 : 1) : first - second;
}

/* One locale's leaflets after another's: so every phrase is shaped once for all formats and audiences,
 * however much there is. */
static GArray *
by_locale(Jobs *jobs)
{
    GArray *order = g_array_new(FALSE, FALSE, sizeof(int));

    for (int i = 0; i < jobs->count; i++)
        g_array_append_val(order, i);
    g_array_sort_with_data(order, compare_locales, jobs);
    return order;
}

/* Of every job its Fit, or NULL after an error. */
static GPtrArray *
measure_all(const Batch *batch, Diags *diags)
{
    const Plan plan = { .project = batch->project,
                        .jobs = batch->jobs,
                        .budgets = batch->options->budgets };
    Pipeline *pipeline = pipeline_new(&plan);
    Progress *progress = progress_new(batch->options, batch->jobs->count);
    g_autoptr(GArray) order = by_locale(batch->jobs);
    GPtrArray *fits = g_ptr_array_new_with_free_func((GDestroyNotify) fit_free);

    g_ptr_array_set_size(fits, batch->jobs->count);
    for (guint i = 0; i < order->len; i++) {
        int job = g_array_index(order, int, i);

        fits->pdata[job] = pipeline_fit(pipeline, job, diags);
        progress_show(progress, (int) i + 1);
    }
    progress_free(progress);
    pipeline_free(pipeline);
    return fits;
}

/* Missing translations and old contacts are `check`'s to tell. */
static void
print_errors(const Diags *diags, const Options *options)
{
    DiagStyle style = options_style(options, stderr);

    style.least = SEVERITY_ERROR;
    diags_print(diags, stderr, style);
}

static bool
all_fit(const GPtrArray *fits)
{
    for (guint i = 0; i < fits->len; i++) {
        const Fit *fit = fits->pdata[i];

        if (fit != NULL && !fit->fits)
            return false;
    }
    return true;
}

int
fit_run(const Options *options)
{
    g_autoptr(Batch) batch = batch_new(options, UNNAMED_EVERYTHING);

    if (batch->jobs == NULL) {
        diags_print(batch->diags, stderr, options_style(options, stderr));
        return diags_exit_status(batch->diags);
    }
    g_autoptr(GPtrArray) fits = measure_all(batch, batch->diags);

    print_errors(batch->diags, options);
    if (options->json)
        fit_print_json(batch->jobs, fits, options->budgets);
    else if (!options->quiet)
        fit_print_tables(batch->jobs, fits, options);
    return worse_exit_status(diags_exit_status(batch->diags), all_fit(fits) ? 0 : 1);
}
