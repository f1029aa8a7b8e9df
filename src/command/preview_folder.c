#include "command/preview_folder.h"

#include "base/file.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

static const char list_name[] = "preview.json";

/* --- what was there ------------------------------------------------------------------------ */

static bool
is_made(const GArray *files, const char *name)
{
    for (guint i = 0; i < files->len; i++)
        if (strcmp(g_array_index(files, MadeFile, i).name, name) == 0)
            return true;
    return false;
}

static bool
has_checksum(const char *path, const char *expected)
{
    g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, NULL);

    if (file == NULL)
        return false;
    g_autoptr(GBytes) bytes = g_mapped_file_get_bytes(file);
    g_autofree char *sum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
    return strcmp(sum, expected) == 0;
}

/* A name that leads out of the folder is none of ours. */
static void
remove_old(const char *folder, const GArray *files, JsonNode *element)
{
    if (!JSON_NODE_HOLDS_OBJECT(element))
        return;
    JsonObject *entry = json_node_get_object(element);
    const char *name = json_object_get_string_member_with_default(entry, "file", "");
    const char *sum = json_object_get_string_member_with_default(entry, "sha256", "");
    g_autofree char *path = g_build_filename(folder, name, NULL);

    if (*name == '\0' || strchr(name, '/') != NULL || is_made(files, name))
        return;
    if (g_file_test(path, G_FILE_TEST_IS_REGULAR) &&
        !g_file_test(path, G_FILE_TEST_IS_SYMLINK) && has_checksum(path, sum))
        g_unlink(path);
}

/* A list that cannot be read is nobody's: nothing is removed. */
static void
remove_all_old(const char *folder, const char *list, const GArray *files)
{
    g_autoptr(JsonParser) parser = json_parser_new_immutable();

    if (!json_parser_load_from_file(parser, list, NULL))
        return;
    JsonNode *root = json_parser_get_root(parser);
    if (root == NULL || !JSON_NODE_HOLDS_ARRAY(root))
        return;
    JsonArray *entries = json_node_get_array(root);
    for (guint i = 0; i < json_array_get_length(entries); i++)
        remove_old(folder, files, json_array_get_element(entries, i));
}

/* --- what is there ------------------------------------------------------------------------- */

static GBytes *
list_of(const GArray *files)
{
    g_autoptr(JsonNode) root = json_node_new(JSON_NODE_ARRAY);
    JsonArray *entries = json_array_new();

    for (guint i = 0; i < files->len; i++) {
        const MadeFile *file = &g_array_index(files, MadeFile, i);
        JsonObject *entry = json_object_new();

        json_object_set_string_member(entry, "file", file->name);
        json_object_set_string_member(entry, "sha256", file->sha256);
        json_array_add_object_element(entries, entry);
    }
    json_node_take_array(root, entries);
    g_autofree char *text = json_to_string(root, TRUE);
    char *lines = g_strconcat(text, "\n", NULL);
    return g_bytes_new_take(lines, strlen(lines));
}

bool
preview_folder_keep(const char *folder, const GArray *files, Diags *diags)
{
    g_autofree char *list = g_build_filename(folder, list_name, NULL);
    g_autoptr(GBytes) bytes = list_of(files);
    g_autoptr(GError) error = NULL;

    remove_all_old(folder, list, files);
    if (file_write(list, bytes, &error))
        return true;
    diag_add(diags, DIAG_CANNOT_WRITE, (Where){ list, 0, 0 }, "%s", error->message);
    return false;
}
