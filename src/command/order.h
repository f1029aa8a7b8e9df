/* command/order.h - what `build --order` makes beside leaflets: what a print shop and those who hand
 * leaflets out need to know of them. Only what was made stands in them. */
#pragma once
#include "command/batch.h"
#include "command/printing.h"

/* Names of job sheets begin with it. */
#define ORDER_JOB_SHEET "JOBSHEET"

/* The order's name stands where strangers may see it: reports a telling word in it, when any leaflet is
 * discreet. */
void order_check_name(Batch *batch);

/* Lays everything out, writes nothing, and prints leaflets, sheets and copies. Gives the exit status. */
int order_dry_run(Batch *batch);

/* Writes manifest.csv, job sheets and index.html into the order's folder, after batch_make(), as far as they
 * have changed. What cannot be written is reported. */
void order_write_papers(Batch *batch);
/* Errors, what lines of the order say twice, and what they do not say any more; what is missing in the words of drafts is `check`'s to tell. */
void order_print_findings(const Batch *batch);
/* Names the first three. */
void order_print_papers(const Batch *batch);

/* --- private to orders: order.c, order_papers.c, order_table.c, job_sheet.c, catalogue.c --- */

/* What lies in the order's folder. */
typedef struct Ordered {
    const Batch *batch;
    GPtrArray *made; /* of each job a Made, just made or as an earlier run has left it; NULL: it failed */
} Ordered;

/* How @file is printed; false when it is not for paper: where a press has a file of its own, that for readers is for
 * screens. */
bool order_printing(const Ordered *ordered, int job, const MadeFile *file, Printing *printing);
/* "short", "long", or "none": how the paper is turned. */
const char *order_duplex(const Printing *printing);
/* "A4, 297 x 210 mm" with a multiplication sign; free with g_free(). */
char *order_paper_size(const Printing *printing);

/* Leaflets on one job sheet. */
typedef struct JobSheetPlan {
    const Ordered *ordered;
    GArray *jobs;      /* int: numbers of jobs */
    int number, count; /* of job sheets, from 1 */
    int missing;       /* leaflets of the order that were not made */
} JobSheetPlan;

/* Of its file, without suffix; free with g_free(). */
char *job_sheet_stem(const JobSheetPlan *plan);
/* Makes one in a worker. */
Made *job_sheet_make(Pipeline *pipeline, const JobSheetPlan *plan);

GBytes *order_table(const Ordered *ordered);
GBytes *catalogue_page(const Ordered *ordered);
