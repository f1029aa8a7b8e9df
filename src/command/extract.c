#include "command/command.h"
#include "command/locate.h"
#include "command/templates.h"

int
extract_run(const Options *options)
{
    g_autoptr(Diags) diags = diags_new();
    g_autoptr(Project) project = locate_project(options->project, diags);

    if (project != NULL && !diags_have_errors(diags)) {
        g_autoptr(Messages) messages = messages_new(project);
        g_autoptr(GPtrArray) templates = templates_write(messages, diags);

        templates_print(templates, options);
    }
    diags_print(diags, stderr, options_style(options, stderr));
    return diags_exit_status(diags);
}
