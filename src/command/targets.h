/* command/targets.h - which finished files to verify, and what their manifests say of them.
 * Takes names of files and folders, gives a Target for each file that can be compared with a
 * leaflet of the project. */
#pragma once
#include "base/diag.h"
#include "model/content.h"

typedef struct Target {
    char *path;      /* as messages show it */
    char *sha256;    /* of what was written */
    Variant variant; /* which leaflet */
    char *edition;
    int pages;
    bool imposed; /* its pages stand on sheets */
    Date contacts_until;
} Target;

/* Files as named; of folders all that their manifests name. What is missing, or in no manifest, or
 * does not fit the project, is reported to @diags. An array of Target; free with g_array_unref(). */
GArray *targets_find(char *const *words, const Project *project, Diags *diags);
