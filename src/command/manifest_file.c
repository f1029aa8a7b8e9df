#include "command/manifest.h"

#include "base/file.h"
#include "command/stale.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

struct Manifest {
    char *folder, *path;
    GHashTable *entries; /* file name to JsonObject */
    GHashTable *texts;   /* name to marks of texts */
    GPtrArray *lines;    /* JsonObject: what the journal says */
    GPtrArray *stale; /* char *: files that it makes stale, and that are no entries any more */
};

/* The name of the file that @entry is about, or NULL when it is no entry of ours. */
static const char *
file_of(JsonNode *entry)
{
    if (!JSON_NODE_HOLDS_OBJECT(entry))
        return NULL;

    const char *name = manifest_word(json_node_get_object(entry), "file");
    return file_is_below(name) ? name : NULL;
}

static bool
is_there(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);

    return g_file_test(path, G_FILE_TEST_IS_REGULAR);
}

/* --- reading it ----------------------------------------------------------------------------- */

/* Those of @files that are entries. */
static JsonArray *
keep_entries(JsonArray *files)
{
    JsonArray *kept = json_array_new();

    for (unsigned i = 0; i < json_array_get_length(files); i++) {
        JsonNode *entry = json_array_get_element(files, i);

        if (file_of(entry) != NULL)
            json_array_add_object_element(kept, json_node_dup_object(entry));
    }
    return kept;
}

/* NULL when @root has no list of files. */
static JsonObject *
manifest_of(JsonNode *root)
{
    JsonNode *files = root != NULL && JSON_NODE_HOLDS_OBJECT(root)
                          ? json_object_get_member(json_node_get_object(root), "files")
                          : NULL;
    if (files == NULL || !JSON_NODE_HOLDS_ARRAY(files))
        return NULL;
    JsonObject *manifest = json_object_ref(json_node_get_object(root));
    json_object_set_array_member(manifest, "files", keep_entries(json_node_get_array(files)));
    return manifest;
}

/* NULL with @error, or without one when it has no list of files. */
static JsonObject *
read_manifest(const char *path, GError **error)
{
    g_autoptr(JsonParser) parser = json_parser_new();

    if (!json_parser_load_from_file(parser, path, error))
        return NULL;
    return manifest_of(json_parser_get_root(parser));
}

static void
keep_texts(const Manifest *manifest, JsonObject *object)
{
    JsonNode *node = json_object_get_member(object, "texts");
    JsonObject *texts =
        node != NULL && JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : NULL;
    g_autoptr(GList) names = texts == NULL ? NULL : json_object_get_members(texts);

    for (const GList *name = names; name != NULL; name = name->next)
        g_hash_table_insert(manifest->texts, g_strdup(name->data),
                            g_strdup(manifest_word(texts, name->data)));
}

static void
keep(const Manifest *manifest, JsonObject *object)
{
    JsonArray *files = json_object_get_array_member(object, "files");

    for (unsigned i = 0; i < json_array_get_length(files); i++) {
        JsonObject *entry = json_array_get_object_element(files, i);

        g_hash_table_insert(manifest->entries, g_strdup(manifest_word(entry, "file")),
                            json_object_ref(entry));
    }
    keep_texts(manifest, object);
}

/* Of a line that a crash has cut nothing is known. */
static void
read_journal_line(Manifest *manifest, const char *line)
{
    g_autoptr(JsonParser) parser = json_parser_new();
    JsonObject *object = json_parser_load_from_data(parser, line, -1, NULL)
                             ? manifest_of(json_parser_get_root(parser))
                             : NULL;

    if (object == NULL)
        return;
    keep(manifest, object);
    stale_drop(object, manifest->entries, manifest->stale);
    json_object_remove_member(object, "texts"); /* kept once for all */
    g_ptr_array_add(manifest->lines, object);
}

static void
read_journal(Manifest *manifest)
{
    g_autofree char *path = g_build_filename(manifest->folder, MANIFEST_JOURNAL, NULL);
    g_autofree char *text = NULL;

    if (!g_file_get_contents(path, &text, NULL, NULL))
        return;
    for (char *line = text, *end; line != NULL; line = end) {
        end = strchr(line, '\n');
        if (end != NULL)
            *end++ = '\0';
        read_journal_line(manifest, line);
    }
}

static Manifest *
manifest_new(const char *folder)
{
    Manifest *manifest = g_new0(Manifest, 1);

    manifest->folder = g_strdup(folder);
    manifest->path = g_build_filename(folder, "manifest.json", NULL);
    manifest->entries = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify) json_object_unref);
    manifest->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    manifest->lines = g_ptr_array_new_with_free_func((GDestroyNotify) json_object_unref);
    manifest->stale = g_ptr_array_new_with_free_func(g_free);
    return manifest;
}

void
manifest_free(Manifest *manifest)
{
    if (manifest == NULL)
        return;
    g_free(manifest->folder);
    g_free(manifest->path);
    g_hash_table_unref(manifest->entries);
    g_hash_table_unref(manifest->texts);
    g_ptr_array_unref(manifest->lines);
    g_ptr_array_unref(manifest->stale);
    g_free(manifest);
}

/* --- writing it ----------------------------------------------------------------------------- */

static GList *
sorted_names(GHashTable *table)
{
    return g_list_sort(g_hash_table_get_keys(table), (GCompareFunc) strcmp);
}

static JsonArray *
files_of(const Manifest *manifest, GHashTable *used)
{
    g_autoptr(GList) names = sorted_names(manifest->entries);
    JsonArray *files = json_array_new();

    for (const GList *name = names; name != NULL; name = name->next) {
        JsonObject *entry = g_hash_table_lookup(manifest->entries, name->data);

        json_array_add_object_element(files, json_object_ref(entry));
        g_hash_table_add(used, (gpointer) manifest_word(entry, "texts"));
    }
    return files;
}

/* Of lists of texts only those that a file refers to. */
static JsonObject *
used_texts(const Manifest *manifest, GHashTable *used)
{
    g_autoptr(GList) names = sorted_names(manifest->texts);
    JsonObject *texts = json_object_new();

    for (const GList *name = names; name != NULL; name = name->next)
        if (g_hash_table_contains(used, name->data))
            json_object_set_string_member(texts, name->data,
                                          g_hash_table_lookup(manifest->texts, name->data));
    return texts;
}

static JsonObject *
object_of(const Manifest *manifest)
{
    g_autoptr(GHashTable) used = g_hash_table_new(g_str_hash, g_str_equal);
    JsonObject *object = json_object_new();

    json_object_set_array_member(object, "files", files_of(manifest, used));
    json_object_set_object_member(object, "texts", used_texts(manifest, used));
    return object;
}

static char *
text_of(const Manifest *manifest)
{
    g_autoptr(JsonObject) object = object_of(manifest);
    g_autoptr(JsonNode) root = json_node_new(JSON_NODE_OBJECT);

    json_node_set_object(root, object);
    g_autofree char *text = json_to_string(root, TRUE);
    return g_strconcat(text, "\n", NULL);
}

JsonObject *
manifest_load(const char *folder, Diags *diags)
{
    g_autoptr(Manifest) manifest = manifest_new(folder);
    g_autoptr(GError) error = NULL;
    JsonObject *written = read_manifest(manifest->path, &error);

    read_journal(manifest);
    if (written == NULL && manifest->lines->len == 0) {
        diag_add(diags, DIAG_VERIFY_MANIFEST, (Where){ manifest->path, 0, 0 }, "%s",
                 error != NULL ? error->message : _("the manifest has no list of files"));
        return NULL;
    }
    if (manifest->lines->len == 0)
        return written;

    g_autoptr(Manifest) all = manifest_new(folder);
    if (written != NULL) {
        keep(all, written);
        json_object_unref(written);
    }
    read_journal(all);
    return object_of(all);
}

/* True when there was a list of files that can be used. */
static bool
read_all(Manifest *manifest)
{
    JsonObject *written = read_manifest(manifest->path, NULL);

    if (written != NULL) {
        keep(manifest, written);
        json_object_unref(written);
    }
    read_journal(manifest);
    return written != NULL || manifest->lines->len > 0;
}

Manifest *
manifest_read(const char *folder)
{
    g_autoptr(Manifest) manifest = manifest_new(folder);

    return read_all(manifest) ? g_steal_pointer(&manifest) : NULL;
}

Manifest *
manifest_open(const char *folder, Diags *diags)
{
    Manifest *manifest = manifest_new(folder);

    read_all(manifest);
    g_autoptr(GList) names = sorted_names(manifest->entries);
    for (const GList *name = names; name != NULL; name = name->next) {
        if (is_there(folder, name->data))
            continue;
        g_autofree char *path = g_build_filename(folder, name->data, NULL);
        diag_add(diags, DIAG_MANIFEST_DROPPED, (Where){ path, 0, 0 },
                 N_("the file is gone; the manifest does not name it any more"));
        g_hash_table_remove(manifest->entries, name->data);
    }
    return manifest;
}

/* Of a folder in which nothing was ever made there is none. */
bool
manifest_write(const Manifest *manifest, const char *aside, Diags *diags)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *old = NULL;

    if (g_hash_table_size(manifest->entries) == 0 &&
        !g_file_test(manifest->path, G_FILE_TEST_EXISTS))
        return true;
    char *text = text_of(manifest);
    g_autoptr(GBytes) bytes = g_bytes_new_take(text, strlen(text));

    if (g_file_get_contents(manifest->path, &old, NULL, NULL) && strcmp(old, text) == 0)
        return true;
    if (file_write_aside(aside, manifest->path, bytes, &error))
        return true;
    diag_add(diags, DIAG_CANNOT_WRITE, (Where){ manifest->path, 0, 0 }, "%s", error->message);
    return false;
}

void
manifest_remove_stale(const Manifest *manifest)
{
    stale_remove(manifest->folder, manifest->stale, manifest->entries);
}

JsonObject *
manifest_entry(const Manifest *manifest, const char *name)
{
    return g_hash_table_lookup(manifest->entries, name);
}

GList *
manifest_names(const Manifest *manifest)
{
    return sorted_names(manifest->entries);
}

const char *
manifest_texts(const Manifest *manifest, const char *name)
{
    const char *marks = g_hash_table_lookup(manifest->texts, name);

    return marks != NULL ? marks : "";
}

bool
manifest_has(const Manifest *manifest, const char *name, const char *sha256)
{
    JsonObject *entry = manifest_entry(manifest, name);

    return entry != NULL && strcmp(manifest_word(entry, "sha256"), sha256) == 0;
}

/* --- the journal ---------------------------------------------------------------------------- */

static double
number_of(JsonObject *entry, const char *member)
{
    JsonNode *node = json_object_get_member(entry, member);

    return node != NULL && JSON_NODE_HOLDS_VALUE(node) ? json_node_get_double(node) : 0;
}

void
manifest_recall(const Manifest *manifest, const char *name, Made *made)
{
    JsonObject *entry = g_hash_table_lookup(manifest->entries, name);
    g_autofree char *path = g_build_filename(manifest->folder, name, NULL);
    GStatBuf about;

    if (entry == NULL || g_stat(path, &about) != 0)
        return;
    const MadeFile file = { g_strdup(name),
                            g_strdup(manifest_word(entry, "output")),
                            g_strdup(manifest_word(entry, "sha256")),
                            (guint64) about.st_size,
                            { 0 } };
    g_array_append_val(made->files, file);
    made->pages = (int) number_of(entry, "pages");
    made->body_size = number_of(entry, "size");
    g_free(made->edition);
    made->edition = g_strdup(manifest_word(entry, "edition"));
    date_parse(manifest_word(entry, "contacts_valid_until"), &made->contacts_until);
}

/* Files of one kind follow each other. */
static void
add_records(JsonObject *line, State *state)
{
    JsonArray *files = json_object_get_array_member(line, "files");
    StateRecord *record = NULL;

    for (unsigned i = 0; i < json_array_get_length(files); i++) {
        JsonObject *entry = json_array_get_object_element(files, i);
        const char *output = manifest_word(entry, "output");

        if (record == NULL || strcmp(record->output, output) != 0)
            record = state_add(state, manifest_word(line, "leaflet"), output,
                               manifest_word(line, "key"));
        state_add_file(state, record, manifest_word(entry, "file"),
                       manifest_word(entry, "sha256"));
    }
}

void
manifest_records(const Manifest *manifest, State *state)
{
    for (guint i = 0; i < manifest->lines->len; i++) {
        JsonObject *line = manifest->lines->pdata[i];

        if (json_object_has_member(line, "key"))
            add_records(line, state);
    }
}
