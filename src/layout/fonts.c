#include "base/prose.h"
#include "layout/hyphens.h"
#include "layout/shape.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

struct Fonts {
    const Project *project;
    FcConfig *config;
    PangoFontMap *map;
    PangoContext *context;
    bool *loaded;        /* one a face of the project's list */
    GHashTable *hyphens; /* file name to Hyphens; to NULL when it cannot be had */
};

static char *
face_path(const Project *project, const FontFace *face)
{
    return g_build_filename(project->data_dir, "fonts", face->staged, NULL);
}

static bool
load_face(Fonts *fonts, int index)
{
    const FontFace *face = &fonts->project->fonts.items[index];
    g_autofree char *path = face_path(fonts->project, face);

    if (!fonts->loaded[index])
        fonts->loaded[index] = FcConfigAppFontAddFile(fonts->config, (const FcChar8 *) path);
    return fonts->loaded[index];
}

static void
load_faces(Fonts *fonts, Diags *diags)
{
    for (int i = 0; i < fonts->project->fonts.count; i++) {
        const FontFace *face = &fonts->project->fonts.items[i];

        if (face->on_demand || load_face(fonts, i))
            continue;
        diag_add(diags, DIAG_FONT_MISSING, face->where,
                 "the font file %s of '%s' is not beside the program; package %s brings it",
                 face->staged, face->family, face->package);
    }
}

/* The bold Nastaliq face says that it is regular, and would never be chosen. */
static const char rules[] = "<?xml version=\"1.0\"?><fontconfig><match target=\"scan\">"
                            "<test name=\"postscriptname\" compare=\"eq\">"
                            "<string>NotoNastaliqUrdu-Bold</string></test>"
                            "<edit name=\"weight\" mode=\"assign\"><const>bold</const></edit>"
                            "</match></fontconfig>";

/* The order matters: a font map made before the private configuration is current starts a thread
 * that reads every font of the system. */
Fonts *
fonts_new(const Project *project, Diags *diags)
{
    Fonts *fonts = g_new0(Fonts, 1);

    fonts->project = project;
    fonts->config = FcConfigCreate();
    fonts->loaded = g_new0(bool, MAX(project->fonts.count, 1));
    fonts->hyphens =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify) hyphens_free);
    FcConfigParseAndLoadFromMemory(fonts->config, (const FcChar8 *) rules, FcTrue);
    FcConfigSetCurrent(fonts->config);
    load_faces(fonts, diags);
    prose_use_own_words(project->data_dir);

    fonts->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->map), fonts->config);
    fonts->context = pango_font_map_create_context(fonts->map);
    pango_context_set_round_glyph_positions(fonts->context, FALSE);

    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    pango_cairo_context_set_font_options(fonts->context, options);
    cairo_font_options_destroy(options);
    return fonts;
}

void
fonts_free(Fonts *fonts)
{
    if (fonts == NULL)
        return;
    g_object_unref(fonts->context);
    g_object_unref(fonts->map);
    FcConfigDestroy(fonts->config);
    g_hash_table_unref(fonts->hyphens);
    g_free(fonts->loaded);
    g_free(fonts);
}

PangoContext *
fonts_context(Fonts *fonts, const Locale *locale)
{
    bool changed = false;

    for (int i = 0; i < fonts->project->fonts.count; i++) {
        const FontFace *face = &fonts->project->fonts.items[i];

        if (fonts->loaded[i] || !names_have(locale->families, face->family))
            continue;
        changed |= load_face(fonts, i);
    }
    if (changed)
        pango_fc_font_map_config_changed(PANGO_FC_FONT_MAP(fonts->map));
    return fonts->context;
}

const Hyphens *
fonts_hyphens(Fonts *fonts, const Locale *locale)
{
    const char *name = locale->hyphenation.dictionary;
    gpointer known;

    if (name == NULL)
        return NULL;
    if (g_hash_table_lookup_extended(fonts->hyphens, name, NULL, &known))
        return known;
    g_autofree char *path = g_build_filename(fonts->project->data_dir, "breaks", name, NULL);
    Hyphens *hyphens = hyphens_load(path);
    g_hash_table_insert(fonts->hyphens, (gpointer) name, hyphens);
    return hyphens;
}

const char *
fonts_number_family(const Fonts *fonts)
{
    return fonts->project->fonts.count > 0 ? fonts->project->fonts.items[0].family : "Noto Sans";
}

const char *
layout_pango_version(void)
{
    return pango_version_string();
}
