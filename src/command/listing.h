/* command/listing.h - rows of text in aligned columns, or as JSON lines. */
#pragma once
#include <glib.h>
#include <stdbool.h>

enum { LISTING_MOST_COLUMNS = 10 };

typedef struct Listing {
    const char *const *columns; /* names marked with N_(), ended by NULL; at most LISTING_MOST_COLUMNS */
    unsigned numbers;           /* bit i: column i stands at the end of its width */
    const char *indent; /* before every row */
    bool colour;        /* marked rows are red, or green */
    GPtrArray *rows;
} Listing;

Listing *listing_new(const char *const *columns);
void listing_free(Listing *listing);

/* Adds a row: as many texts as there are columns, copied; NULL stands for none. */
void listing_add(Listing *listing, ...);
/* Marks the row added last: something is wrong with it. */
void listing_mark(Listing *listing);
/* Marks it as one in which nothing is left to do. */
void listing_mark_done(Listing *listing);

/* On standard output: one object a row, or columns as wide as a terminal shows their texts. */
void listing_print(const Listing *listing, bool json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Listing, listing_free)
