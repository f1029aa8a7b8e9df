#include "command/shard.h"

#include <string.h>

enum { MOST_SHARDS = 100000, PIECES = 8 };

static const Where command_line = { NULL, 0, 0 };

bool
shard_parse(const char *text, Shard *shard, Diags *diags)
{
    g_auto(GStrv) parts = g_strsplit(text != NULL ? text : "", "/", -1);
    guint64 number, count;

    *shard = (Shard){ 0, 0 };
    if (text == NULL)
        return true;
    if (g_strv_length(parts) == 2 &&
        g_ascii_string_to_unsigned(parts[1], 10, 1, MOST_SHARDS, &count, NULL) &&
        g_ascii_string_to_unsigned(parts[0], 10, 1, count, &number, NULL)) {
        *shard = (Shard){ (int) number, (int) count };
        return true;
    }
    diag_add(diags, DIAG_USAGE, command_line,
             "--shard is '%s'; write K/N for the K-th of N parts, from 1/N to N/N, N at most %d",
             text, MOST_SHARDS);
    return false;
}

/* True when the words of both are the same but for their audience's and the staff's. */
static bool
are_alike(const Job *a, const Job *b)
{
    return a->variant.pack == b->variant.pack &&
           variant_reader(&a->variant) == variant_reader(&b->variant);
}

/* How many leaflets from number @first on are alike. */
static int
run_at(const Jobs *jobs, int first)
{
    int count = 1;

    while (first + count < jobs->count &&
           are_alike(&jobs->items[first], &jobs->items[first + count]))
        count++;
    return count;
}

/* --- whose turn it is ------------------------------------------------------------------------ */

/* Draws that fall alike on every machine. */
typedef struct Turns {
    int *shards; /* which gets the first, the second, ... piece of this round */
    int count, next;
    guint32 state;
} Turns;

/* Numbers below @most without a pattern that matters here; constants of Numerical Recipes. */
static int
draw(Turns *turns, int most)
{
    turns->state = turns->state * 1664525U + 1013904223U;
    return (int) ((turns->state >> 8) % (guint32) most);
}

static void
shuffle(Turns *turns)
{
    for (int i = turns->count - 1; i > 0; i--) {
        int other = draw(turns, i + 1), shard = turns->shards[i];

        turns->shards[i] = turns->shards[other];
        turns->shards[other] = shard;
    }
}

/* In the first round one after the other. */
static int
next_shard(Turns *turns)
{
    if (turns->next == turns->count) {
        shuffle(turns);
        turns->next = 0;
    }
    return turns->shards[turns->next++];
}

static void
begin(Turns *turns, int count)
{
    *turns = (Turns){ g_new(int, count), count, 0, 0 };
    for (int i = 0; i < count; i++)
        turns->shards[i] = i + 1;
}

/* --- the whole ------------------------------------------------------------------------------- */

/* Cuts @count leaflets that are alike into pieces of one size, or one less. */
static void
cut(bool *wanted, int count, int most, Turns *turns, int number)
{
    int pieces = (count + most - 1) / most;

    for (int piece = 0; piece < pieces; piece++) {
        bool ours = next_shard(turns) == number;
        int end = (int) ((gint64) (piece + 1) * count / pieces);

        for (int i = (int) ((gint64) piece * count / pieces); i < end; i++)
            wanted[i] = ours;
    }
}

typedef struct Choosing {
    const Job *first; /* of the plan */
    bool *wanted;
} Choosing;

static bool
is_wanted(const Job *job, const void *user)
{
    const Choosing *choosing = user;

    return choosing->wanted[job - choosing->first];
}

void
shard_keep(Jobs *jobs, Shard shard)
{
    if (shard.count == 0)
        return;
    const int most = MAX(1, jobs->count / shard.count / PIECES);
    g_autofree bool *wanted = g_new0(bool, jobs->count + 1);
    const Choosing choosing = { jobs->items, wanted };
    Turns turns;

    begin(&turns, shard.count);
    for (int first = 0, count; first < jobs->count; first += count) {
        count = run_at(jobs, first);
        cut(wanted + first, count, most, &turns, shard.number);
    }
    g_free(turns.shards);
    jobs_keep(jobs, is_wanted, &choosing);
}
