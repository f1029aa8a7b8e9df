/* output/finish/cluster.h - the clusters of a run: letters, and the glyphs that draw them together.
 * Takes glyphs as layout placed them, gives letters in the order of the line and parts in units of
 * the font. Knows nothing of codes and of PDF. */
#pragma once
#include "model/page.h"
#include "output/finish/typeface.h"

typedef struct Cluster {
    const Run *run;
    const char *text; /* that bytes of the run count in */
    int em, face;     /* of what parts are made of */
    gunichar lead;    /* said before the run's first letter; 0: nothing */
    int next;         /* glyph, left to right, that has not been taken */
    double x, end;    /* from the run's left edge, points at REFERENCE_SIZE */
    GArray *letters;  /* of gunichar, in reading order */
    GArray *parts;    /* of Part, from the cluster's left edge */
} Cluster;

/* Takes the next cluster, left to right; false when there is none. Marks and joiners belong to the
 * letter before them; marks of direction are left out. */
bool cluster_next(Cluster *cluster);

/* Whether readers know that @letter has no width: a mark, a joiner. */
bool cluster_is_thin(gunichar letter);
/* The letter at @index counted from the left. */
gunichar cluster_letter(const Cluster *cluster, int index);
/* Whether nothing but one space is left of a run from right to left: it begins with it. */
bool cluster_rest_is_space(const Cluster *cluster);
