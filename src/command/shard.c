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

static bool
is_of_shard(int piece, Shard shard)
{
    int round = piece / shard.count;

    return (piece + round) % shard.count == shard.number - 1;
}

/* Cuts @count leaflets that are alike into equal pieces, @piece being the number of the first. Gives how many. */
static int
cut(bool *wanted, int count, int piece, int most, Shard shard)
{
    int pieces = (count + most - 1) / most;

    for (int i = 0; i < count; i++)
        wanted[i] = is_of_shard(piece + (int) ((gint64) i * pieces / count), shard);
    return pieces;
}

typedef struct Part {
    const Job *first; /* of the plan */
    bool *wanted;
} Part;

static bool
is_wanted(const Job *job, const void *user)
{
    const Part *part = user;

    return part->wanted[job - part->first];
}

void
shard_keep(Jobs *jobs, Shard shard)
{
    if (shard.count == 0)
        return;
    const int most = MAX(1, jobs->count / shard.count / PIECES);
    g_autofree bool *wanted = g_new0(bool, jobs->count + 1);
    const Part part = { jobs->items, wanted };

    for (int first = 0, piece = 0, count; first < jobs->count; first += count) {
        count = run_at(jobs, first);
        piece += cut(wanted + first, count, piece, most, shard);
    }
    jobs_keep(jobs, is_wanted, &part);
}
