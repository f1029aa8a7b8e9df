/* Which warnings a release does not have. */
#include "base/diag.h"

static const struct {
    DiagCode code;
    InRelease in_release;
} rules[] = {
    { DIAG_MISSING_TRANSLATION, RELEASE_STOPS }, { DIAG_FUZZY_TRANSLATION, RELEASE_STOPS },
    { DIAG_CONTACT_UNVERIFIED, RELEASE_STOPS },  { DIAG_CONTACT_EXPIRED, RELEASE_STOPS },
    { DIAG_LAW_OUTDATED, RELEASE_STOPS },        { DIAG_NOT_COVERED, RELEASE_WAIVABLE },
    { DIAG_ZWSP_MISSING, RELEASE_WAIVABLE },     { DIAG_SAME_NUMBER, RELEASE_STOPS },
    { DIAG_NUMBER_IN_PROSE, RELEASE_STOPS },     { DIAG_NUMBER_UNKNOWN, RELEASE_STOPS },
};

InRelease
diag_in_release(DiagCode code)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rules); i++)
        if (rules[i].code == code)
            return rules[i].in_release;
    return code >= DIAG_FIRST_LINT ? RELEASE_WAIVABLE : RELEASE_TOLD;
}
