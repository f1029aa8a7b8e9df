#include "read/merge.h"

#include <string.h>

typedef struct Pairs {
    GPtrArray *keys, *items;
} Pairs;

static Pairs
pairs_new(void)
{
    return (Pairs){ g_ptr_array_new(), g_ptr_array_new() };
}

static void
pairs_add(Pairs *pairs, const Node *key, const Node *item)
{
    g_ptr_array_add(pairs->keys, (gpointer) key);
    g_ptr_array_add(pairs->items, (gpointer) item);
}

static const Node *
pairs_to_map(Arena *arena, Pairs *pairs, Where where)
{
    size_t size = pairs->keys->len * sizeof(Node *);
    Node map = { .kind = NODE_MAP, .where = where, .count = (int) pairs->keys->len };

    map.keys = arena_copy(arena, pairs->keys->pdata, size);
    map.items = arena_copy(arena, pairs->items->pdata, size);
    g_ptr_array_unref(pairs->keys);
    g_ptr_array_unref(pairs->items);
    return arena_copy(arena, &map, sizeof map);
}

const Node *
node_merge(Arena *arena, const Node *base, const Node *over)
{
    if (base->kind != NODE_MAP || over->kind != NODE_MAP)
        return over;

    Pairs pairs = pairs_new();
    for (int i = 0; i < base->count; i++) {
        const Node *changed = node_find(over, base->keys[i]->text);

        pairs_add(&pairs, base->keys[i],
                  changed == NULL ? base->items[i] : node_merge(arena, base->items[i], changed));
    }
    for (int i = 0; i < over->count; i++)
        if (node_find(base, over->keys[i]->text) == NULL)
            pairs_add(&pairs, over->keys[i], over->items[i]);
    return pairs_to_map(arena, &pairs, over->where);
}

const Node *
node_without(Arena *arena, const Node *map, const char *key)
{
    Pairs pairs = pairs_new();

    for (int i = 0; i < map->count; i++)
        if (strcmp(map->keys[i]->text, key) != 0)
            pairs_add(&pairs, map->keys[i], map->items[i]);
    return pairs_to_map(arena, &pairs, map->where);
}
