#include "translate/serbian.h"

#include <glib.h>

static void
assert_latin(const char *cyrillic, const char *latin)
{
    g_autofree char *made = serbian_latin(cyrillic);

    g_assert_cmpstr(made, ==, latin);
}

static void
test_every_letter_has_its_latin_one(void)
{
    assert_latin("абвгдђежзијклљмнњопрстћуфхцчџш", "abvgdđežzijklljmnnjoprstćufhcčdžš");
    assert_latin("АБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШ", "ABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠ");
}

static void
test_a_digraph_is_capital_among_capitals(void)
{
    assert_latin("Његош", "Njegoš");
    assert_latin("ЊЕГОШ", "NJEGOŠ");
    assert_latin("ЏЕП", "DŽEP");
    assert_latin("Џеп", "Džep");
    assert_latin("ЊЕН и Њен", "NJEN i Njen");
    assert_latin("КОЊ", "KONJ");
    assert_latin("Реч КРАЉ.", "Reč KRALJ.");
    assert_latin("ЉУБАВ Љубав љубав", "LJUBAV Ljubav ljubav");
}

static void
test_a_digraph_alone_is_as_at_the_head_of_a_word(void)
{
    assert_latin("Љ", "Lj");
    assert_latin("А Љ Б", "A Lj B");
}

static void
test_what_is_not_serbian_cyrillic_stays(void)
{
    assert_latin("", "");
    assert_latin("Zovi ASTRA: 011 785, зови Атину", "Zovi ASTRA: 011 785, zovi Atinu");
    assert_latin("„Треба ми помоћ“ – рекла је", "„Treba mi pomoć“ – rekla je");
    assert_latin("йыю العربية", "йыю العربية");
}

static void
test_placeholders_and_addresses_stay(void)
{
    assert_latin("Зови {tel.astra} за {reflection_days} дана",
                 "Zovi {tel.astra} za {reflection_days} dana");
    assert_latin("Види https://пример.срб/љ и даље", "Vidi https://пример.срб/љ i dalje");
    assert_latin("Пиши на помоћ@пример.срб одмах", "Piši na помоћ@пример.срб odmah");
    assert_latin("На астра.срб пише", "Na астра.срб piše");
    assert_latin("Њ{n}Њ", "Nj{n}Nj");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/serbian/letters", test_every_letter_has_its_latin_one);
    g_test_add_func("/serbian/digraphs", test_a_digraph_is_capital_among_capitals);
    g_test_add_func("/serbian/alone", test_a_digraph_alone_is_as_at_the_head_of_a_word);
    g_test_add_func("/serbian/others", test_what_is_not_serbian_cyrillic_stays);
    g_test_add_func("/serbian/protected", test_placeholders_and_addresses_stay);
    return g_test_run();
}
