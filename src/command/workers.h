/* command/workers.h - many jobs, each in a process that may die without harm to the others.
 * Takes numbered jobs and a function that does one, gives an answer or a reason for each. Knows
 * nothing of leaflets. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef enum WorkerEnd {
    WORKER_SKIPPED,     /* never begun, or stopped on the way: the run was interrupted */
    WORKER_DONE,        /* `answer` is there */
    WORKER_CRASHED,     /* killed by signal `number` */
    WORKER_EXITED,      /* left with status `number`, or sent nonsense */
    WORKER_TOO_LONG,    /* past the time limit, killed */
    WORKER_TOO_LARGE,   /* past the memory limit, killed */
    WORKER_NOT_STARTED, /* the system gives no more processes; `number` is its errno */
} WorkerEnd;

typedef struct WorkerResult {
    WorkerEnd end;
    int number;
    GVariant *answer;
} WorkerResult;

typedef struct WorkersPlan {
    int job_count;
    int worker_count;    /* most processes at a time, >= 1 */
    const int *groups;   /* of each job: one group goes to one worker if it can; or NULL */
    int limit_ms;        /* for one job */
    size_t memory_limit; /* resident bytes of one worker */
    const GVariantType *answer_type;
    GVariant *(*make)(int job, void *user); /* in the worker; a floating reference */
    /* In the parent, whenever a job is over, the @done-th; it may take the answer. Or NULL. */
    void (*over)(int job, WorkerResult *result, int done, void *user);
    void *user; /* of both; what make() changes in it stays in its worker */
} WorkersPlan;

/* Does every job and returns a WorkerResult for each, in the order of the jobs; free with
 * g_array_unref(). The caller must not have threads. SIGINT and SIGTERM end the run early:
 * workers are killed, and what is not done is WORKER_SKIPPED. */
GArray *workers_run(const WorkersPlan *plan);
