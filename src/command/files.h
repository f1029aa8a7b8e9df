/* command/files.h - from finished pages to the files of every output that is asked for.
 * Takes pages, and puts them on sheets where an output and the format want that. Used only in workers, by
 * pipeline.c. */
#pragma once
#include "command/pipeline.h"

/* What outputs are made of. */
typedef struct Subject {
    const Pages *pages;
    const Pages *imposed; /* the same on sheets; NULL: its format does not say how, or nobody asks */
} Subject;

/* Writes what each of @outputs makes of @subject; nothing when one of them has failed. */
void files_write(const Pipeline *pipeline, const Plan *plan, const char *stem,
                 const Output *const *outputs, const Subject *subject, Made *made);
/* The same of a leaflet and its outputs, on sheets where its format says how. */
void files_write_leaflet(const Pipeline *pipeline, const Plan *plan, const Leaflet *leaflet,
                         Made *made);
