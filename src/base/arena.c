#include "base/arena.h"

#include <stdarg.h>
#include <string.h>

enum { BLOCK_SIZE = 32 * 1024, ALIGN = 16 };

struct Arena {
    GPtrArray *blocks;
    GStringChunk *interned; /* made when first needed */
    char *next;
    size_t left;
};

Arena *
arena_new(void)
{
    Arena *arena = g_new0(Arena, 1);

    arena->blocks = g_ptr_array_new_with_free_func(g_free);
    return arena;
}

void
arena_free(Arena *arena)
{
    if (arena == NULL)
        return;
    g_ptr_array_unref(arena->blocks);
    g_clear_pointer(&arena->interned, g_string_chunk_free);
    g_free(arena);
}

static void *
own_block(Arena *arena, size_t size)
{
    void *block = g_malloc0(size);

    g_ptr_array_add(arena->blocks, block);
    return block;
}

void *
arena_alloc(Arena *arena, size_t size)
{
    size = (MAX(size, 1) + ALIGN - 1) / ALIGN * ALIGN;
    if (size > BLOCK_SIZE / 4)
        return own_block(arena, size);
    if (size > arena->left) {
        arena->next = own_block(arena, BLOCK_SIZE);
        arena->left = BLOCK_SIZE;
    }

    void *memory = arena->next;
    arena->next += size;
    arena->left -= size;
    return memory;
}

void *
arena_copy(Arena *arena, const void *bytes, size_t size)
{
    void *copy = arena_alloc(arena, size);

    if (size > 0)
        memcpy(copy, bytes, size);
    return copy;
}

char *
arena_strdup(Arena *arena, const char *text)
{
    return text == NULL ? NULL : arena_copy(arena, text, strlen(text) + 1);
}

char *
arena_printf(Arena *arena, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    return arena_strdup(arena, text);
}

const char *
arena_intern(Arena *arena, const char *text)
{
    if (text == NULL)
        return NULL;
    if (arena->interned == NULL)
        arena->interned = g_string_chunk_new(4096);
    return g_string_chunk_insert_const(arena->interned, text);
}
