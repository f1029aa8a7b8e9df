/* command/state.h - what a folder of leaflets remembers from run to run: of each leaflet the key it was
 * made with and its files, and the hashes of sources, so that nothing is read twice that has not changed.
 * All of it can be lost: then more is made again than would be needed. */
#pragma once
#include "command/stamp.h"

typedef struct State State;

/* Lines of @path that cannot be understood are left out. Never NULL; free with state_free(). */
State *state_load(const char *path);
void state_free(State *state);

/* Writes it to @path, by way of the folder @aside, if anything in it has changed since. */
bool state_save(State *state, const char *aside, const char *path, GError **error);

/* What @hash makes of the file at @path, from memory while its stamp is the same. Borrowed; NULL when it cannot
 * be read. */
const char *state_hash(State *state, const char *path, const Stamp *stamp,
                       char *(*hash)(const char *path));

/* A file of a leaflet. */
typedef struct StateFile {
    char *name; /* without folder */
    char *sha256;
    Stamp stamp; /* all 0: nobody has looked since it was made */
} StateFile;

/* One leaflet as one kind of file: "DRAFT_a_0.1_sr_adult_trifold", "pdf". */
typedef struct StateRecord {
    char *leaflet, *output;
    char *key;
    GArray *files; /* StateFile */
} StateRecord;

/* Without files yet; in place of what was remembered of it. Borrowed. */
StateRecord *state_add(State *state, const char *leaflet, const char *output, const char *key);
void state_add_file(State *state, StateRecord *record, const char *name, const char *sha256);
StateRecord *state_find(State *state, const char *leaflet, const char *output);

/* True when all files of @record are in @folder with the bytes that were made. */
bool state_is_whole(State *state, StateRecord *record, const char *folder);

/* Calls @keep with every record, in the order of their names, and forgets those for which it is false. */
void state_sift(State *state, bool (*keep)(StateRecord *record, void *user), void *user);

guint state_count(const State *state);

/* The list that all this was written beside. */
void state_set_manifest(State *state, const Stamp *stamp);
const Stamp *state_manifest(const State *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(State, state_free)
