/* The laws behind rights: references, and how laws are cited. */
#include "read/private.h"

#include "read/texts.h"
#include "read/values.h"

#include <glib/gi18n.h>

static const Field law_fields[] = {
    { "ref", FIELD_STRING, REQUIRED, AT(Law, ref) },
    { "checked_on", FIELD_DATE, OPTIONAL, AT(Law, checked_on) },
    { 0 },
};
static const Type law_type = { .noun = N_("a law"), .fields = law_fields, .size = sizeof(Law) };

void
bind_laws(Binder *binder, const Node *node, void *out)
{
    if (!node_is(binder, node, NODE_LIST, "law", N_("a list, as [{ref: LF 62}]")))
        return;

    Law *laws = arena_new_array(binder->arena, Law, node->count);
    for (int i = 0; i < node->count; i++) {
        laws[i].where = node->items[i]->where;
        bind_map(binder, node->items[i], &law_type, NULL, &laws[i]);
    }
    set_list(out, laws, node->count);
}

/* --- how they are cited -------------------------------------------------------------------- */

static const Field title_fields[] = {
    { "id", FIELD_WORD, REQUIRED, AT(LawTitle, id), .pattern = &id_pattern },
    { "ref", FIELD_STRING, REQUIRED, AT(LawTitle, ref) },
    { "cite", FIELD_TEXT, REQUIRED, AT(LawTitle, cite) },
    { 0 },
};
static const Type title_type = { .noun = N_("a law"),
                                 .fields = title_fields,
                                 .size = sizeof(LawTitle),
                                 .where = offsetof(LawTitle, where) };

/* What compose puts in their placeholders. */
static const char *const title_values[] = { "articles" };

static void
check_references(Reader *reader, const Pack *pack, const Right *right)
{
    const char *articles;

    for (int i = 0; i < right->law.count; i++) {
        const Law *law = &right->law.items[i];

        if (law->ref != NULL && pack_find_law(pack, law->ref, &articles) == NULL)
            diag_add(reader->binder.diags, DIAG_UNKNOWN_REFERENCE, law->where,
                     "'%s' begins with no law of laws.yaml", law->ref);
    }
}

void
read_laws(Reader *reader, const File *pack_file, Name name, Pack *pack)
{
    guint first_text = reader->binder.texts->len;

    read_entries(reader, pack_file, name, &title_type, "laws", &pack->laws);
    check_placeholders(&reader->binder, first_text, title_values, G_N_ELEMENTS(title_values),
                       pack->jurisdiction);
    if (pack->laws.count == 0)
        return;
    for (int i = 0; i < pack->sections.count; i++)
        for (int k = 0; k < pack->sections.items[i].rights.count; k++)
            check_references(reader, pack, &pack->sections.items[i].rights.items[k]);
}
