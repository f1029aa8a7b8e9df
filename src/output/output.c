#include "output/private.h"

#include <glib/gi18n.h>
#include <string.h>

/* To add an output: its file beside this one, its function in private.h, its row here. */
static const Output outputs[] = {
    { "pdf", N_("a PDF in reading order"), ".pdf", true, false, false, NULL, pdf_make },
    { "print", N_("a PDF for an office printer: pages as they stand on sheets to fold or cut"),
      "-print.pdf", true, true, false, NULL, print_make },
    { "press", N_("a PDF for a printing press, with bleed, marks and four inks (--icc)"),
      "-press.pdf", false, false, true, NULL, press_make },
    { "press-k", N_("the same with black ink alone"), "-press-k.pdf", false, false, true, NULL,
      press_k_make },
    { "png", N_("a picture of every page (--dpi)"), ".png", false, false, false, NULL, png_make },
    { "picture", N_("a small picture of the first page, for catalogues"), "-picture.png", false,
      false, false, "catalogue", picture_make },
    { "tree", N_("a text dump of the pages with positions"), ".tree", false, false, false, NULL,
      tree_make },
    { 0 },
};

const Output *
output_find(const char *name)
{
    for (const Output *output = outputs; output->name != NULL; output++)
        if (strcmp(output->name, name) == 0)
            return output;
    return NULL;
}

/* The longest ending says it: "-press.pdf" is more than ".pdf". */
const Output *
output_of_file(const char *file)
{
    const Output *found = NULL;

    for (const Output *output = outputs; output->name != NULL; output++)
        if (g_str_has_suffix(file, output->suffix) &&
            (found == NULL || strlen(output->suffix) > strlen(found->suffix)))
            found = output;
    return found;
}

char *
output_page_suffix(const Output *output, int page)
{
    return g_strdup_printf("-p%d%s", page, output->suffix);
}

const Output *
output_all(void)
{
    return outputs;
}

static void
output_file_free(gpointer file)
{
    OutputFile *output = file;

    g_free(output->suffix);
    g_bytes_unref(output->bytes);
    g_free(output);
}

GPtrArray *
output_files_new(void)
{
    return g_ptr_array_new_with_free_func(output_file_free);
}

void
output_files_add(GPtrArray *files, char *suffix, GBytes *bytes)
{
    OutputFile *file = g_new0(OutputFile, 1);

    file->suffix = suffix;
    file->bytes = bytes;
    g_ptr_array_add(files, file);
}

bool
drawing_succeeded(cairo_status_t status, GError **error)
{
    if (status == CAIRO_STATUS_SUCCESS)
        return true;
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "drawing failed: %s",
                cairo_status_to_string(status));
    return false;
}
