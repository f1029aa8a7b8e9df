#include "command/progress.h"

#include <string.h>

static const gint64 second = 1000000;

static void
assert_line(int done, int total, gint64 elapsed, int columns, const char *wanted)
{
    g_autofree char *line = progress_line(done, total, elapsed, columns);

    g_assert_cmpstr(line, ==, wanted);
    g_assert_cmpint((int) strlen(line), <, columns);
}

static void
test_nothing_is_promised_before_the_first_is_done(void)
{
    assert_line(0, 400, 3 * second, 80, "[..............................] 0/400");
}

static void
test_time_left_follows_from_the_rate(void)
{
    assert_line(100, 400, 10 * second, 80,
                "[#######.......................] 100/400  10.0/s, 0:30 left");
    assert_line(1, 7201, 1 * second, 80,
                "[..............................] 1/7201  1.0/s, 2:00:00 left");
    assert_line(400, 400, 40 * second, 80,
                "[##############################] 400/400  10.0/s, 0:00 left");
}

static void
test_a_narrow_terminal_has_a_short_bar_or_none(void)
{
    assert_line(100, 400, 10 * second, 42, "[###.........] 100/400  10.0/s, 0:30 left");
    assert_line(100, 400, 10 * second, 36, "100/400  10.0/s, 0:30 left");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/progress/before-the-first",
                    test_nothing_is_promised_before_the_first_is_done);
    g_test_add_func("/progress/time-left", test_time_left_follows_from_the_rate);
    g_test_add_func("/progress/narrow", test_a_narrow_terminal_has_a_short_bar_or_none);
    return g_test_run();
}
