#include "command/command.h"
#include "command/batch.h"
#include "command/manifest.h"
#include "command/order.h"
#include "command/printing.h"
#include "command/summary.h"

#include <glib/gi18n.h>

static void
print_messages(const Batch *batch, Severity least)
{
    DiagStyle style = options_style(batch->options, stderr);

    style.least = MAX(style.least, least);
    diags_print(batch->diags, stderr, style);
}

/* A draft may lack hundreds of translations: one line says so, `check` says which. */
static void
print_warning_count(const Batch *batch)
{
    unsigned counts[DIAG_CODE_COUNT] = { 0 };
    unsigned all = diags_count_severity(batch->diags, SEVERITY_WARNING);
    g_autoptr(GString) codes = g_string_new(NULL);

    if (all == 0 || batch->options->quiet || batch->options->verbose || batch->options->json)
        return;
    for (unsigned i = 0; i < diags_count(batch->diags); i++) {
        const Diag *diag = diags_find(batch->diags, i);

        counts[diag->code] += diag->severity == SEVERITY_WARNING;
    }
    for (int code = 0; code < DIAG_CODE_COUNT; code++)
        if (counts[code] > 0)
            g_string_append_printf(codes, "%s%s %u", codes->len > 0 ? ", " : "",
                                   diag_info((DiagCode) code)->name, counts[code]);
    fprintf(stderr,
            ngettext("%u warning: %s; 'rightspack check' shows it\n",
                     "%u warnings: %s; 'rightspack check' shows them\n", all),
            all, codes->str);
}

static bool
has_files(const Made *made)
{
    return made != NULL && made->files->len > 0;
}

static int
count_of(const Batch *batch, Outcome outcome)
{
    int count = 0;

    for (int i = 0; i < batch->jobs->count; i++)
        count += batch_outcome(batch, i) == outcome;
    return count;
}

static void
add_path(GPtrArray *paths, const Batch *batch, const char *name)
{
    g_ptr_array_add(paths, g_build_filename(batch->folder, name, NULL));
}

/* Those of leaflets that stay are known from the run that made them. */
static void
add_kept(GPtrArray *paths, const Batch *batch, const Job *job)
{
    State *state = store_state(batch->store);
    g_autofree const Output **outputs = jobs_outputs(batch->jobs, job);

    for (int i = 0; outputs[i] != NULL; i++) {
        const StateRecord *record = state_find(state, job->name, outputs[i]->name);

        for (guint k = 0; record != NULL && k < record->files->len; k++)
            add_path(paths, batch, g_array_index(record->files, StateFile, k).name);
    }
}

/* The files of one leaflet, made or kept. */
static void
add_paths(GPtrArray *paths, const Batch *batch, int index)
{
    const Made *made = batch->made->pdata[index];

    for (unsigned i = 0; has_files(made) && i < made->files->len; i++)
        add_path(paths, batch, g_array_index(made->files, MadeFile, i).name);
    if (batch_outcome(batch, index) == OUTCOME_KEPT)
        add_kept(paths, batch, &batch->jobs->items[index]);
}

static GPtrArray *
paths_of(const Batch *batch)
{
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);

    for (int i = 0; i < batch->jobs->count; i++)
        add_paths(paths, batch, i);
    g_ptr_array_add(paths, NULL);
    return paths;
}

/* One object a leaflet, made or not, or yet to be made. */
static void
print_json(const Batch *batch, int index)
{
    const Job *job = &batch->jobs->items[index];
    const Made *made = batch->made != NULL ? batch->made->pdata[index] : NULL;
    g_autoptr(JsonObject) object = json_object_new();
    g_autoptr(JsonNode) node = json_node_new(JSON_NODE_OBJECT);
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    JsonArray *files = json_array_new();

    if (batch->made != NULL)
        add_paths(paths, batch, index);
    for (guint i = 0; i < paths->len; i++)
        json_array_add_string_element(files, paths->pdata[i]);
    json_object_set_string_member(object, "leaflet", job->name);
    json_object_set_boolean_member(object, "made", has_files(made));
    if (batch->made != NULL && batch_outcome(batch, index) == OUTCOME_KEPT)
        json_object_set_boolean_member(object, "unchanged", true);
    json_object_set_array_member(object, "files", files);
    summary_describe(object, batch, index);
    manifest_describe(object, job, has_files(made) ? made : NULL);
    json_node_set_object(node, object);

    g_autofree char *line = json_to_string(node, FALSE);
    printf("%s\n", line);
}

static void
print_files(const Batch *batch, const Made *made)
{
    for (unsigned i = 0; i < made->files->len; i++) {
        const MadeFile *file = &g_array_index(made->files, MadeFile, i);
        g_autofree char *path = g_build_filename(batch->folder, file->name, NULL);

        if (output_find(file->output)->folder != NULL) /* what pages show, they show */
            continue;
        printf("  %s  ", path);
        printf(ngettext("%d page, %g pt\n", "%d pages, %g pt\n", (unsigned long) made->pages),
               made->pages, made->body_size);
        if (batch->options->verbose)
            printf(_("    edition %s, %llu bytes, sha256 %s\n"), made->edition,
                   (unsigned long long) file->size, file->sha256);
    }
}

/* What dry runs say instead of files, for only making them tells how many there are. */
static void
print_intention(const Batch *batch, const Job *job)
{
    g_autofree char *path = g_build_filename(batch->folder, job->name, NULL);

    printf("  %s:", path);
    g_autofree const Output **outputs = jobs_outputs(batch->jobs, job);
    for (int i = 0; outputs[i] != NULL; i++)
        printf(" %s", outputs[i]->name);
    printf("\n");
}

/* Leaflets stand by language, as the jobs do. */
static void
print_leaflets(const Batch *batch)
{
    const Locale *last = NULL;

    for (int i = 0; i < batch->jobs->count; i++) {
        const Job *job = &batch->jobs->items[i];
        const Made *made = batch->made != NULL ? batch->made->pdata[i] : NULL;

        if (batch->made != NULL && !has_files(made))
            continue;
        const Locale *reader = variant_reader(&job->variant);

        if (reader != last)
            printf("%s %s\n", reader->tag, reader->autonym);
        last = reader;
        if (made != NULL)
            print_files(batch, made);
        else
            print_intention(batch, job);
    }
}

static void
print_pages(const Format *format)
{
    static const char *const how[] = {
        [FLIP_NONE] = N_("%s: print at 100 %%, one side\n"),
        [FLIP_SHORT] = N_("%s: print at 100 %%, both sides, flip on the short edge\n"),
        [FLIP_LONG] = N_("%s: print at 100 %%, both sides, flip on the long edge\n"),
    };

    printf(_(how[format->flip]), format->id);
}

static void
print_sheets(const Format *format, const Printing *printing)
{
    static const char *const how[] = {
        [FLIP_NONE] = N_("%s-print: print on %s at 100 %%, one side\n"),
        [FLIP_SHORT] =
            N_("%s-print: print on %s at 100 %%, both sides, flip on the short edge\n"),
        [FLIP_LONG] = N_("%s-print: print on %s at 100 %%, both sides, flip on the long edge\n"),
    };
    static const char *const then[] = {
        [SCHEME_SADDLE] = N_("  then fold the pile in the middle and staple it there\n"),
        [SCHEME_REPEAT] = N_("  then cut the leaflets apart\n"),
    };

    printf(_(how[printing->flip]), format->id, printing->paper);
    printf("%s", _(then[printing->scheme]));
}

/* Pages that stand on sheets are printed otherwise than the same in reading order. @said: what has been. */
static void
print_how(const Batch *batch, const Job *job, GHashTable *said)
{
    g_autofree const Output **outputs = jobs_outputs(batch->jobs, job);
    const Format *format = job->variant.format;
    int pages = format->flip == FLIP_NONE ? 1 : 2; /* all have a back, or none has */

    for (int i = 0; outputs[i] != NULL; i++) {
        const Printing printing = printing_of(format, outputs[i], batch->options->paper, pages);
        bool on_sheets = printing.scheme != SCHEME_NONE;

        if (!g_hash_table_add(said, g_strdup_printf("%s %d", format->id, on_sheets)))
            continue;
        if (on_sheets)
            print_sheets(format, &printing);
        else
            print_pages(format);
    }
}

/* Once for each format there is a leaflet of. */
static void
print_how_to_print(const Batch *batch)
{
    g_autoptr(GHashTable) said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (int i = 0; i < batch->jobs->count; i++)
        if (batch_outcome(batch, i) != OUTCOME_FAILED)
            print_how(batch, &batch->jobs->items[i], said);
}

static void
print_part(Shard shard)
{
    printf(_("part %d of %d; 'rightspack manifest merge OUT DIR...' puts all parts into one "
             "folder, and 'rightspack build' there makes what is missing\n"),
           shard.number, shard.count);
}

static void
print_results(const Batch *batch)
{
    if (batch->options->json) {
        for (int i = 0; i < batch->jobs->count; i++)
            print_json(batch, i);
        return;
    }
    if (batch->options->quiet)
        return;
    print_leaflets(batch);
    if (batch->made == NULL)
        return;
    if (batch->options->shard.count > 0) {
        print_part(batch->options->shard);
        return;
    }
    print_how_to_print(batch);
    if (batch->order != NULL)
        order_print_papers(batch);
}

/* Reads the files back. */
static int
verify_made(const Batch *batch, const GPtrArray *paths)
{
    return verify_files((char *const *) paths->pdata, batch->project, batch->options);
}

/* Notes are for those who ask for them, and for those who get nothing else. */
static void
print_findings(const Batch *batch)
{
    if (batch->order != NULL && !batch->options->verbose && !batch->options->json) {
        order_print_findings(batch);
        return;
    }
    bool nothing = batch->jobs->count == 0 && batch->options->shard.count == 0;
    bool all = batch->options->verbose || batch->options->json || nothing;

    print_messages(batch, all ? SEVERITY_NOTE : SEVERITY_ERROR);
}

/* Why there is no plan: errors, where there are any, for among a hundred warnings nobody finds them. */
static void
print_obstacles(const Batch *batch)
{
    bool all =
        batch->options->verbose || batch->options->json || !diags_have_errors(batch->diags);

    print_messages(batch, all ? SEVERITY_NOTE : SEVERITY_ERROR);
    if (!all)
        print_warning_count(batch);
}

static int
make_all(Batch *batch)
{
    if (!batch_open(batch)) {
        print_messages(batch, SEVERITY_ERROR);
        return diags_exit_status(batch->diags);
    }
    batch_make(batch, batch->folder);

    g_autoptr(GPtrArray) paths = paths_of(batch);
    stages_enter(STAGE_NOTING);
    if (batch->order != NULL && batch->options->shard.count == 0)
        order_write_papers(batch); /* of a part there are none */
    batch_settle(batch);
    stages_enter(STAGE_OTHER);
    print_findings(batch);
    print_warning_count(batch);
    print_results(batch);

    if (batch->timings != NULL)
        timings_print(batch->timings, count_of(batch, OUTCOME_MADE), batch->options->json);

    int status = diags_exit_status(batch->diags);
    int failed = count_of(batch, OUTCOME_FAILED);
    if (failed > 0 && failed < batch->jobs->count)
        status = worse_exit_status(status, 4);
    if (batch->options->verify && paths->len > 1)
        status = worse_exit_status(status, verify_made(batch, paths));
    summary_print(batch, status);
    return status;
}

int
build_run(const Options *options)
{
    g_autoptr(Batch) batch = batch_new(options, UNNAMED_DEFAULTS);

    if (batch->jobs == NULL) {
        print_obstacles(batch);
        return diags_exit_status(batch->diags);
    }
    if (options->dry_run && batch->order != NULL)
        return order_dry_run(batch);
    if (options->dry_run) {
        print_findings(batch);
        print_results(batch);
        return diags_exit_status(batch->diags);
    }
    return make_all(batch);
}
