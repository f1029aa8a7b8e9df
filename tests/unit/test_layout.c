/* Rules of layout, held against every leaflet of the shipped content: all locales, formats and
 * audiences. */
#include "check/check.h"
#include "layout/layout.h"
#include "read/read.h"
#include "translate/translate.h"

#include <string.h>

static Project *project;
static Fonts *fonts;
static Diags *loading;

typedef struct Leaflet {
    Document *document;
    Pages *pages;
    Diags *diags;
} Leaflet;

typedef void (*Rule)(const Leaflet *leaflet);

static const Block *
block_of(const Leaflet *leaflet, const Item *item)
{
    return &leaflet->document->blocks[item->block];
}

/* The items of the flow: text of blocks that are no furniture. */
static bool
is_flowing(const Leaflet *leaflet, const Item *item)
{
    if (item->kind != ITEM_TEXT || item->block < 0 || item->phrase > 0)
        return false;
    Role role = block_of(leaflet, item)->role;
    bool in_disc = item->ink == INK_WHITE;
    bool label = item->leaf >= 0 && leaflet->pages->leaves[item->leaf].kind == LEAF_LABEL;
    return role != ROLE_DRAFT && role != ROLE_COLOPHON && role != ROLE_MARKS && !in_disc &&
           !label;
}

/* Calls @see for flowing items in the order in which they were placed, with the one before. */
static void
each_pair(const Leaflet *leaflet, void (*see)(const Leaflet *leaflet, const Item *before,
                                              const Item *item, bool together))
{
    for (int i = 0; i < leaflet->pages->page_count; i++) {
        const Item *before = NULL;

        for (int k = 0; k < leaflet->pages->pages[i].item_count; k++) {
            const Item *item = &leaflet->pages->pages[i].items[k];

            if (!is_flowing(leaflet, item))
                continue;
            bool together =
                before != NULL && before->panel == item->panel && item->rect.y > before->rect.y;
            see(leaflet, before, item, together);
            before = item;
        }
        see(leaflet, before, NULL, false);
    }
}

/* A title that is all that is printed of its entry, or of its section. */
static bool
has_no_next(const Leaflet *leaflet, const Item *item)
{
    const Block *block = block_of(leaflet, item);
    const DocumentSection *section = &leaflet->document->sections[block->section];
    const Group *group = block->group < 0 ? NULL : &leaflet->document->groups[block->group];

    return item->block == section->first + section->count - 1 ||
           (group != NULL && group->kind != GROUP_LEGEND &&
            item->block == group->first + group->count - 1);
}

/* Forms, facts and numbers between two languages are one row, which cannot be parted. */
static bool
is_one_row(const Leaflet *leaflet, const Group *group)
{
    return group->kind == GROUP_FORM || group->kind == GROUP_FACTS || group->kind == GROUP_ROW ||
           (leaflet->document->variant.second != NULL && group->contact != NULL);
}

static void
see_heading(const Leaflet *leaflet, const Item *before, const Item *item, bool together)
{
    if (before == NULL || together || has_no_next(leaflet, before))
        return;
    int group = block_of(leaflet, before)->group;
    if (item != NULL && before->panel == item->panel && item->rect.y == before->rect.y)
        return; /* side by side */
    if (group >= 0 && is_one_row(leaflet, &leaflet->document->groups[group]))
        return;
    g_assert_cmpstr("kept with next", !=,
                    role_info(block_of(leaflet, before)->role)->keep_next ? "kept with next"
                                                                          : "");
}

static void
a_heading_never_ends_a_column(const Leaflet *leaflet)
{
    each_pair(leaflet, see_heading);
}

static void
see_split(const Leaflet *leaflet, const Item *before, const Item *item, bool together)
{
    (void) leaflet;
    if (before == NULL || item == NULL || together || before->block != item->block)
        return;
    g_assert_cmpint(before->line_count, >=, 2);
    g_assert_cmpint(item->line_count, >=, 2);
}

static void
a_split_leaves_two_lines_on_either_side(const Leaflet *leaflet)
{
    each_pair(leaflet, see_split);
}

static void
see_group(const Leaflet *leaflet, const Item *before, const Item *item, bool together)
{
    if (before == NULL || item == NULL || together)
        return;
    int group = block_of(leaflet, item)->group;
    if (group < 0 || block_of(leaflet, before)->group != group ||
        is_one_row(leaflet, &leaflet->document->groups[group]))
        return;
    g_assert_cmpint(leaflet->document->groups[group].kind, ==, GROUP_ITEM);
}

static void
steps_and_contacts_stay_whole(const Leaflet *leaflet)
{
    each_pair(leaflet, see_group);
}

static void
check_span(const Item *item, const Span *span)
{
    int lines = 0;

    for (int i = 0; i < item->line_count; i++) {
        const Line *line = &item->lines[i].line;

        lines += line->start < span->end && span->start < line->end;
    }
    g_assert_cmpint(lines, <=, 1);
}

static void
a_number_is_never_broken(const Leaflet *leaflet)
{
    for (int i = 0; i < leaflet->pages->page_count; i++)
        for (int k = 0; k < leaflet->pages->pages[i].item_count; k++) {
            const Item *item = &leaflet->pages->pages[i].items[k];

            if (item->kind != ITEM_TEXT || item->block < 0)
                continue;
            const Phrase *phrase = &block_of(leaflet, item)->phrases[item->phrase];
            for (int n = 0; n < phrase->span_count; n++)
                if (phrase->spans[n].kind == SPAN_NUMBER)
                    check_span(item, &phrase->spans[n]);
        }
}

static void
no_line_is_wider_than_its_measure(const Leaflet *leaflet)
{
    for (int i = 0; i < leaflet->pages->page_count; i++)
        for (int k = 0; k < leaflet->pages->pages[i].item_count; k++) {
            const Item *item = &leaflet->pages->pages[i].items[k];

            for (int n = 0; n < item->line_count; n++)
                g_assert_cmpfloat(item->lines[n].line.width * item->size / REFERENCE_SIZE, <=,
                                  item->rect.width + 0.5);
        }
}

static void
everything_is_there_and_inside(const Leaflet *leaflet)
{
    check_pages(leaflet->pages, leaflet->diags);
    for (unsigned i = 0; i < diags_count(leaflet->diags); i++)
        if (diag_info(diags_find(leaflet->diags, i)->code)->severity == SEVERITY_ERROR)
            g_error("%s", diags_find(leaflet->diags, i)->message);
}

/* Leaves count in reading order, whatever page they are on. */
static void
leaves_stand_in_reading_order(const Leaflet *leaflet)
{
    g_autoptr(GArray) order = document_reading_order(leaflet->document);
    guint at = 0;

    for (int i = 0; i < leaflet->pages->leaf_count; i++) {
        const Leaf *leaf = &leaflet->pages->leaves[i];

        while (at < order->len && (g_array_index(order, PhrasePlace, at).block != leaf->block ||
                                   g_array_index(order, PhrasePlace, at).phrase != leaf->phrase))
            at++;
        g_assert_cmpuint(at, <, order->len);
    }
}

/* The first line of @phrase of @block, from the top of its page; -1: it is not there. */
static double
first_baseline(const Leaflet *leaflet, int block, int phrase, int *page)
{
    for (int i = 0; i < leaflet->pages->page_count; i++)
        for (int k = 0; k < leaflet->pages->pages[i].item_count; k++) {
            const Item *item = &leaflet->pages->pages[i].items[k];

            if (item->kind != ITEM_TEXT || item->block != block || item->phrase != phrase ||
                item->leaf < 0 || leaflet->pages->leaves[item->leaf].kind != LEAF_TEXT)
                continue;
            *page = i;
            return item->lines[0].baseline;
        }
    return -1;
}

static bool
opens_a_row(const Leaflet *leaflet, int block)
{
    const Block *at = &leaflet->document->blocks[block];

    if (at->phrase_count < 2 || at->role == ROLE_LABEL || at->role == ROLE_OPTION ||
        at->role == ROLE_DRAFT)
        return false;
    return at->group < 0 || leaflet->document->groups[at->group].first == block;
}

/* To half a millimetre, on one page, each on its own side of the spine. */
static void
two_languages_stand_level(const Leaflet *leaflet)
{
    for (int i = 0; i < leaflet->document->block_count; i++) {
        int first_page = -1, second_page = -2;

        if (leaflet->document->variant.second == NULL || !opens_a_row(leaflet, i))
            continue;
        double first = first_baseline(leaflet, i, 0, &first_page);
        double second = first_baseline(leaflet, i, 1, &second_page);
        g_assert_cmpint(first_page, ==, second_page);
        g_assert_cmpfloat_with_epsilon(first, second, mm(0.5));
    }
}

/* The cover of a folded leaflet is at the right of its side, and at the left in right-to-left. */
static void
panels_are_mirrored_for_right_to_left(const Leaflet *leaflet)
{
    const Format *format = leaflet->document->variant.format;
    bool mirrors = leaflet->document->variant.locale->direction == DIRECTION_RTL &&
                   format->mirror == MIRROR_RTL;

    for (int i = 0; i < format->panels.count; i++) {
        const Rect *area = &leaflet->pages->places[i].area, *own = &format->panels.items[i].area;
        double x = mirrors ? format->sheet.width - own->x - own->width : own->x;

        g_assert_cmpfloat_with_epsilon(area->x, x, 1e-6);
    }
}

static Leaflet
make(Variant *variant, const Catalog *catalog, const Catalog *staff, Shapes *shapes)
{
    Leaflet leaflet = { .diags = diags_new() };
    bool pair = variant->format->languages == LANGUAGES_PAIR;
    Catalogs catalogs = { catalog, NULL, staff };

    if (pair) {
        catalogs = (Catalogs){ staff, catalog, staff };
        variant->second = variant->locale;
        variant->locale = variant->staff;
    }
    leaflet.document = compose_document(variant, &catalogs, leaflet.diags);
    leaflet.pages = layout_document(leaflet.document, shapes, leaflet.diags);
    return leaflet;
}

static void
discard(Leaflet *leaflet)
{
    pages_free(leaflet->pages);
    document_free(leaflet->document);
    diags_free(leaflet->diags);
}

/* With less in it where that is what fits. */
static Leaflet
make_fit(Variant variant, const Catalog *catalog, const Catalog *staff, Shapes *shapes)
{
    Leaflet leaflet = make(&variant, catalog, staff, shapes);

    while (leaflet.pages->overflows && variant.format->instead != NULL) {
        variant.format = variant.format->instead;
        discard(&leaflet);
        leaflet = make(&variant, catalog, staff, shapes);
    }
    return leaflet;
}

static void
hold_locale(const Locale *locale, Rule rule)
{
    g_autoptr(Catalog) catalog = catalog_load(project, locale, loading);
    g_autoptr(Catalog) staff = catalog_load(project, project->staff_locale, loading);
    g_autoptr(Shapes) shapes = shapes_new(fonts);
    const Pack *pack = &project->packs.items[0];

    for (int i = 0; i < pack->audiences.count; i++)
        for (int k = 0; k < project->formats.count; k++) {
            Variant variant = { .project = project,
                                .pack = pack,
                                .audience = &pack->audiences.items[i],
                                .locale = locale,
                                .staff = project->staff_locale,
                                .format = &project->formats.items[k] };
            Leaflet leaflet = make_fit(variant, catalog, staff, shapes);

            rule(&leaflet);
            discard(&leaflet);
        }
}

static void
hold(gconstpointer data)
{
    Rule rule = *(const Rule *) data;

    for (int i = 0; i < project->locales.count; i++)
        hold_locale(&project->locales.items[i], rule);
}

/* --- what does not fit --------------------------------------------------------------------- */

/* The same pack on a sheet so small that it cannot fit: nothing is lost, and it is said how much is
 * missing. */
static void
test_what_does_not_fit_is_reported_and_still_there(void)
{
    Format small = *project_find_format(project, "trifold");
    g_autoptr(Catalog) catalog = catalog_load(project, project->staff_locale, loading);
    g_autoptr(Shapes) shapes = shapes_new(fonts);
    const Pack *pack = &project->packs.items[0];

    small.size_least = small.size_most = small.size_aim = 16;
    Variant variant = { .project = project,
                        .pack = pack,
                        .audience = &pack->audiences.items[0],
                        .locale = project->staff_locale,
                        .staff = project->staff_locale,
                        .format = &small };
    Leaflet leaflet = make(&variant, catalog, catalog, shapes);
    bool reported = false;

    g_assert_true(leaflet.pages->overflows);
    for (unsigned i = 0; i < diags_count(leaflet.diags); i++) {
        const Diag *diag = diags_find(leaflet.diags, i);

        if (diag->code == DIAG_OVERFLOW)
            reported = strstr(diag->message, " mm ") != NULL;
    }
    g_assert_true(reported);
    g_autoptr(Diags) found = diags_new();
    everything_is_there_and_inside(&(Leaflet){ leaflet.document, leaflet.pages, found });
    pages_free(leaflet.pages);
    document_free(leaflet.document);
    diags_free(leaflet.diags);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *path;
        Rule rule;
    } rules[] = {
        { "/layout/heading", a_heading_never_ends_a_column },
        { "/layout/split", a_split_leaves_two_lines_on_either_side },
        { "/layout/whole", steps_and_contacts_stay_whole },
        { "/layout/number", a_number_is_never_broken },
        { "/layout/measure", no_line_is_wider_than_its_measure },
        { "/layout/inside", everything_is_there_and_inside },
        { "/layout/order", leaves_stand_in_reading_order },
        { "/layout/level", two_languages_stand_level },
        { "/layout/mirror", panels_are_mirrored_for_right_to_left },
    };

    g_test_init(&argc, &argv, NULL);
    loading = diags_new();
    project = project_load(g_getenv("RIGHTSPACK_SOURCE_DIR"), g_getenv("RIGHTSPACK_DATA_DIR"),
                           loading);
    g_assert_false(diags_have_errors(loading));
    fonts = fonts_new(project, loading);
    for (size_t i = 0; i < G_N_ELEMENTS(rules); i++)
        g_test_add_data_func(rules[i].path, &rules[i].rule, hold);
    g_test_add_func("/layout/overflow", test_what_does_not_fit_is_reported_and_still_there);
    int status = g_test_run();
    fonts_free(fonts);
    project_free(project);
    diags_free(loading);
    return status;
}
