/* read/node.h - a YAML file as a tree, every node with its place.
 * Takes bytes, gives nodes in an arena. Of YAML it allows what can be seen in the line itself:
 * no anchors, aliases, tags, second documents or duplicate keys. Knows nothing of content. */
#pragma once
#include "base/arena.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum NodeKind {
    NODE_SCALAR,
    NODE_LIST,
    NODE_MAP,
    NODE_REFUSED /* reported already: whoever wants it says no more */
} NodeKind;

typedef struct Node {
    NodeKind kind;
    Where where;
    const char *text; /* of a scalar; valid UTF-8, no control characters but tab and newline */
    bool quoted;      /* of a scalar: in quotes, or a block (| or >) */
    const struct Node *const *keys;  /* of a map: scalars, no two alike */
    const struct Node *const *items; /* of a list; of a map: the values */
    int count;
} Node;

/* Reads @length bytes; @file is the name for messages and must live as long as what is read from
 * them. What is wrong is reported; NULL when the tree is not whole. */
const Node *node_load_bytes(const char *file, const char *bytes, size_t length, Arena *arena,
                            Diags *diags);

/* The same of the file at @path, which is also its name. */
const Node *node_load_file(const char *path, Arena *arena, Diags *diags);

/* The bytes of the regular file at @path, at most @most of them, NUL-terminated; or NULL, and it is
 * reported why. Free with g_free(). */
char *read_whole_file(const char *path, size_t most, size_t *length, Diags *diags);

/* The value of @key, or NULL. */
const Node *node_find(const Node *map, const char *key);

/* "a list": what @node is, for messages. */
const char *node_kind_name(const Node *node);
