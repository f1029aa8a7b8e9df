/* command/jobs.h - which leaflets a run is about.
 * Takes the project and the choices of the command line, gives one Job a leaflet. */
#pragma once
#include "command/options.h"
#include "model/content.h"
#include "model/order.h"
#include "output/output.h"

typedef struct Job {
    Variant variant;
    char *name; /* of its files, without suffix: "DRAFT_a_0.1_sr_adult_trifold" */
    /* of an order; else 0 and NULL */
    unsigned outputs; /* a bit each, by its place in output_all(); 0: those of all leaflets */
    int copies;
    const char *paper;
} Job;

/* The order is that of the choices: packs, in them locales, audiences, formats. It is also the
 * order of messages and results. */
typedef struct Jobs {
    Job *items;
    int count;
    const Output **outputs; /* made of leaflets that have none of their own; ended by NULL */
} Jobs;

/* What is meant where the command line names nothing: what project.yaml names, if it does, or
 * everything there is. */
typedef enum Unnamed { UNNAMED_DEFAULTS, UNNAMED_EVERYTHING } Unnamed;

/* What @order wants, whose text jobs borrow, or where it is NULL what the command line names. NULL when a
 * name is unknown: every such name is reported, with the nearest known one. */
Jobs *jobs_new(const Project *project, const Options *options, const Order *order,
               Unnamed unnamed, Diags *diags);
void jobs_free(Jobs *jobs);

/* What is made of @job, ended by NULL; free with g_free(). */
const Output **jobs_outputs(const Jobs *jobs, const Job *job);

/* Leaves only the jobs for which @wanted says so; the order stays. */
void jobs_keep(Jobs *jobs, bool (*wanted)(const Job *job, const void *user), const void *user);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Jobs, jobs_free)
