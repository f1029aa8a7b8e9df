/* command/timings.h - into which stages the time of a run has gone, in all of its processes together.
 * A process that waits counts: wall clock is that of the run while it prepares and notes, and that of every worker
 * while there are workers. */
#pragma once
#include "command/made.h"
#include "command/options.h"

typedef struct Timings Timings;

/* Begins to measure in this process. Free with timings_free(). */
Timings *timings_new(void);
void timings_free(Timings *timings);

/* Adds what a worker has spent on one leaflet; nothing to NULL. */
void timings_add(Timings *timings, const Made *made);
/* Says that there were @count workers for @wall microseconds; nothing to NULL. */
void timings_add_workers(Timings *timings, int count, gint64 wall);

/* A table on standard error, or with --json an object on standard output; @made leaflets were made. */
void timings_print(const Timings *timings, int made, bool json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Timings, timings_free)
