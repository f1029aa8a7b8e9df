/* command/order.h - what `build --order` makes beside leaflets: what a print shop and those who hand
 * leaflets out need to know of them. Only what was made stands in them. */
#pragma once
#include "command/batch.h"

/* Names of job sheets begin with it. */
#define ORDER_JOB_SHEET "JOBSHEET"
/* The folder of small pictures, beside index.html. */
#define ORDER_PICTURES "catalogue"
/* What their names end with: pictures are of first pages. */
#define ORDER_PICTURE_END "-p1.png"

/* The order's name stands where strangers may see it: reports a telling word in it, when any leaflet is
 * discreet. */
void order_check_name(Batch *batch);

/* Lays everything out, writes nothing, and prints leaflets, sheets and copies. Gives the exit status. */
int order_dry_run(Batch *batch);

/* Writes manifest.csv, job sheets, small pictures and index.html into the order's folder, after
 * batch_make(). What cannot be written is reported. */
void order_write_papers(Batch *batch);
/* Errors, and what lines of the order say twice; what is missing in the words of drafts is `check`'s to tell. */
void order_print_findings(const Batch *batch);
/* Names the first three. */
void order_print_papers(const Batch *batch);

/* --- private to orders: order.c, order_table.c, job_sheet.c, catalogue.c --- */

/* Sheets of paper that one copy of @file takes; 0: it is not for paper. */
int order_sheets(const Job *job, const Made *made, const MadeFile *file);
/* "short", "long", or "none": how the paper is turned. */
const char *order_duplex(const Format *format);
/* "297 x 210 mm" with a multiplication sign; free with g_free(). */
char *order_paper_size(const Format *format);
/* Which kind of file it is: "pdf". */
const char *order_output(const MadeFile *file);

/* Leaflets on one job sheet. */
typedef struct JobSheetPlan {
    const Batch *batch;
    const GPtrArray *made; /* the leaflets' */
    GArray *jobs;          /* int: numbers of jobs */
    int number, count;     /* of job sheets, from 1 */
} JobSheetPlan;

/* Makes one in a worker. */
Made *job_sheet_make(Pipeline *pipeline, const JobSheetPlan *plan);

GBytes *order_table(const Batch *batch);
GBytes *catalogue_page(const Batch *batch);
