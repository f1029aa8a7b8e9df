#include "base/nearest.h"

#include <glib.h>

static const char *const formats[] = { "a4", "a5", "trifold", "large-print", "poster" };

static const char *
nearest_format(const char *wanted)
{
    return nearest_name(wanted, formats, G_N_ELEMENTS(formats));
}

static void
test_each_kind_of_slip_is_forgiven(void)
{
    g_assert_cmpstr(nearest_format("trifld"), ==, "trifold");
    g_assert_cmpstr(nearest_format("tri-fold"), ==, "trifold");
    g_assert_cmpstr(nearest_format("trifald"), ==, "trifold");
    g_assert_cmpstr(nearest_format("triflod"), ==, "trifold");
    g_assert_cmpstr(nearest_format("TriFold"), ==, "trifold");
    g_assert_cmpstr(nearest_format("large_prnit"), ==, "large-print");
}

static void
test_the_first_of_equals_wins(void)
{
    g_assert_cmpstr(nearest_format("a3"), ==, "a4");
}

static void
test_far_names_are_not_near(void)
{
    g_assert_null(nearest_format("booklet"));
    g_assert_null(nearest_format(""));
    g_assert_null(nearest_format("\xff\xfe"));
    g_assert_null(nearest_name("a", formats, 0));
}

static void
test_letters_count_not_bytes(void)
{
    const char *const known[] = { "полиција" };

    g_assert_cmpstr(nearest_name("полициа", known, 1), ==, "полиција");
    g_assert_cmpstr(nearest_name("ПОЛИЦИЈА", known, 1), ==, "полиција");
}

static void
test_very_long_names_are_left_alone(void)
{
    g_autofree char *longest = g_strnfill(64, 'a');
    g_autofree char *longer = g_strnfill(65, 'a');
    const char *const known[] = { longer, longest };

    g_assert_null(nearest_name(longer, known, 2));
    g_assert_cmpstr(nearest_name(longest, known, 2), ==, longest);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/nearest/slips", test_each_kind_of_slip_is_forgiven);
    g_test_add_func("/nearest/first", test_the_first_of_equals_wins);
    g_test_add_func("/nearest/far", test_far_names_are_not_near);
    g_test_add_func("/nearest/letters", test_letters_count_not_bytes);
    g_test_add_func("/nearest/long", test_very_long_names_are_left_alone);
    return g_test_run();
}
