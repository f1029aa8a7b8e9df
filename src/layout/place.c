/* Rows of a column to items, top down: blocks, groups, and cells side by side. */
#include "layout/place.h"

/* --- groups -------------------------------------------------------------------------------- */

static void
begin_group(const Part *part, double group_height)
{
    const Style *style = part->setting->style;
    double size = part->group->kind == GROUP_LEGEND ? style->legend_icon_size : style->icon_size;

    if (part->group->icon != NULL)
        part_add_icon(part, part->group->icon,
                      part_gutter(part, size, part->y + part->set->pad_top), INK_DEEP,
                      ORDER_LABEL);
    if (part->group->kind != GROUP_EMERGENCY)
        return;
    double half = style->frame_stroke / 2;
    Item *frame = part_add(part, ITEM_STROKE,
                           part_rect(part, half, part->y + half,
                                     part->column->rect.width - style->frame_stroke,
                                     group_height - style->frame_stroke),
                           INK_DEEP);
    frame->radius = style->frame_radius;
    frame->stroke = style->frame_stroke;
}

static void
end_group(const Part *part)
{
    double hairline = part->setting->style->hairline;

    if (part->group->kind == GROUP_CONTACT)
        part_add(part, ITEM_RULE,
                 part_rect(part, 0, part->y + part->height - hairline, part->column->rect.width,
                           hairline),
                 INK_LINE);
}

static double
group_height(const Part *part, int row)
{
    const RowList *rows = &part->column->rows;
    int count = 0;

    while (row + count < part->column->first + part->column->count &&
           rows->items[row + count].set->block < part->group->first + part->group->count)
        count++;
    return rows_height(rows, row, count);
}

static void
place_part(Part *part, int row)
{
    const Document *document = part->setting->document;
    int block = part->set->block;

    part->block = &document->blocks[block];
    part->group = part->block->group < 0 ? NULL : &document->groups[part->block->group];
    part->begins = part->first_line == 0 && part->set->lines[0].first == 0;
    part->ends = part->first_line + part->line_count == part->set->lines[0].count;
    if (part->group != NULL && part->begins && block == part->group->first)
        begin_group(part, group_height(part, row));
    part_place(part);
    if (part->group != NULL && part->ends && block == part->group->first + part->group->count - 1)
        end_group(part);
}

/* --- columns ------------------------------------------------------------------------------- */

/* Lines of one paragraph that stand in one column are one part, and so one leaf. */
static int
same_set(const Column *column, int row)
{
    const Row *rows = column->rows.items;
    int count = 1;

    while (row + count < column->first + column->count && rows[row + count].set == rows[row].set)
        count++;
    return count;
}

static void place_rows(Canvas *canvas, const Setting *setting, const Column *column, double y,
                       double share);

static void
place_cells(Canvas *canvas, const Setting *setting, const Column *column, const Row *row,
            double y)
{
    for (int i = 0; i < row->cell_count; i++) {
        double offset = i * (row->cell_width + row->cell_gap);
        Part at = { .setting = setting, .column = column };
        Column cell = { .panel = column->panel,
                        .page = column->page,
                        .rect = part_rect(&at, offset, y, row->cell_width, row->height),
                        .rows = row->cells[i],
                        .count = row->cells[i].count,
                        .foot = true };

        place_rows(canvas, setting, &cell, y, 0);
    }
}

static void
place_rows(Canvas *canvas, const Setting *setting, const Column *column, double y, double share)
{
    double thread = -1;

    for (int i = column->first; i < column->first + column->count;) {
        const Row *row = &column->rows.items[i];
        int count = row->cells != NULL ? 1 : same_set(column, i);
        double height = rows_height(&column->rows, i, count);

        if (i > column->first)
            y += row->gap + (row->shares ? share : 0);
        if (row->cells != NULL) {
            place_cells(canvas, setting, column, row, y);
        } else {
            Part part = { .canvas = canvas,
                          .setting = setting,
                          .column = column,
                          .set = row->set,
                          .first_line = row->first_line,
                          .y = y,
                          .height = height,
                          .thread = &thread };

            for (int k = i; k < i + count; k++)
                part.line_count += column->rows.items[k].line_count;
            place_part(&part, i);
        }
        y += height;
        i += count;
    }
}

/* Spare room goes evenly between the items of a column, up to a limit; the rest lies at the foot. */
static double
shared_room(const Setting *setting, const Column *column)
{
    int gaps = 0;

    for (int i = column->first + 1; i < column->first + column->count; i++)
        gaps += column->rows.items[i].shares;
    double spare = column->rect.height - column->used;
    if (gaps == 0 || spare <= 0 || column->foot)
        return 0;
    return MIN(spare / gaps, setting->style->share_max_q * setting->quarter);
}

static bool
begins_section(const Document *document, const Row *row)
{
    if (row->set == NULL || row->first_line > 0 || row->set->lines[0].first > 0)
        return false;
    const Block *block = &document->blocks[row->set->block];
    return document->sections[block->section].first == row->set->block;
}

/* Every column hangs under a rule at the same height: a strong one where a section begins (which
 * a heading brings itself), a faint one where it goes on. */
static void
add_hang_rule(Canvas *canvas, const Setting *setting, const Column *column)
{
    const Style *style = setting->style;
    bool begins = begins_section(setting->document, &column->rows.items[column->first]);
    Rect rect = column->rect;

    rect.height = begins ? style->rule : style->rule_continued;
    canvas_add(canvas, column, ITEM_RULE, rect, begins ? INK_DEEP : INK_LINE);
}

void
place_column(Canvas *canvas, const Setting *setting, const Column *column)
{
    double hang = column->count > 0 ? column_hang(setting, column) : 0;

    if (column->count == 0)
        return;
    if (hang > 0)
        add_hang_rule(canvas, setting, column);
    place_rows(canvas, setting, column, column->rect.y + hang, shared_room(setting, column));
}
