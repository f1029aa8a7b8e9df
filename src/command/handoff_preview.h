/* command/handoff_preview.h - the preview that goes with what is handed off. */
#pragma once
#include "command/options.h"
#include "base/zip.h"

/* Writes it into @folder. False when an error kept it from being made. */
bool handoff_preview_write(const Options *options, const char *tag, char **packs,
                           const char *folder, Diags *diags);

/* The same, but its files are added to @files, below preview/. */
bool handoff_preview_add(const Options *options, const char *tag, char **packs,
                         GPtrArray *files, Diags *diags);
