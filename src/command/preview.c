/* What `preview` says and opens; preview_write.c makes it. */
#include "command/preview.h"

#include "command/command.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

static const Where command_line = { NULL, 0, 0 };

static void
print_summary(const Preview *preview, const char *page)
{
    printf(ngettext("%d string", "%d strings", (unsigned long) preview->strings),
           preview->strings);
    printf(ngettext(" on %d page", " on %d pages", (unsigned long) preview->pages),
           preview->pages);
    printf(ngettext(" of %d leaflet\n", " of %d leaflets\n", (unsigned long) preview->leaflets),
           preview->leaflets);
    if (preview->overflows > 0)
        printf(ngettext("%d leaflet does not fit: the page shows where it goes on\n",
                        "%d leaflets do not fit: the page shows where they go on\n",
                        (unsigned long) preview->overflows),
               preview->overflows);
    printf("  %s\n", page);
}

static void
print_json(const Preview *preview, const char *folder)
{
    g_autoptr(JsonObject) object = json_object_new();
    g_autoptr(JsonNode) node = json_node_new(JSON_NODE_OBJECT);
    JsonArray *files = json_array_new();

    for (guint i = 0; i < preview->files->len; i++)
        json_array_add_string_element(files, preview->files->pdata[i]);
    json_object_set_string_member(object, "folder", folder);
    json_object_set_int_member(object, "leaflets", preview->leaflets);
    json_object_set_int_member(object, "overflows", preview->overflows);
    json_object_set_int_member(object, "pages", preview->pages);
    json_object_set_int_member(object, "strings", preview->strings);
    json_object_set_array_member(object, "files", files);
    json_node_set_object(node, object);

    g_autofree char *line = json_to_string(node, FALSE);
    printf("%s\n", line);
}

static void
open_page(const char *page, Diags *diags)
{
    g_autoptr(GFile) file = g_file_new_for_path(page);
    g_autofree char *address = g_file_get_uri(file);
    g_autoptr(GError) error = NULL;

    if (!g_app_info_launch_default_for_uri(address, NULL, &error))
        diag_add(diags, DIAG_NO_OPENER, command_line,
                 "nothing on this computer says that it opens web pages; open %s yourself",
                 page);
}

/* A folder for every language, so that its old files are found again. */
static char *
folder_of(const Options *options, const char *locale)
{
    g_autofree char *name = g_strconcat("preview-", locale, NULL);

    return g_build_filename(options->out, name, NULL);
}

/* Missing translations stand on the page. */
static void
print_messages(const Diags *diags, const Options *options)
{
    DiagStyle style = options_style(options, stderr);

    style.least = SEVERITY_ERROR;
    diags_print(diags, stderr, style);
}

static void
show(const Options *options, Diags *diags)
{
    const char *locale = options->words[0];
    g_autofree char *folder = folder_of(options, locale);
    g_autofree char *page = g_build_filename(folder, "index.html", NULL);
    const PreviewWish wish = { .options = options,
                               .locale = locale,
                               .packs = (const char *const *) options->words + 1,
                               .folder = folder,
                               .key = options->string };
    g_autoptr(Preview) preview = preview_write(&wish, diags);

    print_messages(diags, options);
    if (preview->files->len == 0)
        return;
    if (options->json)
        print_json(preview, folder);
    else if (!options->quiet)
        print_summary(preview, page);
    if (options->open) {
        g_autoptr(Diags) said = diags_new();

        open_page(page, said);
        diags_print(said, stderr, options_style(options, stderr));
    }
}

int
preview_run(const Options *options)
{
    g_autoptr(Diags) diags = diags_new();

    if (options->words[0] == NULL) {
        diag_add(diags, DIAG_USAGE, command_line,
                 "a preview is of one language: name it, as in 'rightspack preview sr'");
        print_messages(diags, options);
    } else {
        show(options, diags);
    }
    return diags_exit_status(diags);
}
