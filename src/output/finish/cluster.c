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

    while (next < run->count && !(found && rtl)) {
        int end = end_of(run, next);
        bool base = is_base(cluster, next, end);

        if ((found && base) || end - first > MOST_IN_CLUSTER)
            break;
        found |= base;
        next = end;
    }
    return next;
}

static void
add_letter(Cluster *cluster, gunichar letter)
{
    if (cluster->letter_count < MOST_IN_CLUSTER)
        cluster->letters[cluster->letter_count++] = letter;
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

    cluster->letter_count = 0;
    for (; at < end; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);

        if (!is_bidi_control(letter))
            add_letter(cluster, letter);
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

    cluster->part_count = 0;
    for (int i = first; i < next; i++) {
        const Glyph *glyph = &cluster->run->glyphs[i];

        if (glyph->id != NO_GLYPH && cluster->part_count < MOST_IN_CLUSTER)
            cluster->parts[cluster->part_count++] =
                (Part){ (uint16_t) cluster->face, (uint16_t) glyph->id,
                        font_units(cluster, x + glyph->dx), font_units(cluster, -glyph->dy) };
        x += glyph->advance;
    }
    cluster->x = cluster->end;
    cluster->end += x;
}

bool
cluster_next(Cluster *cluster)
{
    int first = cluster->next;

    if (first >= cluster->run->count)
        return false;
    cluster->next = take_glyphs(cluster, first);
    take_letters(cluster, first, cluster->next);
    take_parts(cluster, first, cluster->next);
    if (cluster->letter_count == 0 && cluster->part_count > 0) /* drawn, but not written */
        add_letter(cluster, SOFT_HYPHEN);
    return true;
}

gunichar
cluster_letter(const Cluster *cluster, int index)
{
    return cluster->letters[is_rtl(cluster->run) ? cluster->letter_count - 1 - index : index];
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
