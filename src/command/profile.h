/* command/profile.h - the ICC profile that a print shop supplies. */
#pragma once
#include "base/diag.h"

typedef struct Profile {
    GBytes *bytes;
    char *name; /* what the profile calls its printing condition */
} Profile;

/* The profile at @path, when it is one of a press with four inks; else NULL, and it is reported.
 * Free with profile_free(). */
Profile *profile_load(const char *path, Diags *diags);
void profile_free(Profile *profile);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Profile, profile_free)
