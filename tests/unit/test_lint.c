#include "translate/lint.h"

#include <string.h>

/* A row is a translation and the one code it must be warned of; NULL: of nothing. */
typedef struct Row {
    const char *source, *text, *code;
} Row;

static const AvoidedWord avoided[] = {
    { .word = "must",
      .use = "can",
      .why = "it is an order",
      .unless = { (const Name[]){ { "must not", { NULL, 0, 0 } } }, 1 },
      .severity = SEVERITY_WARNING,
      .scope = SCOPE_ALL },
};
static const Name cognates[] = { { "ASTRA", { NULL, 0, 0 } }, { "Taxi", { NULL, 0, 0 } } };

static const Name abbreviations[] = { { "SMS", { NULL, 0, 0 } }, { "MUST", { NULL, 0, 0 } } };

static Locale
locale_of(const char *lang, const char *script, const char *quotes)
{
    return (Locale){ .tag = lang,
                     .lang = lang,
                     .script = script,
                     .autonym = lang,
                     .wording = { .quotes = quotes,
                                  .longest = 1.75,
                                  .same = { cognates, G_N_ELEMENTS(cognates) },
                                  .abbreviations = { abbreviations, G_N_ELEMENTS(abbreviations) },
                                  .avoid = { avoided, G_N_ELEMENTS(avoided) } } };
}

static const Project project; /* nobody can be called */

/* What is said of @entry, in a file of which nothing is known. Free with g_free(). */
static char *
codes_of(const Locale *locale, const Entry *entry)
{
    g_autoptr(Diags) diags = diags_new();
    g_autoptr(MessageLines) lines = message_lines_new("");
    const EntryFile file = { "x.po", lines };
    GString *codes = g_string_new(NULL);

    lint_entry(&project, locale, entry, &file, false, diags);
    for (unsigned i = 0; i < diags_count(diags); i++)
        g_string_append_printf(codes, "%s%s", i > 0 ? " " : "",
                               diag_info(diags_find(diags, i)->code)->name);
    return g_string_free(codes, FALSE);
}

static void
assert_codes(const Locale *locale, const Row *row, const char *comments)
{
    const Entry entry = { .context = "x",
                          .msgid = row->source,
                          .forms = &row->text,
                          .form_count = 1,
                          .comments = comments };
    g_autofree char *codes = codes_of(locale, &entry);

    if (strcmp(codes, row->code != NULL ? row->code : "") != 0)
        g_error("'%s' for '%s': [%s], not [%s]", row->text, row->source, codes, row->code);
}

#define ASSERT_ROWS(locale, rows) \
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) \
    assert_codes(locale, &(rows)[i], NULL)

static void
test_spaces_and_figures(void)
{
    const Locale ar = locale_of("ar", "Arab", NULL);
    const Row rows[] = {
        { "You are safe", "أنت آمن", NULL },
        { "You are safe", " أنت آمن", "po-spaces" },
        { "You are safe", "أنت آمن ", "po-spaces" },
        { "You are safe", "أنت  آمن", "po-spaces" },
        { "After {n} days", "بعد {n} يومًا", NULL },
        { "After 15 days", "بعد 15 يومًا", NULL },
        { "After 15 days", "بعد ١٥ يومًا", "po-digits" },
    };
    ASSERT_ROWS(&ar, rows);

    Locale own = ar;
    own.wording.own_digits = true;
    assert_codes(&own, &(Row){ "After 15 days", "بعد ١٥ يومًا", NULL }, NULL);
}

static void
test_brackets_pair_up(void)
{
    const Locale fr = locale_of("fr", "Latn", NULL), zh = locale_of("zh", "Hans", NULL);
    const Row rows[] = {
        { "Free (day)", "Gratuit (jour)", NULL },
        { "Free (day)", "Gratuit (jour", "po-brackets" },
        { "Free (day)", "Gratuit jour)", "po-brackets" },
        { "Free (day)", "Gratuit (jour]", "po-brackets" },
        { "a) Free", "a) Gratuit", NULL },
    };
    ASSERT_ROWS(&fr, rows);
    assert_codes(&zh, &(Row){ "Free (day)", "免费（白天）", NULL }, NULL);
    assert_codes(&zh, &(Row){ "Free (day)", "免费（白天)", "po-brackets" }, NULL);
}

static void
test_quotes_are_the_languages_own(void)
{
    const Locale sr = locale_of("sr", "Cyrl", "„“"), sv = locale_of("sv", "Latn", "””’’"),
                 en = locale_of("en", "Latn", "“”‘’"), any = locale_of("fr", "Latn", NULL);
    const Row serbian[] = {
        { "Say “yes”", "Кажи „да“", NULL },          { "Say “yes”", "Кажи „да", "po-quotes" },
        { "Say “yes”", "Кажи да“", "po-quotes" },    { "Say “yes”", "Кажи “да”", "po-quotes" },
        { "Say “yes”", "Кажи \"да\"", "po-quotes" }, { "Say “yes”", "Кажи «да»", "po-quotes" },
    };
    const Row swedish[] = { { "Say “yes”", "Säg ”ja”", NULL },
                            { "Say “yes”", "Säg ”ja", "po-quotes" },
                            { "Anna’s", "Annas’", NULL } };
    const Row english[] = { { "x", "the doctor’s ‘case’", NULL },
                            { "x", "the doctors’ case", NULL },
                            { "x", "the ‘doctors", "po-quotes" } };
    const Row french[] = { { "Say “yes”", "Dis « oui »", NULL },
                           { "Say “yes”", "Dis « oui", "po-quotes" },
                           { "Say “yes”", "L’eau d’ici", NULL } };

    ASSERT_ROWS(&sr, serbian);
    ASSERT_ROWS(&sv, swedish);
    ASSERT_ROWS(&en, english);
    ASSERT_ROWS(&any, french);
}

static void
test_sentences_end_as_their_source_by_script(void)
{
    static const struct {
        const char *lang, *script, *source, *good, *bad;
    } rows[] = {
        { "sr", "Cyrl", "You are safe.", "На сигурном сте.", "На сигурном сте" },
        { "sr", "Cyrl", "Are you safe?", "Јесте ли на сигурном?", "Јесте ли на сигурном." },
        { "sr", "Cyrl", "Safe", "Сигурно", "Сигурно." },
        { "sr", "Cyrl", "Say “yes.”", "Кажи „да“.", "Кажи „да“" },
        { "sr", "Cyrl", "Call {tel.a}.", "Зови {tel.a}.", "Зови {tel.a}" },
        { "sr", "Cyrl", "Write to a@b.rs.", "Пиши на a@b.rs.", "Пиши на a@b.rs" },
        { "sr", "Cyrl", "Wait...", "Чекај…", "Чекај." },
        { "ar", "Arab", "Are you safe?", "هل أنت آمن؟", "هل أنت آمن?" },
        { "ur", "Arab", "You are safe.", "آپ محفوظ ہیں۔", "آپ محفوظ ہیں." },
        { "hi", "Deva", "You are safe.", "आप सुरक्षित हैं।", "आप सुरक्षित हैं." },
        { "mr", "Deva", "You are safe.", "तुम्ही सुरक्षित आहात.", "तुम्ही सुरक्षित आहात।" },
        { "zh", "Hans", "You are safe.", "您是安全的。", "您是安全的." },
        { "am", "Ethi", "You are safe.", "ደህና ነዎት።", "ደህና ነዎት." },
        { "el", "Grek", "Are you safe?", "Είστε ασφαλείς;", "Είστε ασφαλείς?" },
        { "th", "Thai", "You are safe.", "คุณปลอดภัย", "คุณปลอดภัย:" },
        { "my", "Mymr", "Are you safe?", "လုံခြုံလား။", "လုံခြုံလား" },
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const Locale locale = locale_of(rows[i].lang, rows[i].script, NULL);

        assert_codes(&locale, &(Row){ rows[i].source, rows[i].good, NULL }, NULL);
        assert_codes(&locale, &(Row){ rows[i].source, rows[i].bad, "po-ending" }, NULL);
    }

    const Locale hu = locale_of("hu", "Latn", NULL);
    assert_codes(&hu, &(Row){ "{day} {month}", "{month} {day}.", NULL }, NULL);
}

static void
test_a_copy_is_no_translation_but_for_names(void)
{
    const Locale de = locale_of("de", "Latn", NULL);
    const Row rows[] = {
        { "Police", "Police", "po-same" },          { "ASTRA", "ASTRA", NULL },
        { "Taxi ASTRA", "Taxi ASTRA", NULL },       { "Taxi {tel.a}", "Taxi {tel.a}", NULL },
        { "{day} {month}", "{day} {month}", NULL }, { "112", "112", NULL }
    };

    ASSERT_ROWS(&de, rows);
    assert_codes(&de, &(Row){ "Name", "Name", NULL }, "a cognate\nallow: po-same");
    assert_codes(&de, &(Row){ "Name", "Name", NULL }, "allow: po-ending, po-same");
    assert_codes(&de, &(Row){ "Name", "Name", NULL }, "allow: po-same\r");
    assert_codes(&de, &(Row){ "Name", "Name", "po-same" }, "allow: po-ending");
}

static void
test_long_sentences(void)
{
    const Locale de = locale_of("de", "Latn", NULL);
    const char *source = "You can stay in the country while you rest and decide.";
    const Row rows[] = {
        { source, "Sie dürfen im Land bleiben, während Sie sich ausruhen und entscheiden.",
          NULL },
        { source,
          "Ihnen steht die Möglichkeit offen, für die Dauer der Ihnen eingeräumten Frist zur "
          "Erholung und Entscheidung im Land zu verbleiben.",
          "po-length" },
        { "Short", "Eine sehr lange Überschrift", NULL },
    };

    ASSERT_ROWS(&de, rows);
}

static void
test_doubled_words(void)
{
    Locale sr = locale_of("sr", "Cyrl", NULL);
    const Row rows[] = { { "You can go", "Можете можете ићи", "po-doubled" },
                         { "You can go", "Можете Можете ићи", "po-doubled" },
                         { "No, no", "Не, не", NULL },
                         { "Bye bye", "Па па", NULL },
                         { "Call 11 11", "Зови 11 11", NULL },
                         { "{a} {a}", "{a} {a}", NULL } };

    ASSERT_ROWS(&sr, rows);
    sr.wording.doubles_words = true;
    assert_codes(&sr, &(Row){ "Slowly", "Полако полако", NULL }, NULL);
}

static void
test_letters_of_another_script(void)
{
    const Locale latin = locale_of("sr-Latn", "Latn", NULL), sr = locale_of("sr", "Cyrl", NULL),
                 ja = locale_of("ja", "Jpan", NULL), fa = locale_of("fa", "Arab", NULL);

    assert_codes(&latin, &(Row){ "Help", "Pomoć", NULL }, NULL);
    assert_codes(&latin, &(Row){ "Help", "Pomoћ", "po-letters" }, NULL);
    assert_codes(&latin, &(Row){ "Help", "см. https://пример.срб/љ", "po-letters" }, NULL);
    assert_codes(&latin, &(Row){ "Help at x", "Vidi https://пример.срб/љ", NULL }, NULL);
    assert_codes(&sr, &(Row){ "Help", "Помоћ од ASTRA", NULL }, NULL);
    assert_codes(&sr, &(Row){ "Help", "Пoмоћ", "po-letters" }, NULL); /* a Latin o */
    assert_codes(&sr, &(Row){ "Help", "SMS-ом", NULL }, NULL);
    assert_codes(&ja, &(Row){ "Help", "ヘルプを求める方法", NULL }, NULL);
    assert_codes(&ja, &(Row){ "Help", "Помощь", "po-letters" }, NULL);
    assert_codes(&fa, &(Row){ "Help", "کمک می‌خواهم", NULL }, NULL);
}

static void
test_derived_texts_have_no_cyrillic_left(void)
{
    const Locale sr = locale_of("sr", "Cyrl", NULL);
    Locale latin = locale_of("sr-Latn", "Latn", NULL);
    g_autoptr(Diags) diags = diags_new();
    g_autoptr(MessageLines) lines = message_lines_new("");
    const EntryFile file = { "x.po", lines };
    const char *const good[] = { "Помоћ", "Без Wi-Fi мреже" }, *const bad[] = { "Помоћь" };
    const Entry sound = { .context = "x", .msgid = "x", .forms = good, .form_count = 2 };
    const Entry russian = { .context = "x", .msgid = "x", .forms = bad, .form_count = 1 };

    latin.derived_from = &sr;
    lint_derived(&latin, &sound, &file, diags);
    g_assert_cmpuint(diags_count(diags), ==, 0);
    lint_derived(&latin, &russian, &file, diags);
    g_assert_cmpuint(diags_count(diags), ==, 1);
    g_assert_cmpint(diags_find(diags, 0)->code, ==, DIAG_PO_LETTERS);
}

static void
test_words_to_avoid(void)
{
    const Locale en = locale_of("en", "Latn", NULL);
    const Row rows[] = { { "x", "You must tell us", "avoided-word" },
                         { "x", "You MUST tell us", "avoided-word" },
                         { "x", "You must not tell us", NULL },
                         { "x", "A utmost effort", NULL } };

    ASSERT_ROWS(&en, rows);
    assert_codes(&en, &(Row){ "x", "You must tell us", NULL }, "allow: avoided-word");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lint/spaces-figures", test_spaces_and_figures);
    g_test_add_func("/lint/brackets", test_brackets_pair_up);
    g_test_add_func("/lint/quotes", test_quotes_are_the_languages_own);
    g_test_add_func("/lint/ending", test_sentences_end_as_their_source_by_script);
    g_test_add_func("/lint/same", test_a_copy_is_no_translation_but_for_names);
    g_test_add_func("/lint/length", test_long_sentences);
    g_test_add_func("/lint/doubled", test_doubled_words);
    g_test_add_func("/lint/letters", test_letters_of_another_script);
    g_test_add_func("/lint/derived", test_derived_texts_have_no_cyrillic_left);
    g_test_add_func("/lint/avoided", test_words_to_avoid);
    return g_test_run();
}
