/* read/order.h - the table of an order as the nodes that a YAML file of it would give. */
#pragma once
#include "read/node.h"

/* Columns have the names of keys; a row is a line. What an order says once (its name, release,
 * profile) may stand in any row, and not differ. NULL, and reported, when it cannot be read. */
const Node *order_csv_nodes(const char *path, Arena *arena, Diags *diags);
