#include "command/stale.h"

#include "command/manifest.h"

#include <glib/gstdio.h>
#include <string.h>

static bool
has_file(JsonArray *files, const char *member, const char *value)
{
    for (unsigned i = 0; i < json_array_get_length(files); i++)
        if (strcmp(manifest_word(json_array_get_object_element(files, i), member), value) == 0)
            return true;
    return false;
}

/* Pages are numbered without a gap. */
static void
drop_pages(GPtrArray *stale, const char *leaflet, const Output *output, JsonArray *files,
           GHashTable *entries)
{
    for (int page = 1;; page++) {
        g_autofree char *suffix = output_page_suffix(output, page);
        g_autofree char *name = g_strconcat(leaflet, suffix, NULL);

        if (has_file(files, "file", name))
            continue;
        if (!g_hash_table_remove(entries, name))
            return;
        g_ptr_array_add(stale, g_steal_pointer(&name));
    }
}

void
stale_drop(JsonObject *line, GHashTable *entries, GPtrArray *stale)
{
    JsonArray *files = json_object_get_array_member(line, "files");
    const char *leaflet = manifest_word(line, "leaflet");

    for (const Output *output = output_all(); output->name != NULL; output++)
        if (json_object_has_member(line, "key") && has_file(files, "output", output->name))
            drop_pages(stale, leaflet, output, files, entries);
}

void
stale_remove(const char *folder, const GPtrArray *stale, GHashTable *entries)
{
    for (guint i = 0; i < stale->len; i++) {
        const char *name = stale->pdata[i];
        g_autofree char *path = g_build_filename(folder, name, NULL);

        if (!g_hash_table_contains(entries, name))
            g_unlink(path);
    }
}
