#include "model/press.h"

/* Marks begin where the bleed ends, and are never in what is cut out. The slug has a row of its own under
 * them, so that it meets none, wherever the paper is folded. */
static const double mark_length_mm = 5, mark_gap_mm = 1, edge_mm = 2;
static const double slug_gap_mm = 1, slug_height_mm = 3;

PressSheet
press_sheet(const Format *format, Size page)
{
    double around = format->bleed + mm(mark_gap_mm + mark_length_mm + edge_mm);
    double bleed = format->bleed, row = mm(slug_gap_mm + slug_height_mm);

    return (PressSheet){
        .media = { page.width + 2 * around, page.height + 2 * around + row },
        .trim = { around, around, page.width, page.height },
        .bleed = { around - bleed, around - bleed, page.width + 2 * bleed,
                   page.height + 2 * bleed },
        .slug = { around, page.height + 2 * around - mm(edge_mm - slug_gap_mm), page.width,
                  mm(slug_height_mm) },
    };
}

/* --- marks --------------------------------------------------------------------------------- */

/* Above and below the sheet at @x, or beside it at @y. */
static void
add_upright(GArray *marks, const PressSheet *sheet, double x, bool dashed)
{
    double gap = mm(mark_gap_mm), length = mm(mark_length_mm);
    double top = sheet->bleed.y - gap, bottom = sheet->bleed.y + sheet->bleed.height + gap;
    const PressMark both[] = { { x, top - length, x, top, dashed },
                               { x, bottom, x, bottom + length, dashed } };

    g_array_append_vals(marks, both, G_N_ELEMENTS(both));
}

static void
add_level(GArray *marks, const PressSheet *sheet, double y, bool dashed)
{
    double gap = mm(mark_gap_mm), length = mm(mark_length_mm);
    double left = sheet->bleed.x - gap, right = sheet->bleed.x + sheet->bleed.width + gap;
    const PressMark both[] = { { left - length, y, left, y, dashed },
                               { right, y, right + length, y, dashed } };

    g_array_append_vals(marks, both, G_N_ELEMENTS(both));
}

/* On paper that opens from the other side folds stand from the other end. */
static void
add_fold(GArray *marks, const PressSheet *sheet, double at, const Fold *fold, bool mirrored)
{
    const Rect *trim = &sheet->trim;

    if (fold->across)
        add_level(marks, sheet, trim->y + at, true);
    else
        add_upright(marks, sheet, trim->x + (mirrored ? trim->width - at : at), true);
}

GArray *
press_marks(const PressSheet *sheet, const Format *format, int page, bool mirrored)
{
    GArray *marks = g_array_new(FALSE, FALSE, sizeof(PressMark));
    const Rect *trim = &sheet->trim;

    add_upright(marks, sheet, trim->x, false);
    add_upright(marks, sheet, trim->x + trim->width, false);
    add_level(marks, sheet, trim->y, false);
    add_level(marks, sheet, trim->y + trim->height, false);
    for (int i = 0; i < format->folds.count; i++) {
        const Fold *fold = &format->folds.items[i];

        add_fold(marks, sheet, fold_on_side(format, fold, page % 2), fold, mirrored);
    }
    return marks;
}

Format
press_format(const Format *format, Arena *arena)
{
    PressSheet sheet = press_sheet(format, format->sheet);
    Panel *panel = arena_new_array(arena, Panel, 1);
    Format sheets = {
        .id = format->id, .where = format->where, .style = format->style, .sheet = sheet.media
    };

    *panel = (Panel){ .id = "slug", .area = sheet.slug };
    sheets.panels.items = panel;
    sheets.panels.count = 1;
    return sheets;
}
