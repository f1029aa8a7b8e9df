/* command/stale.h - files of a leaflet that was made again and has fewer pages now: nobody must print its old third
 * page with the new first two. */
#pragma once
#include <json-glib/json-glib.h>

/* Moves the names of such files from @entries, of a manifest by file name, to @stale (char *), when @line of its
 * journal is newer. None where @line is not complete. */
void stale_drop(JsonObject *line, GHashTable *entries, GPtrArray *stale);

/* Removes files of @folder that are @stale, but for those that are in @entries all the same: a later line of the journal
 * has made them once more. */
void stale_remove(const char *folder, const GPtrArray *stale, GHashTable *entries);
