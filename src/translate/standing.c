#include "translate/standing.h"

#include <glib/gi18n.h>
#include <string.h>

const char *
standing_state_name(StandingState state)
{
    static const char *const names[] = { N_("signed"), N_("changed"), N_("never seen"),
                                         N_("not translated") };

    return names[state];
}

static void
judge(Standing *standing, const Review *review)
{
    statement_digest(&standing->statement, standing->digest);
    standing->state = STANDING_NEVER;
    if (review != NULL)
        standing->signature = g_hash_table_lookup(review->by_digest, standing->digest);
    if (standing->signature != NULL)
        standing->state = STANDING_SIGNED;
}

/* --- what changed ------------------------------------------------------------------------- */

/* Signed texts that nobody would find in the leaflets now: const SignedText. */
static GPtrArray *
outdated_of(const Review *review, const GArray *standings)
{
    g_autoptr(GHashTable) current = g_hash_table_new(g_str_hash, g_str_equal);
    GPtrArray *outdated = g_ptr_array_new();

    for (guint i = 0; i < standings->len; i++)
        g_hash_table_add(current, g_array_index(standings, Standing, i).digest);
    for (int i = 0; i < review->signatures.count; i++) {
        const Signature *signature = &review->signatures.items[i];

        for (int k = 0; k < signature->texts.count; k++)
            if (!g_hash_table_contains(current, signature->texts.items[k].digest))
                g_ptr_array_add(outdated, (gpointer) &signature->texts.items[k]);
    }
    return outdated;
}

static bool
is_place_of(const SignedText *text, const Statement *statement)
{
    return strcmp(text->statement.domain, statement->domain) == 0 &&
           strcmp(text->statement.context, statement->context) == 0;
}

/* Takes what @statement was out of @outdated: the same source in another translation, else the next
 * text of its place. */
static const SignedText *
take_before(GPtrArray *outdated, const Statement *statement, bool same_source)
{
    for (guint i = 0; i < outdated->len; i++) {
        const SignedText *text = outdated->pdata[i];

        if (!is_place_of(text, statement) ||
            (same_source && strcmp(text->statement.msgid, statement->msgid) != 0))
            continue;
        g_ptr_array_remove_index(outdated, i);
        return text;
    }
    return NULL;
}

static void
find_changes(GArray *standings, GPtrArray *outdated, bool same_source)
{
    for (guint i = 0; i < standings->len; i++) {
        Standing *standing = &g_array_index(standings, Standing, i);

        if (standing->state != STANDING_NEVER)
            continue;
        standing->before = take_before(outdated, &standing->statement, same_source);
        if (standing->before != NULL)
            standing->state = STANDING_CHANGED;
    }
}

/* --- all of them -------------------------------------------------------------------------- */

GArray *
standing_find(const Messages *messages, const Reviews *reviews, const Reviewer *reviewer,
              Arena *arena)
{
    const Review *review = reviews_find(reviews, reviewer->pack, reviewer->role,
                                        reviewer->locale == NULL ? NULL : reviewer->locale->tag);
    g_autoptr(GPtrArray) texts =
        signing_messages(messages, reviewer->pack, reviewer->role, reviewer->locale);
    GArray *standings = g_array_new(FALSE, TRUE, sizeof(Standing));

    g_array_set_size(standings, texts->len);
    for (guint i = 0; i < texts->len; i++) {
        Standing *standing = &g_array_index(standings, Standing, i);

        standing->message = texts->pdata[i];
        if (signing_statement(messages, reviewer->pack, standing->message->text,
                              reviewer->catalog, arena, &standing->statement))
            judge(standing, review);
        else
            standing->state = STANDING_UNTRANSLATED;
    }
    if (review != NULL) {
        g_autoptr(GPtrArray) outdated = outdated_of(review, standings);

        find_changes(standings, outdated, true);
        find_changes(standings, outdated, false);
    }
    return standings;
}
