#include "translate/translate.h"

#include <glib/gstdio.h>
#include <string.h>

/* A project in a temporary folder, with a pack `p` and the locales sr and sr@latin. */
typedef struct Fixture {
    Project project;
    Pack pack;
    Locale serbian, latin;
    const char *root;
    char *folder;
    Diags *diags;
    Catalog *catalog;
} Fixture;

static Fixture *
fixture_new(void)
{
    Fixture *f = g_new0(Fixture, 1);

    f->folder = g_dir_make_tmp("catalog-XXXXXX", NULL);
    f->root = f->folder;
    f->pack.id = "p";
    f->serbian = (Locale){ .tag = "sr", .lang = "sr" };
    f->latin = (Locale){ .tag = "sr@latin", .lang = "sr-Latn", .derived_from = &f->serbian };
    f->project.packs.items = &f->pack;
    f->project.packs.count = 1;
    f->project.catalog_roots.items = &f->root;
    f->project.catalog_roots.count = 1;
    f->diags = diags_new();
    return f;
}

static char *
file_of(const Fixture *f, const char *tag)
{
    return g_build_filename(f->folder, "locales", tag, "p.po", NULL);
}

static void
remove_file(const Fixture *f, const char *tag)
{
    g_autofree char *path = file_of(f, tag);
    g_autofree char *folder = g_path_get_dirname(path);

    g_unlink(path);
    g_rmdir(folder);
}

static void
fixture_free(Fixture *f)
{
    g_autofree char *locales = g_build_filename(f->folder, "locales", NULL);

    remove_file(f, "sr");
    remove_file(f, "sr@latin");
    g_rmdir(locales);
    g_rmdir(f->folder);
    g_free(f->folder);
    diags_free(f->diags);
    catalog_free(f->catalog);
    g_free(f);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Fixture, fixture_free)

static void
write_file(const Fixture *f, const char *tag, const char *bytes)
{
    g_autofree char *path = file_of(f, tag);
    g_autofree char *folder = g_path_get_dirname(path);

    g_assert_cmpint(g_mkdir_with_parents(folder, 0755), ==, 0);
    g_assert_true(g_file_set_contents(path, bytes, -1, NULL));
}

#define HEADER(language, plural) \
    "msgid \"\"\nmsgstr \"\"\n\"Language: " language \
    "\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n" plural
#define SERBIAN_PLURAL \
    "\"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && " \
    "(n%100<10 || n%100>=20) ? 1 : 2);\\n\"\n"
#define SERBIAN HEADER("sr", SERBIAN_PLURAL) /* 5 lines; an entry begins in line 6 */

/* The catalog of sr with this file. */
static Fixture *
fixture_with(const char *bytes)
{
    Fixture *f = fixture_new();

    write_file(f, "sr", bytes);
    f->catalog = catalog_load(&f->project, &f->serbian, f->diags);
    return f;
}

static Text
text_of(const char *context, const char *msgid)
{
    return (Text){ .msgid = msgid, .context = context, .domain = "p" };
}

static void
assert_translated(const Fixture *f, const char *context, const char *msgid,
                  const char *expected, TranslationState expected_state)
{
    Text text = text_of(context, msgid);
    TranslationState state;

    g_assert_cmpstr(catalog_translate(f->catalog, &text, "en", 0, &state), ==, expected);
    g_assert_cmpint(state, ==, expected_state);
}

static void
assert_missing(const Fixture *f, const char *context, const char *msgid)
{
    assert_translated(f, context, msgid, msgid, TRANSLATION_MISSING);
}

/* One diagnostic, at @line. */
static void
assert_one_fault(const Fixture *f, DiagCode code, int line)
{
    g_assert_cmpuint(diags_count(f->diags), ==, 1);
    const Diag *diag = diags_find(f->diags, 0);
    g_assert_cmpint(diag->code, ==, code);
    g_assert_cmpint(diag->where.line, ==, line);
    g_assert_true(g_str_has_suffix(diag->where.file, "locales/sr/p.po"));
}

static void
assert_fault(const char *bytes, DiagCode code, int line)
{
    g_autoptr(Fixture) f = fixture_with(bytes);

    assert_one_fault(f, code, line);
}

/* The same, and the entry of "a", "Yes {n}" counts as missing. */
static void
assert_unusable(const char *bytes, DiagCode code, int line)
{
    g_autoptr(Fixture) f = fixture_with(bytes);

    assert_one_fault(f, code, line);
    assert_missing(f, "a", "Yes {n}");
}

static void
test_context_and_msgid_find_a_translation(void)
{
    g_autoptr(Fixture) f =
        fixture_with(SERBIAN "msgctxt \"a\"\nmsgid \"Yes\"\nmsgstr \"Да\"\n\n"
                             "msgctxt \"b\"\nmsgid \"\"\n\"Ye\"\n\"s\"\nmsgstr \"Јес\"\n");

    g_assert_cmpuint(diags_count(f->diags), ==, 0);
    assert_translated(f, "a", "Yes", "Да", TRANSLATION_DONE);
    assert_translated(f, "b", "Yes", "Јес", TRANSLATION_DONE);
    assert_missing(f, "c", "Yes");
    assert_missing(f, "a", "No");
}

static void
test_the_source_language_is_its_own_translation(void)
{
    g_autoptr(Fixture) f = fixture_with(SERBIAN);
    Text text = { .msgid = "day", .msgid_plural = "days", .context = "a", .domain = "p" };
    TranslationState state;

    g_assert_cmpstr(catalog_translate(f->catalog, &text, "sr", 1, &state), ==, "day");
    g_assert_cmpint(state, ==, TRANSLATION_SOURCE);
    g_assert_cmpstr(catalog_translate(f->catalog, &text, "sr", 2, &state), ==, "days");
}

static void
test_a_missing_file_is_no_fault(void)
{
    g_autoptr(Fixture) f = fixture_new();

    f->catalog = catalog_load(&f->project, &f->serbian, f->diags);
    g_assert_cmpuint(diags_count(f->diags), ==, 0);
    assert_missing(f, "a", "Yes");
}

static void
test_plural_forms_follow_the_number(void)
{
    g_autoptr(Fixture) f = fixture_with(
        SERBIAN "msgctxt \"a\"\nmsgid \"{n} day\"\nmsgid_plural \"{n} days\"\n"
                "msgstr[0] \"{n} дан\"\nmsgstr[1] \"{n} данa\"\nmsgstr[2] \"{n} дана\"\n");
    Text text = { .msgid = "{n} day", .msgid_plural = "{n} days", .context = "a", .domain = "p" };
    TranslationState state;

    g_assert_cmpuint(diags_count(f->diags), ==, 0);
    g_assert_cmpstr(catalog_translate(f->catalog, &text, "en", 21, &state), ==, "{n} дан");
    g_assert_cmpstr(catalog_translate(f->catalog, &text, "en", 90, &state), ==, "{n} дана");
    text.msgid_plural = NULL; /* the wording was another when it was translated */
    g_assert_cmpstr(catalog_translate(f->catalog, &text, "en", 1, &state), ==, "{n} day");
    g_assert_cmpint(state, ==, TRANSLATION_MISSING);
}

static void
test_fuzzy_empty_and_obsolete_entries_are_not_used(void)
{
    g_autoptr(Fixture) f = fixture_with(
        "#, fuzzy\n" SERBIAN "#, fuzzy\nmsgctxt \"a\"\nmsgid \"Yes {n}\"\nmsgstr \"Да {x}\"\n\n"
        "msgctxt \"b\"\nmsgid \"Yes\"\nmsgstr \"\"\n\n"
        "msgctxt \"d\"\nmsgid \"Yes\"\nmsgstr \" \\n\"\n\n"
        "#~ msgctxt \"c\"\n#~ msgid \"Yes\"\n#~ msgstr \"Да\"\n");

    g_assert_cmpuint(diags_count(f->diags), ==, 0);
    assert_translated(f, "a", "Yes {n}", "Yes {n}", TRANSLATION_FUZZY);
    assert_missing(f, "b", "Yes");
    assert_missing(f, "c", "Yes");
    assert_missing(f, "d", "Yes");
}

#define ENTRY(msgstr) SERBIAN "msgctxt \"a\"\nmsgid \"Yes {n}\"\nmsgstr " msgstr "\n"

static void
test_placeholders_are_those_of_the_source_as_often_as_there(void)
{
    assert_unusable(ENTRY("\"Да\""), DIAG_PO_PLACEHOLDER, 8);
    assert_unusable(ENTRY("\"\"\n\"Да {n} \"\n\"{n}\""), DIAG_PO_PLACEHOLDER, 8);
    assert_unusable(ENTRY("\"Да {m}\""), DIAG_PO_PLACEHOLDER, 8);
    assert_unusable(ENTRY("\"Да {n\""), DIAG_PO_PLACEHOLDER, 8);
    assert_unusable(ENTRY("\"Да {n} }\""), DIAG_PO_PLACEHOLDER, 8);
    assert_unusable(ENTRY("\"Да { n }\""), DIAG_PO_PLACEHOLDER, 8);
}

#define NUMBERS(comment, context, msgid, msgstr) \
    SERBIAN comment "msgctxt \"" context "\"\nmsgid \"" msgid "\"\nmsgstr \"" msgstr "\"\n"

static void
test_numbers_are_those_of_the_source(void)
{
    assert_unusable(NUMBERS("", "a", "90 days", "60 дана"), DIAG_PO_NUMBER, 8);
    assert_unusable(NUMBERS("", "a", "90 days", "Дани"), DIAG_PO_NUMBER, 8);
    assert_unusable(NUMBERS("", "a", "Days", "90 дана"), DIAG_PO_NUMBER, 8);
    assert_unusable(NUMBERS("", "a", "1 or 1", "1"), DIAG_PO_NUMBER, 8);
    assert_unusable(NUMBERS("", "months/may", "May", "6月"), DIAG_PO_NUMBER, 8);

    const char *const sound[][3] = {
        { NUMBERS("", "a", "90 of {n2}", "{n2}: ٩٠"), "a", "90 of {n2}" },
        { NUMBERS("", "months/may", "May", "5月"), "months/may", "May" },
        { NUMBERS("# allow: po-number\n", "a", "8 pm", "20 ч."), "a", "8 pm" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(sound); i++) {
        g_autoptr(Fixture) f = fixture_with(sound[i][0]);
        Text text = text_of(sound[i][1], sound[i][2]);
        TranslationState state;

        g_assert_cmpuint(diags_count(f->diags), ==, 0);
        catalog_translate(f->catalog, &text, "en", 0, &state);
        g_assert_cmpint(state, ==, TRANSLATION_DONE);
    }
}

static void
test_invisible_directions_are_refused(void)
{
    assert_unusable(ENTRY("\"Да \u202E{n}\""), DIAG_BIDI_CONTROL, 8);
    assert_unusable(ENTRY("\"Да \u2066{n}\u2069\""), DIAG_BIDI_CONTROL, 8);
}

#define FORMS(forms) \
    "msgctxt \"a\"\nmsgid \"Yes {n}\"\nmsgid_plural \"Yeses {n} {tel.x}\"\n" forms "\n"

static void
test_every_plural_form_is_there_with_its_placeholders(void)
{
    assert_unusable(SERBIAN FORMS("msgstr[0] \"{n} {tel.x}\"\nmsgstr[1] \"{n} {tel.x}\""),
                    DIAG_PO_PLURAL, 9);
    assert_unusable(SERBIAN FORMS("msgstr[0] \"{n} {tel.x}\"\nmsgstr[1] \"\"\nmsgstr[2] \"{n} "
                                  "{tel.x}\""),
                    DIAG_PO_PLURAL, 10);
    assert_unusable(SERBIAN FORMS("msgstr[0] \"{tel.x}\"\nmsgstr[1] \"{n} {tel.x}\"\nmsgstr[2] "
                                  "\"{tel.x} {n}\""),
                    DIAG_PO_PLACEHOLDER, 9);
}

#define DUAL HEADER("sr", "\"Plural-Forms: nplurals=2; plural=n != 1;\\n\"\n")

static void
test_a_form_for_one_number_may_go_without_it(void)
{
    g_autoptr(Fixture) f =
        fixture_with(DUAL FORMS("msgstr[0] \"један {tel.x}\"\nmsgstr[1] \"{n} {tel.x}\""));

    g_assert_cmpuint(diags_count(f->diags), ==, 0);
    assert_unusable(DUAL FORMS("msgstr[0] \"{n}\"\nmsgstr[1] \"{n} {tel.x}\""),
                    DIAG_PO_PLACEHOLDER, 9);
    assert_unusable(DUAL FORMS("msgstr[0] \"{n} {tel.x}\"\nmsgstr[1] \"{tel.x}\""),
                    DIAG_PO_PLACEHOLDER, 10);
}

static void
test_the_header_is_there_and_of_this_locale(void)
{
    assert_fault("msgctxt \"b\"\nmsgid \"Yes\"\nmsgstr \"Да\"\n", DIAG_PO_HEADER, 1);
    assert_fault("", DIAG_PO_HEADER, 1);
    assert_fault(HEADER("ar", ""), DIAG_PO_HEADER, 3);
    assert_fault("msgid \"\"\nmsgstr \"\"\n\"Language: sr\\n\"\n", DIAG_PO_HEADER, 2);
    assert_fault("msgid \"\"\nmsgstr \"\"\n\"Language: sr\\n\"\n"
                 "\"Content-Type: text/plain; charset=CP1250\\n\"\n",
                 DIAG_PO_HEADER, 4);
    assert_fault(HEADER("sr", "\"Plural-Forms: nplurals=3; plural=1/0;\\n\"\n"), DIAG_PO_PLURAL,
                 5);
}

static void
test_files_that_are_no_po_files_are_reported_at_their_line(void)
{
    assert_fault(ENTRY("\"Да {n}"), DIAG_PO_SYNTAX, 8);
    assert_fault("\xEF\xBB\xBF" SERBIAN, DIAG_PO_SYNTAX, 1);
    assert_fault(SERBIAN "msgid \"\xFF\"\nmsgstr \"\"\n", DIAG_INVALID_UTF8, 6);
    assert_fault(SERBIAN "msgid \"x\"\nmsgstr \"y\"\nmsgid \"x\"\nmsgstr \"z\"\n",
                 DIAG_PO_SYNTAX, 8);
}

static void
test_line_ends_of_windows_are_fine(void)
{
    g_autoptr(GString) bytes =
        g_string_new(SERBIAN "msgctxt \"a\"\nmsgid \"Yes\"\nmsgstr \"Да\"\n"
                             "msgctxt \"b\"\nmsgid \"Yes {n}\"\nmsgstr \"Да\"\n");

    g_string_replace(bytes, "\n", "\r\n", 0);
    g_autoptr(Fixture) f = fixture_with(bytes->str);
    assert_translated(f, "a", "Yes", "Да", TRANSLATION_DONE);
    assert_one_fault(f, DIAG_PO_PLACEHOLDER, 11);
}

/* sr@latin: own entries first, then the Cyrillic ones. */
static void
test_a_derived_locale_is_written_in_latin_letters(void)
{
    g_autoptr(Fixture) f = fixture_new();

    const Spelling spelled[] = { { "Фејсбук", "Facebook" } };

    f->latin.spelled = (SpellingList){ spelled, 1 };
    write_file(f, "sr",
               SERBIAN "msgctxt \"a\"\nmsgid \"Yes\"\nmsgstr \"Његош\"\n\n"
                       "msgctxt \"e\"\nmsgid \"Yes\"\nmsgstr \"На Фејсбуку\"\n\n"
                       "msgctxt \"b\"\nmsgid \"Yes\"\nmsgstr \"Да\"\n\n"
                       "#, fuzzy\nmsgctxt \"c\"\nmsgid \"Yes\"\nmsgstr \"Не\"\n");
    write_file(f, "sr@latin",
               HEADER("sr-Latn", "") "msgctxt \"b\"\nmsgid \"Yes\"\n"
                                     "msgstr \"Jeste\"\n");
    f->catalog = catalog_load(&f->project, &f->latin, f->diags);

    g_assert_cmpuint(diags_count(f->diags), ==, 0);
    assert_translated(f, "a", "Yes", "Njegoš", TRANSLATION_DONE);
    assert_translated(f, "a", "Yes", "Njegoš", TRANSLATION_DONE);
    assert_translated(f, "b", "Yes", "Jeste", TRANSLATION_DONE);
    assert_translated(f, "c", "Yes", "Yes", TRANSLATION_FUZZY);
    assert_missing(f, "d", "Yes");
    assert_translated(f, "e", "Yes", "Na Facebooku", TRANSLATION_DONE);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/catalog/found", test_context_and_msgid_find_a_translation);
    g_test_add_func("/catalog/source", test_the_source_language_is_its_own_translation);
    g_test_add_func("/catalog/no-file", test_a_missing_file_is_no_fault);
    g_test_add_func("/catalog/plural", test_plural_forms_follow_the_number);
    g_test_add_func("/catalog/unused", test_fuzzy_empty_and_obsolete_entries_are_not_used);
    g_test_add_func("/catalog/placeholders",
                    test_placeholders_are_those_of_the_source_as_often_as_there);
    g_test_add_func("/catalog/numbers", test_numbers_are_those_of_the_source);
    g_test_add_func("/catalog/invisible", test_invisible_directions_are_refused);
    g_test_add_func("/catalog/forms", test_every_plural_form_is_there_with_its_placeholders);
    g_test_add_func("/catalog/one-number", test_a_form_for_one_number_may_go_without_it);
    g_test_add_func("/catalog/header", test_the_header_is_there_and_of_this_locale);
    g_test_add_func("/catalog/syntax",
                    test_files_that_are_no_po_files_are_reported_at_their_line);
    g_test_add_func("/catalog/crlf", test_line_ends_of_windows_are_fine);
    g_test_add_func("/catalog/derived", test_a_derived_locale_is_written_in_latin_letters);
    return g_test_run();
}
