#include "command/inspect.h"

#include "check/check.h"
#include "command/locate.h"
#include "command/progress.h"
#include "command/readback.h"
#include "command/workers.h"
#include "output/output.h"
#include "translate/translate.h"

#include <glib/gi18n.h>
#include <string.h>

enum { LIMIT_SECONDS = 3 * READBACK_SECONDS };
static const size_t memory_limit = 1024UL * 1024 * 1024;

static const Where nowhere = { NULL, 0, 0 };

/* What the functions below find again in parent and worker. */
typedef struct Bench {
    const GArray *targets;
    const Project *project;
    Date today;
    const char *reader; /* path of rightspack-readback */
    Catalog **catalogs; /* one a locale, in a worker: loaded when first needed */
    Progress *progress; /* only in the parent */
} Bench;

static Where
whole_file(const Target *target)
{
    return (Where){ target->path, 0, 0 };
}

static const Target *
target_at(const GArray *targets, int index)
{
    return &g_array_index(targets, Target, index);
}

/* --- one file, in a worker ----------------------------------------------------------------- */

/* False when the file cannot be read. */
static bool
compare_bytes(const Target *target, Diags *diags)
{
    g_autofree char *bytes = NULL;
    g_autoptr(GError) error = NULL;
    gsize size;

    if (!g_file_get_contents(target->path, &bytes, &size, &error)) {
        diag_add(diags, DIAG_VERIFY_UNREADABLE, whole_file(target), "%s", error->message);
        return false;
    }

    g_autofree char *sha256 =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *) bytes, size);
    if (strcmp(sha256, target->sha256) != 0)
        diag_add(diags, DIAG_VERIFY_CHANGED, whole_file(target),
                 "the file is not the one that was made: its sha256 is %s", sha256);
    return true;
}

/* NULL for no locale. */
static const Catalog *
catalog_of(Bench *bench, const Locale *locale)
{
    g_autoptr(Diags) said = diags_new(); /* faults of translations are for `check` to tell */

    if (locale == NULL)
        return NULL;
    Catalog **catalog = &bench->catalogs[locale - bench->project->locales.items];
    if (*catalog == NULL)
        *catalog = catalog_load(bench->project, locale, said);
    return *catalog;
}

/* On the paper that it stands on; how thick that was, nobody knows. */
static Imposition
imposition_of(const Target *target, const char *listing)
{
    const Variant *variant = &target->variant;
    const Paper *paper = format_find_paper_sized(variant->format, check_printed_size(listing));

    return impose_new(variant->format, paper != NULL ? paper : variant->format->papers.items,
                      variant->format->thickness, target->pages,
                      variant->locale->direction == DIRECTION_RTL);
}

static void
compare_content(Bench *bench, const Target *target, const char *listing, Diags *diags)
{
    const Variant *variant = &target->variant;
    Printed printed = { .path = target->path,
                        .edition = target->edition,
                        .pages = target->pages,
                        .contacts_until = target->contacts_until };
    g_autoptr(Diags) said = diags_new();
    const Catalogs catalogs = { catalog_of(bench, variant->locale),
                                catalog_of(bench, variant->second),
                                catalog_of(bench, variant->staff) };
    g_autoptr(Document) document = compose_document(variant, &catalogs, said);

    g_autoptr(Document) sheets = NULL;
    Imposition imposition;
    if (target->imposed) {
        imposition = imposition_of(target, listing);
        sheets = compose_imposed(document, &imposition, &catalogs, said);
        printed.imposition = &imposition;
        printed.sheets = sheets;
    }
    check_printed(document, &printed, listing, bench->today, diags);
}

static void
report_reader(const Bench *bench, const Target *target, const Readback *read, Diags *diags)
{
    switch (read->end) {
    case READBACK_NO_PROGRAM:
        diag_add(diags, DIAG_READBACK_MISSING, (Where){ bench->reader, 0, 0 },
                 N_("the program cannot be started: %s"), g_strerror(read->number));
        break;
    case READBACK_CRASHED:
        diag_add(diags, DIAG_VERIFY_READER_LOST, whole_file(target),
                 "the PDF reader crashed on it (%s)", strsignal(read->number));
        break;
    case READBACK_FAILED:
        diag_add(diags, DIAG_VERIFY_READER_LOST, whole_file(target),
                 "the PDF reader failed on it (status %d)", read->number);
        break;
    case READBACK_TOO_LONG:
        diag_add(diags, DIAG_VERIFY_READER_LOST, whole_file(target),
                 "the PDF reader was not done with it after %d seconds", READBACK_SECONDS);
        break;
    case READBACK_TOO_MUCH:
        diag_add(diags, DIAG_VERIFY_READER_LOST, whole_file(target),
                 "the PDF reader found more in it than any leaflet has");
        break;
    case READBACK_DONE:
        break;
    }
}

static void
inspect(Bench *bench, const Target *target, Diags *diags)
{
    const Output *output = output_of_file(target->path);

    if (!compare_bytes(target, diags) || output == NULL || !output->for_readers)
        return;

    Readback read = readback_run(bench->reader, target->path);
    g_autofree char *listing = read.listing;
    if (listing != NULL)
        compare_content(bench, target, listing, diags);
    else
        report_reader(bench, target, &read, diags);
}

static GVariant *
inspect_in_worker(int job, void *user)
{
    Bench *bench = user;
    g_autoptr(Diags) diags = diags_new();

    if (bench->catalogs == NULL)
        bench->catalogs = g_new0(Catalog *, bench->project->locales.count);
    inspect(bench, target_at(bench->targets, job), diags);
    return diags_to_variant(diags);
}

/* --- all files, in the parent -------------------------------------------------------------- */

static void
show_progress(int job, WorkerResult *result, int done, void *user)
{
    const Bench *bench = user;

    (void) job;
    (void) result;
    progress_show(bench->progress, done);
}

static void
collect(const Bench *bench, const GArray *results, Diags *diags)
{
    int skipped = 0;

    for (guint i = 0; i < results->len; i++) {
        const WorkerResult *result = &g_array_index(results, WorkerResult, i);

        if (result->end == WORKER_DONE)
            diags_add_variant(diags, result->answer);
        else if (result->end == WORKER_SKIPPED)
            skipped++;
        else
            diag_add(diags, DIAG_VERIFY_READER_LOST,
                     whole_file(target_at(bench->targets, (int) i)),
                     "the process that compared it was lost");
    }
    if (skipped > 0)
        diag_add(diags, DIAG_INTERRUPTED, nowhere,
                 "stopped before the end: %d of %u files were not looked at", skipped,
                 results->len);
}

/* A worker has the catalogs of a locale warm. */
static int *
locale_of_each(const GArray *targets, const Project *project)
{
    int *locales = g_new0(int, targets->len + 1);

    for (guint i = 0; i < targets->len; i++)
        locales[i] = (int) (variant_reader(&target_at(targets, (int) i)->variant) -
                            project->locales.items);
    return locales;
}

void
inspect_targets(const GArray *targets, const Project *project, const Options *options,
                Diags *diags)
{
    g_autofree char *reader = locate_readback();
    g_autofree int *locales = locale_of_each(targets, project);
    Bench bench = { .targets = targets,
                    .project = project,
                    .today = options->today,
                    .reader = reader,
                    .progress = progress_new(options, (int) targets->len) };
    const WorkersPlan plan = { .job_count = (int) targets->len,
                               .worker_count = options->workers,
                               .groups = locales,
                               .limit_ms = LIMIT_SECONDS * 1000,
                               .memory_limit = memory_limit,
                               .answer_type = G_VARIANT_TYPE(DIAGS_VARIANT_TYPE),
                               .make = inspect_in_worker,
                               .over = show_progress,
                               .user = &bench };
    g_autoptr(GArray) results = workers_run(&plan);

    progress_free(bench.progress);
    collect(&bench, results, diags);
}
