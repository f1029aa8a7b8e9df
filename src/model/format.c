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

/* Both kinds of length are measured round the middle of @area, which stays where it is. */
static Rect
round_middle(Rect area, double width, double height)
{
    return (Rect){ area.x + (area.width - width) / 2, area.y + (area.height - height) / 2,
                   width, height };
}

Rect
panel_upright(Rect area, int turn)
{
    return turn % 180 == 0 ? area : round_middle(area, area.height, area.width);
}

void
point_on_sheet(double *x, double *y, Rect area, int turn)
{
    double middle_x = area.x + area.width / 2, middle_y = area.y + area.height / 2;
    double right = *x - middle_x, down = *y - middle_y;

    for (int quarter = 0; quarter < turn / 90; quarter++) {
        double before = right;

        right = -down;
        down = before;
    }
    *x = middle_x + right;
    *y = middle_y + down;
}

Rect
panel_on_sheet(Rect rect, Rect area, int turn)
{
    double x = rect.x, y = rect.y, other_x = rect.x + rect.width, other_y = rect.y + rect.height;

    if (turn == 0)
        return rect;
    point_on_sheet(&x, &y, area, turn);
    point_on_sheet(&other_x, &other_y, area, turn);
    return (Rect){ x < other_x ? x : other_x, y < other_y ? y : other_y,
                   x < other_x ? other_x - x : x - other_x,
                   y < other_y ? other_y - y : y - other_y };
}
