#include "command/order.h"

#include "base/file.h"
#include "base/geometry.h"
#include "base/telling.h"
#include "command/manifest.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

enum { SHEET_LEAFLETS = 40, PICTURE_DPI = 40 };

/* --- what is known of every file ----------------------------------------------------------- */

static int
sheets_of_pages(const Format *format, int pages)
{
    return format->flip == FLIP_NONE ? pages : (pages + 1) / 2;
}

static bool
is_press(const Output *output)
{
    return !output->for_readers && g_str_has_suffix(output->suffix, ".pdf");
}

/* Where a press has a file of its own, that for readers is for screens. */
static bool
is_for_paper(const Job *job, const MadeFile *file)
{
    const Output *output = output_of_file(file->name);
    bool press = false;

    for (int i = 0; output_all()[i].name != NULL; i++)
        press |= (job->outputs & 1U << i) && is_press(&output_all()[i]);
    return output != NULL && (press ? is_press(output) : output->for_readers);
}

int
order_sheets(const Job *job, const Made *made, const MadeFile *file)
{
    return is_for_paper(job, file) ? sheets_of_pages(job->variant.format, made->pages) : 0;
}

const char *
order_duplex(const Format *format)
{
    static const char *const edges[] = {
        [FLIP_NONE] = "none", [FLIP_SHORT] = "short", [FLIP_LONG] = "long"
    };

    return edges[format->flip];
}

char *
order_paper_size(const Format *format)
{
    return g_strdup_printf("%g × %g mm", round(to_mm(format->sheet.width)),
                           round(to_mm(format->sheet.height)));
}

const char *
order_output(const MadeFile *file)
{
    const Output *output = output_of_file(file->name);

    return output == NULL ? "" : output->name;
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
void
order_check_name(Batch *batch)
{
    const Project *project = batch->project;
    g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func(g_free);

    for (int i = 0; i < project->locales.count; i++)
        for (int k = 0; k < project->locales.items[i].telling.count; k++)
            g_ptr_array_add(entries,
                            telling_entry(project->locales.items[i].telling.items[k].text));

    g_autofree char *word = telling_find(
        batch->order->name, (const char *const *) entries->pdata, (int) entries->len);
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

static void
print_json_line(const Batch *batch, int index, int sheets)
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
    json_object_set_int_member(object, "sheets", sheets);
    json_object_set_int_member(object, "all_sheets", (gint64) sheets * job->copies);
    manifest_describe(object, job, NULL);
    json_node_set_object(node, object);

    g_autofree char *line = json_to_string(node, FALSE);
    printf("%s\n", line);
}

static void
print_line(const Batch *batch, int index, int sheets)
{
    const Job *job = &batch->jobs->items[index];
    g_autofree const Output **outputs = jobs_outputs(batch->jobs, job);

    printf("  %s:", job->name);
    for (int i = 0; outputs[i] != NULL; i++)
        printf(" %s", outputs[i]->name);
    printf("  %d × %d = %lld\n", job->copies, sheets, (long long) sheets * job->copies);
}

static void
print_dry_run(const Batch *batch)
{
    long long copies = 0, all = 0;
    bool json = batch->options->json;

    if (!json)
        printf(_("%s: copies × sheets of paper\n"), batch->folder);
    for (int i = 0; i < batch->jobs->count; i++) {
        const Made *made = batch->made->pdata[i];
        const Job *job = &batch->jobs->items[i];
        int sheets = made == NULL ? 0 : sheets_of_pages(job->variant.format, made->pages);

        if (json)
            print_json_line(batch, i, sheets);
        else
            print_line(batch, i, sheets);
        copies += job->copies;
        all += (long long) sheets * job->copies;
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

        if (diag->severity == SEVERITY_ERROR || diag->code == DIAG_ORDERED_TWICE)
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

/* --- papers -------------------------------------------------------------------------------- */

/* What is drawn for an order: a picture of every leaflet that was made, then job sheets. */
typedef struct Papers {
    GArray *pictures; /* int: numbers of jobs */
    GArray *sheets;   /* JobSheetPlan */
} Papers;

static void
clear_plan(void *item)
{
    g_array_unref(((JobSheetPlan *) item)->jobs);
}

static bool
is_made(const Batch *batch, int job)
{
    const Made *made = batch->made->pdata[job];

    return made != NULL && made->files->len > 0;
}

static void
plan_papers(const Batch *batch, const GPtrArray *made, Papers *papers)
{
    for (int i = 0; i < batch->jobs->count; i++) {
        if (!is_made(batch, i))
            continue;
        if (papers->pictures->len % SHEET_LEAFLETS == 0) {
            JobSheetPlan plan = { batch, made, g_array_new(FALSE, FALSE, sizeof(int)),
                                  (int) papers->sheets->len + 1, 0 };
            g_array_append_val(papers->sheets, plan);
        }
        g_array_append_val(papers->pictures, i);
        g_array_append_val(
            g_array_index(papers->sheets, JobSheetPlan, papers->sheets->len - 1).jobs, i);
    }
    for (guint i = 0; i < papers->sheets->len; i++)
        g_array_index(papers->sheets, JobSheetPlan, i).count = (int) papers->sheets->len;
}

/* Of the first page alone. */
static void
draw_picture(Pipeline *pipeline, const Leaflet *leaflet, Made *made, const void *user)
{
    Pages first = *leaflet->pages;
    g_autofree char *stem = g_build_filename(ORDER_PICTURES, leaflet->job->name, NULL);

    (void) user;
    first.page_count = MIN(first.page_count, 1);
    g_autoptr(GPtrArray) files =
        pipeline_draw(pipeline, output_find("png"), &first, made->diags);
    if (files != NULL)
        pipeline_write(pipeline, stem, files->pdata[0], made);
}

static Made *
make_paper(Pipeline *pipeline, int piece, const void *user)
{
    const Papers *papers = user;
    int pictures = (int) papers->pictures->len;

    if (piece < pictures)
        return pipeline_look(pipeline, g_array_index(papers->pictures, int, piece),
                             draw_picture, NULL);
    return job_sheet_make(pipeline,
                          &g_array_index(papers->sheets, JobSheetPlan, piece - pictures));
}

/* The leaflets' own results are what batch->made holds before and after. */
static void
draw_papers(Batch *batch)
{
    GPtrArray *made = batch->made;
    g_autoptr(GArray) pictures = g_array_new(FALSE, FALSE, sizeof(int));
    g_autoptr(GArray) sheets = g_array_new(FALSE, FALSE, sizeof(JobSheetPlan));
    Papers papers = { pictures, sheets };

    g_array_set_clear_func(sheets, clear_plan);
    plan_papers(batch, made, &papers);
    int count = (int) (pictures->len + sheets->len);
    g_autofree const char **names = g_new0(const char *, count + 1);
    g_autofree int *groups = g_new0(int, count + 1);
    const Work work = { .count = count,
                        .names = names,
                        .groups = groups,
                        .make = make_paper,
                        .user = &papers,
                        .dpi = PICTURE_DPI };

    for (int i = 0; i < count; i++) {
        bool picture = i < (int) pictures->len;
        const Job *job = picture ? &batch->jobs->items[g_array_index(pictures, int, i)] : NULL;

        names[i] = picture ? job->name : ORDER_JOB_SHEET;
        groups[i] = picture
                        ? (int) (variant_reader(&job->variant) - batch->project->locales.items)
                        : batch->project->locales.count + i;
    }
    batch->made = NULL;
    batch_run(batch, &work, batch->folder);
    g_ptr_array_unref(batch->made);
    batch->made = made;
}

static void
write_paper(Batch *batch, const char *name, GBytes *bytes)
{
    g_autofree char *path = g_build_filename(batch->folder, name, NULL);
    g_autoptr(GError) error = NULL;

    if (!file_write(path, bytes, &error))
        diag_add(batch->diags, DIAG_CANNOT_WRITE, (Where){ path, 0, 0 }, "%s", error->message);
}

void
order_write_papers(Batch *batch)
{
    draw_papers(batch);
    g_autoptr(GBytes) table = order_table(batch);
    g_autoptr(GBytes) page = catalogue_page(batch);

    write_paper(batch, "manifest.csv", table);
    write_paper(batch, "index.html", page);
}

void
order_print_papers(const Batch *batch)
{
    g_autofree char *path = g_build_filename(batch->folder, "index.html", NULL);

    printf(_("for the print shop: %s*.pdf, manifest.csv; for those who hand leaflets out: %s\n"),
           ORDER_JOB_SHEET, path);
}
