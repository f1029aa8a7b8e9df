/* layout/segment.h - a run of blocks that fills columns one after the other: what columns.c and
 * level.c share. */
#pragma once
#include "layout/columns.h"

typedef struct Segment {
    const Flow *flow;
    Cursor from;
    int end;          /* block */
    int first_column; /* of the flow */
    int most_pages;   /* 0: any number */
} Segment;

/* Fills columns one after the other, each at most @limit high, and adds them to @filled. Gives how
 * many rows are left over when the columns run out, or more than @most are needed. */
int segment_fill(const Segment *segment, double limit, int most, GArray *filled,
                 Overflow *overflow);
/* Makes the columns of the last page equally full. A page that repeats is filled over all the columns
 * it has left; on a folded sheet what fits into one panel stays in one. */
void segment_level(const Segment *segment, GArray *filled, bool is_last);
