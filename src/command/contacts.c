/* `contacts`: whom to call to check a number, and that a call was made. */
#include "base/nearest.h"
#include "command/calls.h"
#include "command/command.h"
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

static void
report_unknown(const char *word, Diags *diags)
{
    const char *names[G_N_ELEMENTS(deeds)];

    for (size_t i = 0; i < G_N_ELEMENTS(deeds); i++)
        names[i] = deeds[i].name;

    const char *nearest =
        word != NULL ? nearest_name(word, names, (int) G_N_ELEMENTS(deeds)) : NULL;
    if (nearest != NULL)
        diag_add(diags, DIAG_USAGE, command_line,
                 "'contacts' cannot do '%s'; did you mean '%s'?", word, nearest);
    else
        diag_add(diags, DIAG_USAGE, command_line,
                 "say what to do: 'contacts due' lists whom to call, 'contacts verified ID' notes "
                 "a call");
}

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
    const char *word = options->words[0];

    for (size_t i = 0; word != NULL && i < G_N_ELEMENTS(deeds); i++)
        if (strcmp(deeds[i].name, word) == 0)
            return suits(&deeds[i], options, diags) ? &deeds[i] : NULL;
    report_unknown(word, diags);
    return NULL;
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
