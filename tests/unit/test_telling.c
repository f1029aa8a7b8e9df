/* Words that tell strangers what a leaflet is about. */
#include "base/telling.h"

#include <glib.h>
#include <stdbool.h>

static bool
tells(const char *text, const char *entry)
{
    g_autofree char *folded = telling_entry(entry);
    const char *entries[] = { "nothing of this kind", folded };
    g_autofree char *found = telling_find(text, entries, 2);

    return found != NULL;
}

static void
expect_word(const char *text, const char *entry, const char *wanted)
{
    g_autofree char *folded = telling_entry(entry);
    const char *entries[] = { folded };
    g_autofree char *found = telling_find(text, entries, 1);

    g_assert_cmpstr(found, ==, wanted);
}

static void
test_an_entry_is_the_beginning_of_a_word(void)
{
    expect_word("Help for victims.", "victim", "victims");
    expect_word("victim", "victim", "victim");
    expect_word("DRAFT_a_1_victim-help", "victim", "victim");
    expect_word("un-victim's", "victim", "victim");
    g_assert_false(tells("revictim", "victim"));
    g_assert_false(tells("vict im", "victim"));
    g_assert_false(tells("", "victim"));
}

static void
test_a_hyphen_means_anywhere(void)
{
    expect_word("أرقام للضحايا والأطفال", "-ضحايا", "للضحايا");
    g_assert_false(tells("أرقام للضحايا", "ضحايا"));
    g_assert_false(tells("Useful numbers", "-"));
}

static void
test_an_entry_may_hold_several_words(void)
{
    expect_word("In a safe-house now", "safe house", "safe house");
    expect_word("two safe  houses", "safe house", "safe houses");
    g_assert_false(tells("safe in the house", "safe house"));
}

/* What a reader of PDFs may give back in another form. */
static void
test_forms_of_letters_make_no_difference(void)
{
    expect_word("ЖРТВЕ", "жртв", "жртве");
    expect_word("traf\uFB01cking", "trafick", NULL);
    expect_word("tra\uFB03cking", "traffick", "trafficking");
    expect_word("vic\u00ADtim", "victim", "victim");
    expect_word("ž\u200Drtva", "žrtv", "žrtva");
    expect_word("z\u030Crtva", "žrtv", "žrtva");
    expect_word("اتّـجار", "اتجار", "اتجار");  /* a vowel mark, a stroke that stretches */
    expect_word("\uFEFBجئ", "-لاجئ", "لاجئ"); /* lam with alef as one letter */
}

static void
test_scripts_without_spaces_have_no_beginnings(void)
{
    expect_word("帮助被贩卖的人", "贩卖", "贩卖");
    expect_word("ช่วยเหยื่อค้ามนุษย์", "ค้ามนุษย์", "ค้ามนุษย์");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/telling/beginning", test_an_entry_is_the_beginning_of_a_word);
    g_test_add_func("/telling/anywhere", test_a_hyphen_means_anywhere);
    g_test_add_func("/telling/several", test_an_entry_may_hold_several_words);
    g_test_add_func("/telling/forms", test_forms_of_letters_make_no_difference);
    g_test_add_func("/telling/spaces", test_scripts_without_spaces_have_no_beginnings);
    return g_test_run();
}
