/* base/arena.h - memory that is freed all at once.
 * An owner (a project, a document, pages) makes one arena and puts everything it holds in it;
 * nothing inside is freed alone. Memory comes zeroed. Running out aborts, as in GLib. */
#pragma once
#include <glib.h>

typedef struct Arena Arena;

Arena *arena_new(void);
void arena_free(Arena *arena);

/* @size zeroed bytes, aligned for any type. A size of 0 gives a valid pointer. */
void *arena_alloc(Arena *arena, size_t size);

/* A copy of @size bytes; of a GArray's elements that is how a list gets its final home. */
void *arena_copy(Arena *arena, const void *bytes, size_t size);

/* A copy of @text that lives as long as the arena; NULL gives NULL. */
char *arena_strdup(Arena *arena, const char *text);
char *arena_printf(Arena *arena, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* The one copy of @text in this arena: equal strings get equal pointers. */
const char *arena_intern(Arena *arena, const char *text);

#define arena_new_array(arena, Type, count) \
    ((Type *) arena_alloc((arena), sizeof(Type) * (size_t) (count)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Arena, arena_free)
