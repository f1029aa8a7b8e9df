#include "translate/numbers.h"

#include "translate/kept.h"

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

/* The figures at *@at, which moves behind them; NULL: there are none. Free with g_free(). */
static char *
take_figures(const char **at)
{
    GString *figures = g_string_new(NULL);

    for (; g_unichar_isdigit(g_utf8_get_char(*at)); *at = g_utf8_next_char(*at))
        g_string_append_c(figures, (char) ('0' + g_unichar_digit_value(g_utf8_get_char(*at))));
    return g_string_free(figures, figures->len == 0);
}

/* Groups of figures at *@at with one mark between two; *@at moves behind them. */
static GPtrArray *
take_groups(const char **at)
{
    GPtrArray *groups = g_ptr_array_new_with_free_func(g_free);
    const char *next = *at;
    char *figures;

    while ((figures = take_figures(&next)) != NULL) {
        g_ptr_array_add(groups, figures);
        *at = next;
        if (!parts_thousands(g_utf8_get_char(next)))
            break;
        next = g_utf8_next_char(next);
    }
    return groups;
}

/* "1" "000" are one number, "0800" "100" "600" are three. */
static bool
are_thousands(const GPtrArray *groups)
{
    const char *first = groups->pdata[0];

    for (guint i = 1; i < groups->len; i++)
        if (strlen(groups->pdata[i]) != 3)
            return false;
    return strlen(first) <= 3 && *first != '0';
}

static void
add_groups(GPtrArray *numbers, const GPtrArray *groups)
{
    if (!are_thousands(groups)) {
        for (guint i = 0; i < groups->len; i++)
            g_ptr_array_add(numbers, g_strdup(groups->pdata[i]));
        return;
    }
    GString *number = g_string_new(NULL);
    for (guint i = 0; i < groups->len; i++)
        g_string_append(number, groups->pdata[i]);
    g_ptr_array_add(numbers, g_string_free(number, FALSE));
}

int
sorted_compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *) a, *(const char *const *) b);
}

/* The first figure of @text, or its end. */
static const char *
find_figure(const char *text)
{
    while (*text != '\0' && !g_unichar_isdigit(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    return text;
}

bool
numbers_any(const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        bool ascii = (unsigned char) *text < 0x80;

        if (ascii ? g_ascii_isdigit(*text) : g_unichar_isdigit(g_utf8_get_char(text)))
            return true;
    }
    return false;
}

GPtrArray *
numbers_of(const char *text)
{
    GPtrArray *numbers = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *words = kept_left_out(text);

    for (const char *at = find_figure(words); *at != '\0'; at = find_figure(at)) {
        g_autoptr(GPtrArray) groups = take_groups(&at);

        add_groups(numbers, groups);
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
