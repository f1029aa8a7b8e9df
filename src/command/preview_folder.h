/* command/preview_folder.h - which files of a folder are a preview's.
 * They are listed in preview.json with their checksums, so that a later preview takes away what it
 * no longer makes, and nothing that is somebody else's. */
#pragma once
#include "command/made.h"

/* Removes files that preview.json in @folder lists, unless they are among @files (MadeFile) or have
 * been changed; then lists @files there. False, with the reason in @diags, when it cannot be written. */
bool preview_folder_keep(const char *folder, const GArray *files, Diags *diags);
