/* base/diag_parts.h - the tables of codes, one a subject; for diag_codes.c alone. */
#pragma once
#include "base/diag.h"

/* What a run ends with in which a code was the worst thing said: design.md 5. */
enum {
    NOTHING = 0,
    CONTENT = 1,
    USAGE = 2,
    UNREADABLE = 3,
    NOT_MADE = 4,
    FONTS = 5,
    INTERRUPTED = 130
};

extern const DiagInfo diag_reading[], diag_making[], diag_verify[], diag_lints[],
    diag_contacts[];
