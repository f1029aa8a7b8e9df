/* command/manifest.h - manifest.json: what lies in a folder of leaflets.
 * Keeps what earlier runs wrote, as long as its file is there. Packs are named by their neutral
 * code: the list lies beside the leaflets. */
#pragma once
#include "base/diag.h"
#include "command/jobs.h"
#include "command/made.h"

#include <json-glib/json-glib.h>

/* Members of @object that tell which leaflet @job is and, unless @made is NULL, what became of
 * it. */
void manifest_describe(JsonObject *object, const Job *job, const Made *made);

/* Brings @folder's manifest up to date with @made, a Made or NULL for each job. */
void manifest_update(const char *folder, const Jobs *jobs, const GPtrArray *made, Diags *diags);
