#include "model/content.h"

#include <stdlib.h>
#include <string.h>

/* Of structs that begin with their id. */
static int
compare_id(const void *id, const void *item)
{
    return strcmp(id, *(const char *const *) item);
}

static const void *
find_sorted(const char *id, const void *items, int count, size_t size)
{
    return count == 0 ? NULL : bsearch(id, items, (size_t) count, size, compare_id);
}

/* In a list that keeps its file's order. */
static const void *
find_listed(const char *id, const void *items, int count, size_t size)
{
    for (int i = 0; i < count; i++) {
        const char *item = (const char *) items + (size_t) i * size;

        if (compare_id(id, item) == 0)
            return item;
    }
    return NULL;
}

#define FIND_SORTED(id, list) \
    find_sorted((id), (list).items, (list).count, sizeof *(list).items)
#define FIND_LISTED(id, list) \
    find_listed((id), (list).items, (list).count, sizeof *(list).items)

bool
project_has_installed(const Project *project, const char *file)
{
    size_t length = strlen(project->data_dir);

    return strncmp(file, project->data_dir, length) == 0 && file[length] == '/';
}

const Pack *
project_find_pack(const Project *project, const char *id)
{
    return FIND_SORTED(id, project->packs);
}

const Contact *
project_find_contact(const Project *project, const char *id)
{
    return FIND_SORTED(id, project->contacts);
}

const Locale *
project_find_locale(const Project *project, const char *tag)
{
    return FIND_SORTED(tag, project->locales);
}

const Format *
project_find_format(const Project *project, const char *id)
{
    return FIND_SORTED(id, project->formats);
}

const Icon *
project_find_icon(const Project *project, const char *id)
{
    return FIND_SORTED(id, project->icons);
}

const Text *
project_find_word(const Project *project, const char *key)
{
    const CommonWord *word = FIND_SORTED(key, project->common);

    g_assert(word != NULL);
    return &word->text;
}

Date
contact_until(const Project *project, const Contact *contact)
{
    Date until, expires = contact->expires_on;

    if (date_is_none(contact->verified_on))
        return contact->verified_on;
    until = date_add_days(contact->verified_on, project->contact_interval_days);
    return !date_is_none(expires) && date_compare(expires, until) < 0 ? expires : until;
}

const Audience *
pack_find_audience(const Pack *pack, const char *id)
{
    return FIND_LISTED(id, pack->audiences);
}

const Parameter *
pack_find_parameter(const Pack *pack, const char *id)
{
    return FIND_LISTED(id, pack->parameters);
}

const LawTitle *
pack_find_law(const Pack *pack, const char *ref, const char **rest)
{
    for (int i = 0; i < pack->laws.count; i++) {
        const LawTitle *law = &pack->laws.items[i];
        size_t length = law->ref != NULL ? strlen(law->ref) : 0;

        if (length == 0 || strncmp(ref, law->ref, length) != 0 ||
            (ref[length] != ' ' && ref[length] != '\0'))
            continue;
        *rest = ref + length + (ref[length] == ' ');
        return law;
    }
    return NULL;
}

const Dimension *
pack_find_dimension(const Pack *pack, const char *tag)
{
    for (int i = 0; i < pack->dimensions.count; i++)
        if (names_have(pack->dimensions.items[i].tags, tag))
            return &pack->dimensions.items[i];
    return NULL;
}

bool
names_have(NameList names, const char *text)
{
    return FIND_LISTED(text, names) != NULL;
}

static const Locale *
translated_locale(const Locale *locale)
{
    return locale->derived_from == NULL ? locale : locale->derived_from;
}

bool
locale_is_same_language(const Locale *a, const Locale *b)
{
    return translated_locale(a) == translated_locale(b);
}

char *
variant_locales(const Variant *variant)
{
    return variant->second == NULL
               ? g_strdup(variant->locale->tag)
               : g_strconcat(variant->locale->tag, "+", variant->second->tag, NULL);
}

const Locale *
variant_reader(const Variant *variant)
{
    return variant->second != NULL ? variant->second : variant->locale;
}

bool
variant_has_rtl(const Variant *variant)
{
    return variant->locale->direction == DIRECTION_RTL ||
           (variant->second != NULL && variant->second->direction == DIRECTION_RTL);
}

void
project_free(Project *project)
{
    if (project != NULL)
        arena_free(project->arena);
}
