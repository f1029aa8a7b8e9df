#include "output/finish/cluster.h"

#include "base/bidi.h"

#include <math.h>

enum { SOFT_HYPHEN = 0xAD };

static bool
is_rtl(const Run *run)
{
    return run->level % 2 == 1;
}

/* Behind the glyphs that stand for the same letters as @first. */
static int
end_of(const Run *run, int first)
{
    int next = first;

    while (next < run->count && run->glyphs[next].byte == run->glyphs[first].byte)
        next++;
    return next;
}

static bool
is_drawn(const Run *run, int first, int next)
{
    for (int i = first; i < next; i++)
        if (run->glyphs[i].id != NO_GLYPH)
            return true;
    return false;
}

/* Behind the last glyph that is taken together with @first. */
static int
take_glyphs(const Run *run, int first)
{
    int next = end_of(run, first);

    while (next < run->count && !is_drawn(run, first, next))
        next = end_of(run, next);
    int drawn = is_rtl(run) ? run->count : end_of(run, MIN(next, run->count - 1));
    while (next < run->count && !is_drawn(run, next, drawn)) {
        next = drawn;
        drawn = is_rtl(run) ? run->count : end_of(run, MIN(next, run->count - 1));
    }
    return next;
}

static void
take_letters(Cluster *cluster, int first, int next)
{
    const Run *run = cluster->run;
    bool rtl = is_rtl(run);
    int before = rtl ? first - 1 : next;
    const char *at = cluster->text + run->glyphs[rtl ? next - 1 : first].byte;
    const char *end = cluster->text + (before >= 0 && before < run->count
                                           ? (int) run->glyphs[before].byte
                                           : run->end);

    g_array_set_size(cluster->letters, 0);
    if (cluster->lead != 0 && at == cluster->text + run->start)
        g_array_append_val(cluster->letters, cluster->lead);
    for (; at < end; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);

        if (!is_bidi_control(letter))
            g_array_append_val(cluster->letters, letter);
    }
}

static int16_t
font_units(const Cluster *cluster, double points)
{
    return (int16_t) lround(points * cluster->em / REFERENCE_SIZE);
}

static void
take_parts(Cluster *cluster, int first, int next)
{
    double x = 0;

    g_array_set_size(cluster->parts, 0);
    for (int i = first; i < next; i++) {
        const Glyph *glyph = &cluster->run->glyphs[i];
        Part part = { (uint16_t) cluster->face, (uint16_t) glyph->id,
                      font_units(cluster, x + glyph->dx), font_units(cluster, -glyph->dy) };

        if (glyph->id != NO_GLYPH)
            g_array_append_val(cluster->parts, part);
        x += glyph->advance;
    }
    cluster->x = cluster->end;
    cluster->end += x;
}

bool
cluster_next(Cluster *cluster)
{
    static const gunichar hyphen = SOFT_HYPHEN;
    int first = cluster->next;

    if (first >= cluster->run->count)
        return false;
    cluster->next = take_glyphs(cluster->run, first);
    take_letters(cluster, first, cluster->next);
    take_parts(cluster, first, cluster->next);
    if (cluster->letters->len == 0 && cluster->parts->len > 0) /* drawn, but not written */
        g_array_append_val(cluster->letters, hyphen);
    return true;
}

gunichar
cluster_letter(const Cluster *cluster, int index)
{
    int count = (int) cluster->letters->len;

    return g_array_index(cluster->letters, gunichar,
                         is_rtl(cluster->run) ? count - 1 - index : index);
}
