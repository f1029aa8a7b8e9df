/* What is no text, drawn with a pencil: cairo's, or one that writes a page's content. */
#include "output/private.h"

#include <assert.h>

/* From an arc's end to the point that bends it, of a radius: a quarter of a circle. */
static const double bend = 0.5522847498;

static void
corner(const Pencil *pencil, double x, double y, double dx1, double dy1, double dx2, double dy2)
{
    const double points[6] = {
        x + bend * dx1, y + bend * dy1, x + dx1 + (1 - bend) * dx2, y + dy1 + (1 - bend) * dy2,
        x + dx1 + dx2,  y + dy1 + dy2,
    };

    pencil->curve(pencil->user, points);
}

static void
rounded_path(const Pencil *pencil, Rect rect, double r)
{
    double left = rect.x, top = rect.y, right = left + rect.width, bottom = top + rect.height;

    if (r <= 0) {
        pencil->rectangle(pencil->user, rect);
        return;
    }
    pencil->move(pencil->user, right - r, top);
    corner(pencil, right - r, top, r, 0, 0, r);
    pencil->line(pencil->user, right, bottom - r);
    corner(pencil, right, bottom - r, 0, r, -r, 0);
    pencil->line(pencil->user, left + r, bottom);
    corner(pencil, left + r, bottom, -r, 0, 0, -r);
    pencil->line(pencil->user, left, top + r);
    corner(pencil, left, top + r, 0, -r, r, 0);
    pencil->close(pencil->user);
}

static void
draw_fill(const Pencil *pencil, const Item *item)
{
    pencil->begin(pencil->user, item->ink, NULL);
    rounded_path(pencil, item->rect, item->radius);
    pencil->end(pencil->user);
}

static void
draw_bubble(const Pencil *pencil, const Item *item)
{
    double x = item->rect.x + item->tail_x, bottom = item->rect.y + item->rect.height;
    double width = item->tail_left ? item->tail_width : -item->tail_width;

    draw_fill(pencil, item);
    pencil->begin(pencil->user, item->ink, NULL);
    pencil->move(pencil->user, x, bottom - 0.1);
    pencil->line(pencil->user, x + width, bottom - 0.1);
    pencil->line(pencil->user, x, bottom + item->tail_height);
    pencil->close(pencil->user);
    pencil->end(pencil->user);
}

static void
draw_stroke(const Pencil *pencil, const Item *item)
{
    const Stroke stroke = { .width = item->stroke };

    pencil->begin(pencil->user, item->ink, &stroke);
    rounded_path(pencil, item->rect, item->radius);
    pencil->end(pencil->user);
}

static void
draw_rule(const Pencil *pencil, const Item *item)
{
    pencil->begin(pencil->user, item->ink, NULL);
    pencil->rectangle(pencil->user, item->rect);
    pencil->end(pencil->user);
}

static void
draw_disc(const Pencil *pencil, const Item *item)
{
    pencil->begin(pencil->user, item->ink, NULL);
    rounded_path(pencil, item->rect, item->rect.width / 2);
    pencil->end(pencil->user);
}

/* One thick dashed line, sheared: every dash leans at 45 degrees. One stroke instead of a hundred. */
static void
draw_hatch(const Pencil *pencil, const Item *item)
{
    const Rect *rect = &item->rect;
    double bar = item->stroke * G_SQRT2, lean = rect->height / 2;
    const Stroke stroke = { .width = rect->height,
                            .dashes = { bar, mm(1.2) - bar },
                            .lean = -1,
                            .x = rect->x + lean,
                            .y = rect->y + lean };

    pencil->begin(pencil->user, item->ink, &stroke);
    pencil->move(pencil->user, 0, 0);
    pencil->line(pencil->user, rect->width - 2 * lean, 0);
    pencil->end(pencil->user);
}

static void
draw_dots(const Pencil *pencil, const Item *item)
{
    double dash = item->rect.width * 2;
    const Stroke stroke = { .width = item->rect.width,
                            .dashes = { dash, dash },
                            .x = item->rect.x + item->rect.width / 2,
                            .y = item->rect.y };

    pencil->begin(pencil->user, item->ink, &stroke);
    pencil->move(pencil->user, 0, 0);
    pencil->line(pencil->user, 0, item->rect.height);
    pencil->end(pencil->user);
}

static void (*const shapes[ITEM_KIND_COUNT])(const Pencil *pencil, const Item *item) = {
    [ITEM_FILL] = draw_fill, [ITEM_BUBBLE] = draw_bubble, [ITEM_STROKE] = draw_stroke,
    [ITEM_RULE] = draw_rule, [ITEM_DISC] = draw_disc,     [ITEM_HATCH] = draw_hatch,
    [ITEM_DOTS] = draw_dots,
};

bool
shape_draw(const Pencil *pencil, const Item *item)
{
    if (shapes[item->kind] == NULL)
        return false;
    shapes[item->kind](pencil, item);
    return true;
}
