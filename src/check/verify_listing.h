/* check/verify_listing.h - a listing of `rightspack-readback`, taken apart.
 * readback/listing.h says what its lines mean. Takes text that may be anything, gives what of it
 * could be understood. */
#pragma once
#include "base/arena.h"

#include <stdbool.h>

typedef struct ListedPage {
    int number;
    double width, height; /* points */
    double crop[4];       /* x1 y1 x2 y2 */
} ListedPage;

typedef struct ListedLine {
    int page;
    const char *text;
} ListedLine;

typedef struct ListedWord {
    int page;
    double box[4]; /* x1 y1 x2 y2; y grows upwards */
    const char *text;
} ListedWord;

typedef struct ListedLink {
    int page;
    const char *kind, *target;
    const char *words; /* under it, without white space: in the middle, a space, at the top */
} ListedLink;

typedef struct ListedFont {
    const char *name;
    bool embedded;
} ListedFont;

typedef struct ListedElement {
    const char *type; /* "P", "H1" */
    int page;         /* 0: no text of its own */
    const char *language, *alt, *text;
} ListedElement;

/* A name and what stands for it: an entry of /Info, or something a leaflet should not have. */
typedef struct ListedEntry {
    const char *name, *value;
} ListedEntry;

/* Strings and arrays live in the arena. */
typedef struct PdfListing {
    Arena *arena;
    bool whole;     /* its last line is there */
    bool excessive; /* more lines or elements than any leaflet has: the rest is left out */
    const char *unreadable; /* why the file cannot be read, or NULL */
    const char *metadata;   /* XMP, or NULL */
    bool tagged;
    int page_count;    /* that the file claims */
    int permissions;   /* granted */
    int annotations;   /* besides links */
    GArray *entries;   /* ListedEntry, of /Info */
    GArray *extras;    /* ListedEntry: javascript, attachments ... */
    GArray *pages;     /* ListedPage */
    GArray *lines;     /* ListedLine */
    GArray *words;     /* ListedWord */
    GArray *bookmarks; /* ListedEntry: the value is the title */
    GArray *links;     /* ListedLink */
    GArray *fonts;     /* ListedFont */
    GArray *elements;  /* ListedElement, in reading order */
} PdfListing;

/* Lines that are not understood are left out. Never NULL; free with pdf_listing_free(). */
PdfListing *pdf_listing_parse(const char *text);
void pdf_listing_free(PdfListing *listing);

#define listed(array, Type, index) (&g_array_index((array), Type, (index)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfListing, pdf_listing_free)
