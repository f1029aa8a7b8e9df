/* Codes of the numbers of contacts: how they are written, and where they stand. */
#include "base/diag_lints.h"

#include <assert.h>
#include <glib/gi18n.h>

/* Exit statuses: design.md 5. */
enum { NOTHING = 0, CONTENT = 1 };

/* One row a code, in the order of DiagCode. */
const DiagInfo diag_contacts[] = {
    { DIAG_PHONE_COUNTRY, "phone-country", SEVERITY_ERROR, CONTENT,
      N_("No country has this code: the number after + begins with digits that the ITU has given to "
         "nobody, or the country is not one of ISO 3166."),
      N_("write + and the country's code before the number, as +381; a country by its two letters, "
         "as RS"),
      "e164: \"+011785000\"  ->  e164: \"+381117850000\"" },
    { DIAG_PHONE_LENGTH, "phone-length", SEVERITY_ERROR, CONTENT,
      N_("A digit is missing or too much: numbers of this country have another length."),
      N_("compare the number with its source, digit by digit"),
      "e164: \"+38111785000\"  ->  e164: \"+381117850000\"" },
    { DIAG_PHONE_SHOWN, "phone-shown", SEVERITY_ERROR, CONTENT,
      N_("What is printed is not the number that was checked: 'show' has other digits than e164, or "
         "lacks what is dialled first in the country, as 0 in Serbia. The reader would call a "
         "stranger, or nobody."),
      N_("write in 'show' what is dialled in the country, or + and the whole number; spaces, (), / "
         "and - may stand between the digits"),
      "show: \"11 785 00 00\"  ->  show: \"011 785 00 00\"" },
    { DIAG_SHORT_ABROAD, "short-code-abroad", SEVERITY_ERROR, CONTENT,
      N_("A short number works only in its own country, and the pack is for another: there it rings "
         "at somebody else, or nowhere."),
      N_("take the contact out of this pack, or give it a number with a country code"),
      "jurisdiction: HU, contacts: [police] with country: RS  ->  a contact of HU" },
    { DIAG_CONTACT_CONFIDENTIAL, "contact-confidential", SEVERITY_ERROR, CONTENT,
      N_("A contact that is confidential is to be printed. The number of a safe house in the wrong "
         "hands can lead a dangerous person to its door."),
      N_("take the contact, or its number, out of the text or section"),
      "contacts: [police, safe_house]  ->  contacts: [police]" },
    { DIAG_SAME_NUMBER, "same-number", SEVERITY_WARNING, NOTHING,
      N_("Two contacts have the same number under two names. One of them may have been copied and "
         "not finished, and who finds both thinks there are two doors to knock at."),
      N_("delete one of the two, or correct its number"),
      "- {id: astra, ...} - {id: advice, ...}, both +381117850000  ->  - {id: astra, ...}" },
    { DIAG_NUMBER_IN_PROSE, "number-in-prose", SEVERITY_WARNING, NOTHING,
      N_("A contact's number is written as text. When the number changes, it will be wrong here, and "
         "no check will see it."),
      N_("write {tel.ID} in its place"), "Call 011 785 00 00.  ->  Call {tel.astra}." },
    { DIAG_NUMBER_DIFFERS, "number-differs", SEVERITY_ERROR, CONTENT,
      N_("Digits in a text are almost a contact's number: one or two are wrong, missing, or have "
         "changed places. Who calls it gets a stranger."),
      N_("write {tel.ID} in its place; if it is another number indeed, add it to 'numbers' of "
         "pack.yaml, with the reason"),
      "Call 011 785 00 01.  ->  Call {tel.astra}." },
    { DIAG_NUMBER_UNKNOWN, "number-unknown", SEVERITY_WARNING, NOTHING,
      N_("Three or more digits in a text are not a contact's number. If they are a phone number, "
         "nobody is reminded to call and check it."),
      N_("make it a contact and write {tel.ID}; if it is no phone number, add it to 'numbers' of "
         "pack.yaml, with the reason"),
      "numbers: [{number: \"2012/29\", why: a directive of the EU}]" },
    { DIAG_CONTACT_NOT_NOTED, "contact-not-noted", SEVERITY_ERROR, CONTENT,
      N_("The day of a call cannot be written into the contact's file. The file is as it was."),
      N_("correct what the message names, or write verified_on and verified_by by hand"),
      "rightspack contacts verified astra --on 2026-11-20 --by \"Shelter office\"" },
};
static_assert(G_N_ELEMENTS(diag_contacts) == DIAG_CODE_COUNT - DIAG_FIRST_CONTACT,
              "one row a code");
