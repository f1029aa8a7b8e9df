#include "command/locate.h"

#include "read/read.h"

#include <string.h>

static const Where nowhere = { NULL, 0, 0 };

/* @below the folder above that of the running program: "/usr" + "share/locale". */
static char *
beside_the_program(const char *below)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *folder = g_path_get_dirname(program != NULL ? program : "./rightspack");
    g_autofree char *path = g_build_filename(folder, "..", below, NULL);

    return g_canonicalize_filename(path, NULL);
}

char *
locate_data_dir(void)
{
    return beside_the_program("share/rightspack");
}

char *
locate_messages(void)
{
    return beside_the_program("share/locale");
}

char *
locate_readback(void)
{
    return beside_the_program("bin/rightspack-readback");
}

/* "." for the working folder, "..", "../.." for those above: short names in messages. */
static char *
nearest_above(void)
{
    g_autofree char *folder = g_get_current_dir();
    g_autofree char *name = g_strdup(".");

    while (!project_is_at(folder)) {
        char *above = g_path_get_dirname(folder);

        if (strcmp(above, folder) == 0) {
            g_free(above);
            return NULL;
        }
        g_free(folder);
        folder = above;

        char *longer =
            strcmp(name, ".") == 0 ? g_strdup("..") : g_build_filename("..", name, NULL);
        g_free(name);
        name = longer;
    }
    return g_steal_pointer(&name);
}

/* A folder that was named must be one: nothing else is looked for. */
static char *
named_folder(const char *folder, Diags *diags)
{
    if (project_is_at(folder))
        return g_strdup(folder);
    diag_add(diags, DIAG_NO_PROJECT, nowhere,
             "the folder '%s' has no content/ and is no project", folder);
    return NULL;
}

static char *
project_folder(const char *asked, const char *data_dir, Diags *diags)
{
    const char *from_environment = g_getenv("RIGHTSPACK_PROJECT");

    if (asked != NULL)
        return named_folder(asked, diags);
    if (from_environment != NULL && *from_environment != '\0')
        return named_folder(from_environment, diags);

    char *above = nearest_above();
    if (above != NULL)
        return above;
    if (project_is_at(data_dir))
        return g_strdup(data_dir);
    diag_add(
        diags, DIAG_NO_PROJECT, nowhere,
        "neither this folder nor one above it has content/, and no data is installed in '%s'",
        data_dir);
    return NULL;
}

char *
locate_project_folder(const char *asked, Diags *diags)
{
    g_autofree char *data_dir = locate_data_dir();

    return project_folder(asked, data_dir, diags);
}

Project *
locate_project_with(const char *asked, PseudoList pseudos, Diags *diags)
{
    g_autofree char *data_dir = locate_data_dir();
    g_autofree char *folder = locate_project_folder(asked, diags);

    return folder != NULL ? project_load_with(folder, data_dir, pseudos, diags) : NULL;
}

Project *
locate_project(const char *asked, Diags *diags)
{
    return locate_project_with(asked, (PseudoList){ 0 }, diags);
}

char *
locate_below(const char *folder, const char *rest)
{
    return g_build_filename(strcmp(folder, ".") == 0 ? "" : folder, rest, NULL);
}

char *
locate_in_project(const Project *project, const char *rest)
{
    return locate_below(project->root, rest);
}
