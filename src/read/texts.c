#include "read/texts.h"

#include "read/private.h"
#include "read/values.h"

#include <glib/gi18n.h>
#include <string.h>

static const char name_letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_";
static const char contact_prefix[] = "tel.";

static bool
is_name(const char *text)
{
    return id_pattern.fits(text);
}

static bool
is_placeholder(const char *inside)
{
    if (g_str_has_prefix(inside, contact_prefix))
        return is_name(inside + strlen(contact_prefix));
    return is_name(inside);
}

/* What stands between the next braces from *@cursor on, which moves past them; NULL at the end.
 * A brace without its partner gives "", which is no placeholder. Free with g_free(). */
static char *
next_placeholder(const char **cursor)
{
    const char *brace = strpbrk(*cursor, "{}");

    if (brace == NULL)
        return NULL;
    *cursor = brace + 1;

    size_t length = strcspn(brace + 1, "{}");
    if (*brace == '}' || brace[1 + length] != '}')
        return g_strdup("");
    *cursor = brace + 1 + length + 1;
    return g_strndup(brace + 1, length);
}

static bool
placeholders_are_good(Binder *binder, const Node *node, const char *text)
{
    const char *cursor = text;
    bool good = true;
    char *inside;

    while ((inside = next_placeholder(&cursor)) != NULL) {
        if (!is_placeholder(inside)) {
            diag_add(binder->diags, DIAG_BAD_PLACEHOLDER, node->where,
                     "'{%s}' is no placeholder; they are {name} and {tel.contact}, of the letters "
                     "%s",
                     inside, name_letters);
            good = false;
        }
        g_free(inside);
    }
    return good;
}

static const char *
message_of_node(Binder *binder, const Node *node)
{
    const char *text = string_of_node(binder, node, _("a text"));

    if (text == NULL || !placeholders_are_good(binder, node, text))
        return NULL;
    if (strchr(text, '\n') != NULL) {
        diag_add(binder->diags, DIAG_BAD_VALUE, node->where,
                 "a text is one paragraph; make a list of two texts where an empty line stands");
        return NULL;
    }
    return text;
}

typedef struct Plural {
    const char *count, *one, *other;
} Plural;

static void
bind_form(Binder *binder, const Node *node, void *out)
{
    *(const char **) out = message_of_node(binder, node);
}

static const Field plural_fields[] = {
    { "count", FIELD_WORD, REQUIRED, AT(Plural, count), .pattern = &id_pattern },
    { "one", FIELD_CUSTOM, REQUIRED, AT(Plural, one), .bind = bind_form },
    { "other", FIELD_CUSTOM, REQUIRED, AT(Plural, other), .bind = bind_form },
    { 0 },
};
static const Type plural_type = { .noun = N_("a text with a plural"),
                                  .fields = plural_fields,
                                  .size = sizeof(Plural) };

void
bind_text(Binder *binder, const Node *node, const char *context, Text *out)
{
    Plural plural = { 0 };

    if (node->kind == NODE_MAP)
        bind_map(binder, node, &plural_type, context, &plural);
    else
        plural.one = message_of_node(binder, node);

    bool whole = node->kind != NODE_MAP || (plural.count != NULL && plural.other != NULL);
    if (plural.one == NULL || !whole)
        return;
    *out = (Text){ .msgid = plural.one,
                   .msgid_plural = plural.other,
                   .count = plural.count,
                   .context = arena_intern(binder->arena, context),
                   .domain = binder->domain,
                   .where = node->where };
    g_array_append_val(binder->texts, *out);
}

static char *
field_context(const Field *field, const char *path)
{
    return path == NULL ? g_strdup(field->key) : g_strdup_printf("%s/%s", path, field->key);
}

void
bind_field_text(Binder *binder, const Node *node, const Field *field, const char *path,
                void *out)
{
    g_autofree char *context = field_context(field, path);

    bind_text(binder, node, context, out);
}

void
bind_texts(Binder *binder, const Node *node, const Field *field, const char *path, void *out)
{
    g_autofree char *context = field_context(field, path);
    const Node *one[] = { node };
    const Node *const *nodes = node->kind == NODE_LIST ? node->items : one;
    int node_count = node->kind == NODE_LIST ? node->count : 1;

    if (node_count == 0)
        diag_add(binder->diags, DIAG_EMPTY_TEXT, node->where, "'%s' has no text in its list",
                 field->key);

    Text *texts = arena_new_array(binder->arena, Text, node_count);
    int count = 0;
    for (int i = 0; i < node_count; i++) {
        bind_text(binder, nodes[i], context, &texts[count]);
        count += texts[count].msgid != NULL;
    }
    set_list(out, texts, count);
}

/* Cells may say the same: then they are one message. */
static bool
is_said_before(const Text *cells, int count, const char *msgid)
{
    for (int i = 0; i < count; i++)
        if (strcmp(cells[i].msgid, msgid) == 0)
            return true;
    return false;
}

static void
bind_row(Binder *binder, const Node *row, const char *context, Text *cells, int *count)
{
    for (int i = 0; i < row->count; i++) {
        Text *cell = &cells[*count];

        bind_text(binder, row->items[i], context, cell);
        if (cell->msgid == NULL)
            continue;
        if (is_said_before(cells, *count, cell->msgid))
            g_array_set_size(binder->texts, binder->texts->len - 1);
        (*count)++;
    }
}

void
bind_cells(Binder *binder, const Node *node, const Field *field, const char *path, void *out)
{
    static const char wanted[] = "a list, as [one, two]";
    g_autofree char *context = field_context(field, path);
    int most = 0, count = 0;

    if (!node_is(binder, node, NODE_LIST, field->key, "a list of lists, as [[one, two]]"))
        return;
    for (int i = 0; i < node->count; i++)
        most += node->items[i]->count;
    Text *cells = arena_new_array(binder->arena, Text, most);
    for (int i = 0; i < node->count; i++)
        if (node_is(binder, node->items[i], NODE_LIST, "a row", wanted))
            bind_row(binder, node->items[i], context, cells, &count);
    set_list(out, cells, count);
}

static bool
is_among(const char *name, const char *const *names, int count)
{
    for (int i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

static void
check_contact(Binder *binder, const Text *text, const char *id, const char *jurisdiction)
{
    const Contact *contact = g_hash_table_lookup(binder->known[KNOWN_CONTACT], id);
    guint count;

    if (contact != NULL)
        check_contact_use(binder, text->where, contact, jurisdiction);
    if (contact != NULL || !binder_has_all(binder, PART_CONTACTS))
        return;

    g_autofree gpointer *ids =
        g_hash_table_get_keys_as_array(binder->known[KNOWN_CONTACT], &count);
    g_autofree char *hint = known_names_hint(id, (const char *const *) ids, (int) count);
    diag_add(binder->diags, DIAG_UNKNOWN_REFERENCE, text->where,
             "'{tel.%s}' names no contact of content/contacts%s", id, hint);
}

static void
check_name(Binder *binder, const Text *text, const char *name, const char *const *names,
           int count)
{
    if (is_among(name, names, count))
        return;

    g_autofree char *hint = known_names_hint(name, names, count);
    diag_add(binder->diags, DIAG_UNKNOWN_REFERENCE, text->where,
             "nothing can be put in place of '{%s}'%s", name, hint);
}

static void
check_form(Binder *binder, const Text *text, const char *form, const char *const *names,
           int count, const char *jurisdiction)
{
    const char *cursor = form;
    char *inside;

    while ((inside = next_placeholder(&cursor)) != NULL) {
        if (g_str_has_prefix(inside, contact_prefix))
            check_contact(binder, text, inside + strlen(contact_prefix), jurisdiction);
        else
            check_name(binder, text, inside, names, count);
        g_free(inside);
    }
}

void
check_placeholders(Binder *binder, guint first, const char *const *names, int count,
                   const char *jurisdiction)
{
    for (guint i = first; i < binder->texts->len; i++) {
        const Text *text = &g_array_index(binder->texts, Text, i);

        check_form(binder, text, text->msgid, names, count, jurisdiction);
        if (text->msgid_plural == NULL)
            continue;
        check_form(binder, text, text->msgid_plural, names, count, jurisdiction);
        check_name(binder, text, text->count, names, count);
    }
}

void
check_messages(Binder *binder)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; i < binder->texts->len; i++) {
        const Text *text = &g_array_index(binder->texts, Text, i);
        char *key = g_strjoin("\004", text->domain, text->context, text->msgid, NULL);
        const Text *first = g_hash_table_lookup(seen, key);

        if (first == NULL) {
            g_hash_table_insert(seen, key, (gpointer) text);
            continue;
        }
        diag_add(binder->diags, DIAG_DUPLICATE_MESSAGE, text->where,
                 "this sentence stands already under %s, at %s:%d:%d", text->context,
                 first->where.file, first->where.line, first->where.column);
        g_free(key);
    }
}
