#include "command/manifest.h"

#include "command/pseudo.h"

#include <string.h>

const char *
manifest_word(JsonObject *object, const char *member)
{
    JsonNode *node = json_object_get_member(object, member);
    const char *word =
        node != NULL && JSON_NODE_HOLDS_VALUE(node) ? json_node_get_string(node) : NULL;

    return word != NULL ? word : "";
}

static void
set_date(JsonObject *object, const char *member, Date date)
{
    g_autofree char *text = date_text(date);

    if (text == NULL)
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

static const char *
mark_of(GHashTable *marks, const char *context)
{
    char *mark = g_hash_table_lookup(marks, context);

    if (mark == NULL) {
        mark = g_malloc(MANIFEST_MARK + 1);
        manifest_mark(context, mark);
        g_hash_table_insert(marks, g_strdup(context), mark);
    }
    return mark;
}

/* The marks of all texts in one string: leaflets of many languages have the same. */
static char *
texts_of(const Made *made, GHashTable *marks)
{
    GString *texts = g_string_new(NULL);

    for (unsigned i = 0; i < made->texts->len; i++)
        g_string_append_printf(texts, "%s%s", i > 0 ? " " : "",
                               mark_of(marks, made->texts->pdata[i]));
    return g_string_free(texts, FALSE);
}

const char *
manifest_number(JsonObject *entry, const char *mark)
{
    JsonNode *node = json_object_get_member(entry, "contacts");

    if (node == NULL || !JSON_NODE_HOLDS_OBJECT(node))
        return NULL;
    const char *number = manifest_word(json_node_get_object(node), mark);
    return *number != '\0' ? number : NULL;
}

bool
manifest_has_text(JsonObject *root, JsonObject *entry, const char *mark)
{
    const char *name = manifest_word(entry, "texts");
    JsonNode *node = json_object_get_member(root, "texts");
    const char *marks = node == NULL || !JSON_NODE_HOLDS_OBJECT(node)
                            ? ""
                            : manifest_word(json_node_get_object(node), name);

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

/* --- one line of the journal ---------------------------------------------------------------- */

static JsonArray *
entries_of(const Job *job, const Made *made, const char *texts)
{
    JsonArray *entries = json_array_new();

    for (unsigned i = 0; i < made->files->len; i++) {
        const MadeFile *file = &g_array_index(made->files, MadeFile, i);
        JsonObject *entry = json_object_new();

        json_object_set_string_member(entry, "file", file->name);
        json_object_set_string_member(entry, "output", file->output);
        manifest_describe(entry, job, made);
        json_object_set_string_member(entry, "texts", texts);
        json_object_set_string_member(entry, "sha256", file->sha256);
        json_array_add_object_element(entries, entry);
    }
    return entries;
}

/* The line; takes @files and @texts. */
static char *
write_line(JsonArray *files, JsonObject *texts, const char *leaflet, const char *key)
{
    g_autoptr(JsonObject) line = json_object_new();
    g_autoptr(JsonNode) root = json_node_new(JSON_NODE_OBJECT);

    json_object_set_array_member(line, "files", files);
    json_object_set_object_member(line, "texts", texts);
    if (leaflet != NULL)
        json_object_set_string_member(line, "leaflet", leaflet);
    if (key != NULL)
        json_object_set_string_member(line, "key", key);
    json_node_set_object(root, line);

    g_autofree char *text = json_to_string(root, FALSE);
    return g_strconcat(text, "\n", NULL);
}

char *
manifest_line(const Job *job, const Made *made, const char *key, GHashTable *marks)
{
    g_autofree char *printed = texts_of(made, marks);
    char name[MANIFEST_MARK + 1];
    JsonObject *texts = json_object_new();

    manifest_mark(printed, name);
    json_object_set_string_member(texts, name, printed);
    return write_line(entries_of(job, made, name), texts, job->name, key);
}

char *
manifest_line_of(const Manifest *manifest, const char *const *names, const char *leaflet,
                 const char *key)
{
    JsonArray *files = json_array_new();
    JsonObject *texts = json_object_new();

    for (; *names != NULL; names++) {
        JsonObject *entry = manifest_entry(manifest, *names);
        const char *name = manifest_word(entry, "texts");

        json_array_add_object_element(files, json_object_ref(entry));
        if (*name != '\0')
            json_object_set_string_member(texts, name, manifest_texts(manifest, name));
    }
    return write_line(files, texts, leaflet, key);
}
