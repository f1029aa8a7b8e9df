/* command/remake.h - makes again what files that were saved are in, and says so.
 * Takes names of files, gives leaflets and lines on standard output. Reads the project anew, in a
 * process that may die of it: the caller's watch goes on. */
#pragma once
#include "command/options.h"

typedef struct Remake {
    const Options *options;
    const char *root;       /* the project's folder */
    const GPtrArray *saved; /* names of files; NULL: everything is made */
    const GPtrArray *due; /* files of earlier remakes that failed; their leaflets are made, too */
    const GPtrArray *waited; /* translations that are waited for: what they are in stays as it is */
    gint64 begun;            /* monotonic microseconds: when they were saved */
} Remake;

/* Gives 0 when it has tried all that should be made, faults or not; else an exit status: what was
 * saved is due the next time. */
int remake_run(const Remake *remake);
