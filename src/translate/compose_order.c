#include "translate/compose.h"

#include <string.h>

static bool
has_slot(const GArray *slots, const char *id)
{
    for (guint i = 0; i < slots->len; i++)
        if (strcmp(g_array_index(slots, Slot, i).id, id) == 0)
            return true;
    return false;
}

static void
add_slot(GArray *slots, const char *id, const Section *section)
{
    Slot slot = { id, section };

    if (!has_slot(slots, id))
        g_array_append_val(slots, slot);
}

static const Section *
find_section(const Section *sections, int count, const char *id)
{
    for (int i = 0; i < count; i++)
        if (strcmp(sections[i].id, id) == 0)
            return &sections[i];
    return NULL;
}

static void
add_section(GArray *slots, const Variant *variant, const Section *section)
{
    if (section->priority <= variant->format->priority_sections)
        add_slot(slots, section->id, section);
}

static void
add_rest(GArray *slots, const Variant *variant)
{
    const Pack *pack = variant->pack;

    for (int i = 0; i < pack->sections.count; i++)
        if (!format_names_section(variant->format, pack->sections.items[i].id))
            add_section(slots, variant, &pack->sections.items[i]);
}

/* A name that is neither built in nor of this pack nor of a sheet is of another pack's section. */
static const char *const built_in[] = { "cover", "picture",  "field",
                                        "logo",  "contents", "colophon" };

/* What would tell whose leaflet it is. */
static const char *const left_out_of_discreet[] = { "logo" };

static bool
is_left_out(const Variant *variant, const char *id)
{
    const SectionNames names = { left_out_of_discreet, G_N_ELEMENTS(left_out_of_discreet) };

    return variant->discreet && section_names_have(names, id);
}

static void
add_named(GArray *slots, const Variant *variant, const char *id)
{
    const Pack *pack = variant->pack;
    const Project *project = variant->project;
    const Section *section = find_section(pack->sections.items, pack->sections.count, id);
    const Section *sheet = find_section(project->sheets.items, project->sheets.count, id);

    if (is_left_out(variant, id))
        return;
    if (strcmp(id, "rest") == 0)
        add_rest(slots, variant);
    else if (section != NULL)
        add_section(slots, variant, section);
    else if (sheet != NULL)
        add_slot(slots, id, sheet);
    else if (section_names_have((SectionNames){ built_in, G_N_ELEMENTS(built_in) }, id))
        add_slot(slots, id, NULL);
}

static void
add_names(GArray *slots, const Variant *variant, SectionNames names)
{
    for (int i = 0; i < names.count; i++)
        add_named(slots, variant, names.items[i]);
}

GArray *
compose_order(const Variant *variant)
{
    const Format *format = variant->format;
    GArray *slots = g_array_new(FALSE, FALSE, sizeof(Slot));

    if (!variant->release)
        add_slot(slots, "draft", NULL);
    if (format_names_section(variant->format, "cover"))
        add_slot(slots, "cover", NULL);
    for (int i = 0; i < format->panels.count; i++) {
        add_names(slots, variant, format->panels.items[i].head);
        add_names(slots, variant, format->panels.items[i].holds);
        add_names(slots, variant, format->panels.items[i].foot);
    }
    if (format->running_footer)
        add_slot(slots, "colophon", NULL);
    return slots;
}
