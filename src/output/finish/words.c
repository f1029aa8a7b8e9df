#include "output/finish/words.h"

#include "base/bidi.h"
#include "output/finish/colour.h"

#include <math.h>
#include <string.h>

struct Lettering {
    Painter *painter;
    GPtrArray *typefaces;
    GArray *numbers; /* of every typeface its object, once it has one */
};

/* Where the next letter goes, while an item is written. */
typedef struct Pen {
    Lettering *lettering;
    GString *out;
    const Item *item;
    const Typeface *shown; /* set last */
    double x, y;           /* of the text line's start, points */
    double at;             /* thousandths of an em behind it */
    bool in_string;
    GArray *parts; /* of Part; of the cluster at hand */
    GArray *letters; /* of gunichar; the same */
} Pen;

Lettering *
lettering_new(Painter *painter)
{
    Lettering *lettering = g_new0(Lettering, 1);

    lettering->painter = painter;
    lettering->typefaces = g_ptr_array_new_with_free_func((GDestroyNotify) typeface_free);
    lettering->numbers = g_array_new(FALSE, FALSE, sizeof(int));
    return lettering;
}

void
lettering_free(Lettering *lettering)
{
    if (lettering == NULL)
        return;
    g_ptr_array_unref(lettering->typefaces);
    g_array_unref(lettering->numbers);
    g_free(lettering);
}

static int
find_typeface(Lettering *lettering, cairo_font_face_t *face)
{
    const Outlines *outlines = painter_outlines(lettering->painter, face);

    for (guint i = 0; i < lettering->typefaces->len; i++)
        if (((Typeface *) lettering->typefaces->pdata[i])->outlines == outlines)
            return (int) i;
    g_ptr_array_add(lettering->typefaces, typeface_new(outlines));
    return (int) lettering->typefaces->len - 1;
}

bool
words_can_write(Lettering *lettering, const Item *item)
{
    for (int i = 0; i < item->line_count; i++)
        for (int k = 0; k < item->lines[i].line.count; k++)
            if (painter_outlines(lettering->painter, item->lines[i].line.runs[k].run.face) == NULL)
                return false;
    return true;
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
        g_string_append_c(pen->out, ')');
    pen->in_string = false;
}

/* Moves the pen to @x, in thousandths of an em, and shows @code there. */
static void
show(Pen *pen, int code, double x)
{
    int back = (int) lround(pen->at - x);

    if (back != 0) {
        end_string(pen);
        write_integer(pen->out, "", back);
        pen->at -= back;
    }
    if (!pen->in_string)
        g_string_append_c(pen->out, '(');
    pen->in_string = true;
    add_byte(pen->out, code >> 8);
    add_byte(pen->out, code & 0xFF);
    pen->at += typeface_advance(pen->shown, code) * 1000.0 / pen->shown->outlines->em;
}

/* --- clusters ------------------------------------------------------------------------------ */

/* Glyphs that are drawn for some letters together. */
typedef struct Cluster {
    const Run *run;
    int first, next;  /* of its glyphs, left to right */
    double x; /* where it begins, from the run's start, points at REFERENCE_SIZE */
} Cluster;

static int
cluster_end(const Cluster *cluster)
{
    const Run *run = cluster->run;

    if (run->level % 2 == 1)
        return cluster->first > 0 ? (int) run->glyphs[cluster->first - 1].byte : run->end;
    return cluster->next < run->count ? (int) run->glyphs[cluster->next].byte : run->end;
}

/* In reading order. Marks of direction have done their work. */
static void
take_letters(Pen *pen, const Cluster *cluster)
{
    const char *at = pen->item->text + cluster->run->glyphs[cluster->first].byte;
    const char *end = pen->item->text + cluster_end(cluster);

    g_array_set_size(pen->letters, 0);
    for (; at < end; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);

        if (!is_bidi_control(letter))
            g_array_append_val(pen->letters, letter);
    }
}

static int
font_units(const Pen *pen, double points)
{
    return (int) lround(points * pen->shown->outlines->em / REFERENCE_SIZE);
}

static double
take_parts(Pen *pen, const Cluster *cluster)
{
    double x = 0;

    g_array_set_size(pen->parts, 0);
    for (int i = cluster->first; i < cluster->next; i++) {
        const Glyph *glyph = &cluster->run->glyphs[i];
        Part part = { (uint16_t) glyph->id, (int16_t) font_units(pen, x + glyph->dx),
                      (int16_t) font_units(pen, -glyph->dy) };

        if (glyph->id != NO_GLYPH)
            g_array_append_val(pen->parts, part);
        x += glyph->advance;
    }
    return x;
}

static int
natural_advance(const Pen *pen)
{
    int advance = 0;

    for (guint i = 0; i < pen->parts->len; i++)
        advance += outlines_advance(pen->shown->outlines,
                                    g_array_index(pen->parts, Part, i).glyph);
    return advance;
}

/* Left to right; the first code draws everything, and each has its share of the width. */
static void
show_letters(Pen *pen, const Cluster *cluster, Typeface *typeface, double x)
{
    int count = (int) pen->letters->len, advance = natural_advance(pen), given = 0;
    bool rtl = cluster->run->level % 2 == 1;

    for (int i = 0; i < count; i++) {
        gunichar letter =
            g_array_index(pen->letters, gunichar, (guint) (rtl ? count - 1 - i : i));
        int share = advance * (i + 1) / count - given;
        int code = typeface_drawn(typeface, letter, share, (const Part *) pen->parts->data,
                                  i == 0 ? (int) pen->parts->len : 0);

        show(pen, code, x + given * 1000.0 / pen->shown->outlines->em);
        given += share;
    }
}

static void
show_cluster(Pen *pen, const Cluster *cluster, Typeface *typeface, double x)
{
    const Part *part = (const Part *) pen->parts->data;

    if (pen->parts->len == 1 && pen->letters->len == 1 && part->x == 0 && part->y == 0)
        show(pen,
             typeface_letter(typeface, g_array_index(pen->letters, gunichar, 0), part->glyph), x);
    else
        show_letters(pen, cluster, typeface, x);
}

/* --- runs ---------------------------------------------------------------------------------- */

static void
write_run(Pen *pen, const PlacedLine *line, const PlacedRun *placed)
{
    const Run *run = &placed->run;
    int name = find_typeface(pen->lettering, run->face);
    Typeface *typeface = pen->lettering->typefaces->pdata[name];
    double x = line->x + placed->x * pen->item->size / REFERENCE_SIZE, advanced = 0;

    if (typeface != pen->shown) {
        write_integer(pen->out, "/F", name);
        g_string_append_c(pen->out, ' ');
        write_number(pen->out, pen->item->size);
        g_string_append(pen->out, " Tf ");
        pen->shown = typeface;
    }
    if (x != pen->x || line->baseline != pen->y) {
        write_number(pen->out, x - pen->x);
        g_string_append_c(pen->out, ' ');
        write_number(pen->out, pen->y - line->baseline);
        g_string_append(pen->out, " Td ");
    }
    pen->x = x;
    pen->y = line->baseline;
    pen->at = 0;
    g_string_append_c(pen->out, '[');
    for (Cluster cluster = { run, 0, 0, 0 }; cluster.first < run->count;
         cluster.first = cluster.next) {
        for (cluster.next = cluster.first;
             cluster.next < run->count &&
             run->glyphs[cluster.next].byte == run->glyphs[cluster.first].byte;)
            cluster.next++;
        take_letters(pen, &cluster);
        double width = take_parts(pen, &cluster);
        show_cluster(pen, &cluster, typeface, advanced * 1000 / REFERENCE_SIZE);
        advanced += width;
    }
    end_string(pen);
    g_string_append(pen->out, "]TJ\n");
}

static void
write_matrix(GString *out, const cairo_matrix_t *matrix, double x, double y)
{
    const double numbers[] = { matrix->xx, matrix->yx, -matrix->xy, -matrix->yy };

    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        write_number(out, numbers[i]);
        g_string_append_c(out, ' ');
    }
    cairo_matrix_transform_point(matrix, &x, &y);
    write_number(out, x);
    g_string_append_c(out, ' ');
    write_number(out, y);
    g_string_append(out, " Tm\n");
}

void
words_write(Lettering *lettering, GString *out, const Item *item, const Palette *palette,
            const cairo_matrix_t *matrix)
{
    g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(Part));
    g_autoptr(GArray) letters = g_array_new(FALSE, FALSE, sizeof(gunichar));
    Pen pen = { .lettering = lettering,
                .out = out,
                .item = item,
                .x = item->lines[0].x,
                .y = item->lines[0].baseline,
                .parts = parts,
                .letters = letters };

    g_string_append(out, "q ");
    colour_write_fill(out, &palette->inks[item->ink], palette);
    g_string_append(out, " BT ");
    write_matrix(out, matrix, pen.x, pen.y);
    for (int i = 0; i < item->line_count; i++)
        for (int k = 0; k < item->lines[i].line.count; k++)
            write_run(&pen, &item->lines[i], &item->lines[i].line.runs[k]);
    g_string_append(out, "ET Q\n");
}

/* --- fonts --------------------------------------------------------------------------------- */

void
lettering_write_names(const Lettering *lettering, GString *out, Writer *writer)
{
    for (guint i = 0; i < lettering->typefaces->len; i++) {
        if (i == lettering->numbers->len) {
            int number = writer_reserve(writer);

            g_array_append_val(lettering->numbers, number);
        }
        write_integer(out, "/F", (int) i);
        write_reference(out, " ", g_array_index(lettering->numbers, int, i));
    }
}

void
lettering_write(const Lettering *lettering, Writer *writer)
{
    for (guint i = 0; i < lettering->numbers->len; i++)
        typeface_write(lettering->typefaces->pdata[i], g_array_index(lettering->numbers, int, i),
                       writer);
}
