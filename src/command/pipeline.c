#include "command/pipeline.h"

#include "command/files.h"
#include "base/file.h"
#include "base/stages.h"
#include "check/check.h"
#include "layout/layout.h"
#include "translate/translate.h"

#include <string.h>

enum { WARM_SHAPES = 3 }; /* locales whose shapes are kept: some megabytes each */

static const Where nowhere = { NULL, 0, 0 };

/* What was said on loading belongs to every leaflet that uses it: which one came first in this
 * process is chance. */
typedef struct LoadedCatalog {
    Catalog *catalog;
    Diags *diags;
} LoadedCatalog;

typedef struct WarmShapes {
    const Locale *locale;
    Shapes *shapes;
} WarmShapes;

struct Pipeline {
    const Plan *plan;
    Fonts *fonts;
    Diags *fonts_diags;
    LoadedCatalog *catalogs;      /* one a locale of the project, loaded when first needed */
    WarmShapes warm[WARM_SHAPES]; /* the last used is the first */
    Painter *painter;
};

Pipeline *
pipeline_new(const Plan *plan)
{
    Pipeline *pipeline = g_new0(Pipeline, 1);

    Stage outer = stages_enter(STAGE_FONTS);
    pipeline->plan = plan;
    pipeline->fonts_diags = diags_new();
    pipeline->fonts = fonts_new(plan->project, pipeline->fonts_diags);
    pipeline->catalogs = g_new0(LoadedCatalog, plan->project->locales.count);
    pipeline->painter = painter_new();
    stages_enter(outer);
    return pipeline;
}

void
pipeline_free(Pipeline *pipeline)
{
    if (pipeline == NULL)
        return;
    for (int i = 0; i < pipeline->plan->project->locales.count; i++) {
        catalog_free(pipeline->catalogs[i].catalog);
        diags_free(pipeline->catalogs[i].diags);
    }
    g_free(pipeline->catalogs);
    for (int i = 0; i < WARM_SHAPES; i++)
        shapes_free(pipeline->warm[i].shapes);
    painter_free(pipeline->painter);
    fonts_free(pipeline->fonts);
    diags_free(pipeline->fonts_diags);
    g_free(pipeline);
}

static void
load_catalog(const Plan *plan, const Locale *locale, LoadedCatalog *loaded)
{
    Stage outer = stages_enter(STAGE_TRANSLATIONS);

    loaded->diags = diags_new();
    loaded->catalog = catalog_load(plan->project, locale, loaded->diags);
    if (plan->gate != NULL)
        catalog_check_for_release(plan->project, locale, loaded->diags);
    stages_enter(outer);
}

/* NULL for no locale. */
static const Catalog *
catalog_of(Pipeline *pipeline, const Locale *locale, Diags *diags)
{
    if (locale == NULL)
        return NULL;
    const Plan *plan = pipeline->plan;
    LoadedCatalog *loaded = &pipeline->catalogs[locale - plan->project->locales.items];
    if (loaded->catalog == NULL)
        load_catalog(plan, locale, loaded);
    diags_add_all(diags, loaded->diags);
    return loaded->catalog;
}

static Shapes *
shapes_of(Pipeline *pipeline, const Locale *locale)
{
    WarmShapes *warm = pipeline->warm;
    int at = 0;

    while (at < WARM_SHAPES - 1 && warm[at].locale != locale)
        at++;

    WarmShapes used = warm[at];
    if (used.locale != locale) {
        shapes_free(used.shapes);
        used = (WarmShapes){ locale, shapes_new(pipeline->fonts) };
    }
    for (; at > 0; at--)
        warm[at] = warm[at - 1];
    warm[0] = used;
    return used.shapes;
}

GPtrArray *
pipeline_draw(const Pipeline *pipeline, const Output *output, const Pages *pages, Diags *diags)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *files = output->make(pipeline->painter, pages, &pipeline->plan->settings, &error);

    if (files == NULL)
        diag_add(diags, DIAG_DRAWING_FAILED, nowhere, "%s: %s", output->name, error->message);
    return files;
}

static bool
write_bytes(const Plan *plan, const char *path, GBytes *bytes, GError **error)
{
    return plan->aside != NULL ? file_write_aside(plan->aside, path, bytes, error)
                               : file_write(path, bytes, error);
}

void
pipeline_write(const Pipeline *pipeline, const char *stem, const Output *output,
               const OutputFile *file, Made *made)
{
    g_autofree char *name =
        g_strconcat(output->folder != NULL ? output->folder : "",
                    output->folder != NULL ? "/" : "", stem, file->suffix, NULL);
    g_autofree char *path = g_build_filename(pipeline->plan->folder, name, NULL);
    g_autoptr(GError) error = NULL;

    if (!write_bytes(pipeline->plan, path, file->bytes, &error)) {
        diag_add(made->diags, DIAG_CANNOT_WRITE, (Where){ path, 0, 0 }, "%s", error->message);
        return;
    }

    MadeFile written = { g_steal_pointer(&name),
                         g_strdup(output->name),
                         g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, file->bytes),
                         g_bytes_get_size(file->bytes),
                         { 0 } };
    stamp_of(path, &written.stamp);
    g_array_append_val(made->files, written);
}

static int
compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *) a, *(const char *const *) b);
}

/* What `recall` asks for later. */
static void
note_sources(Made *made, const Document *document)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

    for (int i = 0; i < document->contact_count; i++) {
        const Contact *contact = document->contacts[i];
        const MadeContact printed = { g_strdup(contact->id), g_strdup(contact->phone.show) };

        g_array_append_val(made->contacts, printed);
    }
    for (int i = 0; i < document->text_count; i++)
        if (g_hash_table_add(seen, (gpointer) document->texts[i].text->context))
            g_ptr_array_add(made->texts, g_strdup(document->texts[i].text->context));
    g_ptr_array_sort(made->texts, compare_texts);
}

static void
note_pages(Made *made, const Pages *pages)
{
    note_sources(made, pages->document);
    made->pages = pages->page_count;
    made->body_size = pages->body_size;
    made->less = pages->document->variant.format->less;
    g_free(made->edition);
    made->edition = g_strdup(pages->document->edition);
    made->contacts_until = pages->document->contacts_until;
}

static Catalogs
catalogs_of(Pipeline *pipeline, const Variant *variant, Diags *diags)
{
    return (Catalogs){ catalog_of(pipeline, variant->locale, diags),
                       catalog_of(pipeline, variant->second, diags),
                       catalog_of(pipeline, variant->staff, diags) };
}

static void
note_less(const Variant *wanted, const Variant *made, bool fits, Diags *diags)
{
    g_autofree char *locales = variant_locales(wanted);

    if (fits && made->format->less > 0)
        diag_add(diags, DIAG_LESS_INCLUDED, made->format->where,
                 "%s %s %s %s: not all of it fits, so the leaflet has less in it, as 'instead' "
                 "says (%d)",
                 wanted->pack->id, locales, wanted->audience->id, wanted->format->id,
                 made->format->less);
}

/* What was too long for more, unless an attempt at even more has told. */
static void
keep_budgets(const Diags *said, Diags *kept)
{
    unsigned count = diags_count(kept) > 0 ? 0 : diags_count(said);

    for (unsigned i = 0; i < count; i++) {
        const Diag *diag = diags_find(said, i);

        if (diag->code == DIAG_OVER_BUDGET)
            diag_add(kept, diag->code, diag->where, "%s", diag->message);
    }
}

/* A leaflet that does not fit is tried again with what its format includes instead. */
static Pages *
lay_out(const Variant *wanted, const Catalogs *catalogs, Shapes *shapes, Document **document,
        Diags *diags)
{
    Variant variant = *wanted;
    g_autoptr(Diags) too_long = diags_new();

    for (;;) {
        g_autoptr(Diags) said = diags_new();
        Stage outer = stages_enter(STAGE_COMPOSING);
        Document *composed = compose_document(&variant, catalogs, said);
        stages_enter(STAGE_FITTING);
        Pages *pages = layout_document(composed, shapes, said);
        stages_enter(outer);

        if (!pages->overflows || variant.format->instead == NULL) {
            diags_add_all(diags, said);
            note_less(wanted, &variant, !pages->overflows, diags);
            if (!pages->overflows)
                diags_add_all(diags, too_long);
            *document = composed;
            return pages;
        }
        keep_budgets(said, too_long);
        pages_free(pages);
        document_free(composed);
        variant.format = variant.format->instead;
    }
}

/* The same without placing anything. */
static Fit *
measure(const Plan *plan, const Variant *wanted, const Catalogs *catalogs, Shapes *shapes,
        Diags *diags)
{
    Variant variant = *wanted;

    for (;;) {
        g_autoptr(Diags) said = diags_new();
        g_autoptr(Document) document = compose_document(&variant, catalogs, said);
        Fit *fit = fit_document(document, shapes, plan->budgets, said);

        if (fit->fits || variant.format->instead == NULL) {
            diags_add_all(diags, said);
            note_less(wanted, &variant, fit->fits, diags);
            return fit;
        }
        fit_free(fit);
        variant.format = variant.format->instead;
    }
}

Fit *
pipeline_fit(Pipeline *pipeline, int index, Diags *diags)
{
    const Variant *variant = &pipeline->plan->jobs->items[index].variant;

    diags_add_all(diags, pipeline->fonts_diags);
    if (diags_have_errors(diags))
        return NULL;
    const Catalogs catalogs = catalogs_of(pipeline, variant, diags);
    Shapes *shapes = shapes_of(pipeline, variant->staff);
    shapes_trim(shapes);
    return measure(pipeline->plan, variant, &catalogs, shapes, diags);
}

Made *
pipeline_look(Pipeline *pipeline, int index, PipelineLook look, const void *user)
{
    const Job *job = &pipeline->plan->jobs->items[index];
    Made *made = made_new();
    Diags *diags = made->diags;

    diags_add_all(diags, pipeline->fonts_diags);
    if (diags_have_errors(diags))
        return made;
    Shapes *shapes = shapes_of(pipeline, variant_reader(&job->variant));
    shapes_trim(shapes);

    const Catalogs catalogs = catalogs_of(pipeline, &job->variant, diags);
    g_autoptr(Document) document = NULL;
    g_autoptr(Pages) pages = lay_out(&job->variant, &catalogs, shapes, &document, diags);
    const Leaflet leaflet = { job, document, pages, shapes, &catalogs };
    note_pages(made, pages);
    look(pipeline, &leaflet, made, user);
    return made;
}

/* A leaflet that is to be handed out: it is written unless something is wrong with it, or it is there. */
static void
judge(Pipeline *pipeline, const Leaflet *leaflet, Made *made, const void *user)
{
    const Plan *plan = pipeline->plan;
    bool current = plan->current != NULL && plan->current[leaflet->job - plan->jobs->items];

    (void) user;
    Stage outer = stages_enter(STAGE_CHECKING);
    check_document(leaflet->document, plan->today, made->diags);
    check_pages(leaflet->pages, made->diags);
    if (plan->gate != NULL)
        gate_check(plan->gate, leaflet->document, leaflet->catalogs, made);
    stages_enter(outer);
    if (!leaflet->pages->overflows && !diags_have_errors(made->diags) && !current)
        files_write_leaflet(pipeline, plan, leaflet, made);
}

Made *
pipeline_run(Pipeline *pipeline, int index)
{
    return pipeline_look(pipeline, index, judge, NULL);
}

/* --- several on one sheet ------------------------------------------------------------------ */

/* What a sheet shows: all of it must last until the sheet is drawn. */
typedef struct Shown {
    GPtrArray *documents, *pages;
    Shapes *shapes; /* never trimmed on the way */
} Shown;

static void
lay_out_shown(Pipeline *pipeline, const Shown *shown, const Job *job, Diags *diags)
{
    const Catalogs catalogs = catalogs_of(pipeline, &job->variant, diags);
    Document *document;

    g_ptr_array_add(shown->pages,
                    lay_out(&job->variant, &catalogs, shown->shapes, &document, diags));
    g_ptr_array_add(shown->documents, document);
}

Made *
pipeline_together(Pipeline *pipeline, const GArray *jobs, PipelineShow show, const void *user)
{
    Made *made = made_new();

    diags_add_all(made->diags, pipeline->fonts_diags);
    if (diags_have_errors(made->diags))
        return made;
    g_autoptr(Shapes) shapes = shapes_new(pipeline->fonts);
    g_autoptr(GPtrArray) documents =
        g_ptr_array_new_with_free_func((GDestroyNotify) document_free);
    g_autoptr(GPtrArray) pages = g_ptr_array_new_with_free_func((GDestroyNotify) pages_free);
    const Shown shown = { documents, pages, shapes };

    for (guint i = 0; i < jobs->len; i++) {
        int job = g_array_index(jobs, int, i);

        lay_out_shown(pipeline, &shown, &pipeline->plan->jobs->items[job], made->diags);
    }
    show(pipeline, (const Pages *const *) pages->pdata, (int) pages->len, shapes, made, user);
    return made;
}

static void
show_sheet(Pipeline *pipeline, const Pages *const *leaflets, int count, Shapes *shapes,
           Made *made, const void *user)
{
    const SheetPlan *plan = user;
    const Sheet sheet = { leaflets, count, plan->by_locale };
    g_autoptr(Document) document = compose_sheet(&sheet);
    g_autoptr(Pages) pages = layout_sheet(&sheet, document, shapes);

    note_pages(made, pages);
    files_write(pipeline, pipeline->plan, plan->name, pages, shapes, made);
}

Made *
pipeline_sheet(Pipeline *pipeline, const SheetPlan *plan)
{
    return pipeline_together(pipeline, plan->jobs, show_sheet, plan);
}
