/* command/worker.h - one worker process, seen from both ends of its socket.
 * Down goes the number of a job (an int), up comes its answer: the length (guint32), then a
 * serialized GVariant. Only workers.c uses it. */
#pragma once
#include "command/workers.h"

#include <sys/types.h>

typedef struct WorkerProcess {
    pid_t pid;  /* 0: could not be started, errno says why */
    int socket; /* the parent's end */
} WorkerProcess;

/* Forks. The child calls @prepare and then does jobs until its socket closes; it never
 * returns. */
WorkerProcess worker_start(const WorkersPlan *plan, void (*prepare)(void *user), void *user);

typedef struct WorkerAnswer {
    bool broken;       /* what came is no answer */
    GVariant *variant; /* NULL: not complete yet. The caller's */
} WorkerAnswer;

/* Takes a whole answer out of @received, when there is one. */
WorkerAnswer worker_read_answer(GByteArray *received, const GVariantType *type);

/* Bytes in memory now; 0 when the process is gone. */
size_t worker_resident_size(WorkerProcess process);
