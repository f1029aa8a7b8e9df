#include "output/finish/marker.h"

#include "output/private.h"

#include <math.h>

/* Red of a marker, in thousandths; green and blue hold the leaf's number. Eight-bit colours,
 * which are all that palettes and drawings have, cannot come out like this: 0.731 x 255 =
 * 186.4. */
enum { RED_BEGIN = 731, RED_END = 733 };
enum { MOST_LEAVES = 1000 * 1000 };

static void
paint(cairo_t *cr, int red, int leaf)
{
    g_assert(leaf < MOST_LEAVES);
    cairo_save(cr);
    cairo_reset_clip(cr);
    cairo_identity_matrix(cr);
    cairo_set_source_rgb(cr, red / 1000.0, leaf / 1000 / 1000.0, leaf % 1000 / 1000.0);
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

static int
thousandths(double part)
{
    return (int) lround(CLAMP(part, 0, 1) * 1000);
}

bool
marker_read(const double rgb[3], Marker *marker)
{
    int red = thousandths(rgb[0]);

    if ((red != RED_BEGIN && red != RED_END) || fabs(rgb[0] - red / 1000.0) > 1e-5)
        return false;
    marker->begins = red == RED_BEGIN;
    marker->leaf = thousandths(rgb[1]) * 1000 + thousandths(rgb[2]);
    return true;
}
