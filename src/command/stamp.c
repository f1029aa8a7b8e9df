#include "command/stamp.h"

#include <stdio.h>
#include <sys/stat.h>

enum { PART = 64 * 1024 };

static gint64
nanoseconds(struct timespec time)
{
    return (gint64) time.tv_sec * 1000000000 + time.tv_nsec;
}

bool
stamp_of(const char *path, Stamp *stamp)
{
    struct stat about;

    if (stat(path, &about) != 0 || !S_ISREG(about.st_mode))
        return false;
    *stamp = (Stamp){ .size = (guint64) about.st_size,
                      .inode = about.st_ino,
                      .modified = nanoseconds(about.st_mtim),
                      .changed = nanoseconds(about.st_ctim) };
    return true;
}

bool
stamp_equal(const Stamp *a, const Stamp *b)
{
    return a->size == b->size && a->inode == b->inode && a->modified == b->modified &&
           a->changed == b->changed;
}

char *
stamp_sha256(const char *path)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_autofree guchar *part = g_malloc(PART);
    FILE *file = fopen(path, "rbe");
    size_t size;

    if (file == NULL)
        return NULL;
    while ((size = fread(part, 1, PART, file)) > 0)
        g_checksum_update(sum, part, (gssize) size);

    bool whole = !ferror(file);
    fclose(file);
    return whole ? g_strdup(g_checksum_get_string(sum)) : NULL;
}
