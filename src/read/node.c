#include "read/node.h"
#include "read/read.h"

#include "read/characters.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <yaml.h>

static const int most_depth = 32;
static const size_t most_bytes = 4 * 1024 * 1024;

typedef struct Loader {
    yaml_parser_t parser;
    Arena *arena;
    Diags *diags;
    const char *file;
    const char *bytes;
    size_t length;
    int depth;
    bool keeps_order; /* the file itself holds no reordering characters */
    bool failed;      /* nothing more can be read */
} Loader;

static Where
mark_where(const Loader *loader, yaml_mark_t mark)
{
    return (Where){ loader->file, (int) mark.line + 1, (int) mark.column + 1 };
}

static bool
stands_on_tab(const Loader *loader, yaml_mark_t mark)
{
    const char *line = loader->bytes;

    for (size_t i = 0; i < mark.line && line != NULL; i++) {
        line = strchr(line, '\n');
        line = line == NULL ? NULL : line + 1;
    }
    if (line == NULL || g_utf8_strlen(line, -1) <= (glong) mark.column)
        return false;
    return *g_utf8_offset_to_pointer(line, (glong) mark.column) == '\t';
}

static void
report_syntax(Loader *loader)
{
    const yaml_parser_t *parser = &loader->parser;
    const char *problem = parser->problem == NULL ? _("this is not YAML") : parser->problem;

    loader->failed = true;
    if (parser->error == YAML_READER_ERROR)
        diag_add(loader->diags, DIAG_YAML_SYNTAX,
                 where_of_byte(loader->file, loader->bytes,
                               MIN(parser->problem_offset, loader->length)),
                 "a control character (%#x) stands here", (unsigned) parser->problem_value);
    else if (stands_on_tab(loader, parser->problem_mark))
        diag_add(loader->diags, DIAG_YAML_SYNTAX, mark_where(loader, parser->problem_mark),
                 "a tab stands here; YAML wants spaces");
    else
        diag_add(loader->diags, DIAG_YAML_SYNTAX, mark_where(loader, parser->problem_mark),
                 "%s%s%s", problem, parser->context == NULL ? "" : ", ",
                 parser->context == NULL ? "" : parser->context);
}

static bool
next_event(Loader *loader, yaml_event_t *event)
{
    if (loader->failed)
        return false;
    if (yaml_parser_parse(&loader->parser, event))
        return true;
    report_syntax(loader);
    return false;
}

/* An escape ("\u202e") can say what the file's own bytes must not. */
static bool
scalar_is_clean(Loader *loader, const char *text, size_t length, Where where)
{
    if (loader->keeps_order && !string_keeps_order(text)) {
        diag_add(loader->diags, DIAG_BIDI_CONTROL, where,
                 "an escape stands for an unseen character that changes the order of the text");
        return false;
    }
    for (size_t i = 0; i < length; i++)
        if (g_ascii_iscntrl(text[i]) && text[i] != '\t' && text[i] != '\n') {
            diag_add(loader->diags, DIAG_BAD_VALUE, where,
                     "an escape stands for the control character %#x", (unsigned) text[i]);
            return false;
        }
    return true;
}

static void
fill_scalar(Loader *loader, const yaml_event_t *event, Node *node)
{
    const char *text = (const char *) event->data.scalar.value;

    node->text = arena_strdup(loader->arena, text);
    node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    if (!scalar_is_clean(loader, text, event->data.scalar.length, node->where))
        node->kind = NODE_REFUSED;
}

static void
refuse_extras(Loader *loader, Where where, const yaml_char_t *anchor, const yaml_char_t *tag)
{
    if (anchor != NULL)
        diag_add(loader->diags, DIAG_YAML_ALIAS, where,
                 "the anchor '&%s' is not allowed; write the value where it is needed", anchor);
    if (tag != NULL)
        diag_add(loader->diags, DIAG_YAML_SYNTAX, where,
                 "the tag '%s' is not allowed; remove it", tag);
}

/* NULL for an event that ends something. */
static Node *
node_of_event(Loader *loader, const yaml_event_t *event)
{
    Node *node = arena_alloc(loader->arena, sizeof *node);

    node->where = mark_where(loader, event->start_mark);
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        node->kind = NODE_SCALAR;
        refuse_extras(loader, node->where, event->data.scalar.anchor, event->data.scalar.tag);
        fill_scalar(loader, event, node);
        return node;
    case YAML_SEQUENCE_START_EVENT:
        node->kind = NODE_LIST;
        refuse_extras(loader, node->where, event->data.sequence_start.anchor,
                      event->data.sequence_start.tag);
        return node;
    case YAML_MAPPING_START_EVENT:
        node->kind = NODE_MAP;
        refuse_extras(loader, node->where, event->data.mapping_start.anchor,
                      event->data.mapping_start.tag);
        return node;
    case YAML_ALIAS_EVENT:
        node->kind = NODE_REFUSED;
        diag_add(loader->diags, DIAG_YAML_ALIAS, node->where,
                 "the alias '*%s' is not allowed; write the value here",
                 event->data.alias.anchor);
        return node;
    default:
        return NULL;
    }
}

static const Node *read_node(Loader *loader); /* a list holds nodes, and a node may be a list */

static const Node *const *
keep_nodes(Loader *loader, const GPtrArray *nodes)
{
    return arena_copy(loader->arena, nodes->pdata, nodes->len * sizeof *nodes->pdata);
}

static void
read_items(Loader *loader, Node *list)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new();
    const Node *item;

    while ((item = read_node(loader)) != NULL)
        g_ptr_array_add(items, (gpointer) item);
    list->items = keep_nodes(loader, items);
    list->count = (int) items->len;
}

static bool
key_is_good(Loader *loader, const Node *key, GHashTable *seen)
{
    if (key->kind == NODE_REFUSED)
        return false;
    if (key->kind != NODE_SCALAR) {
        diag_add(loader->diags, DIAG_WRONG_TYPE, key->where, "a key is one word, not %s",
                 _(node_kind_name(key)));
        return false;
    }

    const Node *first = g_hash_table_lookup(seen, key->text);
    if (first != NULL) {
        diag_add(loader->diags, DIAG_DUPLICATE_KEY, key->where,
                 "the key '%s' stands twice in one map; the first is in line %d", key->text,
                 first->where.line);
        return false;
    }
    g_hash_table_insert(seen, (gpointer) key->text, (gpointer) key);
    return true;
}

static void
read_pairs(Loader *loader, Node *map)
{
    g_autoptr(GPtrArray) keys = g_ptr_array_new();
    g_autoptr(GPtrArray) values = g_ptr_array_new();
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    const Node *key;

    while ((key = read_node(loader)) != NULL) {
        const Node *value = read_node(loader);

        if (value == NULL)
            break;
        if (!key_is_good(loader, key, seen))
            continue;
        g_ptr_array_add(keys, (gpointer) key);
        g_ptr_array_add(values, (gpointer) value);
    }
    map->keys = keep_nodes(loader, keys);
    map->items = keep_nodes(loader, values);
    map->count = (int) keys->len;
}

static void
refuse_depth(Loader *loader, Where where)
{
    diag_add(loader->diags, DIAG_YAML_DEPTH, where,
             "lists and maps stand more than %d deep inside one another", most_depth);
    loader->failed = true;
}

/* The next node and all it holds; NULL at the end of what surrounds it, and after a failure. */
static const Node *
read_node(Loader *loader)
{
    yaml_event_t event;

    if (!next_event(loader, &event))
        return NULL;

    Node *node = node_of_event(loader, &event);
    yaml_event_delete(&event);
    if (node == NULL || (node->kind != NODE_LIST && node->kind != NODE_MAP))
        return node;

    if (++loader->depth > most_depth)
        refuse_depth(loader, node->where);
    else if (node->kind == NODE_LIST)
        read_items(loader, node);
    else
        read_pairs(loader, node);
    loader->depth--;
    return node;
}

/* Passes one event; true when it was of @type. Anything else stops the reading. */
static bool
pass_event(Loader *loader, yaml_event_type_t type)
{
    yaml_event_t event;

    if (!next_event(loader, &event))
        return false;

    bool good = event.type == type;
    if (!good && event.type == YAML_STREAM_END_EVENT)
        diag_add(loader->diags, DIAG_WRONG_TYPE, (Where){ loader->file, 1, 1 },
                 N_("this file is empty"));
    else if (!good)
        diag_add(loader->diags, DIAG_YAML_SYNTAX, mark_where(loader, event.start_mark),
                 "a second document begins here; a file holds one");
    loader->failed |= !good;
    yaml_event_delete(&event);
    return good;
}

static const Node *
read_document(Loader *loader)
{
    if (!pass_event(loader, YAML_STREAM_START_EVENT) ||
        !pass_event(loader, YAML_DOCUMENT_START_EVENT))
        return NULL;

    const Node *root = read_node(loader);
    if (root == NULL || !pass_event(loader, YAML_DOCUMENT_END_EVENT) ||
        !pass_event(loader, YAML_STREAM_END_EVENT))
        return NULL;
    return loader->failed ? NULL : root;
}

static void
report_bad_byte(const char *file, const char *bytes, size_t offset, Diags *diags)
{
    diag_add(diags, DIAG_INVALID_UTF8, where_of_byte(file, bytes, offset),
             "the byte %#04x here is not UTF-8", (unsigned) (unsigned char) bytes[offset]);
}

const Node *
node_load_bytes(const char *file, const char *bytes, size_t length, Arena *arena, Diags *diags)
{
    const char *end;

    if (length > most_bytes) {
        diag_add(diags, DIAG_FILE_TOO_LARGE, (Where){ file, 0, 0 },
                 N_("this file has %zu bytes; at most %zu are read"), length, most_bytes);
        return NULL;
    }
    if (!g_utf8_validate_len(bytes, length, &end)) {
        report_bad_byte(file, bytes, (size_t) (end - bytes), diags);
        return NULL;
    }

    Loader loader = { .arena = arena, .diags = diags, .file = file, .length = length };
    g_autofree char *text = g_strndup(bytes, length); /* NUL-terminated, for looking ahead */
    loader.bytes = text;
    loader.keeps_order = characters_keep_order(file, text, length, diags);
    yaml_parser_initialize(&loader.parser);
    yaml_parser_set_encoding(&loader.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&loader.parser, (const unsigned char *) text, length);

    const Node *root = read_document(&loader);
    yaml_parser_delete(&loader.parser);
    return root;
}

char *
read_whole_file(const char *path, size_t most, size_t *length, Diags *diags)
{
    g_autoptr(GError) error = NULL;
    Where where = { path, 0, 0 };
    GStatBuf status;
    char *bytes;

    bool is_there = g_stat(path, &status) == 0;
    if (is_there && !S_ISREG(status.st_mode)) {
        diag_add(diags, DIAG_UNREADABLE_FILE, where, "this is not a file");
        return NULL;
    }
    if (is_there && (size_t) status.st_size > most) {
        diag_add(diags, DIAG_FILE_TOO_LARGE, where,
                 "this file has %lld bytes; at most %zu are read", (long long) status.st_size,
                 most);
        return NULL;
    }
    if (!g_file_get_contents(path, &bytes, length, &error)) {
        diag_add(diags, DIAG_UNREADABLE_FILE, where, "%s", error->message);
        return NULL;
    }
    return bytes;
}

const Node *
node_load_file(const char *path, Arena *arena, Diags *diags)
{
    size_t length;
    g_autofree char *bytes = read_whole_file(path, most_bytes, &length, diags);

    return bytes == NULL ? NULL : node_load_bytes(path, bytes, length, arena, diags);
}

const Node *
node_find(const Node *map, const char *key)
{
    for (int i = 0; map->kind == NODE_MAP && i < map->count; i++)
        if (strcmp(map->keys[i]->text, key) == 0)
            return map->items[i];
    return NULL;
}

const char *
node_kind_name(const Node *node)
{
    switch (node->kind) {
    case NODE_LIST:
        return N_("a list");
    case NODE_MAP:
        return N_("a map");
    default:
        return N_("one value");
    }
}

const char *
project_yaml_version(void)
{
    return yaml_get_version_string();
}
