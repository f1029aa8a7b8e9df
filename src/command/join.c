#include "command/join.h"

#include "base/file.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct Join {
    const char *out;
    Store *store;    /* NULL: nothing is written */
    Manifest *there; /* what @out held before */
    GHashTable *known, *refused; /* name of a file to the Part that has it first; names that nobody gives */
    GHashTable *taken;           /* names */
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
    return manifest_sha256(manifest_entry(part->list, name));
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
    diag_add(join->diags, DIAG_CANNOT_WRITE, whole_file(target), "%s",
             error->message);
    return false;
}

static bool
place(const Join *join, const Part *part, const char *name, const char *path, const char *target)
{
    return join->store == NULL ||
           file_link_aside(store_aside(join->store), path, target) ||
           copy(join, path, target, sha256_of(part, name));
}

/* True when @out has the file now, or would have it. */
static bool
take_file(Join *join, const Part *part, const char *name)
{
    g_autofree char *path = g_build_filename(part->folder, name, NULL);
    g_autofree char *target = g_build_filename(join->out, name, NULL);

    if (g_hash_table_contains(join->refused, name))
        return false;
    if (g_hash_table_contains(join->taken, name))
        return true;

    g_autofree char *there = is_file(target) ? stamp_sha256(target) : NULL;
    const Joined joined = { name, part->folder, g_strcmp0(there, sha256_of(part, name)) == 0 };
    if (!joined.was_there &&
        (!may_take(join, part, name, path, target) || !is_sound(join, part, name, path) ||
         !place(join, part, name, path, target)))
        return false;
    g_hash_table_add(join->taken, (gpointer) name);
    g_array_append_val(join->joined, joined);
    return true;
}

/* --- files that belong together ------------------------------------------------------------ */

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

/* A file without its line could not be recalled: those taken since there were @before are given back. */
static void
give_back(Join *join, guint before)
{
    for (guint i = before; i < join->joined->len; i++) {
        const Joined *joined = &g_array_index(join->joined, Joined, i);
        g_autofree char *path = g_build_filename(join->out, joined->name, NULL);

        if (!joined->was_there)
            g_unlink(path);
    }
    g_array_set_size(join->joined, before);
    join->full = true;
}

/* Of a leaflet that cannot be had whole there is no key, so that the next build makes it. */
static void
take_lot(Join *join, const Part *part, const Lot *lot)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    guint before = join->joined->len;
    bool whole = true;

    for (char **name = lot->names; *name != NULL; name++)
        if (take_file(join, part, *name))
            g_ptr_array_add(names, *name);
        else
            whole = false;
    if (join->store == NULL || names->len == 0 || (whole && is_noted(join, part, lot)))
        return;
    g_ptr_array_add(names, NULL);
    g_autofree char *line = manifest_line_of(part->list, (const char *const *) names->pdata,
                                             lot->leaflet, whole ? lot->key : NULL);
    if (!store_note(join->store, line, join->diags))
        give_back(join, before);
}

GArray *
join_parts(const GPtrArray *parts, const char *out, Store *store, Diags *diags)
{
    g_autoptr(Diags) told = diags_new(); /* what is gone the store has told already */
    g_autoptr(Manifest) there = manifest_open(out, told);
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) refused = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
    Join join = { out,   store, there, known, refused,
                  taken, NULL,  false, diags };

    join.joined = g_array_new(FALSE, FALSE, sizeof(Joined));
    look_for_conflicts(&join, parts);
    for (guint i = 0; i < parts->len; i++) {
        const Part *part = parts->pdata[i];

        for (guint k = 0; !join.full && k < part->lots->len; k++)
            take_lot(&join, part, &g_array_index(part->lots, Lot, k));
    }
    return join.joined;
}
