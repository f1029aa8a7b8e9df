/* Formats, styles, drawings and languages. */
#include "test_read_fixture.h"

static const char good_format[] =
    "id: own\n"
    "title: Own\n"
    "sheet: {width: 297, height: 210}\n"
    "style: standard\n"
    "size: {least: 10, most: 12, aim: 11}\n"
    "include: {rights: 2, steps: 2, sections: 1}\n"
    "mirror: rtl\n"
    "flip: short\n"
    "safe: 5\n"
    "margins: {outer: 8.5, fold: 6.5, hang: 13, foot: 10, band: 5}\n"
    "panels:\n"
    "  - {id: cover, side: 1, x: 197, width: 100, holds: [cover], foot: [picture]}\n"
    "  - {id: flap, side: 1, x: 0, width: 97, holds: [safety], foot: [field]}\n"
    "  - {id: inside, side: 2, x: 0, width: 200, holds: [rest]}\n"
    "  - {id: inside_end, side: 2, x: 200, width: 97}\n";

static void
expect_format(const char *from, const char *to, const char *wanted)
{
    expect_change("content/formats/own.yaml", good_format, from, to, wanted);
}

static void
test_formats_say_what_is_wrong(void)
{
    expect_format("own", "own", "");
    expect_format("id: own", "id: owm", "own.yaml:1:1 bad-id");
    expect_format("style: standard", "style: standart", "own.yaml:4:8 unknown-reference");
    expect_format("least: 10,", "least: 11.25,", "own.yaml:5:7 bad-number");
    expect_format("least: 10,", "least: 10.1,", "own.yaml:5:7 bad-number");
    expect_format("least: 10,", "least: 8,", "own.yaml:5:15 bad-number");
    expect_format("x: 200, width: 97", "x: 200, width: 98", "own.yaml:15:5 panel-off-sheet");
    expect_format("width: 200", "width: 201", "own.yaml:15:5 panel-overlap");
    expect_format("outer: 8.5", "outer: 4",
                  "own.yaml:12:5 panel-off-sheet; own.yaml:13:5 panel-off-sheet; "
                  "own.yaml:14:5 panel-off-sheet; own.yaml:15:5 panel-off-sheet");
    expect_format("fold: 6.5", "fold: 92",
                  "own.yaml:12:5 bad-number; own.yaml:13:5 bad-number; "
                  "own.yaml:15:5 bad-number");
    expect_format("holds: [cover], ", "", "own.yaml:12:5 missing-key");
    expect_format("[safety]", "[safty]", "own.yaml:13:50 unknown-reference");
    expect_format(
        "panels:", "running_footer: {top: 208}\npanels:", "own.yaml:11:17 panel-off-sheet");
}

static void
test_a_panel_may_have_margins_of_its_own(void)
{
    expect_format("width: 97}", "width: 97, margins: {outer: 4}}",
                  "own.yaml:15:5 panel-off-sheet");
    expect_format("width: 97}", "width: 97, margins: {outer: 20}}", "");
}

static void
test_every_section_needs_a_panel(void)
{
    expect_format("holds: [rest]", "holds: [procedure, numbers]",
                  "own.yaml:1:1 section-without-panel; own.yaml:1:1 section-without-panel");
}

static void
test_folds_and_frames_follow_from_the_margins(void)
{
    g_autoptr(Diags) diags = diags_new();
    const char *root = g_getenv("RIGHTSPACK_SOURCE_DIR");
    g_autoptr(Project) project = project_load(root, root, diags);
    const Format *trifold = project_find_format(project, "trifold");
    const Panel *cover = &trifold->panels.items[0];

    g_assert_cmpint(trifold->folds.count, ==, 2);
    g_assert_cmpfloat_with_epsilon(to_mm(trifold->folds.items[0].at), 97, 0.01);
    g_assert_true(trifold->folds.items[1].mountain);
    g_assert_cmpint(cover->side, ==, 0);
    g_assert_cmpfloat_with_epsilon(to_mm(cover->frame.x), 197 + 6.5, 0.01);
    g_assert_cmpfloat_with_epsilon(to_mm(cover->frame.width), 100 - 6.5 - 8.5, 0.01);
    g_assert_cmpfloat_with_epsilon(to_mm(cover->frame.y), 13, 0.01);
    g_assert_cmpfloat_with_epsilon(to_mm(cover->frame.height), 210 - 13 - 10, 0.01);
    g_assert_cmpfloat_with_epsilon(to_mm(cover->band), 5.4, 0.01);
    g_assert_cmpint(project_find_format(project, "a4")->folds.count, ==, 0);
    g_assert_true(project_find_format(project, "a4")->running_footer);
}

static const Format *
own_format(Fixture *f, const char *from, const char *to)
{
    g_autofree char *text = replaced(good_format, from, to);

    write_file(f->root, "content/formats/own.yaml", text);
    load(f);
    return project_find_format(f->project, "own");
}

/* True when these are the outer panels, in their order: "yn" are two, the first outer. */
static void
expect_outer(const char *from, const char *to, const char *wanted)
{
    g_auto(Fixture) f = fixture_with_own_pack();
    const Format *format = own_format(&f, from, to);
    g_autoptr(GString) outer = g_string_new(NULL);

    for (int i = 0; i < format->panels.count; i++)
        g_string_append_c(outer, format->panels.items[i].outer ? 'y' : 'n');
    g_assert_cmpstr(outer->str, ==, wanted);
}

static void
test_strangers_see_side_1_unless_the_format_knows_better(void)
{
    expect_outer("id: cover", "id: cover", "yynn");
    expect_outer("width: 100,", "width: 100, outer: true,", "ynnn");
    expect_outer("x: 200, width: 97", "x: 200, width: 97, outer: true", "nnny");
}

/* Of the flow that begins on `inside`, some may come to the outer panel after it. */
static void
test_a_flow_shows_what_may_come_outside(void)
{
    g_auto(Fixture) f = fixture_with_own_pack();
    const Format *format = own_format(&f, "x: 200, width: 97", "x: 200, width: 97, outer: true");

    g_assert_true(format_shows_section(format, "numbers"));
    g_assert_true(format_shows_section(format, "cover"));
    g_assert_false(format_shows_section(format, "safety"));
}

static void
test_a_format_says_what_is_different_in_discreet_leaflets(void)
{
    g_auto(Fixture) f = fixture_with_own_pack();
    const Format *format = own_format(&f, "panels:", "discreet: {flip: long}\npanels:");

    g_assert_cmpuint(diags_count(f.diags), ==, 0);
    g_assert_cmpint(format->flip, ==, FLIP_SHORT);
    g_assert_cmpint(format->discreet->flip, ==, FLIP_LONG);
    g_assert_cmpint(format->discreet->panels.count, ==, 4);
    g_assert_cmpstr(format->style->palette.id, ==, "river");
    g_assert_cmpstr(format->discreet->style->palette.id, ==, "clay");
    g_assert_true(format->discreet->discreet == format->discreet);
}

static void
test_styles_have_every_role(void)
{
    static const char file[] = "content/styles/standard.yaml";

    expect_shipped(file, "palette: river", "palette: rivr", "standard.yaml unknown-reference");
    expect_shipped(
        file, "  subtitle: ", "  subtitel: ",
        "standard.yaml unknown-key; bilingual.yaml missing-key; booklet.yaml missing-key; "
        "folded.yaml missing-key; form.yaml missing-key; large.yaml missing-key; "
        "pages.yaml missing-key; palm.yaml missing-key; small.yaml missing-key; "
        "standard.yaml missing-key");
    expect_shipped(file, "{fixed_pt: 9, ", "{", "standard.yaml missing-key");
    expect_shipped("content/styles/palettes.yaml", "#134B50", "134B50",
                   "palettes.yaml bad-value");
}

static void
test_drawings_can_only_draw(void)
{
    static const char file[] = "content/icons/mine.svg";
    static const char svg[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\n"
                              "<path d=\"M0 0h9\"/>\n</svg>\n";

    expect_change(file, svg, "path", "path", "");
    expect_change(file, svg, "<path", "<script/><path", "mine.svg:2:2 bad-icon");
    expect_change(file, svg, "d=", "onload=\"x\" d=", "mine.svg:2:7 bad-icon");
    expect_change(file, svg, "d=", "fill=\"url(#a)\" d=", "mine.svg:2:13 bad-icon");
    expect_change(file, svg, "d=", "style=\"fill:red\" d=", "mine.svg:2:7 bad-icon");
    expect_change(file, svg, "2000/svg", "1999/svg", "mine.svg:1:13 bad-icon");
    expect_change(file, svg, " viewBox=\"0 0 9 9\"", "", "mine.svg:1:2 bad-icon");
    expect_change(file, svg, "</svg>", "text</svg>", "mine.svg:3:1 bad-icon");
    expect_change(file, svg, "<svg", "<!DOCTYPE svg>\n<svg", "mine.svg:1:1 bad-icon");
    expect_change(file, svg, "M0", "&x;", "mine.svg:2:1 bad-icon");
    expect_change(file, svg, "</svg>", "", "mine.svg:3:1 bad-icon");
    expect_change(file, svg, "<path", "<svg viewBox=\"0 0 1 1\"/><path",
                  "mine.svg:2:2 bad-icon");
}

static void
test_locales_say_what_is_wrong(void)
{
    static const char file[] = "locales/ar/locale.yaml";

    expect_shipped(file, "tag: ar", "tag: fa",
                   "locale.yaml bad-id; project.yaml unknown-reference");
    expect_shipped(file, "Noto Sans Arabic", "Noto Sans Arab", "locale.yaml unknown-reference");
    expect_shipped("locales/sr@latin/locale.yaml", "derived_from: sr", "derived_from: srx",
                   "locale.yaml unknown-reference");
}

int
main(int argc, char **argv)
{
    if (g_getenv("RIGHTSPACK_SOURCE_DIR") == NULL)
        return 77; /* ctest sets it */
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/paper/formats", test_formats_say_what_is_wrong);
    g_test_add_func("/paper/margins", test_a_panel_may_have_margins_of_its_own);
    g_test_add_func("/paper/sections", test_every_section_needs_a_panel);
    g_test_add_func("/paper/folds", test_folds_and_frames_follow_from_the_margins);
    g_test_add_func("/paper/outer", test_strangers_see_side_1_unless_the_format_knows_better);
    g_test_add_func("/paper/shown", test_a_flow_shows_what_may_come_outside);
    g_test_add_func("/paper/discreet",
                    test_a_format_says_what_is_different_in_discreet_leaflets);
    g_test_add_func("/paper/styles", test_styles_have_every_role);
    g_test_add_func("/paper/drawings", test_drawings_can_only_draw);
    g_test_add_func("/paper/locales", test_locales_say_what_is_wrong);
    return g_test_run();
}
