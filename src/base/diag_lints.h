/* base/diag_lints.h - rows of the codes from DIAG_FIRST_LINT on; for diag_codes.c alone.
 * diag_lints.c has those of words, diag_contacts.c those of numbers. */
#pragma once
#include "base/diag.h"

extern const DiagInfo diag_lints[];
/* From DIAG_FIRST_CONTACT on. */
extern const DiagInfo diag_contacts[];
