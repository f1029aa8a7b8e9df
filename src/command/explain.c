#include "base/nearest.h"
#include "command/command.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

static const Where command_line = { NULL, 0, 0 };

static const char *
nearest_code(const char *name)
{
    const char *names[DIAG_CODE_COUNT];

    for (int i = 0; i < DIAG_CODE_COUNT; i++)
        names[i] = diag_info((DiagCode) i)->name;
    return nearest_name(name, names, DIAG_CODE_COUNT);
}

static void
print_json(const DiagInfo *about)
{
    g_autoptr(JsonObject) object = json_object_new();
    g_autoptr(JsonNode) node = json_node_new(JSON_NODE_OBJECT);

    json_object_set_string_member(object, "code", about->name);
    json_object_set_string_member(object, "severity", severity_name(about->severity));
    json_object_set_int_member(object, "status", about->exit_status);
    json_object_set_string_member(object, "meaning", about->meaning);
    json_object_set_string_member(object, "remedy", about->remedy);
    json_object_set_string_member(object, "example", about->example);
    if (diag_source(about->code) != NULL)
        json_object_set_string_member(object, "source", diag_source(about->code));
    else
        json_object_set_null_member(object, "source");
    json_node_set_object(node, object);

    g_autofree char *line = json_to_string(node, FALSE);
    printf("%s\n", line);
}

static void
print_whole(const DiagInfo *about)
{
    printf(_("%s (%s, exit status %d)\n\n%s\n\nWhat to do: %s\n\nExample:\n  %s\n"),
           about->name, _(severity_name(about->severity)), about->exit_status,
           _(about->meaning), _(about->remedy), about->example);
    if (diag_source(about->code) != NULL)
        printf(_("\nSource: %s\n"), diag_source(about->code));
}

static void
print_line(const DiagInfo *about)
{
    printf("%-22s  %s\n", about->name, _(about->remedy));
}

static void
print_all(const Options *options)
{
    for (int i = 0; i < DIAG_CODE_COUNT; i++) {
        if (options->json)
            print_json(diag_info((DiagCode) i));
        else
            print_line(diag_info((DiagCode) i));
    }
}

static void
report_unknown(const char *name, Diags *diags)
{
    const char *nearest = nearest_code(name);

    if (nearest != NULL)
        diag_add(diags, DIAG_USAGE, command_line,
                 "no message has the code '%s'; did you mean '%s'?", name, nearest);
    else
        diag_add(diags, DIAG_USAGE, command_line,
                 "no message has the code '%s'; 'rightspack explain' lists all", name);
}

int
explain_run(const Options *options)
{
    g_autoptr(Diags) diags = diags_new();

    if (options->words[0] == NULL)
        print_all(options);
    for (int i = 0; options->words[i] != NULL; i++) {
        const DiagInfo *about = diag_info_find(options->words[i]);

        if (about == NULL)
            report_unknown(options->words[i], diags);
        else if (options->json)
            print_json(about);
        else
            print_whole(about);
    }
    diags_print(diags, stderr, options_style(options, stderr));
    return diags_exit_status(diags);
}
