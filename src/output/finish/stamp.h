/* output/finish/stamp.h - pictograms as content of a page, made once a process.
 * A leaflet has two dozen pictograms, the same in every leaflet: Cairo would write out their curves
 * each time anew. In the page's own content they deflate better than as drawings of their own. */
#pragma once
#include "output/private.h"

/* Appends what draws @stamp, moved by @matrix, in content whose y grows downwards. */
void stamp_write(const Stamp *stamp, GString *out, const cairo_matrix_t *matrix);
