#include "read/values.h"

#include <glib/gi18n.h>
#include <string.h>

/* How messages call what is known by id, and the code for an id that is not. */
static const struct {
    Known known;
    const char *noun;
    DiagCode code;
    Part part; /* where they are read */
} knowns[] = {
    { KNOWN_ICON, N_("a drawing of content/icons"), DIAG_UNKNOWN_ICON, PART_ICONS },
    { KNOWN_PALETTE, N_("a palette"), DIAG_UNKNOWN_REFERENCE, PART_STYLES },
    { KNOWN_STYLE, N_("a style"), DIAG_UNKNOWN_REFERENCE, PART_STYLES },
    { KNOWN_LOCALE, N_("a language of locales/"), DIAG_UNKNOWN_REFERENCE, PART_LOCALES },
    { KNOWN_CONTACT, N_("a contact"), DIAG_UNKNOWN_REFERENCE, PART_CONTACTS },
};
G_STATIC_ASSERT(G_N_ELEMENTS(knowns) == KNOWN_COUNT);

static bool
name_of_node(Binder *binder, const Node *node, const Field *field, Name *name)
{
    const Field word = { .key = field->key, .kind = FIELD_WORD, .pattern = field->pattern };

    *name = (Name){ .where = node->where };
    bind_word(binder, node, &word, NULL, &name->text);
    return name->text != NULL;
}

void
bind_name(Binder *binder, const Node *node, const Field *field, const char *path, void *out)
{
    (void) path;
    name_of_node(binder, node, field, out);
}

void
bind_names(Binder *binder, const Node *node, const Field *field, const char *path, void *out)
{
    (void) path;
    if (!node_is(binder, node, NODE_LIST, field->key, N_("a list, as [one, two]")))
        return;

    Name *names = arena_new_array(binder->arena, Name, node->count);
    int count = 0;
    for (int i = 0; i < node->count; i++)
        if (name_of_node(binder, node->items[i], field, &names[count]))
            count++;
    set_list(out, names, count);
}

const void *
find_known(Binder *binder, Known known, Name name)
{
    GHashTable *table = binder->known[known];
    const void *thing = g_hash_table_lookup(table, name.text);
    guint count;

    if (thing != NULL || !binder_has_all(binder, knowns[known].part))
        return thing;

    g_autofree gpointer *ids = g_hash_table_get_keys_as_array(table, &count);
    g_autofree char *hint = known_names_hint(name.text, (const char *const *) ids, (int) count);
    diag_add(binder->diags, knowns[known].code, name.where, "'%s' is not %s%s", name.text,
             _(knowns[known].noun), hint);
    return NULL;
}

static const void *
known_of_node(Binder *binder, const Node *node, const Field *field)
{
    Name name;

    if (!name_of_node(binder, node, field, &name))
        return NULL;
    return find_known(binder, field->known, name);
}

void
bind_reference(Binder *binder, const Node *node, const Field *field, const char *path, void *out)
{
    (void) path;
    *(const void **) out = known_of_node(binder, node, field);
}
