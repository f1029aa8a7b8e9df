/* Line breaking is arithmetic on words; no font is needed to test it. */
#include "layout/shape.h"

enum { MOST_WORDS = 16 };

/* A shape of words of the given widths, with spaces 1 wide; ended by 0. */
typedef struct Fixture {
    Arena *arena;
    Word words[MOST_WORDS];
    Shape shape;
} Fixture;

static void
set_up(Fixture *fixture, const double *widths)
{
    *fixture = (Fixture){ .arena = arena_new() };
    for (int i = 0; widths[i] > 0; i++) {
        fixture->words[i] =
            (Word){ .start = 2 * i, .end = 2 * i + 2, .width = widths[i], .space = 1 };
        fixture->shape.word_count = i + 1;
    }
    fixture->shape.words = fixture->words;
}

static Lines
broken(Fixture *fixture, int first, double width, bool balance)
{
    return lines_break(fixture->arena, &fixture->shape, first, width, REFERENCE_SIZE, balance);
}

static void
test_a_trailing_space_hangs_over_the_edge(void)
{
    Fixture f;

    set_up(&f, (double[]){ 4, 5, 3, 3, 0 });
    Lines lines = broken(&f, 0, 10, false);
    g_assert_cmpint(lines.count, ==, 2);
    g_assert_cmpint(lines.ends[0], ==, 2);
    g_assert_cmpfloat_with_epsilon(lines_widest(&f.shape, &lines, REFERENCE_SIZE), 10, 1e-9);
    arena_free(f.arena);
}

static void
test_half_the_size_takes_half_the_room(void)
{
    Fixture f;

    set_up(&f, (double[]){ 4, 5, 4, 5, 0 });
    Lines lines = lines_break(f.arena, &f.shape, 0, 5, REFERENCE_SIZE / 2.0, false);
    g_assert_cmpint(lines.count, ==, 2);
    g_assert_cmpfloat_with_epsilon(lines_widest(&f.shape, &lines, REFERENCE_SIZE / 2.0), 5,
                                   1e-9);
    arena_free(f.arena);
}

static void
test_balancing_levels_lines_without_adding_one(void)
{
    Fixture f;

    set_up(&f, (double[]){ 3, 3, 3, 3, 0 });
    Lines greedy = broken(&f, 0, 11, false), level = broken(&f, 0, 11, true);
    g_assert_cmpint(greedy.ends[0], ==, 2); /* a last line of one word has taken a second along */
    g_assert_cmpint(level.count, ==, greedy.count);
    g_assert_cmpint(level.ends[0], ==, 2);
    arena_free(f.arena);
}

static void
test_a_last_word_is_not_left_alone(void)
{
    Fixture f;

    set_up(&f, (double[]){ 3, 3, 3, 2, 0 });
    Lines lines = broken(&f, 0, 11, false);
    g_assert_cmpint(lines.count, ==, 2);
    g_assert_cmpint(lines.ends[0], ==, 2);
    arena_free(f.arena);
}

static void
test_a_word_wider_than_the_measure_is_found(void)
{
    Fixture f;

    set_up(&f, (double[]){ 3, 12, 3, 0 });
    g_assert_true(broken(&f, 0, 11, false).too_wide);
    g_assert_false(broken(&f, 0, 12, false).too_wide);
    g_assert_false(broken(&f, 2, 11, false).too_wide);
    arena_free(f.arena);
}

static void
test_a_paragraph_goes_on_from_any_word(void)
{
    Fixture f;

    set_up(&f, (double[]){ 5, 5, 5, 5, 0 });
    Lines lines = broken(&f, 2, 11, false);
    g_assert_cmpint(lines.count, ==, 1);
    g_assert_cmpint(lines.first, ==, 2);
    g_assert_cmpint(lines.ends[0], ==, 4);
    arena_free(f.arena);
}

/* In right-to-left text with a number inside, runs stand in logical order and get visual places:
 * the first at the right, the number's own digits left to right. */
static void
test_runs_are_placed_by_their_bidi_levels(void)
{
    Fixture f;
    const Glyph glyphs[3] = { { .byte = 0, .advance = 4 },
                              { .byte = 2, .advance = 5 },
                              { .byte = 4, .advance = 3 } };
    const Run runs[3] = {
        { .glyphs = &glyphs[0], .count = 1, .start = 0, .end = 2, .level = 1 },
        { .glyphs = &glyphs[1], .count = 1, .start = 2, .end = 4, .level = 2 },
        { .glyphs = &glyphs[2], .count = 1, .start = 4, .end = 6, .level = 1 }
    };

    set_up(&f, (double[]){ 4, 5, 3, 0 });
    for (int i = 0; i < 3; i++)
        f.words[i].space = 0;
    f.shape.runs = runs;
    f.shape.run_count = 3;
    f.shape.rtl = true;
    Lines lines = broken(&f, 0, 20, false);
    Line line = lines_make(f.arena, &f.shape, &lines, 0);
    g_assert_cmpint(line.count, ==, 3);
    g_assert_cmpfloat_with_epsilon(line.runs[2].x, 0, 1e-6);
    g_assert_cmpfloat_with_epsilon(line.runs[1].x, 3, 1e-6);
    g_assert_cmpfloat_with_epsilon(line.runs[0].x, 8, 1e-6);
    g_assert_cmpfloat_with_epsilon(line.width, 12, 1e-6);
    arena_free(f.arena);
}

static void
test_a_run_is_cut_where_its_line_ends(void)
{
    Fixture f;
    const Glyph glyphs[4] = { { .byte = 6, .advance = 2 },
                              { .byte = 4, .advance = 2 },
                              { .byte = 2, .advance = 2 },
                              { .byte = 0, .advance = 2 } };
    const Run run = { .glyphs = glyphs, .count = 4, .start = 0, .end = 8, .level = 1 };

    set_up(&f, (double[]){ 2, 2, 2, 2, 0 });
    f.shape.runs = &run;
    f.shape.run_count = 1;
    f.shape.rtl = true;
    Lines lines = broken(&f, 0, 5, false);
    Line second = lines_make(f.arena, &f.shape, &lines, 1);
    g_assert_cmpint(second.start, ==, 4);
    g_assert_cmpint(second.runs[0].run.count, ==, 2);
    g_assert_cmpint(second.runs[0].run.glyphs[0].byte, ==, 6);
    arena_free(f.arena);
}

/* --- hyphens ------------------------------------------------------------------------------- */

/* Makes word @index a part that goes on in the next one. */
static void
join(Fixture *fixture, int index)
{
    fixture->shape.parted = true;
    fixture->words[index].hyphen = 1;
    fixture->words[index].space = 0;
}

static void
assert_ends(Fixture *fixture, double width, const int *ends)
{
    Lines lines = broken(fixture, 0, width, false);
    int count = 0;

    for (; ends[count] > 0; count++)
        g_assert_cmpint(lines.ends[count], ==, ends[count]);
    g_assert_cmpint(lines.count, ==, count);
}

static void
test_a_hyphen_takes_its_own_room(void)
{
    Fixture f;

    set_up(&f, (double[]){ 4, 4, 4, 4, 0 });
    join(&f, 1);
    assert_ends(&f, 10, (int[]){ 2, 4, 0 }); /* 4 + 1 + 4 + 1 */
    assert_ends(&f, 9.9, (int[]){ 1, 3, 4, 0 });
    Lines lines = broken(&f, 0, 10, false);
    g_assert_true(lines_end_in_word(&f.shape, &lines, 0));
    g_assert_false(lines_end_in_word(&f.shape, &lines, 1));
    g_assert_cmpfloat_with_epsilon(lines_widest(&f.shape, &lines, REFERENCE_SIZE), 10, 1e-9);
    arena_free(f.arena);
}

/* Up to 15 % of the measure stays white before a word is parted. */
static void
test_a_ragged_edge_comes_before_a_hyphen(void)
{
    Fixture f;

    set_up(&f, (double[]){ 86, 2, 20, 20, 0 });
    join(&f, 1);
    assert_ends(&f, 100, (int[]){ 1, 4, 0 });
    f.words[0].width = 84;
    assert_ends(&f, 100, (int[]){ 2, 4, 0 });
    arena_free(f.arena);
}

static void
test_no_more_than_two_lines_in_a_row_end_with_hyphens(void)
{
    Fixture f;

    set_up(&f, (double[]){ 5, 5, 4, 5, 4, 5, 4, 5, 4, 9, 0 });
    for (int i = 1; i < 9; i += 2)
        join(&f, i);
    /* 5 5- | 2 .. : each line begins with the rest of a word and could end with the beginning of the next */
    Lines lines = broken(&f, 0, 12, false);
    int in_a_row = 0;
    for (int i = 0; i < lines.count; i++) {
        in_a_row = lines_end_in_word(&f.shape, &lines, i) ? in_a_row + 1 : 0;
        g_assert_cmpint(in_a_row, <=, 2);
    }
    g_assert_true(lines_end_in_word(&f.shape, &lines, 0));
    g_assert_true(lines_end_in_word(&f.shape, &lines, 1));
    arena_free(f.arena);
}

static void
test_the_last_word_of_a_paragraph_stays_whole(void)
{
    Fixture f;

    set_up(&f, (double[]){ 5, 4, 4, 0 });
    join(&f, 1);
    assert_ends(&f, 11, (int[]){ 1, 3, 0 });
    arena_free(f.arena);
}

/* But a word that no line holds is parted wherever it stands. */
static void
test_a_word_wider_than_the_measure_is_parted(void)
{
    Fixture f;

    set_up(&f, (double[]){ 3, 6, 6, 0 });
    join(&f, 1);
    assert_ends(&f, 9, (int[]){ 1, 2, 3, 0 });
    g_assert_false(broken(&f, 0, 9, false).too_wide);
    f.shape.parted =
        false; /* a title, or large print: a translator's soft hyphen is of use only so */
    assert_ends(&f, 9, (int[]){ 1, 2, 3, 0 });
    assert_ends(&f, 12, (int[]){ 1, 3, 0 });
    f.words[1].hyphen = 0;
    f.words[1].width = 12;
    g_assert_true(broken(&f, 0, 9, false).too_wide);
    arena_free(f.arena);
}

static void
test_a_hyphen_is_drawn_only_where_a_line_ends(void)
{
    Fixture f;
    const Glyph glyphs[3] = { { .byte = 0, .advance = 4 },
                              { .byte = 2, .advance = 4 },
                              { .byte = 4, .advance = 4 } };
    const Run run = { .glyphs = glyphs, .count = 3, .start = 0, .end = 6 };
    const Glyph glyph = { .id = 7, .advance = 1 };
    const Run hyphen = { .glyphs = &glyph, .count = 1, .end = 2, .said = "\u00AD" };

    set_up(&f, (double[]){ 4, 4, 4, 0 });
    join(&f, 0);
    f.words[1].space = 0;
    f.shape.runs = &run;
    f.shape.run_count = 1;
    f.shape.hyphen = &hyphen;
    Lines lines = broken(&f, 0, 5, false);
    Line first = lines_make(f.arena, &f.shape, &lines, 0);
    g_assert_cmpint(first.count, ==, 2);
    g_assert_cmpstr(first.runs[1].run.said, ==, "\u00AD");
    g_assert_cmpfloat_with_epsilon(first.runs[1].x, 4, 1e-6);
    g_assert_cmpint(first.end, ==, 2); /* the text is the word itself */
    Lines one = broken(&f, 0, 20, false);
    g_assert_cmpint(lines_make(f.arena, &f.shape, &one, 0).count, ==, 1);
    arena_free(f.arena);
}

/* --- ink ----------------------------------------------------------------------------------- */

/* The second word hangs deep over a high one: those lines stand farther apart; where the high word is elsewhere, they
 * need not. */
static void
test_lines_stand_apart_where_ink_would_touch(void)
{
    Fixture f;

    set_up(&f, (double[]){ 5, 5, 5, 5, 0 });
    f.words[1].below = f.shape.below = 6;
    f.words[3].above = f.shape.above = 12;
    Lines lines = broken(&f, 0, 11, false);
    g_assert_cmpfloat(lines_leading(&f.shape, &lines, REFERENCE_SIZE, 15), >, 18);
    g_assert_cmpfloat_with_epsilon(lines_leading(&f.shape, &lines, REFERENCE_SIZE, 20), 20,
                                   1e-9);
    f.words[2].above = 12;
    f.words[3].above = 0;
    g_assert_cmpfloat_with_epsilon(lines_leading(&f.shape, &lines, REFERENCE_SIZE, 15), 15,
                                   1e-9);
    arena_free(f.arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lines/trailing-space", test_a_trailing_space_hangs_over_the_edge);
    g_test_add_func("/lines/size", test_half_the_size_takes_half_the_room);
    g_test_add_func("/lines/balance", test_balancing_levels_lines_without_adding_one);
    g_test_add_func("/lines/last-word", test_a_last_word_is_not_left_alone);
    g_test_add_func("/lines/too-wide", test_a_word_wider_than_the_measure_is_found);
    g_test_add_func("/lines/resume", test_a_paragraph_goes_on_from_any_word);
    g_test_add_func("/lines/bidi", test_runs_are_placed_by_their_bidi_levels);
    g_test_add_func("/lines/cut", test_a_run_is_cut_where_its_line_ends);
    g_test_add_func("/lines/hyphen-width", test_a_hyphen_takes_its_own_room);
    g_test_add_func("/lines/ragged", test_a_ragged_edge_comes_before_a_hyphen);
    g_test_add_func("/lines/in-a-row", test_no_more_than_two_lines_in_a_row_end_with_hyphens);
    g_test_add_func("/lines/last-whole", test_the_last_word_of_a_paragraph_stays_whole);
    g_test_add_func("/lines/wide-parted", test_a_word_wider_than_the_measure_is_parted);
    g_test_add_func("/lines/hyphen-drawn", test_a_hyphen_is_drawn_only_where_a_line_ends);
    g_test_add_func("/lines/apart", test_lines_stand_apart_where_ink_would_touch);
    return g_test_run();
}
