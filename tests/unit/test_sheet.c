/* A contact sheet shows every page once, whole, and beside the others. */
#include "test_shown_fixture.h"

#include <string.h>

static Fixture fixture;

typedef struct Shown {
    GPtrArray *documents, *pages;
    Shapes *shapes;
    Diags *diags;
} Shown;

static Shown
shown_new(void)
{
    return (Shown){ g_ptr_array_new_with_free_func((GDestroyNotify) document_free),
                    g_ptr_array_new_with_free_func((GDestroyNotify) pages_free),
                    shapes_new(fixture.fonts), diags_new() };
}

static void
shown_clear(Shown *shown)
{
    g_ptr_array_unref(shown->pages);
    g_ptr_array_unref(shown->documents);
    shapes_free(shown->shapes);
    diags_free(shown->diags);
}

static void
show(Shown *shown, const Locale *locale, const Format *format)
{
    Document *document = fixture_compose(&fixture, locale, format);

    g_ptr_array_add(shown->documents, document);
    g_ptr_array_add(shown->pages, layout_document(document, shown->shapes, shown->diags));
}

static bool
overlap(Rect a, Rect b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

/* Pictures and words, not the rules and marks around them. */
static bool
counts(const Item *item)
{
    return item->kind == ITEM_PAGE || item->leaf >= 0;
}

static Rect
ink_of(const Item *item)
{
    const PlacedLine *placed = item->lines;
    double scale = item->size / REFERENCE_SIZE;

    if (item->kind == ITEM_PAGE)
        return item->rect;
    return (Rect){ placed->x, placed->baseline - placed->line.above * scale,
                   placed->line.width * scale,
                   (placed->line.above + placed->line.below) * scale };
}

static void
check_page(const Page *page)
{
    const Size size = sheet_format.sheet;

    for (int i = 0; i < page->item_count; i++) {
        if (!counts(&page->items[i]))
            continue;
        Rect rect = ink_of(&page->items[i]);
        g_assert_cmpfloat(rect.x, >=, mm(10));
        g_assert_cmpfloat(rect.y, >=, mm(10));
        g_assert_cmpfloat(rect.x + rect.width, <=, size.width - mm(10));
        g_assert_cmpfloat(rect.y + rect.height, <=, size.height - mm(8));
        for (int k = 0; k < i; k++)
            g_assert_false(counts(&page->items[k]) && overlap(rect, ink_of(&page->items[k])));
    }
}

static int
times_shown(const Pages *sheet, const Pages *leaflet, int page)
{
    int times = 0;

    for (int i = 0; i < sheet->page_count; i++)
        for (int k = 0; k < sheet->pages[i].item_count; k++) {
            const Item *item = &sheet->pages[i].items[k];

            times +=
                item->kind == ITEM_PAGE && item->shown == leaflet && item->shown_page == page;
        }
    return times;
}

/* Every page once; every block of the sheet's document is a leaf, once. */
static void
check_sheet(const Shown *shown, bool by_locale)
{
    const Sheet sheet = { (const Pages *const *) shown->pages->pdata, (int) shown->pages->len,
                          by_locale };
    g_autoptr(Document) document = compose_sheet(&sheet);
    g_autoptr(Pages) pages = layout_sheet(&sheet, document, shown->shapes);

    for (int i = 0; i < sheet.count; i++)
        for (int k = 0; k < sheet.leaflets[i]->page_count; k++)
            g_assert_cmpint(times_shown(pages, sheet.leaflets[i], k), ==, 1);
    g_assert_cmpint(pages->leaf_count, ==, document->block_count);
    for (int i = 0; i < pages->leaf_count; i++)
        g_assert_cmpint(pages->leaves[i].block, ==, i);
    for (int i = 0; i < pages->page_count; i++)
        check_page(&pages->pages[i]);
}

static void
test_all_formats_in_a_language(void)
{
    const Project *project = fixture.project;

    for (int i = 0; i < project->locales.count; i++) {
        Shown shown = shown_new();

        for (int k = 0; k < project->formats.count; k++)
            show(&shown, &project->locales.items[i], &project->formats.items[k]);
        check_sheet(&shown, false);
        shown_clear(&shown);
    }
}

/* So many that they need several sheets. */
static void
test_a_format_in_all_languages(void)
{
    const Project *project = fixture.project;
    Shown shown = shown_new();

    for (int i = 0; i < 4 * project->locales.count; i++)
        show(&shown, &project->locales.items[i % project->locales.count],
             project_find_format(project, "a4"));
    check_sheet(&shown, true);
    shown_clear(&shown);
}

/* What does not fit is said in words, and marked where it goes on. */
static void
test_what_does_not_fit_is_marked(void)
{
    Format large = *project_find_format(fixture.project, "trifold");
    Shown shown = shown_new();
    bool said = false, marked = false;

    large.size_least = large.size_aim = large.size_most = 16;
    show(&shown, project_find_locale(fixture.project, "ar"), &large);
    const Sheet sheet = { (const Pages *const *) shown.pages->pdata, 1, false };
    g_autoptr(Document) document = compose_sheet(&sheet);
    g_autoptr(Pages) pages = layout_sheet(&sheet, document, shown.shapes);
    for (int i = 0; i < document->block_count; i++)
        said |= g_str_has_prefix(document->blocks[i].phrases[0].text, "does not fit: ");
    for (int i = 0; i < pages->pages[0].item_count; i++)
        marked |= pages->pages[0].items[i].kind == ITEM_HATCH;
    g_assert_true(said && marked);
    check_sheet(&shown, false);
    shown_clear(&shown);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    fixture = fixture_new();
    g_test_add_func("/sheet/formats", test_all_formats_in_a_language);
    g_test_add_func("/sheet/locales", test_a_format_in_all_languages);
    g_test_add_func("/sheet/overflow", test_what_does_not_fit_is_marked);
    int status = g_test_run();
    fixture_clear(&fixture);
    return status;
}
