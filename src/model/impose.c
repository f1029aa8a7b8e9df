#include "model/impose.h"

Imposition
impose_new(const Format *format, const Paper *paper, double thickness, int page_count, bool rtl)
{
    bool saddle = format->scheme == SCHEME_SADDLE;

    return (Imposition){ .scheme = format->scheme,
                         .sheet = paper->size,
                         .page = format->sheet,
                         .columns = saddle ? 2 : paper->columns,
                         .rows = saddle ? 1 : paper->rows,
                         .gutter = saddle ? 0 : paper->gutter,
                         .thickness = thickness,
                         .page_count = page_count,
                         .rtl = rtl && format->mirror == MIRROR_RTL,
                         .left_to_right = format_turns_left_to_right(format) };
}

/* Four pages of a booklet stand on a sheet; of what is repeated a leaf, on every sheet many times. */
int
impose_sheet_count(const Imposition *imposition)
{
    int on_sheet = imposition->scheme == SCHEME_SADDLE ? 4 : 2;

    return (imposition->page_count + on_sheet - 1) / on_sheet;
}

int
impose_face_count(const Imposition *imposition)
{
    return imposition->page_count == 1 && imposition->scheme == SCHEME_REPEAT
               ? 1
               : 2 * impose_sheet_count(imposition);
}

int
impose_place_count(const Imposition *imposition)
{
    return imposition->columns * imposition->rows;
}

Rect
impose_block(const Imposition *imposition)
{
    const Size *sheet = &imposition->sheet, *page = &imposition->page;
    double width =
        imposition->columns * page->width + (imposition->columns - 1) * imposition->gutter;
    double height =
        imposition->rows * page->height + (imposition->rows - 1) * imposition->gutter;

    return (Rect){ (sheet->width - width) / 2, (sheet->height - height) / 2, width, height };
}

static Rect
rect_at(const Imposition *imposition, int column, int row)
{
    const Rect block = impose_block(imposition);
    const Size *page = &imposition->page;

    return (Rect){ block.x + column * (page->width + imposition->gutter),
                   block.y + row * (page->height + imposition->gutter), page->width,
                   page->height };
}

/* The outermost sheet has the first and the last pages, the next the ones after and before. Of its
 * front the first page stands on the right, of its back the second on the left; bound on the right
 * it is the other way round. What lies deeper in the fold sticks out of it by the paper around it,
 * so its pages stand that much nearer to the fold. */
static ImposedPage
saddle_page(const Imposition *imposition, int face, int index)
{
    int sheet = face / 2, padded = 4 * impose_sheet_count(imposition);
    bool back = face % 2 == 1, right = index == 1;
    bool early = (right != back) != imposition->rtl;
    int page = early ? face : padded - 1 - face;
    Rect rect = rect_at(imposition, index, 0);
    double creep = sheet * imposition->thickness;

    rect.x += right ? -creep : creep;
    return (ImposedPage){ page < imposition->page_count ? page : -1, rect };
}

/* A back stands behind its front: seen from behind, columns (or rows) come in the other order. */
static ImposedPage
repeated_page(const Imposition *imposition, int face, int index)
{
    int column = index % imposition->columns, row = index / imposition->columns;
    bool back = face % 2 == 1;

    if (back && imposition->left_to_right)
        column = imposition->columns - 1 - column;
    if (back && !imposition->left_to_right)
        row = imposition->rows - 1 - row;
    return (ImposedPage){ face < imposition->page_count ? face : -1,
                          rect_at(imposition, column, row) };
}

ImposedPage
impose_page(const Imposition *imposition, int face, int index)
{
    return imposition->scheme == SCHEME_SADDLE ? saddle_page(imposition, face, index)
                                               : repeated_page(imposition, face, index);
}

Flip
impose_flip(const Imposition *imposition)
{
    bool landscape = imposition->sheet.width >= imposition->sheet.height;

    if (impose_face_count(imposition) == 1)
        return FLIP_NONE;
    return landscape == imposition->left_to_right ? FLIP_SHORT : FLIP_LONG;
}

/* --- small print --------------------------------------------------------------------------- */

/* Millimetres. `note_inset`: clear of cut marks. */
static const double note_edge = 5.2, note_depth = 3.6, note_space = 1, note_inset = 4;

/* How far inside of a block that begins at @block. */
static double
note_indent(double block)
{
    return MAX(mm(note_inset), mm(note_edge) - block);
}

/* Under the pages, as long as one column of them. */
static Rect
under_pages(const Imposition *imposition, Rect block)
{
    double top = imposition->sheet.height - mm(note_edge + note_depth);
    double indent = note_indent(block.x);
    bool room = top >= block.y + block.height + mm(note_space);

    return room ? (Rect){ block.x + indent, top, imposition->page.width - 2 * indent,
                          mm(note_depth) }
                : (Rect){ 0 };
}

/* On the left of the pages, as long as one row of them; read from below. */
static Rect
beside_pages(const Imposition *imposition, Rect block)
{
    double indent = note_indent(block.y);
    bool room = mm(note_edge + note_depth + note_space) <= block.x;

    return room ? (Rect){ mm(note_edge), block.y + indent, mm(note_depth),
                          imposition->page.height - 2 * indent }
                : (Rect){ 0 };
}

bool
impose_note(const Imposition *imposition, Panel *panel)
{
    const Rect block = impose_block(imposition);
    Rect under = under_pages(imposition, block), beside = beside_pages(imposition, block);
    bool longer = beside.height > under.width;

    *panel = (Panel){ .id = "note", .area = longer ? beside : under, .turn = longer ? 270 : 0 };
    return panel->area.width > 0;
}

Format
impose_format(const Format *format, const Imposition *imposition, Arena *arena)
{
    Panel *panel = arena_new_array(arena, Panel, 1);
    Format sheets = { .id = format->id,
                      .where = format->where,
                      .style = format->style,
                      .sheet = imposition->sheet,
                      .safe = format->safe,
                      .flip = impose_flip(imposition),
                      .cut_marks = format->cut_marks };

    sheets.panels.items = panel;
    sheets.panels.count = impose_note(imposition, panel) ? 1 : 0;
    return sheets;
}
