/* command/files.h - from finished pages to the files of every output that is asked for.
 * Takes pages, and puts them on sheets where an output and the format want that. Used only in workers, by
 * pipeline.c. */
#pragma once
#include "command/pipeline.h"

/* Writes what every output of the plan makes of @pages, which are no leaflet's; nothing when one of them has
 * failed. */
void files_write(const Pipeline *pipeline, const Plan *plan, const char *stem,
                 const Pages *pages, Shapes *shapes, Made *made);
/* The same of a leaflet and its outputs, on sheets where they want that. */
void files_write_leaflet(const Pipeline *pipeline, const Plan *plan, const Leaflet *leaflet,
                         Made *made);
