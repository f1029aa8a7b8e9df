#include "command/files.h"

#include "model/impose.h"

/* What each of @outputs makes of @subject: an array of OutputFile each. */
static GPtrArray *
draw(const Pipeline *pipeline, const Output *const *outputs, const Subject *subject,
     Diags *diags)
{
    GPtrArray *drawn = g_ptr_array_new_with_free_func((GDestroyNotify) g_ptr_array_unref);

    for (int i = 0; outputs[i] != NULL; i++) {
        bool imposed = outputs[i]->imposed && subject->imposed != NULL;
        GPtrArray *files = pipeline_draw(pipeline, outputs[i],
                                         imposed ? subject->imposed : subject->pages, diags);

        if (files != NULL)
            g_ptr_array_add(drawn, files);
    }
    return drawn;
}

void
files_write(const Pipeline *pipeline, const Plan *plan, const char *stem,
            const Output *const *outputs, const Subject *subject, Made *made)
{
    unsigned errors = diags_count_severity(made->diags, SEVERITY_ERROR);
    g_autoptr(GPtrArray) drawn = draw(pipeline, outputs, subject, made->diags);

    if (plan->folder == NULL || diags_count_severity(made->diags, SEVERITY_ERROR) > errors)
        return;
    for (unsigned i = 0; i < drawn->len; i++) {
        const GPtrArray *files = drawn->pdata[i];

        for (unsigned k = 0; k < files->len; k++)
            pipeline_write(pipeline, stem, outputs[i], files->pdata[k], made);
    }
}

static bool
wants_imposed(const Output *const *outputs, const Format *format)
{
    for (int i = 0; outputs[i] != NULL; i++)
        if (outputs[i]->imposed)
            return format->scheme != SCHEME_NONE;
    return false;
}

void
files_write_leaflet(const Pipeline *pipeline, const Plan *plan, const Leaflet *leaflet,
                    Made *made)
{
    const Pages *pages = leaflet->pages;
    const Variant *variant = &leaflet->job->variant;
    const Format *format = variant->format;
    g_autofree const Output **outputs = jobs_outputs(plan->jobs, leaflet->job);

    if (!wants_imposed(outputs, format)) {
        files_write(pipeline, plan, leaflet->job->name, outputs, &(Subject){ pages, NULL },
                    made);
        return;
    }
    const Imposition imposition =
        impose_new(format, format_find_paper(format, plan->paper),
                   plan->thickness > 0 ? plan->thickness : format->thickness, pages->page_count,
                   variant->locale->direction == DIRECTION_RTL);
    g_autoptr(Document) words =
        compose_imposed(leaflet->document, &imposition, leaflet->catalogs, made->diags);
    g_autoptr(Pages) imposed = layout_imposed(pages, &imposition, words, leaflet->shapes);
    files_write(pipeline, plan, leaflet->job->name, outputs, &(Subject){ pages, imposed }, made);
}
