#include "command/command.h"
#include "command/manifest.h"
#include "command/batch.h"
#include "command/order.h"

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
count_made(const Batch *batch)
{
    int count = 0;

    for (int i = 0; i < batch->jobs->count; i++)
        count += has_files(batch->made->pdata[i]);
    return count;
}

/* Leaflets with errors; of those whose worker was lost, a message has told already. */
static void
print_not_made(const Batch *batch)
{
    for (int i = 0; i < batch->jobs->count; i++) {
        const Made *made = batch->made->pdata[i];

        if (!batch->options->json && made != NULL && !has_files(made))
            fprintf(stderr, _("not made: %s\n"), batch->jobs->items[i].name);
    }
}

/* One object a leaflet, made or not, or yet to be made. */
static void
print_json(const Batch *batch, int index)
{
    const Job *job = &batch->jobs->items[index];
    const Made *made = batch->made != NULL ? batch->made->pdata[index] : NULL;
    g_autoptr(JsonObject) object = json_object_new();
    g_autoptr(JsonNode) node = json_node_new(JSON_NODE_OBJECT);
    JsonArray *files = json_array_new();

    for (unsigned i = 0; made != NULL && i < made->files->len; i++) {
        g_autofree char *path =
            g_build_filename(batch->folder, g_array_index(made->files, MadeFile, i).name, NULL);

        json_array_add_string_element(files, path);
    }
    json_object_set_string_member(object, "leaflet", job->name);
    json_object_set_boolean_member(object, "made", has_files(made));
    json_object_set_array_member(object, "files", files);
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

/* Once for each format there is a leaflet of. */
static void
print_how_to_print(const Batch *batch)
{
    static const char *const how[] = {
        [FLIP_NONE] = N_("%s: print at 100 %%, one side\n"),
        [FLIP_SHORT] = N_("%s: print at 100 %%, both sides, flip on the short edge\n"),
        [FLIP_LONG] = N_("%s: print at 100 %%, both sides, flip on the long edge\n"),
    };
    g_autoptr(GPtrArray) said = g_ptr_array_new();

    for (int i = 0; i < batch->jobs->count; i++) {
        const Format *format = batch->jobs->items[i].variant.format;

        if (!has_files(batch->made->pdata[i]) || g_ptr_array_find(said, format, NULL))
            continue;
        g_ptr_array_add(said, (void *) format);
        printf(_(how[format->flip]), format->id);
    }
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
    if (batch->made != NULL && batch->order == NULL) /* job sheets say it there */
        print_how_to_print(batch);
    if (batch->made != NULL && batch->order != NULL && count_made(batch) > 0)
        order_print_papers(batch);
}

/* Reads the files just made back. */
static int
verify_made(const Batch *batch)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);

    for (int i = 0; i < batch->jobs->count; i++) {
        const Made *made = batch->made->pdata[i];

        for (unsigned k = 0; has_files(made) && k < made->files->len; k++)
            g_ptr_array_add(
                paths, g_build_filename(batch->folder,
                                        g_array_index(made->files, MadeFile, k).name, NULL));
    }
    g_ptr_array_add(paths, NULL);
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
    bool all = batch->options->verbose || batch->options->json || batch->jobs->count == 0;

    print_messages(batch, all ? SEVERITY_NOTE : SEVERITY_ERROR);
}

static int
make_all(Batch *batch)
{
    batch_make(batch, batch->folder);

    int made = count_made(batch);
    if (made > 0)
        manifest_update(batch->folder, batch->jobs, batch->made, batch->diags);
    if (made > 0 && batch->order != NULL)
        order_write_papers(batch);
    print_findings(batch);
    print_warning_count(batch);
    print_not_made(batch);
    print_results(batch);

    int status = diags_exit_status(batch->diags);
    bool partly = made > 0 && made < batch->jobs->count;
    if (partly)
        status = worse_exit_status(status, 4);
    if (batch->options->verify && made > 0)
        status = worse_exit_status(status, verify_made(batch));
    return status;
}

int
build_run(const Options *options)
{
    g_autoptr(Batch) batch = batch_new(options, UNNAMED_DEFAULTS);

    if (batch->jobs == NULL) {
        print_messages(batch, SEVERITY_NOTE);
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
