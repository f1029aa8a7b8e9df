#include "command/msgmerge.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <glib/gi18n.h>
#include <string.h>

/* A folder with both files, while msgmerge reads them. */
typedef struct Desk {
    char *folder, *po, *template;
} Desk;

static bool
write_bytes(const char *path, GBytes *bytes, GError **error)
{
    gsize length;
    const char *text = g_bytes_get_data(bytes, &length);

    return g_file_set_contents(path, text != NULL ? text : "", (gssize) length, error);
}

static bool
desk_open(Desk *desk, GBytes *po, GBytes *template, GError **error)
{
    desk->folder = g_dir_make_tmp("rightspack-XXXXXX", error);
    if (desk->folder == NULL)
        return false;
    desk->po = g_build_filename(desk->folder, "translation.po", NULL);
    desk->template = g_build_filename(desk->folder, "template.pot", NULL);
    return write_bytes(desk->po, po, error) && write_bytes(desk->template, template, error);
}

static void
desk_close(Desk *desk)
{
    if (desk->folder == NULL)
        return;
    g_unlink(desk->po);
    g_unlink(desk->template);
    g_rmdir(desk->folder);
    g_free(desk->po);
    g_free(desk->template);
    g_free(desk->folder);
}

char *
msgmerge_find(void)
{
    return g_find_program_in_path("msgmerge");
}

bool
msgmerge_is_there(Diags *diags)
{
    g_autofree char *msgmerge = msgmerge_find();

    if (msgmerge == NULL)
        diag_add(diags, DIAG_GETTEXT_MISSING, (Where){ NULL, 0, 0 },
                 N_("the program msgmerge of the package gettext is not installed"));
    return msgmerge != NULL;
}

/* Words of msgmerge in a message: one line, without our folder. */
static void
set_error(GError **error, const char *words, const Desk *desk)
{
    g_autoptr(GString) line = g_string_new(words);

    g_string_replace(line, desk->folder, "", 0);
    g_string_replace(line, "\n", " ", 0);
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", g_strchomp(line->str));
}

static GBytes *
run(const Desk *desk, GError **error)
{
    const char *const words[] = { "msgmerge", "--previous",   "--quiet", "--output-file=-",
                                  desk->po,   desk->template, NULL };
    g_auto(GStrv) variables = g_environ_setenv(g_get_environ(), "LC_ALL", "C.UTF-8", TRUE);
    g_autofree char *output = NULL, *complaints = NULL;
    int status;

    if (!g_spawn_sync(NULL, (char **) words, variables, G_SPAWN_SEARCH_PATH, NULL, NULL,
                      &output, &complaints, &status, error))
        return NULL;
    if (g_spawn_check_wait_status(status, NULL))
        return g_bytes_new(output, strlen(output));
    set_error(error, complaints, desk);
    return NULL;
}

GBytes *
msgmerge_run(GBytes *po, GBytes *template, GError **error)
{
    Desk desk = { NULL, NULL, NULL };
    GBytes *merged = desk_open(&desk, po, template, error) ? run(&desk, error) : NULL;

    desk_close(&desk);
    return merged;
}
