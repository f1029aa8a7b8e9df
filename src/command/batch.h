/* command/batch.h - what `build`, `check`, `fit` and `sheet` have in common: project, jobs,
 * results. */
#pragma once
#include "command/jobs.h"
#include "command/made.h"
#include "command/options.h"
#include "command/pipeline.h"
#include "command/profile.h"
#include "command/store.h"
#include "command/timings.h"

typedef struct Batch {
    const Options *options; /* borrowed */
    Diags *diags;           /* everything said so far, in an order that no process disturbs */
    Order *order;           /* NULL: the command line says what is made */
    char *folder; /* where files go; an order has one of its own in that of the command line */
    Project *project;
    Gate *gate;       /* NULL: drafts */
    Profile *profile; /* of a press; NULL: none was given */
    Jobs *jobs;       /* NULL: errors in the project or the choices, go no further */
    gint64 begun;     /* when the project was read: Unix time in microseconds */
    Store *store;     /* of the folder that leaflets go to, after batch_open(); else NULL */
    char **keys;      /* of each job, ended by NULL; NULL without a store */
    bool *current;    /* of each job: what it would make is there; NULL: nothing is */
    DiagPool *said;   /* in which the messages of leaflets are kept */
    const char **lost; /* of each job the code of why its process was; NULL: it was not, or without a store */
    Timings *timings; /* NULL: nobody asks */
    GPtrArray *made; /* after batch_run(): of each piece a Made; NULL: not tried, or its worker was lost */
} Batch;

/* What is to be made, piece by piece, each in some worker. */
typedef struct Work {
    int count;
    const char *const *names; /* of files, without suffix */
    const int *groups; /* pieces of one group have much in common, and go to one worker */
    const bool *skip;  /* pieces not to be made; NULL: none */
    Made *(*make)(Pipeline *pipeline, int piece, const void *user);
    const void *user;
    char *const *keys; /* of pieces that are jobs: each is noted in the store as it is made; NULL: they are not */
} Work;

/* Reads the project, checks it, finds the jobs. Never NULL; free with batch_free(). */
Batch *batch_new(const Options *options, Unnamed unnamed);
void batch_free(Batch *batch);

/* The file that the profile of a press is read from: the order's, unless the command line names another. NULL:
 * none. */
const char *batch_profile_path(const Batch *batch);

/* Does all of @work, and writes files to @folder unless it is NULL. */
void batch_run(Batch *batch, const Work *work, const char *folder);
/* What became of one leaflet. */
typedef enum Outcome {
    OUTCOME_MADE,
    OUTCOME_KEPT, /* there was nothing to do */
    OUTCOME_FAILED
} Outcome;
Outcome batch_outcome(const Batch *batch, int job);

/* Takes the folder that leaflets go to, for as long as @batch lives, and finds out what is in it already. False,
 * and it is reported, when it cannot be had. */
bool batch_open(Batch *batch);
/* Brings its manifest up to date. */
void batch_settle(Batch *batch);

/* As batch_run(), the work being every job that is not current; what is released goes through its gate all
 * the same. */
void batch_make(Batch *batch, const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Batch, batch_free)
