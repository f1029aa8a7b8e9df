/* command/stale.h - files of a leaflet that was made again and has fewer pages now: nobody must print its old third
 * page with the new first two. */
#pragma once
#include <json-glib/json-glib.h>

/* Names (char *) of such files in @entries, by name, of a manifest, when @line of a journal is newer. None where @line
 * is not complete. Free with g_ptr_array_unref(). */
GPtrArray *stale_files(JsonObject *line, GHashTable *entries);
