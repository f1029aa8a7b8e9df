/* A job sheet's paper: a row for every file, with its first page at the left, its lines in the middle and
 * how it is folded at the right. */
#include "layout/canvas.h"

/* Millimetres, but for sizes and widths of strokes, which are points. */
static const double margin = 14, head_height = 20, row_height = 61, gap = 5;
static const double name_height = 7, picture_width = 36, picture_height = 49;
static const double drawing_width = 44, drawing_height = 36, number_room = 5;
static const double line_height = 4.9, first_line_height = 7;
static const double title_size = 17, subtitle_size = 13, name_size = 10, copies_size = 13,
                    facts_size = 8.5, order_size = 9;
static const double border = 0.5, frame = 0.75;
static const double dash = 4, dot = 1, space = 2; /* of folds, points */
enum { ROWS = 4 };

typedef struct Sheeter {
    Canvas *canvas;
    const JobSheet *sheet;
    const Document *document;
} Sheeter;

static double
content_width(void)
{
    return job_sheet_format.sheet.width - 2 * mm(margin);
}

/* One line; made smaller where it is too long. Said again on a later page, it is no leaf. */
static Item *
add_line(const Sheeter *sheeter, int page, int index, Rect rect, double size, bool bold,
         bool again)
{
    const Column place = { .panel = -1, .page = page };
    Item *item = canvas_add_string(sheeter->canvas, &place, rect,
                                   &sheeter->document->blocks[index].phrases[0], bold, size,
                                   ALIGN_START, INK_TEXT);

    if (item->line_count > 0) {
        double width = item->lines[0].line.width * size / REFERENCE_SIZE;

        if (width > rect.width)
            item->size *= rect.width / width;
    }
    if (!again)
        canvas_tag(sheeter->canvas, item,
                   (Leaf){ .kind = LEAF_TEXT, .block = index, .page = page }, 0);
    return item;
}

static void
add_rule(const Sheeter *sheeter, int page, Rect rect)
{
    const Column place = { .panel = -1, .page = page };

    canvas_add(sheeter->canvas, &place, ITEM_RULE, rect, INK_TEXT);
}

static void
add_head(const Sheeter *sheeter, int page)
{
    const double sizes[] = { title_size, subtitle_size, facts_size, order_size };
    const int first = sheeter->document->sections[0].first;
    double half = content_width() / 2;

    for (int i = 0; i < 4; i++) {
        Rect rect = { mm(margin) + (i % 2) * (half + mm(gap) / 2),
                      mm(margin) + (i / 2) * mm(head_height) * 0.45, half - mm(gap) / 2,
                      mm(head_height) * 0.45 };

        add_line(sheeter, page, first + i, rect, sizes[i], i != 2, page > 0);
    }
}

/* --- pictures ------------------------------------------------------------------------------ */

/* As large as fits into @room, at its top left. */
static double
scale_into(Size size, Rect room)
{
    return MIN(room.width / size.width, room.height / size.height);
}

static void
add_picture(const Sheeter *sheeter, int page, const Pages *leaflet, int block, Rect room)
{
    const Column place = { .panel = -1, .page = page };
    Size size = leaflet->pages[0].size;
    double scale = scale_into(size, room);
    Rect rect = { room.x, room.y, size.width * scale, size.height * scale };
    Item *item = canvas_add(sheeter->canvas, &place, ITEM_PAGE, rect, INK_TEXT);

    item->shown = leaflet;
    item->shown_page = 0;
    canvas_tag(sheeter->canvas, item,
               (Leaf){ .kind = LEAF_FIGURE, .block = block, .page = page }, 0);
    canvas_add(sheeter->canvas, &place, ITEM_STROKE, rect, INK_LINE)->stroke = border;
}

/* Dashes for a valley, dashes and dots for a mountain. */
static void
add_fold_line(const Sheeter *sheeter, int page, Rect line, bool across, bool mountain)
{
    double end = across ? line.width : line.height;

    for (double at = 0, n = 0; at < end; n++) {
        bool short_one = mountain && (int) n % 2 == 1;
        double length = MIN(short_one ? dot : dash, end - at);
        Rect rect = across ? (Rect){ line.x + at, line.y - frame / 2, length, frame }
                           : (Rect){ line.x - frame / 2, line.y + at, frame, length };

        add_rule(sheeter, page, rect);
        at += length + space;
    }
}

static void
add_fold_number(const Sheeter *sheeter, int page, Rect line, bool across, int number)
{
    const Column place = { .panel = -1, .page = page };
    g_autofree char *digits = g_strdup_printf("%d", number);
    const Phrase phrase = { .text = digits, .locale = sheeter->document->variant.locale };
    double room = mm(number_room);
    Rect rect = across ? (Rect){ line.x - room, line.y - room / 2, room, room }
                       : (Rect){ line.x - room / 2, line.y - room, room, room };

    canvas_add_string(sheeter->canvas, &place, rect, &phrase, true, order_size, ALIGN_CENTRE,
                      INK_TEXT);
}

/* Gives the foot of the drawing. Side 1 as it is printed: in languages that run from right to left its panels are turned round. */
static double
add_folds(const Sheeter *sheeter, int page, const JobSheetFile *file, int block, Rect room)
{
    const Column place = { .panel = -1, .page = page };
    const Variant *variant = &file->leaflet->document->variant;
    bool turned =
        variant->locale->direction == DIRECTION_RTL && variant->format->mirror == MIRROR_RTL;
    double scale = scale_into(file->folded, room);
    Rect paper = { room.x, room.y, file->folded.width * scale, file->folded.height * scale };
    Item *outline = canvas_add(sheeter->canvas, &place, ITEM_STROKE, paper, INK_TEXT);

    outline->stroke = frame;
    canvas_tag(sheeter->canvas, outline,
               (Leaf){ .kind = LEAF_FIGURE, .block = block, .page = page }, 0);
    for (int i = 0; i < file->fold_count; i++) {
        const Fold *fold = &file->folds[i];
        double at = turned && !fold->across ? file->folded.width - fold->at : fold->at;
        Rect line = fold->across ? (Rect){ paper.x, paper.y + at * scale, paper.width, 0 }
                                 : (Rect){ paper.x + at * scale, paper.y, 0, paper.height };

        add_fold_line(sheeter, page, line, fold->across, fold->mountain);
        add_fold_number(sheeter, page, line, fold->across, i + 1);
    }
    return paper.y + paper.height;
}

/* --- a file -------------------------------------------------------------------------------- */

static void
add_lines(const Sheeter *sheeter, int page, int first, int count, Rect rect)
{
    for (int i = 0; i < count; i++) {
        rect.height = mm(i == 0 ? first_line_height : line_height);
        add_line(sheeter, page, first + i, rect, i == 0 ? copies_size : facts_size, i == 0,
                 false);
        rect.y += rect.height;
    }
}

static void
add_file(const Sheeter *sheeter, int index)
{
    const DocumentSection *section =
        &sheeter->document->sections[JOB_SHEET_HEAD_SECTIONS + index];
    const JobSheetFile *file = &sheeter->sheet->files[index];
    bool folded = file->fold_count > 0;
    int page = index / ROWS, end = section->first + section->count - (folded ? 3 : 1);
    double y = mm(margin) + mm(head_height) + (index % ROWS) * mm(row_height);
    double x = mm(margin), width = content_width();
    double middle = x + mm(picture_width) + mm(gap);
    double drawing = x + width - mm(drawing_width);

    add_rule(sheeter, page, (Rect){ x, y, width, border });
    add_line(sheeter, page, section->first, (Rect){ x, y + mm(1), width, mm(name_height) },
             name_size, true, false);
    y += mm(name_height) + mm(1);
    add_lines(sheeter, page, section->first + 1, end - section->first - 1,
              (Rect){ middle, y, drawing - mm(gap) - middle, 0 });
    add_picture(sheeter, page, file->leaflet, end,
                (Rect){ x, y, mm(picture_width), mm(picture_height) });
    if (!folded)
        return;
    x = drawing + mm(number_room);
    width = mm(drawing_width) - mm(number_room);
    double foot = add_folds(sheeter, page, file, end + 1,
                            (Rect){ x, y + mm(number_room), width, mm(drawing_height) });
    add_line(sheeter, page, end + 2, (Rect){ x, foot, width, mm(line_height) }, facts_size,
             false, false);
}

Pages *
layout_job_sheet(const JobSheet *sheet, const Document *document, Shapes *shapes)
{
    g_autoptr(Arena) scratch = arena_new();
    Setting setting = setting_new(document, shapes, NULL, scratch, facts_size);
    const Columns none = { 0 };
    int page_count = (sheet->count + ROWS - 1) / ROWS;
    Canvas *canvas = canvas_new(&setting, arena_new(), page_count);
    const Sheeter sheeter = { canvas, sheet, document };

    for (int page = 0; page < page_count; page++)
        add_head(&sheeter, page);
    for (int i = 0; i < sheet->count; i++)
        add_file(&sheeter, i);
    return canvas_finish(canvas, &none);
}
