#include "command/job_command.h"

#include <string.h>

static const char default_folder[] = "out";

/* Only what is not as it would be anyway. */
static void
add(GPtrArray *words, const char *option, const char *value)
{
    if (value != NULL)
        g_ptr_array_add(words, g_strdup_printf("--%s=%s", option, value));
}

static void
add_number(GPtrArray *words, const char *option, double number, double usual)
{
    g_autofree char *text = g_strdup_printf("%g", number);

    add(words, option, number == usual ? NULL : text);
}

static void
add_if(GPtrArray *words, const char *flag, bool wanted)
{
    if (wanted)
        g_ptr_array_add(words, g_strdup(flag));
}

static char *
names_of_outputs(const Jobs *jobs, const Job *job)
{
    g_autofree const Output **outputs = jobs_outputs(jobs, job);
    GString *names = g_string_new(NULL);

    for (int i = 0; outputs[i] != NULL; i++)
        g_string_append_printf(names, "%s%s", i > 0 ? "," : "", outputs[i]->name);
    return g_string_free(names, FALSE);
}

static void
add_choice(GPtrArray *words, const Batch *batch, const Job *job)
{
    const Variant *variant = &job->variant;
    g_autofree char *locales = variant_locales(variant);
    g_autofree char *outputs = names_of_outputs(batch->jobs, job);

    g_ptr_array_add(words, g_strdup(variant->pack->id));
    for (char **word = batch->options->pseudo_words; word != NULL && *word != NULL; word++)
        add(words, "pseudo", *word);
    add(words, "locale", locales);
    add(words, "audience", variant->audience->id);
    add(words, "format", variant->format->id);
    add_number(words, "size", variant->size, 0);
    add_if(words, "--discreet", variant->discreet);
    add_if(words, "--release", variant->release);
    add(words, "output", outputs);
    add_number(words, "copies", job->copies, 0);
}

/* Alone, a format that does not know these sheets would be asked for the impossible. */
static const char *
paper_of(const Options *options, const Format *format)
{
    const Paper *paper =
        options->paper != NULL ? format_find_paper(format, options->paper) : NULL;

    return paper != NULL && strcmp(paper->name, options->paper) == 0 ? paper->name : NULL;
}

static void
add_settings(GPtrArray *words, const Batch *batch, const Job *job)
{
    const Options *options = batch->options;

    add(words, "icc", batch_profile_path(batch));
    add(words, "condition", options->condition);
    add_number(words, "dpi", options->dpi, OPTIONS_DPI);
    add(words, "paper", paper_of(options, job->variant.format));
    add_number(words, "thickness", options->thickness, 0);
    add_number(words, "limit", options->limit, OPTIONS_LIMIT);
    add_number(words, "memory", options->memory, OPTIONS_MEMORY);
    add(words, "today", options->today_text);
    add(words, "project", options->project);
    add(words, "out", strcmp(batch->folder, default_folder) == 0 ? NULL : batch->folder);
}

char **
job_arguments(const Batch *batch, const Job *job)
{
    GPtrArray *words = g_ptr_array_new();

    g_ptr_array_add(words, g_strdup("build"));
    add_choice(words, batch, job);
    add_settings(words, batch, job);
    g_ptr_array_add(words, NULL);
    return (char **) g_ptr_array_free(words, FALSE);
}

/* Quotes only where a shell would see more in it than letters. */
static void
append_word(GString *line, const char *word)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "-_=+,./:@%";

    g_string_append_c(line, ' ');
    if (*word != '\0' && word[strspn(word, plain)] == '\0') {
        g_string_append(line, word);
        return;
    }
    g_autofree char *quoted = g_shell_quote(word);
    g_string_append(line, quoted);
}

char *
job_command(const Batch *batch, const Job *job)
{
    g_auto(GStrv) words = job_arguments(batch, job);
    GString *line = g_string_new("rightspack");

    for (char **word = words; *word != NULL; word++)
        append_word(line, *word);
    return g_string_free(line, FALSE);
}
