/* model/job_sheet.h - what a print shop is told of every file: a Document and Pages like a leaflet's,
 * on paper of its own. */
#pragma once
#include "model/page.h"

typedef struct JobSheetFile {
    const Pages *leaflet;
    const char *name, *sha256;
    const char *paper_size; /* "297 x 210 mm" */
    const char *paper;      /* the stock; NULL: not said */
    Flip flip;
    Scheme scheme; /* what is to be done with the sheets; SCHEME_NONE: they are pages */
    bool pressed;  /* the pages have marks around them, and are bound as their format says */
    Size folded;   /* the paper that is folded: a sheet, or a leaflet cut out of one */
    const Fold *folds; /* of it, in the order of folding */
    int fold_count;
    int sheets, up; /* sheets that `up` copies take */
    int copies;
    long long all_sheets; /* of all copies */
} JobSheetFile;

typedef struct JobSheet {
    const char *order;
    const char *profile; /* the file of an ICC profile, without folder; NULL: none */
    int number, of;      /* which job sheet of the order, from 1 */
    int missing;         /* leaflets of the order that were not made */
    const JobSheetFile *files;
    int count;
} JobSheet;

/* Section i + 1 of its document is about file i: its name, copies and further lines, then a picture of
 * its first page, and where it is folded one of its folds and a line about them. Section 0 is about the order. */
enum { JOB_SHEET_HEAD_SECTIONS = 1 };

/* A4 upright, in greys. It has no panels: layout_job_sheet() knows where things stand. */
extern const Format job_sheet_format;
