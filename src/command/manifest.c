#include "command/manifest.h"

#include "base/file.h"

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

void
manifest_describe(JsonObject *object, const Job *job, const Made *made)
{
    const Variant *variant = &job->variant;
    g_autofree char *locales = variant_locales(variant);

    json_object_set_string_member(object, "pack", variant->pack->code);
    json_object_set_string_member(object, "version", variant->pack->version);
    json_object_set_string_member(object, "locale", locales);
    json_object_set_string_member(object, "audience", variant->audience->id);
    json_object_set_string_member(object, "format", variant->format->id);
    json_object_set_boolean_member(object, "discreet", variant->discreet);
    json_object_set_string_member(object, "state", variant->release ? "release" : "draft");
    if (made == NULL)
        return;
    json_object_set_int_member(object, "pages", made->pages);
    json_object_set_double_member(object, "size", made->body_size);
    if (made->less > 0)
        json_object_set_int_member(object, "less", made->less);
    json_object_set_string_member(object, "edition", made->edition);
    set_date(object, "contacts_valid_until", made->contacts_until);
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

/* The old entries that still have their file. A manifest that is missing or broken has none:
 * it is only a list of what the folder holds. */
static GHashTable *
entries_on_disk(const char *folder, const char *path)
{
    GHashTable *entries = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                                (GDestroyNotify) json_object_unref);
    g_autoptr(JsonParser) parser = json_parser_new_immutable();

    if (!json_parser_load_from_file(parser, path, NULL))
        return entries;

    JsonNode *root = json_parser_get_root(parser);
    JsonNode *files = root != NULL && JSON_NODE_HOLDS_OBJECT(root)
                          ? json_object_get_member(json_node_get_object(root), "files")
                          : NULL;
    if (files == NULL || !JSON_NODE_HOLDS_ARRAY(files))
        return entries;

    JsonArray *list = json_node_get_array(files);
    for (unsigned i = 0; i < json_array_get_length(list); i++) {
        JsonNode *entry = json_array_get_element(list, i);
        const char *name = file_of(entry);

        if (name != NULL && is_there(folder, name))
            g_hash_table_insert(entries, g_strdup(name), json_node_dup_object(entry));
    }
    return entries;
}

static void
add_entries(GHashTable *entries, const Job *job, const Made *made)
{
    for (unsigned i = 0; i < made->files->len; i++) {
        const MadeFile *file = &g_array_index(made->files, MadeFile, i);
        JsonObject *entry = json_object_new();

        json_object_set_string_member(entry, "file", file->name);
        manifest_describe(entry, job, made);
        json_object_set_string_member(entry, "sha256", file->sha256);
        g_hash_table_insert(entries, g_strdup(file->name), entry);
    }
}

static char *
text_of(GHashTable *entries)
{
    g_autoptr(GList) names = g_list_sort(g_hash_table_get_keys(entries), (GCompareFunc) strcmp);
    g_autoptr(JsonObject) object = json_object_new();
    g_autoptr(JsonNode) root = json_node_new(JSON_NODE_OBJECT);
    JsonArray *files = json_array_new();

    for (const GList *name = names; name != NULL; name = name->next)
        json_array_add_object_element(
            files, json_object_ref(g_hash_table_lookup(entries, name->data)));
    json_object_set_array_member(object, "files", files);
    json_node_set_object(root, object);
    return json_to_string(root, TRUE);
}

void
manifest_update(const char *folder, const Jobs *jobs, const GPtrArray *made, Diags *diags)
{
    g_autofree char *path = g_build_filename(folder, "manifest.json", NULL);
    g_autoptr(GHashTable) entries = entries_on_disk(folder, path);
    g_autoptr(GError) error = NULL;

    for (int i = 0; i < jobs->count; i++)
        if (made->pdata[i] != NULL)
            add_entries(entries, &jobs->items[i], made->pdata[i]);

    g_autofree char *text = text_of(entries);
    g_autofree char *line = g_strconcat(text, "\n", NULL);
    g_autoptr(GBytes) bytes = g_bytes_new(line, strlen(line));

    if (!file_write(path, bytes, &error))
        diag_add(diags, DIAG_CANNOT_WRITE, (Where){ path, 0, 0 }, "%s", error->message);
}
