/* One body size of one document: sizes and leadings of every role, and blocks set to a width. */
#include "layout/rows.h"

#include <math.h>
#include <string.h>

/* The second phrase of some blocks is set in a role of its own: what the staff reads under an ask,
 * and in two languages what stands under the label of a form. */
static Role
phrase_role(const Document *document, Role role, int phrase)
{
    bool pair = document->variant.second != NULL;

    if (phrase == 1 && role == ROLE_ASK && !pair)
        return ROLE_STAFF_LINE;
    return phrase == 1 && role == ROLE_LABEL ? ROLE_OPTION : role;
}

Face
phrase_face(const Document *document, int block, int phrase)
{
    const Format *format = document->variant.format;
    const RoleStyle *role =
        &format->style->roles[phrase_role(document, document->blocks[block].role, phrase)];
    bool parted = role->hyphens && format->hyphens;

    return (role->bold ? FACE_BOLD : 0U) | (parted ? FACE_PARTED : 0U);
}

const Shaped *
shape_document(const Document *document, Shapes *shapes, Arena *arena)
{
    Shaped *shaped = arena_new_array(arena, Shaped, document->block_count);

    for (int i = 0; i < document->block_count; i++)
        for (int k = 0; k < document->blocks[i].phrase_count; k++)
            shaped[i].phrases[k] = shapes_find(shapes, &document->blocks[i].phrases[k],
                                               phrase_face(document, i, k));
    return shaped;
}

/* The larger leadings of both serve the two languages. */
static Setting
setting_of(const Document *document, Shapes *shapes, const Shaped *shaped, Arena *scratch,
           double body)
{
    const Locale *locale = document->variant.locale, *second = document->variant.second;
    const Style *style = document->variant.format->style;
    double script =
        second == NULL ? locale->line_factor : MAX(locale->line_factor, second->line_factor);
    double factor = MAX(script, style->line_factor_least);
    double leading = body * factor;

    return (Setting){ .document = document,
                      .format = document->variant.format,
                      .style = style,
                      .shapes = shapes,
                      .shaped = shaped,
                      .scratch = scratch,
                      .body = body,
                      .leading = leading,
                      .quarter = leading / 4,
                      .footer_top = INFINITY,
                      .line_factor = factor,
                      .tall = locale->tall || (second != NULL && second->tall),
                      .rtl = locale->direction == DIRECTION_RTL };
}

Setting
setting_new(const Document *document, Shapes *shapes, const Shaped *shaped, Arena *scratch,
            double body)
{
    const Locale *second = document->variant.second;
    Setting setting = setting_of(document, shapes, shaped, scratch, body);
    Setting *sides;

    setting.voices = 2;
    if (second == NULL)
        return setting;
    sides = arena_new_array(scratch, Setting, SIDE_COUNT);
    for (int i = 0; i < SIDE_COUNT; i++) {
        sides[i] = setting;
        sides[i].is_side = true;
        sides[i].voices = i == SIDE_BOTH ? 2 : 1;
    }
    sides[SIDE_SECOND].voice = 1;
    sides[SIDE_SECOND].rtl = second->direction == DIRECTION_RTL;
    setting.sides = sides;
    return setting;
}

const Block *
setting_block(const Setting *setting, int index)
{
    return &setting->document->blocks[index];
}

const Group *
setting_group(const Setting *setting, int index)
{
    int group = setting_block(setting, index)->group;

    return group < 0 ? NULL : &setting->document->groups[group];
}

double
role_size(const Setting *setting, Role role)
{
    const RoleStyle *style = &setting->style->roles[role];

    return style->fixed_pt > 0 ? style->fixed_pt
                               : MAX(style->size * setting->body, style->least_pt);
}

static const double digits_factor = 1.38; /* of the numbers' family */

/* A size that a least size has raised, or that does not follow the body, keeps at least the
 * script's own line height. */
double
role_leading(const Setting *setting, Role role)
{
    const RoleStyle *style = &setting->style->roles[role];
    double size = role_size(setting, role);
    double own = size * (style->digits ? digits_factor : setting->line_factor);
    double leading = style->digits ? setting->body * digits_factor : setting->leading;

    if (style->fixed_pt > 0)
        return MAX(style->fixed_leading, own);
    double factor =
        setting->tall && style->tall > 0 && !style->digits ? style->tall : style->leading;
    return size > style->size * setting->body ? MAX(factor * leading, own) : factor * leading;
}

bool
role_is_stacked(Role role)
{
    return role == ROLE_ASK || role == ROLE_LABEL || role == ROLE_OPTION ||
           role == ROLE_COLUMN_HEAD || role == ROLE_ROW_HEAD || role == ROLE_CELL;
}

static const Group *
group_of(const Setting *setting, const Block *block)
{
    return block->group < 0 ? NULL : &setting->document->groups[block->group];
}

static GroupKind
group_kind(const Setting *setting, const Block *block)
{
    const Group *group = group_of(setting, block);

    return group == NULL ? GROUP_NONE : group->kind;
}

/* Pictograms and discs stand in the gutter; where the format prints no pictograms, none is left for
 * them. */
static bool
has_gutter(const Format *format, GroupKind kind, bool has_icon)
{
    switch (kind) {
    case GROUP_ITEM:
        return format->right_parts & PRINT_ICON;
    case GROUP_POINT:
        return has_icon;
    case GROUP_STEP:
    case GROUP_LEGEND:
        return true;
    default:
        return false;
    }
}

/* How far text stands in from the column's edges, for every kind of group. */
static void
set_measure(const Setting *setting, Set *set, const Block *block, double width)
{
    const Style *style = setting->style;
    GroupKind kind = group_kind(setting, block);
    bool has_icon = kind != GROUP_NONE && group_of(setting, block)->icon != NULL;
    bool in_frame = kind == GROUP_EMERGENCY;
    bool in_gutter = has_gutter(setting->format, kind, has_icon);
    double end = in_frame ? style->frame_pad : 0;

    set->indent = in_gutter ? style->gutter : in_frame ? style->frame_pad : 0;
    if (block->role == ROLE_HEADING && block->icon != NULL && !setting->is_side)
        set->indent = style->gutter;
    if (block->role == ROLE_OPTION)
        set->indent = style->tick_size * 1.5;
    if (block->role == ROLE_MARKS)
        set->indent = style->mark_size * 1.5;
    if (block->role == ROLE_ASK) {
        set->indent += style->bubble_pad_side;
        end += style->bubble_pad_side;
    }
    set->width = width - set->indent - end;
}

static void
set_pads(const Setting *setting, Set *set, const Block *block)
{
    const Style *style = setting->style;
    const Group *group = group_of(setting, block);
    GroupKind kind = group_kind(setting, block);
    double edge = kind == GROUP_EMERGENCY ? style->frame_pad
                  : kind == GROUP_CONTACT ? style->contact_pad_q * setting->quarter
                                          : 0;

    if (block->role == ROLE_ASK)
        set->pad_top = set->pad_bottom = style->bubble_pad_q * setting->quarter;
    if (block->role == ROLE_HEADING)
        set->pad_top = style->rule + style->rule_gap_q * setting->quarter;
    if (block->role == ROLE_FIELD)
        set->pad_bottom = style->write_lines * style->write_line_gap;
    if (group != NULL && set->block == group->first)
        set->pad_top += edge;
    if (group != NULL && set->block == group->first + group->count - 1)
        set->pad_bottom += edge;
}

/* One under the other, each language has the line height of its own script. */
static double
own_share(const Setting *setting, const Block *block, const Set *set, int slot)
{
    const Locale *locale = block->phrases[set->first_phrase + slot].locale;
    bool both = setting->is_side && setting->voices > 1;

    return both ? locale->line_factor / setting->line_factor : 1;
}

double
text_baseline(const Shape *shape, double size, double leading)
{
    double scale = size / REFERENCE_SIZE;

    return (leading - (shape->ascent + shape->descent) * scale) / 2 + shape->ascent * scale;
}

/* Digits have their ink in the middle: their phrase's own font is that of its language. */
static double
digits_baseline(const Set *set, int slot)
{
    double above, below;

    lines_ink(set->shapes[slot], &set->lines[slot], 0, set->size[slot], &above, &below);
    return (set->first_leading[slot] + above - below) / 2;
}

/* Side by side, two languages share a baseline: that of the taller script. */
double
set_baseline(const Setting *setting, const Set *set, int slot)
{
    double size = set->size[slot], leading = set->first_leading[slot];
    double baseline = text_baseline(set->shapes[slot], size, leading);
    const Shape *const *shapes = setting->shaped[set->block].phrases;

    if (setting->style->roles[set->roles[slot]].digits && set->lines[slot].count > 0)
        return digits_baseline(set, slot);
    if (!setting->is_side)
        return baseline;
    for (int i = 0; i < 2; i++)
        if (shapes[i] != NULL)
            baseline = MAX(baseline, text_baseline(shapes[i], size, leading));
    return baseline;
}

static const double stacked_gap = 0.4; /* points between the ink of two phrases, at least */

/* The second phrase stands so far under the first that their ink does not touch. */
static void
keep_apart(const Setting *setting, Set *set)
{
    int count = set->lines[0].count;
    double above, below, ignored;

    if (set->count < 2 || count == 0 || set->lines[1].count == 0)
        return;
    lines_ink(set->shapes[0], &set->lines[0], count - 1, set->size[0], &ignored, &below);
    lines_ink(set->shapes[1], &set->lines[1], 0, set->size[1], &above, &ignored);
    double apart =
        set->leading[0] - set_baseline(setting, set, 0) + set_baseline(setting, set, 1);
    set->leading[0] += MAX(below + above + stacked_gap - apart, 0) / count;
}

Set *
set_block(const Setting *setting, int index, int first_word, double width)
{
    const Block *block = &setting->document->blocks[index];
    Set *set = arena_new_array(setting->scratch, Set, 1);

    set->block = index;
    set->count = MIN(block->phrase_count, setting->voices);
    set->first_phrase = setting->voice < block->phrase_count ? setting->voice : 0;
    set_measure(setting, set, block, width);
    set_pads(setting, set, block);
    for (int i = 0; i < set->count; i++) {
        Role role = phrase_role(setting->document, block->role, set->first_phrase + i);
        const RoleStyle *style = &setting->style->roles[role];

        set->roles[i] = role;
        set->shapes[i] = setting->shaped[index].phrases[set->first_phrase + i];
        set->size[i] = role_size(setting, role);
        set->leading[i] = role_leading(setting, role) * own_share(setting, block, set, i);
        set->lines[i] = lines_break(setting->scratch, set->shapes[i], i == 0 ? first_word : 0,
                                    set->width, set->size[i], style->balance);
        set->first_leading[i] = set->leading[i];
        set->leading[i] =
            lines_leading(set->shapes[i], &set->lines[i], set->size[i], set->leading[i]);
    }
    keep_apart(setting, set);
    return set;
}
