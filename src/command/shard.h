/* command/shard.h - `--shard K/N`: the K-th of N parts of a plan, each for a machine of its own.
 * Every shard has the whole plan before it and takes its part by counting, so that nobody has to hand work out,
 * and all parts together are the plan, each leaflet once.
 *
 * Leaflets of one pack and language share their words, which are read and shaped once; so the plan is cut into
 * pieces of leaflets that follow each other and have both in common, as long as PIECES of them make a shard, and
 * of every N pieces in a row each shard gets one. Which one is drawn by lot, alike on every machine, for formats come
 * around in every language and a booklet takes longer than a card: any fixed turn would give one shard all the
 * booklets of some plan.
 *
 *     1 2 3 | 2 3 1 | 1 3 2 | ...        whose pieces are whose, of --shard K/3
 *
 * Where there are few leaflets a piece is one, and with N as large as the plan each shard has one leaflet. */
#pragma once
#include "command/jobs.h"

/* False, with the reason in @diags, when @text is not K/N with 1 <= K <= N; NULL is no shard. */
bool shard_parse(const char *text, Shard *shard, Diags *diags);

/* Leaves of @jobs those of @shard, in their order; all where it is none. */
void shard_keep(Jobs *jobs, Shard shard);
