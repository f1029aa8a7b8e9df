#include "model/format.h"

#include <glib.h>
#include <string.h>

bool
section_names_have(SectionNames names, const char *id)
{
    for (int i = 0; i < names.count; i++)
        if (strcmp(names.items[i], id) == 0)
            return true;
    return false;
}

bool
format_names_section(const Format *format, const char *id)
{
    for (int i = 0; i < format->panels.count; i++) {
        const Panel *panel = &format->panels.items[i];

        if (section_names_have(panel->head, id) || section_names_have(panel->holds, id) ||
            section_names_have(panel->foot, id))
            return true;
    }
    return false;
}

bool
format_lies_open(const Format *format)
{
    return format->folds[0].count == 0 && format->folds[1].count == 0;
}

/* True when the flow that begins on panel @first, and goes on through panels that hold nothing of
 * their own, comes to an outer panel. */
static bool
flow_goes_outside(const Format *format, int first)
{
    for (int i = first; i < format->panels.count; i++) {
        const Panel *panel = &format->panels.items[i];

        if (i > first && panel->holds.count > 0)
            return false;
        if (panel->outer)
            return true;
    }
    return false;
}

static bool
is_named_for(const Format *format, SectionNames names, const char *id)
{
    return section_names_have(names, id) ||
           (section_names_have(names, "rest") && !format_names_section(format, id));
}

bool
format_shows_on(const Format *format, const Panel *panel, const char *section)
{
    static const char *const always[] = { "draft", "cover", "colophon" };

    return panel->outer ||
           section_names_have((SectionNames){ always, G_N_ELEMENTS(always) }, section) ||
           (format_lies_open(format) && (is_named_for(format, panel->head, section) ||
                                         is_named_for(format, panel->foot, section)));
}

bool
format_shows_section(const Format *format, const char *id)
{
    for (int i = 0; i < format->panels.count; i++) {
        const Panel *panel = &format->panels.items[i];
        bool held = is_named_for(format, panel->holds, id);

        if (held && flow_goes_outside(format, i))
            return true;
        if ((held || is_named_for(format, panel->head, id) ||
             is_named_for(format, panel->foot, id)) &&
            format_shows_on(format, panel, id))
            return true;
    }
    return false;
}

Rect
format_rect_on_sheet(const Format *format, bool rtl, Rect rect)
{
    if (rtl && format->mirror == MIRROR_RTL)
        rect.x = format->sheet.width - rect.x - rect.width;
    return rect;
}
