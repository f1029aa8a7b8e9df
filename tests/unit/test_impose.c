/* Sheets printed, turned, folded, nested, cut and stacked, by geometry alone: the pages must come out in their
 * order, each leaf with its own back. Arithmetic made wrong in one thing proves that this can fail. */
#include "model/impose.h"

#include <glib.h>
#include <math.h>

enum { MOST_PAGES = 48, MOST_READ = 64 };
static const double thickness = 0.3; /* points */

typedef ImposedPage Place(const Imposition *imposition, int face, int index);

/* What a simulated reader finds, leaf by leaf. */
typedef struct Reading {
    int pages[MOST_READ];
    int count;
} Reading;

static bool
is_near(double a, double b)
{
    return fabs(a - b) < 0.01;
}

/* As one sees it through the paper from the front. */
static Rect
through_paper(const Imposition *imposition, Rect rect)
{
    if (imposition->left_to_right)
        rect.x = imposition->sheet.width - rect.x - rect.width;
    else
        rect.y = imposition->sheet.height - rect.y - rect.height;
    return rect;
}

/* What is printed behind @front on the back of its sheet; page -2: nothing lies exactly there. */
static ImposedPage
behind(const Imposition *imposition, Place *place, int face, Rect front)
{
    for (int i = 0; i < impose_place_count(imposition); i++) {
        ImposedPage page = place(imposition, face + 1, i);
        Rect seen = through_paper(imposition, page.rect);

        if (is_near(seen.x, front.x) && is_near(seen.y, front.y))
            return page;
    }
    return (ImposedPage){ -2, front };
}

/* The page on the left or right half of a front. */
static ImposedPage
half(const Imposition *imposition, Place *place, int face, bool right)
{
    for (int i = 0; i < impose_place_count(imposition); i++) {
        ImposedPage page = place(imposition, face, i);
        bool on_right = page.rect.x + page.rect.width / 2 > imposition->sheet.width / 2;

        if (on_right == right)
            return page;
    }
    return (ImposedPage){ .page = -2 };
}

static void
read_page(Reading *reading, int page)
{
    if (reading->count < MOST_READ)
        reading->pages[reading->count++] = page;
}

static bool
reads_in_order(const Reading *reading, int count)
{
    for (int i = 0; i < reading->count; i++)
        if (reading->pages[i] != (i < count ? i : -1))
            return false;
    return reading->count >= count;
}

/* Fronts lie outside. Closed, the half with the cover is on top: its leaves are read from the outermost sheet
 * inwards, front first, then those of the other half outwards, back first. */
static bool
booklet_reads(const Imposition *imposition, Place *place)
{
    Reading reading = { .count = 0 };
    int sheets = impose_sheet_count(imposition);
    bool right = !imposition->rtl;

    for (int leaf = 0; leaf < 2 * sheets; leaf++) {
        int sheet = leaf < sheets ? leaf : 2 * sheets - 1 - leaf;
        ImposedPage front = half(imposition, place, 2 * sheet, (leaf < sheets) == right);
        ImposedPage back = behind(imposition, place, 2 * sheet, front.rect);
        double middle = imposition->sheet.width / 2;
        double from_fold = front.rect.x > middle - front.rect.width / 2
                               ? front.rect.x - middle
                               : middle - front.rect.x - front.rect.width;

        /* nested, the sheet has been pushed out by the paper around it */
        if (!is_near(from_fold + sheet * imposition->thickness, 0))
            return false;
        read_page(&reading, leaf < sheets ? front.page : back.page);
        read_page(&reading, leaf < sheets ? back.page : front.page);
    }
    return reads_in_order(&reading, imposition->page_count);
}

/* Every pile that cutting gives is a leaflet. */
static bool
piles_read(const Imposition *imposition, Place *place)
{
    int faces = impose_face_count(imposition);

    for (int i = 0; i < impose_place_count(imposition); i++) {
        Reading reading = { .count = 0 };

        for (int face = 0; face < faces; face += 2) {
            ImposedPage front = place(imposition, face, i);

            read_page(&reading, front.page);
            if (faces > 1)
                read_page(&reading, behind(imposition, place, face, front.rect).page);
        }
        if (!reads_in_order(&reading, imposition->page_count))
            return false;
    }
    return true;
}

static bool
reads(const Imposition *imposition, Place *place)
{
    return imposition->scheme == SCHEME_SADDLE ? booklet_reads(imposition, place)
                                               : piles_read(imposition, place);
}

/* --- impositions --------------------------------------------------------------------------- */

static Imposition
saddle(int page_count, bool rtl)
{
    return (Imposition){ .scheme = SCHEME_SADDLE,
                         .sheet = { mm(297), mm(210) },
                         .page = { mm(148), mm(210) },
                         .columns = 2,
                         .rows = 1,
                         .thickness = thickness,
                         .page_count = page_count,
                         .rtl = rtl,
                         .left_to_right = true };
}

static Imposition
repeat(int page_count, bool left_to_right)
{
    return (Imposition){ .scheme = SCHEME_REPEAT,
                         .sheet = { mm(450), mm(320) },
                         .page = { mm(105), mm(148) },
                         .columns = 4,
                         .rows = 2,
                         .gutter = mm(4),
                         .page_count = page_count,
                         .left_to_right = left_to_right };
}

static void
test_what_is_folded_or_cut_comes_out_in_order(void)
{
    for (int count = 4; count <= MOST_PAGES; count++)
        for (int way = 0; way < 2; way++) {
            Imposition folded = saddle(count, way == 1), cut = repeat(count, way == 1);

            g_assert_true(reads(&folded, impose_page));
            g_assert_true(reads(&cut, impose_page));
        }
}

static void
test_one_page_has_no_back(void)
{
    Imposition one = repeat(1, true);

    g_assert_cmpint(impose_face_count(&one), ==, 1);
    g_assert_cmpint(impose_flip(&one), ==, FLIP_NONE);
    g_assert_true(reads(&one, impose_page));
}

static void
test_the_sheet_is_turned_as_its_leaves_are(void)
{
    Imposition booklet = saddle(8, false), landscape = repeat(2, true),
               upright = repeat(2, true);

    upright.sheet = (Size){ mm(320), mm(450) };
    g_assert_cmpint(impose_flip(&booklet), ==, FLIP_SHORT);
    g_assert_cmpint(impose_flip(&landscape), ==, FLIP_SHORT);
    g_assert_cmpint(impose_flip(&upright), ==, FLIP_LONG);
    upright.left_to_right = false;
    g_assert_cmpint(impose_flip(&upright), ==, FLIP_SHORT);
}

static void
test_pages_never_leave_the_sheet(void)
{
    for (int count = 4; count <= MOST_PAGES; count += 4) {
        Imposition folded = saddle(count, false);

        for (int face = 0; face < impose_face_count(&folded); face++)
            for (int i = 0; i < 2; i++) {
                Rect rect = impose_page(&folded, face, i).rect;

                g_assert_true(rect.x >= 0 && rect.x + rect.width <= folded.sheet.width + 0.01);
            }
    }
}

/* --- small print --------------------------------------------------------------------------- */

static bool
meet(Rect a, Rect b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

static bool
note_is_outside(const Imposition *imposition, const Panel *note)
{
    for (int face = 0; face < impose_face_count(imposition); face++)
        for (int i = 0; i < impose_place_count(imposition); i++)
            if (meet(note->area, impose_page(imposition, face, i).rect))
                return false;
    return note->area.x >= mm(5) && note->area.y >= mm(5) &&
           note->area.x + note->area.width <= imposition->sheet.width - mm(5) &&
           note->area.y + note->area.height <= imposition->sheet.height - mm(5);
}

static void
test_small_print_is_cut_off(void)
{
    Panel note;

    for (double width = 297; width < 340; width += 0.5)
        for (double height = 210; height < 250; height += 0.5) {
            Imposition folded = saddle(16, false);

            folded.sheet = (Size){ mm(width), mm(height) };
            if (impose_note(&folded, &note))
                g_assert_true(note_is_outside(&folded, &note));
            else
                g_assert_true(width < 297 + 20 && height < 210 + 20);
        }
}

static void
test_what_fills_its_sheet_has_no_small_print(void)
{
    Imposition folded = saddle(16, false);
    Panel note;

    g_assert_false(impose_note(&folded, &note));
}

/* --- what must be noticed ------------------------------------------------------------------ */

static ImposedPage
other_half_behind(const Imposition *imposition, int face, int index)
{
    ImposedPage right = impose_page(imposition, face, index);

    if (face % 2 == 1)
        right.page =
            impose_page(imposition, face, impose_place_count(imposition) - 1 - index).page;
    return right;
}

static ImposedPage
inside_out(const Imposition *imposition, int face, int index)
{
    int last = impose_face_count(imposition) / 2 - 1;
    ImposedPage right = impose_page(imposition, face, index);

    right.page = impose_page(imposition, 2 * (last - face / 2) + face % 2, index).page;
    return right;
}

static ImposedPage
pushed_out(const Imposition *imposition, int face, int index)
{
    Imposition other = *imposition;

    other.thickness = -other.thickness;
    return impose_page(&other, face, index);
}

static ImposedPage
back_moved(const Imposition *imposition, int face, int index)
{
    ImposedPage right = impose_page(imposition, face, index);

    right.rect.x += face % 2 == 1 ? mm(1) : 0;
    right.rect.y += face % 2 == 1 ? mm(1) : 0;
    return right;
}

static ImposedPage
bound_on_the_other_side(const Imposition *imposition, int face, int index)
{
    Imposition other = *imposition;

    other.rtl = !other.rtl;
    return impose_page(&other, face, index);
}

static ImposedPage
one_left_out(const Imposition *imposition, int face, int index)
{
    ImposedPage right = impose_page(imposition, face, index);

    return (ImposedPage){ right.page == 3 ? -1 : right.page, right.rect };
}

static ImposedPage
front_on_both_sides(const Imposition *imposition, int face, int index)
{
    return (ImposedPage){ impose_page(imposition, face - face % 2, index).page,
                          impose_page(imposition, face, index).rect };
}

static void
test_faults_are_noticed(void)
{
    static Place *const of_booklets[] = {
        other_half_behind,       inside_out,   pushed_out,         back_moved,
        bound_on_the_other_side, one_left_out, front_on_both_sides
    };
    static Place *const of_piles[] = { inside_out, back_moved, one_left_out,
                                       front_on_both_sides };

    for (int way = 0; way < 2; way++) {
        Imposition folded = saddle(16, way == 1), cut = repeat(16, way == 1);

        for (size_t i = 0; i < G_N_ELEMENTS(of_booklets); i++)
            g_assert_false(reads(&folded, of_booklets[i]));
        for (size_t i = 0; i < G_N_ELEMENTS(of_piles); i++)
            g_assert_false(reads(&cut, of_piles[i]));
    }
}

/* --- blank pages --------------------------------------------------------------------------- */

static void
test_blank_pages_stand_before_the_last(void)
{
    const Panel panels[] = { { .id = "cover", .side = 0 },
                             { .id = "page", .side = 1, .repeat = true },
                             { .id = "back", .side = 3, .last = true } };
    const Format format = { .pages_least = 8,
                            .pages_multiple = 4,
                            .panels = { panels, G_N_ELEMENTS(panels) } };

    g_assert_cmpint(format_padded_pages(&format, 3), ==, 8);
    g_assert_cmpint(format_padded_pages(&format, 8), ==, 8);
    g_assert_cmpint(format_padded_pages(&format, 9), ==, 12);
    g_assert_cmpint(format_panel_page(&panels[2], 12), ==, 11);
    g_assert_true(format_panel_is_on(&format, &panels[1], 10, 12));
    g_assert_false(format_panel_is_on(&format, &panels[1], 11, 12));
    g_assert_true(format_panel_is_on(&format, &panels[2], 11, 12));
    g_assert_false(format_panel_is_on(&format, &panels[2], 10, 12));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/impose/in-order", test_what_is_folded_or_cut_comes_out_in_order);
    g_test_add_func("/impose/one-page", test_one_page_has_no_back);
    g_test_add_func("/impose/turned", test_the_sheet_is_turned_as_its_leaves_are);
    g_test_add_func("/impose/on-the-sheet", test_pages_never_leave_the_sheet);
    g_test_add_func("/impose/small-print", test_small_print_is_cut_off);
    g_test_add_func("/impose/filled", test_what_fills_its_sheet_has_no_small_print);
    g_test_add_func("/impose/faults", test_faults_are_noticed);
    g_test_add_func("/impose/blank", test_blank_pages_stand_before_the_last);
    return g_test_run();
}
