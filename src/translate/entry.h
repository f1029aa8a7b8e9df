/* translate/entry.h - one translated message of a PO file, and whether it can be used.
 * Takes what libgettextpo read, gives faults at the line of the msgstr. */
#pragma once
#include "base/diag.h"
#include "translate/message_lines.h"
#include "translate/plural.h"

#include <stdbool.h>

typedef struct Entry {
    const char *domain;
    const char *context; /* "" for none */
    const char *msgid;
    const char *msgid_plural; /* NULL: no plural */
    const char *const *forms; /* msgstr, or each msgstr[] */
    int form_count;
    bool fuzzy;
    const char *comments; /* the translator's; NULL: none */
    Where where;          /* of its first msgstr */
    const Plural *plural; /* of its file; NULL: the header has none that can be used */
} Entry;

/* Where an entry stands. */
typedef struct EntryFile {
    const char *path;
    const MessageLines *lines;
} EntryFile;

/* The line of msgstr, or of msgstr[@form]. */
Where entry_where(const Entry *entry, const EntryFile *file, int form);

/* What its forms are compared with: the plural where there is one. */
const char *entry_source(const Entry *entry);

/* True when a comment of the entry says "allow: @name", or among others. */
bool entry_allows(const Entry *entry, const char *name);

/* True when nothing is translated: no fault, and of no use. */
bool entry_is_empty(const Entry *entry);

/* Every form is there, has the placeholders and the numbers of its source and no invisible
 * characters. Reports to @diags what is not so. */
bool entry_is_sound(const Entry *entry, const EntryFile *file, Diags *diags);
