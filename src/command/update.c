#include "base/file.h"
#include "command/begin.h"
#include "command/command.h"
#include "command/locate.h"
#include "command/msgmerge.h"
#include "command/templates.h"
#include "command/update_print.h"
#include "translate/mend.h"
#include "translate/template.h"
#include "translate/translate.h"

#include <glib/gi18n.h>
#include <string.h>

static const Where nowhere = { NULL, 0, 0 };

typedef struct Update {
    const Options *options;
    const Project *project;
    const GPtrArray *templates;
    Diags *diags;
} Update;

/* --- one file ----------------------------------------------------------------------------- */

/* What is there of the translation: in the project, else in the installed data, else nothing yet. */
static GBytes *
read_translation(const Update *update, const Locale *locale, const char *domain)
{
    g_autofree char *path = catalog_find_file(update->project, locale, domain);
    g_autoptr(GError) error = NULL;
    char *text;
    gsize length;
    GBytes *bytes = NULL;

    if (path == NULL)
        bytes = template_begin(locale, domain, &error);
    else if (g_file_get_contents(path, &text, &length, &error))
        bytes = g_bytes_new_take(text, length);
    if (bytes == NULL)
        diag_add(update->diags, DIAG_UNREADABLE_FILE, (Where){ path, 0, 0 }, "%s",
                 error->message);
    return bytes;
}

static Merged *
merge(const Update *update, const char *path, GBytes *bytes, const Locale *locale,
      const Template *template)
{
    g_autoptr(GBytes) mended = mend_file(path, bytes, locale, update->diags);
    g_autoptr(GError) error = NULL;

    if (mended == NULL)
        return NULL;
    g_autoptr(GBytes) merged = msgmerge_run(mended, template->bytes, &error);
    if (merged == NULL) {
        diag_add(update->diags, DIAG_PO_NOT_MERGED, (Where){ path, 0, 0 }, "%s", error->message);
        return NULL;
    }
    return merged_compare(path, mended, merged, update->diags);
}

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
    g_autoptr(GBytes) bytes = read_translation(update, locale, template->domain);
    g_autoptr(Merged) merged =
        bytes != NULL ? merge(update, path, bytes, locale, template) : NULL;
    UpdateState state =
        merged != NULL ? write_merged(update, path, bytes, merged->bytes) : UPDATE_LEFT_ALONE;

    update_print(path, state, merged, update->options);
}

/* --- one language ------------------------------------------------------------------------- */

/* True for the language that a pack, or every pack, is written in. */
static bool
is_source(const Project *project, const Locale *locale, const char *domain)
{
    const Pack *pack = project_find_pack(project, domain);

    if (pack != NULL)
        return pack->source_locale == locale;
    for (int i = 0; i < project->packs.count; i++)
        if (project->packs.items[i].source_locale != locale)
            return false;
    return true;
}

static bool
has_own_file(const Project *project, const Locale *locale, const char *domain)
{
    g_autofree char *rest = g_strdup_printf("locales/%s/%s.po", locale->tag, domain);
    g_autofree char *path = locate_in_project(project, rest);

    return g_file_test(path, G_FILE_TEST_EXISTS);
}

/* A derived language is made letter by letter: it has files only where somebody wants it otherwise. */
static bool
has_translation(const Project *project, const Locale *locale, const char *domain)
{
    if (locale->derived_from != NULL)
        return has_own_file(project, locale, domain);
    return !is_source(project, locale, domain);
}

static void
update_locale(const Update *update, const Locale *locale)
{
    int files = 0;

    for (guint i = 0; i < update->templates->len; i++) {
        const Template *template = update->templates->pdata[i];

        if (!has_translation(update->project, locale, template->domain))
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

static bool
tools_are_there(Diags *diags)
{
    g_autofree char *msgmerge = msgmerge_find();

    if (msgmerge == NULL)
        diag_add(diags, DIAG_GETTEXT_MISSING, nowhere,
                 "the program msgmerge of the package gettext is not installed");
    return msgmerge != NULL;
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

    if (tools_are_there(diags))
        project = begin_languages(options, diags);
    if (project != NULL && !diags_have_errors(diags))
        update_project(options, project, diags);
    diags_print(diags, stderr, options_style(options, stderr));
    return diags_exit_status(diags);
}
