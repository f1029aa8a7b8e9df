/* Where a dictionary parts words. The dictionaries are the test's own. */
#include "layout/hyphens.h"

#include <glib/gstdio.h>
#include <string.h>

static Hyphens *
load(const char *bytes)
{
    g_autofree char *path = NULL;
    int file = g_file_open_tmp("rightspack-XXXXXX.dic", &path, NULL);

    g_assert_cmpint(file, >=, 0);
    g_close(file, NULL);
    g_assert_true(g_file_set_contents(path, bytes, -1, NULL));
    Hyphens *hyphens = hyphens_load(path);
    g_unlink(path);
    return hyphens;
}

/* "ta-ble" */
static char *
parted(const Hyphens *hyphens, const char *word)
{
    glong count;
    g_autofree gunichar *letters = g_utf8_to_ucs4(word, -1, NULL, &count, NULL);
    g_autofree bool *breaks = g_new(bool, count);
    GString *text = g_string_new(NULL);

    hyphens_find(hyphens, letters, (int) count, breaks);
    for (int i = 0; i < count; i++) {
        g_string_append_unichar(text, letters[i]);
        if (breaks[i])
            g_string_append_c(text, '-');
    }
    return g_string_free(text, FALSE);
}

static void
assert_parted(const char *dictionary, const char *word, const char *wanted)
{
    Hyphens *hyphens = load(dictionary);
    g_assert_nonnull(hyphens);
    g_autofree char *text = parted(hyphens, word);

    g_assert_cmpstr(text, ==, wanted);
    hyphens_free(hyphens);
}

static void
test_odd_values_part_and_the_strongest_wins(void)
{
    assert_parted("UTF-8\n1ba\n1ca\na2ca\n", "abacada", "a-bacada");
    assert_parted("UTF-8\n1ba\na2ba\na3bad\n", "abacabad", "abaca-bad");
}

static void
test_a_dot_is_the_edge_of_a_word(void)
{
    assert_parted("UTF-8\n1ba\n.aa2ba\n", "aabaaba", "aabaa-ba");
    assert_parted("UTF-8\na1b.\n", "abab", "aba-b");
}

static void
test_letters_of_other_charsets_and_capitals(void)
{
    assert_parted("ISO8859-5\n1\xE8\xD0\n", "КАША", "КА-ША"); /* "1ша" */
    assert_parted("microsoft-cp1251\n1\xF8\xE0\n", "каша", "ка-ша");
}

/* "asszony" parts as "asz-szony": no hyphen alone can do that. */
static void
test_a_place_that_changes_the_spelling_is_none(void)
{
    assert_parted("UTF-8\n1szo\ns1szo/sz=sz,1,3\n", "asszony", "asszony");
    assert_parted("UTF-8\n1szo\n", "asszony", "as-szony");
}

static void
test_comments_and_settings_are_no_patterns(void)
{
    assert_parted("UTF-8\nLEFTHYPHENMIN 2\n% a1b\nNEXTLEVEL\n1-1\n1ba\n", "aba", "a-ba");
}

static void
test_what_is_no_dictionary_is_refused(void)
{
    g_assert_null(load(""));
    g_assert_null(load("no such charset\n1ba\n"));
    g_assert_null(load("UTF-8\n\xFF\xFE\n"));
    g_assert_null(hyphens_load("/nonexistent/hyph.dic"));
}

static void
test_a_word_of_any_length_is_safe(void)
{
    Hyphens *hyphens = load("UTF-8\n1ba\n");
    g_autofree char *word = g_strnfill(5000, 'a');
    g_autofree char *long_one = parted(hyphens, word);
    g_autofree char *one = parted(hyphens, "a");

    g_assert_cmpstr(long_one, ==, word);
    g_assert_cmpstr(one, ==, "a");
    hyphens_free(hyphens);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/hyphens/values", test_odd_values_part_and_the_strongest_wins);
    g_test_add_func("/hyphens/edges", test_a_dot_is_the_edge_of_a_word);
    g_test_add_func("/hyphens/charsets", test_letters_of_other_charsets_and_capitals);
    g_test_add_func("/hyphens/spelling", test_a_place_that_changes_the_spelling_is_none);
    g_test_add_func("/hyphens/comments", test_comments_and_settings_are_no_patterns);
    g_test_add_func("/hyphens/refused", test_what_is_no_dictionary_is_refused);
    g_test_add_func("/hyphens/length", test_a_word_of_any_length_is_safe);
    return g_test_run();
}
