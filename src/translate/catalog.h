/* translate/catalog.h - what a catalog is made of; private to translate/.
 * catalog.c fills it from files, catalog_find.c answers from it. */
#pragma once
#include "translate/message_lines.h"
#include "translate/translate.h"

struct Catalog {
    Arena *arena;
    const Project *project;
    const Locale *locale;
    const Locale *linted; /* whose texts are looked at on the way: `locale`, one derived from it, or
                             NULL: nobody asked */
    bool strict;          /* comments allow no wording */
    GHashTable *entries; /* Entry, by domain, context and msgid */
    GHashTable *others;  /* the same of those without a use: empty, or with faults */
    Catalog *base;       /* of the locale this one is derived from, or NULL */
    GHashTable *derived; /* text of another language -> the same in this one, once it was asked for */
};

/* Adds the entries of the PO file at @path that can be used, and those marked fuzzy. */
void catalog_read_file(Catalog *catalog, const char *path, const char *domain, Diags *diags);

/* What is in a PO file, wherever it is from. */
typedef struct CatalogFile {
    const char *path; /* as messages show it */
    const char *domain;
    GBytes *bytes; /* UTF-8 */
    const MessageLines *lines;
} CatalogFile;

void catalog_read_bytes(Catalog *catalog, const CatalogFile *from, Diags *diags);

/* The same as catalog_check() of one file alone, that no project has yet. */
void catalog_check_bytes(const Project *project, const Locale *locale, const CatalogFile *file,
                         Diags *diags);
