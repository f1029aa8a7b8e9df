/* Which blocks a panel holds, and where its columns stand. A panel has a head and a foot across
 * its width, and columns between them; what it holds flows on through the panels after it that
 * hold nothing of their own, and through more pages where the last of them repeats. */
#include "layout/columns.h"

#include <string.h>

/* --- which blocks a panel holds ------------------------------------------------------------ */

static bool
is_furniture(const Format *format, const char *id)
{
    return strcmp(id, "draft") == 0 || (format->running_footer && strcmp(id, "colophon") == 0);
}

/* Sections of one slot follow each other in the document, for it was composed by the same walk. */
Range
panel_blocks(const Setting *setting, SectionNames names)
{
    const Document *document = setting->document;
    bool takes_rest = section_names_have(names, "rest");
    Range range = { -1, -1 };

    for (int i = 0; i < document->section_count; i++) {
        const DocumentSection *section = &document->sections[i];
        bool named = section_names_have(names, section->id);

        if (is_furniture(setting->format, section->id))
            continue;
        if (!named && !(takes_rest && !format_names_section(setting->format, section->id)))
            continue;
        if (range.first < 0)
            range.first = section->first;
        range.end = section->first + section->count;
    }
    return range;
}

int
panel_segment_end(const Setting *setting, int first, int end)
{
    const Document *document = setting->document;

    for (int i = 0; i < document->section_count; i++) {
        const DocumentSection *section = &document->sections[i];

        if (section->first > first && section->first < end &&
            section_names_have(setting->format->new_column, section->id))
            return section->first;
    }
    return end;
}

/* --- the columns of a flow ----------------------------------------------------------------- */

int
flow_columns_a_page(const Flow *flow)
{
    int count = 0;

    for (int i = 0; i < flow->panel_count; i++)
        count += flow->setting->format->panels.items[flow->first_panel + i].columns;
    return count;
}

bool
flow_repeats(const Flow *flow)
{
    const Format *format = flow->setting->format;

    return format->panels.items[flow->first_panel + flow->panel_count - 1].repeat;
}

static Rect
mirrored(Rect rect, Rect within)
{
    rect.x = 2 * within.x + within.width - rect.x - rect.width;
    return rect;
}

static const double above_footer_mm =
    0.3; /* under the tail of a bubble, which may hang over the frame */

Rect
panel_frame(const Setting *setting, const Panel *panel)
{
    Rect frame = format_rect_on_sheet(setting->format, setting->rtl, panel->frame);
    double lowest = setting->footer_top - setting->style->tail_height - mm(above_footer_mm);

    if (setting->format->running_footer)
        frame.height = MIN(frame.height, lowest - frame.y);
    return frame;
}

Rect
panel_frame_on(const Setting *setting, const Panel *panel, int page)
{
    return format_rect_on_page(setting->format, panel_frame(setting, panel), page);
}

PanelPlace
panel_place(const Setting *setting, const Panel *panel)
{
    bool mirrors = setting->rtl && setting->format->mirror == MIRROR_RTL;

    return (PanelPlace){ format_rect_on_sheet(setting->format, setting->rtl, panel->area),
                         mirrors ? (360 - panel->turn) % 360 : panel->turn };
}

static Rect
column_rect(const Setting *setting, const Panel *panel, Rect frame, int column)
{
    double width = (frame.width - (panel->columns - 1) * panel->gap) / panel->columns;
    Rect rect = { frame.x + column * (width + panel->gap), frame.y, width, frame.height };

    return setting->rtl ? mirrored(rect, frame) : rect;
}

bool
flow_column(const Flow *flow, int index, Column *column)
{
    const Format *format = flow->setting->format;
    int page_round = index / flow_columns_a_page(flow), left = index % flow_columns_a_page(flow);

    if (page_round > 0 && !flow_repeats(flow))
        return false;
    for (int i = flow->first_panel; i < flow->first_panel + flow->panel_count; i++) {
        const Panel *panel = &format->panels.items[i];

        if (left >= panel->columns) {
            left -= panel->columns;
            continue;
        }
        int page = format_panel_page(panel, flow->page_count) + page_round;
        Rect frame = panel_frame_on(flow->setting, panel, page);
        if (page_round == 0) {
            frame.y += flow->heads[i];
            frame.height -= flow->heads[i] + flow->feet[i];
        }
        *column = (Column){ .panel = i,
                            .page = page,
                            .rect = column_rect(flow->setting, panel, frame, left) };
        return true;
    }
    g_assert_not_reached();
}
