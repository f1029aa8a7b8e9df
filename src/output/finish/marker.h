/* output/finish/marker.h - where a leaf begins and ends, and where a passage stands, painted as a
 * square no one sees.
 * The square is 1 unit wide, in the sheet's corner, in a colour that tells which it is.
 * Cairo passes it into the page's content, where finishing takes it out again. */
#pragma once
#include <stdbool.h>

typedef enum MarkerKind { MARKER_BEGIN, MARKER_END, MARKER_PASSAGE } MarkerKind;

typedef struct Marker {
    MarkerKind kind;
    int number; /* of the leaf; of the passage */
} Marker;

/* True when the colour @rgb, as it stands in a page's content, is a marker's. */
bool marker_read(const double rgb[3], Marker *marker);
