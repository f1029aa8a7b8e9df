/* Mark as it is drawn, in every locale of the shipped content and of tests/pdf/scripts, in every format: the
 * letters of one line never touch those of another, nor a rule, a bubble or a frame that is not their own. */
#include "layout/layout.h"
#include "read/read.h"
#include "translate/translate.h"

/* What is drawn of one line, or of one shape. */
typedef struct Mark {
    Rect rect;
    const Item *item;
    int line; /* of the item; -1: a shape */
} Mark;

typedef struct Leaflet {
    const Pages *pages;
    const char *name;
    int page;
    GArray *marks; /* Mark, by their upper edge */
} Leaflet;

static cairo_scaled_font_t *
scale_face(cairo_font_face_t *face)
{
    cairo_matrix_t size, identity;
    cairo_font_options_t *options = cairo_font_options_create();

    cairo_matrix_init_scale(&size, REFERENCE_SIZE, REFERENCE_SIZE);
    cairo_matrix_init_identity(&identity);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_scaled_font_t *scaled = cairo_scaled_font_create(face, &size, &identity, options);
    cairo_font_options_destroy(options);
    return scaled;
}

static void
add_glyphs(Leaflet *leaflet, const Item *item, int line, const PlacedRun *placed)
{
    double scale = item->size / REFERENCE_SIZE, x = item->lines[line].x + placed->x * scale;
    cairo_scaled_font_t *font = scale_face(placed->run.face);

    for (int i = 0; i < placed->run.count; i++) {
        const Glyph *glyph = &placed->run.glyphs[i];
        cairo_glyph_t shown = { glyph->id, 0, 0 };
        cairo_text_extents_t extents = { 0 };

        if (glyph->id != NO_GLYPH)
            cairo_scaled_font_glyph_extents(font, &shown, 1, &extents);
        Mark mark = { { x + (glyph->dx + extents.x_bearing) * scale,
                        item->lines[line].baseline + (glyph->dy + extents.y_bearing) * scale,
                        extents.width * scale, extents.height * scale },
                      item,
                      line };
        if (extents.height > 0)
            g_array_append_val(leaflet->marks, mark);
        x += glyph->advance * scale;
    }
    cairo_scaled_font_destroy(font);
}

static void
add_shape(Leaflet *leaflet, const Item *item)
{
    Mark mark = { item->rect, item, -1 };

    if (item->kind == ITEM_BUBBLE)
        mark.rect.height += item->tail_height;
    g_array_append_val(leaflet->marks, mark);
}

static int
by_upper_edge(gconstpointer a, gconstpointer b)
{
    double first = ((const Mark *) a)->rect.y, second = ((const Mark *) b)->rect.y;

    return (first > second) - (first < second);
}

static bool
overlap(Rect a, Rect b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

/* Text belongs on the bubble, the disc, in the frame of its own. */
static bool
may_lie_over(const Mark *shape, const Mark *text)
{
    Rect whole = shape->item->rect, ink = text->rect;

    return shape->item->kind != ITEM_RULE && shape->item->kind != ITEM_ICON &&
           ink.y >= whole.y && ink.y + ink.height <= whole.y + whole.height;
}

static bool
belong_together(const Mark *a, const Mark *b)
{
    if (a->line < 0 && b->line < 0)
        return true;
    if (a->line >= 0 && b->line >= 0)
        return a->item == b->item && a->line == b->line;
    return a->line < 0 ? may_lie_over(a, b) : may_lie_over(b, a);
}

static void
describe(GString *said, const Mark *mark)
{
    if (mark->line < 0) {
        g_string_append_printf(said, "a shape of kind %d", (int) mark->item->kind);
        return;
    }
    const Line *line = &mark->item->lines[mark->line].line;
    g_string_append_c(said, '"');
    g_string_append_len(said, mark->item->text + line->start, line->end - line->start);
    g_string_append_c(said, '"');
}

static void
compare(const Leaflet *leaflet, const Mark *a, const Mark *b)
{
    g_autoptr(GString) said = g_string_new(NULL);

    if (belong_together(a, b) || !overlap(a->rect, b->rect))
        return;
    g_string_printf(said, "%s page %d: ", leaflet->name, leaflet->page + 1);
    describe(said, a);
    g_string_append(said, " touches ");
    describe(said, b);
    g_test_message("%s", said->str);
    g_test_fail();
}

static void
gather_marks(Leaflet *leaflet, const Page *page)
{
    for (int i = 0; i < page->item_count; i++) {
        const Item *item = &page->items[i];

        if (item->kind != ITEM_TEXT)
            add_shape(leaflet, item);
        for (int k = 0; k < item->line_count; k++)
            for (int n = 0; n < item->lines[k].line.count; n++)
                add_glyphs(leaflet, item, k, &item->lines[k].line.runs[n]);
    }
    g_array_sort(leaflet->marks, by_upper_edge);
}

static void
look_at_page(Leaflet *leaflet)
{
    leaflet->marks = g_array_new(FALSE, FALSE, sizeof(Mark));
    gather_marks(leaflet, &leaflet->pages->pages[leaflet->page]);
    for (guint i = 0; i < leaflet->marks->len; i++) {
        const Mark *a = &g_array_index(leaflet->marks, Mark, i), *b = a + 1;

        for (guint k = i + 1;
             k < leaflet->marks->len && b->rect.y <= a->rect.y + a->rect.height; k++, b++)
            compare(leaflet, a, b);
    }
    g_array_unref(leaflet->marks);
}

static void
look_at_leaflet(const Variant *variant, const Catalogs *catalogs, Shapes *shapes)
{
    g_autoptr(Diags) diags = diags_new();
    g_autoptr(Document) document = compose_document(variant, catalogs, diags);
    g_autoptr(Pages) pages = layout_document(document, shapes, diags);
    g_autofree char *name = variant_file_name(variant);
    Leaflet leaflet = { pages, name, 0, NULL };

    if (pages->overflows) /* is printed with less in it, in a form that is looked at too, or not at all */
        return;
    for (; leaflet.page < pages->page_count; leaflet.page++)
        look_at_page(&leaflet);
}

static void
look_at_format(Variant variant, const Format *format, const Catalogs *catalogs, Shapes *shapes)
{
    variant.format = format;
    if (format->languages == LANGUAGES_STAFF && variant.locale != variant.staff)
        return;
    if (format->languages != LANGUAGES_PAIR) {
        look_at_leaflet(&variant, catalogs, shapes);
    } else if (!locale_is_same_language(variant.locale, variant.staff)) {
        variant.second = variant.locale;
        variant.locale = variant.staff;
        look_at_leaflet(&variant,
                        &(Catalogs){ catalogs->staff, catalogs->own, catalogs->staff }, shapes);
    }
}

static void
look_at_locale(const Project *project, Fonts *fonts, const Locale *locale, Diags *diags)
{
    g_autoptr(Catalog) catalog = catalog_load(project, locale, diags);
    g_autoptr(Catalog) staff = catalog_load(project, project->staff_locale, diags);
    g_autoptr(Shapes) shapes = shapes_new(fonts);
    const Pack *pack = project_find_pack(project, project->default_packs.items[0].text);

    for (int i = 0; i < pack->audiences.count; i++)
        for (int k = 0; k < project->formats.count; k++) {
            Variant variant = { .project = project,
                                .pack = pack,
                                .audience = &pack->audiences.items[i],
                                .locale = locale,
                                .staff = project->staff_locale };

            look_at_format(variant, &project->formats.items[k],
                           &(Catalogs){ catalog, NULL, staff }, shapes);
        }
}

static void
look_at_project(gconstpointer folder)
{
    g_autofree char *root = g_build_filename(g_getenv("RIGHTSPACK_SOURCE_DIR"), folder, NULL);
    g_autoptr(Diags) diags = diags_new();
    g_autoptr(Project) project = project_load(root, g_getenv("RIGHTSPACK_DATA_DIR"), diags);
    Fonts *fonts = fonts_new(project, diags);

    for (int i = 0; i < project->default_locales.count; i++)
        look_at_locale(project, fonts,
                       project_find_locale(project, project->default_locales.items[i].text),
                       diags);
    fonts_free(fonts);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_data_func("/ink/content", ".", look_at_project);
    g_test_add_data_func("/ink/scripts", "tests/pdf/scripts", look_at_project);
    return g_test_run();
}
