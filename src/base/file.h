/* base/file.h - writes files whole or not at all. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* Makes @path hold @bytes, readable by everyone; missing folders are made. Whoever looks, also
 * after a crash, sees the old file or the new one, never a part; on failure the old file
 * stands. A process killed on the way may leave "@path.ABC123" behind:
 * file_remove_leftovers(). */
bool file_write(const char *path, GBytes *bytes, GError **error);

/* The same by way of the folder @aside, which is there, on the same disk, and whose files belong to
 * nobody: what a killed process leaves of @path it leaves in @aside. */
bool file_write_aside(const char *aside, const char *path, GBytes *bytes, GError **error);

/* Makes @path another name of the file @from, by way of the folder @aside. False when the two cannot be one file,
 * as on two disks: what was at @path still is. */
bool file_link_aside(const char *aside, const char *from, const char *path);

/* As file_write(), of a file that is there and belongs to somebody: who may read it stays so, and a link to
 * it stays a link. */
bool file_replace(const char *path, GBytes *bytes, GError **error);

/* Removes what processes killed since @begun (Unix time) left of files in @folder whose names
 * begin with @stem. Older files that only look alike, such as "a.pdf.backup", stay. */
void file_remove_leftovers(const char *folder, const char *stem, gint64 begun);

/* True when @name, a path read somewhere, cannot lead out of the folder that it is looked for in. */
bool file_is_below(const char *name);

/* What lies in @folder: names without it, by strcmp(). None when it cannot be read. Free with
 * g_ptr_array_unref(). */
GPtrArray *file_names_in(const char *folder);
