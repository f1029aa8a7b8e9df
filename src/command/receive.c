/* Takes back what a translator was handed: all of it, or with one fault nothing. */
#include "base/file.h"
#include "command/command.h"
#include "command/locate.h"
#include "command/msgmerge.h"
#include "command/parcel.h"
#include "command/receive_print.h"
#include "command/return.h"
#include "command/templates.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

static const Where command_line = { NULL, 0, 0 };

/* --- looking ------------------------------------------------------------------------------ */

static void
free_return(void *item)
{
    return_free(item);
}

/* Two files of one parcel that would go into the same place. */
static void
check_twice(const GPtrArray *parcel, const GPtrArray *found, Diags *diags)
{
    for (guint i = 0; i < found->len; i++)
        for (guint k = 0; k < i; k++) {
            const Return *one = found->pdata[k], *other = found->pdata[i];
            const NamedBytes *first = parcel->pdata[k], *second = parcel->pdata[i];

            if (one->path != NULL && g_strcmp0(one->path, other->path) == 0)
                diag_add(diags, DIAG_PO_STRANGER, (Where){ second->name, 1, 0 },
                         N_("this is the same translation as '%s'; receive one of the two"),
                         first->name);
        }
}

static GPtrArray *
look_at(const ReturnPlan *plan, const GPtrArray *parcel, Diags *diags)
{
    GPtrArray *found = g_ptr_array_new_with_free_func(free_return);

    for (guint i = 0; i < parcel->len; i++) {
        const NamedBytes *file = parcel->pdata[i];

        g_ptr_array_add(found, return_new(plan, file->name, file->bytes, diags));
    }
    check_twice(parcel, found, diags);
    return found;
}

/* --- writing ------------------------------------------------------------------------------ */

/* A file that is being replaced. */
typedef struct Replaced {
    const char *path;
    char *had; /* what was in it; NULL: it was not there */
    gsize length;
} Replaced;

static void
clear_replaced(void *item)
{
    g_free(((Replaced *) item)->had);
}

/* Puts the files back as they were. */
static void
undo(const GArray *replaced)
{
    for (guint i = 0; i < replaced->len; i++) {
        const Replaced *one = &g_array_index(replaced, Replaced, i);

        if (one->had == NULL) {
            g_unlink(one->path);
            continue;
        }
        g_autoptr(GBytes) bytes = g_bytes_new(one->had, one->length);
        file_write(one->path, bytes, NULL);
    }
}

static bool
replace(const Return *found, GArray *replaced, Diags *diags)
{
    Replaced one = { .path = found->path };
    g_autoptr(GError) error = NULL;

    g_file_get_contents(found->path, &one.had, &one.length, NULL);
    if (file_write(found->path, found->returned->bytes, &error)) {
        g_array_append_val(replaced, one);
        return true;
    }
    g_free(one.had);
    diag_add(diags, DIAG_CANNOT_WRITE, (Where){ found->path, 0, 0 }, "%s", error->message);
    return false;
}

/* All of them, or none. */
static void
write_all(const GPtrArray *found, Diags *diags)
{
    g_autoptr(GArray) replaced = g_array_new(FALSE, FALSE, sizeof(Replaced));
    bool written = true;

    g_array_set_clear_func(replaced, clear_replaced);
    for (guint i = 0; written && i < found->len; i++) {
        const Return *one = found->pdata[i];

        written = !one->returned->differs || replace(one, replaced, diags);
    }
    if (!written)
        undo(replaced);
}

/* --- telling ------------------------------------------------------------------------------ */

static ReceiveState
state_of(const Return *found, const Diags *diags)
{
    if (diags_have_errors(diags))
        return RECEIVE_REFUSED;
    return found->returned->differs ? RECEIVE_TAKEN : RECEIVE_AS_IT_WAS;
}

static void
print_all(const GPtrArray *parcel, const GPtrArray *found, const Options *options,
          const Diags *diags)
{
    for (guint i = 0; i < found->len; i++) {
        const NamedBytes *file = parcel->pdata[i];
        const Return *one = found->pdata[i];

        receive_print(file->name, one->path, state_of(one, diags), one->returned, options);
    }
    if (diags_have_errors(diags) && !options->quiet && !options->json)
        printf(_("nothing was taken: with one fault all stays as it was\n"));
}

/* --- the whole ---------------------------------------------------------------------------- */

static void
receive(const Project *project, const GPtrArray *parcel, const Options *options, Diags *diags)
{
    g_autoptr(Messages) messages = messages_new(project);
    g_autoptr(GPtrArray) templates = templates_make(messages, diags);
    g_autoptr(GPtrArray) domains = return_domains(templates);
    const ReturnPlan plan = { project, templates, domains,
                              options->theirs ? PREFER_THEIRS
                              : options->ours ? PREFER_OURS
                                              : PREFER_NEITHER };
    g_autoptr(GPtrArray) found = look_at(&plan, parcel, diags);

    if (!diags_have_errors(diags) && !options->dry_run)
        write_all(found, diags);
    print_all(parcel, found, options, diags);
}

static bool
is_understood(const Options *options, Diags *diags)
{
    if (options->words[0] == NULL || options->words[1] != NULL)
        diag_add(diags, DIAG_USAGE, command_line,
                 "say what came back, as in 'rightspack receive handoff-hu.zip'");
    if (options->ours && options->theirs)
        diag_add(diags, DIAG_USAGE, command_line, "--ours and --theirs exclude each other");
    return !diags_have_errors(diags);
}

int
receive_run(const Options *options)
{
    g_autoptr(Diags) diags = diags_new();
    g_autoptr(Project) project = NULL;
    g_autoptr(GPtrArray) parcel = NULL;

    if (is_understood(options, diags) && msgmerge_is_there(diags))
        project = locate_project(options->project, diags);
    if (project != NULL && !diags_have_errors(diags))
        parcel = parcel_open(options->words[0], diags);
    if (parcel != NULL)
        receive(project, parcel, options, diags);
    diags_print(diags, stderr, options_style(options, stderr));
    return diags_exit_status(diags);
}
