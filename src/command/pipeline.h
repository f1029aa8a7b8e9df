/* command/pipeline.h - one leaflet from content to files.
 * Takes a job, gives what became of it. It alone calls the rooms one after the other. Used only
 * in workers: the parent must not touch fonts. */
#pragma once
#include "command/gate.h"
#include "command/jobs.h"
#include "command/made.h"
#include "layout/layout.h"
#include "model/fit.h"

/* What all leaflets of a run have in common; borrowed. */
typedef struct Plan {
    const Project *project;
    const Jobs *jobs;
    const char *folder;  /* files go here; NULL: nothing is written */
    const char *aside;   /* and are written here before; NULL: beside their place */
    const bool *current; /* of each job: its files are as they will be; or NULL */
    const Gate *gate;    /* NULL: drafts */
    Date today;
    bool budgets;      /* pipeline_fit() tells how long every string may be */
    const char *paper; /* of sheets that pages stand on, where a format has it; NULL: its first */
    double thickness; /* of it, points; 0: the format's */
    OutputSettings settings;
} Plan;

/* What one process keeps warm from leaflet to leaflet: fonts, catalogs, shapes, drawings. */
typedef struct Pipeline Pipeline;

Pipeline *pipeline_new(const Plan *plan);
void pipeline_free(Pipeline *pipeline);

/* Measures job number @job of the plan. NULL when there is an error in @diags before that. What is
 * shaped serves all languages together, for all share the words of the staff; it is forgotten when it is
 * very much, so that leaflets of one language had better follow each other. */
Fit *pipeline_fit(Pipeline *pipeline, int job, Diags *diags);

/* Leaflets that stand on one contact sheet. */
typedef struct SheetPlan {
    char *name;     /* of its files, without suffix */
    GArray *jobs;   /* int: numbers of jobs */
    bool by_locale; /* one format in many locales; else many formats in one locale */
} SheetPlan;

/* Makes a contact sheet. What does not fit, or lacks a glyph, is an error in its messages and
 * stands on the sheet all the same. Never NULL; free with made_free(). */
Made *pipeline_sheet(Pipeline *pipeline, const SheetPlan *plan);

/* Lays out @jobs (int: numbers of jobs) of the plan and hands all of them together to @show, which notes
 * in Made what it makes of them. Never NULL; free with made_free(). */
typedef void (*PipelineShow)(Pipeline *pipeline, const Pages *const *leaflets, int count,
                             Shapes *shapes, Made *made, const void *user);
Made *pipeline_together(Pipeline *pipeline, const GArray *jobs, PipelineShow show,
                        const void *user);

/* A leaflet that is laid out, whether it fits or not. */
typedef struct Leaflet {
    const Job *job;
    const Document *document;
    const Pages *pages;
    Shapes *shapes;
    const Catalogs *catalogs; /* that it was composed with */
} Leaflet;

/* Lays out job number @job of the plan and hands it to @look, which notes in Made what it makes of
 * it. Never NULL; free with made_free(). */
typedef void (*PipelineLook)(Pipeline *pipeline, const Leaflet *leaflet, Made *made,
                             const void *user);
Made *pipeline_look(Pipeline *pipeline, int job, PipelineLook look, const void *user);

/* What @output makes of @pages, OutputFile; NULL, with the reason in @diags, when drawing failed.
 * Free with g_ptr_array_unref(). */
GPtrArray *pipeline_draw(const Pipeline *pipeline, const Output *output, const Pages *pages,
                         Diags *diags);
/* Writes @file, of the kind @output, into the plan's folder, under @stem and its suffix. */
void pipeline_write(const Pipeline *pipeline, const char *stem, const Output *output,
                    const OutputFile *file, Made *made);

/* Makes job number @job of the plan. With an error in its messages no file of it is written.
 * Never NULL; free with made_free(). */
Made *pipeline_run(Pipeline *pipeline, int job);
