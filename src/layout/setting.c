/* One body size of one document: sizes and leadings of every role, and blocks set to a width. */
#include "layout/rows.h"

#include <string.h>

/* The second phrase of an ask is set in a role of its own; those of other roles in the first's. */
static Role
phrase_role(Role role, int phrase)
{
    return role == ROLE_ASK && phrase == 1 ? ROLE_STAFF_LINE : role;
}

const Shaped *
shape_document(const Document *document, Shapes *shapes, Arena *arena)
{
    const Style *style = document->variant.format->style;
    Shaped *shaped = arena_new_array(arena, Shaped, document->block_count);

    for (int i = 0; i < document->block_count; i++)
        for (int k = 0; k < document->blocks[i].phrase_count; k++) {
            const RoleStyle *role = &style->roles[phrase_role(document->blocks[i].role, k)];
            bool parted = role->hyphens && document->variant.format->hyphens;
            Face face = (role->bold ? FACE_BOLD : 0U) | (parted ? FACE_PARTED : 0U);

            shaped[i].phrases[k] = shapes_find(shapes, &document->blocks[i].phrases[k], face);
        }
    return shaped;
}

Setting
setting_new(const Document *document, Shapes *shapes, const Shaped *shaped, Arena *scratch,
            double body)
{
    const Locale *locale = document->variant.locale;
    double leading = body * locale->line_factor;

    return (Setting){ .document = document,
                      .format = document->variant.format,
                      .style = document->variant.format->style,
                      .shapes = shapes,
                      .shaped = shaped,
                      .scratch = scratch,
                      .body = body,
                      .leading = leading,
                      .quarter = leading / 4,
                      .footer_top = document->variant.format->sheet.height,
                      .tall = locale->tall,
                      .rtl = locale->direction == DIRECTION_RTL };
}

double
role_size(const Setting *setting, Role role)
{
    const RoleStyle *style = &setting->style->roles[role];

    return style->fixed_pt > 0 ? style->fixed_pt
                               : MAX(style->size * setting->body, style->least_pt);
}

/* A size that a least size has raised, or that does not follow the body, keeps at least the
 * script's own line height. */
double
role_leading(const Setting *setting, Role role)
{
    const RoleStyle *style = &setting->style->roles[role];
    double size = role_size(setting, role);
    double own = size * setting->document->variant.locale->line_factor;

    if (style->fixed_pt > 0)
        return MAX(style->fixed_leading, own);
    double factor = setting->tall && style->tall > 0 ? style->tall : style->leading;
    return size > style->size * setting->body ? MAX(factor * setting->leading, own)
                                              : factor * setting->leading;
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

/* How far text stands in from the column's edges, for every kind of group. */
static void
set_measure(const Setting *setting, Set *set, const Block *block, double width)
{
    const Style *style = setting->style;
    GroupKind kind = group_kind(setting, block);
    bool in_frame = kind == GROUP_EMERGENCY;
    bool in_gutter = kind != GROUP_NONE && kind != GROUP_CONTACT && !in_frame;
    double end = in_frame ? style->frame_pad : 0;

    set->indent = in_gutter ? style->gutter : in_frame ? style->frame_pad : 0;
    if (block->role == ROLE_HEADING && block->icon != NULL)
        set->indent = style->gutter;
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

Set *
set_block(const Setting *setting, int index, int first_word, double width)
{
    const Block *block = &setting->document->blocks[index];
    Set *set = arena_new_array(setting->scratch, Set, 1);

    set->block = index;
    set_measure(setting, set, block, width);
    set_pads(setting, set, block);
    for (int i = 0; i < block->phrase_count; i++) {
        Role role = phrase_role(block->role, i);
        const RoleStyle *style = &setting->style->roles[role];

        set->roles[i] = role;
        set->shapes[i] = setting->shaped[index].phrases[i];
        set->size[i] = role_size(setting, role);
        set->leading[i] = role_leading(setting, role);
        set->lines[i] = lines_break(setting->scratch, set->shapes[i], i == 0 ? first_word : 0,
                                    set->width, set->size[i], style->balance);
        set->leading[i] =
            lines_leading(set->shapes[i], &set->lines[i], set->size[i], set->leading[i]);
    }
    return set;
}
