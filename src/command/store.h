/* command/store.h - a folder that leaflets are made into: whose turn it is, what it remembers, and that no
 * finished leaflet is lost when the run is.
 * Keeps all that in the folder's own ".rightspack". One line goes to its journal whenever a leaflet is
 * finished; from these the manifest is brought up to date in the end, or by the next run.
 * There are three memories, and each may be lost or old. The journal is written first, after the files of a
 * leaflet are in place; settling writes the manifest from it, then the state from both, and only then removes the
 * journal. Whoever dies between two of these steps leaves the earlier one to be read again. */
#pragma once
#include "command/jobs.h"
#include "command/made.h"
#include "command/state.h"

typedef struct Store Store;

/* Takes the folder, makes it if need be, and picks up what a killed run has left. NULL, and it is reported,
 * when another run has it or nothing can be written there. Close with store_close(). */
Store *store_open(const char *folder, Diags *diags);
void store_close(Store *store);

/* Where files are written before they go to their place: same disk, nobody else's. Borrowed. */
const char *store_aside(const Store *store);
State *store_state(const Store *store);

/* True when all of @outputs were made of @job with this key, and are whole. */
bool store_has(Store *store, const Job *job, const Output *const *outputs, const char *key);

/* Notes what was made of @job. When that cannot be written the files are removed again, for a file without
 * its line cannot be recalled: @made has none then, and an error. */
void store_add(Store *store, const Job *job, Made *made, const char *key);

/* Notes what was made elsewhere: a line of manifest_line(). False, and it is reported, when it cannot be
 * written. */
bool store_note(Store *store, const char *line, Diags *diags);

/* Brings the manifest and the state up to date. Touches no file if nothing has changed. */
void store_settle(Store *store, Diags *diags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Store, store_close)
