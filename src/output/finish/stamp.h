/* output/finish/stamp.h - pictograms and pictures as PDF objects of their own, made once a process.
 * A leaflet has two dozen pictograms, the same in every leaflet: Cairo would write out their curves
 * each time anew. So painting only leaves a marker, and finishing puts a reference to the drawing
 * in its place, packed when it was first needed. A JPEG picture goes into the file as it is. */
#pragma once
#include "output/finish/write.h"
#include "output/private.h"

/* Where one stands on a page. */
typedef struct Placement {
    const Stamp *stamp;
    Rect rect;
    bool mirrored;
    cairo_matrix_t turn; /* from there to the page, both with y growing downwards */
} Placement;

/* Appends what draws @placement in content whose y grows downwards; @name is the stamp's name in
 * the page's resources. */
void stamp_write(GString *out, const Placement *placement, int name);
/* Gives the number of the drawing's object. */
int stamp_add(const Stamp *stamp, Writer *writer);
