/* command/job_command.h - what makes one leaflet alone: the same bytes, and the same entry in the manifest, as
 * in the run that it is from. It holds no more than what that run was told, and paths as they were given. */
#pragma once
#include "command/batch.h"

/* What follows the program's name: "build", the pack, the options. Ended by NULL; free with g_strfreev(). */
char **job_arguments(const Batch *batch, const Job *job);

/* The same for a shell: "rightspack build rs-trafficking --locale=sr ...". Free with g_free(). */
char *job_command(const Batch *batch, const Job *job);
