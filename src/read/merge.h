/* read/merge.h - one tree laid over another: a file that says only what it changes. */
#pragma once
#include "read/node.h"

/* @over on top of @base: maps merge key by key, anything else of @over replaces what is under it.
 * Every node keeps its own place. Keys that only @over has come last. */
const Node *node_merge(Arena *arena, const Node *base, const Node *over);
/* @map without @key. */
const Node *node_without(Arena *arena, const Node *map, const char *key);
