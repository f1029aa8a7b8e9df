/* command/choices.h - what the command line, or in its place project.yaml, chooses to make.
 * Only jobs.c uses it. */
#pragma once
#include "command/jobs.h"
#include "model/order.h"

/* What was chosen, as indexes into the project's lists. */
typedef struct Choices {
    const Project *project;
    const OrderLine *line; /* what chooses in place of the command line; NULL: that does */
    Unnamed unnamed;
    bool release, discreet;
    double size;    /* 0: not asked for */
    int copies;     /* 0: not said */
    bool for_staff; /* which formats are being added: those for the staff, or all others */
    Diags *diags;
    GArray *packs, *formats;
    GArray *tongues;           /* Tongue */
    GPtrArray *audience_names; /* those that any pack has */
    GArray *audiences;         /* indexes into the names */
    GArray *outputs;
    bool audiences_asked, formats_asked; /* not left to project.yaml */
    GPtrArray *noted; /* what has been said or made once: pairs of a Locale or a Pack, and a Format */
} Choices;

/* Fills in what @options choose of `project`; `project`, `line`, `unnamed`, `release`, `discreet`, `size` and
 * `diags` are there already. Unknown names, and sizes that a format has not, are reported. */
void choices_make(Choices *choices, const Options *options);
/* Where it was chosen: no place for the command line. */
Where choices_place(const Choices *choices);
void choices_clear(Choices *choices);
