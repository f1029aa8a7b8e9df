/* Rows of a form: labels in a column of their own, beside them boxes to tick or a line to write on;
 * the facts above it; and rows of a table. In two languages the second stands under the first. */
#include "layout/rows.h"

static const double pad_q = 1.5; /* above and below, inside a row */
static const double write_q = 6; /* least height of a row to write in */
static const double facts_pad_mm = 3.5;
static const double option_gap_mm = 2;
static const double table_pad_q = 0.75, table_gap_mm = 4;

/* Labels, options and facts are set in every language of the leaflet. */
static const Setting *
setting_of_both(const Setting *setting)
{
    return setting->sides == NULL ? setting : &setting->sides[SIDE_BOTH];
}

static Cell
make_cell(const Setting *setting, int block, double offset, double width)
{
    Cell cell = { .setting = setting_of_both(setting), .offset = offset, .width = width };
    Set *set = set_block(cell.setting, block, 0, width);
    Row *row = arena_new_array(setting->scratch, Row, 1);

    *row = (Row){ .set = set, .line_count = set->lines[0].count };
    for (int i = 0; i < set->count; i++)
        row->height += set->lines[i].count * set->leading[i];
    cell.rows =
        (RowList){ row, 1, set->lines[0].too_wide || set->lines[1].too_wide ? block : -1 };
    return cell;
}

static double
cell_height(const Cell *cell)
{
    return rows_height(&cell->rows, 0, cell->rows.count);
}

/* Options stand in a grid beside the label; gives the height of the grid. */
static double
make_options(const Setting *setting, Cell *cells, int first, int end, double width)
{
    const Style *style = setting->style;
    double start = style->label_width + style->label_gap;
    double column = (width - start) / style->option_columns;
    double top = 0, tallest = 0;

    for (int i = 0; i < end - first; i++) {
        int across = i % style->option_columns;

        if (across == 0 && i > 0) {
            top += tallest + setting->quarter;
            tallest = 0;
        }
        cells[i] =
            make_cell(setting, first + i, start + across * column, column - mm(option_gap_mm));
        cells[i].top = top;
        tallest = MAX(tallest, cell_height(&cells[i]));
    }
    return top + tallest;
}

static void
finish_row(Row *row, Cell *cells, double pad, int *wide_block)
{
    row->height += 2 * pad;
    for (int i = 0; i < row->cell_count; i++) {
        cells[i].top += pad;
        if (cells[i].rows.wide_block >= 0)
            *wide_block = cells[i].rows.wide_block;
    }
}

Row
form_make(const Setting *setting, int first, int end, double width, double height,
          int *wide_block)
{
    Cell *cells = arena_new_array(setting->scratch, Cell, end - first);
    Row row = { .cells = cells, .cell_count = end - first, .kind = ROW_FORM };

    (void) height;
    cells[0] = make_cell(setting, first, 0, setting->style->label_width);
    row.height =
        MAX(cell_height(&cells[0]), make_options(setting, cells + 1, first + 1, end, width));
    if (row.cell_count == 1)
        row.height = MAX(row.height, write_q * setting->quarter);
    finish_row(&row, cells, pad_q * setting->quarter, wide_block);
    return row;
}

Row
facts_make(const Setting *setting, int first, int end, double width, double height,
           int *wide_block)
{
    double side = mm(facts_pad_mm);
    int count = end - first;
    double column = (width - 2 * side) / count;
    Cell *cells = arena_new_array(setting->scratch, Cell, count);
    Row row = { .cells = cells, .cell_count = count, .kind = ROW_FACTS };

    (void) height;
    for (int i = 0; i < count; i++) {
        cells[i] = make_cell(setting, first + i, side + i * column, column - side);
        row.height = MAX(row.height, cell_height(&cells[i]));
    }
    finish_row(&row, cells, pad_q * setting->quarter, wide_block);
    return row;
}

/* The rows of a table have the same columns, for they divide the same width in the same way. */
Row
table_make(const Setting *setting, int first, int end, double width, double height,
           int *wide_block)
{
    const Block *block = &setting->document->blocks[first];
    const double *shares = setting->document->groups[block->group].table->widths;
    int count = end - first;
    double whole = 0, offset = 0, room = width - (count - 1) * mm(table_gap_mm);
    Cell *cells = arena_new_array(setting->scratch, Cell, count);
    Row row = { .cells = cells, .cell_count = count, .kind = ROW_TABLE };

    (void) height;
    for (int i = 0; i < count; i++)
        whole += shares[i];
    for (int i = 0; i < count; i++) {
        double column = room * shares[i] / whole;

        cells[i] = make_cell(setting, first + i, offset, column);
        offset += column + mm(table_gap_mm);
        row.height = MAX(row.height, cell_height(&cells[i]));
    }
    finish_row(&row, cells, table_pad_q * setting->quarter, wide_block);
    return row;
}
