#include "command/begin.h"

#include "base/file.h"
#include "base/nearest.h"
#include "command/locate.h"
#include "translate/languages.h"

#include <glib/gi18n.h>
#include <string.h>

static const Where command_line = { NULL, 0, 0 };

/* The row of the table for @word, a tag or a BCP 47 code, in any case of letters. */
static const Language *
find_language(const char *word)
{
    const Language *found = language_find(word);

    for (const Language *one = language_all(); found == NULL && one->tag != NULL; one++)
        if (g_ascii_strcasecmp(one->lang, word) == 0 ||
            g_ascii_strcasecmp(one->english, word) == 0)
            found = one;
    return found;
}

static void
report_unknown_language(const char *word, Diags *diags)
{
    diag_add(
        diags, DIAG_UNKNOWN_LOCALE, command_line,
        "the program knows nothing of a language '%s'; write locales/%s/locale.yaml yourself, "
        "after the one of another language in the same script, then run "
        "'rightspack update %s'",
        word, word, word);
}

static void
write_profile(const Project *project, const Language *language, const Options *options,
              Diags *diags)
{
    g_autofree char *rest = g_strdup_printf("locales/%s/locale.yaml", language->tag);
    g_autofree char *path = locate_in_project(project, rest);
    char *text = language_profile(language);
    g_autoptr(GBytes) bytes = g_bytes_new_take(text, strlen(text));
    g_autoptr(GError) error = NULL;

    if (!file_write(path, bytes, &error))
        diag_add(diags, DIAG_CANNOT_WRITE, (Where){ path, 0, 0 }, "%s", error->message);
    else if (!options->quiet && !options->json)
        printf(_("%s: written, for %s (%s)\n"), path, language->english, language->autonym);
}

/* Puts the tag of the language in place of what was typed, so that the rest finds it. */
static void
begin_language(const Project *project, char **word, const Options *options, Diags *diags)
{
    const Language *language = find_language(*word);

    if (project_find_locale(project, *word) != NULL) {
        diag_add(diags, DIAG_USAGE, command_line,
                 "there is a language '%s' already; without --new its files are brought up to "
                 "date",
                 *word);
        return;
    }
    if (language == NULL) {
        report_unknown_language(*word, diags);
        return;
    }
    write_profile(project, language, options, diags);
    g_free(*word);
    *word = g_strdup(language->tag);
}

void
begin_report_missing(const Project *project, const char *word, Diags *diags)
{
    g_autoptr(GPtrArray) tags = g_ptr_array_new();
    const Language *language = find_language(word);

    for (int i = 0; i < project->locales.count; i++)
        g_ptr_array_add(tags, (void *) project->locales.items[i].tag);
    const char *nearest = nearest_name(word, (const char *const *) tags->pdata, (int) tags->len);
    if (language != NULL)
        diag_add(diags, DIAG_UNKNOWN_LOCALE, command_line,
                 "there is no language '%s' yet; 'rightspack update --new %s' begins %s (%s)",
                 word, language->tag, language->english, language->autonym);
    else if (nearest != NULL)
        diag_add(diags, DIAG_UNKNOWN_LOCALE, command_line,
                 "no locale is called '%s'; did you mean '%s'?", word, nearest);
    else
        report_unknown_language(word, diags);
}

/* Gives the project as it is with them, in place of @project. */
static Project *
begin_all(const Options *options, Project *project, Diags *diags)
{
    if (options->words[0] == NULL)
        diag_add(diags, DIAG_USAGE, command_line,
                 "say which language to begin, as in 'rightspack update --new hu'");
    for (char **word = options->words; *word != NULL; word++)
        begin_language(project, word, options, diags);
    if (diags_have_errors(diags))
        return project;
    project_free(project);
    return locate_project(options->project, diags);
}

Project *
begin_languages(const Options *options, Diags *diags)
{
    Project *project = locate_project(options->project, diags);

    if (project == NULL || diags_have_errors(diags))
        return project;
    if (options->begin)
        return begin_all(options, project, diags);
    for (char **word = options->words; *word != NULL; word++)
        if (project_find_locale(project, *word) == NULL)
            begin_report_missing(project, *word, diags);
    return project;
}
