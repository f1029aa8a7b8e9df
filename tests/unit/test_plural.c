#include "translate/plural.h"

#include <string.h>

static const char serbian[] =
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 "
    "&& (n%100<10 || n%100>=20) ? 1 : 2);";
static const char arabic[] = "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && "
                             "n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5;\n";

static const struct {
    unsigned long number;
    int serbian, arabic;
} forms[] = {
    { 0, 2, 0 },  { 1, 0, 1 },   { 2, 1, 2 },   { 3, 1, 3 },   { 5, 2, 3 },
    { 11, 2, 4 }, { 12, 2, 4 },  { 21, 0, 4 },  { 22, 1, 4 },  { 25, 2, 4 },
    { 90, 2, 4 }, { 100, 2, 5 }, { 101, 0, 5 }, { 102, 1, 5 }, { 111, 2, 4 },
};

static const Plural *
parsed(Arena *arena, const char *field)
{
    const char *fault = NULL;
    const Plural *plural = plural_parse(arena, field, &fault);

    g_assert_cmpstr(fault, ==, NULL);
    g_assert_nonnull(plural);
    return plural;
}

static void
test_every_number_has_the_form_of_its_language(void)
{
    g_autoptr(Arena) arena = arena_new();
    const Plural *of_serbian = parsed(arena, serbian), *of_arabic = parsed(arena, arabic);

    g_assert_cmpint(plural_form_count(of_serbian), ==, 3);
    g_assert_cmpint(plural_form_count(of_arabic), ==, 6);
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
        g_assert_cmpint(plural_form(of_serbian, forms[i].number), ==, forms[i].serbian);
        g_assert_cmpint(plural_form(of_arabic, forms[i].number), ==, forms[i].arabic);
    }
}

static void
test_a_form_is_for_one_number_only_where_no_other_has_it(void)
{
    g_autoptr(Arena) arena = arena_new();
    const Plural *of_serbian = parsed(arena, serbian), *of_arabic = parsed(arena, arabic);

    for (int i = 0; i < 3; i++)
        g_assert_false(plural_is_for_one_number(of_serbian, i));
    for (int i = 0; i < 6; i++)
        g_assert_cmpint(plural_is_for_one_number(of_arabic, i), ==, i < 3);
}

/* The formula of "nplurals=9" whose form for 7 is the value of the expression. */
static const struct {
    const char *expression;
    int value;
} values[] = {
    { "n - 1 - 2", 4 },
    { "n / 2 * 2", 6 },
    { "1 + 2 * 3", 7 },
    { "(1 + 2) * 2", 6 },
    { "!n", 0 },
    { "!!n", 1 },
    { "!n == 0", 1 },
    { "n == 7 == 1", 1 },
    { "1 || 1 / 0", 1 },
    { "0 && 1 % 0", 0 },
    { "1 ? 2 : 1 / 0", 2 },
    { "0 ? 1 : 0 ? 2 : 3", 3 },
    { "0 || 0 && 1", 0 },
    { "2 < 3 == 1", 1 },
    { "3 >= 3", 1 },
    { "1 ? 0 ? 4 : 5 : 6", 5 },
    { "5 != 5", 0 },
    { "5 <= 4", 0 },
};

static void
test_operators_bind_as_in_c(void)
{
    g_autoptr(Arena) arena = arena_new();

    for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
        g_autofree char *field =
            g_strdup_printf("nplurals=9; plural=n == 7 ? (%s) : 0;", values[i].expression);

        g_assert_cmpint(plural_form(parsed(arena, field), 7), ==, values[i].value);
    }
}

static const struct {
    const char *field, *fault;
} faults[] = {
    { "", "does not begin with nplurals=N" },
    { "nplurals=INTEGER; plural=EXPRESSION;", "does not begin with nplurals=N" },
    { "nplurals=0; plural=0;", "does not begin with nplurals=N" },
    { "nplurals=17; plural=0;", "does not begin with nplurals=N" },
    { "nplurals=99999999999999999999; plural=0;", "does not begin with nplurals=N" },
    { "nplurals=2;", "has no plural=" },
    { "nplurals=2; plural=;", "is no formula from ';' on" },
    { "nplurals=2; plural=(n != 1;", "is no formula from ';' on" },
    { "nplurals=2; plural=n != 1; rm", "is no formula from 'rm' on" },
    { "nplurals=2; plural=n != 1 1", "is no formula from '1' on" },
    { "nplurals=2; plural=n = 1;", "is no formula from '= 1;' on" },
    { "nplurals=2; plural=n ? 1;", "is no formula from ';' on" },
    { "nplurals=2; plural=-1;", "is no formula from '-1;' on" },
    { "nplurals=2; plural=n > 9999999;", "is no formula from" },
    { "nplurals=2; plural=1 / n;", "divides by zero for n=0" },
    { "nplurals=2; plural=n == 40 ? 5 % (n - 40) : 0;", "divides by zero for n=40" },
    { "nplurals=2; plural=n;", "gives form 2 for n=2, but nplurals is 2" },
    { "nplurals=2; plural=n > 999 ? n : 0;", "gives form 1000 for n=1000" },
};

static void
test_what_is_no_formula_is_refused_with_the_reason(void)
{
    g_autoptr(Arena) arena = arena_new();

    for (size_t i = 0; i < G_N_ELEMENTS(faults); i++) {
        const char *fault = NULL;

        g_assert_null(plural_parse(arena, faults[i].field, &fault));
        g_assert_true(g_str_has_prefix(fault, faults[i].fault));
    }
}

static void
test_a_formula_cannot_exhaust_the_stack(void)
{
    g_autoptr(Arena) arena = arena_new();
    g_autofree char *deep = g_strnfill(100000, '(');
    g_autofree char *field = g_strconcat("nplurals=2; plural=", deep, NULL);
    const char *fault = NULL;

    g_assert_null(plural_parse(arena, field, &fault));
    g_assert_nonnull(strstr(fault, "longer"));
    field[590] = '\0';
    g_assert_null(plural_parse(arena, field, &fault));
}

static void
test_past_the_proved_numbers_a_failing_formula_gives_the_last_form(void)
{
    g_autoptr(Arena) arena = arena_new();
    const Plural *plural = parsed(arena, "nplurals=2; plural=n > 1000 ? 1 / (n - 2000) : 0;");

    g_assert_cmpint(plural_form(plural, 2000), ==, 1);
    g_assert_cmpint(plural_form(plural, 2001), ==, 1);
    g_assert_cmpint(plural_form(plural, 2002), ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/plural/forms", test_every_number_has_the_form_of_its_language);
    g_test_add_func("/plural/one", test_a_form_is_for_one_number_only_where_no_other_has_it);
    g_test_add_func("/plural/operators", test_operators_bind_as_in_c);
    g_test_add_func("/plural/faults", test_what_is_no_formula_is_refused_with_the_reason);
    g_test_add_func("/plural/deep", test_a_formula_cannot_exhaust_the_stack);
    g_test_add_func("/plural/beyond",
                    test_past_the_proved_numbers_a_failing_formula_gives_the_last_form);
    return g_test_run();
}
