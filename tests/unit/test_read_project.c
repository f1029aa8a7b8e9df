/* Whole projects: packs, contacts, shared words, settings. */
#include "test_read_fixture.h"

static void
test_what_we_ship_is_sound(void)
{
    g_autoptr(Diags) diags = diags_new();
    const char *root = g_getenv("RIGHTSPACK_SOURCE_DIR");
    g_autoptr(Project) project = project_load(root, root, diags);
    g_autofree char *found = said(diags);

    g_assert_cmpstr(found, ==, "");
    g_assert_nonnull(project_find_pack(project, "rs-trafficking"));
    g_assert_nonnull(project_find_locale(project, "sr@latin")->derived_from);
    g_assert_cmpstr(project_find_word(project, "months/may")->domain, ==, "common");
    g_assert_true(project_find_icon(project, "talk")->directional);
    g_assert_false(project_find_icon(project, "clock")->directional);
    g_assert_cmpint(project->catalog_roots.count, ==, 1);
}

static void
test_an_own_project_adds_to_what_is_installed(void)
{
    g_auto(Fixture) f = fixture_with_own_pack();

    load(&f);
    g_autofree char *found = said(f.diags);
    g_assert_cmpstr(found, ==, "");
    g_assert_nonnull(project_find_pack(f.project, "rs-trafficking"));

    const Pack *pack = project_find_pack(f.project, "own");
    const Right *right = &pack->sections.items[0].rights.items[0];
    g_assert_cmpstr(right->title.context, ==, "rights/rest/title");
    g_assert_cmpstr(right->text.items[1].context, ==, "rights/rest/text");
    g_assert_cmpstr(right->title.domain, ==, "own");
    g_assert_cmpstr(pack->title.context, ==, "pack/title");
    g_assert_cmpstr(pack->sections.items[0].title.context, ==, "rights/title");
    g_assert_cmpstr(pack->sections.items[1].steps.items[0].text.items[0].context, ==,
                    "procedure/first/text");
    g_assert_cmpstr(right->icon->id, ==, "rest");
    g_assert_cmpint(right->priority, ==, 2);
    g_assert_true(pack->sections.items[2].contacts.items[0] ==
                  project_find_contact(f.project, "police"));
    g_assert_cmpstr(pack->sections.items[2].contacts.items[0]->name.context, ==, "police/name");
    g_assert_true(pack->source_locale == project_find_locale(f.project, "en"));
}

static void
test_files_are_named_as_the_user_would(void)
{
    g_auto(Fixture) f = fixture_with_own_pack();
    g_autofree char *before = g_get_current_dir();

    write_file(f.root, "content/packs/own/steps.yaml", "3\n");
    g_assert_cmpint(g_chdir(f.root), ==, 0);
    g_autoptr(Project) project = project_load(".", g_getenv("RIGHTSPACK_SOURCE_DIR"), f.diags);
    g_assert_cmpint(g_chdir(before), ==, 0);
    g_assert_cmpstr(diags_find(f.diags, 0)->where.file, ==, "content/packs/own/steps.yaml");
    g_assert_true(project_is_at(f.root));
    g_assert_false(project_is_at("/nowhere"));
}

static void
test_packs_say_what_is_wrong(void)
{
    expect_pack("id: own", "id: owm", "pack.yaml:1:1 bad-id");
    expect_pack("code: b", "code: a", "pack.yaml:2:1 duplicate-id");
    expect_pack("source_locale: en", "source_locale: xx", "pack.yaml:6:16 unknown-reference");
    expect_pack("\"0.1\"", "0.1", "pack.yaml:8:10 bare-value");
    expect_pack("\"0.1\"", "\"a/b\"", "pack.yaml:8:10 bad-value");
    expect_pack("jurisdiction: RS", "jurisdiction: Serbia", "pack.yaml:5:15 bad-value");
    expect_pack("[vrd4.a]", "[vrd4a]", "pack.yaml:11:14 bad-value");
    expect_pack("all: [adult, child]", "all: [adult, chlid]",
                "pack.yaml:10:42 unknown-reference");
    expect_pack("contacts: [police]", "contacts: [plice]", "pack.yaml:16:30 unknown-reference");
    expect_pack("{days} days", "{day} days", "pack.yaml:3:8 unknown-reference");
    expect_pack("{tel.police}", "{tel.polise}", "pack.yaml:3:8 unknown-reference");
    expect_pack("days: 90", "days: -1", "pack.yaml:12:20 bad-number");
    expect_pack("rights: rights.yaml", "rights: ../rights.yaml", "pack.yaml:14:41 bad-path");
    expect_pack("rights: rights.yaml", "rights: right.yaml", "pack.yaml:14:41 unreadable-file");
    expect_pack("id: numbers", "id: rights", "pack.yaml:16:5 duplicate-id");
}

static void
test_rights_say_what_is_wrong(void)
{
    expect_rights("  status: in_law\n", "", "rights.yaml:1:3 missing-key");
    expect_rights("in_law", "in_laws", "rights.yaml:4:11 bad-value");
    expect_rights("[child]", "[chlid]", "rights.yaml:5:16 unknown-reference");
    expect_rights("icon: rest", "icon: ret", "rights.yaml:6:9 unknown-icon");
    expect_rights("[One, Two]", "[One, One]", "rights.yaml:3:15 duplicate-message");
    expect_rights("title: Rest", "titel: Rest",
                  "rights.yaml:2:3 unknown-key; rights.yaml:1:3 missing-key");
}

static void
test_contacts_say_what_is_wrong(void)
{
    static const char file[] = "content/contacts/xx.yaml";
    static const char contact[] =
        "- id: mine\n  name: Mine\n  kind: ngo\n  seen_at: here\n"
        "  phone: {e164: \"+381117850000\", show: \"011 785 00 00\"}\n";

    expect_change(file, contact, "mine", "mine", "");
    expect_change(file, contact, "id: mine", "id: police", "xx.yaml:1:3 duplicate-id");
    expect_change(file, contact, "785 00 00", "785 00 01", "xx.yaml:5:40 phone-shown");
    expect_change(file, contact, "\"+381117850000\"", "+381117850000",
                  "xx.yaml:5:17 bare-value");
    expect_change(file, contact, "+381117850000", "0117850000", "xx.yaml:5:17 bad-phone");
    expect_change(file, contact, "e164: \"+381117850000\"", "short: \"192\"",
                  "xx.yaml:5:10 missing-key");
    expect_change(file, contact, "seen_at", "url: ftp://x\n  seen_at", "xx.yaml:4:8 bad-url");
    expect_change(file, contact, "name: Mine", "name: \"{days}\"",
                  "xx.yaml:2:9 unknown-reference");
}

static void
test_common_words_are_all_there(void)
{
    static const char file[] = "content/common.yaml";

    expect_shipped(file, "draft_short: DRAFT\n", "", "common.yaml missing-key");
    expect_shipped(file, "  may: May\n", "", "common.yaml missing-key");
    expect_shipped(file, "{day} {month}", "{day} {moth}", "common.yaml unknown-reference");
    /* the own pack's right for children, of an audience that holds adults too, and its drawing */
    expect_shipped(file, "  child: \"If", "  chidl: \"If", "rights.yaml missing-key");
    expect_shipped(file,
                   "  rest: ", "  rests: ", "rights.yaml missing-key; rights.yaml missing-key");
}

static void
test_settings_name_what_exists(void)
{
    static const char file[] = "content/project.yaml";

    expect_shipped(file, "trifold", "trifld", "project.yaml unknown-reference");
    expect_shipped(file, "adult-citizen", "adultx", "project.yaml unknown-reference");
    expect_shipped(file, "staff_locale: sr", "staff_locale: se",
                   "project.yaml unknown-reference");
}

static void
test_one_broken_file_is_not_blamed_on_others(void)
{
    expect_shipped("content/contacts/rs.yaml", "- id: police", "- [id: police",
                   "rs.yaml yaml-syntax");
}

int
main(int argc, char **argv)
{
    if (g_getenv("RIGHTSPACK_SOURCE_DIR") == NULL)
        return 77; /* ctest sets it */
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/project/shipped", test_what_we_ship_is_sound);
    g_test_add_func("/project/own", test_an_own_project_adds_to_what_is_installed);
    g_test_add_func("/project/names", test_files_are_named_as_the_user_would);
    g_test_add_func("/project/packs", test_packs_say_what_is_wrong);
    g_test_add_func("/project/rights", test_rights_say_what_is_wrong);
    g_test_add_func("/project/contacts", test_contacts_say_what_is_wrong);
    g_test_add_func("/project/common", test_common_words_are_all_there);
    g_test_add_func("/project/settings", test_settings_name_what_exists);
    g_test_add_func("/project/cascade", test_one_broken_file_is_not_blamed_on_others);
    return g_test_run();
}
