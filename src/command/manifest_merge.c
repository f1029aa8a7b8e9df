/* `manifest`: what folders of leaflets hold, put together. */
#include "command/command.h"
#include "command/deed.h"
#include "command/join.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

static const Where command_line = { NULL, 0, 0 };

/* --- what is said --------------------------------------------------------------------------- */

static void
print_object(const Joined *joined, const char *out, bool dry_run)
{
    g_autoptr(JsonObject) object = json_object_new();
    g_autoptr(JsonNode) node = json_node_new(JSON_NODE_OBJECT);
    g_autofree char *path = g_build_filename(out, joined->name, NULL);

    json_object_set_string_member(object, "file", path);
    json_object_set_string_member(object, "from", joined->folder);
    json_object_set_boolean_member(object, "taken", !joined->was_there && !dry_run);
    json_object_set_boolean_member(object, "there", joined->was_there);
    json_node_set_object(node, object);

    g_autofree char *line = json_to_string(node, FALSE);
    printf("%s\n", line);
}

static void
print_sum(const GArray *joined, const char *out, bool dry_run)
{
    guint there = 0;

    for (guint i = 0; i < joined->len; i++)
        there += g_array_index(joined, Joined, i).was_there;
    if (dry_run)
        printf(_("%s: files that would be taken: %u, that are there already: %u\n"), out,
               joined->len - there, there);
    else
        printf(_("%s: files taken: %u, there already: %u\n"), out, joined->len - there, there);
}

static void
print_joined(const GArray *joined, const char *out, const Options *options)
{
    for (guint i = 0; i < joined->len; i++) {
        const Joined *one = &g_array_index(joined, Joined, i);

        if (options->json)
            print_object(one, out, options->dry_run);
        else if (options->verbose && !one->was_there)
            printf("  %s/%s\n", one->folder, one->name);
    }
    if (!options->json && !options->quiet)
        print_sum(joined, out, options->dry_run);
}

/* --- merging -------------------------------------------------------------------------------- */

/* A folder that is named twice would be its own conflict. */
static bool
are_different(char *const *folders, Diags *diags)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, free, NULL);

    for (; *folders != NULL; folders++) {
        char *path = realpath(*folders, NULL);

        if (path == NULL || g_hash_table_add(seen, path))
            continue;
        diag_add(diags, DIAG_USAGE, command_line, "the folder '%s' is named twice", *folders);
        return false;
    }
    return true;
}

static GPtrArray *
open_parts(char *const *folders, Diags *diags)
{
    GPtrArray *parts = g_ptr_array_new_with_free_func((GDestroyNotify) part_close);

    for (; *folders != NULL; folders++) {
        Part *part = part_open(*folders, diags);

        if (part != NULL)
            g_ptr_array_add(parts, part);
    }
    return parts;
}

static void
merge(char *const *folders, const Options *options, Diags *diags)
{
    const char *out = folders[0];

    if (out == NULL || folders[1] == NULL) {
        diag_add(diags, DIAG_USAGE, command_line,
                 "say where to, and what: 'manifest merge OUT DIR...'");
        return;
    }
    if (!are_different(folders, diags))
        return;
    g_autoptr(GPtrArray) parts = open_parts(folders + 1, diags);
    g_autoptr(Store) store = parts->len > 0 && !options->dry_run ? store_open(out, diags) : NULL;
    if (store == NULL && !options->dry_run)
        return;

    g_autoptr(GArray) joined = join_parts(parts, out, store, diags);
    if (store != NULL)
        store_settle(store, diags);
    print_joined(joined, out, options);
}

/* One row a word that may follow `manifest`. To add one: its function above, its row here. */
static const struct {
    const char *name;
    void (*run)(char *const *words, const Options *options, Diags *diags);
} deeds[] = {
    { "merge", merge },
};

static const char *const usage =
    N_("say what to do: 'manifest merge OUT DIR...' puts what is in the folders DIR into the "
       "folder OUT");

int
manifest_run(const Options *options)
{
    g_autoptr(Diags) diags = diags_new();
    int deed = deed_find("manifest", options->words[0], deeds, G_N_ELEMENTS(deeds),
                         sizeof deeds[0], usage, diags);

    if (deed >= 0)
        deeds[deed].run(options->words + 1, options, diags);
    diags_print(diags, stderr, options_style(options, stderr));
    return diags_exit_status(diags);
}
