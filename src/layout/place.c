/* Rows of a column to items, top down: blocks, groups, and cells side by side. */
#include "layout/place.h"

/* --- groups -------------------------------------------------------------------------------- */

static void
add_frame(const Part *part, double height)
{
    const Style *style = part->setting->style;
    double half = style->frame_stroke / 2;
    Rect rect =
        part_rect(part, half, part->y + half, part->column->rect.width - style->frame_stroke,
                  height - style->frame_stroke);
    Item *frame = part_add(part, ITEM_STROKE, rect, INK_DEEP);

    frame->radius = style->frame_radius;
    frame->stroke = style->frame_stroke;
}

static void
add_hairline(const Part *part)
{
    double hairline = part->setting->style->hairline;

    part_add(part, ITEM_RULE,
             part_rect(part, 0, part->y + part->height - hairline, part->column->rect.width,
                       hairline),
             INK_LINE);
}

static void
begin_group(const Part *part, double group_height)
{
    const Style *style = part->setting->style;
    double size = part->group->kind == GROUP_LEGEND ? style->legend_icon_size : style->icon_size;

    if (part->setting->is_side) {
        if (part->group->kind == GROUP_ITEM)
            part_add_disc(part);
        return;
    }
    if (part->group->icon != NULL)
        part_add_icon(part, part->group->icon,
                      part_gutter(part, size, part->y + part->set->pad_top), INK_DEEP,
                      ORDER_FIGURE);
    if (part->group->kind == GROUP_EMERGENCY)
        add_frame(part, group_height);
}

static void
end_group(const Part *part)
{
    if (part->group->kind == GROUP_CONTACT && !part->setting->is_side)
        add_hairline(part);
}

static double
group_height(const Part *part, int row)
{
    const RowList *rows = &part->column->rows;
    int count = 0;

    while (row + count < part->column->first + part->column->count &&
           rows->items[row + count].set != NULL &&
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
        const Cell *from = &row->cells[i];
        Part at = { .setting = setting, .column = column };
        Column cell = { .panel = column->panel,
                        .page = column->page,
                        .rect = part_rect(&at, from->offset, y, from->width, row->height),
                        .rows = from->rows,
                        .count = from->rows.count,
                        .foot = true,
                        .repeated = column->repeated };

        place_rows(canvas, from->setting, &cell, y + from->top, 0);
    }
}

/* --- what two languages share -------------------------------------------------------------- */

static const Icon *
shared_icon(const Part *part)
{
    if (part->group != NULL)
        return part->group->icon;
    return part->block->role == ROLE_HEADING ? part->block->icon : NULL;
}

/* In the spine, on the first line. It belongs to both sides, so it is never mirrored. */
static void
add_spine_icon(const Part *part, const Icon *icon)
{
    const Style *style = part->setting->style;
    double size = style->icon_size;
    double middle = part->y + part->set->pad_top + part->set->first_leading[0] / 2;
    Rect rect =
        part_rect(part, (part->column->rect.width - size) / 2, middle - size / 2, size, size);

    part_add_icon(part, icon, rect, INK_DEEP, ORDER_FIGURE);
}

static void
decorate_pair(const Part *part)
{
    const Icon *icon = shared_icon(part);

    if (part->block->role == ROLE_HEADING)
        part_add(
            part, ITEM_RULE,
            part_rect(part, 0, part->y, part->column->rect.width, part->setting->style->rule),
            INK_DEEP);
    if (part->group != NULL && part->group->kind == GROUP_EMERGENCY)
        add_frame(part, part->height);
    else if (part->group != NULL && part->group->kind != GROUP_LEGEND)
        add_hairline(part);
    if (icon != NULL)
        add_spine_icon(part, icon);
}

/* --- forms --------------------------------------------------------------------------------- */

static void
add_line(const Part *part, double offset, double y)
{
    part_add(part, ITEM_RULE,
             part_rect(part, offset, y, part->column->rect.width - offset,
                       part->setting->style->hairline),
             INK_SOFT);
}

static void
decorate_form(const Part *part)
{
    const Style *style = part->setting->style;

    add_line(part, 0, part->y);
    if (part->group->count == 1)
        add_line(part, style->label_width + style->label_gap,
                 part->y + part->height - 2 * part->setting->quarter);
}

static void
decorate_facts(const Part *part)
{
    Rect rect = part_rect(part, 0, part->y, part->column->rect.width, part->height);

    part_add(part, ITEM_FILL, rect, INK_TINT)->radius = part->setting->style->frame_radius;
}

/* Under what heads the columns a strong line, under every other row a faint one. */
static void
decorate_table(const Part *part)
{
    const Style *style = part->setting->style;
    bool heads = part->block->role == ROLE_COLUMN_HEAD;
    double width = heads ? style->rule_continued : style->hairline;
    Rect rect =
        part_rect(part, 0, part->y + part->height - width, part->column->rect.width, width);

    part_add(part, ITEM_RULE, rect, heads ? INK_DEEP : INK_LINE);
}

/* What the cells of a row have in common; drawn before them. */
static void (*const decorators[ROW_KIND_COUNT])(const Part *part) = {
    [ROW_PAIR] = decorate_pair,
    [ROW_FORM] = decorate_form,
    [ROW_FACTS] = decorate_facts,
    [ROW_TABLE] = decorate_table,
};

static void
decorate_row(Canvas *canvas, const Setting *setting, const Column *column, const Row *row,
             double y)
{
    const Set *set = row->cells[0].rows.items[0].set;
    const Block *block = &setting->document->blocks[set->block];
    Part part = { .canvas = canvas,
                  .setting = setting,
                  .column = column,
                  .block = block,
                  .group = block->group < 0 ? NULL : &setting->document->groups[block->group],
                  .set = set,
                  .y = y,
                  .height = row->height };

    if (decorators[row->kind] != NULL)
        decorators[row->kind](&part);
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
            decorate_row(canvas, setting, column, row, y);
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
    if (row->cells != NULL)
        return begins_section(document, &row->cells[0].rows.items[0]);
    if (row->first_line > 0 || row->set->lines[0].first > 0)
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
    int first = canvas_count(canvas, column);

    if (column->count == 0)
        return;
    if (hang > 0)
        add_hang_rule(canvas, setting, column);
    place_rows(canvas, setting, column, column->rect.y + hang, shared_room(setting, column));
    if (column->used > column->rect.height || column->spilled)
        canvas_note_over(canvas, column, first);
}
