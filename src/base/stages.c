#include "base/stages.h"

#include <string.h>
#include <time.h>

/* A process makes one leaflet at a time in one thread, and stages begin deep in every room: handing this down to them
 * all would be a parameter of nearly every function, for a question that is seldom asked. */
static struct {
    bool begun;
    Stage stage;
    StageTime since; /* when it was entered */
    StageTime spent[STAGE_MOST];
} measured;

static gint64
now_by(clockid_t clock)
{
    struct timespec now = { 0 };

    clock_gettime(clock, &now);
    return now.tv_sec * G_GINT64_CONSTANT(1000000000) + now.tv_nsec;
}

static StageTime
now_here(void)
{
    return (StageTime){ now_by(CLOCK_MONOTONIC), now_by(CLOCK_PROCESS_CPUTIME_ID) };
}

void
stages_begin(void)
{
    memset(&measured, 0, sizeof measured);
    measured.begun = true;
    measured.since = now_here();
}

Stage
stages_enter(Stage stage)
{
    Stage former = measured.stage;

    if (!measured.begun)
        return former;
    StageTime now = now_here();
    StageTime *spent = &measured.spent[former];

    spent->wall += now.wall - measured.since.wall;
    spent->processor += now.processor - measured.since.processor;
    measured.since = now;
    measured.stage = stage;
    return former;
}

void
stages_read(StageTime times[static STAGE_MOST])
{
    stages_enter(measured.stage);
    memcpy(times, measured.spent, sizeof measured.spent);
}
