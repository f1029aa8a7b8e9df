#include "command/current.h"

#include "command/locate.h"
#include "command/msgmerge.h"
#include "translate/mend.h"
#include "translate/template.h"
#include "translate/translate.h"

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

/* A derived language has files only where somebody wants it otherwise. */
bool
current_is_wanted(const Project *project, const Locale *locale, const char *domain)
{
    if (locale->derived_from != NULL)
        return has_own_file(project, locale, domain);
    return !is_source(project, locale, domain);
}

GBytes *
current_read(const Project *project, const Locale *locale, const char *domain, Diags *diags)
{
    g_autofree char *path = catalog_find_file(project, locale, domain);
    g_autoptr(GError) error = NULL;
    char *text;
    gsize length;
    GBytes *bytes = NULL;

    if (path == NULL)
        bytes = template_begin(locale, domain, &error);
    else if (g_file_get_contents(path, &text, &length, &error))
        bytes = g_bytes_new_take(text, length);
    if (bytes == NULL)
        diag_add(diags, DIAG_UNREADABLE_FILE, (Where){ path, 0, 0 }, "%s", error->message);
    return bytes;
}

Merged *
current_merge(const char *path, GBytes *bytes, const Locale *locale, GBytes *template,
              Diags *diags)
{
    g_autoptr(GBytes) mended = mend_file(path, bytes, locale, diags);
    g_autoptr(GError) error = NULL;

    if (mended == NULL)
        return NULL;
    g_autoptr(GBytes) merged = msgmerge_run(mended, template, &error);
    if (merged == NULL) {
        diag_add(diags, DIAG_PO_NOT_MERGED, (Where){ path, 0, 0 }, "%s", error->message);
        return NULL;
    }
    return merged_compare(path, mended, merged, diags);
}

Merged *
current_make(const Project *project, const Locale *locale, const char *domain, GBytes *template,
             const char *path, Diags *diags)
{
    g_autoptr(Diags) said = diags_new();
    g_autoptr(GBytes) bytes = current_read(project, locale, domain, said);
    Merged *merged = bytes == NULL ? NULL : current_merge(path, bytes, locale, template, said);

    diags_add_errors(diags, said);
    return merged;
}
