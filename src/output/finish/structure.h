/* output/finish/structure.h - what a leaflet says, as the tree that a screen reader walks.
 * Takes Pages and their Document, gives elements in reading order, whatever panel they stand
 * on. Knows nothing of marked content; tree.c puts the two together. */
#pragma once
#include "model/page.h"
#include "output/finish/content.h"
#include "output/finish/write.h"

/* Holds other elements, or leaves; never both. Elements are numbered in reading order. */
typedef struct Element {
    const char *tag;       /* standard structure type, "P" */
    int parent;            /* -1: the root */
    int last_child;        /* -1: none yet */
    int first_child, next; /* -1: none */
    int first_leaf, leaf_count;
    const Locale *locale; /* of its words; NULL: the leaflet's */
    const char *alt;      /* of figures */
    const char *scope;    /* of cells that head others: "Row", "Column" */
    int link;             /* index of the link it is; -1: none */
} Element;

/* Words that lead somewhere: an element, and an annotation over its one leaf. */
typedef struct LinkPlace {
    int element, leaf;
    const Link *link; /* NULL: it leads to a block of the leaflet */
    int block;
} LinkPlace;

typedef struct Structure {
    const Pages *pages;     /* borrowed */
    const Item **items;     /* of every leaf */
    GArray *elements;       /* of Element; the first is the whole document */
    GArray *links;          /* of LinkPlace, in reading order */
    const char **leaf_tags; /* of every leaf its element's; NULL: an artifact */
    int *leaf_elements;     /* -1: an artifact */
} Structure;

/* Free with structure_free(). */
Structure *structure_new(const Pages *pages);
void structure_free(Structure *structure);

/* 1 to 6 for a heading, else 0. */
int element_level(const Element *element);

/* Writes the tree; gives the number of its root. @page_numbers are the pages' objects, and page
 * i must have /StructParents i; links are objects from @first_link on, and link i must have
 * /StructParent links_key(structure, i). */
int structure_write(const Structure *structure, const GArray *marks, const int *page_numbers,
                    int first_link, Writer *writer);
/* Writes a bookmark for every heading; gives the number of their root, or 0 when there is
 * none. */
int outline_write(const Structure *structure, const int *page_numbers, Writer *writer);

/* Appends /Dest: to the top of @leaf, at its panel's edge, at whatever scale the reader has chosen. */
void destination_write(GString *out, const Structure *structure, int leaf,
                       const int *page_numbers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Structure, structure_free)
