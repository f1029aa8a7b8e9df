#include "model/format.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* A landscape sheet is turned over left to right on its short edge. */
bool
format_turns_left_to_right(const Format *format)
{
    bool landscape = format->sheet.width >= format->sheet.height;

    return format->flip == (landscape ? FLIP_SHORT : FLIP_LONG);
}

const Paper *
format_find_paper(const Format *format, const char *name)
{
    for (int i = 0; name != NULL && i < format->papers.count; i++)
        if (strcmp(format->papers.items[i].name, name) == 0)
            return &format->papers.items[i];
    return format->scheme == SCHEME_NONE ? NULL : format->papers.items;
}

const Paper *
format_find_paper_sized(const Format *format, Size size)
{
    const double tolerance = 0.5; /* points */

    for (int i = 0; i < format->papers.count; i++)
        if (fabs(format->papers.items[i].size.width - size.width) <= tolerance &&
            fabs(format->papers.items[i].size.height - size.height) <= tolerance)
            return &format->papers.items[i];
    return NULL;
}

int
format_panel_page(const Panel *panel, int page_count)
{
    return panel->last ? page_count - 1 : panel->side;
}

static bool
has_last_panel(const Format *format)
{
    return format->panels.count > 0 && format->panels.items[format->panels.count - 1].last;
}

bool
format_panel_is_on(const Format *format, const Panel *panel, int page, int page_count)
{
    int first = format_panel_page(panel, page_count);
    bool taken = has_last_panel(format) && page == page_count - 1;

    return first == page || (panel->repeat && first < page && !taken);
}

bool
format_has_footer(const Format *format, int page, int page_count)
{
    for (int i = 0; i < format->panels.count; i++) {
        const Panel *panel = &format->panels.items[i];

        if (panel->bare && format_panel_is_on(format, panel, page, page_count))
            return false;
    }
    return format->running_footer;
}

int
format_padded_pages(const Format *format, int count)
{
    int multiple = format->pages_multiple > 0 ? format->pages_multiple : 1;
    int least = count > format->pages_least ? count : format->pages_least;

    return (least + multiple - 1) / multiple * multiple;
}

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
format_rect_on_page(const Format *format, Rect rect, int page)
{
    if (format->bound && page % 2 == 1)
        rect.x = format->sheet.width - rect.x - rect.width;
    return rect;
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

/* Turning the sheet over left to right puts side 2's x where side 1's were, from the other end; turning it
 * over top to bottom does it with y. */
double
fold_on_side(const Format *format, const Fold *fold, int side)
{
    double length = fold->across ? format->sheet.height : format->sheet.width;
    bool from_other_end = side == 1 && fold->across != format_turns_left_to_right(format);

    return from_other_end ? length - fold->at : fold->at;
}
