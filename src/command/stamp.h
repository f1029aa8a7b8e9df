/* command/stamp.h - by what a file is known again without reading it, and its hashes. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* Whoever writes into a file, or puts another in its place, changes one of these: the day of the last
 * change of the inode, at least, is nobody's to choose. */
typedef struct Stamp {
    guint64 size, inode;
    gint64 modified, changed; /* nanoseconds since 1970 */
} Stamp;

/* False when @path is no regular file that can be looked at. */
bool stamp_of(const char *path, Stamp *stamp);
bool stamp_equal(const Stamp *a, const Stamp *b);

/* The file's SHA-256 in hexadecimal, read in parts. NULL when it cannot be read; free with g_free(). */
char *stamp_sha256(const char *path);

/* The same of its CRC-32, fifty times as fast: for much data that nobody writes by hand. */
char *stamp_crc(const char *path);
