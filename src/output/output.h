/* output/output.h - pages to bytes.
 * A table of outputs: PDF, PNG, a text dump. Knows nothing of YAML, PO or line breaking. It alone
 * includes cairo-pdf.h. */
#pragma once
#include "model/page.h"

#include <glib.h>

typedef struct OutputSettings {
    double dpi;            /* of pictures */
    Date date;             /* the day a PDF claims; none: the document's own */
    GBytes *profile;       /* ICC, of the printing condition of a press, or NULL */
    const char *condition; /* what it is called: "FOGRA51"; NULL without a profile */
} OutputSettings;

/* One file's bytes. A PNG output gives one for every page. */
typedef struct OutputFile {
    char *suffix; /* after the leaflet's name: ".pdf", "-p2.png" */
    GBytes *bytes;
} OutputFile;

/* What painting keeps from one leaflet to the next: drawings parsed once. One a process. */
typedef struct Painter Painter;

Painter *painter_new(void);
void painter_free(Painter *painter);

typedef struct Output {
    const char *name;   /* "pdf" */
    const char *about;  /* for help */
    const char *suffix; /* its files end so */
    bool for_readers;   /* a PDF that can be read back and compared with the content */
    bool imposed;       /* pages are to stand on sheets, where their format says how */
    bool pressed;       /* pages are to stand on the sheets of a press */
    const char *folder; /* in that of the leaflets; NULL: beside them */
    /* Array of OutputFile, or NULL with @error set: the drawing library failed. */
    GPtrArray *(*make)(Painter *painter, const Pages *pages, const OutputSettings *settings,
                       GError **error);
} Output;

/* The output called @name, or NULL. */
const Output *output_find(const char *name);
/* The one that writes files called like @file; NULL: none. */
const Output *output_of_file(const char *file);
/* How the file of one page ends, where @output makes a file of every page: "-p2.png". Free with g_free(). */
char *output_page_suffix(const Output *output, int page);
/* All of them, ended by a NULL name. */
const Output *output_all(void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Painter, painter_free)
