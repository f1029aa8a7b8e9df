#include "translate/pseudo.h"

#include <glib.h>

static void
assert_long(const char *source, int more, const char *wanted)
{
    g_autofree char *made = pseudo_text(source, (Pseudo){ PSEUDO_LONG, more });

    g_assert_cmpstr(made, ==, wanted);
}

static void
assert_rtl(const char *source, const char *wanted)
{
    g_autofree char *made = pseudo_text(source, (Pseudo){ PSEUDO_RTL, 0 });

    g_assert_cmpstr(made, ==, wanted);
}

static void
test_every_sentence_is_longer_and_in_brackets(void)
{
    assert_long("You can ask.", 50, "[Ýöû çåñ åšķ. öñé]");
    assert_long("Stay. You can say no.", 50, "[Šţåý.] [Ýöû çåñ šåý ñö. öñé ţ]");
    assert_long("", 50, "");
    assert_long("A.\nB", 10, "[Å.]\n[Ɓ]");
}

static void
test_is_longer_by_so_many_percent(void)
{
    const char *source = "Somebody who can speak your language is free.";

    for (int more = 10; more <= 200; more += 5) {
        g_autofree char *made = pseudo_text(source, (Pseudo){ PSEUDO_LONG, more });
        glong before = g_utf8_strlen(source, -1), after = g_utf8_strlen(made, -1);

        g_assert_cmpint(after, >=, before * (100 + more) / 100);
        g_assert_cmpint(after, <=, before * (100 + more) / 100 + 2);
    }
}

static void
test_what_is_no_word_stays(void)
{
    assert_long("Call {tel.astra} or www.astra.rs, 24/7", 10,
                "[Çåļļ {tel.astra} öŕ www.astra.rs, 24/7 ö]");
    assert_long("{day} {month} {year}", 200, "{day} {month} {year}");
    assert_rtl("{tel.astra} 116 111 www.astra.rs a@b.rs",
               "{tel.astra} 116 111 www.astra.rs a@b.rs");
}

static void
test_words_run_from_right_to_left(void)
{
    assert_rtl("Ask 2 of us.", "\u202EAsk\u202C 2 \u202Eof\u202C \u202Eus\u202C.");
    assert_rtl("don’t", "\u202Edon’t\u202C");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/pseudo/long", test_every_sentence_is_longer_and_in_brackets);
    g_test_add_func("/pseudo/percent", test_is_longer_by_so_many_percent);
    g_test_add_func("/pseudo/kept", test_what_is_no_word_stays);
    g_test_add_func("/pseudo/rtl", test_words_run_from_right_to_left);
    return g_test_run();
}
