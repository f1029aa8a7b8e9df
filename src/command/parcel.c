#include "command/parcel.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

enum { LARGEST_FILE = 4 * 1024 * 1024, MOST_FILES = 200, DEEPEST = 2 };

static void
refuse_parcel(const char *path, const char *why, Diags *diags)
{
    diag_add(diags, DIAG_BAD_PARCEL, (Where){ path, 0, 0 }, "%s", why);
}

/* What file managers put beside files has names that begin with a point, or is in a folder of their
 * own. */
static bool
is_translation(const char *name)
{
    g_auto(GStrv) parts = g_strsplit(name, "/", -1);

    for (int i = 0; parts[i] != NULL; i++)
        if ((*parts[i] == '.' && strcmp(parts[i], ".") != 0) ||
            strcmp(parts[i], "__MACOSX") == 0)
            return false;
    return g_str_has_suffix(name, ".po");
}

/* --- a file ------------------------------------------------------------------------------- */

/* Of a plain file, which no other takes the place of while it is looked at. */
static GBytes *
read_plain(const char *path, int flags, Diags *diags)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | flags);
    struct stat about;
    GBytes *bytes = NULL;

    if (file < 0 && errno == ELOOP)
        refuse_parcel(path, _("this is a link, not a file"), diags);
    else if (file < 0 || fstat(file, &about) != 0)
        diag_add(diags, DIAG_UNREADABLE_FILE, (Where){ path, 0, 0 }, "%s", g_strerror(errno));
    else if (!S_ISREG(about.st_mode))
        refuse_parcel(path, _("this is no file"), diags);
    else if (about.st_size > LARGEST_FILE)
        diag_add(diags, DIAG_FILE_TOO_LARGE, (Where){ path, 0, 0 },
                 "the file has more than %d bytes", LARGEST_FILE);
    else {
        char *text = g_malloc0((gsize) about.st_size + 1);
        ssize_t length = read(file, text, (size_t) about.st_size);

        bytes = g_bytes_new_take(text, length > 0 ? (gsize) length : 0);
    }
    if (file >= 0)
        close(file);
    return bytes;
}

static void
add_file(GPtrArray *files, const char *path, int flags, Diags *diags)
{
    GBytes *bytes = read_plain(path, flags, diags);

    if (bytes != NULL)
        named_bytes_add(files, path, bytes);
}

/* --- a folder ----------------------------------------------------------------------------- */

static void
add_folder(GPtrArray *files, const char *folder, int depth, Diags *diags)
{
    g_autoptr(GPtrArray) names = file_names_in(folder);

    for (guint i = 0; i < names->len && files->len <= MOST_FILES; i++) {
        const char *name = names->pdata[i];
        g_autofree char *path = g_build_filename(folder, name, NULL);
        bool link = g_file_test(path, G_FILE_TEST_IS_SYMLINK);

        if (*name == '.' || strcmp(name, "__MACOSX") == 0)
            continue;
        if (!link && depth < DEEPEST && g_file_test(path, G_FILE_TEST_IS_DIR))
            add_folder(files, path, depth + 1, diags);
        else if (is_translation(name))
            add_file(files, path, O_NOFOLLOW, diags);
    }
}

/* --- a zip file --------------------------------------------------------------------------- */

static void
add_zip(GPtrArray *files, const char *path, Diags *diags)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) unpacked = zip_read(path, is_translation, LARGEST_FILE, &error);

    if (unpacked == NULL) {
        refuse_parcel(path, error->message, diags);
        return;
    }
    for (guint i = 0; i < unpacked->len; i++) {
        const NamedBytes *file = unpacked->pdata[i];
        g_autofree char *name = g_build_filename(path, file->name, NULL);

        named_bytes_add(files, name, g_bytes_ref(file->bytes));
    }
}

/* --- whichever ---------------------------------------------------------------------------- */

static int
compare_names(gconstpointer a, gconstpointer b)
{
    const NamedBytes *const *x = a, *const *y = b;

    return strcmp((*x)->name, (*y)->name);
}

GPtrArray *
parcel_open(const char *path, Diags *diags)
{
    unsigned errors = diags_count_severity(diags, SEVERITY_ERROR);
    g_autoptr(GPtrArray) files = named_bytes_new();

    if (g_file_test(path, G_FILE_TEST_IS_DIR))
        add_folder(files, path, 0, diags);
    else if (zip_is_at(path))
        add_zip(files, path, diags);
    else if (g_str_has_suffix(path, ".po") || !g_file_test(path, G_FILE_TEST_EXISTS))
        add_file(files, path, 0, diags);

    if (diags_count_severity(diags, SEVERITY_ERROR) > errors)
        return NULL;
    if (files->len == 0 || files->len > MOST_FILES) {
        refuse_parcel(path,
                      files->len == 0
                          ? _("there is no PO file in it, a file whose name ends in .po")
                          : _("it holds far more files than were handed off"),
                      diags);
        return NULL;
    }
    g_ptr_array_sort(files, compare_names);
    return g_steal_pointer(&files);
}
