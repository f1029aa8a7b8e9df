/* The columns of a segment's last page made equally full. */
#include "layout/segment.h"

static bool
fits_in(const Segment *segment, double limit, int most)
{
    g_autoptr(GArray) trial = g_array_new(FALSE, FALSE, sizeof(Column));
    Overflow ignored = { 0 };

    return segment_fill(segment, limit, most, trial, &ignored) == 0;
}

/* The least height at which @segment still fits into @most columns: they come out equally full. */
static double
level_height(const Segment *segment, int most, double highest)
{
    double low = 0, high = highest;

    while (high - low > 1) {
        double middle = (low + high) / 2;

        if (fits_in(segment, middle, most))
            high = middle;
        else
            low = middle;
    }
    return high;
}

/* Where the page begins on which the last of the columns stands. */
static int
first_of_last_page(const Flow *flow, const GArray *filled)
{
    int last_page = g_array_index(filled, Column, filled->len - 1).page;
    int first = (int) filled->len - 1;

    while (flow_repeats(flow) && first > 0 &&
           g_array_index(filled, Column, first - 1).page == last_page)
        first--;
    return flow_repeats(flow) ? first : 0;
}

static double
highest_of(const GArray *filled, int first)
{
    double highest = 0;

    for (guint i = (guint) first; i < filled->len; i++)
        highest = MAX(highest, g_array_index(filled, Column, i).rect.height);
    return highest;
}

void
segment_level(const Segment *segment, GArray *filled, bool is_last)
{
    int first = first_of_last_page(segment->flow, filled);
    const Column *column = &g_array_index(filled, Column, first);
    int a_page = flow_columns_a_page(segment->flow);
    int index = segment->first_column + first;
    int most = is_last && flow_repeats(segment->flow) ? a_page - index % a_page
                                                      : (int) filled->len - first;
    Segment tail = { .flow = segment->flow,
                     .from = rows_cursor(&column->rows, column->first),
                     .end = segment->end,
                     .first_column = index };
    Overflow ignored = { 0 };

    if (most < 2)
        return;
    double height = level_height(&tail, most, highest_of(filled, first));
    g_array_set_size(filled, (guint) first);
    segment_fill(&tail, height, most, filled, &ignored);
}
