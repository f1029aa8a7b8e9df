/* Rows of a leaflet in two languages. Each side is set by the same rules as a leaflet of its own;
 * the row is as high as the higher side, and the other gets air. */
#include "layout/rows.h"

static const double tail_room_q = 2; /* a bubble's tail hangs in it */
static const double contact_side =
    0.3; /* of the width: what stands on either side of a number */
static const double number_gap_mm = 1.4; /* before the ring behind a number */

static Cell
make_side(const Setting *side, int first, int end, double offset, double width, double height)
{
    Cell cell = { .setting = side, .offset = offset, .width = width };

    cell.rows =
        rows_make(side, (Cursor){ first, 0 }, end, width, height, (Across){ 1, 0, false });
    return cell;
}

static double
cell_height(const Cell *cell)
{
    return rows_height(&cell->rows, 0, cell->rows.count);
}

/* --- the number between its names ---------------------------------------------------------- */

static int
number_block(const Setting *setting, const Group *group)
{
    for (int i = group->first; i < group->first + group->count; i++)
        if (setting_block(setting, i)->role == ROLE_CONTACT_NUMBER)
            return i;
    return -1;
}

/* As wide as the number with its ring, in the middle of the row. */
static Cell
make_number(const Setting *side, const Group *group, int block, double width)
{
    Set *set = set_block(side, block, 0, width);
    double ring = group->unchecked ? mm(number_gap_mm) + side->style->mark_size : 0;
    Row *row = arena_new_array(side->scratch, Row, 1);
    Cell cell = { .setting = side };

    *row = (Row){ .set = set, .line_count = 1, .height = set->leading[0] };
    cell.rows = (RowList){ row, 1, set->lines[0].count > 1 ? block : -1 };
    cell.width =
        2 * set->indent + ring + lines_widest(set->shapes[0], &set->lines[0], set->size[0]);
    set->width = cell.width - 2 * set->indent;
    cell.offset = (width - cell.width) / 2;
    if (cell.offset < contact_side * width)
        cell.rows.wide_block = block;
    return cell;
}

/* --- a row --------------------------------------------------------------------------------- */

static int
make_cells(const Setting *setting, Cell *cells, int first, int end, double width, double height)
{
    const Group *group = setting_group(setting, first);
    int number = group == NULL || group->contact == NULL ? -1 : number_block(setting, group);
    bool said_once = group == NULL && setting_block(setting, first)->phrase_count < 2;
    double side = said_once     ? width
                  : number >= 0 ? contact_side * width
                                : (width - setting->format->spine) / 2;

    cells[0] = make_side(&setting->sides[SIDE_FIRST], first, end, 0, side, height);
    if (said_once)
        return 1;
    cells[1] = make_side(&setting->sides[SIDE_SECOND], first, end, width - side, side, height);
    if (number < 0)
        return 2;
    cells[2] = make_number(&setting->sides[SIDE_FIRST], group, number, width);
    return 3;
}

/* Under a right, a step or a point a hairline stands below the tail of its bubble. */
static double
room_below(const Setting *setting, const Group *group)
{
    bool lined = group != NULL && (group->kind == GROUP_ITEM || group->kind == GROUP_STEP ||
                                   group->kind == GROUP_POINT);

    return lined ? tail_room_q * setting->quarter : 0;
}

Row
pair_make(const Setting *setting, int first, int end, double width, double height,
          int *wide_block)
{
    Cell *cells = arena_new_array(setting->scratch, Cell, 3);
    Row row = { .cells = cells, .kind = ROW_PAIR };

    row.cell_count = make_cells(setting, cells, first, end, width, height);
    for (int i = 0; i < row.cell_count; i++) {
        row.height = MAX(row.height, cell_height(&cells[i]));
        if (cells[i].rows.wide_block >= 0)
            *wide_block = cells[i].rows.wide_block;
    }
    if (row.cell_count == 3)
        cells[2].top = (row.height - cell_height(&cells[2])) / 2;
    row.height += room_below(setting, setting_group(setting, first));
    return row;
}
