#include "command/watched.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

enum {
    QUIET_MS = 60,   /* editors save in several steps, one right after the other */
    SLOW_MS = 1500,  /* for a file that is open for writing, or has gone and may be back */
    LOOK_MS = 1000,  /* how often to look where the system tells nothing */
    MOST_DEPTH = 12, /* of folders: a link may lead round in a ring */
};

/* What is different when a file has been written, or another one put in its place. */
typedef struct Stamp {
    guint64 inode, size;
    gint64 changed; /* nanoseconds */
} Stamp;

struct Watched {
    const char *root;
    int inotify;
    bool deaf;           /* the system does not tell of every folder */
    GHashTable *files;   /* name to Stamp */
    GHashTable *writing; /* "3/common.po", folder and file: modified and not closed yet */
    gint64 last;         /* when something last happened */
    bool pending;        /* and whether that was after the last look */
    bool lacking;        /* a file was not there when last looked for */
};

/* Editors keep copies beside a file under other endings; names with a dot in front are theirs, too. */
static bool
is_of_interest(const char *name)
{
    static const char *const endings[] = { ".po", ".yaml", ".svg", ".jpg", ".jpeg" };

    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        if (g_str_has_suffix(name, endings[i]))
            return true;
    return false;
}

/* --- looking ------------------------------------------------------------------------------- */

static void
listen_to(Watched *watched, const char *folder)
{
    const guint32 what = IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_CREATE | IN_DELETE |
                         IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR;

    if (watched->inotify < 0)
        watched->deaf = true;
    else if (inotify_add_watch(watched->inotify, folder, what) < 0)
        watched->deaf |= errno != ENOENT && errno != ENOTDIR;
}

static void
add_file(GHashTable *files, const char *name, const GStatBuf *about)
{
    Stamp *stamp = g_new0(Stamp, 1);

    stamp->inode = about->st_ino;
    stamp->size = (guint64) about->st_size;
    stamp->changed =
        about->st_ctim.tv_sec * G_GINT64_CONSTANT(1000000000) + about->st_ctim.tv_nsec;
    g_hash_table_insert(files, g_strdup(name), stamp);
}

/* Listens before it looks: what comes in between is told. */
static void
look_into(Watched *watched, const char *name, int depth, GHashTable *files)
{
    g_autofree char *path = g_build_filename(watched->root, name, NULL);
    listen_to(watched, path);
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    const char *entry;

    while (folder != NULL && (entry = g_dir_read_name(folder)) != NULL) {
        g_autofree char *below = g_build_filename(name, entry, NULL);
        g_autofree char *place = g_build_filename(watched->root, below, NULL);
        GStatBuf about;

        if (entry[0] == '.' || g_stat(place, &about) != 0)
            continue;
        if (S_ISDIR(about.st_mode) && depth < MOST_DEPTH)
            look_into(watched, below, depth + 1, files);
        else if (S_ISREG(about.st_mode) && is_of_interest(entry))
            add_file(files, below, &about);
    }
}

static GHashTable *
look(Watched *watched)
{
    static const char *const folders[] = { "content", "locales", "fonts" };
    GHashTable *files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);

    listen_to(watched, watched->root); /* the folders themselves may come and go */
    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++)
        look_into(watched, folders[i], 0, files);
    return files;
}

/* The names in @files that are not, or not the same, in @others. */
static void
add_differences(GPtrArray *names, GHashTable *files, GHashTable *others, bool even_if_other)
{
    GHashTableIter all;
    gpointer name, stamp;

    g_hash_table_iter_init(&all, files);
    while (g_hash_table_iter_next(&all, &name, &stamp)) {
        const Stamp *other = g_hash_table_lookup(others, name);

        if (other == NULL || (even_if_other && memcmp(other, stamp, sizeof *other) != 0))
            g_ptr_array_add(names, g_strdup(name));
    }
}

static int
compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *) a, *(const char *const *) b);
}

/* --- listening ----------------------------------------------------------------------------- */

static void
note_event(Watched *watched, const struct inotify_event *event)
{
    const char *name = event->len > 0 ? event->name : "";
    g_autofree char *key = g_strdup_printf("%d/%s", event->wd, name);

    if (event->mask & IN_MODIFY && is_of_interest(name) && name[0] != '.')
        g_hash_table_add(watched->writing, g_steal_pointer(&key));
    else if (event->mask & (IN_CLOSE_WRITE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO))
        g_hash_table_remove(watched->writing, key);
    else if (event->mask & IN_Q_OVERFLOW)
        g_hash_table_remove_all(watched->writing);
}

void
watched_note(Watched *watched)
{
    _Alignas(
        struct inotify_event) char buffer[16 * (sizeof(struct inotify_event) + NAME_MAX + 1)];
    ssize_t size = watched->inotify < 0 ? 0 : read(watched->inotify, buffer, sizeof buffer);

    for (ssize_t at = 0; at < size;) {
        const struct inotify_event *event = (const void *) (buffer + at);

        note_event(watched, event);
        at += (ssize_t) (sizeof *event + event->len);
    }
    watched->pending |= size > 0;
    if (size > 0)
        watched->last = g_get_monotonic_time();
}

int
watched_descriptor(const Watched *watched)
{
    return watched->inotify;
}

int
watched_wait(const Watched *watched)
{
    bool slow = watched->lacking || g_hash_table_size(watched->writing) > 0;
    gint64 passed = (g_get_monotonic_time() - watched->last) / 1000;

    if (!watched->pending)
        return watched->deaf ? LOOK_MS : -1;
    return (int) MAX(0, (slow ? SLOW_MS : QUIET_MS) - passed);
}

/* --- what has changed ---------------------------------------------------------------------- */

/* A file that has gone for longer than any editor needs has gone. */
GPtrArray *
watched_take(Watched *watched)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    bool waited = watched->lacking && watched_wait(watched) == 0;

    if (watched->pending && watched_wait(watched) > 0)
        return names;
    if (!watched->pending)
        watched->last = g_get_monotonic_time();
    GHashTable *files = look(watched);
    add_differences(names, watched->files, files, false);
    watched->lacking = names->len > 0 && !waited;
    if (watched->lacking) {
        watched->pending = true;
        g_ptr_array_set_size(names, 0);
        g_hash_table_unref(files);
        return names;
    }
    add_differences(names, files, watched->files, true);
    g_ptr_array_sort(names, compare_names);
    g_hash_table_unref(watched->files);
    g_hash_table_remove_all(watched->writing);
    watched->files = files;
    watched->pending = false;
    return names;
}

GPtrArray *
watched_files(const Watched *watched)
{
    g_autoptr(GHashTable) none = g_hash_table_new(g_str_hash, g_str_equal);
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);

    add_differences(names, watched->files, none, false);
    return names;
}

gint64
watched_last(const Watched *watched)
{
    return watched->last;
}

Watched *
watched_new(const char *root)
{
    Watched *watched = g_new0(Watched, 1);

    watched->root = root;
    watched->inotify = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    watched->writing = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    watched->files = look(watched);
    return watched;
}

void
watched_free(Watched *watched)
{
    if (watched == NULL)
        return;
    if (watched->inotify >= 0)
        close(watched->inotify);
    g_hash_table_unref(watched->files);
    g_hash_table_unref(watched->writing);
    g_free(watched);
}
