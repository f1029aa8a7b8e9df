/* command/sources.h - the files that leaflets are made from, and the key of a leaflet: two leaflets of one
 * name with one key have the same bytes. */
#pragma once
#include "command/pipeline.h"
#include "command/state.h"

typedef struct Sources Sources;

/* Hashes every file of the project, of the program's own data, and the program itself. What has changed
 * since @begun (Unix time in microseconds), when the project was read, gives keys that never come again.
 * @state is borrowed. */
Sources *sources_new(const Plan *plan, State *state, gint64 begun);
void sources_free(Sources *sources);

/* Free with g_free(). */
char *sources_key(Sources *sources, const Job *job);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Sources, sources_free)
