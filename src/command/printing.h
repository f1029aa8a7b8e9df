/* command/printing.h - what a file is printed on, and how often: for those who stand at the printer. */
#pragma once
#include "command/jobs.h"

typedef struct Printing {
    Scheme scheme;     /* SCHEME_NONE: pages as they are */
    const char *paper; /* "A4"; NULL: a sheet of its pages' own size */
    Size size;         /* of the sheet */
    Flip flip;         /* the edge it is turned on */
    int sheets, up;    /* sheets that `up` copies take */
} Printing;

/* Of a leaflet of @pages pages as @output; @paper: the choice of sheets, NULL: the format's first. */
Printing printing_of(const Format *format, const Output *output, const char *paper, int pages);
/* Sheets for so many copies. */
long long printing_sheets(const Printing *printing, int copies);
