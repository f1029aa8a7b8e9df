/* `contacts`: whom to call to check a number, and that a call was made. */
#include "command/calls.h"
#include "command/command.h"
#include "command/deed.h"
#include "command/locate.h"
#include "command/verified.h"

#include <glib/gi18n.h>
#include <string.h>

enum { USUAL_DAYS = 30, MOST_DAYS = 3650 };

static const Where command_line = { NULL, 0, 0 };

static void
due(const Project *project, char *const *words, const Options *options, Diags *diags)
{
    int days = options->days < 0 ? USUAL_DAYS : options->days;

    if (words[0] != NULL) {
        diag_add(diags, DIAG_USAGE, command_line, "'due' takes no names; '%s' is too much",
                 words[0]);
        return;
    }
    g_autoptr(GPtrArray) calls = calls_due(project, days, options);
    calls_print(calls, project, options);
}

/* One row a word that may follow `contacts`. To add one: its function above, its row here. */
static const struct Deed {
    const char *name;
    void (*run)(const Project *project, char *const *words, const Options *options,
                Diags *diags);
    bool takes_days, takes_call, takes_csv;
} deeds[] = {
    { "due", due, true, false, true },
    { "verified", contacts_verified, false, true, false },
};

static const char *const usage =
    N_("say what to do: 'contacts due' lists whom to call, 'contacts verified ID' notes a call");

static bool
suits(const struct Deed *deed, const Options *options, Diags *diags)
{
    bool call = options->on != NULL || options->by != NULL;

    if (options->days > MOST_DAYS || options->days < -1)
        diag_add(diags, DIAG_USAGE, command_line, "%s is %d; it must be from %d to %d",
                 "--days", options->days, 0, MOST_DAYS);
    else if (options->days >= 0 && !deed->takes_days)
        diag_add(diags, DIAG_USAGE, command_line, "'--%s' is not for 'contacts %s'", "days",
                 deed->name);
    else if (call && !deed->takes_call)
        diag_add(diags, DIAG_USAGE, command_line, "'--%s' is not for 'contacts %s'",
                 options->on != NULL ? "on" : "by", deed->name);
    else if (options->csv && !deed->takes_csv)
        diag_add(diags, DIAG_USAGE, command_line, "'--%s' is not for 'contacts %s'", "csv",
                 deed->name);
    else
        return true;
    return false;
}

static const struct Deed *
find_deed(const Options *options, Diags *diags)
{
    int deed = deed_find("contacts", options->words[0], deeds, G_N_ELEMENTS(deeds),
                         sizeof deeds[0], usage, diags);

    return deed >= 0 && suits(&deeds[deed], options, diags) ? &deeds[deed] : NULL;
}

int
contacts_run(const Options *options)
{
    g_autoptr(Diags) diags = diags_new();
    const struct Deed *deed = find_deed(options, diags);
    g_autoptr(Project) project = deed != NULL ? locate_project(options->project, diags) : NULL;

    if (project != NULL && !diags_have_errors(diags))
        deed->run(project, options->words + 1, options, diags);
    diags_print(diags, stderr, options_style(options, stderr));
    return diags_exit_status(diags);
}
