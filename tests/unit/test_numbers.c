#include "translate/numbers.h"

static void
assert_numbers(const char *text, const char *wanted)
{
    g_autoptr(GPtrArray) numbers = numbers_of(text);
    g_autoptr(GString) all = g_string_new(NULL);

    for (guint i = 0; i < numbers->len; i++)
        g_string_append_printf(all, "%s%s", i > 0 ? " " : "", (char *) numbers->pdata[i]);
    g_assert_cmpstr(all->str, ==, wanted);
}

static void
test_figures_of_every_script_count_by_value(void)
{
    assert_numbers("90 days", "90");
    assert_numbers("٩٠ يومًا", "90"); /* Arabic */
    assert_numbers("۹۰ روز", "90");  /* Persian */
    assert_numbers("৯০ দিন", "90");  /* Bengali */
    assert_numbers("९० दिन", "90");  /* Devanagari */
    assert_numbers("੯੦ ਦਿਨ", "90");  /* Gurmukhi */
    assert_numbers("๙๐ วัน", "90");   /* Thai */
    assert_numbers("９０日", "90");  /* full width */
    assert_numbers("no number", "");
}

static void
test_thousands_are_one_number(void)
{
    assert_numbers("1,000 or 1.000 or 1 000", "1000 1000 1000");
    assert_numbers("12 345 678", "12345678");
    assert_numbers("1٬000", "1000");
    assert_numbers("90, 120", "120 90");
    assert_numbers("0800 100 600", "0800 100 600"); /* a phone number */
    assert_numbers("1.5 or 24/7", "1 24 5 7");
}

static void
test_placeholders_and_addresses_are_left_out(void)
{
    assert_numbers("{step2} of 3", "3");
    assert_numbers("see https://b.rs/2026 in 1 day", "1");
}

static void
test_what_is_lacking_counts_each_as_often_as_it_stands(void)
{
    g_autoptr(GPtrArray) many = numbers_of("1 1 2 3"), few = numbers_of("3 1 4");
    g_autoptr(GPtrArray) lack = sorted_lack(few, many), extra = sorted_lack(many, few);

    g_assert_cmpuint(lack->len, ==, 2);
    g_assert_cmpstr(lack->pdata[0], ==, "1");
    g_assert_cmpstr(lack->pdata[1], ==, "2");
    g_assert_cmpuint(extra->len, ==, 1);
    g_assert_cmpstr(extra->pdata[0], ==, "4");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/numbers/scripts", test_figures_of_every_script_count_by_value);
    g_test_add_func("/numbers/thousands", test_thousands_are_one_number);
    g_test_add_func("/numbers/left-out", test_placeholders_and_addresses_are_left_out);
    g_test_add_func("/numbers/lack", test_what_is_lacking_counts_each_as_often_as_it_stands);
    return g_test_run();
}
