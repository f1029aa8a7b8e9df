/* Packs what a translator needs into a folder or a zip file. */
#include "base/file.h"
#include "base/zip.h"
#include "command/begin.h"
#include "command/command.h"
#include "command/current.h"
#include "command/handoff_limits.h"
#include "command/handoff_preview.h"
#include "command/handoff_print.h"
#include "command/handoff_texts.h"
#include "command/locate.h"
#include "command/msgmerge.h"
#include "command/return.h"
#include "command/templates.h"
#include "translate/terms.h"

#include <glib/gi18n.h>
#include <string.h>

static const Where command_line = { NULL, 0, 0 };

/* What is being packed. */
typedef struct Packing {
    const Options *options;
    const Project *project;
    const Locale *locale;
    char **packs; /* asked for; none: all */
    const Messages *messages;
    const GPtrArray *templates;
    const Limits *limits;
    GHashTable *seen; /* source texts of the files so far */
    GPtrArray *files; /* NamedBytes: what goes into the folder */
    GArray *counted;  /* HandoffFile */
    GBytes *glossary; /* the current one; NULL: there is none */
    char *name;       /* "handoff-hu" */
    char *path;       /* of the folder, or of the zip file */
    Diags *diags;
} Packing;

/* --- the PO files ------------------------------------------------------------------------- */

/* With packs named, texts of other packs stay here. */
static bool
is_asked_for(const Packing *packing, const char *domain)
{
    return packing->packs[0] == NULL || project_find_pack(packing->project, domain) == NULL ||
           g_strv_contains((const char *const *) packing->packs, domain);
}

static bool
is_handed_off(const Packing *packing, const Template *template)
{
    return is_asked_for(packing, template->domain) &&
           current_is_wanted(packing->project, packing->locale, template->domain);
}

typedef struct NoteOf {
    const Limits *limits;
    const char *domain;
} NoteOf;

static char *
note(const char *context, const char *msgid, const void *user)
{
    const NoteOf *of = user;

    return limits_note(of->limits, of->domain, context, msgid);
}

static void
add_translation(Packing *packing, const Template *template)
{
    g_autofree char *rest =
        g_strdup_printf("locales/%s/%s.po", packing->locale->tag, template->domain);
    g_autofree char *path = locate_in_project(packing->project, rest);
    g_autofree char *name = g_strconcat(template->domain, ".po", NULL);
    g_autoptr(Merged) current = current_make(packing->project, packing->locale, template->domain,
                                             template->bytes, path, packing->diags);
    const NoteOf of = { packing->limits, template->domain };
    const Handing handing = { path, packing->locale->tag, template->domain, note,
                              &of,  packing->seen };
    HandoffFile file = { .domain = template->domain };
    GBytes *handed = current == NULL
                         ? NULL
                         : handed_write(&handing, current->bytes, file.counts, packing->diags);

    if (handed == NULL)
        return;
    named_bytes_add(packing->files, name, handed);
    g_array_append_val(packing->counted, file);
    if (strcmp(template->domain, "glossary") == 0)
        packing->glossary = g_bytes_ref(current->bytes);
}

static void
add_translations(Packing *packing)
{
    for (guint i = 0; i < packing->templates->len; i++)
        if (is_handed_off(packing, packing->templates->pdata[i]))
            add_translation(packing, packing->templates->pdata[i]);
}

/* --- what stands beside them -------------------------------------------------------------- */

static void
add_glossary(const Packing *packing)
{
    g_autoptr(Diags) said = diags_new(); /* `check` tells what is wrong with translations */
    g_autoptr(Catalog) catalog = catalog_load(packing->project, packing->locale, said);

    if (packing->glossary != NULL)
        named_bytes_add(packing->files, "glossary.csv",
                        terms_table(packing->messages, catalog, packing->glossary));
}

static Handoff
handoff_of(const Packing *packing)
{
    return (Handoff){ .project = packing->project,
                      .locale = packing->locale,
                      .files = (const HandoffFile *) packing->counted->data,
                      .count = (int) packing->counted->len,
                      .has_glossary = packing->glossary != NULL,
                      .has_preview = !packing->options->no_preview };
}

static void
add_pages(const Packing *packing)
{
    const Handoff handoff = handoff_of(packing);

    named_bytes_add(packing->files, "README.txt", handoff_readme(&handoff));
    named_bytes_add(packing->files, "style.txt", handoff_style(&handoff));
    named_bytes_add(packing->files, "words.csv", handoff_words(&handoff));
}

/* --- writing ------------------------------------------------------------------------------ */

/* True when the PO file at @path, if there is one, has nothing that the project has not. */
static bool
is_received(const ReturnPlan *plan, const char *path)
{
    g_autoptr(Diags) said = diags_new();
    g_autofree char *text = NULL;
    gsize length;

    if (!g_file_get_contents(path, &text, &length, NULL))
        return !g_file_test(path, G_FILE_TEST_EXISTS);
    g_autoptr(GBytes) bytes = g_bytes_new(text, length);
    Return *found = return_new(plan, path, bytes, said);
    bool received = found->returned != NULL && !returned_is_news(found->returned);

    return_free(found);
    return received;
}

/* What she did in the folder itself must not be written over. */
static void
check_folder(const Packing *packing)
{
    g_autoptr(GPtrArray) domains = return_domains(packing->templates);
    const ReturnPlan plan = { packing->project, packing->templates, domains, PREFER_OURS };

    for (guint i = 0; i < domains->len; i++) {
        g_autofree char *name = g_strconcat(domains->pdata[i], ".po", NULL);
        g_autofree char *path = g_build_filename(packing->path, name, NULL);

        if (!is_received(&plan, path))
            diag_add(packing->diags, DIAG_HANDOFF_UNRECEIVED, (Where){ path, 0, 0 },
                     N_("the file has work in it that the project has not; nothing was written"));
    }
}

static void
write_file(const Packing *packing, const char *path, GBytes *bytes)
{
    g_autoptr(GError) error = NULL;

    if (!file_write(path, bytes, &error))
        diag_add(packing->diags, DIAG_CANNOT_WRITE, (Where){ path, 0, 0 }, "%s", error->message);
}

static void
write_folder(const Packing *packing)
{
    for (guint i = 0; i < packing->files->len && !diags_have_errors(packing->diags); i++) {
        const NamedBytes *file = packing->files->pdata[i];
        g_autofree char *path = g_build_filename(packing->path, file->name, NULL);

        write_file(packing, path, file->bytes);
    }
}

static void
write_zip(const Packing *packing)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = zip_write(packing->files, packing->name, &error);

    if (bytes != NULL)
        write_file(packing, packing->path, bytes);
    else
        diag_add(packing->diags, DIAG_CANNOT_WRITE, (Where){ packing->path, 0, 0 }, "%s",
                 error->message);
}

/* --- the whole ---------------------------------------------------------------------------- */

static void
report_nothing(const Packing *packing)
{
    const Locale *base = packing->locale->derived_from;

    if (base != NULL)
        diag_add(packing->diags, DIAG_USAGE, command_line,
                 "%s is made from %s letter by letter: there is nothing to translate",
                 packing->locale->tag, base->tag);
    else
        diag_add(packing->diags, DIAG_USAGE, command_line,
                 "%s is the language that the texts are written in", packing->locale->tag);
}

static bool
is_possible(const Packing *packing)
{
    bool any = false;

    for (guint i = 0; i < packing->templates->len; i++)
        any |= is_handed_off(packing, packing->templates->pdata[i]);
    if (!any)
        report_nothing(packing);
    else if (!packing->options->zip)
        check_folder(packing);
    return !diags_have_errors(packing->diags);
}

/* In processes of its own, which want to begin before anything is measured in this one. */
static bool
add_preview(const Packing *packing)
{
    g_autofree char *folder = g_build_filename(packing->path, "preview", NULL);
    const char *tag = packing->locale->tag;

    if (packing->options->no_preview)
        return true;
    if (packing->options->zip)
        return handoff_preview_add(packing->options, tag, packing->packs, packing->files,
                                   packing->diags);
    return handoff_preview_write(packing->options, tag, packing->packs, folder, packing->diags);
}

static void
fill(Packing *packing)
{
    g_autoptr(Limits) limits = limits_new(packing->project, packing->locale, packing->packs,
                                          packing->options->today, packing->diags);

    packing->limits = limits;
    add_translations(packing);
    add_glossary(packing);
    add_pages(packing);
    if (diags_have_errors(packing->diags))
        return;
    if (packing->options->zip)
        write_zip(packing);
    else
        write_folder(packing);
    if (diags_have_errors(packing->diags))
        return;
    const Handoff handoff = handoff_of(packing);
    handoff_print(&handoff, packing->path, packing->options);
}

static void
pack(const Project *project, const Locale *locale, const Options *options, Diags *diags)
{
    g_autoptr(Messages) messages = messages_new(project);
    g_autoptr(GPtrArray) templates = templates_make(messages, diags);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) files = named_bytes_new();
    g_autoptr(GArray) counted = g_array_new(FALSE, FALSE, sizeof(HandoffFile));
    g_autofree char *name = g_strconcat("handoff-", locale->tag, NULL);
    g_autofree char *file = g_strconcat(name, options->zip ? ".zip" : "", NULL);
    g_autofree char *path = g_build_filename(options->out, file, NULL);
    Packing packing = { .options = options,
                        .project = project,
                        .locale = locale,
                        .packs = options->words + 1,
                        .messages = messages,
                        .templates = templates,
                        .seen = seen,
                        .files = files,
                        .counted = counted,
                        .name = name,
                        .path = path,
                        .diags = diags };

    if (is_possible(&packing) && add_preview(&packing))
        fill(&packing);
    g_clear_pointer(&packing.glossary, g_bytes_unref);
}

/* The language that the command line names; NULL is reported, as is a pack that nobody knows. */
static const Locale *
find_locale(const Project *project, const Options *options, Diags *diags)
{
    const char *tag = options->words[0];
    const Locale *locale = tag == NULL ? NULL : project_find_locale(project, tag);

    if (tag == NULL)
        diag_add(diags, DIAG_USAGE, command_line,
                 "say which language to hand off, as in 'rightspack handoff hu'");
    else if (locale == NULL)
        begin_report_missing(project, tag, diags);
    for (char **pack_id = options->words + 1; tag != NULL && *pack_id != NULL; pack_id++)
        if (project_find_pack(project, *pack_id) == NULL)
            diag_add(diags, DIAG_UNKNOWN_PACK, command_line, "no pack is called '%s'", *pack_id);
    return diags_have_errors(diags) ? NULL : locale;
}

int
handoff_run(const Options *options)
{
    g_autoptr(Diags) diags = diags_new();
    g_autoptr(Project) project = NULL;
    const Locale *locale = NULL;

    if (msgmerge_is_there(diags))
        project = locate_project(options->project, diags);
    if (project != NULL && !diags_have_errors(diags))
        locale = find_locale(project, options, diags);
    if (locale != NULL)
        pack(project, locale, options, diags);
    diags_print(diags, stderr, options_style(options, stderr));
    return diags_exit_status(diags);
}
