#include "command/store.h"

#include "base/file.h"
#include "command/manifest.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

struct Store {
    char *folder;
    char *aside, *journal, *state_path;
    int lock;
    int lines; /* the journal, open for appending; -1: not yet */
    State *state;
    GHashTable *marks;  /* of texts, for manifest_line() */
    GHashTable *stamps; /* of files that this run has made, by name */
};

static const Where nowhere = { NULL, 0, 0 };

static Where
whole_file(const char *path)
{
    return (Where){ path, 0, 0 };
}

/* --- opening ------------------------------------------------------------------------------- */

static bool
take_lock(Store *store, Diags *diags)
{
    g_autofree char *path = g_build_filename(store->folder, ".rightspack", "lock", NULL);

    if (g_mkdir_with_parents(store->aside, 0755) == 0)
        store->lock = g_open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (store->lock >= 0 && flock(store->lock, LOCK_EX | LOCK_NB) == 0)
        return true;
    if (store->lock >= 0 && errno == EWOULDBLOCK)
        diag_add(diags, DIAG_FOLDER_BUSY, nowhere,
                 "another run is making leaflets into '%s' right now; nothing was done",
                 store->folder);
    else /* also where a file system has no locks */
        diag_add(diags, DIAG_CANNOT_WRITE, whole_file(store->folder), "%s", g_strerror(errno));
    return false;
}

static void
empty_aside(const Store *store)
{
    g_autoptr(GPtrArray) names = file_names_in(store->aside);

    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_build_filename(store->aside, names->pdata[i], NULL);

        g_unlink(path);
    }
}

Store *
store_open(const char *folder, Diags *diags)
{
    Store *store = g_new0(Store, 1);

    store->folder = g_strdup(folder);
    store->aside = g_build_filename(folder, ".rightspack", "new", NULL);
    store->journal = g_build_filename(folder, MANIFEST_JOURNAL, NULL);
    store->state_path = g_build_filename(folder, ".rightspack", "state", NULL);
    store->lock = store->lines = -1;
    store->marks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    store->stamps = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    if (!take_lock(store, diags)) {
        store_close(store);
        return NULL;
    }
    empty_aside(store);
    store->state = state_load(store->state_path);
    store_settle(store, diags);
    return store;
}

void
store_close(Store *store)
{
    if (store == NULL)
        return;
    if (store->lines >= 0)
        close(store->lines);
    if (store->lock >= 0)
        close(store->lock);
    state_free(store->state);
    g_hash_table_unref(store->stamps);
    g_hash_table_unref(store->marks);
    g_free(store->state_path);
    g_free(store->journal);
    g_free(store->aside);
    g_free(store->folder);
    g_free(store);
}

const char *
store_aside(const Store *store)
{
    return store->aside;
}

State *
store_state(const Store *store)
{
    return store->state;
}

bool
store_has(Store *store, const Job *job, const Output *const *outputs, const char *key)
{
    for (int i = 0; outputs[i] != NULL; i++) {
        StateRecord *record = state_find(store->state, job->name, outputs[i]->name);

        if (record == NULL || strcmp(record->key, key) != 0 ||
            !state_is_whole(store->state, record, store->folder))
            return false;
    }
    return true;
}

/* --- the journal --------------------------------------------------------------------------- */

/* A line of which only a part was written is taken back. */
static bool
append(Store *store, const char *line)
{
    size_t length = strlen(line);

    if (store->lines < 0)
        store->lines = g_open(store->journal, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (store->lines < 0)
        return false;
    off_t end = lseek(store->lines, 0, SEEK_END);
    ssize_t written = write(store->lines, line, length);
    if (written == (ssize_t) length)
        return true;

    int reason = written < 0 ? errno : ENOSPC;
    if (ftruncate(store->lines, end) != 0) /* the next line must not go on behind it */
        reason = errno;
    errno = reason;
    return false;
}

static void
take_back(const Store *store, Made *made)
{
    for (guint i = 0; i < made->files->len; i++) {
        g_autofree char *path =
            g_build_filename(store->folder, g_array_index(made->files, MadeFile, i).name, NULL);

        g_unlink(path);
    }
    g_array_set_size(made->files, 0);
}

static void
note_stamps(const Store *store, const Made *made)
{
    for (guint i = 0; i < made->files->len; i++) {
        const MadeFile *file = &g_array_index(made->files, MadeFile, i);

        g_hash_table_insert(store->stamps, g_strdup(file->name),
                            g_memdup2(&file->stamp, sizeof file->stamp));
    }
}

/* Of a leaflet that is not complete there is no record, so that the next run makes it. */
void
store_add(Store *store, const Job *job, Made *made, const char *key)
{
    g_autofree char *line =
        manifest_line(job, made, diags_have_errors(made->diags) ? NULL : key, store->marks);

    if (append(store, line)) {
        note_stamps(store, made);
        return;
    }
    diag_add(made->diags, DIAG_CANNOT_WRITE, whole_file(store->journal), "%s",
             g_strerror(errno));
    take_back(store, made);
}

bool
store_note(Store *store, const char *line, Diags *diags)
{
    if (append(store, line))
        return true;
    diag_add(diags, DIAG_CANNOT_WRITE, whole_file(store->journal), "%s", g_strerror(errno));
    return false;
}

/* --- bringing up to date ------------------------------------------------------------------- */

typedef struct Sifting {
    Store *store;
    const Manifest *manifest;
} Sifting;

/* A file that this run has made need not be read once more. */
static void
take_stamp(const Store *store, StateFile *file)
{
    static const Stamp unknown = { 0 };
    const Stamp *stamp = g_hash_table_lookup(store->stamps, file->name);

    if (stamp != NULL && stamp_equal(&file->stamp, &unknown))
        file->stamp = *stamp;
}

/* Leaflets that the manifest does not know with these bytes are made again. From now on a file's stamp tells
 * that it is what was made. */
static bool
is_known(StateRecord *record, void *user)
{
    const Sifting *sifting = user;
    bool leaflet = output_find(record->output) != NULL; /* else what lies beside them */

    for (guint i = 0; leaflet && i < record->files->len; i++) {
        StateFile *file = &g_array_index(record->files, StateFile, i);

        take_stamp(sifting->store, file);
        if (!manifest_has(sifting->manifest, file->name, file->sha256))
            return false;
    }
    return state_is_whole(sifting->store->state, record, sifting->store->folder);
}

static bool
is_there(StateRecord *record, void *user)
{
    const Sifting *sifting = user;

    for (guint i = 0; i < record->files->len; i++) {
        g_autofree char *path = g_build_filename(
            sifting->store->folder, g_array_index(record->files, StateFile, i).name, NULL);

        if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
            return false;
    }
    return true;
}

static void
note_manifest(Store *store)
{
    g_autofree char *path = g_build_filename(store->folder, "manifest.json", NULL);
    Stamp stamp = { 0 };

    stamp_of(path, &stamp);
    state_set_manifest(store->state, &stamp);
}

/* True when the manifest is as it was left and everything it names is there. */
static bool
is_settled(Store *store)
{
    g_autofree char *path = g_build_filename(store->folder, "manifest.json", NULL);
    Sifting sifting = { store, NULL };
    Stamp stamp = { 0 };
    guint before = state_count(store->state);

    stamp_of(path, &stamp);
    state_sift(store->state, is_there, &sifting);
    return stamp_equal(&stamp, state_manifest(store->state)) &&
           before == state_count(store->state) &&
           !g_file_test(store->journal, G_FILE_TEST_EXISTS);
}

void
store_settle(Store *store, Diags *diags)
{
    g_autoptr(GError) error = NULL;

    empty_aside(store);
    if (!is_settled(store)) {
        g_autoptr(Manifest) manifest = manifest_open(store->folder, diags);
        Sifting sifting = { store, manifest };

        /* first, for the journal that knows them is there until all is done */
        manifest_remove_stale(manifest);
        if (!manifest_write(manifest, store->aside, diags))
            return;
        manifest_records(manifest, store->state);
        state_sift(store->state, is_known, &sifting);
        note_manifest(store);
    }
    if (!state_save(store->state, store->aside, store->state_path, &error)) {
        diag_add(diags, DIAG_CANNOT_WRITE, whole_file(store->state_path), "%s", error->message);
        return;
    }
    if (store->lines >= 0)
        close(store->lines);
    store->lines = -1;
    g_unlink(store->journal);
}
