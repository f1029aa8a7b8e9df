/* What poppler does to words of each script, and that they are known again: the cases are its own. */
#include "check/verify_told.h"
#include "check/verify_words.h"

/* What a page or an element says, and what the leaflet says. */
typedef struct Pair {
    const char *told, *whole;
} Pair;

static void
assert_told_in_words(const char *told, const char *whole, bool wanted)
{
    g_autoptr(GPtrArray) a = words_sorted(told), b = words_sorted(whole);

    if (told_in_words(a, b) != wanted)
        g_error("'%s' %s '%s'", told, wanted ? "should be of" : "should not be of", whole);
}

static void
test_letters_come_in_order_up_to_a_ligature(void)
{
    static const Pair pairs[] = {
        { "You can get help \uFB01", "You can get help first" },
        { "\uFFFDрво направите", "Прво направите план" }, /* a letter lost */
        { "НАЦР\uFFFD", "НАЦРТ" },
        { "You can\u00A0rest", "You can rest, and\u00ADgo on" },
        { "The Centre helps you stay", "The Centre helps. It lets you stay" }, /* two panels */
        { "", "fire" },
    };

    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
        g_autofree char *told = words_letters(pairs[i].told);
        g_autofree char *whole = words_letters(pairs[i].whole);

        g_assert_true(told_in_order(told, whole));
    }
}

static void
test_other_letters_are_not_told(void)
{
    static const Pair pairs[] = {
        { "You can stay", "We can stay" },
        { "You can rest now", "You can rest" },
        { "rest", "You can rest" },
        { "\uFFFDest", "You can rest" }, /* lost is one letter, not nine */
    };

    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
        g_autofree char *told = words_letters(pairs[i].told);
        g_autofree char *whole = words_letters(pairs[i].whole);

        g_assert_false(told_in_order(told, whole));
    }
}

static void
test_letters_of_a_word_come_as_they_are_painted(void)
{
    assert_told_in_words("ةدوسم", "مسودة", true);
    assert_told_in_words("كفتاه بقاري د\uFFFDأ ناك اذإ", "إذا كان أحد يراقب هاتفك", true);
    assert_told_in_words(" ،هبلط كنكمي امنﻵ", "ما يمكنك طلبه، وما يحدث الآن",
                         true); /* two in one */
    assert_told_in_words("আপিন", "আপনি কী চাইতে পারেন", true);
    assert_told_in_words("ঘুমােন", "ঘুমানোর জায়গা।", true);   /* a vowel on both sides */
    assert_told_in_words(" ةقروةيوطم", "ورقة مطوية", true); /* both of a cell, over two lines */
    assert_told_in_words("ةقروةيوطم", "ورقة واحدة", false);
    assert_told_in_words("НАЦРТ", "مسودة", false);
    assert_told_in_words("ةيبرعلا", "مسودة", false);
}

static void
test_marks_that_move_count_for_nothing(void)
{
    g_autofree char *page = words_letters("อยูใ่ นอันตราย");
    g_autofree char *leaflet = words_letters("อยู่ในอันตราย");

    g_assert_cmpstr(page, ==, leaflet);
}

static void
test_numbers_are_groups_of_western_letters_and_digits(void)
{
    static const char *const wanted[] = { "381", "61", "0M8K2", "192" };
    g_autoptr(GPtrArray) groups = words_numbers("+381\u00A061, 0M8K2 电话192 и четири");

    g_assert_cmpuint(groups->len, ==, G_N_ELEMENTS(wanted));
    for (guint i = 0; i < groups->len; i++)
        g_assert_cmpstr((const char *) groups->pdata[i], ==, wanted[i]);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/verify-told/order", test_letters_come_in_order_up_to_a_ligature);
    g_test_add_func("/verify-told/other", test_other_letters_are_not_told);
    g_test_add_func("/verify-told/painted", test_letters_of_a_word_come_as_they_are_painted);
    g_test_add_func("/verify-told/marks", test_marks_that_move_count_for_nothing);
    g_test_add_func("/verify-told/numbers",
                    test_numbers_are_groups_of_western_letters_and_digits);
    return g_test_run();
}
