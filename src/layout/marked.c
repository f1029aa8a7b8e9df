/* A leaflet's pages with a box round every string, its number at the box, and beside each page the
 * keys by their numbers. */
#include "layout/canvas.h"

/* Points, but for what is said to be millimetres. */
static const double gap = 17, foot = 17, head_size = 11, facts_size = 8, key_size = 7.5;
static const double head_height = 16, facts_height = 12, head_space = 8, row_height = 11.5;
static const double number_space = 6, column_gap = 14, least_width = 120;
static const double box_stroke = 0.5, over_stroke = 1.4, box_radius = 1.5;
static const double tag_size = 5.5, tag_height = 6.6, tag_pad = 1.4, tag_gap = 0.6;

typedef struct Marking {
    Canvas *canvas;
    const Setting *setting;
    const Marked *marked;
    double number_width, width; /* of the lists' columns */
} Marking;

static Column
on_page(int page)
{
    return (Column){ .panel = -1, .page = page };
}

static double
width_of(const Setting *setting, const Phrase *phrase, bool bold, double size)
{
    const Shape *shape =
        shapes_find(setting->shapes, phrase, FACE_LOW | (bold ? FACE_BOLD : 0U));
    Lines lines = lines_break(setting->scratch, shape, 0, 1e6, size, false);

    return lines_widest(shape, &lines, size);
}

static const DocumentSection *
section_of(const Marking *marking, int shown)
{
    return &marking->setting->document->sections[MARKED_HEAD_SECTIONS + shown];
}

/* The widest number and the widest key decide for all pages. */
static void
measure_list(Marking *marking)
{
    const Document *document = marking->setting->document;
    double key = least_width;

    for (int i = 0; i < document->block_count; i++) {
        const Block *block = &document->blocks[i];

        if (block->phrase_count < 2)
            continue;
        marking->number_width =
            MAX(marking->number_width,
                width_of(marking->setting, &block->phrases[0], true, key_size));
        key = MAX(key, width_of(marking->setting, &block->phrases[1], false, key_size));
    }
    marking->number_width += number_space;
    marking->width = marking->number_width + key;
}

static void
add_line(const Marking *marking, int page, int block, int phrase, Rect rect, double size,
         bool bold, bool again)
{
    Column place = on_page(page);
    const Phrase *words = &marking->setting->document->blocks[block].phrases[phrase];
    Item *item = canvas_add_string(marking->canvas, &place, rect, words, bold, size,
                                   ALIGN_START, bold ? INK_TEXT : INK_QUIET);

    if (!again)
        canvas_tag(marking->canvas, item, (Leaf){ LEAF_TEXT, block, phrase, page, 0 }, phrase);
}

/* --- beside the page ----------------------------------------------------------------------- */

static double
head_bottom(const Marking *marking)
{
    int lines = marking->setting->document->sections[0].count;

    return gap + head_height + (lines - 1) * facts_height + head_space;
}

static void
add_head(const Marking *marking, int page, double x)
{
    const DocumentSection *section = &marking->setting->document->sections[0];
    Rect rect = { x, gap, marking->width, head_height };

    add_line(marking, page, section->first, 0, rect, head_size, true, page > 0);
    rect.y += head_height;
    rect.height = facts_height;
    for (int i = 1; i < section->count; i++, rect.y += facts_height)
        add_line(marking, page, section->first + i, 0, rect, facts_size, false, page > 0);
}

/* In columns under the head, as many as the height of the page asks for; gives their width. */
static double
add_list(const Marking *marking, int page, double x, double height)
{
    const DocumentSection *section = section_of(marking, page);
    double top = head_bottom(marking);
    int rows = MAX((int) ((height - foot - top) / row_height), 1);
    int count = section->count - 1;

    for (int i = 0; i < count; i++) {
        Rect rect = { x + i / rows * (marking->width + column_gap), top + i % rows * row_height,
                      marking->number_width, row_height };

        add_line(marking, page, section->first + 1 + i, 0, rect, key_size, true, false);
        rect.x += marking->number_width;
        rect.width = marking->width - marking->number_width;
        add_line(marking, page, section->first + 1 + i, 1, rect, key_size, false, false);
    }
    int columns = MAX((count + rows - 1) / rows, 1);
    return columns * marking->width + (columns - 1) * column_gap;
}

/* --- on the page --------------------------------------------------------------------------- */

static void
add_picture(const Marking *marking, int page)
{
    const Pages *pages = marking->marked->pages;
    int shown = marking->marked->shown[page];
    Column place = on_page(page);
    Size size = pages->pages[shown].size;
    Rect rect = { 0, 0, size.width, size.height };
    Item *item = canvas_add(marking->canvas, &place, ITEM_PAGE, rect, INK_TEXT);

    item->shown = pages;
    item->shown_page = shown;
    canvas_tag(marking->canvas, item,
               (Leaf){ LEAF_FIGURE, section_of(marking, page)->first, 0, page, 0 }, 0);
    canvas_add(marking->canvas, &place, ITEM_RULE,
               (Rect){ size.width, 0, box_stroke, size.height }, INK_LINE);
}

/* Beside the box where its line begins; where another string stands there, over its corner. */
static Rect
tag_rect(const Box *box, double width)
{
    Rect rect = { box->rect.x - tag_gap - width, box->rect.y + tag_gap, width, tag_height };

    if (box->rtl)
        rect.x = box->rect.x + box->rect.width + tag_gap;
    if (box->shared) {
        rect.x = box->rtl ? box->rect.x + box->rect.width - width : box->rect.x;
        rect.y = box->rect.y - tag_height / 2;
    }
    return rect;
}

static void
add_tag(const Marking *marking, int page, const Box *box)
{
    g_autofree char *digits = g_strdup_printf("%d", box->number);
    Column place = on_page(page);
    Span span;
    Phrase number = phrase_of_number(marking->setting, digits, &span);
    double width = width_of(marking->setting, &number, true, tag_size) + 2 * tag_pad;
    Rect rect = tag_rect(box, width);

    canvas_add(marking->canvas, &place, ITEM_FILL, rect, INK_DEEP)->radius = box_radius;
    canvas_add_string(marking->canvas, &place, rect, &number, true, tag_size, ALIGN_CENTRE,
                      INK_WHITE);
}

static void
add_box(const Marking *marking, int page, const Box *box)
{
    Column place = on_page(page);
    Item *frame = canvas_add(marking->canvas, &place, ITEM_STROKE, box->rect,
                             box->over ? INK_DEEP : INK_MID);

    frame->stroke = box->over ? over_stroke : box_stroke;
    frame->radius = box_radius;
    add_tag(marking, page, box);
}

static Size
add_page(const Marking *marking, int page)
{
    int shown = marking->marked->shown[page];
    Size size = marking->marked->pages->pages[shown].size;
    const Boxes *boxes = &marking->marked->boxes;

    add_picture(marking, page);
    for (int i = 0; i < boxes->count; i++)
        if (boxes->items[i].page == shown)
            add_box(marking, page, &boxes->items[i]);
    add_head(marking, page, size.width + gap);
    size.width += 2 * gap + add_list(marking, page, size.width + gap, size.height);
    return size;
}

/* --- the whole ----------------------------------------------------------------------------- */

Pages *
layout_marked(const Marked *marked, const Document *document, Shapes *shapes)
{
    g_autoptr(Arena) scratch = arena_new();
    Setting setting = setting_new(document, shapes, NULL, scratch, key_size);
    const Columns none = { 0 };
    Canvas *canvas = canvas_new(&setting, arena_new(), marked->shown_count);
    Marking marking = { .canvas = canvas, .setting = &setting, .marked = marked };
    g_autofree Size *sizes = g_new0(Size, MAX(marked->shown_count, 1));

    measure_list(&marking);
    for (int i = 0; i < marked->shown_count; i++)
        sizes[i] = add_page(&marking, i);
    Pages *pages = canvas_finish(canvas, &none);
    for (int i = 0; i < pages->page_count; i++)
        ((Page *) pages->pages)[i].size = sizes[i]; /* not handed out yet */
    return pages;
}
