/* base/zip.h - zip files: of named bytes, and back.
 * What is written has no clock, no owner and no mode in it: the same files give the same bytes. What
 * is read may have been made by anybody: nothing of it touches the disk, and nothing is larger than
 * it may be. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct NamedBytes {
    char *name; /* below the folder, with '/' */
    GBytes *bytes;
} NamedBytes;

/* An array of NamedBytes; free with g_ptr_array_unref(). */
GPtrArray *named_bytes_new(void);
/* Takes @bytes over, copies @name. */
void named_bytes_add(GPtrArray *files, const char *name, GBytes *bytes);

/* A zip file of @files, in their order, in one folder called @folder. */
GBytes *zip_write(const GPtrArray *files, const char *folder, GError **error);

/* True for names that are to be read. */
typedef bool ZipWanted(const char *name);

/* Those files of the zip file at @path that are @wanted, each of @largest bytes at most. NULL when
 * one of its names leads out of the folder it is opened in, when one of those wanted is a link, too
 * large or locked, or when it is no zip file. */
GPtrArray *zip_read(const char *path, ZipWanted *wanted, gsize largest, GError **error);

/* True when the file at @path begins as zip files do. */
bool zip_is_at(const char *path);
