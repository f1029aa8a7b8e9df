/* A logo is a picture of the project's own folder that can be printed. */
#include "test_read_fixture.h"

#include <unistd.h>

static const char settings[] = "packs: [own]\n"
                               "locales: [en]\n"
                               "formats: [a4]\n"
                               "audiences: [adult]\n"
                               "outputs: [pdf]\n"
                               "staff_locale: en\n"
                               "interval_days: {contact: 90, law: 183}\n"
                               "logo: {file: FILE, alt: Hands}\n";

static void
copy_picture(const char *root, const char *from, const char *to)
{
    g_autofree char *source = g_build_filename(g_getenv("RIGHTSPACK_SOURCE_DIR"),
                                               "tests/fuzz/corpus/jpeg", from, NULL);
    g_autofree char *path = g_build_filename(root, "content", to, NULL);
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *bytes = NULL;
    gsize length;

    g_assert_cmpint(g_mkdir_with_parents(folder, 0755), ==, 0);
    g_assert_true(g_file_get_contents(source, &bytes, &length, NULL));
    g_assert_true(g_file_set_contents(path, bytes, (gssize) length, NULL));
}

/* A project whose logo is @logo, as YAML, with two pictures in its folder. */
static Fixture
fixture_with_logo(const char *logo)
{
    Fixture f = fixture_with_own_pack();
    g_autofree char *text = replaced(settings, "{file: FILE, alt: Hands}", logo);

    write_file(f.root, "content/project.yaml", text);
    copy_picture(f.root, "told.jpg", "logo.jpg");
    copy_picture(f.root, "half.jpg", "pictures/half.jpg");
    load(&f);
    return f;
}

static void
expect_logo(const char *logo, const char *wanted)
{
    g_auto(Fixture) f = fixture_with_logo(logo);
    g_autofree char *found = said(f.diags);

    g_assert_cmpstr(found, ==, wanted);
    g_assert_true(f.project->logo != NULL || *wanted != '\0');
}

static void
test_what_is_wrong_is_told_at_its_place(void)
{
    expect_logo("{file: logo.jpg, alt: Hands}", "");
    expect_logo("{file: logo.jpg}", "project.yaml:8:7 missing-key");
    expect_logo("{file: logo.jpg, alt: \"{hands}\"}", "project.yaml:8:29 unknown-reference");
    expect_logo("{file: gone.jpg, alt: Hands}", "gone.jpg:0:0 unreadable-file");
    expect_logo("{file: pictures/half.jpg, alt: Hands}", "half.jpg:0:0 bad-picture");
    expect_logo("{file: pictures, alt: Hands}", "pictures:0:0 unreadable-file");
    expect_logo("{file: ../logo.jpg, alt: Hands}", "project.yaml:8:14 bad-path");
    expect_logo("{file: /etc/passwd, alt: Hands}", "project.yaml:8:14 bad-path");
    expect_logo("{file: .hidden.jpg, alt: Hands}", "project.yaml:8:14 bad-path");
    expect_logo("{file: logo.jpg, alt: Hands, height_mm: 13}", "project.yaml:8:47 bad-number");
    expect_logo("logo.jpg", "project.yaml:8:7 wrong-type");
}

static void
test_no_link_leads_out(void)
{
    g_auto(Fixture) f = fixture_with_own_pack();
    g_autofree char *text = replaced(settings, "FILE", "link.jpg");
    g_autofree char *outside = g_build_filename(f.root, "outside.jpg", NULL);
    g_autofree char *link = g_build_filename(f.root, "content", "link.jpg", NULL);

    write_file(f.root, "content/project.yaml", text);
    copy_picture(f.root, "baseline.jpg", "../outside.jpg");
    g_assert_cmpint(symlink(outside, link), ==, 0);
    load(&f);
    g_autofree char *found = said(f.diags);
    g_assert_cmpstr(found, ==, "project.yaml:8:14 bad-path");
}

/* 60 x 24 pixels: 10 mm high it is 25 mm wide. */
static void
test_it_has_its_size_and_words(void)
{
    g_auto(Fixture) f = fixture_with_logo("{file: logo.jpg, alt: Hands, height_mm: 12}");
    const Logo *logo = f.project->logo;

    g_assert_cmpfloat_with_epsilon(logo->height, 12 * 72 / 25.4, 0.001);
    g_assert_cmpint(logo->picture.width, ==, 60);
    g_assert_cmpstr(logo->alt.domain, ==, "project");
    g_assert_cmpstr(logo->alt.context, ==, "logo/alt");
    g_assert_null(g_strstr_len((const char *) logo->picture.jpeg,
                               (gssize) logo->picture.jpeg_size, "Nobody"));
}

int
main(int argc, char **argv)
{
    if (g_getenv("RIGHTSPACK_SOURCE_DIR") == NULL)
        return 77; /* ctest sets it */
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/logo/wrong", test_what_is_wrong_is_told_at_its_place);
    g_test_add_func("/logo/link", test_no_link_leads_out);
    g_test_add_func("/logo/size", test_it_has_its_size_and_words);
    return g_test_run();
}
