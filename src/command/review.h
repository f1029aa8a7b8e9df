/* command/review.h - what the subcommands of `review` share; private to review*.c.
 * Takes the words and options after `review`, gives the pack, its texts, and a reviewer. */
#pragma once
#include "command/options.h"
#include "model/review.h"
#include "translate/standing.h"

/* One run of `review`. */
typedef struct Desk {
    const Options *options;
    Diags *diags;
    Project *project;
    const Pack *pack; /* the one that is named */
    Messages *messages;
    Reviews *reviews;
    Arena *arena;
    GPtrArray *catalogs; /* of those who were asked for: freed at the end */
} Desk;

/* Who is meant by --role and --locale; with an unknown name, or one that is missing, false, and it is
 * reported. */
bool desk_reviewer(Desk *desk, Reviewer *reviewer);
/* The same for who only reads: --locale names what a reviewer of the source reads beside it. @shown is
 * NULL without one; @catalog is of @shown. */
bool desk_reader(Desk *desk, Reviewer *reviewer, const Locale **shown, const Catalog **catalog);
/* Every reviewer that the pack needs, or only those that --role and --locale name: an array of Reviewer;
 * free with g_array_unref(). A language has one when something is translated into it. */
GArray *desk_reviewers(Desk *desk);

/* "legal", "language-ar": as files are named. Free with g_free(). */
char *reviewer_name(const Reviewer *reviewer);
/* The folder of the pack, or what is in it; free with g_free(). */
char *desk_path(const Desk *desk, const char *rest);

/* --- the subcommands ------------------------------------------------------------------------ */

void review_sign(Desk *desk);
void review_status(Desk *desk);
void review_diff(Desk *desk);
void review_comments(Desk *desk);
void review_sheet(Desk *desk);
