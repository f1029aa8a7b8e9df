#include "base/file.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool
make_folder_of(const char *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);

    if (g_mkdir_with_parents(folder, 0755) == 0)
        return true;

    int reason = errno;
    g_set_error(error, G_FILE_ERROR, (int) g_file_error_from_errno(reason),
                _("the folder '%s' cannot be made: %s"), folder, g_strerror(reason));
    return false;
}

bool
file_write(const char *path, GBytes *bytes, GError **error)
{
    gsize size;
    const char *content = g_bytes_get_data(bytes, &size);

    if (!make_folder_of(path, error))
        return false;
    return g_file_set_contents_full(path, content != NULL ? content : "", (gssize) size,
                                    G_FILE_SET_CONTENTS_CONSISTENT, 0644, error);
}

bool
file_write_aside(const char *aside, const char *path, GBytes *bytes, GError **error)
{
    g_autofree char *name = g_path_get_basename(path);
    g_autofree char *written = g_build_filename(aside, name, NULL);

    if (!make_folder_of(path, error) || !file_write(written, bytes, error))
        return false;
    if (g_rename(written, path) == 0)
        return true;

    int reason = errno;
    g_unlink(written);
    g_set_error(error, G_FILE_ERROR, (int) g_file_error_from_errno(reason), "%s",
                g_strerror(reason));
    return false;
}

bool
file_link_aside(const char *aside, const char *from, const char *path)
{
    g_autofree char *name = g_path_get_basename(path);
    g_autofree char *linked = g_build_filename(aside, name, NULL);

    if (!make_folder_of(path, NULL) || link(from, linked) != 0)
        return false;
    bool done = g_rename(linked, path) == 0;
    g_unlink(linked); /* it is still there when both were one file already */
    return done;
}

bool
file_replace(const char *path, GBytes *bytes, GError **error)
{
    g_autofree char *target = realpath(path, NULL);
    const char *file = target != NULL ? target : path;
    GStatBuf about;
    gsize size;
    const char *content = g_bytes_get_data(bytes, &size);
    int mode = g_stat(file, &about) == 0 ? (int) (about.st_mode & 0777) : 0644;

    return g_file_set_contents_full(file, content != NULL ? content : "", (gssize) size,
                                    G_FILE_SET_CONTENTS_CONSISTENT, mode, error);
}

/* g_file_set_contents_full() writes to "name.ABC123" and renames it. */
static bool
is_leftover(const char *name, const char *stem)
{
    static const char mark[] = ".ABC123";
    size_t length = strlen(name);
    size_t mark_length = sizeof mark - 1;

    if (!g_str_has_prefix(name, stem) || length < strlen(stem) + mark_length)
        return false;
    name += length - mark_length;
    if (*name != '.')
        return false;
    for (name++; *name != '\0'; name++)
        if (!g_ascii_isalnum(*name))
            return false;
    return true;
}

void
file_remove_leftovers(const char *folder, const char *stem, gint64 begun)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;

    if (dir == NULL)
        return;
    while ((name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        GStatBuf about;

        if (is_leftover(name, stem) && g_stat(path, &about) == 0 && about.st_mtime >= begun)
            g_unlink(path);
    }
}

bool
file_is_below(const char *name)
{
    g_auto(GStrv) parts = g_strsplit(name, "/", -1);

    for (char **part = parts; *part != NULL; part++)
        if (**part == '\0' || strcmp(*part, ".") == 0 || strcmp(*part, "..") == 0)
            return false;
    return parts[0] != NULL;
}

static int
compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
file_names_in(const char *folder)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
        g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, compare_names);
    return names;
}
