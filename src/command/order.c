#include "command/order.h"

#include "base/geometry.h"
#include "base/telling.h"
#include "command/manifest.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* --- how a file is printed ------------------------------------------------------------------ */

/* Pages on sheets are for printers; where a press has a file of its own, all others are for screens. */
static bool
is_for_paper(const Batch *batch, const Job *job, const Output *output)
{
    g_autofree const Output **outputs = jobs_outputs(batch->jobs, job);
    bool press = false, sheets = false;

    for (int i = 0; outputs[i] != NULL; i++) {
        press |= outputs[i]->pressed;
        sheets |= outputs[i]->imposed;
    }
    return press ? output->pressed : output->for_readers && output->imposed == sheets;
}

bool
order_printing(const Ordered *ordered, int job, const MadeFile *file, Printing *printing)
{
    const Batch *batch = ordered->batch;
    const Job *one = &batch->jobs->items[job];
    const Made *made = ordered->made->pdata[job];
    const Output *output = output_find(file->output);

    *printing = printing_of(one->variant.format, output, batch->options->paper, made->pages);
    return is_for_paper(batch, one, output);
}

const char *
order_duplex(const Printing *printing)
{
    static const char *const edges[] = {
        [FLIP_NONE] = "none", [FLIP_SHORT] = "short", [FLIP_LONG] = "long"
    };

    return edges[printing->flip];
}

char *
order_paper_size(const Printing *printing)
{
    return g_strdup_printf("%s%s%g × %g mm", printing->paper != NULL ? printing->paper : "",
                           printing->paper != NULL ? ", " : "",
                           round(to_mm(printing->size.width)),
                           round(to_mm(printing->size.height)));
}

/* --- its name ------------------------------------------------------------------------------ */

static bool
has_discreet(const Jobs *jobs)
{
    for (int i = 0; i < jobs->count; i++)
        if (jobs->items[i].variant.discreet)
            return true;
    return false;
}

/* In whichever language it is. */
static char *
telling_word(const Project *project, const char *name)
{
    g_autofree char *letters = telling_letters(name);
    char *word = NULL;

    for (int i = 0; word == NULL && i < project->locales.count; i++) {
        const Locale *locale = &project->locales.items[i];

        word = telling_find_in(letters, locale->telling_entries, locale->telling.count);
    }
    return word;
}

void
order_check_name(Batch *batch)
{
    g_autofree char *word = telling_word(batch->project, batch->order->name);

    if (word != NULL && has_discreet(batch->jobs))
        diag_add(batch->diags, DIAG_TELLING_WORD, batch->order->where,
                 "'%s' in '%s' would tell strangers what the leaflet is about, %s", word,
                 batch->order->name, _("in the name of the order"));
}

/* --- dry runs ------------------------------------------------------------------------------ */

static void
look_at_nothing(Pipeline *pipeline, const Leaflet *leaflet, Made *made, const void *user)
{
    (void) pipeline;
    (void) leaflet;
    (void) made;
    (void) user;
}

static Made *
count_pages(Pipeline *pipeline, int job, const void *user)
{
    return pipeline_look(pipeline, job, look_at_nothing, user);
}

static void
count_all_pages(Batch *batch)
{
    const Jobs *jobs = batch->jobs;
    g_autofree const char **names = g_new0(const char *, jobs->count + 1);
    g_autofree int *locales = g_new0(int, jobs->count + 1);
    const Work work = {
        .count = jobs->count, .names = names, .groups = locales, .make = count_pages
    };

    for (int i = 0; i < jobs->count; i++) {
        names[i] = jobs->items[i].name;
        locales[i] =
            (int) (variant_reader(&jobs->items[i].variant) - batch->project->locales.items);
    }
    batch_run(batch, &work, NULL);
}

/* Of the file that goes to paper. */
static Printing
printing_of_job(const Batch *batch, int index)
{
    const Job *job = &batch->jobs->items[index];
    const Made *made = batch->made->pdata[index];
    g_autofree const Output **outputs = jobs_outputs(batch->jobs, job);
    Printing none = { .up = 1 };

    for (int i = 0; made != NULL && outputs[i] != NULL; i++)
        if (is_for_paper(batch, job, outputs[i]))
            return printing_of(job->variant.format, outputs[i], batch->options->paper,
                               made->pages);
    return none;
}

static void
print_json_line(const Batch *batch, int index, const Printing *printing)
{
    const Job *job = &batch->jobs->items[index];
    g_autofree const Output **outputs = jobs_outputs(batch->jobs, job);
    g_autoptr(JsonObject) object = json_object_new();
    g_autoptr(JsonNode) node = json_node_new(JSON_NODE_OBJECT);
    JsonArray *kinds = json_array_new();

    for (int i = 0; outputs[i] != NULL; i++)
        json_array_add_string_element(kinds, outputs[i]->name);
    json_object_set_string_member(object, "leaflet", job->name);
    json_object_set_array_member(object, "outputs", kinds);
    json_object_set_int_member(object, "sheets", printing->sheets);
    json_object_set_int_member(object, "up", printing->up);
    json_object_set_int_member(object, "all_sheets", printing_sheets(printing, job->copies));
    manifest_describe(object, job, NULL);
    json_node_set_object(node, object);

    g_autofree char *line = json_to_string(node, FALSE);
    printf("%s\n", line);
}

static void
print_line(const Batch *batch, int index, const Printing *printing)
{
    const Job *job = &batch->jobs->items[index];
    g_autofree const Output **outputs = jobs_outputs(batch->jobs, job);

    printf("  %s:", job->name);
    for (int i = 0; outputs[i] != NULL; i++)
        printf(" %s", outputs[i]->name);
    printf("  %d × %d", job->copies, printing->sheets);
    if (printing->up > 1)
        printf(" / %d", printing->up);
    printf(" = %lld\n", printing_sheets(printing, job->copies));
}

static void
print_dry_run(const Batch *batch)
{
    long long copies = 0, all = 0;
    bool json = batch->options->json;

    if (!json)
        printf(_("%s: copies × sheets of paper\n"), batch->folder);
    for (int i = 0; i < batch->jobs->count; i++) {
        const Job *job = &batch->jobs->items[i];
        const Printing printing = printing_of_job(batch, i);

        if (json)
            print_json_line(batch, i, &printing);
        else
            print_line(batch, i, &printing);
        copies += job->copies;
        all += printing_sheets(&printing, job->copies);
    }
    if (!json)
        printf(_("leaflets: %d, copies: %lld, sheets: %lld\n"), batch->jobs->count, copies, all);
}

void
order_print_findings(const Batch *batch)
{
    g_autoptr(Diags) told = diags_new();

    for (unsigned i = 0; i < diags_count(batch->diags); i++) {
        const Diag *diag = diags_find(batch->diags, i);

        if (diag->severity == SEVERITY_ERROR || diag->code == DIAG_ORDERED_TWICE ||
            diag->code == DIAG_ORDER_LEFTOVER)
            diag_add(told, diag->code, diag->where, "%s", diag->message);
    }
    diags_print(told, stderr, options_style(batch->options, stderr));
}

int
order_dry_run(Batch *batch)
{
    count_all_pages(batch);
    order_print_findings(batch);
    if (!batch->options->quiet)
        print_dry_run(batch);
    return diags_exit_status(batch->diags);
}

void
order_print_papers(const Batch *batch)
{
    g_autofree char *path = g_build_filename(batch->folder, "index.html", NULL);

    if (!g_file_test(path, G_FILE_TEST_EXISTS)) /* no leaflet was made, or the disk is full */
        return;
    printf(_("for the print shop: %s*.pdf, manifest.csv; for those who hand leaflets out: %s\n"),
           ORDER_JOB_SHEET, path);
}
