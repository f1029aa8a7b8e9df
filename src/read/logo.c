#include "read/private.h"

#include "base/geometry.h"
#include "base/jpeg.h"
#include "read/texts.h"
#include "read/values.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

static const size_t most_bytes = 2 * 1024 * 1024;
static const int most_pixels = 4 * 1000 * 1000;
static const double usual_height_mm = 10, most_width_mm = 40;

/* --- where it is --------------------------------------------------------------------------- */

/* "logo.jpg", "pictures/logo.jpeg": no part of it hidden, none that leads up. */
static bool
fits_path(const char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, "/", -1);

    for (int i = 0; parts[i] != NULL; i++)
        if (*parts[i] == '\0' || *parts[i] == '.' || strchr(parts[i], '\\') != NULL)
            return false;
    return true;
}

/* A link of the file system may lead out as well. */
static bool
lies_in(const char *path, const char *folder)
{
    g_autofree char *real_path = realpath(path, NULL), *real_folder = realpath(folder, NULL);
    g_autofree char *prefix = g_strconcat(real_folder != NULL ? real_folder : "", "/", NULL);

    return real_path == NULL || g_str_has_prefix(real_path, prefix);
}

/* The path of @name, which is below the folder that project.yaml is in; NULL and reported when it
 * leads out of it. */
static const char *
path_of(Binder *binder, Name name)
{
    g_autofree char *folder = g_path_get_dirname(name.where.file);
    g_autofree char *path = strcmp(folder, ".") == 0 ? g_strdup(name.text)
                                                     : g_build_filename(folder, name.text, NULL);

    if (fits_path(name.text) && lies_in(path, folder))
        return arena_intern(binder->arena, path);
    diag_add(binder->diags, DIAG_BAD_PATH, name.where,
             "'%s' does not name a file in the folder of project.yaml, as logo.jpg", name.text);
    return NULL;
}

/* --- what it is ---------------------------------------------------------------------------- */

/* Gives what is wrong with it, for g_free(), or NULL. */
static char *
fault_of(GBytes *plain, const JpegInfo *info)
{
    gsize size;
    const guint8 *bytes = g_bytes_get_data(plain, &size);
    char *fault = NULL;

    if ((gint64) info->width * info->height > most_pixels)
        return g_strdup_printf(_("it has %d x %d pixels; %d million are enough"), info->width,
                               info->height, most_pixels / 1000000);
    if (jpeg_decode(bytes, size, NULL, 0, &fault))
        return NULL;
    g_autofree char *said = fault;
    return g_strdup_printf(_("it is damaged: %s"), said);
}

static bool
read_picture(Binder *binder, const char *path, Picture *picture)
{
    size_t length = 0;
    g_autofree char *bytes = read_whole_file(path, most_bytes, &length, binder->diags);
    g_autofree char *fault = NULL;
    JpegInfo info = { 0 };

    if (bytes == NULL)
        return false;
    g_autoptr(GBytes) plain = jpeg_strip((const guint8 *) bytes, length, &info, &fault);
    if (plain != NULL)
        fault = fault_of(plain, &info);
    if (fault != NULL) {
        diag_add(binder->diags, DIAG_BAD_PICTURE, (Where){ path, 0, 0 },
                 N_("this picture cannot be printed: %s"), fault);
        return false;
    }
    gsize size;
    const guint8 *kept = g_bytes_get_data(plain, &size);
    *picture = (Picture){ .path = path,
                          .jpeg = arena_copy(binder->arena, kept, size),
                          .jpeg_size = size,
                          .width = info.width,
                          .height = info.height,
                          .components = info.components };
    return true;
}

/* --- the key ------------------------------------------------------------------------------- */

typedef struct LogoEntry {
    Logo logo;
    Name file;
} LogoEntry;

static const Field logo_fields[] = {
    { "file", FIELD_NAME, REQUIRED, AT(LogoEntry, file) },
    { "alt", FIELD_TEXT, REQUIRED, AT(LogoEntry, logo.alt) },
    { "height_mm", FIELD_MM, OPTIONAL, AT(LogoEntry, logo.height), .least = 4, .most = 12 },
    { 0 },
};
static const Type logo_type = { .noun = N_("a logo"),
                                .fields = logo_fields,
                                .size = sizeof(LogoEntry),
                                .where = offsetof(LogoEntry, logo.where) };

/* A wide logo is less high, so that it stays smaller than what one looks for. */
static double
printed_height(const Logo *logo)
{
    double given = logo->height > 0 ? logo->height : mm(usual_height_mm);

    return MIN(given, mm(most_width_mm) * logo->picture.height / logo->picture.width);
}

void
bind_logo(Binder *binder, const Node *node, void *out)
{
    LogoEntry *entry = arena_new_array(binder->arena, LogoEntry, 1);

    bind_map(binder, node, &logo_type, "logo", entry);
    if (entry->file.text == NULL || entry->logo.alt.msgid == NULL)
        return;
    const char *path = path_of(binder, entry->file);
    if (path == NULL || !read_picture(binder, path, &entry->logo.picture))
        return;
    entry->logo.height = printed_height(&entry->logo);
    *(const Logo **) out = &entry->logo;
}
