#include "command/join.h"

#include "base/file.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct Join {
    const char *out;
    Store *store;      /* NULL: nothing is written */
    Manifest *there;   /* what @out held before */
    GHashTable *known; /* name of a file to the Part that has it first */
    GHashTable *refused, *same,
        *taken; /* names that folders do not agree on; that @out has already; that are done */
    GArray *joined;
    bool full; /* nothing can be written any more */
    Diags *diags;
} Join;

static Where
whole_file(const char *path)
{
    return (Where){ path, 0, 0 };
}

static const char *
sha256_of(const Part *part, const char *name)
{
    return manifest_word(manifest_entry(part->list, name), "sha256");
}

/* --- names that two folders have ----------------------------------------------------------- */

static void
look_for_conflict(const Join *join, const Part *part, const char *name)
{
    const Part *first = g_hash_table_lookup(join->known, name);
    g_autofree char *path = g_build_filename(part->folder, name, NULL);

    if (first == NULL) {
        g_hash_table_insert(join->known, (gpointer) name, (gpointer) part);
        return;
    }
    if (strcmp(sha256_of(first, name), sha256_of(part, name)) == 0)
        return;
    g_hash_table_add(join->refused, (gpointer) name);
    diag_add(join->diags, DIAG_MERGE_CONFLICT, whole_file(path),
             "the file of that name in '%s' has other bytes; neither was taken", first->folder);
}

static void
look_for_conflicts(const Join *join, const GPtrArray *parts)
{
    for (guint i = 0; i < parts->len; i++) {
        const Part *part = parts->pdata[i];

        for (guint k = 0; k < part->lots->len; k++)
            for (char **name = g_array_index(part->lots, Lot, k).names; *name != NULL; name++)
                look_for_conflict(join, part, *name);
    }
}

/* --- one file ------------------------------------------------------------------------------ */

static bool
is_file(const char *path)
{
    GStatBuf about;

    return g_lstat(path, &about) == 0 && S_ISREG(about.st_mode);
}

/* True when what is to be taken is what was made. */
static bool
is_sound(const Join *join, const Part *part, const char *name, const char *path)
{
    g_autofree char *sha256 = is_file(path) ? stamp_sha256(path) : NULL;

    if (g_strcmp0(sha256, sha256_of(part, name)) == 0)
        return true;
    if (sha256 == NULL)
        diag_add(join->diags, DIAG_MERGE_GONE, whole_file(path),
                 N_("the file is in the folder's manifest, and cannot be read"));
    else
        diag_add(join->diags, DIAG_MERGE_DAMAGED, whole_file(path),
                 "the file is damaged: its SHA-256 is %.8s..., and %.8s... in the manifest",
                 sha256, sha256_of(part, name));
    return false;
}

/* False when @out has a file of that name that its own manifest does not call damaged, and it is another. */
static bool
may_take(const Join *join, const Part *part, const char *name, const char *path,
         const char *target)
{
    if (!g_file_test(target, G_FILE_TEST_EXISTS) ||
        manifest_has(join->there, name, sha256_of(part, name)))
        return true;
    diag_add(join->diags, DIAG_MERGE_CONFLICT, whole_file(path),
             "the file of that name in '%s' has other bytes and stays", join->out);
    return false;
}

/* On another disk it is copied: these bytes, which are read once more. */
static bool
copy(const Join *join, const char *path, const char *target, const char *sha256)
{
    g_autoptr(GError) error = NULL;
    char *text;
    gsize length;

    if (g_file_get_contents(path, &text, &length, &error)) {
        g_autoptr(GBytes) bytes = g_bytes_new_take(text, length);
        g_autofree char *read = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);

        if (strcmp(read, sha256) != 0)
            g_set_error_literal(&error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                                _("the file changed while it was read"));
        else
            file_write_aside(store_aside(join->store), target, bytes, &error);
    }
    if (error == NULL)
        return true;
    diag_add(join->diags, DIAG_CANNOT_WRITE, whole_file(target), "%s", error->message);
    return false;
}

static bool
place(const Join *join, const Part *part, const char *name)
{
    g_autofree char *path = g_build_filename(part->folder, name, NULL);
    g_autofree char *target = g_build_filename(join->out, name, NULL);

    return join->store == NULL || file_link_aside(store_aside(join->store), path, target) ||
           copy(join, path, target, sha256_of(part, name));
}

/* --- one leaflet ---------------------------------------------------------------------------- */

/* True when @out has the file, or can have it. */
static bool
is_to_be_had(const Join *join, const Part *part, const char *name)
{
    g_autofree char *path = g_build_filename(part->folder, name, NULL);
    g_autofree char *target = g_build_filename(join->out, name, NULL);

    if (g_hash_table_contains(join->refused, name))
        return false;
    if (g_hash_table_contains(join->taken, name))
        return true;

    g_autofree char *there = is_file(target) ? stamp_sha256(target) : NULL;
    if (g_strcmp0(there, sha256_of(part, name)) != 0)
        return may_take(join, part, name, path, target) && is_sound(join, part, name, path);
    g_hash_table_add(join->same, (gpointer) name);
    return true;
}

static bool
take_file(Join *join, const Part *part, const char *name)
{
    const Joined joined = { name, part->folder, g_hash_table_contains(join->same, name) };

    if (g_hash_table_contains(join->taken, name))
        return true;
    if (!joined.was_there && !place(join, part, name))
        return false;
    g_hash_table_add(join->taken, (gpointer) name);
    g_array_append_val(join->joined, joined);
    return true;
}

/* What @out knows already needs no line. */
static bool
is_noted(const Join *join, const Part *part, const Lot *lot)
{
    State *state = store_state(join->store);
    const StateRecord *record =
        lot->key != NULL ? state_find(state, lot->leaflet, lot->output) : NULL;

    for (char **name = lot->names; *name != NULL; name++)
        if (!manifest_has(join->there, *name, sha256_of(part, *name)))
            return false;
    return lot->key == NULL || (record != NULL && strcmp(record->key, lot->key) == 0);
}

static bool
note(const Join *join, const Part *part, const Lot *lot)
{
    if (join->store == NULL || is_noted(join, part, lot))
        return true;
    g_autofree char *line =
        manifest_line_of(part->list, (const char *const *) lot->names, lot->leaflet, lot->key);
    return store_note(join->store, line, join->diags);
}

/* A file without its line could not be recalled: those taken since there were @before are given back. */
static void
give_back(const Join *join, guint before)
{
    for (guint i = before; i < join->joined->len; i++) {
        const Joined *joined = &g_array_index(join->joined, Joined, i);
        g_autofree char *path = g_build_filename(join->out, joined->name, NULL);

        if (!joined->was_there)
            g_unlink(path);
        g_hash_table_remove(join->taken, joined->name);
    }
    g_array_set_size(join->joined, before);
}

/* Without a line nothing more can be taken; a file that cannot be written is that leaflet's trouble alone. */
static void
take_lot(Join *join, const Part *part, const Lot *lot)
{
    guint before = join->joined->len;
    bool whole = true;

    for (char **name = lot->names; whole && *name != NULL; name++)
        whole = take_file(join, part, *name);
    if (whole)
        join->full = !note(join, part, lot);
    if (!whole || join->full)
        give_back(join, before);
}

/* Tells of every file of a leaflet that is not. */
static bool
are_to_be_had(const Join *join, const Part *part, const Lot *lots, guint count)
{
    bool all = true;

    for (guint i = 0; i < count; i++)
        for (char **name = lots[i].names; *name != NULL; name++)
            all &= is_to_be_had(join, part, *name);
    return all;
}

/* How many of @count lots are of the first one's leaflet. */
static guint
lots_of_leaflet(const Lot *lots, guint count)
{
    guint same = 1;

    while (same < count && lots[0].leaflet != NULL &&
           g_strcmp0(lots[0].leaflet, lots[same].leaflet) == 0)
        same++;
    return same;
}

static void
take_part(Join *join, const Part *part)
{
    const Lot *lots = (const Lot *) part->lots->data;
    guint all = part->lots->len;

    for (guint first = 0, count; !join->full && first < all; first += count) {
        count = lots_of_leaflet(lots + first, all - first);
        if (!are_to_be_had(join, part, lots + first, count))
            continue;
        for (guint i = first; !join->full && i < first + count; i++)
            take_lot(join, part, &lots[i]);
    }
}

GArray *
join_parts(const GPtrArray *parts, const char *out, Store *store, Diags *diags)
{
    g_autoptr(Diags) told = diags_new(); /* what is gone the store has told already */
    g_autoptr(Manifest) there = manifest_open(out, told);
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) refused = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) same = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
    Join join = { .out = out,
                  .store = store,
                  .there = there,
                  .known = known,
                  .refused = refused,
                  .same = same,
                  .taken = taken,
                  .joined = g_array_new(FALSE, FALSE, sizeof(Joined)),
                  .diags = diags };

    look_for_conflicts(&join, parts);
    for (guint i = 0; i < parts->len; i++)
        take_part(&join, parts->pdata[i]);
    return join.joined;
}
