#include "translate/numbers.h"

#include "translate/kept.h"

#include <stdbool.h>
#include <string.h>

/* Between thousands, in one language or another. */
static bool
parts_thousands(gunichar c)
{
    static const gunichar marks[] = { ',', '.', '\'', ' ', 0xA0, 0x2009, 0x202F, 0x066C, 0x2019 };

    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        if (marks[i] == c)
            return true;
    return false;
}

/* Appends the figures at @at to @figures; gives where they end. */
static const char *
take_figures(const char *at, GString *figures)
{
    for (; g_unichar_isdigit(g_utf8_get_char(at)); at = g_utf8_next_char(at))
        g_string_append_c(figures, (char) ('0' + g_unichar_digit_value(g_utf8_get_char(at))));
    return at;
}

/* Three figures after a mark belong to the number before them. */
static const char *
take_thousands(const char *at, GString *number)
{
    while (parts_thousands(g_utf8_get_char(at))) {
        g_autoptr(GString) group = g_string_new(NULL);
        const char *end = take_figures(g_utf8_next_char(at), group);

        if (group->len != 3)
            break;
        g_string_append(number, group->str);
        at = end;
    }
    return at;
}

int
sorted_compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
numbers_of(const char *text)
{
    GPtrArray *numbers = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *words = kept_left_out(text);

    for (const char *at = words; *at != '\0';) {
        GString *number = g_string_new(NULL);
        const char *end = take_figures(at, number);

        if (number->len >= 1 && number->len <= 3 && number->str[0] != '0')
            end = take_thousands(end, number);
        at = end > at ? end : g_utf8_next_char(at);
        if (number->len > 0)
            g_ptr_array_add(numbers, g_string_free(number, FALSE));
        else
            g_string_free(number, TRUE);
    }
    g_ptr_array_sort(numbers, sorted_compare);
    return numbers;
}

gunichar
numbers_find_foreign(const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);

        if (g_unichar_isdigit(c) && (c < '0' || c > '9'))
            return c;
    }
    return 0;
}

GPtrArray *
sorted_lack(const GPtrArray *few, const GPtrArray *many)
{
    GPtrArray *lack = g_ptr_array_new();
    guint at = 0;

    for (guint i = 0; i < many->len; i++) {
        while (at < few->len && strcmp(few->pdata[at], many->pdata[i]) < 0)
            at++;
        if (at < few->len && strcmp(few->pdata[at], many->pdata[i]) == 0)
            at++;
        else
            g_ptr_array_add(lack, many->pdata[i]);
    }
    return lack;
}
