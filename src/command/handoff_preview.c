#include "command/handoff_preview.h"

#include "base/file.h"
#include "command/preview.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

bool
handoff_preview_write(const Options *options, const char *tag, char **packs, const char *folder,
                      Diags *diags)
{
    const PreviewWish wish = {
        .options = options, .locale = tag, .packs = (const char *const *) packs, .folder = folder
    };
    g_autoptr(Diags) said = diags_new(); /* warnings of translations are `check`'s to tell */
    g_autoptr(Preview) preview = preview_write(&wish, said);
    bool sound = !diags_have_errors(said) && preview->files->len > 0;

    diags_add_errors(diags, said);
    return sound;
}

/* --- through a folder of its own ---------------------------------------------------------- */

static void
add_file(GPtrArray *files, const char *path, const char *name, Diags *diags)
{
    g_autofree char *below = g_strconcat("preview/", name, NULL);
    g_autoptr(GError) error = NULL;
    char *text;
    gsize length;

    if (g_file_get_contents(path, &text, &length, &error))
        named_bytes_add(files, below, g_bytes_new_take(text, length));
    else
        diag_add(diags, DIAG_UNREADABLE_FILE, (Where){ path, 0, 0 }, "%s", error->message);
}

/* Moves all of @folder into @files. */
static void
take_folder(GPtrArray *files, const char *folder, Diags *diags)
{
    g_autoptr(GPtrArray) names = file_names_in(folder);

    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_build_filename(folder, names->pdata[i], NULL);

        add_file(files, path, names->pdata[i], diags);
        g_unlink(path);
    }
    g_rmdir(folder);
}

bool
handoff_preview_add(const Options *options, const char *tag, char **packs, GPtrArray *files,
                    Diags *diags)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp("rightspack-XXXXXX", &error);

    if (folder == NULL) {
        diag_add(diags, DIAG_CANNOT_WRITE, (Where){ NULL, 0, 0 }, "%s", error->message);
        return false;
    }
    bool made = handoff_preview_write(options, tag, packs, folder, diags);
    take_folder(files, folder, diags);
    return made;
}
