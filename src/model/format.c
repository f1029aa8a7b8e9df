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
    if (format->folds.count > 0)
        return false;
    for (int i = 0; i < format->panels.count; i++)
        for (int k = 0; k < i; k++)
            if (format->panels.items[i].side == format->panels.items[k].side)
                return false;
    return true;
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

/* Turning the sheet over left to right (a landscape sheet on its short edge) puts side 2's x where
 * side 1's were, from the other end; turning it over top to bottom does it with y. */
static bool
turns_left_to_right(const Format *format)
{
    bool landscape = format->sheet.width >= format->sheet.height;

    return format->flip == (landscape ? FLIP_SHORT : FLIP_LONG);
}

double
fold_on_side(const Format *format, const Fold *fold, int side)
{
    double length = fold->across ? format->sheet.height : format->sheet.width;
    bool from_other_end = side == 1 && fold->across != turns_left_to_right(format);

    return from_other_end ? length - fold->at : fold->at;
}
