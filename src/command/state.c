#include "command/state.h"

#include "base/file.h"

#include <string.h>

/* Lines of fields with tabs between them; what a line is, its first field says. */
static const char first_line[] = "rightspack state 1";
enum { STAMP_FIELDS = 4 };

typedef struct Hashed {
    char *hash;
    Stamp stamp;
    bool settled; /* it has not changed just before it was read */
} Hashed;

struct State {
    GHashTable *sources; /* path to Hashed */
    GHashTable *records; /* "LEAFLET OUTPUT" to StateRecord */
    Stamp manifest;
    bool changed;
};

static void
hashed_free(Hashed *hashed)
{
    g_free(hashed->hash);
    g_free(hashed);
}

static void
clear_file(void *element)
{
    StateFile *file = element;

    g_free(file->name);
    g_free(file->sha256);
}

static void
record_free(StateRecord *record)
{
    g_free(record->leaflet);
    g_free(record->output);
    g_free(record->key);
    g_array_unref(record->files);
    g_free(record);
}

static State *
state_new(void)
{
    State *state = g_new0(State, 1);

    state->sources =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify) hashed_free);
    state->records =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify) record_free);
    return state;
}

void
state_free(State *state)
{
    if (state == NULL)
        return;
    g_hash_table_unref(state->sources);
    g_hash_table_unref(state->records);
    g_free(state);
}

/* --- records ------------------------------------------------------------------------------- */

StateRecord *
state_add(State *state, const char *leaflet, const char *output, const char *key)
{
    StateRecord *record = g_new0(StateRecord, 1);

    record->leaflet = g_strdup(leaflet);
    record->output = g_strdup(output);
    record->key = g_strdup(key);
    record->files = g_array_new(FALSE, TRUE, sizeof(StateFile));
    g_array_set_clear_func(record->files, clear_file);
    g_hash_table_replace(state->records, g_strdup_printf("%s %s", leaflet, output), record);
    state->changed = true;
    return record;
}

static void
add_file(StateRecord *record, const char *name, const char *sha256, Stamp stamp)
{
    const StateFile file = { g_strdup(name), g_strdup(sha256), stamp };

    g_array_append_val(record->files, file);
}

void
state_add_file(State *state, StateRecord *record, const char *name, const char *sha256)
{
    add_file(record, name, sha256, (Stamp){ 0 });
    state->changed = true;
}

StateRecord *
state_find(State *state, const char *leaflet, const char *output)
{
    g_autofree char *name = g_strdup_printf("%s %s", leaflet, output);

    return g_hash_table_lookup(state->records, name);
}

static bool
is_whole(State *state, StateFile *file, const char *folder)
{
    g_autofree char *path = g_build_filename(folder, file->name, NULL);
    g_autofree char *sha256 = NULL;
    Stamp stamp;

    if (!stamp_of(path, &stamp))
        return false;
    if (stamp_equal(&stamp, &file->stamp))
        return true;
    sha256 = stamp_sha256(path);
    if (g_strcmp0(sha256, file->sha256) != 0)
        return false;
    file->stamp = stamp;
    state->changed = true;
    return true;
}

bool
state_is_whole(State *state, StateRecord *record, const char *folder)
{
    for (guint i = 0; i < record->files->len; i++)
        if (!is_whole(state, &g_array_index(record->files, StateFile, i), folder))
            return false;
    return record->files->len > 0;
}

static GList *
sorted_names(GHashTable *table)
{
    return g_list_sort(g_hash_table_get_keys(table), (GCompareFunc) strcmp);
}

void
state_sift(State *state, bool (*keep)(StateRecord *record, void *user), void *user)
{
    g_autoptr(GList) names = sorted_names(state->records);

    for (const GList *name = names; name != NULL; name = name->next)
        if (!keep(g_hash_table_lookup(state->records, name->data), user)) {
            g_hash_table_remove(state->records, name->data);
            state->changed = true;
        }
}

guint
state_count(const State *state)
{
    return g_hash_table_size(state->records);
}

void
state_set_manifest(State *state, const Stamp *stamp)
{
    state->changed |= !stamp_equal(&state->manifest, stamp);
    state->manifest = *stamp;
}

const Stamp *
state_manifest(const State *state)
{
    return &state->manifest;
}

/* --- sources ------------------------------------------------------------------------------- */

/* Clocks of file systems are coarse: what changes right after it was read may keep its stamp. */
static bool
has_settled(const Stamp *stamp)
{
    return g_get_real_time() * 1000 - stamp->changed > 2 * G_GINT64_CONSTANT(1000000000);
}

const char *
state_hash(State *state, const char *path, const Stamp *stamp, char *(*hash)(const char *path))
{
    Hashed *hashed = g_hash_table_lookup(state->sources, path);
    bool settled = has_settled(stamp);

    if (hashed != NULL && hashed->settled && stamp_equal(&hashed->stamp, stamp))
        return hashed->hash;
    char *made = hash(path);
    if (made == NULL)
        return NULL;
    hashed = g_new0(Hashed, 1);
    *hashed = (Hashed){ made, *stamp, settled };
    g_hash_table_replace(state->sources, g_strdup(path), hashed);
    state->changed |= settled;
    return hashed->hash;
}

/* --- the file ------------------------------------------------------------------------------ */

static bool
parse_stamp(char *const *fields, Stamp *stamp)
{
    return g_ascii_string_to_unsigned(fields[0], 10, 0, G_MAXUINT64, &stamp->size, NULL) &&
           g_ascii_string_to_unsigned(fields[1], 10, 0, G_MAXUINT64, &stamp->inode, NULL) &&
           g_ascii_string_to_signed(fields[2], 10, G_MININT64, G_MAXINT64, &stamp->modified,
                                    NULL) &&
           g_ascii_string_to_signed(fields[3], 10, G_MININT64, G_MAXINT64, &stamp->changed,
                                    NULL);
}

/* What lines refer to: the record that files belong to. */
typedef struct Reading {
    State *state;
    StateRecord *record;
} Reading;

static void
read_manifest(Reading *reading, char *const *fields)
{
    Stamp stamp;

    if (parse_stamp(fields, &stamp))
        reading->state->manifest = stamp;
}

static void
read_source(Reading *reading, char *const *fields)
{
    Hashed *hashed = g_new0(Hashed, 1);

    hashed->settled = parse_stamp(fields, &hashed->stamp);
    hashed->hash = g_strdup(fields[STAMP_FIELDS]);
    g_hash_table_replace(reading->state->sources, g_strdup(fields[STAMP_FIELDS + 1]), hashed);
}

static void
read_leaflet(Reading *reading, char *const *fields)
{
    reading->record = state_add(reading->state, fields[0], fields[1], fields[2]);
}

static void
read_file(Reading *reading, char *const *fields)
{
    const char *name = fields[STAMP_FIELDS + 1];
    Stamp stamp;

    if (reading->record != NULL && parse_stamp(fields, &stamp) && file_is_below(name))
        add_file(reading->record, name, fields[STAMP_FIELDS], stamp);
}

static const struct {
    const char *kind;
    guint fields; /* after it */
    void (*read)(Reading *reading, char *const *fields);
} lines[] = {
    { "manifest", STAMP_FIELDS, read_manifest },
    { "source", STAMP_FIELDS + 2, read_source },
    { "leaflet", 3, read_leaflet },
    { "file", STAMP_FIELDS + 2, read_file },
};

static void
read_line(Reading *reading, const char *line)
{
    g_auto(GStrv) fields = g_strsplit(line, "\t", -1);
    guint count = g_strv_length(fields);

    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++)
        if (count == lines[i].fields + 1 && strcmp(fields[0], lines[i].kind) == 0)
            lines[i].read(reading, fields + 1);
}

State *
state_load(const char *path)
{
    State *state = state_new();
    Reading reading = { state, NULL };
    g_autofree char *text = NULL;

    if (!g_file_get_contents(path, &text, NULL, NULL) || !g_str_has_prefix(text, first_line))
        return state;
    for (char *line = text; line != NULL;) {
        char *end = strchr(line, '\n');

        if (end != NULL)
            *end = '\0';
        read_line(&reading, line);
        line = end != NULL ? end + 1 : NULL;
    }
    state->changed = false;
    return state;
}

static void
write_line(GString *text, const char *kind, const Stamp *stamp, const char *hash,
           const char *name)
{
    g_string_append_printf(text,
                           "%s\t%" G_GUINT64_FORMAT "\t%" G_GUINT64_FORMAT "\t%" G_GINT64_FORMAT
                           "\t%" G_GINT64_FORMAT,
                           kind, stamp->size, stamp->inode, stamp->modified, stamp->changed);
    if (name != NULL)
        g_string_append_printf(text, "\t%s\t%s", hash, name);
    g_string_append_c(text, '\n');
}

static void
write_sources(GString *text, const State *state)
{
    g_autoptr(GList) names = sorted_names(state->sources);

    for (const GList *name = names; name != NULL; name = name->next) {
        const Hashed *hashed = g_hash_table_lookup(state->sources, name->data);

        if (hashed->settled && strpbrk(name->data, "\t\n") == NULL)
            write_line(text, "source", &hashed->stamp, hashed->hash, name->data);
    }
}

static void
write_records(GString *text, const State *state)
{
    g_autoptr(GList) names = sorted_names(state->records);

    for (const GList *name = names; name != NULL; name = name->next) {
        const StateRecord *record = g_hash_table_lookup(state->records, name->data);

        g_string_append_printf(text, "leaflet\t%s\t%s\t%s\n", record->leaflet, record->output,
                               record->key);
        for (guint i = 0; i < record->files->len; i++) {
            const StateFile *file = &g_array_index(record->files, StateFile, i);

            write_line(text, "file", &file->stamp, file->sha256, file->name);
        }
    }
}

bool
state_save(State *state, const char *aside, const char *path, GError **error)
{
    if (!state->changed)
        return true;

    GString *text = g_string_new(first_line);
    g_string_append_c(text, '\n');
    write_line(text, "manifest", &state->manifest, NULL, NULL);
    write_sources(text, state);
    write_records(text, state);

    g_autoptr(GBytes) bytes = g_string_free_to_bytes(text);
    state->changed = !file_write_aside(aside, path, bytes, error);
    return !state->changed;
}
