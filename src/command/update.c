#include "base/file.h"
#include "command/begin.h"
#include "command/command.h"
#include "command/current.h"
#include "command/locate.h"
#include "command/msgmerge.h"
#include "command/templates.h"
#include "command/update_print.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct Update {
    const Options *options;
    const Project *project;
    const GPtrArray *templates;
    Diags *diags;
} Update;

/* --- one file ----------------------------------------------------------------------------- */

static UpdateState
write_merged(const Update *update, const char *path, GBytes *old, GBytes *merged)
{
    g_autoptr(GError) error = NULL;

    if (g_bytes_equal(old, merged) && g_file_test(path, G_FILE_TEST_EXISTS))
        return UPDATE_AS_IT_WAS;
    if (file_write(path, merged, &error))
        return UPDATE_WRITTEN;
    diag_add(update->diags, DIAG_CANNOT_WRITE, (Where){ path, 0, 0 }, "%s", error->message);
    return UPDATE_LEFT_ALONE;
}

static void
update_file(const Update *update, const Locale *locale, const Template *template)
{
    g_autofree char *rest = g_strdup_printf("locales/%s/%s.po", locale->tag, template->domain);
    g_autofree char *path = locate_in_project(update->project, rest);
    g_autoptr(GBytes) bytes =
        current_read(update->project, locale, template->domain, update->diags);
    g_autoptr(Merged) merged =
        bytes != NULL ? current_merge(path, bytes, locale, template->bytes, update->diags)
                      : NULL;
    UpdateState state =
        merged != NULL ? write_merged(update, path, bytes, merged->bytes) : UPDATE_LEFT_ALONE;

    update_print(path, state, merged, update->options);
}

/* --- one language ------------------------------------------------------------------------- */

static void
update_locale(const Update *update, const Locale *locale)
{
    int files = 0;

    for (guint i = 0; i < update->templates->len; i++) {
        const Template *template = update->templates->pdata[i];

        if (!current_is_wanted(update->project, locale, template->domain))
            continue;
        update_file(update, locale, template);
        files++;
    }
    if (files > 0 || update->options->words[0] == NULL || update->options->quiet)
        return;
    if (locale->derived_from != NULL)
        printf(_("%s is made from %s letter by letter: there is nothing to translate\n"),
               locale->tag, locale->derived_from->tag);
    else
        printf(_("%s is the language that the texts are written in\n"), locale->tag);
}

/* --- all of them -------------------------------------------------------------------------- */

/* Languages whose profile the project has itself; of the installed ones those it has begun. */
static bool
is_own(const Update *update, const Locale *locale)
{
    g_autofree char *rest = g_build_filename("locales", locale->tag, NULL);
    g_autofree char *folder = locate_in_project(update->project, rest);

    return g_file_test(folder, G_FILE_TEST_IS_DIR);
}

static bool
is_asked(const Update *update, const Locale *locale)
{
    char *const *words = update->options->words;

    if (words[0] == NULL)
        return is_own(update, locale);
    return g_strv_contains((const char *const *) words, locale->tag);
}

static void
update_all(const Update *update)
{
    const Project *project = update->project;

    for (int i = 0; i < project->locales.count; i++)
        if (is_asked(update, &project->locales.items[i]))
            update_locale(update, &project->locales.items[i]);
}

static void
update_project(const Options *options, const Project *project, Diags *diags)
{
    g_autoptr(Messages) messages = messages_new(project);
    g_autoptr(GPtrArray) templates = templates_write(messages, diags);
    const Update update = { options, project, templates, diags };

    templates_print(templates, options);
    update_all(&update);
}

int
update_run(const Options *options)
{
    g_autoptr(Diags) diags = diags_new();
    g_autoptr(Project) project = NULL;

    if (msgmerge_is_there(diags))
        project = begin_languages(options, diags);
    if (project != NULL && !diags_have_errors(diags))
        update_project(options, project, diags);
    diags_print(diags, stderr, options_style(options, stderr));
    return diags_exit_status(diags);
}
