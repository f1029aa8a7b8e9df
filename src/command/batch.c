#include "command/batch.h"

#include "base/file.h"
#include "check/check.h"
#include "command/locate.h"
#include "command/pipeline.h"
#include "command/progress.h"
#include "command/workers.h"
#include "translate/translate.h"

#include <string.h>

enum { LIMIT_SECONDS = 60 };
static const size_t memory_limit = 1024UL * 1024 * 1024; /* a leaflet needs some 60 MiB */

static const Where nowhere = { NULL, 0, 0 };

/* Content with faults gives no leaflet that would read them: faults of translations are told in the
 * same run. */
static void
read_catalogs(const Project *project, Diags *diags)
{
    for (int i = 0; i < project->locales.count; i++)
        catalog_free(catalog_load(project, &project->locales.items[i], diags));
}

/* Those that leaflets are to be made of; jobs stand in the order of their packs. */
static void
check_packs(const Project *project, const Jobs *jobs, Date today, Diags *diags)
{
    const Pack *last = NULL;

    for (int i = 0; i < jobs->count; i++) {
        const Pack *pack = jobs->items[i].variant.pack;

        if (pack != last)
            check_pack(project, pack, today, diags);
        last = pack;
    }
}

Batch *
batch_new(const Options *options)
{
    Batch *batch = g_new0(Batch, 1);

    batch->options = options;
    batch->diags = diags_new();
    batch->project = locate_project(options->project, batch->diags);
    if (batch->project == NULL)
        return batch;
    if (diags_have_errors(batch->diags)) {
        read_catalogs(batch->project, batch->diags);
        return batch;
    }

    batch->jobs = jobs_new(batch->project, options, batch->diags);
    if (batch->jobs == NULL)
        return batch;

    check_packs(batch->project, batch->jobs, options->today, batch->diags);
    if (diags_have_errors(batch->diags))
        g_clear_pointer(&batch->jobs, jobs_free);
    return batch;
}

void
batch_free(Batch *batch)
{
    if (batch == NULL)
        return;
    g_clear_pointer(&batch->made, g_ptr_array_unref);
    jobs_free(batch->jobs);
    project_free(batch->project);
    diags_free(batch->diags);
    g_free(batch);
}

/* What the functions below find again in parent and worker. */
typedef struct Shop {
    Plan plan;
    Pipeline *pipeline; /* only in a worker, from its first job on */
    Progress *progress; /* only in the parent */
} Shop;

static GVariant *
make_in_worker(int job, void *user)
{
    Shop *shop = user;

    if (shop->pipeline == NULL)
        shop->pipeline = pipeline_new(&shop->plan);

    g_autoptr(Made) made = pipeline_run(shop->pipeline, job);
    return made_to_variant(made);
}

static void
show_progress(int done, void *user)
{
    const Shop *shop = user;

    progress_show(shop->progress, done);
}

static void
report_loss(const Job *job, const WorkerResult *result, Diags *diags)
{
    switch (result->end) {
    case WORKER_CRASHED:
        diag_add(diags, DIAG_WORKER_LOST, nowhere, "%s was not made: its process crashed (%s)",
                 job->name, strsignal(result->number));
        break;
    case WORKER_EXITED:
        diag_add(diags, DIAG_WORKER_LOST, nowhere,
                 "%s was not made: its process left before the end (status %d)", job->name,
                 result->number);
        break;
    case WORKER_TOO_LONG:
        diag_add(diags, DIAG_TIME_LIMIT, nowhere,
                 "%s was not made: it took longer than %d seconds", job->name, LIMIT_SECONDS);
        break;
    case WORKER_TOO_LARGE:
        diag_add(diags, DIAG_WORKER_LOST, nowhere,
                 "%s was not made: its process needed more than %zu MiB of memory", job->name,
                 memory_limit / (1024 * 1024));
        break;
    case WORKER_NOT_STARTED:
        diag_add(diags, DIAG_WORKER_LOST, nowhere,
                 "%s was not made: the system starts no process for it (%s)", job->name,
                 g_strerror(result->number));
        break;
    case WORKER_SKIPPED:
    case WORKER_DONE:
        break;
    }
}

/* Turns the result of each job, in their order, into messages and a Made. */
static void
collect(Batch *batch, const GArray *results, const char *folder, gint64 begun)
{
    int skipped = 0;

    batch->made = g_ptr_array_new_with_free_func((GDestroyNotify) made_free);
    for (unsigned i = 0; i < results->len; i++) {
        const WorkerResult *result = &g_array_index(results, WorkerResult, i);
        const Job *job = &batch->jobs->items[i];
        Made *made = result->end == WORKER_DONE ? made_from_variant(result->answer) : NULL;

        g_ptr_array_add(batch->made, made);
        skipped += result->end == WORKER_SKIPPED;
        report_loss(job, result, batch->diags);
        if (made != NULL) {
            g_autoptr(GVariant) said = g_variant_ref_sink(diags_to_variant(made->diags));

            diags_add_variant(batch->diags, said);
        } else if (folder != NULL) {
            file_remove_leftovers(folder, job->name, begun);
        }
    }
    if (skipped > 0)
        diag_add(batch->diags, DIAG_INTERRUPTED, nowhere,
                 "stopped before the end: %d of %u leaflets were not made", skipped,
                 results->len);
}

static int *
locale_of_each(const Jobs *jobs)
{
    int *locales = g_new0(int, jobs->count + 1);

    for (int i = 0; i < jobs->count; i++) {
        const Variant *variant = &jobs->items[i].variant;

        locales[i] = (int) (variant_reader(variant) - variant->project->locales.items);
    }
    return locales;
}

void
batch_make(Batch *batch, const char *folder)
{
    const Options *options = batch->options;
    gint64 begun = g_get_real_time() / G_USEC_PER_SEC;
    Shop shop = { .plan = { batch->project,
                            batch->jobs,
                            folder,
                            { .dpi = options->dpi, .date = options->dated } },
                  .progress = progress_new(options, batch->jobs->count) };
    g_autofree int *locales = locale_of_each(batch->jobs);
    const WorkersPlan plan = { .job_count = batch->jobs->count,
                               .worker_count = options->workers,
                               .groups = locales, /* what a worker has warm is a locale's */
                               .limit_ms = LIMIT_SECONDS * 1000,
                               .memory_limit = memory_limit,
                               .answer_type = G_VARIANT_TYPE(MADE_VARIANT_TYPE),
                               .make = make_in_worker,
                               .progress = show_progress,
                               .user = &shop };
    g_autoptr(GArray) results = workers_run(&plan);

    progress_free(shop.progress);
    collect(batch, results, folder, begun);
}
