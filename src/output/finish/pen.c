#include "output/finish/pen.h"

#include <math.h>

/* Letters stand upright in content whose y grows downwards. */
Pen
pen_new(Lettering *lettering, Ground *ground, double size, const cairo_matrix_t *matrix,
        double x, double y)
{
    const double factors[] = { matrix->xx, matrix->yx, -matrix->xy, -matrix->yy };
    double start_x = x, start_y = y;

    cairo_matrix_transform_point(matrix, &start_x, &start_y);
    g_string_append(ground->out, "BT");
    for (size_t i = 0; i < G_N_ELEMENTS(factors); i++) {
        g_string_append_c(ground->out, ' ');
        write_factor(ground->out, factors[i]);
    }
    g_string_append_c(ground->out, ' ');
    write_number(ground->out, start_x);
    g_string_append_c(ground->out, ' ');
    write_number(ground->out, start_y);
    g_string_append(ground->out, " Tm\n");
    return (Pen){ .lettering = lettering, .ground = ground, .size = size, .x = x, .y = y };
}

/* --- strings ------------------------------------------------------------------------------- */

static void
add_byte(GString *out, int byte)
{
    if (byte == '(' || byte == ')' || byte == '\\')
        g_string_append_c(out, '\\');
    if (byte == '\r') /* else it would be read as a new line */
        g_string_append(out, "\\r");
    else
        g_string_append_c(out, (char) byte);
}

static void
end_string(Pen *pen)
{
    if (pen->in_string)
        g_string_append_c(pen->ground->out, ')');
    pen->in_string = false;
}

static void
end_array(Pen *pen)
{
    end_string(pen);
    if (pen->in_array)
        g_string_append(pen->ground->out, "]TJ\n");
    pen->in_array = false;
}

double
pen_thousandths(const Pen *pen, double units)
{
    return units * 1000 / pen->typeface->em;
}

void
pen_show(Pen *pen, int code, double x)
{
    GString *out = pen->ground->out;
    int back = (int) lround(pen->at - x);

    if (!pen->in_array)
        g_string_append_c(out, '[');
    pen->in_array = true;
    if (back != 0) {
        end_string(pen);
        write_integer(out, "", back);
        pen->at -= back;
    }
    if (!pen->in_string)
        g_string_append_c(out, '(');
    pen->in_string = true;
    add_byte(out, code >> 8);
    add_byte(out, code & 0xFF);
    pen->at += pen_thousandths(pen, typeface_advance(pen->typeface, code));
}

/* --- lines --------------------------------------------------------------------------------- */

static void
set_font(Pen *pen)
{
    Ground *ground = pen->ground;

    if (ground->typeface == pen->typeface && ground->size == pen->size)
        return;
    write_integer(ground->out, "/F", lettering_name(pen->lettering, pen->typeface));
    g_string_append_c(ground->out, ' ');
    write_number(ground->out, pen->size);
    g_string_append(ground->out, " Tf ");
    ground->typeface = pen->typeface;
    ground->size = pen->size;
}

/* By what can be written, so that nothing adds up. Three decimals, not two: poppler compares where lines
 * of a block begin, and finds another order of blocks. */
static void
move(Pen *pen, double right, double down)
{
    GString *out = pen->ground->out;

    right = round(right * 1000) / 1000;
    down = round(down * 1000) / 1000;
    pen->x += right;
    pen->y += down;
    if (right == 0 && down == 0)
        return;
    write_number(out, right);
    g_string_append_c(out, ' ');
    write_number(out, -down);
    g_string_append(out, " Td ");
}

void
pen_start_line(Pen *pen, Typeface *typeface, double x, double y)
{
    end_array(pen);
    pen->typeface = typeface;
    set_font(pen);
    move(pen, x - pen->x, y - pen->y);
    pen->at = 0;
}

void
pen_end(Pen *pen)
{
    end_array(pen);
    g_string_append(pen->ground->out, "ET\n");
}
