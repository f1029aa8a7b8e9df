/* Content in, content out: markers become marked content. No PDF is needed for that. */
#include "output/finish/content.h"

#include <string.h>

static const Palette palette = { .inks = {
                                     [INK_TEXT] = { 17 / 255.0, 17 / 255.0, 17 / 255.0 } } };
static const char *const tags[] = { "P", "H1", NULL };
enum { LEAVES = G_N_ELEMENTS(tags) };

static void
read_marks(GString *found, const Marking *marking)
{
    for (guint i = 0; i < marking->marks->len; i++) {
        const Mark *mark = &g_array_index(marking->marks, Mark, i);

        g_string_append_printf(found, "%d is %d ", mark->mcid, mark->leaf);
    }
}

/* @content rewritten, with all white space as one blank, or what is wrong with it. */
static char *
rewritten_with(const Scribe *scribe, const char *content, bool marked, GString *marks)
{
    bool ended[LEAVES] = { false };
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Mark));
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    Marking marking = {
        .tags = tags, .leaf_count = LEAVES, .ended = ended, .marks = found, .scribe = scribe
    };
    Bytes bytes = { content, strlen(content) };

    if (!content_rewrite(out, bytes, &palette, marked ? &marking : NULL, &error))
        return g_strdup(error->message);
    if (marks != NULL)
        read_marks(marks, &marking);
    g_auto(GStrv) words = g_strsplit_set(out->str, " \n", -1);
    g_autoptr(GString) joined = g_string_new(NULL);
    for (int i = 0; words[i] != NULL; i++)
        if (words[i][0] != '\0')
            g_string_append_printf(joined, "%s%s", joined->len > 0 ? " " : "", words[i]);
    return g_string_free(g_steal_pointer(&joined), FALSE);
}

static char *
rewritten(const char *content, bool marked, GString *marks)
{
    return rewritten_with(NULL, content, marked, marks);
}

static void
assert_page(const char *content, const char *expected)
{
    g_autofree char *found = rewritten(content, true, NULL);

    g_assert_cmpstr(found, ==, expected);
}

#define PASSAGE(n) "0.737 0 " n " rg 0 0 1 1 re f "
#define BEGIN(n) "0.731 0 " n " rg /a0 gs 0 0 1 1 re f "
#define END(n) "0.733 0 " n " rg 0 0 1 1 re f "

static void
test_leaves_are_marked_and_all_else_is_an_artifact(void)
{
    assert_page("q 5 5 9 9 re f " BEGIN("0") "BT (a)Tj ET " END("0")
                    BEGIN("0.001") "BT (b)Tj ET " END("0.001") "1 1 2 2 re f Q",
                "q /Artifact BMC 5 5 9 9 re f /a0 gs EMC /P<</MCID 0>>BDC BT (a)Tj ET EMC /a0 gs "
                "/H1<</MCID 1>>BDC BT (b)Tj ET EMC /Artifact BMC 1 1 2 2 re f EMC Q");
}

/* Cairo gives its clip back before a marker: "Q q". */
static void
test_marked_content_nests_with_saved_states(void)
{
    assert_page("q " BEGIN("0") "BT (a)Tj ET Q q 1 1 2 2 re W n BT (b)Tj ET Q q " END("0") "Q",
                "q /a0 gs /P<</MCID 0>>BDC BT (a)Tj ET EMC Q q /P<</MCID 1>>BDC 1 1 2 2 re W n "
                "BT (b)Tj ET EMC Q q Q");
    assert_page("q " BEGIN("0") "q 1 0 0 1 0 0 cm 0 0 m 1 1 l S Q " END("0") "Q",
                "q /a0 gs /P<</MCID 0>>BDC q 1 0 0 1 0 0 cm 0 0 m 1 1 l S Q EMC Q");
}

static void
test_marks_say_which_leaf_they_are(void)
{
    g_autoptr(GString) marks = g_string_new(NULL);
    g_autofree char *found =
        rewritten("q " BEGIN("0.001") "BT ET " END("0.001") BEGIN("0") "BT ET " END("0") "Q",
                  true, marks);

    g_assert_nonnull(found);
    g_assert_cmpstr(marks->str, ==, "0 is 1 1 is 0 ");
}

static void
test_a_leaf_outside_the_tree_is_an_artifact(void)
{
    assert_page("q " BEGIN("0.002") "BT ET " END("0.002") "Q",
                "q /a0 gs /Artifact BMC BT ET EMC Q");
}

/* A bar of leaf @leaf. */
static void
write_bar(Scribe *scribe, int leaf, double x)
{
    const Item bar = { .kind = ITEM_RULE, .rect = { x, 0, 1, 1 }, .ink = INK_TEXT, .leaf = leaf };
    cairo_matrix_t identity;

    cairo_matrix_init_identity(&identity);
    g_assert_true(scribe_take(scribe, &bar, &palette, &identity, NULL));
}

/* What the scribe has written stands where its marker does, every leaf in marked content of its
 * own; its changes of the graphics state go no further. */
static void
test_passages_stand_for_their_markers(void)
{
    g_autoptr(Scribe) scribe = scribe_new(NULL, false);

    write_bar(scribe, -1, 1);
    write_bar(scribe, 0, 2);
    write_bar(scribe, 0, 3);
    write_bar(scribe, 1, 4);
    g_assert_cmpint(scribe_end_passage(scribe), ==, 0);
    g_assert_cmpint(scribe_end_passage(scribe), ==, -1);
    write_bar(scribe, 1, 5);
    g_assert_cmpint(scribe_end_passage(scribe), ==, 1);

    g_autofree char *found = rewritten_with(
        scribe, "q " PASSAGE("0") "5 5 9 9 re f " PASSAGE("0.001") END("0.001") "Q", true, NULL);
    g_assert_cmpstr(found, ==,
                    "q q /Artifact BMC 0 g 1 0 1 1 re f EMC "
                    "/P<</MCID 0>>BDC 2 0 1 1 re f 3 0 1 1 re f EMC "
                    "/H1<</MCID 1>>BDC 4 0 1 1 re f EMC Q "
                    "/H1<</MCID 2>>BDC 5 5 9 9 re f EMC "
                    "q /H1<</MCID 3>>BDC 0 g 5 0 1 1 re f EMC Q Q");
}

static void
test_text_is_black_and_grey_is_grey(void)
{
    assert_page("0.0666667 0.0666667 0.0666667 rg 0.2 0.2 0.2 RG 1 1 1 rg 0.1 0.2 0.3 RG",
                "0 g 0.2 G 1 g 0.1 0.2 0.3 RG");
}

static void
test_drawings_change_only_their_colours(void)
{
    g_autofree char *found = rewritten("0 0 0 rg 0 0 m 1 1 l f", false, NULL);
    g_autofree char *marked = rewritten(BEGIN("0"), false, NULL);

    g_assert_cmpstr(found, ==, "0 g 0 0 m 1 1 l f");
    g_assert_cmpstr(marked, ==, "what is painted in a drawing: a marker stands where none can");
}

static void
test_what_is_broken_is_refused(void)
{
    static const char *const broken[] = {
        ")",
        ">",
        "q",
        "Q",
        "(a",
        "<a",
        "BT BT ET ET",
        "BT",
        "ET",
        "1 1 rg",
        "BI ID x EI",
        BEGIN("0"),
        END("0"),
        PASSAGE("0"),
        BEGIN("0.003") END("0.003"),
        BEGIN("0") BEGIN("0.001") END("0.001") END("0"),
        BEGIN("0") END("0.001"),
        BEGIN("0") END("0") BEGIN("0") END("0"),
        "BT " BEGIN("0") "ET " END("0"),
        "0.731 0 0 rg BT ET",
        "0.731 0 0 rg",
        "q q 1 1 2 2 re f " BEGIN("0") END("0") "Q Q ) ",
        "q 1 1 2 2 re f q " BEGIN("0") END("0") "Q Q",
    };

    for (size_t i = 0; i < G_N_ELEMENTS(broken); i++) {
        g_autofree char *found = rewritten(broken[i], true, NULL);

        g_test_message("%s: %s", broken[i], found);
        g_assert_true(g_str_has_prefix(found, "what is painted on page 1: "));
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/finish/content/leaves",
                    test_leaves_are_marked_and_all_else_is_an_artifact);
    g_test_add_func("/finish/content/nesting", test_marked_content_nests_with_saved_states);
    g_test_add_func("/finish/content/marks", test_marks_say_which_leaf_they_are);
    g_test_add_func("/finish/content/passages", test_passages_stand_for_their_markers);
    g_test_add_func("/finish/content/artifacts", test_a_leaf_outside_the_tree_is_an_artifact);
    g_test_add_func("/finish/content/colours", test_text_is_black_and_grey_is_grey);
    g_test_add_func("/finish/content/drawings", test_drawings_change_only_their_colours);
    g_test_add_func("/finish/content/broken", test_what_is_broken_is_refused);
    return g_test_run();
}
