/* Blocks to rows. A row is what cannot be parted; glue says which rows must stay together. */
#include "layout/rows.h"

#include <string.h>

typedef struct Maker {
    const Setting *setting;
    GArray *rows;
    double width, height;
    int wide_block;
} Maker;

/* Items, points and steps take a part of the spare room between them. */
static bool
shares_room(const Setting *setting, int index)
{
    const Group *group = setting_group(setting, index);

    return group != NULL && group->first == index &&
           (group->kind == GROUP_ITEM || group->kind == GROUP_POINT ||
            group->kind == GROUP_STEP);
}

/* Space above block @index, in quarters of L. */
static double
gap_quarters(const Setting *setting, int index)
{
    const Style *style = setting->style;
    const Block *block = setting_block(setting, index), *before = block - 1;
    double own = style->roles[block->role].before;

    if (index == 0)
        return own;
    double gap = MAX(own, style->roles[before->role].after);
    if (block->role == ROLE_HEADING)
        return MAX(gap, 4);
    if (block->group >= 0 && block->group == before->group)
        return block->role == ROLE_PARA && before->role == ROLE_PARA ? MAX(gap, 1) : gap;
    if (before->role == ROLE_HEADING)
        return gap;
    if (before->group >= 0 && setting_group(setting, index - 1)->kind == GROUP_EMERGENCY)
        return MAX(gap, setting->style->paragraph_gap_q);
    if (shares_room(setting, index))
        return MAX(gap, style->item_gap_q);
    if (block->role == ROLE_PARA)
        return MAX(gap, style->paragraph_gap_q);
    return gap;
}

static double
picture_height(const Maker *maker)
{
    return MIN(maker->width, maker->setting->style->picture_share * maker->height);
}

static double
block_height(const Maker *maker, const Set *set)
{
    if (setting_block(maker->setting, set->block)->role == ROLE_PICTURE)
        return picture_height(maker);
    if (setting_block(maker->setting, set->block)->logo != NULL)
        return setting_block(maker->setting, set->block)->logo->height;
    double height = set->pad_top + set->pad_bottom + set->lines[0].count * set->leading[0];
    if (role_is_stacked(setting_block(maker->setting, set->block)->role))
        height += set->lines[1].count * set->leading[1];
    return height;
}

static void
add_row(Maker *maker, Row row)
{
    g_array_append_val(maker->rows, row);
}

static Row *
last_row(Maker *maker)
{
    return &g_array_index(maker->rows, Row, maker->rows->len - 1);
}

/* A paragraph line by line; two lines at least on either side of a split. */
static void
add_lines(Maker *maker, const Set *set, Row row)
{
    int count = set->lines[0].count;

    for (int i = 0; i < count; i++) {
        row.first_line = i;
        row.line_count = 1;
        row.height = set->leading[0] + (i == 0 ? set->pad_top : 0) +
                     (i == count - 1 ? set->pad_bottom : 0);
        row.glued = i == 0 ? count > 1 : i == count - 2;
        row.glued |= lines_end_in_word(set->shapes[0], &set->lines[0], i);
        add_row(maker, row);
        row.gap = 0;
        row.shares = false;
    }
}

/* A paragraph between a heading and the legend stays with both: they open the section's first entry. */
static bool
leads_to_legend(const Setting *setting, int index)
{
    return setting_block(setting, index)->role == ROLE_PARA &&
           index + 1 < setting->document->block_count &&
           setting_block(setting, index + 1)->role == ROLE_LEGEND;
}

static void
add_block(Maker *maker, int index, int first_word)
{
    const Setting *setting = maker->setting;
    const RoleInfo *role = role_info(setting_block(setting, index)->role);
    Set *set = set_block(setting, index, first_word, maker->width);
    Row row = { .set = set, .line_count = set->lines[0].count };

    if (set->lines[0].too_wide || set->lines[1].too_wide)
        maker->wide_block = index;
    if (first_word == 0) {
        row.gap = gap_quarters(setting, index) * setting->quarter;
        row.shares = shares_room(setting, index);
    }
    if (role->whole || set->lines[0].count < 2) {
        row.height = block_height(maker, set);
        add_row(maker, row);
    } else {
        add_lines(maker, set, row);
    }
    last_row(maker)->glued |= role->keep_next || leads_to_legend(setting, index);
}

/* A group stays whole, unless it is an item that would take most of a panel. */
static void
glue_group(Maker *maker, const Group *group, guint first_row)
{
    double height = 0;

    /* A title that is all of its group keeps nothing; a legend, the first of what it explains. */
    last_row(maker)->glued = group->kind == GROUP_LEGEND;
    for (guint i = first_row; i < maker->rows->len; i++)
        height += g_array_index(maker->rows, Row, i).height;
    if (group->kind == GROUP_ITEM && height > maker->setting->style->split_over * maker->height)
        return;
    for (guint i = first_row; i + 1 < maker->rows->len; i++)
        g_array_index(maker->rows, Row, i).glued = true;
}

/* The sentence to say never begins a panel without a line of what it asks for. */
static void
glue_ask(Maker *maker, int index, guint first_row)
{
    if (setting_block(maker->setting, index)->role == ROLE_ASK && maker->rows->len > first_row)
        last_row(maker)->glued = true;
}

/* A number stands between the sides, once for both. */
static bool
setting_skips(const Setting *setting, int index)
{
    return setting->is_side && setting_block(setting, index)->role == ROLE_CONTACT_NUMBER;
}

/* The blocks of one group from @index on, or one block without a group; gives the next index. */
static int
add_group(Maker *maker, int index, int end, int first_word)
{
    const Group *group = setting_group(maker->setting, index);
    int last = group == NULL ? index + 1 : MIN(end, group->first + group->count);
    guint first_row = maker->rows->len;

    for (int i = index; i < last; i++) {
        if (setting_skips(maker->setting, i))
            continue;
        glue_ask(maker, i, first_row);
        add_block(maker, i, i == index ? first_word : 0);
    }
    if (group != NULL)
        glue_group(maker, group, first_row);
    return last;
}

/* --- side by side -------------------------------------------------------------------------- */

typedef enum CellKind { CELL_NONE, CELL_CONTACT, CELL_PARAGRAPH } CellKind;

static CellKind
cell_kind(const Setting *setting, int index, const Across *across)
{
    const Group *group = setting_group(setting, index);

    if (group != NULL)
        return group->kind == GROUP_CONTACT || group->kind == GROUP_EMERGENCY ? CELL_CONTACT
                                                                              : CELL_NONE;
    bool joins = across->paragraphs && setting_block(setting, index)->role == ROLE_PARA;
    return joins ? CELL_PARAGRAPH : CELL_NONE;
}

/* The block after the cell that begins at @index. Beside contacts, paragraphs share one cell. */
static int
cell_end(const Setting *setting, int index, int end, const Across *across, bool beside_contacts)
{
    const Group *group = setting_group(setting, index);

    if (group != NULL)
        return group->first + group->count;
    do
        index++;
    while (beside_contacts && index < end && cell_kind(setting, index, across) == CELL_PARAGRAPH);
    return index;
}

/* The last row of every cell reaches down to the lowest. */
static void
level_cells(Cell *cells, int count, double height)
{
    for (int i = 0; i < count; i++) {
        RowList *list = &cells[i].rows;
        Row *rows = (Row *) list->items;

        rows[list->count - 1].height +=
            height - cells[i].top - rows_height(list, 0, list->count);
    }
}

static Cell
make_cell(Maker *maker, Row *row, int index, int end, double offset, double width, double top)
{
    Cell cell = { .setting = maker->setting, .offset = offset, .width = width, .top = top };

    cell.rows = rows_make(maker->setting, (Cursor){ index, 0 }, end, width, maker->height,
                          (Across){ 1, 0, false });
    row->height = MAX(row->height, top + rows_height(&cell.rows, 0, cell.rows.count));
    if (cell.rows.wide_block >= 0)
        maker->wide_block = cell.rows.wide_block;
    return cell;
}

/* Cells of one row; gives the index of the block after them. Texts beside contacts begin as those do,
 * below the rule of what stands above. */
static int
add_cells(Maker *maker, int index, int end, const Across *across)
{
    const Setting *setting = maker->setting;
    bool contacts = cell_kind(setting, index, across) == CELL_CONTACT;
    double width = (maker->width - (across->count - 1) * across->gap) / across->count;
    Cell *cells = arena_new_array(setting->scratch, Cell, across->count);
    Row row = { .cells = cells };

    row.gap = gap_quarters(setting, index) * setting->quarter;
    while (row.cell_count < across->count && index < end &&
           cell_kind(setting, index, across) != CELL_NONE) {
        int next = cell_end(setting, index, end, across, contacts);
        bool is_text = contacts && cell_kind(setting, index, across) == CELL_PARAGRAPH;

        cells[row.cell_count] =
            make_cell(maker, &row, index, next, row.cell_count * (width + across->gap), width,
                      is_text ? setting->style->contact_pad_q * setting->quarter : 0);
        row.cell_count++;
        index = next;
    }
    level_cells(cells, row.cell_count, row.height);
    add_row(maker, row);
    return index;
}

/* --- rows of several cells ------------------------------------------------------------------ */

typedef Row (*RowMaker)(const Setting *setting, int first, int end, double width, double height,
                        int *wide_block);

/* Who makes the row of the block at @index and those of its group; NULL: it is no such row. */
static RowMaker
row_maker(const Setting *setting, int index)
{
    const Group *group = setting_group(setting, index);
    bool is_own = !setting->is_side && group != NULL;

    if (is_own && group->kind == GROUP_FORM)
        return form_make;
    if (is_own && group->kind == GROUP_FACTS)
        return facts_make;
    if (is_own && group->kind == GROUP_ROW)
        return table_make;
    return setting->sides != NULL ? pair_make : NULL;
}

static int
add_made(Maker *maker, RowMaker make, int index, int end)
{
    const Setting *setting = maker->setting;
    const Group *group = setting_group(setting, index);
    int last = group == NULL ? index + 1 : MIN(end, group->first + group->count);
    Row row = make(setting, index, last, maker->width, maker->height, &maker->wide_block);

    row.gap = gap_quarters(setting, index) * setting->quarter;
    row.shares = shares_room(setting, index);
    bool leads = group == NULL || group->kind == GROUP_ROW || group->kind == GROUP_LEGEND;
    row.glued = leads && (role_info(setting_block(setting, index)->role)->keep_next ||
                          leads_to_legend(setting, index));
    add_row(maker, row);
    return last;
}

/* --- the whole ----------------------------------------------------------------------------- */

RowList
rows_make(const Setting *setting, Cursor from, int end, double width, double height,
          Across across)
{
    Maker maker = { .setting = setting,
                    .rows = g_array_new(FALSE, TRUE, sizeof(Row)),
                    .width = width,
                    .height = height,
                    .wide_block = -1 };

    for (int index = from.block; index < end;) {
        RowMaker make = row_maker(setting, index);

        if (make != NULL)
            index = add_made(&maker, make, index, end);
        else if (across.count > 1 && cell_kind(setting, index, &across) != CELL_NONE)
            index = add_cells(&maker, index, end, &across);
        else
            index = add_group(&maker, index, end, index == from.block ? from.word : 0);
    }
    RowList rows = { .count = (int) maker.rows->len, .wide_block = maker.wide_block };
    rows.items = arena_copy(setting->scratch, maker.rows->data, maker.rows->len * sizeof(Row));
    g_array_unref(maker.rows);
    return rows;
}

Cursor
rows_cursor(const RowList *rows, int index)
{
    const Row *row = &rows->items[index];

    if (row->cells != NULL)
        return rows_cursor(&row->cells[0].rows, 0);
    const Lines *lines = &row->set->lines[0];
    return (Cursor){ row->set->block,
                     row->first_line > 0 ? lines->ends[row->first_line - 1] : lines->first };
}

double
rows_height(const RowList *rows, int first, int count)
{
    double height = 0;

    for (int i = first; i < first + count; i++)
        height += rows->items[i].height + (i > first ? rows->items[i].gap : 0);
    return height;
}

/* How far the ink of the last line reaches below its own leading. */
static double
overhang_of(const Setting *setting, const Set *set)
{
    double above, below;

    if (set->lines[0].count == 0)
        return 0;
    lines_ink(set->shapes[0], &set->lines[0], set->lines[0].count - 1, set->size[0], &above,
              &below);
    return set_baseline(setting, set, 0) + below - set->leading[0];
}

double
rows_overhang(const Setting *setting, const RowList *rows)
{
    const Row *last = &rows->items[rows->count - 1];
    double most = last->set != NULL ? overhang_of(setting, last->set) : 0;

    for (int i = 0; i < last->cell_count; i++) {
        const Cell *cell = &last->cells[i];

        most = MAX(most, overhang_of(cell->setting, cell->rows.items[cell->rows.count - 1].set));
    }
    return MAX(most, 0);
}
