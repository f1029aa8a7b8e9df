#include "read/private.h"

#include "read/values.h"

#include <string.h>

static void
check_names(Reader *reader, const Pack *pack, NameList names, const GPtrArray *tags)
{
    for (int i = 0; i < names.count; i++) {
        const Name *name = &names.items[i];

        if (pack_find_dimension(pack, name->text) != NULL)
            continue;
        g_autofree char *hint =
            known_names_hint(name->text, (const char *const *) tags->pdata, (int) tags->len);
        diag_add(reader->binder.diags, DIAG_UNKNOWN_REFERENCE, name->where,
                 "'%s' is not among the tags of pack.yaml%s", name->text, hint);
    }
}

typedef void UseTags(Reader *reader, const Pack *pack, NameList tags, const void *about);

/* Calls @use with the applies_to of every right, step and point of @pack. */
static void
each_applies_to(Reader *reader, const Pack *pack, UseTags *use, const void *about)
{
    for (int i = 0; i < pack->sections.count; i++) {
        const Section *section = &pack->sections.items[i];

        for (int j = 0; j < section->rights.count; j++)
            use(reader, pack, section->rights.items[j].applies_to, about);
        for (int j = 0; j < section->steps.count; j++)
            use(reader, pack, section->steps.items[j].applies_to, about);
        for (int j = 0; j < section->points.count; j++)
            use(reader, pack, section->points.items[j].applies_to, about);
    }
}

static void
use_as_names(Reader *reader, const Pack *pack, NameList tags, const void *about)
{
    check_names(reader, pack, tags, about);
}

void
check_tags(Reader *reader, const Pack *pack)
{
    g_autoptr(GPtrArray) tags = g_ptr_array_new();

    for (int i = 0; i < pack->dimensions.count; i++) {
        NameList names = pack->dimensions.items[i].tags;

        for (int j = 0; j < names.count; j++)
            g_ptr_array_add(tags, (gpointer) names.items[j].text);
    }
    for (int i = 0; i < pack->audiences.count; i++)
        check_names(reader, pack, pack->audiences.items[i].tags, tags);
    each_applies_to(reader, pack, use_as_names, tags);
}

/* Contacts are every pack's: a tag that no pack has is a slip. */
static void
check_urgent_for(Reader *reader, const Contact *contact)
{
    const Project *project = reader->project;

    for (int i = 0; i < contact->urgent_for.count; i++) {
        const Name *tag = &contact->urgent_for.items[i];
        bool known = false;

        for (int j = 0; j < project->packs.count; j++)
            known |= pack_find_dimension(&project->packs.items[j], tag->text) != NULL;
        if (!known)
            diag_add(reader->binder.diags, DIAG_UNKNOWN_REFERENCE, tag->where,
                     "'%s' is not among the tags of any pack", tag->text);
    }
}

void
check_contact_tags(Reader *reader)
{
    const Project *project = reader->project;

    if (!binder_has_all(&reader->binder, PART_CONTACTS | PART_PACKS))
        return;
    for (int i = 0; i < project->contacts.count; i++)
        if (!is_installed(project, project->contacts.items[i].where.file))
            check_urgent_for(reader, &project->contacts.items[i]);
}

/* True when some tag of @audience in @dimension is not among @tags: then those whom the audience
 * means are not all meant, and the leaflet must say who is. */
static bool
leaves_someone_out(const Audience *audience, const Dimension *dimension, NameList tags)
{
    for (int i = 0; i < dimension->tags.count; i++) {
        const char *tag = dimension->tags.items[i].text;

        if (names_have(audience->tags, tag) && !names_have(tags, tag))
            return true;
    }
    return false;
}

static bool
needs_condition(const Pack *pack, NameList tags, const char *tag)
{
    const Dimension *dimension = pack_find_dimension(pack, tag);

    for (int i = 0; dimension != NULL && i < pack->audiences.count; i++) {
        const Audience *audience = &pack->audiences.items[i];

        if (names_have(audience->tags, tag) && leaves_someone_out(audience, dimension, tags))
            return true;
    }
    return false;
}

static void
use_as_conditions(Reader *reader, const Pack *pack, NameList tags, const void *about)
{
    (void) about;
    for (int i = 0; i < tags.count; i++)
        if (needs_condition(pack, tags, tags.items[i].text))
            require_word(reader, "conditions", tags.items[i].text, tags.items[i].where);
}

void
check_conditions(Reader *reader, const Pack *pack)
{
    each_applies_to(reader, pack, use_as_conditions, NULL);
}
