/* command/manifest.h - manifest.json: what lies in a folder of leaflets.
 * Keeps what earlier runs wrote, as long as its file is there. Packs are named by their neutral
 * code, contacts and texts by a mark that says nothing: the list lies beside the leaflets. */
#pragma once
#include "base/diag.h"
#include "command/jobs.h"
#include "command/made.h"

#include <json-glib/json-glib.h>

/* Members of @object that tell which leaflet @job is and, unless @made is NULL, what became of
 * it. */
void manifest_describe(JsonObject *object, const Job *job, const Made *made);

/* The marks of names of contacts and contexts of texts: 8 hexadecimal digits. */
enum { MANIFEST_MARK = 8 };
void manifest_mark(const char *name, char mark[static MANIFEST_MARK + 1]);

/* What an entry of the manifest @root says was printed: the number of the contact with @mark, or NULL;
 * whether the text with @mark stands in it. */
const char *manifest_number(JsonObject *entry, const char *mark);
bool manifest_has_text(JsonObject *root, JsonObject *entry, const char *mark);

/* The manifest in @folder, which has a list "files" of objects that each name a "file"; what is no such
 * entry is left out. NULL, and it is reported, when it cannot be used. Free with json_object_unref(). */
JsonObject *manifest_load(const char *folder, Diags *diags);

/* Brings @folder's manifest up to date with @made, a Made or NULL for each job. */
void manifest_update(const char *folder, const Jobs *jobs, const GPtrArray *made, Diags *diags);
