#include "base/diag.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

static const Where nowhere = { NULL, 0, 0 };
static const Where somewhere = { "content/packs/a/rights.yaml", 14, 5 };
static const DiagStyle plain = { .least = SEVERITY_NOTE };

/* What diags_print() writes; free with free(). */
static char *
printed(const Diags *diags, DiagStyle style)
{
    char *text = NULL;
    size_t size;
    FILE *stream = open_memstream(&text, &size);

    diags_print(diags, stream, style);
    fclose(stream);
    return text;
}

static void
assert_printed(const Diags *diags, DiagStyle style, const char *expected)
{
    char *text = printed(diags, style);

    g_assert_cmpstr(text, ==, expected);
    free(text);
}

static void
test_every_code_has_a_whole_row(void)
{
    for (int i = 0; i < DIAG_CODE_COUNT; i++) {
        const DiagInfo *about = diag_info((DiagCode) i);

        g_assert_true(diag_info_find(about->name) == about);
        g_assert_cmpint(strlen(about->meaning), >, 20);
        g_assert_cmpint(strlen(about->remedy), >, 10);
        g_assert_false(g_str_has_suffix(about->remedy, "."));
        g_assert_cmpint(strlen(about->example), >, 5);
        g_assert_cmpint(about->exit_status == 0, ==, about->severity != SEVERITY_ERROR);
    }
    g_assert_null(diag_info_find("no-such-code"));
}

static void
test_a_line_says_place_severity_message_code_and_hint(void)
{
    g_autoptr(Diags) diags = diags_new();

    diag_add(diags, DIAG_UNKNOWN_KEY, somewhere, "'%s' is not a key of a step", "how_lng");
    assert_printed(diags, plain,
                   "content/packs/a/rights.yaml:14:5: error: 'how_lng' is not a key of a step "
                   "[unknown-key]\n  hint: correct the key's spelling, or delete the line\n");
}

static void
test_without_a_line_the_file_and_without_a_file_the_program_is_named(void)
{
    g_autoptr(Diags) diags = diags_new();

    diag_add(diags, DIAG_INTERRUPTED, (Where){ "out/a.pdf", 0, 0 }, "stopped");
    diag_add(diags, DIAG_INTERRUPTED, nowhere, "stopped");

    char *text = printed(diags, plain);
    g_assert_true(g_str_has_prefix(text, "out/a.pdf: error: stopped [interrupted]\n"));
    g_assert_nonnull(strstr(text, "\nrightspack: error: stopped [interrupted]\n"));
    free(text);
}

static void
test_json_is_one_object_a_line(void)
{
    g_autoptr(Diags) diags = diags_new();
    DiagStyle json = { .json = true };

    diag_add(diags, DIAG_EMPTY_TEXT, somewhere, "\"title\" is empty");
    diag_add(diags, DIAG_EMPTY_TEXT, nowhere, "b");
    assert_printed(diags, json,
                   "{\"code\":\"empty-text\",\"severity\":\"error\","
                   "\"file\":\"content/packs/a/rights.yaml\",\"line\":14,\"column\":5,"
                   "\"message\":\"\\\"title\\\" is empty\","
                   "\"hint\":\"write the text, or delete the line\"}\n"
                   "{\"code\":\"empty-text\",\"severity\":\"error\",\"file\":null,\"line\":0,"
                   "\"column\":0,\"message\":\"b\","
                   "\"hint\":\"write the text, or delete the line\"}\n");
}

static void
test_the_same_is_said_once(void)
{
    g_autoptr(Diags) diags = diags_new();

    for (int i = 0; i < 3; i++)
        diag_add(diags, DIAG_EMPTY_TEXT, somewhere, "empty");
    diag_add(diags, DIAG_EMPTY_TEXT, nowhere, "empty");
    g_assert_cmpuint(diags_count(diags), ==, 2);
    g_assert_cmpuint(diags_count_severity(diags, SEVERITY_ERROR), ==, 2);
}

static void
test_quoted_control_characters_are_made_visible(void)
{
    g_autoptr(Diags) diags = diags_new();

    diag_add(diags, DIAG_BAD_VALUE, nowhere, "'a\nb\033[2J\u202e\xff'");
    g_assert_cmpstr(diags_find(diags, 0)->message, ==, "'a<U+000A>b<U+001B>[2J<U+202E>\uFFFD'");
}

static void
test_the_least_severity_is_kept_to(void)
{
    g_autoptr(Diags) diags = diags_new();

    diag_add(diags, DIAG_FUZZY_TRANSLATION, somewhere, "fuzzy");
    assert_printed(diags, (DiagStyle){ .least = SEVERITY_ERROR }, "");
    g_assert_false(diags_have_errors(diags));
}

static void
test_the_most_pressing_exit_status_wins(void)
{
    g_autoptr(Diags) diags = diags_new();

    g_assert_cmpint(diags_exit_status(diags), ==, 0);
    diag_add(diags, DIAG_MISSING_TRANSLATION, nowhere, "m");
    g_assert_cmpint(diags_exit_status(diags), ==, 0);
    diag_add(diags, DIAG_OVERFLOW, nowhere, "o");
    g_assert_cmpint(diags_exit_status(diags), ==, 1);
    diag_add(diags, DIAG_WORKER_LOST, nowhere, "w");
    g_assert_cmpint(diags_exit_status(diags), ==, 4);
    diag_add(diags, DIAG_FONT_MISSING, nowhere, "f");
    g_assert_cmpint(diags_exit_status(diags), ==, 5);
    diag_add(diags, DIAG_UNREADABLE_FILE, nowhere, "r");
    g_assert_cmpint(diags_exit_status(diags), ==, 3);
    diag_add(diags, DIAG_USAGE, nowhere, "u");
    g_assert_cmpint(diags_exit_status(diags), ==, 2);
    diag_add(diags, DIAG_INTERRUPTED, nowhere, "i");
    g_assert_cmpint(diags_exit_status(diags), ==, 130);
}

static void
test_a_variant_carries_everything(void)
{
    g_autoptr(Diags) sent = diags_new();
    g_autoptr(Diags) received = diags_new();

    diag_add(sent, DIAG_EMPTY_TEXT, somewhere, "empty");
    diag_add(sent, DIAG_OVERFLOW, nowhere, "over");

    g_autoptr(GVariant) variant = g_variant_ref_sink(diags_to_variant(sent));
    diags_add_variant(received, variant);

    char *expected = printed(sent, plain);
    assert_printed(received, plain, expected);
    free(expected);
}

static void
test_a_pool_keeps_lists_apart_that_say_the_same(void)
{
    DiagPool *pool = diag_pool_new();
    g_autoptr(Diags) first = diags_new();
    g_autoptr(Diags) second = diags_new();

    diag_add(first, DIAG_OVERFLOW, somewhere, "over");
    diag_add(second, DIAG_EMPTY_TEXT, somewhere, "empty");
    diag_add_as(second, DIAG_OVERFLOW, SEVERITY_NOTE, somewhere, "over");
    char *expected_first = printed(first, plain), *expected_second = printed(second, plain);

    diags_keep_in(first, pool);
    diags_keep_in(second, pool);
    assert_printed(first, plain, expected_first);
    assert_printed(second, plain, expected_second);
    g_assert_true(diags_have_errors(first));
    free(expected_first);
    free(expected_second);
    diag_pool_free(pool);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/diag/rows", test_every_code_has_a_whole_row);
    g_test_add_func("/diag/line", test_a_line_says_place_severity_message_code_and_hint);
    g_test_add_func("/diag/place",
                    test_without_a_line_the_file_and_without_a_file_the_program_is_named);
    g_test_add_func("/diag/json", test_json_is_one_object_a_line);
    g_test_add_func("/diag/once", test_the_same_is_said_once);
    g_test_add_func("/diag/control", test_quoted_control_characters_are_made_visible);
    g_test_add_func("/diag/least", test_the_least_severity_is_kept_to);
    g_test_add_func("/diag/status", test_the_most_pressing_exit_status_wins);
    g_test_add_func("/diag/variant", test_a_variant_carries_everything);
    g_test_add_func("/diag/pool", test_a_pool_keeps_lists_apart_that_say_the_same);
    return g_test_run();
}
