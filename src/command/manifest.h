/* command/manifest.h - manifest.json: what lies in a folder of leaflets.
 * Keeps what earlier runs wrote, as long as its file is there. Packs are named by their neutral
 * code, contacts and texts by a mark that says nothing: the list lies beside the leaflets. */
#pragma once
#include "base/diag.h"
#include "command/jobs.h"
#include "command/made.h"
#include "command/state.h"

#include <json-glib/json-glib.h>

/* Members of @object that tell which leaflet @job is and, unless @made is NULL, what became of
 * it. */
void manifest_describe(JsonObject *object, const Job *job, const Made *made);

/* The marks of names of contacts and contexts of texts: 8 hexadecimal digits. */
enum { MANIFEST_MARK = 8 };
void manifest_mark(const char *name, char mark[static MANIFEST_MARK + 1]);

/* The text of a member; "" where there is none, or something else. Borrowed. */
const char *manifest_word(JsonObject *object, const char *member);

/* What an entry of the manifest @root says was printed: the number of the contact with @mark, or NULL;
 * whether the text with @mark stands in it. */
const char *manifest_number(JsonObject *entry, const char *mark);
bool manifest_has_text(JsonObject *root, JsonObject *entry, const char *mark);

/* The manifest in @folder, which has a list "files" of objects that each name a "file"; what is no such
 * entry is left out. NULL, and it is reported, when it cannot be used. Free with json_object_unref(). */
JsonObject *manifest_load(const char *folder, Diags *diags);

/* Below a folder of leaflets: what was finished since its manifest was written. A line is a small manifest of
 * one leaflet's files, with the leaflet's name and its key. */
#define MANIFEST_JOURNAL ".rightspack/journal"

/* A line for what was made of @job, with its end; @key NULL: it is not complete. @marks: contexts of texts to
 * their marks, kept from line to line, for all leaflets have nearly the same. Free with g_free(). */
char *manifest_line(const Job *job, const Made *made, const char *key, GHashTable *marks);

/* A folder's manifest and journal together. */
typedef struct Manifest Manifest;

/* What cannot be read counts as empty: it is only a list of what the folder holds. Entries whose file is gone
 * are dropped, and that is said. Never NULL; free with manifest_free(). */
Manifest *manifest_open(const char *folder, Diags *diags);
void manifest_free(Manifest *manifest);

/* The same with entries whose file is gone; NULL when there is neither a manifest that can be used nor a journal. */
Manifest *manifest_read(const char *folder);
/* What it says of the file @name, or NULL. Borrowed. */
JsonObject *manifest_entry(const Manifest *manifest, const char *name);
/* The marks of texts that entries refer to as @name. */
const char *manifest_texts(const Manifest *manifest, const char *name);
/* Names of all files, sorted. Free with g_list_free(). */
GList *manifest_names(const Manifest *manifest);
/* A line, as manifest_line() has it, of what @manifest says of some files of one leaflet: @names is ended by NULL,
 * @leaflet and @key are NULL when not known. Free with g_free(). */
char *manifest_line_of(const Manifest *manifest, const char *const *names, const char *leaflet,
                       const char *key);

/* Writes manifest.json, if it is not that already, by way of the folder @aside. */
bool manifest_write(const Manifest *manifest, const char *aside, Diags *diags);
/* Removes files that the journal makes stale: of leaflets that have fewer pages now. */
void manifest_remove_stale(const Manifest *manifest);
bool manifest_has(const Manifest *manifest, const char *name, const char *sha256);
/* Adds the file @name to @made, with what is known of its leaflet; what it does not know it leaves out. */
void manifest_recall(const Manifest *manifest, const char *name, Made *made);
/* Adds what the journal says of keys to @state. */
void manifest_records(const Manifest *manifest, State *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Manifest, manifest_free)
