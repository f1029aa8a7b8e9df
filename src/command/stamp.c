#include "command/stamp.h"

#include <libdeflate.h>
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

/* Gives @take the bytes of the file, part by part. False when it cannot be read. */
static bool
read_parts(const char *path, void (*take)(void *user, const guchar *part, size_t size),
           void *user)
{
    g_autofree guchar *part = g_malloc(PART);
    FILE *file = fopen(path, "rbe");
    size_t size;

    if (file == NULL)
        return false;
    while ((size = fread(part, 1, PART, file)) > 0)
        take(user, part, size);

    bool whole = !ferror(file);
    fclose(file);
    return whole;
}

static void
add_to_sum(void *user, const guchar *part, size_t size)
{
    g_checksum_update(user, part, (gssize) size);
}

char *
stamp_sha256(const char *path)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);

    return read_parts(path, add_to_sum, sum) ? g_strdup(g_checksum_get_string(sum)) : NULL;
}

static void
add_to_crc(void *user, const guchar *part, size_t size)
{
    guint32 *crc = user;

    *crc = libdeflate_crc32(*crc, part, size);
}

char *
stamp_crc(const char *path)
{
    guint32 crc = 0;

    return read_parts(path, add_to_crc, &crc) ? g_strdup_printf("crc %08x", crc) : NULL;
}
