/* base/diag_lints.h - rows of the codes from DIAG_FIRST_LINT on; for diag_codes.c alone. */
#pragma once
#include "base/diag.h"

extern const DiagInfo diag_lints[];
