/* output/finish/stamp.h - pictograms as content of a page, made once a process.
 * A leaflet has two dozen pictograms, the same in every leaflet: Cairo would write out their curves
 * each time anew. So painting only leaves a marker, and finishing puts in its place what was made
 * when the pictogram was first needed. In the page's own content they deflate better than apart. */
#pragma once
#include "output/private.h"

/* Where one stands on a page; or where text does, which is content already. */
typedef struct Placement {
    GString *words; /* NULL: a pictogram */
    const Stamp *stamp;
    cairo_matrix_t matrix; /* from the pictogram, whose y grows downwards, to the page */
} Placement;

/* Appends what draws @placement in content whose y grows downwards. */
void stamp_write(GString *out, const Placement *placement);
