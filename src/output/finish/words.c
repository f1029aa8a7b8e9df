#include "output/finish/words.h"

#include "output/finish/cluster.h"
#include "output/finish/colour.h"

#include <math.h>
#include <stdlib.h>

struct Lettering {
    Painter *painter;
    GPtrArray *typefaces;
    GArray *numbers; /* of every typeface its object, once it has one */
};

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

/* Where the next letter goes, while an item is written. */
typedef struct Pen {
    Lettering *lettering;
    GString *out;
    const Item *item;
    Typeface *typeface; /* set last */
    double x, y;        /* of the text line's start, points */
    double at;          /* behind it, in thousandths of an em */
    bool in_array, in_string;
    GArray *letters, *parts; /* of the cluster at hand */
} Pen;

/* --- typefaces ----------------------------------------------------------------------------- */

/* All that is light stands in one typeface, all that is bold in another: a line that changes its
 * script does not change its font, over which readers stumble. */
static Typeface *
typeface_for(const Lettering *lettering, const Outlines *outlines)
{
    for (guint i = 0; i < lettering->typefaces->len; i++) {
        Typeface *typeface = lettering->typefaces->pdata[i];

        if (typeface_outlines(typeface, 0)->bold == outlines->bold &&
            typeface_face(typeface, outlines) >= 0)
            return typeface;
    }
    Typeface *typeface = typeface_new(outlines->em);
    typeface_face(typeface, outlines);
    g_ptr_array_add(lettering->typefaces, typeface);
    return typeface;
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

static void
end_array(Pen *pen)
{
    end_string(pen);
    if (pen->in_array)
        g_string_append(pen->out, "]TJ\n");
    pen->in_array = false;
}

/* Shows @code at @x, in thousandths of an em. */
static void
show(Pen *pen, int code, double x)
{
    int back = (int) lround(pen->at - x);

    if (!pen->in_array)
        g_string_append_c(pen->out, '[');
    pen->in_array = true;
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
    pen->at += typeface_advance(pen->typeface, code) * 1000.0 / pen->typeface->em;
}

/* --- clusters ------------------------------------------------------------------------------ */

static const Part *
part_at(const Cluster *cluster, int index)
{
    return &g_array_index(cluster->parts, Part, index);
}

static int
natural_advance(const Pen *pen, const Cluster *cluster)
{
    const Outlines *outlines = typeface_outlines(pen->typeface, cluster->face);
    int advance = 0;

    for (int i = 0; i < (int) cluster->parts->len; i++)
        advance += outlines_advance(outlines, part_at(cluster, i)->glyph);
    return advance;
}

/* Every letter has a share of the width. Two letters closer together than a tenth of an em are one
 * printed twice to some readers; a gap wider than that is a space. */
typedef struct Shares {
    int thin, wide;
} Shares;

static Shares
share(const Pen *pen, const Cluster *cluster)
{
    const int least = (int) lround(0.101 * pen->typeface->em);
    int count = (int) cluster->letters->len, thin = 0, advance = natural_advance(pen, cluster);

    for (int i = 0; i < count; i++)
        thin += cluster_is_thin(cluster_letter(cluster, i));
    if (thin == 0 || thin == count)
        return (Shares){ advance / count, advance / count };
    return (Shares){ least, MAX(least, (advance - thin * least) / (count - thin)) };
}

/* The first code draws everything. */
static void
show_letters(Pen *pen, const Cluster *cluster, double x)
{
    Shares shares = share(pen, cluster);

    for (int i = 0; i < (int) cluster->letters->len; i++) {
        gunichar letter = cluster_letter(cluster, i);
        int width = cluster_is_thin(letter) ? shares.thin : shares.wide;
        int code = typeface_drawn(pen->typeface, letter, width, part_at(cluster, 0),
                                  i == 0 ? (int) cluster->parts->len : 0);

        show(pen, code, x);
        x += width * 1000.0 / pen->typeface->em;
    }
}

static void
show_cluster(Pen *pen, const Cluster *cluster, double x)
{
    const Part *part = part_at(cluster, 0);

    if (cluster->parts->len == 0)
        return;
    if (cluster->parts->len == 1 && cluster->letters->len == 1 && part->x == 0 && part->y == 0)
        show(pen,
             typeface_letter(pen->typeface, cluster_letter(cluster, 0), part->face, part->glyph),
             x);
    else
        show_letters(pen, cluster, x);
}

/* --- lines --------------------------------------------------------------------------------- */

/* A run, and what it is written with. */
typedef struct Written {
    const PlacedRun *placed;
    const Outlines *outlines;
    Typeface *typeface;
    gunichar lead, trail;
} Written;

static bool
is_rtl(const Run *run)
{
    return run->level % 2 == 1;
}

static void
start_at(Pen *pen, Typeface *typeface, double x, double y)
{
    end_array(pen);
    if (typeface != pen->typeface) {
        guint name = 0;

        g_ptr_array_find(pen->lettering->typefaces, typeface, &name);
        write_integer(pen->out, "/F", (int) name);
        g_string_append_c(pen->out, ' ');
        write_number(pen->out, pen->item->size);
        g_string_append(pen->out, " Tf ");
        pen->typeface = typeface;
    }
    if (x != pen->x || y != pen->y) {
        write_number(pen->out, x - pen->x);
        g_string_append_c(pen->out, ' ');
        write_number(pen->out, pen->y - y);
        g_string_append(pen->out, " Td ");
    }
    pen->x = x;
    pen->y = y;
    pen->at = 0;
}

/* @origin: where the text line starts, as the run's own x counts. */
static void
write_run(Pen *pen, const Written *run, double origin)
{
    Cluster cluster = { .run = &run->placed->run,
                        .text = pen->item->text,
                        .em = run->typeface->em,
                        .face = typeface_face(run->typeface, run->outlines),
                        .lead = run->lead,
                        .trail = run->trail,
                        .letters = pen->letters,
                        .parts = pen->parts };

    while (cluster_next(&cluster))
        show_cluster(pen, &cluster,
                     (run->placed->x - origin + cluster.x) * 1000 / REFERENCE_SIZE);
}

static bool
has_space(const char *text, const Run *run)
{
    for (const char *at = text + run->start; at < text + run->end; at = g_utf8_next_char(at))
        if (g_unichar_isspace(g_utf8_get_char(at)))
            return true;
    return false;
}

/* A number with spaces in it stays alone, else some readers turn its groups round. */
static bool
stands_alone(const Pen *pen, const Run *run)
{
    return !is_rtl(run) && has_space(pen->item->text, run);
}

static int
by_place(const void *a, const void *b)
{
    const Written *first = a, *second = b;

    return (first->placed->x > second->placed->x) - (first->placed->x < second->placed->x);
}

/* Runs of one typeface that follow each other: left to right, as readers want a line's letters. */
static void
write_stretch(Pen *pen, const PlacedLine *line, Written *runs, int count)
{
    qsort(runs, (size_t) count, sizeof *runs, by_place);
    double origin = runs[0].placed->x;

    start_at(pen, runs[0].typeface, line->x + origin * pen->item->size / REFERENCE_SIZE,
             line->baseline);
    for (int i = 0; i < count; i++)
        write_run(pen, &runs[i], origin);
}

static const Outlines *
outlines_at(const Pen *pen, const Line *line, int index)
{
    return painter_outlines(pen->lettering->painter, line->runs[index].run.face);
}

/* The typeface of a right-to-left line; else NULL. */
static Typeface *
rtl_typeface(const Pen *pen, const Line *line)
{
    for (int i = 0; i < line->count; i++)
        if (is_rtl(&line->runs[i].run))
            return typeface_for(pen->lettering, outlines_at(pen, line, i));
    return NULL;
}

/* Some readers take what stands between a number and words for a part of the number, and turn it
 * round with it: a mark of direction keeps the two apart. */
static gunichar
mark_between(const Run *words, const Run *number, gunichar letter)
{
    enum { RIGHT_TO_LEFT_MARK = 0x200F };

    return is_rtl(words) && !is_rtl(number) && !g_unichar_isalpha(letter) ? RIGHT_TO_LEFT_MARK : 0;
}

static Written
prepare(const Pen *pen, const Line *line, int index, Typeface *shared)
{
    const PlacedRun *placed = &line->runs[index];
    const Run *run = &placed->run;
    const char *text = pen->item->text;
    const Outlines *outlines = outlines_at(pen, line, index);
    bool joins = shared != NULL && typeface_face(shared, outlines) >= 0;
    Written written = { .placed = placed, .outlines = outlines };

    written.typeface = joins ? shared : typeface_for(pen->lettering, outlines);
    if (index > 0)
        written.lead =
            mark_between(run, &line->runs[index - 1].run, g_utf8_get_char(text + run->start));
    if (index + 1 < line->count)
        written.trail = mark_between(run, &line->runs[index + 1].run,
                                     g_utf8_get_char(g_utf8_prev_char(text + run->end)));
    return written;
}

static void
write_line(Pen *pen, const PlacedLine *placed)
{
    const Line *line = &placed->line;
    Typeface *shared = rtl_typeface(pen, line);
    g_autofree Written *runs = g_new(Written, MAX(line->count, 1));

    for (int i = 0; i < line->count; i++)
        runs[i] = prepare(pen, line, i, shared);
    for (int first = 0, next; first < line->count; first = next) {
        next = first + 1;
        while (next < line->count && runs[next].typeface == runs[first].typeface &&
               !stands_alone(pen, &line->runs[next - 1].run) &&
               !stands_alone(pen, &line->runs[next].run))
            next++;
        write_stretch(pen, placed, runs + first, next - first);
    }
}

/* --- items --------------------------------------------------------------------------------- */

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
        write_line(&pen, &item->lines[i]);
    end_array(&pen);
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
