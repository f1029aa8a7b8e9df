/* command/batch.h - what `build`, `check`, `fit` and `sheet` have in common: project, jobs,
 * results. */
#pragma once
#include "command/jobs.h"
#include "command/made.h"
#include "command/options.h"

typedef struct Batch {
    const Options *options; /* borrowed */
    Diags *diags;           /* everything said so far, in an order that no process disturbs */
    Project *project;
    Jobs *jobs;      /* NULL: errors in the project or the choices, go no further */
    GPtrArray *made; /* after batch_make(): of each job a Made; NULL: its worker was lost */
} Batch;

/* Reads the project, checks it, finds the jobs. Never NULL; free with batch_free(). */
Batch *batch_new(const Options *options, Unnamed unnamed);
void batch_free(Batch *batch);

/* Makes every job, and writes files to @folder unless it is NULL. */
void batch_make(Batch *batch, const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Batch, batch_free)
