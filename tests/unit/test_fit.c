/* What fit_document() says of a leaflet, held against what layout_document() makes of it. */
#include "test_shown_fixture.h"

static Fixture fixture;

typedef struct Measured {
    Document *document;
    Fit *fit;
    Pages *pages;
    Diags *diags;
    Shapes *shapes;
} Measured;

static Measured
measure(const Locale *locale, const Format *format)
{
    Measured measured = { .document = fixture_compose(&fixture, locale, format),
                          .diags = diags_new(),
                          .shapes = shapes_new(fixture.fonts) };

    measured.fit = fit_document(measured.document, measured.shapes, false, measured.diags);
    g_assert_cmpuint(diags_count(measured.diags), ==, 0);
    measured.pages = layout_document(measured.document, measured.shapes, measured.diags);
    return measured;
}

static void
measured_clear(Measured *measured)
{
    pages_free(measured->pages);
    fit_free(measured->fit);
    document_free(measured->document);
    shapes_free(measured->shapes);
    diags_free(measured->diags);
}

static bool
grows(const Format *format)
{
    for (int i = 0; i < format->panels.count; i++)
        if (format->panels.items[i].repeat)
            return true;
    return false;
}

/* A format of one size. */
static Format
at_size(const Format *format, double size)
{
    Format fixed = *format;

    fixed.size_least = fixed.size_aim = fixed.size_most = size;
    return fixed;
}

/* --- what is the same ---------------------------------------------------------------------- */

static void
check_panels(const Fit *fit)
{
    for (int i = 0; i < fit->panel_count; i++) {
        g_assert_cmpfloat(fit->panels[i].used, >=, 0);
        g_assert_cmpfloat(fit->panels[i].free, >=, 0);
        g_assert_cmpint(fit->panels[i].page, <, fit->page_count);
    }
    for (int i = 1; i < fit->string_count; i++)
        g_assert_cmpfloat(fit->strings[i - 1].height, >=, fit->strings[i].height);
    g_assert_cmpint(fit->string_count, >, 0);
}

static void
test_a_fit_is_what_layout_makes(void)
{
    const Project *project = fixture.project;

    for (int i = 0; i < project->locales.count; i++)
        for (int k = 0; k < project->formats.count; k++) {
            Measured measured = measure(&project->locales.items[i], &project->formats.items[k]);

            g_assert_cmpfloat(measured.fit->body_size, ==, measured.pages->body_size);
            g_assert_cmpint(measured.fit->page_count, ==, measured.pages->page_count);
            g_assert_true(measured.fit->fits != measured.pages->overflows);
            check_panels(measured.fit);
            measured_clear(&measured);
        }
}

/* --- what is in the way -------------------------------------------------------------------- */

static void
check_larger(const Locale *locale, const Format *format)
{
    Measured measured = measure(locale, format);
    double larger = measured.fit->obstacle.size;

    if (measured.fit->fits && larger > 0 && !grows(format)) {
        Format fixed = at_size(format, larger - locale->size_more);
        Measured at_larger = measure(locale, &fixed);
        const Obstacle *obstacle = &at_larger.fit->obstacle;

        g_assert_cmpfloat(larger, >, measured.fit->body_size);
        g_assert_cmpint(measured.fit->obstacle.panel, ==, obstacle->panel);
        measured_clear(&at_larger);
    }
    measured_clear(&measured);
}

/* Whoever sets the format to the next larger size gets what was foretold. */
static void
test_at_the_next_larger_size_it_does_not_fit(void)
{
    const Project *project = fixture.project;

    for (int i = 0; i < project->locales.count; i++)
        for (int k = 0; k < project->formats.count; k++)
            check_larger(&project->locales.items[i], &project->formats.items[k]);
}

static void
test_of_what_does_not_fit_every_panel_says_how_much(void)
{
    const Locale *locale = project_find_locale(fixture.project, "en");
    Format large = at_size(project_find_format(fixture.project, "trifold"), 16);
    Measured measured = measure(locale, &large);
    const Fit *fit = measured.fit;

    g_assert_false(fit->fits);
    g_assert_cmpfloat(fit->obstacle.size, ==, 16);
    g_assert_cmpfloat(fit->obstacle.over, ==, measured.pages->over[fit->obstacle.panel]);
    for (int i = 0; i < fit->panel_count; i++) {
        g_assert_cmpfloat(fit->panels[i].over, ==, measured.pages->over[fit->panels[i].panel]);
        if (fit->panels[i].over > 0)
            g_assert_cmpfloat(fit->panels[i].free, ==, 0);
    }
    check_panels(fit);
    measured_clear(&measured);
}

/* One word too wide for its column is said with its width, and where it stands. */
static void
test_a_wide_word_is_named(void)
{
    const Locale *locale = project_find_locale(fixture.project, "en");
    Format large = at_size(project_find_format(fixture.project, "trifold"), 60);
    Measured measured = measure(locale, &large);

    g_assert_nonnull(measured.fit->obstacle.word);
    g_assert_cmpfloat(measured.fit->obstacle.word_over, >, 0);
    measured_clear(&measured);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    fixture = fixture_new();
    g_test_add_func("/fit/same", test_a_fit_is_what_layout_makes);
    g_test_add_func("/fit/larger", test_at_the_next_larger_size_it_does_not_fit);
    g_test_add_func("/fit/overflow", test_of_what_does_not_fit_every_panel_says_how_much);
    g_test_add_func("/fit/word", test_a_wide_word_is_named);
    int status = g_test_run();
    fixture_clear(&fixture);
    return status;
}
