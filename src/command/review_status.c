/* `review status` and `review diff`: what is signed, by whom, and what has changed since. */
#include "command/review.h"

#include "base/csv.h"
#include "base/quote.h"
#include "command/listing.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

enum { QUOTED_CHARACTERS = 50 };

/* How one reviewer stands. */
typedef struct Tallied {
    int counts[STANDING_STATE_COUNT];
    const Signature *last; /* the latest that counts; NULL: none does */
    int comments, unanswered;
} Tallied;

static bool
is_of(const Comment *comment, const Reviewer *reviewer)
{
    const char *tag = reviewer->locale == NULL ? NULL : reviewer->locale->tag;

    return strcmp(comment->role, reviewer->role) == 0 && g_strcmp0(comment->locale, tag) == 0;
}

static Tallied
tally(const Desk *desk, const Reviewer *reviewer, const GArray *standings)
{
    const PackReviews *reviews = reviews_of_pack(desk->reviews, desk->pack);
    Tallied tallied = { 0 };

    for (guint i = 0; i < standings->len; i++) {
        const Standing *standing = &g_array_index(standings, Standing, i);
        const Signature *signature = standing->signature;

        tallied.counts[standing->state]++;
        if (signature != NULL &&
            (tallied.last == NULL || date_compare(signature->on, tallied.last->on) > 0))
            tallied.last = signature;
    }
    for (int i = 0; i < reviews->comments.count; i++) {
        bool own = is_of(&reviews->comments.items[i], reviewer);

        tallied.comments += own;
        tallied.unanswered += own && reviews->comments.items[i].answer == NULL;
    }
    return tallied;
}

static char *
day_text(const Signature *signature)
{
    return signature == NULL ? NULL : date_text(signature->on);
}

/* --- a table -------------------------------------------------------------------------------- */

static const char *const columns[] = {
    N_("role"),           N_("texts"),    N_("signed"), N_("changed"), N_("never seen"),
    N_("not translated"), N_("comments"), N_("on"),     N_("by"),      NULL
};
enum { FIGURES = 0x7e };

static void
add_row(Listing *listing, const char *name, const Tallied *tallied, guint texts)
{
    g_autofree char *all = g_strdup_printf("%u", texts);
    g_autofree char *comments = g_strdup_printf("%d/%d", tallied->unanswered, tallied->comments);
    g_autofree char *day = day_text(tallied->last);
    char *counts[STANDING_STATE_COUNT];

    for (int i = 0; i < STANDING_STATE_COUNT; i++)
        counts[i] = g_strdup_printf("%d", tallied->counts[i]);
    listing_add(listing, name, all, counts[STANDING_SIGNED], counts[STANDING_CHANGED],
                counts[STANDING_NEVER], counts[STANDING_UNTRANSLATED], comments, day,
                tallied->last == NULL ? NULL : tallied->last->by);
    for (int i = 0; i < STANDING_STATE_COUNT; i++)
        g_free(counts[i]);
    if (tallied->counts[STANDING_SIGNED] == (int) texts)
        listing_mark_done(listing);
    else if (tallied->counts[STANDING_CHANGED] > 0)
        listing_mark(listing);
}

/* --- one text a line ------------------------------------------------------------------------ */

static void
print_text(const char *name, const Standing *standing)
{
    const Text *text = standing->message->text;
    g_autofree char *quoted = quote_beginning(text->msgid, QUOTED_CHARACTERS);
    g_autofree char *day = day_text(standing->signature);

    printf("  %s  %s  %s: \"%s\"", name, text->context, _(standing_state_name(standing->state)),
           quoted);
    if (standing->signature != NULL)
        printf("  %s %s", day, standing->signature->by);
    printf("\n");
}

static void
print_json(const char *name, const Standing *standing)
{
    const Signature *signature = standing->signature;
    g_autoptr(JsonObject) object = json_object_new();
    g_autoptr(JsonNode) node = json_node_new(JSON_NODE_OBJECT);
    g_autofree char *day = day_text(signature);

    json_object_set_string_member(object, "review", name);
    json_object_set_string_member(object, "domain", standing->message->text->domain);
    json_object_set_string_member(object, "context", standing->message->text->context);
    json_object_set_string_member(object, "msgid", standing->message->text->msgid);
    json_object_set_string_member(object, "state", standing_state_name(standing->state));
    if (signature != NULL) {
        json_object_set_string_member(object, "by", signature->by);
        json_object_set_string_member(object, "on", day);
    }
    json_node_set_object(node, object);

    g_autofree char *line = json_to_string(node, FALSE);
    printf("%s\n", line);
}

static void
print_csv_row(const char *name, const Standing *standing)
{
    const Signature *signature = standing->signature;
    g_autofree char *day = day_text(signature);
    g_autoptr(GString) line = g_string_new(NULL);

    csv_append(line, name, false);
    csv_append(line, standing->message->text->domain, false);
    csv_append(line, standing->message->text->context, false);
    csv_append(line, standing->message->text->msgid, false);
    csv_append(line, standing_state_name(standing->state), false);
    csv_append(line, day, false);
    csv_append(line, signature == NULL ? NULL : signature->by, true);
    printf("%s", line->str);
}

static void
print_texts(const Options *options, const char *name, const GArray *standings)
{
    for (guint i = 0; i < standings->len; i++) {
        const Standing *standing = &g_array_index(standings, Standing, i);

        if (options->json)
            print_json(name, standing);
        else if (options->csv)
            print_csv_row(name, standing);
        else if (options->verbose || standing->state == STANDING_CHANGED)
            print_text(name, standing);
    }
}

void
review_status(Desk *desk)
{
    const Options *options = desk->options;
    g_autoptr(GArray) reviewers = desk_reviewers(desk);
    g_autoptr(Listing) listing = listing_new(columns);
    bool table = !options->json && !options->csv;

    listing->numbers = FIGURES;
    listing->colour = options_style(options, stdout).colour;
    if (options->csv)
        printf("review,domain,context,msgid,state,on,by\r\n");
    for (guint i = 0; i < reviewers->len; i++) {
        const Reviewer *reviewer = &g_array_index(reviewers, Reviewer, i);
        g_autoptr(GArray) standings =
            standing_find(desk->messages, desk->reviews, reviewer, desk->arena);
        Tallied tallied = tally(desk, reviewer, standings);
        g_autofree char *name = reviewer_name(reviewer);

        add_row(listing, name, &tallied, standings->len);
        print_texts(options, name, standings);
    }
    if (table && reviewers->len > 0 && !options->quiet)
        listing_print(listing, false);
}

/* --- what has changed ----------------------------------------------------------------------- */

static void
print_forms(char sign, const Statement *statement)
{
    printf("  %c %s\n", sign, statement->msgid);
    if (statement->msgid_plural != NULL)
        printf("  %c %s\n", sign, statement->msgid_plural);
    for (int i = 0; i < statement->form_count; i++)
        printf("  %c   %s\n", sign, statement->forms[i]);
}

/* What is printed is the same, but not what it is about. */
static void
print_about(char sign, const Statement *statement)
{
    if (statement->status != NULL || statement->applies_to != NULL)
        printf(_("  %c status: %s; for: %s\n"), sign,
               statement->status == NULL ? "-" : statement->status,
               statement->applies_to == NULL ? _("everyone") : statement->applies_to);
}

static bool
is_about_the_same(const Statement *a, const Statement *b)
{
    return g_strcmp0(a->status, b->status) == 0 && g_strcmp0(a->applies_to, b->applies_to) == 0;
}

static void
print_change(const char *name, const Standing *standing)
{
    const Statement *before = &standing->before->statement, *now = &standing->statement;
    bool about = !is_about_the_same(before, now);

    printf("%s  %s\n", name, now->context);
    print_forms('-', before);
    if (about)
        print_about('-', before);
    print_forms('+', now);
    if (about)
        print_about('+', now);
}

void
review_diff(Desk *desk)
{
    g_autoptr(GArray) reviewers = desk_reviewers(desk);
    int changes = 0;

    for (guint i = 0; i < reviewers->len; i++) {
        const Reviewer *reviewer = &g_array_index(reviewers, Reviewer, i);
        g_autoptr(GArray) standings =
            standing_find(desk->messages, desk->reviews, reviewer, desk->arena);
        g_autofree char *name = reviewer_name(reviewer);

        for (guint k = 0; k < standings->len; k++) {
            const Standing *standing = &g_array_index(standings, Standing, k);

            if (standing->state != STANDING_CHANGED)
                continue;
            print_change(name, standing);
            changes++;
        }
    }
    if (changes == 0 && !desk->options->quiet)
        printf(_("nothing has changed since it was signed\n"));
}
