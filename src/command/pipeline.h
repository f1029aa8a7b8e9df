/* command/pipeline.h - one leaflet from content to files.
 * Takes a job, gives what became of it. It alone calls the rooms one after the other. Used only
 * in workers: the parent must not touch fonts. */
#pragma once
#include "command/jobs.h"
#include "command/made.h"
#include "model/fit.h"

/* What all leaflets of a run have in common; borrowed. */
typedef struct Plan {
    const Project *project;
    const Jobs *jobs;
    const char *folder; /* files go here; NULL: nothing is written */
    OutputSettings settings;
} Plan;

/* What one process keeps warm from leaflet to leaflet: fonts, catalogs, shapes, drawings. */
typedef struct Pipeline Pipeline;

Pipeline *pipeline_new(const Plan *plan);
void pipeline_free(Pipeline *pipeline);

/* Measures job number @job of the plan. NULL when there is an error in @diags before that. */
Fit *pipeline_fit(Pipeline *pipeline, int job, Diags *diags);

/* Makes job number @job of the plan. With an error in its messages no file of it is written.
 * Never NULL; free with made_free(). */
Made *pipeline_run(Pipeline *pipeline, int job);
