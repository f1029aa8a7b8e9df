#include "command/remake.h"

#include "command/batch.h"
#include "command/locate.h"
#include "command/manifest.h"
#include "command/touched.h"
#include "translate/translate.h"

#include <glib/gi18n.h>
#include <string.h>

static bool
any_touches(const GPtrArray *files, const Variant *variant)
{
    for (guint i = 0; files != NULL && i < files->len; i++)
        if (touched_by(files->pdata[i], variant))
            return true;
    return false;
}

static bool
is_to_be_made(const Job *job, const void *user)
{
    const Remake *remake = user;

    if (any_touches(remake->waited, &job->variant))
        return false;
    return remake->saved == NULL || any_touches(remake->saved, &job->variant) ||
           any_touches(remake->due, &job->variant);
}

/* --- what is said ------------------------------------------------------------------------- */

/* "locales/ar/common.po, locales/ar/contacts-rs.po", or what stands for all of them. */
static char *
names_of_saved(const Remake *remake)
{
    enum { MOST = 3 };
    GString *names = g_string_new(NULL);
    guint count = remake->saved != NULL ? remake->saved->len : 0;

    if (count == 0)
        g_string_append(names, remake->root);
    for (guint i = 0; i < MIN(count, MOST); i++) {
        g_autofree char *name = locate_below(remake->root, remake->saved->pdata[i]);

        g_string_append_printf(names, "%s%s", i > 0 ? ", " : "", name);
    }
    if (count > MOST)
        g_string_append_printf(names, ngettext(" and %u more", " and %u more", count - MOST),
                               count - MOST);
    return g_string_free(names, FALSE);
}

static bool
is_made(const Batch *batch, int job)
{
    const Made *made = batch->made->pdata[job];

    return made != NULL && made->files->len > 0;
}

/* "ar, sr+ar": of which languages the leaflets are that were made. */
static char *
languages_of_made(const Batch *batch)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

    for (int i = 0; i < batch->jobs->count; i++) {
        g_autofree char *name = variant_locales(&batch->jobs->items[i].variant);

        if (is_made(batch, i) &&
            !g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
            g_ptr_array_add(names, g_steal_pointer(&name));
    }
    g_ptr_array_add(names, NULL);
    return g_strjoinv(", ", (char **) names->pdata);
}

static int
count_made(const Batch *batch)
{
    int count = 0;

    for (int i = 0; batch->made != NULL && i < batch->jobs->count; i++)
        count += is_made(batch, i);
    return count;
}

static double
seconds_since(gint64 begun)
{
    return (double) (g_get_monotonic_time() - begun) / G_USEC_PER_SEC;
}

/* One object a remake, for programs. */
static void
print_json(const Remake *remake, const Batch *batch)
{
    g_autoptr(JsonObject) object = json_object_new();
    g_autoptr(JsonNode) node = json_node_new(JSON_NODE_OBJECT);
    JsonArray *saved = json_array_new(), *made = json_array_new(), *failed = json_array_new();

    for (guint i = 0; remake->saved != NULL && i < remake->saved->len; i++) {
        g_autofree char *name = locate_below(remake->root, remake->saved->pdata[i]);

        json_array_add_string_element(saved, name);
    }
    for (int i = 0; batch->made != NULL && i < batch->jobs->count; i++)
        json_array_add_string_element(is_made(batch, i) ? made : failed,
                                      batch->jobs->items[i].name);
    json_object_set_array_member(object, "saved", saved);
    json_object_set_array_member(object, "made", made);
    json_object_set_array_member(object, "not_made", failed);
    json_object_set_boolean_member(object, "sound", !diags_have_errors(batch->diags));
    json_object_set_double_member(object, "seconds", seconds_since(remake->begun));
    json_node_set_object(node, object);

    g_autofree char *line = json_to_string(node, FALSE);
    printf("%s\n", line);
}

static void
print_line(const Remake *remake, const Batch *batch)
{
    g_autofree char *names = names_of_saved(remake);
    int wanted = batch->jobs != NULL ? batch->jobs->count : 0;
    int made = count_made(batch);

    printf("%s: ", names);
    if (batch->jobs == NULL) {
        printf(_("nothing made, there are errors; leaflets stay as they were"));
    } else if (wanted == 0) {
        printf(_("nothing to make"));
    } else if (made == 0) {
        printf(ngettext("%d leaflet not made; it stays as it was",
                        "%d leaflets not made; they stay as they were", (unsigned long) wanted),
               wanted);
    } else {
        g_autofree char *languages = languages_of_made(batch);

        printf(ngettext("%d leaflet made (%s)", "%d leaflets made (%s)", (unsigned long) made),
               made, languages);
        if (made < wanted)
            printf(ngettext(", %d not made and as it was", ", %d not made and as they were",
                            (unsigned long) (wanted - made)),
                   wanted - made);
    }
    printf(_(", %.2f s\n"), seconds_since(remake->begun));
}

static void
print_files(const Batch *batch)
{
    for (int i = 0; batch->made != NULL && i < batch->jobs->count; i++) {
        const Made *made = batch->made->pdata[i];

        for (guint k = 0; made != NULL && k < made->files->len; k++) {
            g_autofree char *path = g_build_filename(
                batch->options->out, g_array_index(made->files, MadeFile, k).name, NULL);

            printf("  %s\n", path);
        }
    }
}

/* --- what is wrong ------------------------------------------------------------------------ */

static bool
stands_in_saved(const Remake *remake, const Diag *diag)
{
    for (guint i = 0; diag->where.file != NULL && i < remake->saved->len; i++) {
        g_autofree char *name = locate_below(remake->root, remake->saved->pdata[i]);

        if (strcmp(name, diag->where.file) == 0)
            return true;
    }
    return false;
}

/* True for the language that a saved translation is in. */
static bool
has_saved(const Remake *remake, const Locale *locale)
{
    g_autofree char *files = g_strdup_printf("locales/%s/*.po", locale->tag);

    for (guint i = 0; i < remake->saved->len; i++)
        if (g_pattern_match_simple(files, remake->saved->pdata[i]))
            return true;
    return false;
}

/* Errors, and what `check` says of the files that were saved. */
static void
print_faults(const Remake *remake, const Batch *batch, DiagStyle style)
{
    g_autoptr(Diags) read = diags_new(), faults = diags_new();
    const Project *project = remake->saved != NULL ? batch->project : NULL;

    for (int i = 0; project != NULL && i < project->locales.count; i++)
        if (has_saved(remake, &project->locales.items[i]))
            catalog_check(project, &project->locales.items[i], read);
    for (guint i = 0; i < diags_count(read); i++) {
        const Diag *diag = diags_find(read, i);

        if (stands_in_saved(remake, diag))
            diag_add(faults, diag->code, diag->where, "%s", diag->message);
    }
    for (guint i = 0; i < diags_count(batch->diags); i++) {
        const Diag *diag = diags_find(batch->diags, i);

        if (diag_info(diag->code)->severity == SEVERITY_ERROR)
            diag_add(faults, diag->code, diag->where, "%s", diag->message);
    }
    diags_print(faults, stderr, style);
}

static void
print_all(const Remake *remake, const Batch *batch)
{
    const Options *options = remake->options;
    DiagStyle style = options_style(options, stderr);

    if (options->verbose || options->json)
        diags_print(batch->diags, stderr, style);
    else
        print_faults(remake, batch, style);
    if (options->json)
        print_json(remake, batch);
    else if (!options->quiet)
        print_line(remake, batch);
    if (options->verbose && !options->json)
        print_files(batch);
}

/* What was tried and has faults is mended by saving a file that it is in. */
static bool
was_tried(const Batch *batch)
{
    for (int i = 0; batch->jobs != NULL && i < batch->jobs->count; i++)
        if (batch->made->pdata[i] == NULL)
            return false;
    return batch->jobs != NULL;
}

int
remake_run(const Remake *remake)
{
    g_autoptr(Batch) batch = batch_new(remake->options, UNNAMED_DEFAULTS);

    if (batch->jobs != NULL) {
        jobs_keep(batch->jobs, is_to_be_made, remake);
        if (batch_open(batch)) {
            g_clear_pointer(&batch->current, g_free); /* all that is left was chosen */
            batch_make(batch, remake->options->out);
            batch_settle(batch);
        } else {
            g_clear_pointer(&batch->jobs, jobs_free);
        }
    }
    print_all(remake, batch);
    return was_tried(batch) ? 0 : MAX(1, diags_exit_status(batch->diags));
}
