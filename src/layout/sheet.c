/* A contact sheet's paper: captions and pictures of pages on a grid. Every picture of a sheet is made
 * smaller by the same measure, so that a small format looks small. */
#include "layout/canvas.h"

#include <math.h>

/* Millimetres, but for sizes and widths of strokes, which are points. */
static const double margin = 14, foot = 10, gap = 5, row_gap = 9;
static const double head_height = 12, head_space = 5;
static const double title_size = 16, subject_size = 13, name_size = 11, facts_size = 8.5;
static const double facts_height = 4.2, name_space = 1.6;
static const double number_size = 7, number_height = 4;
static const double border = 0.5, border_over = 1.6;
static const double mark_height = 2.2, mark_stroke = 0.3;
/* A page as wide as A4 takes one column of the grid. */
static const double column_page = 210;
/* As few columns, and so as large pictures, as fit on one sheet; else so many on several. */
enum { LEAST_COLUMNS = 4, MOST_COLUMNS = 8, USUAL_COLUMNS = 6 };

/* --- where everything goes ----------------------------------------------------------------- */

typedef struct Grid {
    int columns;
    double column_width; /* points, as all that follows */
    double scale;        /* of pictures */
    double name_height, caption_height;
    double mark_height; /* room under every picture for the mark of what does not fit */
} Grid;

/* A leaflet's pages side by side, under a caption; one with very many has several. */
typedef struct Strip {
    int leaflet, first_page, page_count;
    int page; /* of the sheet */
    double x, y;
} Strip;

typedef struct Packer {
    const Grid *grid;
    GArray *strips; /* of Strip */
    int page, column;
    double y, row_height;
} Packer;

static Size
picture_size(const Grid *grid, const Pages *pages, int page)
{
    Size size = pages->pages[page].size;

    return (Size){ size.width * grid->scale, size.height * grid->scale };
}

/* Of a line that holds the ink of every name: the tallest decides for all, so that pictures of a row
 * hang at one height. */
static double
height_of_names(const Sheet *sheet, const Document *document, Shapes *shapes)
{
    double height = 1.38 * name_size;

    for (int i = 0; i < sheet->count; i++) {
        const DocumentSection *section = &document->sections[SHEET_HEAD_SECTIONS + i];
        const Phrase *name = &document->blocks[section->first].phrases[0];
        const Shape *shape = shapes_find(shapes, name, true);

        for (int k = 0; k < shape->word_count; k++) {
            const Word *word = &shape->words[k];

            height = MAX(height, (word->above + word->below) * name_size / REFERENCE_SIZE);
        }
    }
    return height;
}

static bool
any_overflows(const Sheet *sheet)
{
    for (int i = 0; i < sheet->count; i++)
        if (sheet->leaflets[i]->overflows)
            return true;
    return false;
}

static Grid
grid_new(const Sheet *sheet, double name_height, int columns)
{
    double width = sheet_format.sheet.width - 2 * mm(margin);
    bool overflows = any_overflows(sheet);
    Grid grid = { .columns = columns,
                  .column_width = (width - (columns - 1) * mm(gap)) / columns,
                  .name_height = name_height };

    grid.scale = grid.column_width / mm(column_page);
    grid.caption_height = name_height + (overflows ? 2 : 1) * mm(facts_height) + mm(name_space);
    grid.mark_height = overflows ? 1.5 * mm(mark_height) : 0;
    return grid;
}

/* As many pages from @first on as stand side by side; their width and height together. */
static int
strip_pages(const Packer *packer, const Pages *pages, int first, Size *size)
{
    double most = sheet_format.sheet.width - 2 * mm(margin) + 0.01;
    int count = 0;

    *size = (Size){ 0 };
    for (; first + count < pages->page_count; count++) {
        Size picture = picture_size(packer->grid, pages, first + count);
        double width = size->width + (count > 0 ? mm(gap) : 0) + picture.width;

        if (count > 0 && width > most)
            break;
        *size = (Size){ width, MAX(size->height, picture.height) };
    }
    return count;
}

static int
span_of(const Grid *grid, double width)
{
    int span = (int) ceil((width + mm(gap)) / (grid->column_width + mm(gap)) - 0.001);

    return CLAMP(span, 1, grid->columns);
}

static void
begin_row(Packer *packer)
{
    if (packer->row_height > 0)
        packer->y += packer->row_height + mm(row_gap);
    packer->column = 0;
    packer->row_height = 0;
}

static double
page_top(void)
{
    return mm(margin) + mm(head_height) + mm(head_space);
}

static void
begin_page(Packer *packer)
{
    packer->page++;
    packer->y = page_top();
    packer->column = 0;
    packer->row_height = 0;
}

static void
pack_strip(Packer *packer, Strip strip, Size size)
{
    const Grid *grid = packer->grid;
    int span = span_of(grid, size.width);
    double height = grid->caption_height + size.height + grid->mark_height + mm(number_height);
    double bottom = sheet_format.sheet.height - mm(foot);

    if (packer->column + span > grid->columns)
        begin_row(packer);
    if (packer->y + height > bottom && packer->y > page_top())
        begin_page(packer);
    strip.page = packer->page;
    strip.x = mm(margin) + packer->column * (grid->column_width + mm(gap));
    strip.y = packer->y;
    packer->column += span;
    packer->row_height = MAX(packer->row_height, height);
    g_array_append_val(packer->strips, strip);
}

/* Fills @strips; gives the number of pages. */
static int
pack(const Sheet *sheet, const Grid *grid, GArray *strips)
{
    Packer packer = { .grid = grid, .strips = strips, .y = page_top() };

    g_array_set_size(strips, 0);
    for (int i = 0; i < sheet->count; i++) {
        const Pages *pages = sheet->leaflets[i];

        for (int first = 0; first < pages->page_count;) {
            Size size;
            int count = strip_pages(&packer, pages, first, &size);

            pack_strip(&packer,
                       (Strip){ .leaflet = i, .first_page = first, .page_count = count }, size);
            first += count;
        }
    }
    return packer.page + 1;
}

static int
pack_well(const Sheet *sheet, double name_height, Grid *grid, GArray *strips)
{
    for (int columns = LEAST_COLUMNS; columns <= MOST_COLUMNS; columns++) {
        *grid = grid_new(sheet, name_height, columns);
        if (pack(sheet, grid, strips) == 1)
            return 1;
    }
    *grid = grid_new(sheet, name_height, USUAL_COLUMNS);
    return pack(sheet, grid, strips);
}

/* --- items --------------------------------------------------------------------------------- */

typedef struct Sheeter {
    Canvas *canvas;
    const Sheet *sheet;
    const Document *document;
    const Grid *grid;
} Sheeter;

/* One line of block @index. Said again on a later page, it is no leaf. */
static Item *
add_line(const Sheeter *sheeter, int page, int index, Rect rect, double size, Align align,
         bool again)
{
    const Column place = { .panel = -1, .page = page };
    const Block *block = &sheeter->document->blocks[index];
    bool bold = block->role != ROLE_PARA;
    Ink ink = bold ? INK_TEXT : INK_QUIET;
    Item *item = canvas_add_string(sheeter->canvas, &place, rect, &block->phrases[0], bold,
                                   size, align, ink);

    if (!again)
        canvas_tag(sheeter->canvas, item,
                   (Leaf){ .kind = LEAF_TEXT, .block = index, .page = page }, 0);
    return item;
}

static double
right_edge(const Item *item)
{
    return item->lines[0].x + item->lines[0].line.width * item->size / REFERENCE_SIZE;
}

static void
sit_on(const Item *item, double baseline)
{
    ((PlacedLine *) item->lines)->baseline = baseline; /* not handed out yet */
}

static void
add_rule(const Sheeter *sheeter, int page, double y, Ink ink, double width)
{
    const Column place = { .panel = -1, .page = page };
    Rect rect = { mm(margin), y, sheet_format.sheet.width - 2 * mm(margin), width };

    canvas_add(sheeter->canvas, &place, ITEM_RULE, rect, ink);
}

/* Title, subject and pack side by side, what the sheet is for at the end, over a rule. */
static void
add_head(const Sheeter *sheeter, int page)
{
    const double sizes[] = { title_size, subject_size, facts_size, facts_size };
    const int first = sheeter->document->sections[0].first;
    Rect rect = { mm(margin), mm(margin), sheet_format.sheet.width - 2 * mm(margin),
                  mm(head_height) };

    const Item *item = add_line(sheeter, page, first, rect, title_size, ALIGN_START, page > 0);
    double baseline = item->lines[0].baseline;
    for (int i = 1; i < 4; i++) {
        double x = right_edge(item) + mm(gap);

        rect.width -= x - rect.x;
        rect.x = x;
        item = add_line(sheeter, page, first + i, rect, sizes[i],
                        i < 3 ? ALIGN_START : ALIGN_END, page > 0);
        sit_on(item, baseline);
    }
    add_rule(sheeter, page, mm(margin) + mm(head_height), INK_LINE, border);
}

static void
add_number(const Sheeter *sheeter, int page, Rect picture, int number)
{
    const Column place = { .panel = -1, .page = page };
    g_autofree char *digits = g_strdup_printf("%d", number);
    const Phrase phrase = { .text = digits, .locale = sheeter->document->variant.locale };
    Rect rect = { picture.x, picture.y + picture.height + sheeter->grid->mark_height,
                  picture.width, mm(number_height) };

    canvas_add_string(sheeter->canvas, &place, rect, &phrase, false, number_size, ALIGN_CENTRE,
                      INK_QUIET);
}

static bool
is_panels_last_page(const Pages *pages, int panel, int page)
{
    const Format *format = pages->document->variant.format;
    const Panel *about = &format->panels.items[panel];

    return format_panel_is_on(format, about, page, pages->page_count) &&
           !format_panel_is_on(format, about, page + 1, pages->page_count);
}

/* Hatched under the panels whose text goes on beyond their foot; true when there is one. */
static bool
add_marks(const Sheeter *sheeter, int sheet_page, const Pages *pages, int page, Rect picture)
{
    const Column place = { .panel = -1, .page = sheet_page };
    double scale = sheeter->grid->scale;
    bool marked = false;

    for (int i = 0; i < pages->document->variant.format->panels.count; i++) {
        const Rect *area = &pages->places[i].area;

        if (pages->over[i] == 0 || !is_panels_last_page(pages, i, page))
            continue;
        Rect rect = { picture.x + area->x * scale,
                      picture.y + picture.height + mm(mark_height) / 3, area->width * scale,
                      mm(mark_height) };
        canvas_add(sheeter->canvas, &place, ITEM_HATCH, rect, INK_TEXT)->stroke =
            mm(mark_stroke);
        marked = true;
    }
    return marked;
}

static void
add_picture(const Sheeter *sheeter, int sheet_page, const Pages *pages, int page, int block,
            Rect rect)
{
    const Column place = { .panel = -1, .page = sheet_page };
    Item *item = canvas_add(sheeter->canvas, &place, ITEM_PAGE, rect, INK_TEXT);

    item->shown = pages;
    item->shown_page = page;
    canvas_tag(sheeter->canvas, item,
               (Leaf){ .kind = LEAF_FIGURE, .block = block, .page = sheet_page }, 0);
    bool marked = add_marks(sheeter, sheet_page, pages, page, rect);
    Item *frame =
        canvas_add(sheeter->canvas, &place, ITEM_STROKE, rect, marked ? INK_TEXT : INK_LINE);
    frame->stroke = marked ? border_over : border;
    if (pages->page_count > 1)
        add_number(sheeter, sheet_page, rect, page + 1);
}

static void
add_caption(const Sheeter *sheeter, const Strip *strip, const DocumentSection *section)
{
    double facts = mm(facts_height);
    int lines = section->count - sheeter->sheet->leaflets[strip->leaflet]->page_count;
    bool again = strip->first_page > 0;
    Rect rect = { strip->x, strip->y, sheet_format.sheet.width - mm(margin) - strip->x,
                  sheeter->grid->name_height };

    add_line(sheeter, strip->page, section->first, rect, name_size, ALIGN_START, again);
    rect.y += rect.height;
    rect.height = facts;
    for (int i = 1; i < lines; i++, rect.y += facts)
        add_line(sheeter, strip->page, section->first + i, rect, facts_size, ALIGN_START, again);
}

static void
add_strip(const Sheeter *sheeter, const Strip *strip)
{
    const DocumentSection *section =
        &sheeter->document->sections[SHEET_HEAD_SECTIONS + strip->leaflet];
    const Pages *pages = sheeter->sheet->leaflets[strip->leaflet];
    int first_picture = section->first + section->count - pages->page_count;
    double x = strip->x, y = strip->y + sheeter->grid->caption_height;

    add_caption(sheeter, strip, section);
    for (int page = strip->first_page; page < strip->first_page + strip->page_count; page++) {
        Size size = picture_size(sheeter->grid, pages, page);

        add_picture(sheeter, strip->page, pages, page, first_picture + page,
                    (Rect){ x, y, size.width, size.height });
        x += size.width + mm(gap);
    }
}

/* --- the whole ----------------------------------------------------------------------------- */

Pages *
layout_sheet(const Sheet *sheet, const Document *document, Shapes *shapes)
{
    g_autoptr(Arena) scratch = arena_new();
    g_autoptr(GArray) strips = g_array_new(FALSE, FALSE, sizeof(Strip));
    Setting setting = setting_new(document, shapes, NULL, scratch, facts_size);
    const Columns none = { .overflow = { .panel = -1, .wide_block = -1 } };
    Grid grid;
    double name_height = height_of_names(sheet, document, shapes);
    int page_count = pack_well(sheet, name_height, &grid, strips);
    Canvas *canvas = canvas_new(&setting, arena_new(), page_count);
    const Sheeter sheeter = { canvas, sheet, document, &grid };

    for (int page = 0; page < page_count; page++)
        add_head(&sheeter, page);
    for (guint i = 0; i < strips->len; i++)
        add_strip(&sheeter, &g_array_index(strips, Strip, i));
    return canvas_finish(canvas, &none);
}
