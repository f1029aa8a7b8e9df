/* `jobs`: what `build` would make, a leaflet a line, for those who spread the work themselves. */
#include "command/command.h"
#include "command/job_command.h"
#include "command/manifest.h"

/* Names of leaflets have no tab, and a command has none outside quotes. */
static void
print_line(const Batch *batch, const Job *job)
{
    g_autofree char *command = job_command(batch, job);

    printf("%s\t%s\n", job->name, command);
}

static JsonArray *
outputs_of(const Batch *batch, const Job *job)
{
    g_autofree const Output **outputs = jobs_outputs(batch->jobs, job);
    JsonArray *names = json_array_new();

    for (int i = 0; outputs[i] != NULL; i++)
        json_array_add_string_element(names, outputs[i]->name);
    return names;
}

static JsonArray *
arguments_of(const Batch *batch, const Job *job)
{
    g_auto(GStrv) words = job_arguments(batch, job);
    JsonArray *array = json_array_new();

    for (char **word = words; *word != NULL; word++)
        json_array_add_string_element(array, *word);
    return array;
}

static void
print_object(const Batch *batch, const Job *job)
{
    g_autoptr(JsonObject) object = json_object_new();
    g_autoptr(JsonNode) node = json_node_new(JSON_NODE_OBJECT);

    json_object_set_string_member(object, "leaflet", job->name);
    json_object_set_array_member(object, "outputs", outputs_of(batch, job));
    manifest_describe(object, job, NULL);
    if (job->paper != NULL)
        json_object_set_string_member(object, "paper", job->paper);
    json_object_set_array_member(object, "arguments", arguments_of(batch, job));
    json_node_set_object(node, object);

    g_autofree char *line = json_to_string(node, FALSE);
    printf("%s\n", line);
}

/* Lines go to programs: only what keeps them from being printed is told beside them. */
int
jobs_run(const Options *options)
{
    g_autoptr(Batch) batch = batch_new(options, UNNAMED_DEFAULTS);
    DiagStyle style = options_style(options, stderr);

    style.least = options->verbose || batch->jobs == NULL ? style.least : SEVERITY_ERROR;
    diags_print(batch->diags, stderr, style);
    for (int i = 0; batch->jobs != NULL && i < batch->jobs->count; i++)
        (options->json ? print_object : print_line)(batch, &batch->jobs->items[i]);
    return diags_exit_status(batch->diags);
}
