#include "command/command.h"
#include "command/inspect.h"
#include "command/locate.h"

#include <glib/gi18n.h>

static const Where command_line = { NULL, 0, 0 };

static void
print_summary(const Diags *diags, unsigned files)
{
    unsigned errors = diags_count_severity(diags, SEVERITY_ERROR);
    unsigned warnings = diags_count_severity(diags, SEVERITY_WARNING);

    printf(ngettext("%u file read back", "%u files read back", files), files);
    printf(ngettext(": %u error", ": %u errors", errors), errors);
    printf(ngettext(", %u warning\n", ", %u warnings\n", warnings), warnings);
}

int
verify_files(char *const *words, const Project *project, const Options *options)
{
    g_autoptr(Diags) diags = diags_new();
    g_autoptr(GArray) targets = targets_find(words, project, diags);

    inspect_targets(targets, project, options, diags);
    diags_print(diags, stdout, options_style(options, stdout));
    if (!options->quiet && !options->json)
        print_summary(diags, targets->len);
    return diags_exit_status(diags);
}

int
verify_run(const Options *options)
{
    g_autoptr(Diags) diags = diags_new();
    g_autoptr(Project) project = NULL;

    if (options->words[0] == NULL)
        diag_add(diags, DIAG_USAGE, command_line,
                 "'verify' needs the name of a finished file, or of a folder of them");
    else
        project = locate_project_with(options->project, options->pseudos, diags);
    if (project == NULL || diags_have_errors(diags)) {
        diags_print(diags, stderr, options_style(options, stderr));
        return diags_exit_status(diags);
    }
    return verify_files(options->words, project, options);
}
