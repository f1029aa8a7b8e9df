/* command/waited.h - translations that are not all there.
 * Takes the files that were saved, gives those of which most has vanished: an editor that has only
 * begun to write, a folder that is being replaced. A leaflet could be made without, with sentences
 * in the source language; the one there is better. */
#pragma once
#include <glib.h>

typedef struct Waited Waited;

/* For the project's folder @root, borrowed. Free with waited_free(). */
Waited *waited_new(const char *root);
void waited_free(Waited *waited);

/* Looks at @files, by name ("locales/ar/common.po"), and says on standard error which of them are
 * waited for from now on. */
void waited_look(Waited *waited, const GPtrArray *files);

/* The names of those that are waited for. */
const GPtrArray *waited_files(const Waited *waited);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Waited, waited_free)
