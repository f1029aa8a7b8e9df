#include "model/numbers.h"

#include "base/phone.h"

#include <string.h>

char *
phone_key(const Phone *phone)
{
    if (phone->e164 != NULL)
        return g_strdup(phone->e164);
    if (phone->short_number == NULL)
        return NULL;
    return g_strdup_printf("%s %s", phone->country != NULL ? phone->country : "",
                           phone->short_number);
}

/* --- likeness ------------------------------------------------------------------------------ */

/* A slip in a long number leaves it like itself; short ones are all alike. */
static int
slips_allowed(const char *number)
{
    size_t length = strlen(number);

    return length >= 8 ? 2 : length >= 7 ? 1 : 0;
}

static Likeness
likeness(const char *number, const char *digits)
{
    int slips = phone_slips(number, digits);

    if (slips == 0)
        return NUMBER_SAME;
    return slips <= slips_allowed(number) ? NUMBER_NEAR : NUMBER_OTHER;
}

Likeness
phone_likeness(const Phone *phone, const char *digits)
{
    Likeness abroad, home;

    if (phone->short_number != NULL)
        return likeness(phone->short_number, digits);
    if (phone->e164 == NULL)
        return NUMBER_OTHER;

    g_autofree char *at_home = phone_at_home(phone->e164);
    const char *full = g_str_has_prefix(digits, "00") ? digits + 2 : digits;
    abroad = likeness(phone->e164 + 1, full);
    home = at_home == NULL ? NUMBER_OTHER : likeness(at_home, digits);
    return MAX(abroad, home);
}

const Contact *
project_find_number(const Project *project, const char *digits, Likeness *most)
{
    const Contact *found = NULL;

    *most = NUMBER_OTHER;
    for (int i = 0; i < project->contacts.count; i++) {
        const Contact *contact = &project->contacts.items[i];
        Likeness like = phone_likeness(&contact->phone, digits);

        if (like <= *most || (contact->confidential && like != NUMBER_SAME))
            continue;
        *most = like;
        found = contact;
    }
    return found;
}

/* --- digits in texts ------------------------------------------------------------------------ */

static bool
is_space(gunichar c)
{
    return c == ' ' || c == 0xA0 || c == 0x2009 || c == 0x202F;
}

/* Between digits of one number; full stops and commas only with digits on either side. */
static bool
parts_digits(gunichar c)
{
    return is_space(c) || c == '-' || c == 0x2011 || c == '/' || c == '(' || c == ')';
}

/* The next digit after @at, if no more than two marks stand between; NULL: the number ends. */
static const char *
next_group(const char *at)
{
    gunichar c = g_utf8_get_char(at);

    if (c == '.' || c == ',') {
        at = g_utf8_next_char(at);
        return g_unichar_isdigit(g_utf8_get_char(at)) ? at : NULL;
    }
    for (int i = 0; i < 2 && parts_digits(g_utf8_get_char(at)); i++)
        at = g_utf8_next_char(at);
    return g_unichar_isdigit(g_utf8_get_char(at)) ? at : NULL;
}

static const char *
take_group(const char *at, GString *digits, int *longest)
{
    int length = 0;

    for (; g_unichar_isdigit(g_utf8_get_char(at)); at = g_utf8_next_char(at), length++)
        g_string_append_c(digits, (char) ('0' + g_unichar_digit_value(g_utf8_get_char(at))));
    *longest = MAX(*longest, length);
    return at;
}

bool
digit_run_next(const char **at, DigitRun *run)
{
    const char *next = *at;
    GString *digits;

    *run = (DigitRun){ 0 };
    while (*next != '\0' && !g_unichar_isdigit(g_utf8_get_char(next)))
        next = g_utf8_next_char(next);
    if (*next == '\0')
        return false;

    digits = g_string_new(NULL);
    run->start = next;
    for (; next != NULL; next = next_group(run->end)) {
        run->end = take_group(next, digits, &run->longest);
        run->groups++;
    }
    run->digits = g_string_free(digits, FALSE);
    *at = run->end;
    return true;
}

void
digit_run_clear(DigitRun *run)
{
    g_clear_pointer(&run->digits, g_free);
}
