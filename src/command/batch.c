#include "command/batch.h"

#include "base/file.h"
#include "base/geometry.h"
#include "check/check.h"
#include "command/locate.h"
#include "command/lost.h"
#include "command/order.h"
#include "command/progress.h"
#include "command/shard.h"
#include "command/sources.h"
#include "command/workers.h"
#include "read/read.h"
#include "translate/translate.h"

#include <string.h>

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

const char *
batch_profile_path(const Batch *batch)
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
    batch->begun = g_get_real_time();
    batch->diags = diags_new();
    batch->said = diag_pool_new();
    batch->timings = options->timings ? timings_new() : NULL;
    stages_enter(STAGE_READING);
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
    if (batch_profile_path(batch) != NULL)
        batch->profile = profile_load(batch_profile_path(batch), batch->diags);
    if (options->release || (batch->order != NULL && batch->order->release))
        batch->gate = gate_new(batch->project, batch->diags);
    if (diags_have_errors(batch->diags))
        g_clear_pointer(&batch->jobs, jobs_free);
    else
        shard_keep(batch->jobs, options->shard);
    return batch;
}

void
batch_free(Batch *batch)
{
    if (batch == NULL)
        return;
    g_clear_pointer(&batch->made, g_ptr_array_unref);
    diag_pool_free(batch->said);
    store_close(batch->store);
    g_strfreev(batch->keys);
    g_free(batch->current);
    g_free(batch->lost);
    timings_free(batch->timings);
    jobs_free(batch->jobs);
    gate_free(batch->gate);
    profile_free(batch->profile);
    project_free(batch->project);
    order_free(batch->order);
    g_free(batch->folder);
    diags_free(batch->diags);
    g_free(batch);
}

/* --- what is there already ----------------------------------------------------------------- */

static OutputSettings
settings_of(const Batch *batch)
{
    const Options *options = batch->options;
    OutputSettings settings = { .dpi = options->dpi, .date = options->dated };

    if (batch->profile == NULL)
        return settings;
    settings.profile = batch->profile->bytes;
    settings.condition = options->condition != NULL ? options->condition : batch->profile->name;
    return settings;
}

static Plan
plan_of(const Batch *batch, const char *folder)
{
    const Options *options = batch->options;

    return (Plan){ .project = batch->project,
                   .jobs = batch->jobs,
                   .folder = folder,
                   .aside = batch->store != NULL ? store_aside(batch->store) : NULL,
                   .current = batch->current,
                   .gate = batch->gate,
                   .today = options->today,
                   .paper = options->paper,
                   .thickness = mm(options->thickness),
                   .settings = settings_of(batch) };
}

bool
batch_open(Batch *batch)
{
    const Options *options = batch->options;
    const Plan plan = plan_of(batch, batch->folder);
    int count = batch->jobs->count;

    stages_enter(STAGE_PLANNING);
    batch->store = store_open(batch->folder, batch->diags);
    if (batch->store == NULL)
        return false;

    g_autoptr(Sources) sources = sources_new(&plan, store_state(batch->store), batch->begun);
    batch->keys = g_new0(char *, count + 1);
    batch->current = g_new0(bool, count + 1);
    batch->lost = g_new0(const char *, count + 1);
    for (int i = 0; i < count; i++) {
        const Job *job = &batch->jobs->items[i];
        g_autofree const Output **outputs = jobs_outputs(batch->jobs, job);

        batch->keys[i] = sources_key(sources, job);
        batch->current[i] =
            !options->all && store_has(batch->store, job, outputs, batch->keys[i]);
    }
    stages_enter(STAGE_OTHER);
    return true;
}

void
batch_settle(Batch *batch)
{
    Stage outer = stages_enter(STAGE_NOTING);

    store_settle(batch->store, batch->diags);
    stages_enter(outer);
}

Outcome
batch_outcome(const Batch *batch, int job)
{
    const Made *made = batch->made->pdata[job];
    bool current = batch->current != NULL && batch->current[job];

    if (made == NULL)
        return current && batch->gate == NULL ? OUTCOME_KEPT : OUTCOME_FAILED;
    if (diags_have_errors(made->diags))
        return OUTCOME_FAILED;
    return made->files->len == 0 && current ? OUTCOME_KEPT
           : made->files->len > 0           ? OUTCOME_MADE
                                            : OUTCOME_FAILED;
}

/* --- making -------------------------------------------------------------------------------- */

/* What the functions below find again in parent and worker. */
typedef struct Shop {
    Plan plan;
    const Work *work;
    const int *pieces;  /* numbers of those that are made */
    Pipeline *pipeline; /* only in a worker, from its first job on */
    Progress *progress; /* only in the parent, as what follows */
    Batch *batch;
} Shop;

static GVariant *
make_in_worker(int index, void *user)
{
    Shop *shop = user;
    bool measured = shop->batch->timings != NULL;

    if (measured)
        stages_begin();
    if (shop->pipeline == NULL)
        shop->pipeline = pipeline_new(&shop->plan);

    g_autoptr(Made) made =
        shop->work->make(shop->pipeline, shop->pieces[index], shop->work->user);
    if (measured) {
        made->spent = g_new0(StageTime, STAGE_MOST);
        stages_read(made->spent);
    }
    return made_to_variant(made);
}

/* What is finished is noted at once. */
static void
take_result(int index, WorkerResult *result, int done, void *user)
{
    const Shop *shop = user;
    Batch *batch = shop->batch;
    int piece = shop->pieces[index];

    progress_show(shop->progress, done);
    if (result->end != WORKER_DONE)
        return;
    Stage outer = stages_enter(STAGE_NOTING);
    Made *made = made_from_variant(result->answer);
    g_clear_pointer(&result->answer, g_variant_unref);
    batch->made->pdata[piece] = made;
    timings_add(batch->timings, made);
    if (shop->work->keys != NULL && made->files->len > 0)
        store_add(batch->store, &batch->jobs->items[piece], made, shop->work->keys[piece]);
    made_forget(made, batch->said);
    stages_enter(outer);
}

/* Tells of each piece, in their order. */
static void
collect(const Shop *shop, const GArray *results, gint64 begun)
{
    Batch *batch = shop->batch;
    int skipped = 0;

    for (unsigned i = 0; i < results->len; i++) {
        const WorkerResult *result = &g_array_index(results, WorkerResult, i);
        int piece = shop->pieces[i];
        const char *name = shop->work->names[piece];
        const Made *made = batch->made->pdata[piece];
        const char *lost = lost_report(name, result, batch->options, batch->diags);

        skipped += result->end == WORKER_SKIPPED;
        if (shop->work->keys != NULL)
            batch->lost[piece] = lost;
        if (made != NULL)
            diags_add_all(batch->diags, made->diags);
        else if (shop->plan.folder != NULL && shop->plan.aside == NULL)
            file_remove_leftovers(shop->plan.folder, name, begun);
    }
    if (skipped > 0)
        diag_add(batch->diags, DIAG_INTERRUPTED, nowhere,
                 "stopped before the end: %d of %u leaflets were not made", skipped,
                 results->len);
}

static int
choose_pieces(const Work *work, int *pieces, int *groups)
{
    int count = 0;

    for (int i = 0; i < work->count; i++) {
        if (work->skip != NULL && work->skip[i])
            continue;
        groups[count] = work->groups != NULL ? work->groups[i] : 0;
        pieces[count++] = i;
    }
    return count;
}

void
batch_run(Batch *batch, const Work *work, const char *folder)
{
    const Options *options = batch->options;
    gint64 begun = g_get_real_time() / G_USEC_PER_SEC;
    g_autofree int *pieces = g_new0(int, work->count + 1);
    g_autofree int *groups = g_new0(int, work->count + 1);
    int count = choose_pieces(work, pieces, groups);
    Shop shop = { .plan = plan_of(batch, folder),
                  .work = work,
                  .pieces = pieces,
                  .progress = progress_new(options, count),
                  .batch = batch };
    const WorkersPlan plan = { .job_count = count,
                               .worker_count = options->workers,
                               .groups = groups,
                               .limit_ms = options->limit * 1000,
                               .memory_limit = (size_t) options->memory * 1024 * 1024,
                               .answer_type = G_VARIANT_TYPE(MADE_VARIANT_TYPE),
                               .make = make_in_worker,
                               .over = take_result,
                               .user = &shop };

    batch->made = g_ptr_array_new_with_free_func((GDestroyNotify) made_free);
    g_ptr_array_set_size(batch->made, work->count);
    gint64 started = g_get_monotonic_time();
    Stage outer = stages_enter(STAGE_WAITING);
    g_autoptr(GArray) results = workers_run(&plan);
    stages_enter(outer);
    timings_add_workers(batch->timings, MIN(options->workers, count),
                        g_get_monotonic_time() - started);

    progress_free(shop.progress);
    collect(&shop, results, begun);
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
        .count = jobs->count,
        .names = names,
        .groups = locales,
        .skip = batch->gate == NULL ? batch->current : NULL,
        .make = make_leaflet,
        .keys = batch->store != NULL ? batch->keys : NULL,
    };

    for (int i = 0; i < jobs->count; i++) {
        names[i] = jobs->items[i].name;
        locales[i] =
            (int) (variant_reader(&jobs->items[i].variant) - batch->project->locales.items);
    }
    batch_run(batch, &work, folder);
}
