/* The floor: a bare Pango+Cairo program that sets the same words, at the same sizes and places, with
 * the same fonts, as the tree dumps it is given, and nothing else: no rules, no pictograms, no
 * reading of content, no fitting, no checks. Each dump becomes one PDF in memory.
 *
 *   floor FONTS-DIR TREE...
 */
#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static double
points(double millimetres)
{
    return millimetres * 72 / 25.4;
}

static PangoContext *
new_context(const char *folder)
{
    FcConfig *config = FcConfigCreate();
    GDir *dir = g_dir_open(folder, 0, NULL);
    const char *name;

    FcConfigSetCurrent(config);
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        FcConfigAppFontAddFile(config, (const FcChar8 *) path);
    }
    g_dir_close(dir);
    PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
    PangoContext *context = pango_font_map_create_context(map);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    pango_cairo_context_set_font_options(context, options);
    pango_context_set_round_glyph_positions(context, FALSE);
    return context;
}

static bool
is_bold(const char *role)
{
    static const char *const bold[] = { "title", "heading", "subheading",   "minor",
                                        "ask",   "step",    "contact-name", "contact-number",
                                        "draft", NULL };

    return g_strv_contains(bold, role);
}

static PangoAttrList *
attributes(bool rtl, bool bold, double size)
{
    PangoFontDescription *font = pango_font_description_new();
    PangoAttrList *list = pango_attr_list_new();

    pango_font_description_set_family(font, rtl ? "Noto Sans Arabic,Noto Sans" : "Noto Sans");
    pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_attr_list_insert(list, pango_attr_font_desc_new(font));
    pango_font_description_free(font);
    return list;
}

static void
set_line(cairo_t *cr, PangoContext *context, const char *text, PangoAttrList *list, bool rtl,
         double x, double y)
{
    int length = (int) strlen(text);
    GList *items = pango_itemize_with_base_dir(
        context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR, text, 0, length, list, NULL);

    items = pango_reorder_items(items);
    for (GList *at = items; at != NULL; at = at->next) {
        PangoGlyphItem *run = g_slice_new0(PangoGlyphItem);

        run->item = at->data;
        run->glyphs = pango_glyph_string_new();
        pango_shape_full(text + run->item->offset, run->item->length, text, length,
                         &run->item->analysis, run->glyphs);
        cairo_move_to(cr, x, y);
        pango_cairo_show_glyph_item(cr, text, run);
        x += (double) pango_glyph_string_get_width(run->glyphs) / PANGO_SCALE;
        pango_glyph_item_free(run);
    }
    g_list_free(items);
}

static cairo_status_t
append(void *closure, const unsigned char *bytes, unsigned int length)
{
    g_byte_array_append(closure, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

typedef struct Setter {
    cairo_surface_t *surface;
    cairo_t *cr;
    PangoContext *context;
    PangoAttrList *list;
    bool rtl, begun;
} Setter;

static void
take_line(Setter *setter, char *line)
{
    double x, y, width, height, size;
    char role[40];
    int at = 0;

    if (sscanf(line, "page %*d %lfx%lf", &width, &height) == 2) {
        if (setter->begun)
            cairo_show_page(setter->cr);
        setter->begun = true;
        cairo_pdf_surface_set_size(setter->surface, points(width), points(height));
    } else if (sscanf(line, "  text %*s %*f %*f %*s %39[a-z-]%*[/2] %lfpt", role, &size) == 2 ||
               sscanf(line, "  text %*s %*f %*f %*s %39s %lfpt", role, &size) == 2) {
        g_clear_pointer(&setter->list, pango_attr_list_unref);
        setter->list = attributes(setter->rtl, is_bold(role), size);
    } else if (setter->list != NULL && sscanf(line, "    %lf %lf \"%n", &x, &y, &at) == 2 &&
               at > 0) {
        line[strlen(line) - 1] = '\0';
        set_line(setter->cr, setter->context, line + at, setter->list, setter->rtl, points(x),
                 points(y));
    }
}

static void
make_pdf(PangoContext *context, const char *path)
{
    g_autofree char *text = NULL;
    g_autoptr(GByteArray) pdf = g_byte_array_new();

    if (!g_file_get_contents(path, &text, NULL, NULL))
        return;
    Setter setter = { .context = context, .rtl = strstr(path, "_ar_") != NULL };
    setter.surface = cairo_pdf_surface_create_for_stream(append, pdf, 595, 842);
    setter.cr = cairo_create(setter.surface);
    for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n"))
        take_line(&setter, line);
    cairo_show_page(setter.cr);
    cairo_destroy(setter.cr);
    cairo_surface_destroy(setter.surface);
    g_clear_pointer(&setter.list, pango_attr_list_unref);
    if (g_getenv("FLOOR_OUT") != NULL) {
        g_autofree char *name = g_path_get_basename(path);
        g_autofree char *out = g_strdup_printf("%s/%s.pdf", g_getenv("FLOOR_OUT"), name);
        g_file_set_contents(out, (const char *) pdf->data, pdf->len, NULL);
    }
}

int
main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "usage: floor FONTS-DIR TREE...\n");
        return 2;
    }
    PangoContext *context = new_context(argv[1]);
    for (int i = 2; i < argc; i++)
        make_pdf(context, argv[i]);
    return 0;
}
