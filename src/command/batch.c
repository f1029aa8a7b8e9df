#include "command/batch.h"

#include "base/file.h"
#include "check/check.h"
#include "command/locate.h"
#include "command/order.h"
#include "command/progress.h"
#include "command/workers.h"
#include "read/read.h"
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

/* The order's own faults stop nothing: those of its names are told in the same run. */
static void
read_order(Batch *batch)
{
    const Options *options = batch->options;

    if (options->order != NULL)
        batch->order = order_load(options->order, batch->diags);
    batch->folder = batch->order != NULL
                        ? g_build_filename(options->out, batch->order->name, NULL)
                        : g_strdup(options->out);
}

/* The order's, unless the command line names another. */
static const char *
profile_of(const Batch *batch)
{
    if (batch->options->icc != NULL || batch->order == NULL)
        return batch->options->icc;
    return batch->order->profile;
}

Batch *
batch_new(const Options *options, Unnamed unnamed)
{
    Batch *batch = g_new0(Batch, 1);

    batch->options = options;
    batch->diags = diags_new();
    read_order(batch);

    unsigned faults = diags_count_severity(batch->diags, SEVERITY_ERROR);
    batch->project = locate_project_with(options->project, options->pseudos, batch->diags);
    if (batch->project == NULL)
        return batch;
    if (diags_count_severity(batch->diags, SEVERITY_ERROR) > faults) {
        read_catalogs(batch->project, batch->diags);
        return batch;
    }

    batch->jobs = jobs_new(batch->project, options, batch->order, unnamed, batch->diags);
    if (batch->jobs == NULL)
        return batch;

    if (batch->order != NULL)
        order_check_name(batch);
    check_contacts(batch->project, options->today, batch->diags);
    check_packs(batch->project, batch->jobs, options->today, batch->diags);
    if (profile_of(batch) != NULL)
        batch->profile = profile_load(profile_of(batch), batch->diags);
    if (options->release || (batch->order != NULL && batch->order->release))
        batch->gate = gate_new(batch->project, batch->diags);
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
    gate_free(batch->gate);
    profile_free(batch->profile);
    project_free(batch->project);
    order_free(batch->order);
    g_free(batch->folder);
    diags_free(batch->diags);
    g_free(batch);
}

/* What the functions below find again in parent and worker. */
typedef struct Shop {
    Plan plan;
    const Work *work;
    Pipeline *pipeline; /* only in a worker, from its first job on */
    Progress *progress; /* only in the parent */
} Shop;

static GVariant *
make_in_worker(int piece, void *user)
{
    Shop *shop = user;

    if (shop->pipeline == NULL)
        shop->pipeline = pipeline_new(&shop->plan);

    g_autoptr(Made) made = shop->work->make(shop->pipeline, piece, shop->work->user);
    return made_to_variant(made);
}

static void
show_progress(int done, void *user)
{
    const Shop *shop = user;

    progress_show(shop->progress, done);
}

static void
report_loss(const char *name, const WorkerResult *result, Diags *diags)
{
    switch (result->end) {
    case WORKER_CRASHED:
        diag_add(diags, DIAG_WORKER_LOST, nowhere, "%s was not made: its process crashed (%s)",
                 name, strsignal(result->number));
        break;
    case WORKER_EXITED:
        diag_add(diags, DIAG_WORKER_LOST, nowhere,
                 "%s was not made: its process left before the end (status %d)", name,
                 result->number);
        break;
    case WORKER_TOO_LONG:
        diag_add(diags, DIAG_TIME_LIMIT, nowhere,
                 "%s was not made: it took longer than %d seconds", name, LIMIT_SECONDS);
        break;
    case WORKER_TOO_LARGE:
        diag_add(diags, DIAG_WORKER_LOST, nowhere,
                 "%s was not made: its process needed more than %zu MiB of memory", name,
                 memory_limit / (1024 * 1024));
        break;
    case WORKER_NOT_STARTED:
        diag_add(diags, DIAG_WORKER_LOST, nowhere,
                 "%s was not made: the system starts no process for it (%s)", name,
                 g_strerror(result->number));
        break;
    case WORKER_SKIPPED:
    case WORKER_DONE:
        break;
    }
}

/* Turns the result of each piece, in their order, into messages and a Made. */
static void
collect(Batch *batch, const Work *work, const GArray *results, const char *folder, gint64 begun)
{
    int skipped = 0;

    batch->made = g_ptr_array_new_with_free_func((GDestroyNotify) made_free);
    for (unsigned i = 0; i < results->len; i++) {
        const WorkerResult *result = &g_array_index(results, WorkerResult, i);
        Made *made = result->end == WORKER_DONE ? made_from_variant(result->answer) : NULL;

        g_ptr_array_add(batch->made, made);
        skipped += result->end == WORKER_SKIPPED;
        report_loss(work->names[i], result, batch->diags);
        if (made != NULL) {
            g_autoptr(GVariant) said = g_variant_ref_sink(diags_to_variant(made->diags));

            diags_add_variant(batch->diags, said);
        } else if (folder != NULL) {
            file_remove_leftovers(folder, work->names[i], begun);
        }
    }
    if (skipped > 0)
        diag_add(batch->diags, DIAG_INTERRUPTED, nowhere,
                 "stopped before the end: %d of %u leaflets were not made", skipped,
                 results->len);
}

static OutputSettings
settings_of(const Batch *batch, const Work *work)
{
    const Options *options = batch->options;
    OutputSettings settings = { .dpi = work->dpi > 0 ? work->dpi : options->dpi,
                                .date = options->dated };

    if (batch->profile == NULL)
        return settings;
    settings.profile = batch->profile->bytes;
    settings.condition = options->condition != NULL ? options->condition : batch->profile->name;
    return settings;
}

void
batch_run(Batch *batch, const Work *work, const char *folder)
{
    const Options *options = batch->options;
    gint64 begun = g_get_real_time() / G_USEC_PER_SEC;
    Shop shop = { .plan = { .project = batch->project,
                            .jobs = batch->jobs,
                            .folder = folder,
                            .gate = batch->gate,
                            .today = options->today,
                            .settings = settings_of(batch, work) },
                  .work = work,
                  .progress = progress_new(options, work->count) };
    const WorkersPlan plan = { .job_count = work->count,
                               .worker_count = options->workers,
                               .groups = work->groups,
                               .limit_ms = LIMIT_SECONDS * 1000,
                               .memory_limit = memory_limit,
                               .answer_type = G_VARIANT_TYPE(MADE_VARIANT_TYPE),
                               .make = make_in_worker,
                               .progress = show_progress,
                               .user = &shop };
    g_autoptr(GArray) results = workers_run(&plan);

    progress_free(shop.progress);
    collect(batch, work, results, folder, begun);
}

static Made *
make_leaflet(Pipeline *pipeline, int job, const void *user)
{
    (void) user;
    return pipeline_run(pipeline, job);
}

/* What a worker has warm is a locale's. */
void
batch_make(Batch *batch, const char *folder)
{
    const Jobs *jobs = batch->jobs;
    g_autofree const char **names = g_new0(const char *, jobs->count + 1);
    g_autofree int *locales = g_new0(int, jobs->count + 1);
    const Work work = {
        .count = jobs->count, .names = names, .groups = locales, .make = make_leaflet
    };

    for (int i = 0; i < jobs->count; i++) {
        names[i] = jobs->items[i].name;
        locales[i] =
            (int) (variant_reader(&jobs->items[i].variant) - batch->project->locales.items);
    }
    batch_run(batch, &work, folder);
}
