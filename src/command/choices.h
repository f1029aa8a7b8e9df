/* command/choices.h - what the command line, or in its place project.yaml, chooses to make.
 * Only jobs.c uses it. */
#pragma once
#include "command/jobs.h"

/* What was chosen, as indexes into the project's lists. */
typedef struct Choices {
    const Project *project;
    Unnamed unnamed;
    bool release, discreet;
    double size;    /* 0: not asked for */
    bool for_staff; /* which formats are being added: those for the staff, or all others */
    Diags *diags;
    GArray *packs, *formats;
    GArray *tongues;           /* Tongue */
    GPtrArray *audience_names; /* those that any pack has */
    GArray *audiences;         /* indexes into the names */
    GArray *outputs;
    bool audiences_asked, formats_asked; /* on the command line */
    GPtrArray *noted; /* what has been said or made once: pairs of a Locale or a Pack, and a Format */
} Choices;

/* Fills in what @options choose of `project`; `project`, `unnamed`, `release`, `discreet`, `size` and
 * `diags` are there already. Unknown names, and sizes that a format has not, are reported. */
void choices_make(Choices *choices, const Options *options);
void choices_clear(Choices *choices);
