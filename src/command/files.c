#include "command/files.h"

#include "base/stages.h"
#include "model/impose.h"

/* What outputs are made of. */
typedef struct Subject {
    const Pages *pages;
    const Pages *imposed; /* the same on sheets; NULL: its format does not say how, or nobody asks */
    const Pages *pressed; /* on those of a press; NULL: nobody asks */
} Subject;

static const Pages *
pages_for(const Output *output, const Subject *subject)
{
    if (output->pressed)
        return subject->pressed;
    return output->imposed && subject->imposed != NULL ? subject->imposed : subject->pages;
}

/* What each of @outputs makes of @subject: an array of OutputFile each. */
static GPtrArray *
draw(const Pipeline *pipeline, const Output *const *outputs, const Subject *subject,
     Diags *diags)
{
    GPtrArray *drawn = g_ptr_array_new_with_free_func((GDestroyNotify) g_ptr_array_unref);

    for (int i = 0; outputs[i] != NULL; i++) {
        Stage outer = stages_enter(STAGE_DRAWING + (Stage) (outputs[i] - output_all()));
        GPtrArray *files =
            pipeline_draw(pipeline, outputs[i], pages_for(outputs[i], subject), diags);

        stages_enter(outer);
        if (files != NULL)
            g_ptr_array_add(drawn, files);
    }
    return drawn;
}

static void
write_subject(const Pipeline *pipeline, const Plan *plan, const char *stem,
              const Output *const *outputs, const Subject *subject, Made *made)
{
    unsigned errors = diags_count_severity(made->diags, SEVERITY_ERROR);
    g_autoptr(GPtrArray) drawn = draw(pipeline, outputs, subject, made->diags);

    if (plan->folder == NULL || diags_count_severity(made->diags, SEVERITY_ERROR) > errors)
        return;
    Stage outer = stages_enter(STAGE_WRITING);
    for (unsigned i = 0; i < drawn->len; i++) {
        const GPtrArray *files = drawn->pdata[i];

        for (unsigned k = 0; k < files->len; k++)
            pipeline_write(pipeline, stem, outputs[i], files->pdata[k], made);
    }
    stages_enter(outer);
}

static bool
wants_imposed(const Output *const *outputs, const Format *format)
{
    for (int i = 0; outputs[i] != NULL; i++)
        if (outputs[i]->imposed)
            return format->scheme != SCHEME_NONE;
    return false;
}

static bool
wants_pressed(const Output *const *outputs)
{
    for (int i = 0; outputs[i] != NULL; i++)
        if (outputs[i]->pressed)
            return true;
    return false;
}

/* Sheets, and the words on them, which live as long; both NULL: nobody asks for them. */
typedef struct Sheets {
    Document *words;
    Pages *pages;
} Sheets;

static void
sheets_clear(Sheets *sheets)
{
    if (sheets->pages == NULL)
        return;
    pages_free(sheets->pages);
    document_free(sheets->words);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Sheets, sheets_clear)

static Sheets
impose(const Plan *plan, const Output *const *outputs, const Leaflet *leaflet, Diags *diags)
{
    const Pages *pages = leaflet->pages;
    const Variant *variant = &leaflet->job->variant;
    const Format *format = variant->format;

    if (!wants_imposed(outputs, format))
        return (Sheets){ NULL, NULL };
    const Imposition imposition =
        impose_new(format, format_find_paper(format, plan->paper),
                   plan->thickness > 0 ? plan->thickness : format->thickness, pages->page_count,
                   variant->locale->direction == DIRECTION_RTL);
    Document *words = compose_imposed(leaflet->document, &imposition, leaflet->catalogs, diags);
    return (Sheets){ words, layout_imposed(pages, &imposition, words, leaflet->shapes) };
}

/* @catalogs NULL: @pages are no leaflet's. */
static Sheets
press(const Output *const *outputs, const Pages *pages, const Catalogs *catalogs,
      Shapes *shapes, Diags *diags)
{
    if (!wants_pressed(outputs))
        return (Sheets){ NULL, NULL };
    Document *words = compose_pressed(pages->document, pages->page_count, catalogs, diags);
    return (Sheets){ words, layout_pressed(pages, words, shapes) };
}

void
files_write(const Pipeline *pipeline, const Plan *plan, const char *stem, const Pages *pages,
            Shapes *shapes, Made *made)
{
    const Output *const *outputs = (const Output *const *) plan->jobs->outputs;
    g_auto(Sheets) pressed = press(outputs, pages, NULL, shapes, made->diags);

    write_subject(pipeline, plan, stem, outputs, &(Subject){ pages, NULL, pressed.pages }, made);
}

void
files_write_leaflet(const Pipeline *pipeline, const Plan *plan, const Leaflet *leaflet,
                    Made *made)
{
    const Pages *pages = leaflet->pages;
    g_autofree const Output **outputs = jobs_outputs(plan->jobs, leaflet->job);
    Stage outer = stages_enter(STAGE_PLACING);
    g_auto(Sheets) imposed = impose(plan, outputs, leaflet, made->diags);
    g_auto(Sheets) pressed =
        press(outputs, pages, leaflet->catalogs, leaflet->shapes, made->diags);
    stages_enter(outer);

    write_subject(pipeline, plan, leaflet->job->name, outputs,
                  &(Subject){ pages, imposed.pages, pressed.pages }, made);
}
