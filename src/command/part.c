#include "command/part.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

static const Where nowhere = { NULL, 0, 0 };

static void
clear_lot(void *element)
{
    Lot *lot = element;

    g_free(lot->leaflet);
    g_free(lot->output);
    g_free(lot->key);
    g_strfreev(lot->names);
}

/* --- lots ---------------------------------------------------------------------------------- */

typedef struct Sorting {
    Part *part;
    GHashTable *placed; /* names of files that are in a lot */
} Sorting;

/* Papers of an order are in no list, and are made again where all its leaflets are. */
static bool
is_listed(const Part *part, const StateRecord *record)
{
    for (guint i = 0; i < record->files->len; i++) {
        const StateFile *file = &g_array_index(record->files, StateFile, i);

        if (!manifest_has(part->list, file->name, file->sha256))
            return false;
    }
    return record->files->len > 0;
}

static bool
add_record(StateRecord *record, void *user)
{
    const Sorting *sorting = user;
    guint count = record->files->len;

    if (!is_listed(sorting->part, record))
        return true;
    const Lot lot = { g_strdup(record->leaflet), g_strdup(record->output),
                      g_strdup(record->key), g_new0(char *, count + 1) };
    for (guint i = 0; i < count; i++) {
        lot.names[i] = g_strdup(g_array_index(record->files, StateFile, i).name);
        g_hash_table_add(sorting->placed, lot.names[i]);
    }
    g_array_append_val(sorting->part->lots, lot);
    return true;
}

static void
add_rest(const Sorting *sorting)
{
    g_autoptr(GList) names = manifest_names(sorting->part->list);

    for (const GList *name = names; name != NULL; name = name->next) {
        if (g_hash_table_contains(sorting->placed, name->data))
            continue;
        const Lot lot = { .names = g_new0(char *, 2) };
        lot.names[0] = g_strdup(name->data);
        g_array_append_val(sorting->part->lots, lot);
    }
}

static void
sort_files(Part *part)
{
    g_autofree char *path = g_build_filename(part->folder, ".rightspack", "state", NULL);
    g_autoptr(GHashTable) placed = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(State) state = state_load(path);
    Sorting sorting = { part, placed };

    part->lots = g_array_new(FALSE, FALSE, sizeof(Lot));
    g_array_set_clear_func(part->lots, clear_lot);
    manifest_records(part->list, state);
    state_sift(state, add_record, &sorting);
    add_rest(&sorting);
}

/* --- opening ------------------------------------------------------------------------------- */

/* Others may read it at the same time. */
static bool
take_lock(Part *part, Diags *diags)
{
    g_autofree char *path = g_build_filename(part->folder, ".rightspack", "lock", NULL);

    part->lock = g_open(path, O_RDONLY | O_CLOEXEC, 0);
    if (part->lock < 0 || flock(part->lock, LOCK_SH | LOCK_NB) == 0)
        return true;
    diag_add(diags, DIAG_FOLDER_BUSY, nowhere,
             "another run is making leaflets into '%s' right now; nothing of it was taken",
             part->folder);
    return false;
}

/* A run was there that had nothing to make, as where there are more parts than leaflets, or got nothing done. */
static bool
is_empty(const Part *part)
{
    g_autofree char *path = g_build_filename(part->folder, "manifest.json", NULL);

    return part->lock >= 0 && !g_file_test(path, G_FILE_TEST_EXISTS);
}

Part *
part_open(const char *folder, Diags *diags)
{
    Part *part = g_new0(Part, 1);

    part->folder = g_strdup(folder);
    if (take_lock(part, diags)) {
        part->list = manifest_read(folder);
        if (part->list == NULL && is_empty(part))
            part->list = manifest_open(folder, diags);
        if (part->list == NULL)
            diag_add(diags, DIAG_MERGE_UNREADABLE, (Where){ part->folder, 0, 0 }, "%s",
                     g_file_test(folder, G_FILE_TEST_IS_DIR)
                         ? _("the folder has no list of leaflets that can be read")
                         : _("there is no such folder"));
    }
    if (part->list != NULL) {
        sort_files(part);
        return part;
    }
    part_close(part);
    return NULL;
}

void
part_close(Part *part)
{
    if (part == NULL)
        return;
    if (part->lock >= 0)
        close(part->lock);
    g_clear_pointer(&part->list, manifest_free);
    g_clear_pointer(&part->lots, g_array_unref);
    g_free(part->folder);
    g_free(part);
}
