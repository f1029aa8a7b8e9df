/* command/join.h - takes what several folders hold into one.
 * A leaflet is taken when all its files are, byte for byte, what its folder's manifest says, and no other folder has
 * others of their names; with its keys, so that the next build finds nothing to make. Every file is whole or not
 * there, and noted as it comes, so that a merge that is killed can be run again and has no work done twice. */
#pragma once
#include "command/part.h"
#include "command/store.h"

typedef struct Joined {
    const char *name;   /* of a file; the list's */
    const char *folder; /* where it was taken from; the part's */
    bool was_there;     /* already, with the same bytes */
} Joined;

/* @parts: Part. Takes all that can be taken into the folder @out, and reports the rest. @store: @out's; NULL: only
 * says what would be taken. Gives what is in @out then, in order: Joined; free with g_array_unref(). */
GArray *join_parts(const GPtrArray *parts, const char *out, Store *store, Diags *diags);
