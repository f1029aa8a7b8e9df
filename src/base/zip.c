#include "base/zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { MOST_FILES = 2000, BLOCK = 65536 };

static void
free_named(void *item)
{
    NamedBytes *named = item;

    g_free(named->name);
    g_bytes_unref(named->bytes);
    g_free(named);
}

GPtrArray *
named_bytes_new(void)
{
    return g_ptr_array_new_with_free_func(free_named);
}

void
named_bytes_add(GPtrArray *files, const char *name, GBytes *bytes)
{
    const NamedBytes named = { g_strdup(name), bytes };

    g_ptr_array_add(files, g_memdup2(&named, sizeof named));
}

static bool
fail(GError **error, const char *format, const char *what)
{
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, format, what);
    return false;
}

/* --- writing ------------------------------------------------------------------------------ */

static la_ssize_t
take_bytes(struct archive *archive, void *user, const void *bytes, size_t length)
{
    (void) archive;
    g_byte_array_append(user, bytes, (guint) length);
    return (la_ssize_t) length;
}

static bool
write_file(struct archive *archive, const char *folder, const NamedBytes *file)
{
    g_autofree char *name = g_build_filename(folder, file->name, NULL);
    struct archive_entry *entry = archive_entry_new();
    gsize length;
    const void *bytes = g_bytes_get_data(file->bytes, &length);

    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, (la_int64_t) length);
    bool written = archive_write_header(archive, entry) == ARCHIVE_OK &&
                   archive_write_data(archive, bytes, length) == (la_ssize_t) length;
    archive_entry_free(entry);
    return written;
}

GBytes *
zip_write(const GPtrArray *files, const char *folder, GError **error)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    struct archive *archive = archive_write_new();
    bool written = archive_write_set_format_zip(archive) == ARCHIVE_OK &&
                   archive_write_set_bytes_in_last_block(archive, 1) == ARCHIVE_OK &&
                   archive_write_open(archive, bytes, NULL, take_bytes, NULL) == ARCHIVE_OK;

    for (guint i = 0; written && i < files->len; i++)
        written = write_file(archive, folder, files->pdata[i]);
    written = written && archive_write_close(archive) == ARCHIVE_OK;
    if (!written)
        fail(error, "%s", archive_error_string(archive));
    archive_write_free(archive);
    return written ? g_byte_array_free_to_bytes(g_steal_pointer(&bytes)) : NULL;
}

/* --- reading ------------------------------------------------------------------------------ */

/* What a careless program would write outside of the folder that it opens the file in. */
static bool
leads_out(const char *name)
{
    g_auto(GStrv) parts = g_strsplit_set(name, "/\\", -1);

    return *name == '/' || *name == '\\' || (*name != '\0' && name[1] == ':') ||
           g_strv_contains((const char *const *) parts, "..");
}

static GBytes *
read_bytes(struct archive *archive, const char *name, gsize largest, GError **error)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_autofree char *block = g_malloc(BLOCK);
    la_ssize_t length;

    while ((length = archive_read_data(archive, block, BLOCK)) > 0) {
        g_byte_array_append(bytes, (const guint8 *) block, (guint) length);
        if (bytes->len > largest)
            break;
    }
    if (bytes->len > largest)
        fail(error, _("'%s' in it is far larger than a translation is"), name);
    else if (length < 0)
        fail(error, _("'%s' in it cannot be read: it is damaged, or locked with a password"),
             name);
    else
        return g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
    return NULL;
}

static bool
read_entry(struct archive *archive, struct archive_entry *entry, ZipWanted *wanted,
           gsize largest, GPtrArray *files, GError **error)
{
    const char *name = archive_entry_pathname(entry);

    if (name == NULL || !g_utf8_validate(name, -1, NULL))
        return fail(error, "%s", _("a name in it cannot be read"));
    if (leads_out(name))
        return fail(error, _("the name '%s' in it leads out of its folder"), name);
    if (!wanted(name) || archive_entry_filetype(entry) == AE_IFDIR)
        return true;
    if (archive_entry_filetype(entry) != AE_IFREG)
        return fail(error, _("'%s' in it is a link, not a file"), name);

    GBytes *bytes = read_bytes(archive, name, largest, error);
    if (bytes != NULL)
        named_bytes_add(files, name, bytes);
    return bytes != NULL;
}

static bool
read_entries(struct archive *archive, ZipWanted *wanted, gsize largest, GPtrArray *files,
             GError **error)
{
    struct archive_entry *entry;
    int status, count = 0;

    while ((status = archive_read_next_header(archive, &entry)) == ARCHIVE_OK ||
           status == ARCHIVE_WARN) {
        if (++count > MOST_FILES)
            return fail(error, "%s", _("it holds far more files than were handed off"));
        if (!read_entry(archive, entry, wanted, largest, files, error))
            return false;
    }
    return status == ARCHIVE_EOF ||
           fail(error, "%s", _("it is damaged: as a zip file it cannot be read to its end"));
}

GPtrArray *
zip_read(const char *path, ZipWanted *wanted, gsize largest, GError **error)
{
    g_autoptr(GPtrArray) files = named_bytes_new();
    struct archive *archive = archive_read_new();
    bool read = archive_read_support_format_zip(archive) == ARCHIVE_OK &&
                archive_read_open_filename(archive, path, BLOCK) == ARCHIVE_OK;

    if (!read)
        fail(error, "%s", _("it is damaged: as a zip file it cannot be read"));
    read = read && read_entries(archive, wanted, largest, files, error);
    archive_read_free(archive);
    return read ? g_steal_pointer(&files) : NULL;
}

bool
zip_is_at(const char *path)
{
    char begins[4] = "";
    bool plain = g_file_test(path, G_FILE_TEST_IS_REGULAR); /* a pipe would wait */
    FILE *file = plain ? fopen(path, "rbe") : NULL;

    if (file == NULL)
        return false;
    size_t length = fread(begins, 1, sizeof begins, file);
    fclose(file);
    return length == sizeof begins && memcmp(begins, "PK\3\4", 4) == 0;
}
