/* One block to items: its text, and what belongs to it by its role. */
#include "layout/place.h"

#include <string.h>

Rect
part_rect(const Part *part, double offset, double y, double width, double height)
{
    Rect column = part->column->rect;
    double x = part->setting->rtl ? column.x + column.width - offset - width : column.x + offset;

    return (Rect){ x, y, width, height };
}

Item *
part_add(const Part *part, ItemKind kind, Rect rect, Ink ink)
{
    Item *item = canvas_add(part->canvas, part->column, kind, rect, ink);

    item->block = part->set->block;
    return item;
}

/* Of two languages, the first says what is not words: one number, one mark. */
void
part_tag(const Part *part, Item *item, LeafKind kind, int phrase, int order)
{
    Leaf leaf = {
        .kind = kind, .block = part->set->block, .phrase = phrase, .page = part->column->page
    };

    item->block = leaf.block;
    item->phrase = phrase;
    if (!part->column->repeated && !(part->setting->voice > 0 && kind != LEAF_TEXT))
        canvas_tag(part->canvas, item, leaf, order);
}

void
part_add_icon(const Part *part, const Icon *icon, Rect rect, Ink ink, int order)
{
    Item *item = part_add(part, ITEM_ICON, rect, ink);

    item->icon = icon;
    item->mirrored = part->setting->rtl && icon->directional && part->setting->sides == NULL;
    part_tag(part, item, LEAF_FIGURE, 0, order);
}

Rect
part_gutter(const Part *part, double size, double y)
{
    double middle = y + part->set->first_leading[0] / 2;

    return part_rect(part, 0, middle - size / 2, size, size);
}

/* --- text ---------------------------------------------------------------------------------- */

static void
add_untranslated_bar(const Part *part, double y, double height)
{
    const Phrase *phrase = &part->block->phrases[part->set->first_phrase];
    bool right = phrase->locale->direction == DIRECTION_RTL;
    double gap = mm(1.6), width = mm(0.5);
    Rect text = part_rect(part, part->set->indent, y, part->set->width, height);
    double x = right ? text.x + text.width + gap : text.x - gap - width;

    part_add(part, ITEM_DOTS, (Rect){ x, y, width, height }, INK_TEXT);
}

static Item *
add_text_at(const Part *part, int slot, Rect rect, int first, int count)
{
    const Lines *lines = &part->set->lines[slot];
    Item *item = canvas_add_text(part->canvas, part->setting, part->column, rect, part->set,
                                 slot, first, count);
    int word = first > 0 ? lines->ends[first - 1] : lines->first;

    part_tag(part, item, LEAF_TEXT, part->set->first_phrase + slot, ORDER_TEXT + word);
    return item;
}

static void
place_text(const Part *part)
{
    const Set *set = part->set;
    double y = part->y + (part->begins ? set->pad_top : 0);
    double height = part->line_count * set->leading[0];

    if (set->count == 0)
        return;
    if (part->block->phrases[set->first_phrase].untranslated)
        add_untranslated_bar(part, y, height);
    add_text_at(part, 0, part_rect(part, set->indent, y, set->width, height), part->first_line,
                part->line_count);
}

/* The first phrase, and under it the second. */
static void
place_stacked(const Part *part)
{
    const Set *set = part->set;

    place_text(part);
    if (set->count < 2)
        return;
    double first_height = set->lines[0].count * set->leading[0];
    double second_height = set->lines[1].count * set->leading[1];
    Rect second = part_rect(part, set->indent, part->y + set->pad_top + first_height,
                            set->width, second_height);
    add_text_at(part, 1, second, 0, set->lines[1].count);
}

/* --- roles --------------------------------------------------------------------------------- */

static void
place_heading(const Part *part)
{
    const Style *style = part->setting->style;
    double width = part->column->rect.width;

    if (part->setting->is_side) {
        place_text(part);
        return;
    }
    part_add(part, ITEM_RULE, part_rect(part, 0, part->y, width, style->rule), INK_DEEP);
    if (part->block->icon != NULL)
        part_add_icon(part, part->block->icon,
                      part_gutter(part, style->icon_size, part->y + part->set->pad_top),
                      INK_DEEP, ORDER_FIGURE);
    place_text(part);
}

/* The longest line of either phrase. */
static double
widest_phrase(const Part *part)
{
    const Set *set = part->set;
    double widest = 0;

    for (int i = 0; i < set->count; i++)
        widest = MAX(widest, lines_widest(set->shapes[i], &set->lines[i], set->size[i]));
    return widest;
}

static void
place_ask(const Part *part)
{
    const Style *style = part->setting->style;
    const Set *set = part->set;
    double start = set->indent - style->bubble_pad_side;
    double width = widest_phrase(part) + 2 * style->bubble_pad_side;
    Rect rect = part_rect(part, start, part->y, width, part->height);
    Item *bubble = part_add(part, ITEM_BUBBLE, rect, INK_WASH);

    bubble->radius = style->bubble_radius;
    bubble->tail_width = style->tail_width;
    bubble->tail_height = style->tail_height;
    bubble->tail_left = !part->setting->rtl;
    bubble->tail_x = part->setting->rtl ? width - style->tail_at : style->tail_at;
    place_stacked(part);
}

static void
place_option(const Part *part)
{
    const Style *style = part->setting->style;
    double half = style->tick_stroke / 2, size = style->tick_size - style->tick_stroke;
    Rect rect = part_gutter(part, style->tick_size, part->y);
    Item *box = part_add(part, ITEM_STROKE, (Rect){ rect.x + half, rect.y + half, size, size },
                         INK_TEXT);

    box->radius = mm(0.6);
    box->stroke = style->tick_stroke;
    place_stacked(part);
}

/* A fact that is still to be written down has a line behind it. */
static void
place_fact(const Part *part)
{
    const Set *set = part->set;
    const Text *source = part->block->phrases[set->first_phrase].source;
    double from = lines_widest(set->shapes[0], &set->lines[0], set->size[0]) + mm(1.5);
    double hairline = part->setting->style->hairline;
    double y = part->y + part->height - part->setting->quarter / 2;

    place_text(part);
    if (source != NULL && strchr(source->msgid, '{') == NULL)
        part_add(part, ITEM_RULE,
                 part_rect(part, from, y, part->column->rect.width - from, hairline), INK_SOFT);
}

static void
add_thread(const Part *part, Rect disc)
{
    double width = part->setting->style->thread, above = *part->thread;

    if (above >= 0)
        part_add(part, ITEM_RULE,
                 (Rect){ disc.x + (disc.width - width) / 2, above, width, disc.y - above },
                 INK_LINE);
    *part->thread = disc.y + disc.height;
}

void
part_add_disc(const Part *part)
{
    double size = part->setting->style->disc_size;
    Rect disc = part_gutter(part, size, part->y);
    g_autofree char *digits = g_strdup_printf("%d", part->group->number);
    Span span;
    Phrase number = phrase_of_number(part->setting, digits, &span);

    if (!part->setting->is_side)
        add_thread(part, disc);
    part_add(part, ITEM_DISC, disc, INK_DEEP);
    Item *label = canvas_add_string(part->canvas, part->column, disc, &number, true,
                                    1.05 * part->setting->body, ALIGN_CENTRE, INK_WHITE);
    part_tag(part, label, LEAF_LABEL, 0, ORDER_LABEL);
}

static void
place_step(const Part *part)
{
    part_add_disc(part);
    place_text(part);
}

static void
place_language_mark(const Part *part)
{
    double leading = part->set->leading[0];
    Rect rect = part_rect(part, 0, part->y, part->column->rect.width, leading);

    place_text(part);
    if (part->set->count < 2)
        return;
    Item *item =
        canvas_add_string(part->canvas, part->column, rect, &part->block->phrases[1], false,
                          role_size(part->setting, ROLE_COLOPHON), ALIGN_END, INK_QUIET);
    part_tag(part, item, LEAF_TEXT, 1, ORDER_TEXT);
}

static void
place_field(const Part *part)
{
    const Style *style = part->setting->style;
    double width = part->column->rect.width - part->set->indent;
    double y = part->y + part->set->lines[0].count * part->set->leading[0];

    place_text(part);
    for (int i = 1; i <= style->write_lines; i++)
        part_add(part, ITEM_RULE,
                 part_rect(part, part->set->indent,
                           y + i * style->write_line_gap - style->hairline, width,
                           style->hairline),
                 INK_SOFT);
}

static void
place_picture(const Part *part)
{
    Rect rect = part_rect(part, 0, part->y, part->column->rect.width, part->height);

    if (part->block->icon != NULL)
        part_add(part, ITEM_ICON, rect, INK_DEEP)->icon = part->block->icon;
}

static void
place_logo(const Part *part)
{
    const Picture *picture = &part->block->logo->picture;
    double width = part->height * picture->width / picture->height;
    Item *item = part_add(part, ITEM_PICTURE, part_rect(part, 0, part->y, width, part->height),
                          INK_TEXT);

    item->picture = picture;
    part_tag(part, item, LEAF_FIGURE, 0, ORDER_LABEL);
}

/* Under a line of its own. */
static void
place_source(const Part *part)
{
    const Set *set = part->set;

    if (part->begins)
        part_add(
            part, ITEM_RULE,
            part_rect(part, set->indent, part->y, set->width, part->setting->style->hairline),
            INK_LINE);
    place_stacked(part);
}

/* What it names, and level with its last line the page that it stands on. */
static void
place_entry(const Part *part)
{
    const Set *set = part->set;
    double leading = set->leading[0], width = part->setting->style->entry_number;
    double y = part->y + set->pad_top + (part->line_count - 1) * leading;
    int page = part->setting->block_pages[part->block->leads_to - 1];
    g_autofree char *digits = g_strdup_printf("%d", page + 1);
    Span span;
    Phrase number = phrase_of_number(part->setting, digits, &span);
    Rect rect = part_rect(part, part->column->rect.width - width, y, width, leading);

    place_text(part);
    Item *item = canvas_add_string(part->canvas, part->column, rect, &number, true,
                                   set->size[0], ALIGN_END, INK_TEXT);
    ((PlacedLine *) item->lines)->baseline = y + set_baseline(part->setting, set, 0);
    part_tag(part, item, LEAF_LABEL, 0, ORDER_MARK);
}

/* A mark and what it means. */
static void
place_marks(const Part *part)
{
    double size = part->setting->style->mark_size;
    double y = part->y + (part->set->first_leading[0] - size) / 2;
    Rect rect = part_rect(part, 0, y, size, size);

    if (part->block->icon != NULL)
        part_add_icon(part, part->block->icon, rect, INK_TEXT, ORDER_FIGURE);
    else
        part_add(part, ITEM_DOTS, part_rect(part, size / 2, y, mm(0.5), size), INK_TEXT);
    place_text(part);
}

static const double ring_rise = 0.34; /* of the size: the middle of a digit over its baseline */

/* The ring with the question mark, behind the first line of a number that nobody has called yet, or
 * behind its name. */
static void
add_ring(const Part *part)
{
    const Set *set = part->set;
    double size = part->setting->style->mark_size;
    double after = set->indent + lines_widest(set->shapes[0], &set->lines[0], set->size[0]);
    const Icon *mark = project_find_icon(part->setting->document->variant.project, "unchecked");

    if (!part->group->unchecked || mark == NULL)
        return;
    double middle =
        part->y + set->pad_top + set_baseline(part->setting, set, 0) - ring_rise * set->size[0];
    part_add_icon(part, mark, part_rect(part, after + mm(1.4), middle - size / 2, size, size),
                  INK_TEXT, ORDER_MARK);
}

static void
place_name(const Part *part)
{
    place_text(part);
    if (part->setting->style->mark_after_name)
        add_ring(part);
}

static void
place_number(const Part *part)
{
    place_text(part);
    if (!part->setting->style->mark_after_name)
        add_ring(part);
}

typedef void (*Placer)(const Part *part);

/* Roles that are more than their text. */
static const Placer placers[ROLE_COUNT] = {
    [ROLE_HEADING] = place_heading,   [ROLE_ASK] = place_ask,
    [ROLE_STEP] = place_step,         [ROLE_LANGUAGE_MARK] = place_language_mark,
    [ROLE_FIELD] = place_field,       [ROLE_PICTURE] = place_picture,
    [ROLE_MARKS] = place_marks,       [ROLE_CONTACT_NUMBER] = place_number,
    [ROLE_CONTACT_NAME] = place_name, [ROLE_LABEL] = place_stacked,
    [ROLE_OPTION] = place_option,     [ROLE_FACT] = place_fact,
    [ROLE_LOGO] = place_logo,         [ROLE_COLUMN_HEAD] = place_stacked,
    [ROLE_SOURCE] = place_source,     [ROLE_ENTRY] = place_entry,
    [ROLE_SUBENTRY] = place_entry,    [ROLE_ROW_HEAD] = place_stacked,
    [ROLE_CELL] = place_stacked,
};

void
part_place(const Part *part)
{
    Placer placer = placers[part->block->role];

    (placer != NULL ? placer : place_text)(part);
}
