/* translate/catalog.h - what a catalog is made of; private to translate/.
 * catalog.c fills it from files, catalog_find.c answers from it. */
#pragma once
#include "translate/translate.h"

struct Catalog {
    Arena *arena;
    const Project *project;
    const Locale *locale;
    const Locale *linted; /* whose texts are looked at on the way: `locale`, one derived from it, or
                             NULL: nobody asked */
    GHashTable *entries; /* Entry, by domain, context and msgid */
    GHashTable *others;  /* the same of those without a use: empty, or with faults */
    Catalog *base;       /* of the locale this one is derived from, or NULL */
    GHashTable *latin; /* text of `base` -> the same in Latin letters, once it was asked for */
};

/* Adds the entries of the PO file at @path that can be used, and those marked fuzzy. */
void catalog_read_file(Catalog *catalog, const char *path, const char *domain, Diags *diags);
