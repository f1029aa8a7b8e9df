#include "command/doctor.h"

#include "command/command.h"
#include "command/listing.h"
#include "command/locate.h"
#include "command/msgmerge.h"
#include "layout/layout.h"
#include "read/read.h"
#include "translate/translate.h"

#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <glib/gi18n.h>
#include <hb.h>
#include <json-glib/json-glib.h>
#include <librsvg/rsvg.h>

static char *
glib_version(void)
{
    return g_strdup_printf("%u.%u.%u", glib_major_version, glib_minor_version,
                           glib_micro_version);
}

/* json-glib tells only what the program was compiled with. */
static char *
json_glib_version(void)
{
    return g_strdup(JSON_VERSION_S);
}

static char *
cairo_version_text(void)
{
    return g_strdup(cairo_version_string());
}

static char *
harfbuzz_version(void)
{
    return g_strdup(hb_version_string());
}

static char *
fontconfig_version(void)
{
    int version = FcGetVersion(); /* 21401 is 2.14.1 */

    return g_strdup_printf("%d.%d.%d", version / 10000, version / 100 % 100, version % 100);
}

static char *
librsvg_version(void)
{
    return g_strdup_printf("%u.%u.%u", rsvg_major_version, rsvg_minor_version,
                           rsvg_micro_version);
}

static char *
pango_version_text(void)
{
    return g_strdup(layout_pango_version());
}

static char *
libyaml_version(void)
{
    return g_strdup(project_yaml_version());
}

static char *
libgettextpo_version_text(void)
{
    int version = catalog_gettext_version(); /* 0x001500 is 0.21 */

    return g_strdup_printf("%d.%d", version >> 16, (version >> 8) & 0xff);
}

static const struct Library {
    const char *name;
    char *(*version)(void);
} libraries[] = {
    { "glib", glib_version },
    { "json-glib", json_glib_version },
    { "pango", pango_version_text },
    { "libyaml", libyaml_version },
    { "libgettextpo", libgettextpo_version_text },
    { "cairo", cairo_version_text },
    { "harfbuzz", harfbuzz_version },
    { "fontconfig", fontconfig_version },
    { "librsvg", librsvg_version },
};

char *
doctor_libraries(void)
{
    GString *text = g_string_new("rightspack " RIGHTSPACK_VERSION "\n");

    for (size_t i = 0; i < G_N_ELEMENTS(libraries); i++) {
        g_autofree char *version = libraries[i].version();

        g_string_append_printf(text, "%s %s\n", libraries[i].name, version);
    }
    return g_string_free(text, FALSE);
}

static void
add_libraries(Listing *listing)
{
    listing_add(listing, _("program"), "rightspack", RIGHTSPACK_VERSION, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(libraries); i++) {
        g_autofree char *version = libraries[i].version();

        listing_add(listing, _("library"), libraries[i].name, version, NULL);
    }
}

static void
add_folders(Listing *listing, const Project *project)
{
    g_autofree char *data_dir = locate_data_dir();
    bool there = g_file_test(data_dir, G_FILE_TEST_IS_DIR);

    listing_add(listing, _("data"), data_dir, there ? _("found") : _("missing"), NULL);
    if (project != NULL)
        listing_add(listing, _("project"), project->root, _("found"), NULL);
    else
        listing_add(listing, _("project"), NULL, _("missing"), NULL);
}

static void
add_msgmerge(Listing *listing, Diags *diags)
{
    g_autofree char *path = msgmerge_find();

    listing_add(listing, "program", "msgmerge", path != NULL ? _("found") : _("missing"),
                "gettext");
    if (path == NULL)
        diag_add(diags, DIAG_GETTEXT_MISSING, (Where){ NULL, 0, 0 },
                 "the program msgmerge of the package gettext is not installed");
}

static void
add_font(Listing *listing, const Project *project, const FontFace *font, Diags *diags)
{
    g_autofree char *path = g_build_filename(project->data_dir, "fonts", font->staged, NULL);
    g_autofree char *name =
        g_strdup_printf("%s %s", font->family, font->bold ? _("bold") : _("regular"));
    bool there = g_file_test(path, G_FILE_TEST_IS_REGULAR);

    listing_add(listing, _("font"), name, there ? _("found") : _("missing"), font->package);
    if (!there)
        diag_add(diags, DIAG_FONT_MISSING, font->where,
                 "%s is missing: '%s' of the package %s is not in '%s'", name, font->file,
                 font->package, path);
}

int
doctor_run(const Options *options)
{
    static const char *const columns[] = { N_("kind"), N_("name"), N_("state"), N_("package"),
                                           NULL };
    g_autoptr(Diags) diags = diags_new();
    g_autoptr(Project) project = locate_project(options->project, diags);
    g_autoptr(Listing) listing = listing_new(columns);

    add_libraries(listing);
    add_msgmerge(listing, diags);
    add_folders(listing, project);
    for (int i = 0; project != NULL && i < project->fonts.count; i++)
        add_font(listing, project, &project->fonts.items[i], diags);
    listing_print(listing, options->json);
    diags_print(diags, stderr, options_style(options, stderr));
    return diags_exit_status(diags);
}
