#include "output/finish/words.h"

#include "output/finish/cluster.h"

#include <math.h>

static bool
is_rtl(const Run *run)
{
    return run->level % 2 == 1;
}

/* --- clusters ------------------------------------------------------------------------------ */

/* Of a mark or joiner. Two letters closer together than a tenth of an em are one printed twice to
 * some readers; a gap wider than that is a space to others. */
static int
thin_width(const Typeface *typeface)
{
    return (int) lround(0.101 * typeface->em);
}

/* Of all marks of an Arabic letter: MuPDF gives marks no width and takes the gap for a space. */
static int
together_width(const Typeface *typeface)
{
    return (int) (0.148 * typeface->em);
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

/* Every letter has a share of the width. */
typedef struct Shares {
    int thin, wide;
} Shares;

static Shares
share(const Pen *pen, const Cluster *cluster)
{
    int advance = advance_of(pen, cluster), count = cluster->letter_count, thin = 0;

    for (int i = 0; i < count; i++)
        thin += cluster_is_thin(cluster_letter(cluster, i));
    if (thin == 0 || thin == count)
        return (Shares){ advance / count, advance / count };
    int least = thin_width(pen->typeface);
    int each = is_rtl(cluster->run) ? MIN(least, together_width(pen->typeface) / thin) : least;
    return (Shares){ each, MAX(least, (advance - thin * each) / (count - thin)) };
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
        pen_show(pen,
                 typeface_drawn(pen->typeface, letter, spaces, width, cluster->parts,
                                i == 0 ? cluster->part_count : 0),
                 x);
        x += pen_thousandths(pen, width);
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
    double x = cluster->x * 1000 / REFERENCE_SIZE - pen_thousandths(pen, told->left);

    if (cluster->part_count == 0)
        return;
    if (cluster->part_count == 1 && cluster->letter_count == 1 && part->x == 0 && part->y == 0 &&
        told->spaces == SPACE_NONE && told->left == 0 && is_as_wide(pen, cluster))
        pen_show(
            pen,
            typeface_letter(pen->typeface, cluster_letter(cluster, 0), part->face, part->glyph),
            x);
    else
        show_letters(pen, cluster, told, x);
}

/* --- edges of runs ------------------------------------------------------------------------- */

/* A run, and which of its edges are told with a space. */
typedef struct Written {
    const Run *run;
    bool left, right; /* if one stands there: behind it the direction changes */
    bool ends;        /* in any case: nothing follows on the line that belongs to the item */
} Written;

/* Some readers take all that stands between a number and words for a part of the number, and turn
 * it round with it: a mark of direction keeps the two apart. */
static void
show_mark(Pen *pen, double x)
{
    enum { RIGHT_TO_LEFT_MARK = 0x200F };

    pen_show(pen,
             typeface_drawn(pen->typeface, RIGHT_TO_LEFT_MARK, SPACE_NONE,
                            thin_width(pen->typeface), NULL, 0),
             x);
}

static void
show_mark_before(Pen *pen)
{
    show_mark(pen, -pen_thousandths(pen, thin_width(pen->typeface)));
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
        show_mark_before(pen);
    while (cluster_next(cluster))
        show_cluster(pen, cluster,
                     ends && cluster->next == cluster->run->count ? &space : &nothing);
}

/* What a space takes from the letter right of it, so that it is wide enough to be seen as one. */
static int
missing_width(const Cluster *cluster)
{
    double width = (cluster->end - cluster->x) / REFERENCE_SIZE;

    return is_space(cluster) ? (int) lround(CLAMP(width - 0.17, -0.08, 0) * cluster->em) : 0;
}

/* The leftmost letter is the run's last; whether it is told with a space, which is then not shown. */
static bool
begin_rtl(Pen *pen, const Cluster *cluster, const Written *written, Told *told)
{
    if (written->ends) {
        *told = (Told){ SPACE_LEFT, made_space(pen->typeface), 0 };
        return false;
    }
    if (written->left && is_space(cluster) && cluster->next < cluster->run->count) {
        int width = (int) lround(cluster->end * cluster->em / REFERENCE_SIZE);

        *told = (Told){ SPACE_LEFT, width, 0 };
        return true;
    }
    if (cluster->letter_count > 0 && !g_unichar_isalpha(cluster_letter(cluster, 0)))
        show_mark_before(pen);
    return false;
}

static void
write_rtl(Pen *pen, Cluster *cluster, const Written *written)
{
    int thin = thin_width(pen->typeface);
    Told told = { 0 };

    for (bool first = true; cluster_next(cluster); first = false) {
        if (first && begin_rtl(pen, cluster, written, &told))
            continue;
        int right = written->right ? take_right_space(cluster) : 0;

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

/* --- lines --------------------------------------------------------------------------------- */

/* What the bytes of @run are of. */
static const char *
text_of(const Item *item, const Run *run)
{
    return run->said != NULL ? run->said : item->text;
}

static bool
has_space(const char *text, const Run *run)
{
    for (const char *at = text + run->start; at < text + run->end; at = g_utf8_next_char(at))
        if (g_unichar_isspace(g_utf8_get_char(at)))
            return true;
    return false;
}

/* Several words from left to right are safer without a mark of direction, which could turn them
 * round. */
static bool
ends_item(const Item *item, const PlacedLine *placed, int index, bool rtl)
{
    const Run *run = &placed->line.runs[index].run;
    bool last = placed == &item->lines[item->line_count - 1] && index == placed->line.count - 1;

    return last && (is_rtl(run) || (rtl && !has_space(text_of(item, run), run)));
}

static Written
edges_of(const Item *item, const PlacedLine *placed, int index, bool rtl)
{
    const Line *line = &placed->line;
    Written written = { .run = &line->runs[index].run };

    written.ends = ends_item(item, placed, index, rtl);
    if (!is_rtl(written.run))
        return written;
    written.left = index + 1 < line->count && !is_rtl(&line->runs[index + 1].run);
    written.right = index > 0 && !is_rtl(&line->runs[index - 1].run);
    return written;
}

static void
write_run(Pen *pen, const char *text, const Written *written, int face)
{
    Cluster cluster = { .run = written->run, .text = text, .em = pen->typeface->em, .face = face };

    if (is_rtl(written->run))
        write_rtl(pen, &cluster, written);
    else
        write_ltr(pen, &cluster, written->ends);
}

/* Runs go in reading order, the letters of each from left to right. */
static void
write_line(Pen *pen, const Item *item, const PlacedLine *placed, bool rtl)
{
    for (int i = 0; i < placed->line.count; i++) {
        const PlacedRun *run = &placed->line.runs[i];
        const Outlines *outlines = lettering_outlines(pen->lettering, run->run.face);
        Typeface *typeface = lettering_find(pen->lettering, outlines);
        Written written = edges_of(item, placed, i, rtl);

        pen_start_line(pen, typeface, placed->x + run->x * item->size / REFERENCE_SIZE,
                       placed->baseline);
        write_run(pen, text_of(item, &run->run), &written, typeface_face(typeface, outlines));
    }
}

/* --- items --------------------------------------------------------------------------------- */

bool
words_can_write(const Lettering *lettering, const Item *item)
{
    for (int i = 0; i < item->line_count; i++)
        for (int k = 0; k < item->lines[i].line.count; k++)
            if (lettering_outlines(lettering, item->lines[i].line.runs[k].run.face) == NULL)
                return false;
    return true;
}

void
words_write(Lettering *lettering, Ground *ground, const Item *item,
            const cairo_matrix_t *matrix, bool rtl)
{
    ground_fill(ground, item->ink);
    Pen pen = pen_new(lettering, ground, item->size, matrix, item->lines[0].x,
                      item->lines[0].baseline);

    for (int i = 0; i < item->line_count; i++)
        write_line(&pen, item, &item->lines[i], rtl);
    pen_end(&pen);
}
