/* What a contact's number must be, so that nobody calls a stranger. */
#include "read/private.h"

#include "base/phone.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where @key of @map stands, or the map. */
static Where
where_of(const Node *map, const char *key)
{
    const Node *value = node_find(map, key);

    return value != NULL ? value->where : map->where;
}

static bool
fits_short(const char *text)
{
    size_t digits = strspn(text, "0123456789");

    return digits >= 2 && digits <= 6 && text[digits] == '\0';
}

/* --- full numbers -------------------------------------------------------------------------- */

static bool
has_its_length(Binder *binder, Where where, const char *e164, const PhonePlan *plan)
{
    int length = (int) strlen(e164 + 1 + strlen(plan->code));

    if (plan->least == 0 || (length >= plan->least && length <= plan->most))
        return true;
    diag_add(binder->diags, DIAG_PHONE_LENGTH, where,
             "'%s' has %d digits after +%s; numbers there have %d to %d", e164, length,
             plan->code, plan->least, plan->most);
    return false;
}

static bool
is_full_number(Binder *binder, Where where, const char *e164)
{
    const PhonePlan *plan = phone_fits_e164(e164) ? phone_plan_of_number(e164) : NULL;

    if (!phone_fits_e164(e164))
        diag_add(binder->diags, DIAG_BAD_PHONE, where,
                 "e164 is + and 8 to 15 digits, nothing else, not '%s'", e164);
    else if (plan == NULL)
        diag_add(binder->diags, DIAG_PHONE_COUNTRY, where,
                 "'%s' does not begin with the code of a country", e164);
    return plan != NULL && has_its_length(binder, where, e164, plan);
}

/* --- what is printed ----------------------------------------------------------------------- */

static bool
is_of_signs(Binder *binder, Where where, const char *show)
{
    size_t good = strspn(show + (*show == '+'), "0123456789 -()/");

    if (good == strlen(show + (*show == '+')))
        return true;
    diag_add(binder->diags, DIAG_BAD_PHONE, where,
             "'%s' is to be printed; write it with digits, spaces, (), / and -", show);
    return false;
}

/* A slip between the number checked and the number printed would send a caller to a stranger. */
static void
check_shown(Binder *binder, Where where, const Phone *phone)
{
    g_autofree char *shown = phone_digits(phone->show);
    g_autofree char *home =
        phone->e164 != NULL ? phone_at_home(phone->e164) : g_strdup(phone->short_number);
    bool abroad = *phone->show == '+' && phone->e164 != NULL;
    const char *wanted = abroad || home == NULL ? phone->e164 + 1 : home;

    if (!is_of_signs(binder, where, phone->show))
        return;
    if ((*phone->show == '+') == (abroad || home == NULL) && strcmp(shown, wanted) == 0)
        return;
    diag_add(binder->diags, DIAG_PHONE_SHOWN, where, "'%s' is printed, but '%s%s' is dialled",
             phone->show, home == NULL || abroad ? "+" : "", wanted);
}

static void
check_full(Binder *binder, const Node *node, const Phone *phone)
{
    const PhonePlan *plan;

    if (!is_full_number(binder, where_of(node, "e164"), phone->e164))
        return;
    plan = phone_plan_of_number(phone->e164);
    if (phone->show == NULL)
        diag_add(binder->diags, DIAG_MISSING_KEY, node->where,
                 "the key 'show' is missing: how the number is printed");
    else
        check_shown(binder, where_of(node, "show"), phone);
    if (phone->country != NULL &&
        (phone_plan_of_country(phone->country) == NULL ||
         strcmp(phone_plan_of_country(phone->country)->code, plan->code) != 0))
        diag_add(binder->diags, DIAG_PHONE_COUNTRY, where_of(node, "country"),
                 "'%s' has the code +%s, which is not that of '%s'", phone->e164, plan->code,
                 phone->country);
}

/* --- short numbers ------------------------------------------------------------------------- */

static void
check_short(Binder *binder, const Node *node, const Phone *phone)
{
    if (!fits_short(phone->short_number))
        diag_add(binder->diags, DIAG_BAD_PHONE, where_of(node, "short"),
                 "short is 2 to 6 digits, not '%s'", phone->short_number);
    else if (phone->country == NULL)
        diag_add(binder->diags, DIAG_MISSING_KEY, node->where,
                 "the key 'country' is missing: where the short number works");
    else if (phone_plan_of_country(phone->country) == NULL)
        diag_add(binder->diags, DIAG_PHONE_COUNTRY, where_of(node, "country"),
                 "there is no country '%s'", phone->country);
    else if (phone->show != NULL)
        check_shown(binder, where_of(node, "show"), phone);
}

void
check_phone(Binder *binder, const Node *node, Phone *phone)
{
    if ((phone->e164 == NULL) == (phone->short_number == NULL))
        diag_add(binder->diags, DIAG_BAD_PHONE, node->where,
                 "a phone has either e164 (\"+381117850000\") or short (\"192\")");
    else if (phone->e164 != NULL)
        check_full(binder, node, phone);
    else
        check_short(binder, node, phone);
    if (phone->show == NULL)
        phone->show = phone->short_number;
}

/* --- numbers that are nobody's -------------------------------------------------------------- */

static const Field number_fields[] = {
    { "number", FIELD_STRING, REQUIRED, AT(AllowedNumber, number) },
    { "why", FIELD_STRING, REQUIRED, AT(AllowedNumber, why) },
    { 0 },
};
const Type allowed_number_type = { .noun = N_("a number that is no contact's"),
                                   .fields = number_fields,
                                   .size = sizeof(AllowedNumber),
                                   .where = offsetof(AllowedNumber, where) };
