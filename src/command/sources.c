#include "command/sources.h"

#include "base/file.h"
#include "command/doctor.h"
#include "command/pseudo.h"
#include "command/touched.h"

#include <string.h>

enum { MOST_DEPTH = 12 }; /* of folders: a link may lead round in a ring */

typedef struct Source {
    Touching *touching;
    char *name, *path;
    char *line; /* its name and hash, when a leaflet needed it */
} Source;

struct Sources {
    State *state;
    gint64 begun;   /* nanoseconds */
    GArray *files;  /* Source */
    char *all;      /* what every leaflet depends on beside files */
    GChecksum *sum; /* of the files that every leaflet depends on; NULL: not yet */
    GHashTable *of; /* "PACK LOCALES FORMAT" to the hash of what such leaflets read */
};

static void
clear_source(void *element)
{
    Source *source = element;

    touching_free(source->touching);
    g_free(source->name);
    g_free(source->path);
    g_free(source->line);
}

/* Texts are what people write and send; what is large comes with the program. */
static char *
hash_of(const Sources *sources, const char *path, bool text)
{
    g_autofree char *whole = g_canonicalize_filename(path, NULL);
    Stamp stamp;

    if (!stamp_of(whole, &stamp))
        return g_strdup("missing");
    if (stamp.changed >= sources->begun)
        return g_strdup_printf("changed %" G_GINT64_FORMAT, stamp.changed);
    const char *hash =
        state_hash(sources->state, whole, &stamp, text ? stamp_sha256 : stamp_crc);
    return g_strdup(hash != NULL ? hash : "unreadable");
}

/* --- files --------------------------------------------------------------------------------- */

static void
add_file(Sources *sources, const char *root, const char *name)
{
    const Source source = { .touching = touching_new(name),
                            .name = g_strdup(name),
                            .path = g_build_filename(root, name, NULL) };

    g_array_append_val(sources->files, source);
}

/* Not what editors leave. */
static bool
is_source(const char *name)
{
    return name[0] != '.' && !g_str_has_suffix(name, "~");
}

static void
add_folder(Sources *sources, const char *root, const char *below, int depth)
{
    g_autofree char *folder = g_build_filename(root, below, NULL);
    g_autoptr(GPtrArray) names = file_names_in(folder);

    for (guint i = 0; i < names->len; i++) {
        g_autofree char *name = g_build_filename(below, names->pdata[i], NULL);
        g_autofree char *path = g_build_filename(root, name, NULL);

        if (!is_source(names->pdata[i]))
            continue;
        if (!g_file_test(path, G_FILE_TEST_IS_DIR))
            add_file(sources, root, name);
        else if (depth < MOST_DEPTH)
            add_folder(sources, root, name, depth + 1);
    }
}

static void
add_root(Sources *sources, const char *root)
{
    static const char *const folders[] = { "breaks", "content", "fonts", "locales" };

    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++)
        add_folder(sources, root, folders[i], 0);
}

/* --- keys ---------------------------------------------------------------------------------- */

/* What is the same for all leaflets of a run. */
static char *
words_of_plan(const Plan *plan)
{
    const OutputSettings *settings = &plan->settings;
    const Date *date = &settings->date;
    g_autofree char *profile =
        settings->profile != NULL
            ? g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, settings->profile)
            : g_strdup("");

    return g_strdup_printf("%g\n%d-%d-%d\n%s\n%s\n%s\n%g\n", settings->dpi, date->year,
                           date->month, date->day, profile,
                           settings->condition != NULL ? settings->condition : "",
                           plan->paper != NULL ? plan->paper : "", plan->thickness);
}

Sources *
sources_new(const Plan *plan, State *state, gint64 begun)
{
    const Project *project = plan->project;
    Sources *sources = g_new0(Sources, 1);
    g_autofree char *libraries = doctor_libraries();
    g_autofree char *root = g_canonicalize_filename(project->root, NULL);

    sources->state = state;
    sources->begun = begun * 1000;
    sources->files = g_array_new(FALSE, FALSE, sizeof(Source));
    g_array_set_clear_func(sources->files, clear_source);
    sources->of = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    add_root(sources, root);
    if (strcmp(root, project->data_dir) != 0)
        add_root(sources, project->data_dir);

    g_autofree char *program = hash_of(sources, "/proc/self/exe", false);
    g_autofree char *set = words_of_plan(plan);
    sources->all = g_strconcat(libraries, program, "\n", set, NULL);
    return sources;
}

void
sources_free(Sources *sources)
{
    if (sources == NULL)
        return;
    g_array_unref(sources->files);
    g_hash_table_unref(sources->of);
    g_clear_pointer(&sources->sum, g_checksum_free);
    g_free(sources->all);
    g_free(sources);
}

static const char *
line_of(const Sources *sources, Source *source)
{
    if (source->line == NULL) {
        bool ours = g_str_has_prefix(source->name, "fonts/") ||
                    g_str_has_prefix(source->name, "breaks/");
        g_autofree char *hash = hash_of(sources, source->path, !ours);

        source->line = g_strdup_printf("%s\n%s\n", source->name, hash);
    }
    return source->line;
}

/* Adds those files that every leaflet depends on, or of all others those that @variant does. */
static void
add_lines(const Sources *sources, GChecksum *sum, const Variant *variant)
{
    for (guint i = 0; i < sources->files->len; i++) {
        Source *source = &g_array_index(sources->files, Source, i);
        bool all = touching_is_all(source->touching);

        if (variant == NULL ? all : !all && touching_is(source->touching, variant))
            g_checksum_update(sum, (const guchar *) line_of(sources, source), -1);
    }
}

/* Audiences and sizes of one pack, language and format read the same. */
static const char *
hash_of_files(Sources *sources, const Variant *variant)
{
    g_autofree char *locales = variant_locales(variant);
    char *name = g_strdup_printf("%s %s %s", variant->pack->id, locales, variant->format->id);
    const char *known = g_hash_table_lookup(sources->of, name);

    if (known != NULL) {
        g_free(name);
        return known;
    }
    if (sources->sum == NULL) {
        sources->sum = g_checksum_new(G_CHECKSUM_SHA256);
        add_lines(sources, sources->sum, NULL);
    }
    g_autoptr(GChecksum) sum = g_checksum_copy(sources->sum);
    add_lines(sources, sum, variant);
    char *hash = g_strdup(g_checksum_get_string(sum));
    g_hash_table_insert(sources->of, name, hash);
    return hash;
}

char *
sources_key(Sources *sources, const Job *job)
{
    const Variant *variant = &job->variant;
    g_autofree char *pseudo = pseudo_name(variant_reader(variant)->pseudo);
    g_autofree char *text =
        g_strdup_printf("%s%s\n%s\n%s\n%g\n%d\n", sources->all, hash_of_files(sources, variant),
                        job->name, pseudo != NULL ? pseudo : "", variant->size, job->copies);

    return g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
}
