/* command/choice.h - names that someone gave, looked up among those there are.
 * Used by jobs.c, tongues.c and status.c. */
#pragma once
#include "model/content.h"

typedef struct Choice {
    DiagCode code;       /* of an unknown name */
    const char *unknown; /* its message, with one %s for the name and one for advice */
    char **asked;        /* on the command line; ends with NULL */
    NameList defaults;   /* of project.yaml; count when nothing is asked */
    bool all;            /* the name "all" is everything, unless something is called so */
} Choice;

/* Indexes into @known (strings) of what @choice names, in its order, each once; of everything
 * when it names nothing. Unknown names are reported and left out. Free with g_array_unref(). */
GArray *choice_find(const Choice *choice, const GPtrArray *known, Diags *diags);
