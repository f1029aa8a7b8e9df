/* translate/merged.h - what msgmerge made of a translation, compared with what was there.
 * Takes a PO file before and after, gives what a translator has to look at, and sees to it that no
 * word of hers is lost on the way. */
#pragma once
#include "base/diag.h"

/* Contexts of messages, copied; in the order of their file. */
typedef struct Merged {
    GBytes *bytes;    /* the file to write */
    GPtrArray *added; /* not there before, nothing translated */
    GPtrArray *fuzzy; /* marked fuzzy that was not: reworded, or like an older one */
    GPtrArray *gone;  /* not in the content any more; what was translated is kept as obsolete */
    int translated;   /* neither fuzzy nor empty */
    int count;        /* of all messages in use */
} Merged;

/* @after has all messages; a translation or a translator's comment of @before that it lacks is put
 * back into it. NULL when one of the two cannot be read, which is reported at @path. Free with
 * merged_free(). */
Merged *merged_compare(const char *path, GBytes *before, GBytes *after, Diags *diags);
void merged_free(Merged *merged);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Merged, merged_free)
