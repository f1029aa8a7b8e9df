/* A page on the sheet of a press: nothing for the shop within the bleed, nothing off the sheet, and the slug clear of every mark,
 * wherever the paper is folded. */
#include "model/press.h"

#include <math.h>

static const double edge_mm = 2; /* of the sheet: what presses hold the paper by */

static bool
is_inside(Rect inner, Rect outer)
{
    const double hair = 1e-6;

    return inner.x >= outer.x - hair && inner.y >= outer.y - hair &&
           inner.x + inner.width <= outer.x + outer.width + hair &&
           inner.y + inner.height <= outer.y + outer.height + hair;
}

static bool
meet(Rect a, Rect b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

/* As wide as it is drawn. */
static Rect
rect_of(const PressMark *mark)
{
    const double width = 0.25;

    return (Rect){ MIN(mark->x0, mark->x1) - width / 2, MIN(mark->y0, mark->y1) - width / 2,
                   fabs(mark->x1 - mark->x0) + width, fabs(mark->y1 - mark->y0) + width };
}

static void
look_at_marks(const PressSheet *sheet, const Format *format, int page, bool mirrored)
{
    g_autoptr(GArray) marks = press_marks(sheet, format, page, mirrored);
    Rect paper = { 0, 0, sheet->media.width, sheet->media.height };

    g_assert_cmpuint(marks->len, ==, 8 + 2 * (guint) format->folds.count);
    for (guint i = 0; i < marks->len; i++) {
        Rect mark = rect_of(&g_array_index(marks, PressMark, i));

        g_assert_true(is_inside(mark, paper));
        g_assert_false(meet(mark, sheet->bleed));
        g_assert_false(meet(mark, sheet->slug));
    }
}

static void
look_at_sheet(double bleed, const Fold *folds, int fold_count)
{
    Format format = {
        .id = "x", .sheet = { mm(210), mm(148) }, .bleed = bleed, .folds = { folds, fold_count }
    };
    PressSheet sheet = press_sheet(&format, format.sheet);
    Rect paper = { mm(edge_mm), mm(edge_mm), sheet.media.width - 2 * mm(edge_mm),
                   sheet.media.height - 2 * mm(edge_mm) };

    g_assert_true(is_inside(sheet.trim, sheet.bleed));
    g_assert_true(is_inside(sheet.slug, paper));
    g_assert_false(meet(sheet.slug, sheet.bleed));
    g_assert_cmpfloat(sheet.slug.x, ==, sheet.trim.x);
    g_assert_cmpfloat(sheet.slug.width, ==, sheet.trim.width);
    for (int page = 0; page < 2; page++) {
        look_at_marks(&sheet, &format, page, false);
        look_at_marks(&sheet, &format, page, true);
    }
}

static void
test_the_slug_meets_no_mark(void)
{
    /* where the slug begins, in its middle, near its end; and across */
    const Fold folds[] = {
        { .at = mm(1) }, { .at = mm(52.5) }, { .at = mm(209) }, { .at = mm(147), .across = true }
    };

    look_at_sheet(mm(3), folds, G_N_ELEMENTS(folds));
    look_at_sheet(0, folds, G_N_ELEMENTS(folds));
    look_at_sheet(mm(3), NULL, 0);
}

static void
test_sheets_are_a_format_with_room_for_the_slug(void)
{
    g_autoptr(Arena) arena = arena_new();
    const Format format = { .id = "card", .sheet = { mm(105), mm(148) }, .bleed = mm(3) };
    PressSheet sheet = press_sheet(&format, format.sheet);
    Format sheets = press_format(&format, arena);

    g_assert_cmpfloat(sheets.sheet.height, ==, sheet.media.height);
    g_assert_cmpint(sheets.panels.count, ==, 1);
    g_assert_cmpfloat(sheets.panels.items[0].area.y, ==, sheet.slug.y);
    g_assert_cmpint(sheets.folds.count, ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/press/slug", test_the_slug_meets_no_mark);
    g_test_add_func("/press/format", test_sheets_are_a_format_with_room_for_the_slug);
    return g_test_run();
}
