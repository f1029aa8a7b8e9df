/* base/stages.h - how long this process has spent in which stage of making leaflets.
 * Whoever begins a stage says so, and says so again when it is over; the time between goes to that stage alone,
 * not to the one it interrupts. Until stages_begin() nothing is measured, and saying so costs nothing. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* One row each in command/timings.c. */
typedef enum Stage {
    STAGE_OTHER,
    STAGE_READING,      /* the project, and the checks of it */
    STAGE_PLANNING,     /* which leaflets, and which of them have not changed */
    STAGE_FONTS,        /* opened once a process */
    STAGE_TRANSLATIONS, /* loaded once a process and language */
    STAGE_COMPOSING,
    STAGE_SHAPING,
    STAGE_FITTING, /* lines and panels at all the sizes that are tried */
    STAGE_PLACING,
    STAGE_CHECKING,
    STAGE_FINISHING, /* of PDFs */
    STAGE_WRITING,   /* and waiting for the disk */
    STAGE_NOTING,    /* journal, manifest, and papers of an order */
    STAGE_WAITING,   /* for workers */
    STAGE_DRAWING,   /* as the first of output_all(); the next as the second, and so on */
    STAGE_MOST = STAGE_DRAWING + 12
} Stage;

typedef struct StageTime {
    gint64 wall, processor; /* nanoseconds */
} StageTime;

/* Measures from now on, from nothing, as STAGE_OTHER. */
void stages_begin(void);

/* Ends the stage that was and begins @stage. Gives the one that was, to be begun again after it. */
Stage stages_enter(Stage stage);

/* What was measured since stages_begin(); all 0 where that never was. */
void stages_read(StageTime times[static STAGE_MOST]);
