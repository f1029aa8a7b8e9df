/* Rows to columns: greedy, in reading order. */
#include "layout/segment.h"

#include <string.h>

typedef struct Filler {
    const Setting *setting;
    GArray *columns;
    Overflow overflow;
    bool finish;
    int most_pages; /* 0: as many as are needed; else give up when it is more */
    double *heads, *feet;
    double *over; /* one a panel, as in Columns */
} Filler;

/* --- filling one column -------------------------------------------------------------------- */

double
column_hang(const Setting *setting, const Column *column)
{
    int block = rows_cursor(&column->rows, column->first).block;
    bool heads = setting->document->blocks[block].role == ROLE_HEADING;

    if (column->foot || heads)
        return 0;
    return setting->style->rule + setting->style->rule_gap_q * setting->quarter;
}

/* Rows from @first that stay together, and their height. */
static int
unit_count(const RowList *rows, int first, double *height)
{
    int count = 1;

    while (first + count < rows->count && rows->items[first + count - 1].glued)
        count++;
    *height = rows_height(rows, first, count);
    return count;
}

static void
take_rows(Column *column, int count, double height)
{
    double gap = column->count > 0 ? column->rows.items[column->first + column->count].gap : 0;

    column->used += gap + height;
    column->count += count;
}

static bool
takes(const Column *column, double height, double limit)
{
    int first = column->first + column->count;
    double gap = column->count > 0 ? column->rows.items[first].gap : 0;

    return column->used + gap + height <= limit + 0.01;
}

/* Fills @column from its first row up to @limit. Rows that stay together but are taller than a
 * whole panel are parted; where only this column is too short, it stays empty. False when not even
 * one row fits. */
static bool
fill_column(const Setting *setting, Column *column, double limit)
{
    double panel = panel_frame(setting, &setting->format->panels.items[column->panel]).height;

    column->used = column_hang(setting, column);
    while (column->first + column->count < column->rows.count) {
        int first = column->first + column->count;
        double height;
        int count = unit_count(&column->rows, first, &height);

        if (!takes(column, height, limit) && (column->count > 0 || takes(column, height, panel)))
            return true;
        if (!takes(column, height, limit)) {
            count = 1;
            height = column->rows.items[first].height;
        }
        if (!takes(column, height, limit))
            return false;
        take_rows(column, count, height);
    }
    return true;
}

/* --- filling the columns of a segment ------------------------------------------------------ */

static RowList
segment_rows(const Segment *segment, Cursor from, const Column *column)
{
    const Panel *panel = &segment->flow->setting->format->panels.items[column->panel];

    return rows_make(segment->flow->setting, from, segment->end, column->rect.width,
                     panel->frame.height, (Across){ panel->contact_columns, panel->gap, false });
}

int
segment_fill(const Segment *segment, double limit, int most, GArray *filled, Overflow *overflow)
{
    const Setting *setting = segment->flow->setting;
    RowList rows = { 0 };
    double width = -1;
    Cursor cursor = segment->from;
    int next = 0;

    for (int i = 0; i < most; i++) {
        Column column;

        if (!flow_column(segment->flow, segment->first_column + i, &column) ||
            (segment->most_pages > 0 && column.page >= segment->most_pages))
            break;
        if (column.rect.width != width) {
            rows = segment_rows(segment, cursor, &column);
            width = column.rect.width;
            next = 0;
        }
        column.rows = rows;
        column.first = next;
        if (!fill_column(setting, &column, MIN(limit, column.rect.height)) && column.count == 0)
            break;
        if (rows.wide_block >= 0)
            overflow->wide_block = rows.wide_block;
        g_array_append_val(filled, column);
        next += column.count;
        if (next == rows.count)
            return 0;
        cursor = rows_cursor(&rows, next);
    }
    return MAX(rows.count - next, 1);
}

/* --- what does not fit --------------------------------------------------------------------- */

static void
note_overflow(Filler *filler, int panel, int block, double missing)
{
    if (filler->overflow.panel < 0) {
        filler->overflow.panel = panel;
        filler->overflow.block = block;
    } else if (filler->overflow.panel != panel) {
        filler->overflow.others++;
    }
    filler->overflow.missing += missing;
    filler->over[panel] += missing;
}

static bool
has_given_up(const Filler *filler)
{
    return filler->most_pages > 0 &&
           (filler->overflow.panel >= 0 || filler->overflow.wide_block >= 0);
}

/* The last column of a flow, below what earlier segments have put there; @taken is its height. */
static Column
column_to_spill(const Filler *filler, const Segment *segment, double *taken)
{
    int last = flow_columns_a_page(segment->flow) - 1;
    Column column;

    if (flow_column(segment->flow, segment->first_column, &column))
        return column;
    flow_column(segment->flow, last, &column);
    for (guint i = 0; i < filler->columns->len; i++) {
        const Column *earlier = &g_array_index(filler->columns, Column, i);

        if (earlier->panel != column.panel || earlier->foot)
            continue;
        column.rect.y += earlier->used + filler->setting->leading;
        column.rect.height -= earlier->used + filler->setting->leading;
        *taken += earlier->used;
    }
    return column;
}

/* Nothing is dropped: what is left over stands in the last column, beyond its foot. What must begin a
 * column and finds none lacks at least what stands in the last. */
static void
spill(Filler *filler, const Segment *segment, GArray *filled)
{
    double taken = 0;

    if (filled->len == 0) {
        Column column = column_to_spill(filler, segment, &taken);

        column.rows = segment_rows(segment, segment->from, &column);
        column.spilled = true;
        g_array_append_val(filled, column);
    }
    Column *last = &g_array_index(filled, Column, filled->len - 1);
    int first = last->first + last->count, count = last->rows.count - first;

    if (count == 0)
        return;
    double height = rows_height(&last->rows, first, count);
    double gap =
        last->count > 0 ? last->rows.items[first].gap : column_hang(filler->setting, last);
    note_overflow(filler, last->panel, rows_cursor(&last->rows, first).block,
                  MAX(last->used + gap + height - last->rect.height, taken));
    if (filler->finish)
        take_rows(last, count, height);
}

/* --- flows, heads and feet ----------------------------------------------------------------- */

static int
fill_whole_segment(Filler *filler, const Segment *segment, bool is_last)
{
    g_autoptr(GArray) filled = g_array_new(FALSE, TRUE, sizeof(Column));

    if (segment_fill(segment, 1e9, 10000, filled, &filler->overflow) > 0)
        spill(filler, segment, filled);
    else if (filler->finish && filled->len > 0)
        segment_level(segment, filled, is_last);
    g_array_append_vals(filler->columns, filled->data, filled->len);
    return (int) filled->len;
}

/* Those of the flow's last page that nothing stands in: they have room, too. */
static void
add_empty_columns(Filler *filler, const Flow *flow, int first)
{
    int a_page = flow_columns_a_page(flow);
    int end = (MAX(first, 1) + a_page - 1) / a_page * a_page;

    for (int i = first; i < end; i++) {
        Column column;

        if (flow_column(flow, i, &column))
            g_array_append_val(filler->columns, column);
    }
}

static void
fill_flow(Filler *filler, const Flow *flow, Range blocks)
{
    int column = 0;

    while (blocks.first < blocks.end && !has_given_up(filler)) {
        Segment segment = { .flow = flow,
                            .from = { blocks.first, 0 },
                            .end = panel_segment_end(filler->setting, blocks.first, blocks.end),
                            .first_column = column,
                            .most_pages = filler->most_pages };

        column += fill_whole_segment(filler, &segment, segment.end == blocks.end);
        blocks.first = segment.end;
    }
    if (filler->finish)
        add_empty_columns(filler, flow, column);
}

/* Sets what stands across a panel's head or foot, and gives the height it takes. */
static double
fill_edge(Filler *filler, int index, Range blocks, bool foot)
{
    const Setting *setting = filler->setting;
    const Panel *panel = &setting->format->panels.items[index];
    Column column = { .panel = index,
                      .page = panel->side,
                      .rect = panel_frame(setting, panel),
                      .across = true,
                      .foot = foot };

    if (blocks.first < 0)
        return 0;
    column.rows = rows_make(setting, (Cursor){ blocks.first, 0 }, blocks.end, column.rect.width,
                            column.rect.height,
                            (Across){ foot ? panel->foot_columns : 1, panel->gap, true });
    column.count = column.rows.count;
    column.used = column_hang(setting, &column) + rows_height(&column.rows, 0, column.count);
    if (column.rows.wide_block >= 0)
        filler->overflow.wide_block = column.rows.wide_block;
    if (foot) {
        column.used += rows_overhang(setting, &column.rows);
        column.rect.y += column.rect.height - column.used;
    }
    column.rect.height = column.used;
    g_array_append_val(filler->columns, column);
    return column.used + setting->leading;
}

static int
panels_of_flow(const Format *format, int first)
{
    int count = 1;

    while (first + count < format->panels.count &&
           format->panels.items[first + count].holds.count == 0)
        count++;
    return count;
}

/* Head and foot of every panel of a flow are set before it, for they take room from it. */
static void
fill_edges(Filler *filler, const Flow *flow)
{
    const Format *format = filler->setting->format;

    for (int i = flow->first_panel; i < flow->first_panel + flow->panel_count; i++) {
        const Panel *panel = &format->panels.items[i];

        filler->heads[i] =
            fill_edge(filler, i, panel_blocks(filler->setting, panel->head), false);
        filler->feet[i] = fill_edge(filler, i, panel_blocks(filler->setting, panel->foot), true);
        double over = filler->heads[i] + filler->feet[i] - panel->frame.height;
        if (over > 0)
            note_overflow(filler, i, panel_blocks(filler->setting, panel->foot).first, over);
    }
}

static Filler
filler_new(const Setting *setting)
{
    int panels = setting->format->panels.count;

    return (Filler){ .setting = setting,
                     .columns = g_array_new(FALSE, TRUE, sizeof(Column)),
                     .overflow = { .panel = -1, .wide_block = -1 },
                     .heads = arena_new_array(setting->scratch, double, panels),
                     .feet = arena_new_array(setting->scratch, double, panels),
                     .over = arena_new_array(setting->scratch, double, panels) };
}

static void
fill_panels(Filler *filler)
{
    const Setting *setting = filler->setting;
    const Format *format = setting->format;

    for (int i = 0; i < format->panels.count && !has_given_up(filler);) {
        Flow flow = { setting, i, panels_of_flow(format, i), filler->heads, filler->feet };

        fill_edges(filler, &flow);
        fill_flow(filler, &flow, panel_blocks(setting, format->panels.items[i].holds));
        i += flow.panel_count;
    }
}

Columns
columns_fill(const Setting *setting, bool finish)
{
    const Format *format = setting->format;
    Filler filler = filler_new(setting);
    Columns columns = { .over = filler.over };

    filler.finish = finish;
    fill_panels(&filler);
    columns.count = (int) filler.columns->len;
    columns.items = arena_copy(setting->scratch, filler.columns->data,
                               filler.columns->len * sizeof(Column));
    columns.overflow = filler.overflow;
    for (int i = 0; i < columns.count; i++)
        if (columns.items[i].count > 0)
            columns.page_count = MAX(columns.page_count, columns.items[i].page + 1);
    for (int i = 0; i < format->panels.count; i++)
        columns.page_count = MAX(columns.page_count, format->panels.items[i].side + 1);
    g_array_unref(filler.columns);
    return columns;
}

bool
columns_fit(const Setting *setting, int most_pages)
{
    Filler filler = filler_new(setting);

    filler.most_pages = most_pages;
    fill_panels(&filler);
    g_array_unref(filler.columns);
    return filler.overflow.panel < 0 && filler.overflow.wide_block < 0;
}
