/* Words and sentences in several scripts, and how hard they are to read. */
#include "translate/reading.h"
#include "translate/lint.h"

#include <string.h>

static Locale
locale_of(const char *lang, const char *script)
{
    return (Locale){ .tag = lang,
                     .lang = lang,
                     .script = script,
                     .autonym = lang,
                     .wording = { .longest = 5,
                                  .sentence_warn = 20,
                                  .sentence_error = 25,
                                  .sentence_easy = 15,
                                  .sentence_average = 15 } };
}

static void
test_words_and_sentences_by_script(void)
{
    static const struct {
        const char *lang, *script, *text;
        int sentences, words, long_words; /* sentences -1: not measured */
    } rows[] = {
        { "en", "Latn", "You can ask. Is it free?", 2, 6, 0 },
        { "en", "Latn", "You don’t need it.", 1, 4, 0 },
        { "en", "Latn", "Call \uFFFC. A support person comes.", 2, 6, 1 },
        { "en", "Latn", "Say “I need help.” You choose.", 2, 6, 0 },
        { "en", "Latn", "...", 0, 0, 0 },
        { "en", "Latn", "", 0, 0, 0 },
        { "sr", "Cyrl", "Полиција долази. Можете тражити тумача.", 2, 5, 2 },
        { "vi", "Latn", "Bạn có thể.", 1, 3, 0 },
        { "ar", "Arab", "يمكنك الاتصال بالشرطة. هل أنت آمن؟", 2, 6, 2 },
        { "ur", "Arab", "آپ محفوظ ہیں۔ مدد لیں۔", 2, 5, 0 },
        { "hi", "Deva", "आप सुरक्षित हैं। मदद लें।", 2, 5, 0 },
        { "am", "Ethi", "ደህና ነዎት። እርዳታ ይጠይቁ።", 2, 4, 0 },
        { "th", "Thai", "คุณไม่ต้องบอกชื่อ", 1, 5, 0 },
        { "th", "Thai", "คุณไม่ต้องบอกชื่อ คุณไม่ต้องบอกชื่อ", 2, 10, 0 },
        { "zh", "Hans", "您可以求助。您是安全的。", -1, 0, 0 },
        { "ja", "Jpan", "助けを求められます。", -1, 0, 0 },
        { "km", "Khmr", "អ្នកអាចសុំជំនួយ។", -1, 0, 0 },
        { "my", "Mymr", "လုံခြုံလား။", -1, 0, 0 },
        { "lo", "Laoo", "ທ່ານປອດໄພ", -1, 0, 0 },
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const Locale locale = locale_of(rows[i].lang, rows[i].script);
        g_autoptr(GArray) sentences = reading_sentences(&locale, rows[i].text);
        int words = 0, long_words = 0;

        for (guint k = 0; sentences != NULL && k < sentences->len; k++) {
            words += g_array_index(sentences, Sentence, k).words;
            long_words += g_array_index(sentences, Sentence, k).long_words;
        }
        int count = sentences == NULL ? -1 : (int) sentences->len;
        if (count != rows[i].sentences || words != rows[i].words ||
            long_words != rows[i].long_words)
            g_error("'%s': %d sentences, %d words, %d long ones", rows[i].text, count, words,
                    long_words);
    }
}

static const Project nothing = { .arena = NULL };

/* --- lints of prose -------------------------------------------------------------------------- */

/* What is said of @words by the name @context: "code code", errors as "code!". Free with g_free(). */
static char *
said_of(const Project *project, const Locale *locale, const char *context, const char *words)
{
    g_autoptr(Diags) diags = diags_new();
    const Text text = { .msgid = words, .context = context, .domain = "p" };
    GString *said = g_string_new(NULL);

    lint_source(project, locale, &text, diags);
    for (unsigned i = 0; i < diags_count(diags); i++) {
        const Diag *diag = diags_find(diags, i);

        g_string_append_printf(said, "%s%s%s", i > 0 ? " " : "", diag_info(diag->code)->name,
                               diag->severity == SEVERITY_ERROR ? "!" : "");
    }
    return g_string_free(said, FALSE);
}

static void
assert_said(const Project *project, const Locale *locale, const char *context,
            const char *words, const char *wanted)
{
    g_autofree char *said = said_of(project, locale, context, words);

    if (strcmp(said, wanted) != 0)
        g_error("of '%s' is said [%s], not [%s]", words, said, wanted);
}

/* @word so many times, with @between between, and @end. */
static char *
repeated(const char *word, int count, const char *between, const char *end)
{
    GString *text = g_string_new(NULL);

    for (int i = 0; i < count; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? between : "", word);
    g_string_append(text, end);
    return g_string_free(text, FALSE);
}

static void
test_long_sentences_by_script(void)
{
    static const struct {
        const char *lang, *script, *words[2], *between, *end;
        bool measured;
    } rows[] = {
        { "en", "Latn", { "we talk", "we talk" }, " ", ".", true },
        { "sr", "Cyrl", { "ми можемо", "ми можемо" }, " ", ".", true },
        { "ar", "Arab", { "أنت آمن", "أنت آمن" }, " ", ".", true },
        { "hi", "Deva", { "आप हैं", "आप हैं" }, " ", "।", true },
        { "am", "Ethi", { "ደህና ነዎት", "ደህና ነዎት" }, " ", "።", true },
        { "th", "Thai", { "คุณไม่", "คุณไม่" }, "", "", true },
        { "zh", "Hans", { "求助", "求助" }, "", "。", false },
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const Locale locale = locale_of(rows[i].lang, rows[i].script);
        const struct {
            int pairs;
            const char *said, *easy;
        } lengths[] = {
            { 7, "", "" },
            { 8, "", "long-sentence" },
            { 10, "", "long-sentence" },
            { 11, "long-sentence", "long-sentence" },
            { 13, "long-sentence!", "long-sentence!" },
        };

        for (size_t k = 0; k < G_N_ELEMENTS(lengths); k++) {
            g_autofree char *text =
                repeated(rows[i].words[0], lengths[k].pairs, rows[i].between, rows[i].end);

            assert_said(&nothing, &locale, "rights/x/text", text,
                        rows[i].measured ? lengths[k].said : "");
            assert_said(&nothing, &locale, "rights/x/easy", text,
                        rows[i].measured ? lengths[k].easy : "");
        }
    }
}

#define NAMES(...) \
    { \
        (const Name[]){ __VA_ARGS__ }, sizeof((const Name[]){ __VA_ARGS__ }) / sizeof(Name) \
    }
#define NAME(word) \
    { \
        word, \
        { \
            NULL, 0, 0 \
        } \
    }

static void
test_promises(void)
{
    Locale en = locale_of("en", "Latn"), ar = locale_of("ar", "Arab"),
           zh = locale_of("zh", "Hans");

    en.wording.promises = (NameList) NAMES(NAME("guarantee"), NAME("will always"));
    ar.wording.promises = (NameList) NAMES(NAME("نضمن"));
    zh.wording.promises = (NameList) NAMES(NAME("保证"));
    assert_said(&nothing, &en, "x", "You can ask, always.", "");
    assert_said(&nothing, &en, "x", "We Guaranteed it.", "promise");
    assert_said(&nothing, &en, "x", "You will always be safe.", "promise");
    assert_said(&nothing, &ar, "x", "نضمن لك ذلك.", "promise");
    assert_said(&nothing, &zh, "x", "我们保证。", "promise");
}

static void
test_articles_of_laws(void)
{
    Locale en = locale_of("en", "Latn"), sr = locale_of("sr", "Cyrl"),
           ar = locale_of("ar", "Arab"), hi = locale_of("hi", "Deva");

    en.wording.law_words = (NameList) NAMES(NAME("Art."), NAME("Article"), NAME("§"));
    sr.wording.law_words = (NameList) NAMES(NAME("чл."), NAME("члан"));
    ar.wording.law_words = (NameList) NAMES(NAME("-مادة"));
    hi.wording.law_words = (NameList) NAMES(NAME("धारा"));
    assert_said(&nothing, &en, "x", "See Art. 62.", "article-number");
    assert_said(&nothing, &en, "x", "See art.62.", "article-number");
    assert_said(&nothing, &en, "x", "The articles 4 and 5.", "article-number");
    assert_said(&nothing, &en, "x", "Under § 4.", "article-number");
    assert_said(&nothing, &en, "x", "Artists 4 and 5.", "");
    assert_said(&nothing, &en, "x", "An article of 12 pages.", "");
    assert_said(&nothing, &en, "x", "Start. 3 days.", "");
    assert_said(&nothing, &sr, "x", "По члану 62.", "article-number");
    assert_said(&nothing, &sr, "x", "Чл. 62 каже.", "article-number");
    assert_said(&nothing, &sr, "x", "Зачлан 62.", "");
    assert_said(&nothing, &ar, "x", "المادة 62 تقول.", "article-number");
    assert_said(&nothing, &hi, "x", "धारा 62।", "article-number");
}

static void
test_abbreviations(void)
{
    const Contact contact = { .id = "a", .name = { .msgid = "SOS line Vojvodina" } };
    const Pack pack = { .id = "p", .abbreviations = NAMES(NAME("OSCE")) };
    const Project project = { .packs = { &pack, 1 }, .contacts = { &contact, 1 } };
    Locale en = locale_of("en", "Latn"), sr = locale_of("sr", "Cyrl"),
           ar = locale_of("ar", "Arab"), zh = locale_of("zh", "Hans");

    en.wording.abbreviations = (NameList) NAMES(NAME("SIM"));
    en.wording.same = (NameList) NAMES(NAME("ASTRA"));
    assert_said(&project, &en, "x", "The CSW decides.", "abbreviation");
    assert_said(&project, &en, "x", "The NGOs decide.", "abbreviation");
    assert_said(&project, &en, "x", "The Centre (CSW) decides. The CSW helps.", "");
    assert_said(&project, &en, "x", "(CSW) decides.", "abbreviation");
    assert_said(&project, &en, "x", "A SIM card of ASTRA, OSCE or SOS.", "");
    assert_said(&project, &en, "x", "You and I. A, B.", "");
    assert_said(&nothing, &en, "x", "Of SOS.", "abbreviation");
    assert_said(&project, &en, "a/name", "CSW", "");
    assert_said(&project, &sr, "x", "ЦСР одлучује.", "abbreviation");
    assert_said(&project, &ar, "x", "يقرر CSW ذلك.", "abbreviation");
    assert_said(&project, &ar, "x", "أنت آمن.", "");
    assert_said(&project, &zh, "x", "社会工作中心（CSW）决定。", "");
}

static void
test_words_to_avoid_have_severity_and_scope(void)
{
    const AvoidedWord words[] = {
        { .word = "slave", .why = "w", .severity = SEVERITY_ERROR, .scope = SCOPE_ALL },
        { .word = "victim", .why = "w", .severity = SEVERITY_WARNING, .scope = SCOPE_COVER },
        { .word = "crime", .why = "w", .severity = SEVERITY_NOTE, .scope = SCOPE_METADATA },
        { .word = "claim", .why = "w", .severity = SEVERITY_WARNING, .scope = SCOPE_BODY },
    };
    Locale en = locale_of("en", "Latn");
    static const struct {
        const char *context, *text, *said;
    } rows[] = {
        { "rights/a/text", "Slaves", "avoided-word!" },
        { "pack/title", "Slaves", "avoided-word!" },
        { "rights/a/text", "Victims", "" },
        { "pack/title", "Victims", "avoided-word" },
        { "pack/subtitle", "Victims", "avoided-word" },
        { "rights/a/text", "A crime", "" },
        { "rights/a/title", "A crime", "avoided-word" },
        { "pack/title", "A crime", "avoided-word" },
        { "pack/subtitle", "A crime", "" },
        { "rights/a/text", "Claim it", "avoided-word" },
        { "pack/title", "Claim it", "" },
    };

    en.wording.avoid.items = words;
    en.wording.avoid.count = G_N_ELEMENTS(words);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        assert_said(&nothing, &en, rows[i].context, rows[i].text, rows[i].said);
}

/* --- how hard a pack is ---------------------------------------------------------------------- */

/* What is said of @reading beside @source. */
static unsigned
count_said(Reading reading, const Reading *source)
{
    g_autoptr(Diags) diags = diags_new();

    reading_check(&reading, source, diags);
    return diags_count(diags);
}

static void
test_a_pack_is_compared_with_itself(void)
{
    const Locale en = locale_of("en", "Latn"), sr = locale_of("sr", "Cyrl");
    const Pack pack = { .id = "p" };
    const Reading source = { &pack, &en, true, true, 40, 320, 30, true, 17, 0 };
    Reading own = { &pack, &sr, true, true, 40, 300, 60, true, 29, 0 };

    g_assert_cmpuint(count_said(own, &source), ==, 0); /* 12 above its source */
    own.lix = 29.1;
    g_assert_cmpuint(count_said(own, &source), ==, 1);
    own.baseline = 28;
    g_assert_cmpuint(count_said(own, &source), ==, 0);
    own.lix = 31.1;
    g_assert_cmpuint(count_said(own, &source), ==, 1);
    own.words = 601; /* more than 15 a sentence */
    g_assert_cmpuint(count_said(own, &source), ==, 2);
    own.counts_lix = false;
    g_assert_cmpuint(count_said(own, &source), ==, 1);
    own.enough = false;
    g_assert_cmpuint(count_said(own, &source), ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    prose_use_own_words(g_getenv("RIGHTSPACK_DATA_DIR"));
    g_test_add_func("/prose/scripts", test_words_and_sentences_by_script);
    g_test_add_func("/prose/long-sentences", test_long_sentences_by_script);
    g_test_add_func("/prose/promises", test_promises);
    g_test_add_func("/prose/articles", test_articles_of_laws);
    g_test_add_func("/prose/abbreviations", test_abbreviations);
    g_test_add_func("/prose/avoided", test_words_to_avoid_have_severity_and_scope);
    g_test_add_func("/prose/reading", test_a_pack_is_compared_with_itself);
    return g_test_run();
}
