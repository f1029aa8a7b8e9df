#include "command/lost.h"

#include <string.h>

static const Where nowhere = { NULL, 0, 0 };

static void
add(const char *name, const WorkerResult *result, const Options *options, Diags *diags)
{
    switch (result->end) {
    case WORKER_CRASHED:
        diag_add(diags, DIAG_WORKER_LOST, nowhere, "%s was not made: its process crashed (%s)",
                 name, strsignal(result->number));
        break;
    case WORKER_EXITED:
        diag_add(diags, DIAG_WORKER_LOST, nowhere,
                 "%s was not made: its process left before the end (status %d)", name,
                 result->number);
        break;
    case WORKER_TOO_LONG:
        diag_add(diags, DIAG_TIME_LIMIT, nowhere,
                 "%s was not made: it took longer than %d seconds", name, options->limit);
        break;
    case WORKER_TOO_LARGE:
        diag_add(diags, DIAG_WORKER_LOST, nowhere,
                 "%s was not made: its process needed more than %d MiB of memory", name,
                 options->memory);
        break;
    case WORKER_NOT_STARTED:
        diag_add(diags, DIAG_WORKER_LOST, nowhere,
                 "%s was not made: the system starts no process for it (%s)", name,
                 g_strerror(result->number));
        break;
    case WORKER_SKIPPED:
    case WORKER_DONE:
        break;
    }
}

const char *
lost_report(const char *name, const WorkerResult *result, const Options *options, Diags *diags)
{
    unsigned before = diags_count(diags);

    add(name, result, options, diags);
    return diags_count(diags) > before ? diag_info(diags_find(diags, before)->code)->name : NULL;
}
