/* command/batch.h - what `build`, `check`, `fit` and `sheet` have in common: project, jobs,
 * results. */
#pragma once
#include "command/jobs.h"
#include "command/made.h"
#include "command/options.h"
#include "command/pipeline.h"
#include "command/profile.h"

typedef struct Batch {
    const Options *options; /* borrowed */
    Diags *diags;           /* everything said so far, in an order that no process disturbs */
    Order *order;           /* NULL: the command line says what is made */
    char *folder; /* where files go; an order has one of its own in that of the command line */
    Project *project;
    Gate *gate;       /* NULL: drafts */
    Profile *profile; /* of a press; NULL: none was given */
    Jobs *jobs;       /* NULL: errors in the project or the choices, go no further */
    GPtrArray *made;  /* after batch_run(): of each piece a Made; NULL: its worker was lost */
} Batch;

/* What is to be made, piece by piece, each in some worker. */
typedef struct Work {
    int count;
    const char *const *names; /* of files, without suffix */
    const int *groups; /* pieces of one group have much in common, and go to one worker */
    Made *(*make)(Pipeline *pipeline, int piece, const void *user);
    const void *user;
    double dpi; /* of pictures; 0: as the command line says */
} Work;

/* Reads the project, checks it, finds the jobs. Never NULL; free with batch_free(). */
Batch *batch_new(const Options *options, Unnamed unnamed);
void batch_free(Batch *batch);

/* Does all of @work, and writes files to @folder unless it is NULL. */
void batch_run(Batch *batch, const Work *work, const char *folder);
/* The same, the work being every job. */
void batch_make(Batch *batch, const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Batch, batch_free)
