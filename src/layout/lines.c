/* Words to lines. Greedy, by arithmetic on widths measured once: what a line holds at another size
 * or width needs no shaping. Widths scale exactly, for metrics are unhinted. */
#include "layout/shape.h"

#include <string.h>

/* Rounding must not push a word that fits exactly to the next line. */
static const double tolerance = 0.01;

/* Between the ink of two lines, at REFERENCE_SIZE. */
static const double least_gap = 0.4;

/* Hyphens are the last resort: a line may lack as much of its measure before a word is parted, and no more
 * lines than these end with one in a row. */
static const double most_lacking = 0.15;
enum { MOST_HYPHENS = 2 };

/* With a hyphen where it ends within a word. */
static double
width_of(const Shape *shape, int first, int end)
{
    double width = 0;

    for (int i = first; i < end; i++)
        width += shape->words[i].width + (i + 1 < end ? shape->words[i].space : 0);
    return end > first ? width + shape->words[end - 1].hyphen : width;
}

/* What stands between two places where a line may end without a hyphen: the end of the one that word @first
 * begins or goes on. */
static int
whole_end(const Shape *shape, int first)
{
    while (first < shape->word_count - 1 && shape->words[first].hyphen > 0)
        first++;
    return MIN(first + 1, shape->word_count);
}

/* The most parts, from @first up to before @end, that fit into @room with a hyphen; @first: none does. */
static int
parts_end(const Shape *shape, int first, int end, double room)
{
    int last = end - 1;

    while (last > first && width_of(shape, first, last) > room)
        last--;
    return MAX(last, first);
}

/* The word after the last one of the line that begins with word @first. A word wider than the line is parted in
 * any case. */
static int
line_end(const Shape *shape, int first, double limit, bool may_part)
{
    int end = whole_end(shape, first), next = end, parts = first;
    double width = width_of(shape, first, end);

    if (width > limit)
        parts = parts_end(shape, first, end, limit);
    if (parts > first)
        return parts;
    for (; next < shape->word_count; next = end) {
        double before = width + shape->words[next - 1].space;

        end = whole_end(shape, next);
        if (before + width_of(shape, next, end) > limit)
            break;
        width = before + width_of(shape, next, end);
    }
    bool is_last = end == shape->word_count;
    if (!shape->parted || !may_part || is_last || limit - width <= most_lacking * limit)
        return next;
    return parts_end(shape, next, end, limit - width - shape->words[next - 1].space);
}

static bool
ends_with_hyphen(const Shape *shape, int end)
{
    return shape->words[end - 1].hyphen > 0;
}

static int
break_at(const Shape *shape, int first, double limit, int *ends)
{
    int count = 0, hyphens = 0;

    for (int word = first; word < shape->word_count; count++) {
        word = line_end(shape, word, limit, hyphens < MOST_HYPHENS);
        hyphens = ends_with_hyphen(shape, word) ? hyphens + 1 : 0;
        if (ends != NULL)
            ends[count] = word;
    }
    return count;
}

/* The least limit that gives no more lines than @limit does. */
static double
balanced_limit(const Shape *shape, int first, double limit, int count)
{
    double low = 0, high = limit;

    for (int i = first, end; i < shape->word_count; i = end) {
        end = whole_end(shape, i);
        low = MAX(low, width_of(shape, i, end));
    }
    low = MIN(low, high);
    while (high - low > 0.5) {
        double middle = (low + high) / 2;

        if (break_at(shape, first, middle, NULL) <= count)
            high = middle;
        else
            low = middle;
    }
    return high;
}

/* Where the whole word begins that ends at @end, in a line that begins with @first. */
static int
last_whole(const Shape *shape, int first, int end)
{
    int start = end - 1;

    while (start > first && shape->words[start - 1].hyphen > 0)
        start--;
    return start;
}

/* A last line of one word takes a second one along where that costs no line. */
static void
mend_last_line(const Shape *shape, int first, int *ends, int count, double limit)
{
    if (count < 2)
        return;
    int before = count > 2 ? ends[count - 3] : first, start = ends[count - 2];
    if (ends_with_hyphen(shape, start) || whole_end(shape, start) != ends[count - 1])
        return;
    int moved = last_whole(shape, before, start);
    if (moved <= before || whole_end(shape, before) >= moved)
        return;
    if (width_of(shape, moved, ends[count - 1]) <= limit)
        ends[count - 2] = moved;
}

Lines
lines_break(Arena *arena, const Shape *shape, int first, double width, double size, bool balance)
{
    double limit = width * REFERENCE_SIZE / size + tolerance;
    Lines lines = { .first = first };
    int count = break_at(shape, first, limit, NULL);
    int *ends = arena_new_array(arena, int, count);

    if (balance && count > 1)
        limit = balanced_limit(shape, first, limit, count);
    lines.count = break_at(shape, first, limit, ends);
    lines.ends = ends;
    if (!balance)
        mend_last_line(shape, first, ends, lines.count, limit);
    for (int i = 0; i < lines.count; i++)
        lines.too_wide |= width_of(shape, i > 0 ? ends[i - 1] : first, ends[i]) > limit;
    return lines;
}

static int
line_first(const Lines *lines, int index)
{
    return index > 0 ? lines->ends[index - 1] : lines->first;
}

double
lines_widest(const Shape *shape, const Lines *lines, double size)
{
    double widest = 0;

    for (int i = 0; i < lines->count; i++)
        widest = MAX(widest, width_of(shape, line_first(lines, i), lines->ends[i]));
    return widest * size / REFERENCE_SIZE;
}

/* How far the baselines of two lines must be apart, so that no word's ink touches that of a word under it: words
 * @first .. @middle - 1 over @middle .. @end - 1. Both begin at the start edge, so a sweep from there finds every
 * pair of words one over the other. */
static double
ink_apart(const Shape *shape, int first, int middle, int end)
{
    int upper = first, lower = middle;
    double upper_end = 0, lower_end = 0, apart = 0;

    while (upper < middle && lower < end) {
        const Word *over = &shape->words[upper], *under = &shape->words[lower];

        apart = MAX(apart, over->below + under->above);
        if (upper_end + over->width + over->space < lower_end + under->width + under->space) {
            upper_end += over->width + over->space;
            upper++;
        } else {
            lower_end += under->width + under->space;
            lower++;
        }
    }
    return apart;
}

void
lines_ink(const Shape *shape, const Lines *lines, int index, double size, double *above,
          double *below)
{
    float highest = 0, lowest = 0;

    for (int i = line_first(lines, index); i < lines->ends[index]; i++) {
        highest = MAX(highest, shape->words[i].above);
        lowest = MAX(lowest, shape->words[i].below);
    }
    *above = highest * size / REFERENCE_SIZE;
    *below = lowest * size / REFERENCE_SIZE;
}

double
lines_leading(const Shape *shape, const Lines *lines, double size, double leading)
{
    double scale = size / REFERENCE_SIZE, apart = 0;

    if ((shape->above + shape->below) * scale <= leading)
        return leading;
    for (int i = 1; i < lines->count; i++)
        apart = MAX(apart, ink_apart(shape, line_first(lines, i - 1), lines->ends[i - 1],
                                     lines->ends[i]));
    return MAX(leading, (apart + least_gap) * scale);
}

bool
lines_end_in_word(const Shape *shape, const Lines *lines, int index)
{
    return ends_with_hyphen(shape, lines->ends[index]);
}

/* The glyphs of @run whose clusters begin in [start, end): consecutive, in either direction. */
static Run
cut_run(const Run *run, int start, int end)
{
    Run cut = *run;
    int first = 0;

    cut.start = MAX(run->start, start);
    cut.end = MIN(run->end, end);
    while (first < run->count && ((int) run->glyphs[first].byte < cut.start ||
                                  (int) run->glyphs[first].byte >= cut.end))
        first++;
    cut.glyphs = run->glyphs + first;
    cut.count = 0;
    while (first + cut.count < run->count &&
           (int) run->glyphs[first + cut.count].byte >= cut.start &&
           (int) run->glyphs[first + cut.count].byte < cut.end)
        cut.count++;
    return cut;
}

static double
run_advance(const Run *run)
{
    double advance = 0;

    for (int i = 0; i < run->count; i++)
        advance += run->glyphs[i].advance;
    return advance;
}

static void
reverse(int *order, int first, int end)
{
    for (int last = end - 1; first < last; first++, last--) {
        int kept = order[first];

        order[first] = order[last];
        order[last] = kept;
    }
}

/* Rule L2 of the bidirectional algorithm (UAX 9): from the highest level down to the lowest odd
 * one, every sequence of runs at that level or above is reversed. */
static void
visual_order(const PlacedRun *runs, int count, int *order)
{
    int highest = 0;

    for (int i = 0; i < count; i++) {
        order[i] = i;
        highest = MAX(highest, runs[i].run.level);
    }
    for (int level = highest; level > 0; level--)
        for (int i = 0; i < count; i++) {
            int end = i;

            while (end < count && runs[order[end]].run.level >= level)
                end++;
            reverse(order, i, end);
            i = MAX(i, end);
        }
}

/* A space that hangs over the line's end hangs to the left in right-to-left text. */
static void
place_runs(PlacedRun *runs, int count, double hanging, bool rtl)
{
    g_autofree int *order = g_new(int, MAX(count, 1));
    double x = rtl ? -hanging : 0;

    visual_order(runs, count, order);
    for (int i = 0; i < count; i++) {
        runs[order[i]].x = x;
        x += run_advance(&runs[order[i]].run);
    }
}

Line
lines_make(Arena *arena, const Shape *shape, const Lines *lines, int index)
{
    int first = line_first(lines, index), end = lines->ends[index];
    Line line = { .start = shape->words[first].start, .end = shape->words[end - 1].end };
    PlacedRun *runs = arena_new_array(arena, PlacedRun, shape->run_count + 1);

    for (int i = 0; i < shape->run_count; i++)
        if (shape->runs[i].start < line.end && shape->runs[i].end > line.start)
            runs[line.count++].run = cut_run(&shape->runs[i], line.start, line.end);
    if (ends_with_hyphen(shape, end))
        runs[line.count++].run = *shape->hyphen;
    for (int i = first; i < end; i++) {
        line.above = MAX(line.above, shape->words[i].above);
        line.below = MAX(line.below, shape->words[i].below);
    }
    line.width = width_of(shape, first, end);
    place_runs(runs, line.count, shape->words[end - 1].space, shape->rtl);
    line.runs = runs;
    return line;
}
