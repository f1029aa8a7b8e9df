/* What lies beside the leaflets of an order: job sheets, a table, and a page to choose from. Each is made
 * again only when something that it tells has changed. */
#include "base/file.h"
#include "command/html.h"
#include "command/manifest.h"
#include "command/order.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

enum { SHEET_LEAFLETS = 40 };
static const char kind[] = "order";  /* of records, in place of an output's name */
static const char lists[] = "lists"; /* the record of table and page */
static const char table_name[] = "manifest.csv", page_name[] = "index.html";

/* --- what lies in the folder --------------------------------------------------------------- */

static Made *
recall(const Batch *batch, const Manifest *manifest, const Job *job)
{
    g_autofree const Output **outputs = jobs_outputs(batch->jobs, job);
    Made *made = made_new();

    for (int i = 0; outputs[i] != NULL; i++) {
        const StateRecord *record =
            state_find(store_state(batch->store), job->name, outputs[i]->name);

        for (guint k = 0; record != NULL && k < record->files->len; k++)
            manifest_recall(manifest, g_array_index(record->files, StateFile, k).name, made);
    }
    return made;
}

/* Made that were just made stay the batch's; free with g_ptr_array_unref(). */
static GPtrArray *
recall_all(const Batch *batch, GPtrArray *recalled)
{
    g_autoptr(Diags) told = diags_new(); /* what is gone the store has told already */
    g_autoptr(Manifest) manifest = manifest_open(batch->folder, told);
    GPtrArray *all = g_ptr_array_new();

    for (int i = 0; i < batch->jobs->count; i++) {
        Outcome outcome = batch_outcome(batch, i);
        Made *made = outcome == OUTCOME_MADE ? batch->made->pdata[i] : NULL;

        if (outcome == OUTCOME_KEPT) {
            made = recall(batch, manifest, &batch->jobs->items[i]);
            g_ptr_array_add(recalled, made);
        }
        g_ptr_array_add(all, made);
    }
    return all;
}

/* --- what has changed ---------------------------------------------------------------------- */

static void
add_to_sum(GChecksum *sum, const char *text)
{
    g_checksum_update(sum, (const guchar *) (text != NULL ? text : ""), -1);
    g_checksum_update(sum, (const guchar *) "\n", 1);
}

/* The same for the same files, copies and words about them. */
static void
add_job(GChecksum *sum, const Batch *batch, int index)
{
    const Job *job = &batch->jobs->items[index];
    g_autofree char *numbers = g_strdup_printf("%d %u", job->copies, job->outputs);

    add_to_sum(sum, batch->keys[index]);
    add_to_sum(sum, numbers);
    add_to_sum(sum, job->paper);
}

static char *
key_of_sheet(const JobSheetPlan *plan)
{
    const Batch *batch = plan->ordered->batch;
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_autofree char *number =
        g_strdup_printf("%d %d %d", plan->number, plan->count, plan->missing);

    add_to_sum(sum, batch->order->name);
    add_to_sum(sum, batch_profile_path(batch));
    add_to_sum(sum, number);
    for (guint i = 0; i < plan->jobs->len; i++)
        add_job(sum, batch, g_array_index(plan->jobs, int, i));
    return g_strdup(g_checksum_get_string(sum));
}

static char *
key_of_lists(const Batch *batch)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);

    add_to_sum(sum, html_tongue(batch->project).lang);
    for (int i = 0; i < batch->jobs->count; i++)
        if (batch_outcome(batch, i) != OUTCOME_FAILED)
            add_job(sum, batch, i);
    return g_strdup(g_checksum_get_string(sum));
}

static bool
is_current(const Batch *batch, const char *name, const char *key)
{
    State *state = store_state(batch->store);
    StateRecord *record = state_find(state, name, kind);

    return !batch->options->all && record != NULL && strcmp(record->key, key) == 0 &&
           state_is_whole(state, record, batch->folder);
}

/* --- job sheets ---------------------------------------------------------------------------- */

typedef struct Sheets {
    const JobSheetPlan **plans; /* those to be made */
    char **keys;
    int count;
} Sheets;

static void
clear_plan(void *item)
{
    g_array_unref(((JobSheetPlan *) item)->jobs);
}

static GArray *
plan_sheets(const Ordered *ordered)
{
    const Batch *batch = ordered->batch;
    GArray *plans = g_array_new(FALSE, FALSE, sizeof(JobSheetPlan));
    int leaflets = 0;

    g_array_set_clear_func(plans, clear_plan);
    for (int i = 0; i < batch->jobs->count; i++) {
        if (batch_outcome(batch, i) == OUTCOME_FAILED)
            continue;
        if (leaflets++ % SHEET_LEAFLETS == 0) {
            JobSheetPlan plan = { .ordered = ordered,
                                  .jobs = g_array_new(FALSE, FALSE, sizeof(int)),
                                  .number = (int) plans->len + 1 };
            g_array_append_val(plans, plan);
        }
        g_array_append_val(g_array_index(plans, JobSheetPlan, plans->len - 1).jobs, i);
    }
    for (guint i = 0; i < plans->len; i++) {
        g_array_index(plans, JobSheetPlan, i).count = (int) plans->len;
        g_array_index(plans, JobSheetPlan, i).missing = batch->jobs->count - leaflets;
    }
    return plans;
}

static Made *
make_sheet(Pipeline *pipeline, int piece, const void *user)
{
    const Sheets *sheets = user;

    return job_sheet_make(pipeline, sheets->plans[piece]);
}

static void
note_sheet(const Batch *batch, const char *stem, const char *key, const Made *made)
{
    State *state = store_state(batch->store);

    if (made == NULL || made->files->len == 0)
        return;
    StateRecord *record = state_add(state, stem, kind, key);
    for (guint i = 0; i < made->files->len; i++) {
        const MadeFile *file = &g_array_index(made->files, MadeFile, i);

        state_add_file(state, record, file->name, file->sha256);
    }
}

/* The leaflets' own results are what batch->made holds before and after. */
static void
make_sheets(Batch *batch, const Sheets *sheets)
{
    GPtrArray *made = batch->made;
    g_auto(GStrv) stems = g_new0(char *, sheets->count + 1);
    g_autofree int *groups = g_new0(int, sheets->count + 1);
    const Work work = { .count = sheets->count,
                        .names = (const char *const *) stems,
                        .groups = groups,
                        .make = make_sheet,
                        .user = sheets };

    for (int i = 0; i < sheets->count; i++) {
        stems[i] = job_sheet_stem(sheets->plans[i]);
        groups[i] = i;
    }
    batch->made = NULL;
    batch_run(batch, &work, batch->folder);
    for (int i = 0; i < sheets->count; i++)
        note_sheet(batch, stems[i], sheets->keys[i], batch->made->pdata[i]);
    g_ptr_array_unref(batch->made);
    batch->made = made;
}

/* --- table and page ------------------------------------------------------------------------ */

static bool
write_list(Batch *batch, const char *name, GBytes *bytes)
{
    g_autofree char *path = g_build_filename(batch->folder, name, NULL);
    g_autoptr(GError) error = NULL;

    if (file_write_aside(store_aside(batch->store), path, bytes, &error))
        return true;
    diag_add(batch->diags, DIAG_CANNOT_WRITE, (Where){ path, 0, 0 }, "%s", error->message);
    return false;
}

static void
note_list(Batch *batch, StateRecord *record, const char *name, GBytes *bytes)
{
    g_autofree char *sha256 = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);

    state_add_file(store_state(batch->store), record, name, sha256);
}

/* Noted when both are there: a record of one would say that nothing is left to do. */
static void
write_lists(Batch *batch, const Ordered *ordered, const char *key)
{
    g_autoptr(GBytes) table = order_table(ordered);
    g_autoptr(GBytes) page = catalogue_page(ordered);
    bool written = write_list(batch, table_name, table);

    if (!write_list(batch, page_name, page) || !written)
        return;
    StateRecord *record = state_add(store_state(batch->store), lists, kind, key);
    note_list(batch, record, table_name, table);
    note_list(batch, record, page_name, page);
}

/* --- all of them --------------------------------------------------------------------------- */

typedef struct Sweep {
    const char *folder;
    GHashTable *wanted; /* "LEAFLET OUTPUT" of what the order has */
    Diags *diags;
} Sweep;

/* Job sheets that an order had when it was longer go. Leaflets may be wanted still: that is not ours to say. */
static bool
is_to_stay(StateRecord *record, void *user)
{
    const Sweep *sweep = user;
    bool ours = strcmp(record->output, kind) == 0;
    const Output *output = output_find(record->output);
    bool picture = output != NULL && output->folder != NULL; /* nothing shows it any more */
    g_autofree char *name = g_strdup_printf("%s %s", record->leaflet, record->output);

    if (picture || g_hash_table_contains(sweep->wanted, name))
        return true;
    for (guint i = 0; i < record->files->len; i++) {
        const StateFile *file = &g_array_index(record->files, StateFile, i);
        g_autofree char *path = g_build_filename(sweep->folder, file->name, NULL);

        if (ours)
            g_unlink(path);
        else
            diag_add(sweep->diags, DIAG_ORDER_LEFTOVER, (Where){ path, 0, 0 },
                     N_("the order does not name it any more, and it stays as it was"));
    }
    return !ours;
}

static void
want(GHashTable *wanted, const char *name, const char *output)
{
    g_hash_table_add(wanted, g_strdup_printf("%s %s", name, output));
}

static void
sweep_folder(Batch *batch, const GArray *plans)
{
    g_autoptr(GHashTable) wanted = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Sweep sweep = { batch->folder, wanted, batch->diags };

    want(wanted, lists, kind);
    for (guint i = 0; i < plans->len; i++) {
        g_autofree char *stem = job_sheet_stem(&g_array_index(plans, JobSheetPlan, i));

        want(wanted, stem, kind);
    }
    for (int i = 0; i < batch->jobs->count; i++) {
        const Job *job = &batch->jobs->items[i];
        g_autofree const Output **outputs = jobs_outputs(batch->jobs, job);

        for (int k = 0; outputs[k] != NULL; k++)
            want(wanted, job->name, outputs[k]->name);
    }
    state_sift(store_state(batch->store), is_to_stay, &sweep);
}

static void
make_papers(Batch *batch, Ordered *ordered, const Sheets *sheets, const char *key)
{
    g_autoptr(GPtrArray) recalled = g_ptr_array_new_with_free_func((GDestroyNotify) made_free);
    g_autoptr(GPtrArray) all = recall_all(batch, recalled);

    ordered->made = all;
    if (sheets->count > 0)
        make_sheets(batch, sheets);
    if (key != NULL)
        write_lists(batch, ordered, key);
}

void
order_write_papers(Batch *batch)
{
    Ordered ordered = { .batch = batch };
    g_autoptr(GArray) plans = plan_sheets(&ordered);
    g_autofree const JobSheetPlan **stale = g_new0(const JobSheetPlan *, plans->len + 1);
    g_auto(GStrv) keys = g_new0(char *, plans->len + 1);
    g_autofree char *key = key_of_lists(batch);
    Sheets sheets = { stale, keys, 0 };

    for (guint i = 0; i < plans->len; i++) {
        const JobSheetPlan *plan = &g_array_index(plans, JobSheetPlan, i);
        g_autofree char *stem = job_sheet_stem(plan);
        g_autofree char *wanted = key_of_sheet(plan);

        if (is_current(batch, stem, wanted))
            continue;
        stale[sheets.count] = plan;
        keys[sheets.count++] = g_steal_pointer(&wanted);
    }
    if (is_current(batch, lists, key))
        g_clear_pointer(&key, g_free);
    if (plans->len > 0 && (sheets.count > 0 || key != NULL))
        make_papers(batch, &ordered, &sheets, key);
    sweep_folder(batch, plans);
}
