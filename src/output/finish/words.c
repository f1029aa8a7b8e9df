#include "output/finish/words.h"

#include "output/finish/cluster.h"

#include <math.h>

struct Lettering {
    Painter *painter;
    GPtrArray *typefaces;
    GArray *numbers; /* of every typeface its object, once it has one */
    bool rtl;
};

Lettering *
lettering_new(Painter *painter, bool rtl)
{
    Lettering *lettering = g_new0(Lettering, 1);

    lettering->painter = painter;
    lettering->rtl = rtl;
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
    Ground *ground;
    GString *out;
    const Item *item;
    Typeface *typeface; /* of the run at hand */
    double x, y;        /* of the text line's start, points */
    double at;          /* behind it, in thousandths of an em */
    bool in_array, in_string;
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
            if (painter_outlines(lettering->painter, item->lines[i].line.runs[k].run.face) ==
                NULL)
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

static int
thin_width(const Typeface *typeface)
{
    return (int) lround(0.101 * typeface->em);
}

/* Of the glyphs alone, unless the line has so much more room for them that it would look like a
 * space. */
static int
advance_of(const Pen *pen, const Cluster *cluster)
{
    const Outlines *outlines = typeface_outlines(pen->typeface, cluster->face);
    double room = (cluster->end - cluster->x) * pen->typeface->em / REFERENCE_SIZE;
    int advance = 0;

    for (int i = 0; i < cluster->part_count; i++)
        advance += outlines_advance(outlines, cluster->parts[i].glyph);
    return room - advance > thin_width(pen->typeface) / 2 ? (int) room : advance;
}

/* Every letter has a share of the width. Two letters closer together than a tenth of an em are one
 * printed twice to some readers; a gap wider than that is a space. */
typedef struct Shares {
    int thin, wide;
} Shares;

static Shares
share(const Pen *pen, const Cluster *cluster)
{
    int least = thin_width(pen->typeface), advance = advance_of(pen, cluster);
    int count = cluster->letter_count, thin = 0;

    for (int i = 0; i < count; i++)
        thin += cluster_is_thin(cluster_letter(cluster, i));
    if (thin == 0 || thin == count)
        return (Shares){ advance / count, advance / count };
    return (Shares){ least, MAX(least, (advance - thin * least) / (count - thin)) };
}

/* Spaces that are told with a cluster, and their widths in font units. */
typedef struct Told {
    int spaces; /* ToldSpace, or both */
    int left, right;
} Told;

static void
move_parts(Cluster *cluster, int right)
{
    for (int i = 0; i < cluster->part_count; i++)
        cluster->parts[i].x = (int16_t) (cluster->parts[i].x + right);
}

/* The first code draws everything. */
static void
show_letters(Pen *pen, Cluster *cluster, const Told *told, double x)
{
    Shares shares = share(pen, cluster);
    int last = cluster->letter_count - 1;

    move_parts(cluster, told->left);
    for (int i = 0; i <= last; i++) {
        gunichar letter = cluster_letter(cluster, i);
        int width = cluster_is_thin(letter) ? shares.thin : shares.wide;
        int spaces = (i == 0 ? told->spaces & SPACE_LEFT : 0) |
                     (i == last ? told->spaces & SPACE_RIGHT : 0);

        width += (i == 0 ? told->left : 0) + (i == last ? told->right : 0);
        show(pen,
             typeface_drawn(pen->typeface, letter, spaces, width, cluster->parts,
                            i == 0 ? cluster->part_count : 0),
             x);
        x += width * 1000.0 / pen->typeface->em;
    }
}

static bool
is_space(const Cluster *cluster)
{
    return cluster->letter_count == 1 && g_unichar_isspace(cluster_letter(cluster, 0));
}

/* Whether a cluster's only glyph has the width that it should have. */
static bool
is_as_wide(const Pen *pen, const Cluster *cluster)
{
    const Outlines *outlines = typeface_outlines(pen->typeface, cluster->face);

    return is_space(cluster) ||
           advance_of(pen, cluster) == outlines_advance(outlines, cluster->parts[0].glyph);
}

static void
show_cluster(Pen *pen, Cluster *cluster, const Told *told)
{
    const Part *part = &cluster->parts[0];
    double x = cluster->x * 1000 / REFERENCE_SIZE - told->left * 1000.0 / pen->typeface->em;

    if (cluster->part_count == 0)
        return;
    if (cluster->part_count == 1 && cluster->letter_count == 1 && part->x == 0 && part->y == 0 &&
        told->spaces == SPACE_NONE && told->left == 0 && is_as_wide(pen, cluster))
        show(pen,
             typeface_letter(pen->typeface, cluster_letter(cluster, 0), part->face, part->glyph),
             x);
    else
        show_letters(pen, cluster, told, x);
}

/* --- runs ---------------------------------------------------------------------------------- */

static bool
is_rtl(const Run *run)
{
    return run->level % 2 == 1;
}

static void
show_in(Pen *pen, const Typeface *typeface)
{
    guint name = 0;

    if (pen->ground->typeface == typeface && pen->ground->size == pen->item->size)
        return;
    g_ptr_array_find(pen->lettering->typefaces, typeface, &name);
    write_integer(pen->out, "/F", (int) name);
    g_string_append_c(pen->out, ' ');
    write_number(pen->out, pen->item->size);
    g_string_append(pen->out, " Tf ");
    pen->ground->typeface = typeface;
    pen->ground->size = pen->item->size;
}

static void
start_at(Pen *pen, Typeface *typeface, double x, double y)
{
    end_array(pen);
    pen->typeface = typeface;
    show_in(pen, typeface);
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

/* Which edges of a run are told with a space. */
typedef struct Edges {
    bool left, right; /* if one stands there: behind it the direction changes */
    bool ends;        /* in any case: nothing follows on the line that belongs to the item */
} Edges;

/* Some readers take all that stands between a number and words for a part of the number, and turn
 * it round with it: a mark of direction keeps the two apart. */
static void
show_mark(Pen *pen, double x)
{
    enum { RIGHT_TO_LEFT_MARK = 0x200F };

    show(pen,
         typeface_drawn(pen->typeface, RIGHT_TO_LEFT_MARK, SPACE_NONE,
                        thin_width(pen->typeface), NULL, 0),
         x);
}

/* The width of the space at the right edge of a run, in font units, when nothing else is left of it;
 * else 0. Right to left, what is left begins the text. */
static int
take_right_space(Cluster *cluster)
{
    const Run *run = cluster->run;
    double width = 0;

    if (!cluster_rest_is_space(cluster))
        return 0;
    while (cluster->next < run->count)
        width += run->glyphs[cluster->next++].advance;
    return (int) lround(width * cluster->em / REFERENCE_SIZE);
}

/* Where nothing follows on the line, a space is told that is not there: else what comes next on the
 * sheet would be the same word to some readers. */
static int
made_space(const Typeface *typeface)
{
    return typeface->em / 4;
}

static void
write_ltr(Pen *pen, Cluster *cluster, bool ends)
{
    static const Told nothing = { 0 };
    const Told space = { SPACE_RIGHT, 0, made_space(pen->typeface) };

    if (ends)
        show_mark(pen, -thin_width(pen->typeface) * 1000.0 / pen->typeface->em);
    while (cluster_next(cluster))
        show_cluster(pen, cluster,
                     ends && cluster->next == cluster->run->count ? &space : &nothing);
}

/* What a space takes from the letter right of it, so that it is wide enough to be seen as one. */
static int
missing_width(const Cluster *cluster)
{
    double width = (cluster->end - cluster->x) / REFERENCE_SIZE;

    return is_space(cluster) ? (int) lround(MIN(width - 0.17, 0) * cluster->em) : 0;
}

/* The leftmost letter is the run's last; whether it is told with a space, which is then not shown. */
static bool
begin_rtl(Pen *pen, const Cluster *cluster, const Edges *edges, Told *told)
{
    if (edges->ends) {
        *told = (Told){ SPACE_LEFT, made_space(pen->typeface), 0 };
        return false;
    }
    if (edges->left && is_space(cluster) && cluster->next < cluster->run->count) {
        int width = (int) lround(cluster->end * cluster->em / REFERENCE_SIZE);

        *told = (Told){ SPACE_LEFT, width, 0 };
        return true;
    }
    if (cluster->letter_count > 0 && !g_unichar_isalpha(cluster_letter(cluster, 0)))
        show_mark(pen, -thin_width(pen->typeface) * 1000.0 / cluster->em);
    return false;
}

static void
write_rtl(Pen *pen, Cluster *cluster, const Edges *edges)
{
    int thin = thin_width(pen->typeface);
    Told told = { 0 };

    for (bool first = true; cluster_next(cluster); first = false) {
        if (first && begin_rtl(pen, cluster, edges, &told))
            continue;
        int right = edges->right ? take_right_space(cluster) : 0;

        if (right > thin) {
            told.spaces |= SPACE_RIGHT;
            told.right = right - thin;
        }
        show_cluster(pen, cluster, &told);
        if (right > thin)
            show_mark(pen, pen->at);
        told = (Told){ .left = missing_width(cluster) };
    }
}

/* What the bytes of @run are of. */
static const char *
text_of(const Pen *pen, const Run *run)
{
    return run->said != NULL ? run->said : pen->item->text;
}

static void
write_run(Pen *pen, const Run *run, int face, const Edges *edges)
{
    Cluster cluster = {
        .run = run, .text = text_of(pen, run), .em = pen->typeface->em, .face = face
    };

    if (is_rtl(run))
        write_rtl(pen, &cluster, edges);
    else
        write_ltr(pen, &cluster, edges->ends);
}

static bool
has_space(const char *text, const Run *run)
{
    for (const char *at = text + run->start; at < text + run->end; at = g_utf8_next_char(at))
        if (g_unichar_isspace(g_utf8_get_char(at)))
            return true;
    return false;
}

/* Several words from left to right are safer without it: a mark of direction could turn them round. */
static void
write_line(Pen *pen, const PlacedLine *placed, bool last_line)
{
    const Line *line = &placed->line;

    for (int i = 0; i < line->count; i++) {
        const Run *run = &line->runs[i].run;
        const Outlines *outlines = painter_outlines(pen->lettering->painter, run->face);
        Typeface *typeface = typeface_for(pen->lettering, outlines);
        bool before = i > 0 && !is_rtl(&line->runs[i - 1].run);
        bool behind = i + 1 < line->count && !is_rtl(&line->runs[i + 1].run);
        bool ends = last_line && i == line->count - 1 &&
                    (is_rtl(run) || (pen->lettering->rtl && !has_space(text_of(pen, run), run)));
        Edges edges = { is_rtl(run) && behind, is_rtl(run) && before, ends };

        start_at(pen, typeface, placed->x + line->runs[i].x * pen->item->size / REFERENCE_SIZE,
                 placed->baseline);
        write_run(pen, run, typeface_face(typeface, outlines), &edges);
    }
}

/* --- items --------------------------------------------------------------------------------- */

/* Where the first line begins: letters stand upright in content whose y grows downwards. */
static void
write_start(GString *out, const cairo_matrix_t *matrix, double x, double y)
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
words_write(Lettering *lettering, Ground *ground, const Item *item, const cairo_matrix_t *matrix)
{
    Pen pen = { .lettering = lettering,
                .ground = ground,
                .out = ground->out,
                .item = item,
                .x = item->lines[0].x,
                .y = item->lines[0].baseline };

    ground_fill(ground, item->ink);
    g_string_append(pen.out, "BT ");
    write_start(pen.out, matrix, pen.x, pen.y);
    for (int i = 0; i < item->line_count; i++)
        write_line(&pen, &item->lines[i], i == item->line_count - 1);
    end_array(&pen);
    g_string_append(pen.out, "ET\n");
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
        typeface_write(lettering->typefaces->pdata[i],
                       g_array_index(lettering->numbers, int, i), writer);
}
