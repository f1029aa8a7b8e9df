/* `recall`: which printed files are void, because a number, a text or a whole edition is. */
#include "base/nearest.h"
#include "command/command.h"
#include "command/listing.h"
#include "command/locate.h"
#include "command/manifest.h"

#include <glib/gi18n.h>
#include <string.h>

enum { EDITION_LETTERS = 8 };
static const Where command_line = { NULL, 0, 0 };

/* One thing that is recalled. */
typedef struct Reason Reason;
struct Reason {
    const char *name; /* a contact's id, a text's context, an edition */
    char mark[MANIFEST_MARK + 1];
    const char *now; /* the number that the contact has today, or NULL */
    bool known;      /* the project has it */
    int files;       /* that carry it */
    /* Why the file of @entry is void; NULL when it is not. Free with g_free(). */
    char *(*judge)(const Reason *reason, JsonObject *root, JsonObject *entry);
};

typedef struct Recall {
    const Options *options;
    Diags *diags;
    const Project *project;
    GArray *reasons;
    Listing *listing;
    int files;
} Recall;

/* --- judging ------------------------------------------------------------------------------- */

static char *
judge_contact(const Reason *reason, JsonObject *root, JsonObject *entry)
{
    const char *number = manifest_number(entry, reason->mark);

    (void) root;
    if (number == NULL)
        return NULL;
    if (reason->now == NULL)
        return g_strdup_printf(_("prints '%s' as %s; there is no such contact any more"),
                               reason->name, number);
    if (strcmp(reason->now, number) != 0)
        return g_strdup_printf(_("prints '%s' as %s; the number is %s now"), reason->name,
                               number, reason->now);
    return g_strdup_printf(_("prints '%s' as %s"), reason->name, number);
}

static char *
judge_text(const Reason *reason, JsonObject *root, JsonObject *entry)
{
    if (!manifest_has_text(root, entry, reason->mark))
        return NULL;
    return g_strdup_printf(_("prints the text '%s'"), reason->name);
}

static char *
judge_edition(const Reason *reason, JsonObject *root, JsonObject *entry)
{
    const char *edition = manifest_word(entry, "edition");

    (void) root;
    if (g_ascii_strcasecmp(edition, reason->name) != 0)
        return NULL;
    return g_strdup_printf(_("is of the edition %s"), edition);
}

/* --- what is asked ------------------------------------------------------------------------- */

static void
add_reason(Recall *recall, const char *name, const char *now, bool known,
           char *(*judge)(const Reason *, JsonObject *, JsonObject *) )
{
    Reason reason = { .name = name, .now = now, .known = known, .judge = judge };

    manifest_mark(name, reason.mark);
    g_array_append_val(recall->reasons, reason);
}

/* A contact that was deleted can still be recalled: its papers are about. */
static void
add_contacts(Recall *recall)
{
    for (char **id = recall->options->contact_ids; *id != NULL; id++) {
        const Contact *contact = project_find_contact(recall->project, *id);

        add_reason(recall, *id, contact == NULL ? NULL : contact->phone.show, contact != NULL,
                   judge_contact);
    }
}

static bool
is_below(const char *context, const char *name)
{
    size_t length = strlen(name);

    return strncmp(context, name, length) == 0 &&
           (context[length] == '\0' || context[length] == '/');
}

static bool
has_string(const Project *project, const char *name)
{
    for (int i = 0; i < project->texts.count; i++)
        if (is_below(project->texts.items[i].context, name))
            return true;
    return false;
}

/* The text of that name, and those of the project whose names begin with it. */
static void
add_strings(Recall *recall)
{
    for (char **name = recall->options->strings; *name != NULL; name++) {
        g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

        g_hash_table_add(seen, *name);
        add_reason(recall, *name, NULL, has_string(recall->project, *name), judge_text);
        for (int i = 0; i < recall->project->texts.count; i++) {
            const char *context = recall->project->texts.items[i].context;

            if (is_below(context, *name) && g_hash_table_add(seen, (gpointer) context))
                add_reason(recall, context, NULL, true, judge_text);
        }
    }
}

static void
add_editions(Recall *recall)
{
    for (char **code = recall->options->editions; *code != NULL; code++)
        add_reason(recall, *code, NULL, strlen(*code) == EDITION_LETTERS, judge_edition);
}

/* --- folders ------------------------------------------------------------------------------- */

static char *
join_reasons(const Recall *recall, JsonObject *root, JsonObject *entry)
{
    g_autoptr(GString) why = g_string_new(NULL);

    for (guint i = 0; i < recall->reasons->len; i++) {
        Reason *reason = &g_array_index(recall->reasons, Reason, i);
        g_autofree char *words = reason->judge(reason, root, entry);

        reason->files += words != NULL;
        if (words != NULL)
            g_string_append_printf(why, "%s%s", why->len > 0 ? "; " : "", words);
    }
    return why->len > 0 ? g_strdup(why->str) : NULL;
}

static void
judge_entry(Recall *recall, const char *folder, JsonObject *root, JsonObject *entry)
{
    g_autofree char *why = join_reasons(recall, root, entry);
    g_autofree char *path = g_build_filename(folder, manifest_word(entry, "file"), NULL);

    if (why == NULL)
        return;
    recall->files++;
    listing_add(recall->listing, path, manifest_word(entry, "state"),
                manifest_word(entry, "edition"), why);
}

static void
judge_folder(Recall *recall, const char *folder)
{
    JsonObject *root = manifest_load(folder, recall->diags);
    JsonArray *files = root == NULL ? NULL : json_object_get_array_member(root, "files");

    for (unsigned i = 0; files != NULL && i < json_array_get_length(files); i++)
        judge_entry(recall, folder, root, json_array_get_object_element(files, i));
    g_clear_pointer(&root, json_object_unref);
}

/* --- slips of the typist ------------------------------------------------------------------- */

/* "rights", "rights/health", "rights/health/text" */
static void
add_parts(GPtrArray *names, const char *context)
{
    for (const char *end = strchr(context, '/'); end != NULL; end = strchr(end + 1, '/'))
        g_ptr_array_add(names, g_strndup(context, (gsize) (end - context)));
    g_ptr_array_add(names, g_strdup(context));
}

/* What can be judged by the judge of @reason; free with g_ptr_array_unref(). */
static GPtrArray *
names_like(const Project *project, const Reason *reason)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);

    for (int i = 0; reason->judge == judge_contact && i < project->contacts.count; i++)
        g_ptr_array_add(names, g_strdup(project->contacts.items[i].id));
    for (int i = 0; reason->judge == judge_text && i < project->texts.count; i++)
        add_parts(names, project->texts.items[i].context);
    return names;
}

/* "Nothing is void" would be believed. */
static void
report_unknown(Recall *recall, const Reason *reason)
{
    g_autoptr(GPtrArray) names = names_like(recall->project, reason);
    const char *nearest =
        nearest_name(reason->name, (const char *const *) names->pdata, (int) names->len);

    if (nearest != NULL)
        diag_add(recall->diags, DIAG_USAGE, command_line,
                 "neither the project nor a file there has '%s'; did you mean '%s'?",
                 reason->name, nearest);
    else
        diag_add(recall->diags, DIAG_USAGE, command_line,
                 "neither the project nor a file there has '%s'", reason->name);
}

static void
report_all_unknown(Recall *recall)
{
    for (guint i = 0; i < recall->reasons->len; i++) {
        const Reason *reason = &g_array_index(recall->reasons, Reason, i);

        if (!reason->known && reason->files == 0)
            report_unknown(recall, reason);
    }
}

/* --- the command --------------------------------------------------------------------------- */

static const char *const columns[] = { N_("file"), N_("state"), N_("edition"), N_("why"), NULL };

static void
recall_files(Recall *recall)
{
    const Options *options = recall->options;

    add_contacts(recall);
    add_strings(recall);
    add_editions(recall);
    if (recall->reasons->len == 0)
        diag_add(recall->diags, DIAG_USAGE, command_line,
                 "say what is void: --contact ID, --string NAME or --edition CODE");
    for (int i = 0; recall->reasons->len > 0 && options->words[i] != NULL; i++)
        judge_folder(recall, options->words[i]);
    if (recall->reasons->len > 0 && options->words[0] == NULL)
        judge_folder(recall, options->out);
    if (diags_have_errors(recall->diags))
        return;
    report_all_unknown(recall);
    if (recall->files > 0 || options->json)
        listing_print(recall->listing, options->json);
    if (diags_have_errors(recall->diags) || options->json || options->quiet)
        return;
    if (recall->files == 0)
        printf(_("no file there is void\n"));
    else
        printf(ngettext("%d file is void: take its copies back\n",
                        "%d files are void: take their copies back\n",
                        (unsigned long) recall->files),
               recall->files);
}

int
recall_run(const Options *options)
{
    g_autoptr(Diags) diags = diags_new();
    g_autoptr(Project) project = locate_project(options->project, diags);
    g_autoptr(GArray) reasons = g_array_new(FALSE, FALSE, sizeof(Reason));
    g_autoptr(Listing) listing = listing_new(columns);
    Recall recall = { .options = options,
                      .diags = diags,
                      .project = project,
                      .reasons = reasons,
                      .listing = listing };

    if (project != NULL && !diags_have_errors(diags))
        recall_files(&recall);
    diags_print(diags, stderr, options_style(options, stderr));
    return diags_exit_status(diags);
}
