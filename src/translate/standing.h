/* translate/standing.h - how each text of a pack stands with one of its reviewers.
 * Takes reviews and what the texts say now; knows nothing of files. */
#pragma once
#include "translate/signing.h"

typedef enum StandingState {
    STANDING_SIGNED,
    STANDING_CHANGED, /* signed once, in other words or about something else */
    STANDING_NEVER,
    STANDING_UNTRANSLATED /* there is nothing to sign yet */
} StandingState;
enum { STANDING_STATE_COUNT = STANDING_UNTRANSLATED + 1 };

typedef struct Standing {
    const Message *message;
    Statement statement;
    char digest[DIGEST_LENGTH + 1];
    StandingState state;
    const Signature *signature; /* of a signed text */
    const SignedText *before;   /* of a changed one */
} Standing;

/* Whose review it is. */
typedef struct Reviewer {
    const Pack *pack;
    const char *role;
    const Locale *locale;   /* of the role language, else NULL */
    const Catalog *catalog; /* of that locale */
} Reviewer;

/* One row a text that the reviewer has to sign: an array of Standing; free with g_array_unref().
 * Strings are borrowed, or in @arena. */
GArray *standing_find(const Messages *messages, const Reviews *reviews,
                      const Reviewer *reviewer, Arena *arena);

/* "signed", "changed", "never seen", "not translated": marked for translation. */
const char *standing_state_name(StandingState state);
