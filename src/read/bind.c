#include "read/bind.h"

#include "read/values.h"

#include <glib/gi18n.h>
#include <string.h>

void
binder_init(Binder *binder, Arena *arena, Diags *diags)
{
    *binder = (Binder){ .arena = arena, .diags = diags, .domain = "" };
    binder->texts = g_array_new(FALSE, FALSE, sizeof(Text));
    for (int i = 0; i < KNOWN_COUNT; i++)
        binder->known[i] = g_hash_table_new(g_str_hash, g_str_equal);
}

void
binder_clear(Binder *binder)
{
    g_array_unref(binder->texts);
    for (int i = 0; i < KNOWN_COUNT; i++)
        g_hash_table_unref(binder->known[i]);
}

void
binder_add_known(Binder *binder, Known known, const char *id, const void *thing)
{
    g_hash_table_insert(binder->known[known], (gpointer) id, (gpointer) thing);
}

void
binder_lacks(Binder *binder)
{
    binder->incomplete |= binder->reading;
}

bool
binder_has_all(const Binder *binder, unsigned parts)
{
    return (binder->incomplete & parts) == 0;
}

static const Field *
find_field(const Type *type, const char *key)
{
    for (const Field *field = type->fields; field->key != NULL; field++)
        if (strcmp(field->key, key) == 0)
            return field;
    return NULL;
}

static void
report_unknown_key(Binder *binder, const Node *key, const Type *type)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();

    for (const Field *field = type->fields; field->key != NULL; field++)
        g_ptr_array_add(names, (gpointer) field->key);

    g_autofree char *hint =
        known_names_hint(key->text, (const char *const *) names->pdata, (int) names->len);
    diag_add(binder->diags, DIAG_UNKNOWN_KEY, key->where, "'%s' is not a key of %s%s",
             key->text, _(type->noun), hint);
}

static const char *
id_of_struct(const void *item)
{
    return *(const char *const *) item;
}

static Where
where_of_struct(const Type *type, const void *item)
{
    if (type->where == 0)
        return (Where){ 0 };
    return *(const Where *) ((const char *) item + type->where);
}

static bool
where_equal(Where a, Where b)
{
    return g_strcmp0(a.file, b.file) == 0 && a.line == b.line && a.column == b.column;
}

void
check_duplicates(Binder *binder, const Type *type, const void *items, int count)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

    for (int i = 0; i < count; i++) {
        const char *item = (const char *) items + (size_t) i * type->size;
        const char *first = g_hash_table_lookup(seen, id_of_struct(item));

        if (first == NULL) {
            g_hash_table_insert(seen, (gpointer) id_of_struct(item), (gpointer) item);
            continue;
        }

        Where where = where_of_struct(type, item);
        Where other = where_of_struct(type, first);
        if (!where_equal(where, other))
            diag_add(binder->diags, DIAG_DUPLICATE_ID, where,
                     "the id '%s' is taken: %s with it stands at %s:%d:%d", id_of_struct(item),
                     _(type->noun), other.file, other.line, other.column);
    }
}

static const char *
item_path(Binder *binder, const Node *node, const Type *type, const char *path)
{
    const Node *id = node_find(node, type->fields[0].key);

    if (id == NULL || id->kind != NODE_SCALAR)
        return path;
    if (type->own_path || path == NULL)
        return arena_intern(binder->arena, id->text);
    return arena_printf(binder->arena, "%s/%s", path, id->text);
}

void
bind_items(Binder *binder, const Node *node, const Type *type, const char *path, void *list)
{
    if (!node_is(binder, node, NODE_LIST, _(type->noun), N_("a list")))
        return;

    char *items = arena_alloc(binder->arena, (size_t) node->count * type->size);
    int count = 0;
    for (int i = 0; i < node->count; i++) {
        char *item = items + (size_t) count * type->size;

        memset(item, 0, type->size); /* of an entry that was dropped */
        bind_map(binder, node->items[i], type, item_path(binder, node->items[i], type, path),
                 item);
        if (id_of_struct(item) != NULL)
            count++;
        else
            binder_lacks(binder);
    }
    check_duplicates(binder, type, items, count);
    set_list(list, items, count);
}

static void bind_field(Binder *binder, const Node *node, const Field *field, const char *path,
                       void *out); /* a map's value may be a map */

static void
bind_keyed(Binder *binder, const Node *node, const Field *field, const char *path, void *out)
{
    const Type *type = field->type;
    const Field *key = &type->fields[0], *value = &type->fields[1];

    if (!node_is(binder, node, NODE_MAP, field->key, N_("a map, as {one: ..., two: ...}")))
        return;

    char *items = arena_alloc(binder->arena, (size_t) node->count * type->size);
    int count = 0;
    for (int i = 0; i < node->count; i++) {
        char *item = items + (size_t) count * type->size;

        bind_field(binder, node->keys[i], key, path, item);
        bind_field(binder, node->items[i], value, path, item);
        count += id_of_struct(item) != NULL;
    }
    set_list(out, items, count);
}

static void
bind_field_items(Binder *binder, const Node *node, const Field *field, const char *path,
                 void *out)
{
    bind_items(binder, node, field->type, path, out);
}

static void
bind_custom(Binder *binder, const Node *node, const Field *field, const char *path, void *out)
{
    (void) path;
    field->bind(binder, node, out);
}

/* One row a kind of field, in the order of FieldKind. */
static BindValue *const bind_value[] = {
    [FIELD_WORD] = bind_word,
    [FIELD_STRING] = bind_string,
    [FIELD_TEXT] = bind_field_text,
    [FIELD_TEXTS] = bind_texts,
    [FIELD_CELLS] = bind_cells,
    [FIELD_BOOL] = bind_bool,
    [FIELD_EITHER] = bind_either,
    [FIELD_CHOICE] = bind_choice,
    [FIELD_FLAGS] = bind_flags,
    [FIELD_INT] = bind_int,
    [FIELD_LONG] = bind_long,
    [FIELD_NUMBER] = bind_number,
    [FIELD_MM] = bind_mm,
    [FIELD_DATE] = bind_date,
    [FIELD_COLOUR] = bind_colour,
    [FIELD_NAME] = bind_name,
    [FIELD_NAMES] = bind_names,
    [FIELD_REFERENCE] = bind_reference,
    [FIELD_GROUP] = NULL, /* fills members of the struct around it: see bind_field() */
    [FIELD_ITEMS] = bind_field_items,
    [FIELD_KEYED] = bind_keyed,
    [FIELD_CUSTOM] = bind_custom,
};
G_STATIC_ASSERT(G_N_ELEMENTS(bind_value) == FIELD_KIND_COUNT);

/* @out is the struct, not the member. */
static void
bind_field(Binder *binder, const Node *node, const Field *field, const char *path, void *out)
{
    if (field->kind == FIELD_GROUP)
        bind_map(binder, node, field->type,
                 field->type->own_path ? arena_printf(binder->arena, "%s/%s", path, field->key)
                                       : path,
                 out);
    else
        bind_value[field->kind](binder, node, field, path, (char *) out + field->offset);
}

static void
fill_otherwise(const Field *field, void *out)
{
    char *member = (char *) out + field->offset;

    switch (field->kind) {
    case FIELD_GROUP:
        for (const Field *inner = field->type->fields; inner->key != NULL; inner++)
            fill_otherwise(inner, out);
        break;
    case FIELD_BOOL:
    case FIELD_EITHER:
        *(bool *) member = field->otherwise != 0;
        break;
    case FIELD_FLAGS:
        *(unsigned *) member = (unsigned) field->otherwise;
        break;
    case FIELD_INT:
    case FIELD_CHOICE:
        *(int *) member = (int) field->otherwise;
        break;
    case FIELD_NUMBER:
    case FIELD_MM:
        *(double *) member = field->otherwise;
        break;
    default: /* absent is zero */
        break;
    }
}

static void
bind_or_fill(Binder *binder, const Node *map, const Field *field, const Type *type,
             const char *path, void *out)
{
    const Node *value = node_find(map, field->key);

    fill_otherwise(field, out);
    if (value != NULL)
        bind_field(binder, value, field, path, out);
    else if (field->need == REQUIRED)
        diag_add(binder->diags, DIAG_MISSING_KEY, map->where, "the key '%s' of %s is missing",
                 field->key, _(type->noun));
}

void
bind_map(Binder *binder, const Node *node, const Type *type, const char *path, void *out)
{
    unsigned before = diags_count(binder->diags);

    if (!node_is(binder, node, NODE_MAP, _(type->noun), N_("a map, as {key: value}")))
        return;
    if (type->where != 0)
        *(Where *) ((char *) out + type->where) = node->where;
    for (int i = 0; i < node->count; i++)
        if (find_field(type, node->keys[i]->text) == NULL)
            report_unknown_key(binder, node->keys[i], type);
    for (const Field *field = type->fields; field->key != NULL; field++)
        bind_or_fill(binder, node, field, type, path, out);
    if (type->check != NULL && diags_count(binder->diags) == before)
        type->check(binder, node, out);
}
