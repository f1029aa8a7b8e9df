/* command/inspect.h - finished files compared with what their leaflets should be.
 * Takes Targets, reads each file back and composes its leaflet anew, in processes of their own. */
#pragma once
#include "command/options.h"
#include "command/targets.h"

/* Adds what it finds to @diags, in the order of @targets whatever the number of processes. */
void inspect_targets(const GArray *targets, const Project *project, const Options *options,
                     Diags *diags);
