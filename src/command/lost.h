/* command/lost.h - what is said of a piece whose process died, or was killed for taking too much. */
#pragma once
#include "command/options.h"
#include "command/workers.h"

/* The name of the code that was reported of the piece called @name; NULL: there was nothing to report. */
const char *lost_report(const char *name, const WorkerResult *result, const Options *options,
                        Diags *diags);
