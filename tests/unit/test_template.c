/* What translators begin with: templates of the checkout, and of a small pack of its own. */
#include "test_read_fixture.h"

#include "translate/plural.h"
#include "translate/languages.h"
#include "translate/template.h"

/* --- the checkout ------------------------------------------------------------------------- */

static Project *
load_checkout(void)
{
    const char *source = g_getenv("RIGHTSPACK_SOURCE_DIR");
    g_autoptr(Diags) diags = diags_new();
    Project *project = project_load(source, source, diags);

    g_assert_cmpuint(diags_count(diags), ==, 0);
    return project;
}

static GBytes *
written(const Messages *messages, const char *domain)
{
    g_autoptr(GError) error = NULL;
    GBytes *bytes = template_write(messages, domain, &error);

    g_assert_no_error(error);
    return bytes;
}

static char *
text_of(const Messages *messages, const char *domain)
{
    g_autoptr(GBytes) bytes = written(messages, domain);
    gsize length;
    const char *text = g_bytes_get_data(bytes, &length);

    return g_strndup(text, length);
}

/* When it fails: run `rightspack extract` and commit what it writes. */
static void
test_committed_templates_are_those_of_the_content(void)
{
    g_autoptr(Project) project = load_checkout();
    g_autoptr(Messages) messages = messages_new(project);
    g_autoptr(GPtrArray) domains = messages_domains(messages);

    g_assert_cmpuint(domains->len, >=, 3);
    for (guint i = 0; i < domains->len; i++) {
        const char *domain = domains->pdata[i];
        g_autofree char *name = g_strconcat(domain, ".pot", NULL);
        g_autofree char *path = g_build_filename(project->root, "locales", name, NULL);
        g_autofree char *committed = NULL, *now = text_of(messages, domain);

        g_assert_true(g_file_get_contents(path, &committed, NULL, NULL));
        g_assert_cmpstr(committed, ==, now);
    }
}

static void
test_the_same_content_gives_the_same_bytes(void)
{
    g_autoptr(Project) project = load_checkout(), again = load_checkout();
    g_autoptr(Messages) messages = messages_new(project), repeated = messages_new(again);
    g_autoptr(GBytes) first = written(messages, "common"), second = written(repeated, "common");

    g_assert_true(g_bytes_equal(first, second));
}

/* Whoever adds a text to a struct of model/content.h writes a row in messages_about.c. */
static void
test_every_message_says_what_it_is(void)
{
    g_autoptr(Project) project = load_checkout();
    g_autoptr(Messages) messages = messages_new(project);

    g_assert_cmpint(messages->count, ==, project->texts.count);
    for (int i = 0; i < messages->count; i++) {
        if (messages->items[i].about == NULL)
            g_test_message("nothing is said of %s", messages->items[i].text->context);
        g_assert_nonnull(messages->items[i].about);
    }
}

/* No number that somebody calls, no address, no day and no paragraph of a law. */
static void
test_facts_are_no_messages(void)
{
    g_autoptr(Project) project = load_checkout();
    g_autoptr(GRegex) fact = g_regex_new("[0-9][0-9 ]{4,}[0-9]|\\+[0-9]|://|[0-9]{4}-[0-9]{2}|"
                                         "\\b(LF|CPC|LPDV|CETS[0-9]+) [0-9]",
                                         0, 0, NULL);

    g_assert_true(g_regex_match(fact, "CETS197 12(2)", 0, NULL));
    g_assert_true(g_regex_match(fact, "011 785 00 00", 0, NULL));
    for (int i = 0; i < project->texts.count; i++)
        g_assert_false(g_regex_match(fact, project->texts.items[i].msgid, 0, NULL));
}

static bool
is_printed_in(const Messages *messages, const Text *text, const char *format)
{
    const Message *message = messages_find(messages, text);

    for (int i = 0; i < messages->project->formats.count; i++)
        if (strcmp(messages->project->formats.items[i].id, format) == 0)
            return message->formats[USE_PLAIN][i];
    g_assert_not_reached();
}

static const Right *
find_right(const Project *project, const char *id)
{
    const Pack *pack = project_find_pack(project, "rs-trafficking");

    for (int i = 0; i < pack->sections.count; i++)
        for (int k = 0; k < pack->sections.items[i].rights.count; k++)
            if (strcmp(pack->sections.items[i].rights.items[k].id, id) == 0)
                return &pack->sections.items[i].rights.items[k];
    g_assert_not_reached();
}

static void
test_formats_are_those_that_print_it(void)
{
    g_autoptr(Project) project = load_checkout();
    g_autoptr(Messages) messages = messages_new(project);
    const Right *urgent = find_right(project, "safety"), *late = find_right(project, "complain");

    g_assert_true(is_printed_in(messages, &urgent->title, "trifold"));
    g_assert_true(is_printed_in(messages, &urgent->title, "a4"));
    g_assert_false(is_printed_in(messages, &urgent->title, "handover"));
    g_assert_false(is_printed_in(messages, &urgent->more.items[0], "trifold"));
    g_assert_true(is_printed_in(messages, &urgent->more.items[0], "a4"));
    g_assert_false(is_printed_in(messages, &late->title, "trifold"));
    g_assert_true(is_printed_in(messages, &late->title, "a4"));
}

/* Which month stands in a leaflet is chance; "draft" stands in no release. */
static void
test_words_of_which_the_day_decides_count_together(void)
{
    g_autoptr(Project) project = load_checkout();
    g_autoptr(Messages) messages = messages_new(project);
    const Message *draft = messages_find(messages, project_find_word(project, "draft"));

    g_assert_true(is_printed_in(messages, project_find_word(project, "months/march"), "trifold"));
    g_assert_true(is_printed_in(messages, project_find_word(project, "months/july"), "trifold"));
    g_assert_true(is_printed_in(messages, project_find_word(project, "colophon_checked"), "a4"));
    g_assert_true(is_printed_in(messages, project_find_word(project, "untranslated"), "a4"));
    g_assert_true(is_printed_in(messages, draft->text, "a4"));
    for (int i = 0; i < project->formats.count; i++)
        g_assert_false(draft->formats[USE_RELEASE][i]);
}

/* --- a pack of its own -------------------------------------------------------------------- */

static char *
template_of(Fixture *f)
{
    load(f);
    g_assert_cmpuint(diags_count(f->diags), ==, 0);
    g_autoptr(Messages) messages = messages_new(f->project);
    return text_of(messages, "own");
}

/* The entry with @context and @msgid, from its first comment to the empty line after it. */
static char *
entry_of(const char *template, const char *context)
{
    g_auto(GStrv) entries = g_strsplit(template, "\n\n", -1);
    g_autofree char *line = g_strdup_printf("\nmsgctxt \"%s\"\n", context);

    for (int i = 0; entries[i] != NULL; i++)
        if (strstr(entries[i], line) != NULL)
            return g_strchomp(g_strdup(entries[i]));
    return g_strdup("(none)");
}

/* @text without its line of formats: every format that comes or goes would change the test. */
static char *
without_formats(const char *text)
{
    g_autoptr(GRegex) line = g_regex_new("#\\. Printed in[^\n]*\n", 0, 0, NULL);

    return g_regex_replace_literal(line, text, -1, 0, "", 0, NULL);
}

static void
assert_entry(const char *template, const char *context, const char *expected)
{
    g_autofree char *entry = entry_of(template, context);
    g_autofree char *plain = without_formats(entry);

    g_assert_true(strstr(entry, "#. Printed in") != NULL);
    g_assert_cmpstr(plain, ==, expected);
}

static void
test_an_entry_tells_what_a_translator_must_know(void)
{
    g_auto(Fixture) f = fixture_with_own_pack();
    g_autofree char *phone = NULL, *template = NULL;

    write_file(f.root, "content/glossary.yaml",
               "- {term: Rest, meaning: to do nothing, note: not sleep}\n"
               "- {term: day, also: [days], meaning: 24 hours}\n"
               "- {term: all, meaning: each}\n");
    template = template_of(&f);
    assert_entry(template, "pack/title",
                 "#. Title on the cover.\n"
                 "#. Read by the person who gets the leaflet.\n"
                 "#. {days} becomes 90.\n"
                 "#. {tel.police} becomes 192.\n"
                 "#. Term: day = 24 hours.\n"
                 "#: content/packs/own/pack.yaml\n"
                 "#, python-brace-format\n"
                 "msgctxt \"pack/title\"\n"
                 "msgid \"For {days} days, call {tel.police}\"\n"
                 "msgstr \"\"");
    assert_entry(template, "rights/rest/title",
                 "#. Heading of a right. A few words.\n"
                 "#. Read by the person who gets the leaflet. Only for: child (\"If you are under "
                 "18:\").\n"
                 "#. Term: Rest = to do nothing. (not sleep)\n"
                 "#: content/packs/own/rights.yaml\n"
                 "msgctxt \"rights/rest/title\"\n"
                 "msgid \"Rest\"\n"
                 "msgstr \"\"");
}

static void
test_a_plural_has_both_forms(void)
{
    g_auto(Fixture) f = fixture_with_own_pack();
    g_autofree char *template = NULL;

    write_file(f.root, "content/packs/own/steps.yaml",
               "- id: first\n  title: First\n  priority: 1\n"
               "  text: [{count: days, one: A day., other: \"{days} days.\"}]\n");
    write_file(f.root, "content/glossary.yaml", "[]\n");
    template = template_of(&f);
    assert_entry(template, "procedure/first/text",
                 "#. Paragraph about a step.\n"
                 "#. Read by the person who gets the leaflet.\n"
                 "#. {days} becomes 90.\n"
                 "#. The form is chosen by {days}; translate every form.\n"
                 "#: content/packs/own/steps.yaml\n"
                 "#, python-brace-format\n"
                 "msgctxt \"procedure/first/text\"\n"
                 "msgid \"A day.\"\n"
                 "msgid_plural \"{days} days.\"\n"
                 "msgstr[0] \"\"\n"
                 "msgstr[1] \"\"");
}

static void
test_a_sentence_more_touches_nothing_else(void)
{
    g_auto(Fixture) f = fixture_with_own_pack();
    g_autofree char *before = template_of(&f);
    g_autofree char *rights = replaced(good_rights, "[One, Two]", "[One, Between, Two]");

    write_file(f.root, "content/packs/own/rights.yaml", rights);
    project_free(f.project);
    g_autofree char *after = template_of(&f);
    const char *more = strstr(after, "msgid \"Between\"");
    g_assert_nonnull(more);

    const char *begin = g_strrstr_len(after, more - after, "\n\n"), *end = strstr(more, "\n\n");
    g_autofree char *head = g_strndup(after, (gsize) (begin - after));
    g_autofree char *rest = g_strconcat(head, end, NULL);
    g_assert_cmpstr(rest, ==, before);
}

/* A project's own words get a template; those it has from the installed data are translated there. */
static void
test_only_own_files_are_extracted(void)
{
    g_auto(Fixture) f = fixture_with_own_pack();

    load(&f);
    g_autoptr(Messages) messages = messages_new(f.project);
    g_assert_true(template_is_wanted(messages, "own"));
    g_assert_false(template_is_wanted(messages, "common"));
    g_assert_false(template_is_wanted(messages, "rs-trafficking"));
}

/* --- languages ---------------------------------------------------------------------------- */

static void
test_every_language_has_a_rule_for_plurals(void)
{
    g_autoptr(Arena) arena = arena_new();

    for (const Language *language = language_all(); language->tag != NULL; language++) {
        const char *fault = NULL;

        g_assert_nonnull(plural_parse(arena, language->plurals, &fault));
        g_assert_true(language_find(language->tag) == language);
    }
}

/* All that leaflets are meant for, and the one that everybody takes as an example. */
static void
test_known_languages_are_those_that_readers_speak(void)
{
    static const char *const wanted[] = {
        "sr",  "sr@latin", "en", "rom", "sq", "hu", "ar", "fa",  "fa_AF", "ps", "ru",
        "uk",  "zh_CN",    "tr", "hi",  "ne", "bn", "pa", "ur",  "vi",    "bs", "hr",
        "ro",  "bg",       "mk", "sk",  "fr", "es", "ku", "ckb", "so",    "ti", "am",
        "uz",  "si",       "ta", "fil", "th", "pt", "yo", "pcm", "bin",   "ig", "pl",
        "cs",  "sl",       "el", "it",  "de", "ka", "hy", "az",  "mn",    "ky", "tg",
        "rue", "rn",       "ln", "sw",  "id", "my", "km",
    };

    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++)
        g_assert_nonnull(language_find(wanted[i]));
    g_assert_null(language_find("xx"));
}

static int
form_for(const char *tag, unsigned long number)
{
    g_autoptr(Arena) arena = arena_new();
    const char *fault = NULL;

    return plural_form(plural_parse(arena, language_find(tag)->plurals, &fault), number);
}

static void
test_plural_forms_of_whole_numbers(void)
{
    static const struct {
        const char *tag;
        int forms[7]; /* for 0, 1, 2, 3, 5, 21, 101 */
    } known[] = {
        { "hu", { 1, 0, 1, 1, 1, 1, 1 } },    { "fr", { 0, 0, 1, 1, 1, 1, 1 } },
        { "zh_CN", { 0, 0, 0, 0, 0, 0, 0 } }, { "pl", { 2, 0, 1, 1, 2, 2, 2 } },
        { "cs", { 2, 0, 1, 1, 2, 2, 2 } },    { "ru", { 2, 0, 1, 1, 2, 0, 0 } },
        { "sl", { 3, 0, 1, 2, 3, 3, 0 } },    { "ro", { 1, 0, 1, 1, 1, 2, 1 } },
        { "mk", { 1, 0, 1, 1, 1, 0, 0 } },    { "ar", { 0, 1, 2, 3, 3, 4, 5 } },
        { "fil", { 0, 0, 0, 0, 0, 0, 0 } },
    };
    static const unsigned long numbers[] = { 0, 1, 2, 3, 5, 21, 101 };

    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        for (size_t k = 0; k < G_N_ELEMENTS(numbers); k++)
            g_assert_cmpint(form_for(known[i].tag, numbers[k]), ==, known[i].forms[k]);
    g_assert_cmpint(form_for("fil", 4), ==, 1);
}

static void
test_every_profile_can_be_read(void)
{
    g_auto(Fixture) f = fixture_with_own_pack();

    for (const Language *language = language_all(); language->tag != NULL; language++) {
        g_autofree char *rest = g_strdup_printf("locales/%s/locale.yaml", language->tag);
        g_autofree char *profile = language_profile(language);

        write_file(f.root, rest, profile);
    }
    load(&f);
    g_assert_cmpuint(diags_count(f.diags), ==, 0);
    const Locale *urdu = project_find_locale(f.project, "ur");
    g_assert_cmpstr(urdu->autonym, ==, "اردو");
    g_assert_cmpint(urdu->direction, ==, DIRECTION_RTL);
    g_assert_cmpstr(project_find_locale(f.project, "fa_AF")->lang, ==, "prs");
    g_assert_true(project_find_locale(f.project, "sr@latin")->derived_from ==
                  project_find_locale(f.project, "sr"));
}

#define ADD(name) g_test_add_func("/template/" #name, test_##name)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD(committed_templates_are_those_of_the_content);
    ADD(the_same_content_gives_the_same_bytes);
    ADD(every_message_says_what_it_is);
    ADD(facts_are_no_messages);
    ADD(formats_are_those_that_print_it);
    ADD(words_of_which_the_day_decides_count_together);
    ADD(an_entry_tells_what_a_translator_must_know);
    ADD(a_plural_has_both_forms);
    ADD(a_sentence_more_touches_nothing_else);
    ADD(only_own_files_are_extracted);
    ADD(every_language_has_a_rule_for_plurals);
    ADD(known_languages_are_those_that_readers_speak);
    ADD(plural_forms_of_whole_numbers);
    ADD(every_profile_can_be_read);
    return g_test_run();
}
