#include "command/summary.h"

#include "command/job_command.h"

#include <glib/gi18n.h>
#include <string.h>

/* --- one that was not made ----------------------------------------------------------------- */

/* When the run was stopped: it may be as good as the others. */
static bool
was_tried(const Batch *batch, int job)
{
    return batch->made->pdata[job] != NULL || batch->lost[job] != NULL;
}

/* Of its errors, each code once. */
static GPtrArray *
reasons_of(const Batch *batch, int job)
{
    const Made *made = batch->made->pdata[job];
    GPtrArray *names = g_ptr_array_new();

    if (!was_tried(batch, job))
        g_ptr_array_add(names, (void *) diag_info(DIAG_INTERRUPTED)->name);
    if (batch->lost[job] != NULL)
        g_ptr_array_add(names, (void *) batch->lost[job]);
    for (unsigned i = 0; made != NULL && i < diags_count(made->diags); i++) {
        const Diag *diag = diags_find(made->diags, i);
        const char *name = diag_info(diag->code)->name;

        if (diag->severity == SEVERITY_ERROR && !g_ptr_array_find(names, name, NULL))
            g_ptr_array_add(names, (void *) name);
    }
    return names;
}

static bool
was_just_written(const Made *made, const char *name)
{
    for (unsigned i = 0; made != NULL && i < made->files->len; i++)
        if (strcmp(g_array_index(made->files, MadeFile, i).name, name) == 0)
            return true;
    return false;
}

static bool
add_if_there(GPtrArray *paths, const Batch *batch, int job, const char *rest)
{
    g_autofree char *name = g_strconcat(batch->jobs->items[job].name, rest, NULL);
    char *path = g_build_filename(batch->folder, name, NULL);

    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
        g_free(path);
        return false;
    }
    if (was_just_written(batch->made->pdata[job], name))
        g_free(path);
    else
        g_ptr_array_add(paths, path);
    return true;
}

/* Files that an earlier run has left of it: they are not thrown away, for they may be the last good ones, but nobody
 * must take them for what was wanted now. */
static GPtrArray *
older_files(const Batch *batch, int job)
{
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
    g_autofree const Output **outputs = jobs_outputs(batch->jobs, &batch->jobs->items[job]);

    for (int i = 0; outputs[i] != NULL; i++) {
        bool there = outputs[i]->folder == NULL;

        if (there)
            add_if_there(paths, batch, job, outputs[i]->suffix);
        for (int page = 1; there; page++) {
            g_autofree char *rest = output_page_suffix(outputs[i], page);

            there = add_if_there(paths, batch, job, rest);
        }
    }
    return paths;
}

static void
print_failure(const Batch *batch, int job)
{
    g_autoptr(GPtrArray) reasons = reasons_of(batch, job);
    g_autoptr(GPtrArray) older = older_files(batch, job);
    g_autofree char *command = job_command(batch, &batch->jobs->items[job]);

    g_ptr_array_add(reasons, NULL);
    g_autofree char *codes = g_strjoinv(", ", (char **) reasons->pdata);
    g_autofree char *name = g_strdup_printf("%s (%s)", batch->jobs->items[job].name, codes);
    fprintf(stderr, _("not made: %s\n"), name);
    for (guint i = 0; i < older->len; i++)
        fprintf(stderr, _("  still there from an earlier run, do not hand it out: %s\n"),
                (const char *) older->pdata[i]);
    fprintf(stderr, "  %s\n", command);
}

static JsonArray *
array_of(const GPtrArray *words)
{
    JsonArray *array = json_array_new();

    for (guint i = 0; i < words->len; i++)
        json_array_add_string_element(array, words->pdata[i]);
    return array;
}

void
summary_describe(JsonObject *object, const Batch *batch, int job)
{
    if (batch->made == NULL || batch_outcome(batch, job) != OUTCOME_FAILED)
        return;
    g_autoptr(GPtrArray) reasons = reasons_of(batch, job);
    g_autoptr(GPtrArray) older = older_files(batch, job);
    g_autofree char *command = job_command(batch, &batch->jobs->items[job]);

    json_object_set_array_member(object, "failed", array_of(reasons));
    json_object_set_string_member(object, "command", command);
    if (older->len > 0)
        json_object_set_array_member(object, "outdated", array_of(older));
}

/* --- all together -------------------------------------------------------------------------- */

typedef enum Count { COUNT_MADE, COUNT_KEPT, COUNT_FAILED, COUNT_UNDONE, COUNTS } Count;

static const struct {
    const char *name; /* for programs */
    const char *words;
} counted[] = {
    [COUNT_MADE] = { "made", N_("made %d") },
    [COUNT_KEPT] = { "unchanged", N_("unchanged %d") },
    [COUNT_FAILED] = { "failed", N_("failed %d") },
    [COUNT_UNDONE] = { "undone", N_("left undone %d") },
};

static void
count_all(const Batch *batch, int counts[static COUNTS])
{
    static const Count of[] = {
        [OUTCOME_MADE] = COUNT_MADE, [OUTCOME_KEPT] = COUNT_KEPT, [OUTCOME_FAILED] = COUNT_FAILED
    };

    for (int i = 0; i < batch->jobs->count; i++) {
        Count count = of[batch_outcome(batch, i)];

        counts[count == COUNT_FAILED && !was_tried(batch, i) ? COUNT_UNDONE : count]++;
    }
}

static void
print_counts(const int counts[static COUNTS])
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (int i = 0; i < COUNTS; i++) {
        if (counts[i] == 0)
            continue;
        g_string_append(text, text->len > 0 ? ", " : "");
        g_string_append_printf(text, _(counted[i].words), counts[i]);
    }
    if (text->len > 0)
        printf(_("Leaflets: %s\n"), text->str);
}

static void
print_json(const Batch *batch, const int counts[static COUNTS], int status)
{
    g_autoptr(JsonObject) line = json_object_new();
    g_autoptr(JsonNode) root = json_node_new(JSON_NODE_OBJECT);
    JsonObject *object = json_object_new();

    json_object_set_int_member(object, "leaflets", batch->jobs->count);
    for (int i = 0; i < COUNTS; i++)
        json_object_set_int_member(object, counted[i].name, counts[i]);
    json_object_set_int_member(object, "status", status);
    json_object_set_object_member(line, "summary", object);
    json_node_set_object(root, line);

    g_autofree char *text = json_to_string(root, FALSE);
    printf("%s\n", text);
}

/* On a terminal, what was said to either stream stands in the order of time. */
void
summary_print(const Batch *batch, int status)
{
    int counts[COUNTS] = { 0 };

    count_all(batch, counts);
    if (batch->options->json) {
        print_json(batch, counts, status);
        return;
    }
    fflush(stdout);
    for (int i = 0; i < batch->jobs->count; i++)
        if (batch_outcome(batch, i) == OUTCOME_FAILED && was_tried(batch, i))
            print_failure(batch, i);
    if (!batch->options->quiet)
        print_counts(counts);
}
