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

bool
cluster_is_thin(gunichar letter)
{
    GUnicodeType type = g_unichar_type(letter);

    return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_FORMAT;
}

/* Whether glyphs from @first on stand for a letter that has a width of its own. */
static bool
is_base(const Cluster *cluster, int first, int next)
{
    const Glyph *glyphs = cluster->run->glyphs;
    bool drawn = false;

    for (int i = first; i < next; i++)
        drawn |= glyphs[i].id != NO_GLYPH;
    return drawn && !cluster_is_thin(g_utf8_get_char(cluster->text + glyphs[first].byte));
}

/* Behind the last glyph that is taken together with @first: a letter and what follows it in the
 * text without a width of its own. What nothing goes before joins what comes next. */
static int
take_glyphs(const Cluster *cluster, int first)
{
    const Run *run = cluster->run;
    bool rtl = is_rtl(run);
    int next = end_of(run, first);
    bool found = is_base(cluster, first, next);

    while (next < run->count) {
        int end = end_of(run, next);
        bool base = is_base(cluster, next, end);

        if (found && (base || rtl))
            break;
        found |= base;
        next = end;
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
    const char *end =
        cluster->text +
        (before >= 0 && before < run->count ? (int) run->glyphs[before].byte : run->end);

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
    cluster->next = take_glyphs(cluster, first);
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

bool
cluster_rest_is_space(const Cluster *cluster)
{
    const char *end = cluster->text + cluster->run->glyphs[cluster->next - 1].byte;
    int spaces = 0, others = 0;

    for (const char *at = cluster->text + cluster->run->start; at < end;
         at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);

        spaces += g_unichar_isspace(letter);
        others += !g_unichar_isspace(letter) && !is_bidi_control(letter);
    }
    return spaces == 1 && others == 0;
}
