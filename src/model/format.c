#include "model/format.h"

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
