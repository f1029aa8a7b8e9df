/* Tables of a section: what heads the columns, and rows that are as long. */
#include "read/private.h"

#include "read/values.h"

#include <glib/gi18n.h>

enum { LEAST_COLUMNS = 2, MOST_COLUMNS = 6 };

static void
bind_widths(Binder *binder, const Node *node, void *out)
{
    static const Field share = { .key = "widths", .least = 1, .most = 100 };

    if (!node_is(binder, node, NODE_LIST, "widths", N_("a list, as [1, 1, 3]")))
        return;
    double *widths = arena_new_array(binder->arena, double, node->count);
    for (int i = 0; i < node->count; i++)
        bind_number(binder, node->items[i], &share, NULL, &widths[i]);
    *(const double **) out = widths;
}

static const double *
equal_widths(Binder *binder, int count)
{
    double *widths = arena_new_array(binder->arena, double, count);

    for (int i = 0; i < count; i++)
        widths[i] = 1;
    return widths;
}

static void
check_row(Binder *binder, const Node *row, int columns, const char *what)
{
    if (row->count != columns)
        diag_add(binder->diags, DIAG_BAD_VALUE, row->where,
                 "%s %d, but the table has %d columns", what, row->count, columns);
}

static void
check_table(Binder *binder, const Node *node, void *out)
{
    Table *table = &((Section *) out)->table;
    const Node *rows = node_find(node, "rows"), *widths = node_find(node, "widths");
    int columns = table->columns.count;

    if (columns < LEAST_COLUMNS || columns > MOST_COLUMNS)
        diag_add(binder->diags, DIAG_BAD_VALUE, node_find(node, "columns")->where,
                 "a table has %d to %d columns, not %d", LEAST_COLUMNS, MOST_COLUMNS, columns);
    if (rows->count == 0)
        diag_add(binder->diags, DIAG_EMPTY_TEXT, rows->where, "the table has no rows");
    for (int i = 0; i < rows->count; i++)
        check_row(binder, rows->items[i], columns, _("the number of cells in this row is"));
    if (widths != NULL)
        check_row(binder, widths, columns, _("the number of widths is"));
    else
        table->widths = equal_widths(binder, columns);
}

static const Field table_fields[] = {
    { "columns", FIELD_TEXTS, REQUIRED, AT(Section, table.columns) },
    { "rows", FIELD_CELLS, REQUIRED, AT(Section, table.cells) },
    { "widths", FIELD_CUSTOM, OPTIONAL, AT(Section, table.widths), .bind = bind_widths },
    { 0 },
};
const Type table_type = {
    .noun = N_("a table"), .fields = table_fields, .own_path = true, .check = check_table
};
