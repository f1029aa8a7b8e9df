/* output/finish/cluster.h - the clusters of a run: letters, and the glyphs that draw them together.
 * Takes glyphs as layout placed them, gives letters in the order of the line and parts in units of
 * the font. Knows nothing of codes and of PDF. */
#pragma once
#include "model/page.h"
#include "output/finish/typeface.h"

/* More marks than anybody writes on a letter; what goes beyond is a cluster of its own. */
enum { MOST_IN_CLUSTER = 64 };

typedef struct Cluster {
    const Run *run;
    const char *text;                  /* that bytes of the run count in */
    int em, face;                      /* of what parts are made of */
    int next;                          /* glyph, left to right, that has not been taken */
    double x, end;                     /* from the run's left edge, points at REFERENCE_SIZE */
    gunichar letters[MOST_IN_CLUSTER]; /* in reading order */
    int letter_count;
    Part parts[MOST_IN_CLUSTER]; /* from the cluster's left edge */
    int part_count;
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
