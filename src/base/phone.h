/* base/phone.h - phone numbers: with their country code (ITU-T E.164), and as dialled at home. */
#pragma once
#include <stdbool.h>

/* How numbers of one country are written. Countries that share a code have a row each. */
typedef struct PhonePlan {
    const char *country; /* ISO 3166-1 alpha-2; "": a code of no country, as +800 */
    const char *code;    /* ITU country code; no code begins with another */
    const char *trunk; /* dialled at home before the national number; "": nothing; NULL: it depends */
    int least, most; /* digits of a national number, without trunk; 0: not known here */
} PhonePlan;

/* The plan of @country, or NULL: there is no such country. */
const PhonePlan *phone_plan_of_country(const char *country);

/* The plan that a full number ("+381...") belongs to, or NULL: no such code is in use. */
const PhonePlan *phone_plan_of_number(const char *e164);

/* True for + and 8 to 15 digits, the first of them not 0. */
bool phone_fits_e164(const char *text);

/* What is dialled in the number's own country: "0117850000" of "+381117850000". NULL where that
 * depends on where in the country one is, or is not known. Free with g_free(). */
char *phone_at_home(const char *e164);

/* The digits of @text, 0 to 9 alone. Free with g_free(). */
char *phone_digits(const char *text);

/* How many digits were typed wrong, left out, put in, or changed places, to make @b of @a. */
int phone_slips(const char *a, const char *b);
