/* command/preview_leaflet.h - one leaflet of a preview: its pictures, its PDF with boxes and
 * numbers, and what stands where. Made in a worker, read in the parent. */
#pragma once
#include "command/pipeline.h"
#include "translate/messages.h"

/* What all leaflets of a preview have in common; borrowed. */
typedef struct PreviewPlan {
    const Messages *messages; /* a string's number is its index there, and one more */
    const Locale *locale;
    const bool *wanted; /* of every message; NULL: all are. Only their boxes and pages are shown */
} PreviewPlan;

/* A picture of a page; lengths are shares of its width and height. */
typedef struct SeenPage {
    int page;
    Size size;  /* points */
    Rect sheet; /* the paper on it: smaller than it where something does not fit */
} SeenPage;

typedef struct SeenBox {
    int message, page;
    Rect rect;              /* shares of the picture */
    bool rtl, shared, over; /* as Box has them */
} SeenBox;

/* A string that may be so long. */
typedef struct SeenRoom {
    int message, characters, budget;
} SeenRoom;

/* What Made.seen says. */
typedef struct Seen {
    GArray *pages;    /* SeenPage; none: nothing of it is shown */
    GArray *boxes;    /* SeenBox, page by page */
    GArray *rooms;    /* SeenRoom */
    GArray *messages; /* int: every string the leaflet looks up, each once, ascending */
    double over;      /* points of height that do not fit in its fullest panel */
    bool overflows;
} Seen;

/* A PipelineLook; @user is a PreviewPlan. */
void preview_leaflet(Pipeline *pipeline, const Leaflet *leaflet, Made *made, const void *user);

/* NULL when @made has none. Free with seen_free(). */
Seen *seen_read(const Made *made);
void seen_free(Seen *seen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Seen, seen_free)
