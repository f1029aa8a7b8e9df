/* command/summary.h - what a run has come to, said at its end. */
#pragma once
#include "command/batch.h"

#include <json-glib/json-glib.h>

/* What became of a leaflet, for print_json() of build.c: the codes of why it was not made, the command that makes
 * it alone, what an earlier run has left of it. Adds nothing where it was made or stays as it was. */
void summary_describe(JsonObject *object, const Batch *batch, int job);

/* Names what was not made, and why; how many were made, stay as they were, and failed. With --json one object:
 * {"summary": {...}}, the last line of all. */
void summary_print(const Batch *batch, int status);
