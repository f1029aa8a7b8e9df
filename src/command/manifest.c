#include "command/manifest.h"

#include "base/file.h"
#include "command/pseudo.h"

#include <glib/gi18n.h>
#include <string.h>

static void
set_date(JsonObject *object, const char *member, Date date)
{
    g_autofree char *text = g_strdup_printf("%04d-%02d-%02d", date.year, date.month, date.day);

    if (date_is_none(date))
        json_object_set_null_member(object, member);
    else
        json_object_set_string_member(object, member, text);
}

static void
set_exceptions(JsonObject *object, const Made *made)
{
    JsonArray *rows = json_array_new();

    for (unsigned i = 0; i < made->exceptions->len; i++) {
        const MadeException *exception = &g_array_index(made->exceptions, MadeException, i);
        JsonObject *row = json_object_new();

        json_object_set_string_member(row, "code", exception->code);
        json_object_set_string_member(row, "about", exception->about);
        json_object_set_string_member(row, "why", exception->why);
        json_object_set_string_member(row, "allowed_by", exception->allowed_by);
        json_object_set_string_member(row, "on", exception->on);
        json_array_add_object_element(rows, row);
    }
    json_object_set_array_member(object, "exceptions", rows);
}

/* --- what was printed ---------------------------------------------------------------------- */

void
manifest_mark(const char *name, char mark[static MANIFEST_MARK + 1])
{
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, name, -1);

    g_strlcpy(mark, digest, MANIFEST_MARK + 1);
}

static void
set_contacts(JsonObject *object, const Made *made)
{
    JsonObject *numbers = json_object_new();

    for (unsigned i = 0; i < made->contacts->len; i++) {
        const MadeContact *contact = &g_array_index(made->contacts, MadeContact, i);
        char mark[MANIFEST_MARK + 1];

        manifest_mark(contact->id, mark);
        json_object_set_string_member(numbers, mark, contact->number);
    }
    json_object_set_object_member(object, "contacts", numbers);
}

/* The marks of all texts in one string: leaflets of many languages have the same. */
static char *
texts_of(const Made *made)
{
    GString *marks = g_string_new(NULL);

    for (unsigned i = 0; i < made->texts->len; i++) {
        char mark[MANIFEST_MARK + 1];

        manifest_mark(made->texts->pdata[i], mark);
        g_string_append_printf(marks, "%s%s", i > 0 ? " " : "", mark);
    }
    return g_string_free(marks, FALSE);
}

const char *
manifest_number(JsonObject *entry, const char *mark)
{
    JsonNode *node = json_object_get_member(entry, "contacts");

    if (node == NULL || !JSON_NODE_HOLDS_OBJECT(node))
        return NULL;
    return json_object_get_string_member_with_default(json_node_get_object(node), mark, NULL);
}

bool
manifest_has_text(JsonObject *root, JsonObject *entry, const char *mark)
{
    const char *name = json_object_get_string_member_with_default(entry, "texts", "");
    JsonNode *node = json_object_get_member(root, "texts");
    const char *marks =
        node == NULL || !JSON_NODE_HOLDS_OBJECT(node)
            ? ""
            : json_object_get_string_member_with_default(json_node_get_object(node), name, "");

    return strstr(marks, mark) != NULL;
}

/* --- one entry ------------------------------------------------------------------------------ */

void
manifest_describe(JsonObject *object, const Job *job, const Made *made)
{
    const Variant *variant = &job->variant;
    g_autofree char *locales = variant_locales(variant);
    g_autofree char *pseudo = pseudo_name(variant_reader(variant)->pseudo);

    json_object_set_string_member(object, "pack", variant->pack->code);
    json_object_set_string_member(object, "version", variant->pack->version);
    json_object_set_string_member(object, "locale", locales);
    if (pseudo != NULL)
        json_object_set_string_member(object, "pseudo", pseudo);
    json_object_set_string_member(object, "audience", variant->audience->id);
    json_object_set_string_member(object, "format", variant->format->id);
    json_object_set_boolean_member(object, "discreet", variant->discreet);
    json_object_set_string_member(object, "state", variant->release ? "release" : "draft");
    if (job->copies > 0)
        json_object_set_int_member(object, "copies", job->copies);
    if (made == NULL)
        return;
    json_object_set_int_member(object, "pages", made->pages);
    json_object_set_double_member(object, "size", made->body_size);
    if (made->less > 0)
        json_object_set_int_member(object, "less", made->less);
    json_object_set_string_member(object, "edition", made->edition);
    set_date(object, "contacts_valid_until", made->contacts_until);
    set_contacts(object, made);
    if (made->exceptions->len > 0)
        set_exceptions(object, made);
}

/* The name of the file that @entry is about, or NULL when it is no entry of ours. */
static const char *
file_of(JsonNode *entry)
{
    if (!JSON_NODE_HOLDS_OBJECT(entry))
        return NULL;

    const char *name =
        json_object_get_string_member_with_default(json_node_get_object(entry), "file", "");
    bool plain = *name != '\0' && strchr(name, '/') == NULL;
    return plain ? name : NULL;
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

/* NULL with @error, or without one when it has no list of files. */
static JsonObject *
read_manifest(const char *path, GError **error)
{
    g_autoptr(JsonParser) parser = json_parser_new();

    if (!json_parser_load_from_file(parser, path, error))
        return NULL;

    JsonNode *root = json_parser_get_root(parser);
    JsonNode *files = root != NULL && JSON_NODE_HOLDS_OBJECT(root)
                          ? json_object_get_member(json_node_get_object(root), "files")
                          : NULL;
    if (files == NULL || !JSON_NODE_HOLDS_ARRAY(files))
        return NULL;
    JsonObject *manifest = json_object_ref(json_node_get_object(root));
    json_object_set_array_member(manifest, "files", keep_entries(json_node_get_array(files)));
    return manifest;
}

JsonObject *
manifest_load(const char *folder, Diags *diags)
{
    g_autofree char *path = g_build_filename(folder, "manifest.json", NULL);
    g_autoptr(GError) error = NULL;
    JsonObject *manifest = read_manifest(path, &error);

    if (error != NULL)
        diag_add(diags, DIAG_VERIFY_MANIFEST, (Where){ path, 0, 0 }, "%s", error->message);
    else if (manifest == NULL)
        diag_add(diags, DIAG_VERIFY_MANIFEST, (Where){ path, 0, 0 },
                 N_("the manifest has no list of files"));
    return manifest;
}

/* --- writing it ----------------------------------------------------------------------------- */

/* What the manifest will hold. */
typedef struct Contents {
    GHashTable *entries; /* file name to JsonObject */
    GHashTable *texts;   /* name to marks of texts */
} Contents;

static void
keep_texts(const Contents *contents, JsonObject *manifest)
{
    JsonNode *node = json_object_get_member(manifest, "texts");
    JsonObject *texts =
        node != NULL && JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : NULL;
    g_autoptr(GList) names = texts == NULL ? NULL : json_object_get_members(texts);

    for (const GList *name = names; name != NULL; name = name->next)
        g_hash_table_insert(
            contents->texts, g_strdup(name->data),
            g_strdup(json_object_get_string_member_with_default(texts, name->data, "")));
}

/* The old entries that still have their file. A manifest that is missing or broken has none:
 * it is only a list of what the folder holds. */
static void
keep_old(const Contents *contents, const char *folder, const char *path)
{
    JsonObject *manifest = read_manifest(path, NULL);
    JsonArray *files = manifest == NULL ? NULL : json_object_get_array_member(manifest, "files");

    for (unsigned i = 0; files != NULL && i < json_array_get_length(files); i++) {
        JsonObject *entry = json_array_get_object_element(files, i);
        const char *name = json_object_get_string_member(entry, "file");

        if (is_there(folder, name))
            g_hash_table_insert(contents->entries, g_strdup(name), json_object_ref(entry));
    }
    if (manifest != NULL) {
        keep_texts(contents, manifest);
        json_object_unref(manifest);
    }
}

static void
add_entries(const Contents *contents, const Job *job, const Made *made)
{
    char name[MANIFEST_MARK + 1];
    char *texts = texts_of(made);

    manifest_mark(texts, name);
    g_hash_table_insert(contents->texts, g_strdup(name), texts);
    for (unsigned i = 0; i < made->files->len; i++) {
        const MadeFile *file = &g_array_index(made->files, MadeFile, i);
        JsonObject *entry = json_object_new();

        const Output *output = output_of_file(file->name);

        json_object_set_string_member(entry, "file", file->name);
        if (output != NULL)
            json_object_set_string_member(entry, "output", output->name);
        manifest_describe(entry, job, made);
        json_object_set_string_member(entry, "texts", name);
        json_object_set_string_member(entry, "sha256", file->sha256);
        g_hash_table_insert(contents->entries, g_strdup(file->name), entry);
    }
}

static GList *
sorted_names(GHashTable *table)
{
    return g_list_sort(g_hash_table_get_keys(table), (GCompareFunc) strcmp);
}

static JsonArray *
files_of(const Contents *contents, GHashTable *used)
{
    g_autoptr(GList) names = sorted_names(contents->entries);
    JsonArray *files = json_array_new();

    for (const GList *name = names; name != NULL; name = name->next) {
        JsonObject *entry = g_hash_table_lookup(contents->entries, name->data);

        json_array_add_object_element(files, json_object_ref(entry));
        g_hash_table_add(
            used, (gpointer) json_object_get_string_member_with_default(entry, "texts", ""));
    }
    return files;
}

/* Of lists of texts only those that a file refers to. */
static JsonObject *
used_texts(const Contents *contents, GHashTable *used)
{
    g_autoptr(GList) names = sorted_names(contents->texts);
    JsonObject *texts = json_object_new();

    for (const GList *name = names; name != NULL; name = name->next)
        if (g_hash_table_contains(used, name->data))
            json_object_set_string_member(texts, name->data,
                                          g_hash_table_lookup(contents->texts, name->data));
    return texts;
}

static char *
text_of(const Contents *contents)
{
    g_autoptr(GHashTable) used = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(JsonObject) object = json_object_new();
    g_autoptr(JsonNode) root = json_node_new(JSON_NODE_OBJECT);

    json_object_set_array_member(object, "files", files_of(contents, used));
    json_object_set_object_member(object, "texts", used_texts(contents, used));
    json_node_set_object(root, object);
    return json_to_string(root, TRUE);
}

void
manifest_update(const char *folder, const Jobs *jobs, const GPtrArray *made, Diags *diags)
{
    g_autofree char *path = g_build_filename(folder, "manifest.json", NULL);
    g_autoptr(GHashTable) entries = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                                          (GDestroyNotify) json_object_unref);
    g_autoptr(GHashTable) texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    const Contents contents = { entries, texts };
    g_autoptr(GError) error = NULL;

    keep_old(&contents, folder, path);
    for (int i = 0; i < jobs->count; i++)
        if (made->pdata[i] != NULL)
            add_entries(&contents, &jobs->items[i], made->pdata[i]);

    g_autofree char *text = text_of(&contents);
    g_autofree char *line = g_strconcat(text, "\n", NULL);
    g_autoptr(GBytes) bytes = g_bytes_new(line, strlen(line));

    if (!file_write(path, bytes, &error))
        diag_add(diags, DIAG_CANNOT_WRITE, (Where){ path, 0, 0 }, "%s", error->message);
}
