/* A table: a group of cells a row, the first of what heads the columns. */
#include "translate/compose.h"

/* @head: the role of the first cell; the others have @role. */
static void
add_row(Composer *composer, const Table *table, const Text *cells, Role head, Role role)
{
    Group group = { .kind = GROUP_ROW,
                    .first = (int) composer->blocks->len,
                    .count = table->columns.count,
                    .table = table,
                    .where = cells[0].where };

    composer->group = (int) composer->groups->len;
    g_array_append_val(composer->groups, group);
    for (int i = 0; i < table->columns.count; i++)
        compose_text_block(composer, i == 0 ? head : role, &cells[i]);
    composer->group = -1;
}

void
compose_table(Composer *composer, const Table *table)
{
    if (table->columns.count == 0)
        return;
    add_row(composer, table, table->columns.items, ROLE_COLUMN_HEAD, ROLE_COLUMN_HEAD);
    for (int i = 0; i + table->columns.count <= table->cells.count; i += table->columns.count)
        add_row(composer, table, &table->cells.items[i], ROLE_ROW_HEAD, ROLE_CELL);
}
