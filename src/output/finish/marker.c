#include "output/finish/marker.h"

#include "output/private.h"

#include <math.h>

/* Red of a marker, in thousandths; green and blue hold its number. Eight-bit colours,
 * which are all that palettes and drawings have, cannot come out like this: 0.731 x 255 =
 * 186.4. */
enum { RED_BEGIN = 731, RED_END = 733, RED_PASSAGE = 737 };
enum { MOST_NUMBERS = 1000 * 1000 };

static void
paint(cairo_t *cr, int red, int number)
{
    g_assert(number < MOST_NUMBERS);
    cairo_save(cr);
    cairo_reset_clip(cr);
    cairo_identity_matrix(cr);
    cairo_set_source_rgb(cr, red / 1000.0, number / 1000 / 1000.0, number % 1000 / 1000.0);
    cairo_rectangle(cr, 0, 0, 1, 1);
    cairo_fill(cr);
    cairo_restore(cr);
}

void
marker_begin(void *user, cairo_t *cr, int leaf)
{
    (void) user;
    paint(cr, RED_BEGIN, leaf);
}

void
marker_end(void *user, cairo_t *cr, int leaf)
{
    (void) user;
    paint(cr, RED_END, leaf);
}

void
marker_passage(cairo_t *cr, int passage)
{
    paint(cr, RED_PASSAGE, passage);
}

static int
thousandths(double part)
{
    return (int) lround(CLAMP(part, 0, 1) * 1000);
}

static const struct {
    int red;
    MarkerKind kind;
} kinds[] = {
    { RED_BEGIN, MARKER_BEGIN },
    { RED_END, MARKER_END },
    { RED_PASSAGE, MARKER_PASSAGE },
};

bool
marker_read(const double rgb[3], Marker *marker)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (fabs(rgb[0] - kinds[i].red / 1000.0) > 1e-5)
            continue;
        marker->kind = kinds[i].kind;
        marker->number = thousandths(rgb[1]) * 1000 + thousandths(rgb[2]);
        return true;
    }
    return false;
}
