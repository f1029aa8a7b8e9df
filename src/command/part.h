/* command/part.h - a folder that leaflets were made into elsewhere, read to be merged with others: which files it
 * should hold, and with which keys they were made. Writes nothing there: it may be somebody's backup. */
#pragma once
#include "command/manifest.h"

typedef struct Part {
    char *folder;
    int lock;       /* keeps builds out while it is read; -1: nothing ever ran there */
    Manifest *list; /* what it says it holds */
    GArray *lots;   /* Lot, in the order of their names: those of a leaflet follow each other */
} Part;

/* Files that belong together: one leaflet as one kind of file, or a single file of which no key is known. */
typedef struct Lot {
    char *leaflet, *output, *key; /* NULL: not known */
    char **names;                 /* of files, ended by NULL */
} Lot;

/* NULL, and it is reported, when @folder has no list, or a run is at work there. */
Part *part_open(const char *folder, Diags *diags);
void part_close(Part *part);
