#include "command/order.h"

#include "translate/translate.h"

#include <string.h>

/* A pile of sheets is folded once; what pages are folded by, they are also when they were cut out of a sheet. */
static void
set_folds(JobSheetFile *told, const Format *format, const Printing *printing, Arena *arena)
{
    if (printing->scheme == SCHEME_SADDLE) {
        Fold *middle = arena_alloc(arena, sizeof *middle);

        *middle =
            (Fold){ .at = printing->size.width / 2, .mountain = true }; /* the cover is out */
        told->folded = printing->size;
        told->folds = middle;
        told->fold_count = 1;
    } else {
        told->folded = format->sheet;
        told->folds = format->folds.items;
        told->fold_count = format->folds.count;
    }
}

/* A leaflet's files that are for paper. */
static void
add_files(GArray *files, const JobSheetPlan *plan, int index, const Pages *leaflet, Arena *arena)
{
    const Ordered *ordered = plan->ordered;
    const Job *job = &ordered->batch->jobs->items[index];
    const Made *made = ordered->made->pdata[index];

    for (guint i = 0; i < made->files->len; i++) {
        const MadeFile *file = &g_array_index(made->files, MadeFile, i);
        Printing printing;

        if (!order_printing(ordered, index, file, &printing))
            continue;
        g_autofree char *size = order_paper_size(&printing);
        JobSheetFile told = { .leaflet = leaflet,
                              .name = file->name,
                              .sha256 = file->sha256,
                              .paper_size = arena_strdup(arena, size),
                              .paper = job->paper,
                              .flip = printing.flip,
                              .scheme = printing.scheme,
                              .pressed = output_find(file->output)->pressed,
                              .sheets = printing.sheets,
                              .up = printing.up,
                              .copies = job->copies,
                              .all_sheets = printing_sheets(&printing, job->copies) };

        set_folds(&told, job->variant.format, &printing, arena);
        g_array_append_val(files, told);
    }
}

char *
job_sheet_stem(const JobSheetPlan *plan)
{
    return plan->count == 1 ? g_strdup(ORDER_JOB_SHEET)
                            : g_strdup_printf("%s-%d", ORDER_JOB_SHEET, plan->number);
}

static void
show(Pipeline *pipeline, const Pages *const *leaflets, int count, Shapes *shapes, Made *made,
     const void *user)
{
    const JobSheetPlan *plan = user;
    const Batch *batch = plan->ordered->batch;
    const char *path = batch_profile_path(batch);
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GArray) files = g_array_new(FALSE, FALSE, sizeof(JobSheetFile));
    g_autofree char *profile = path == NULL ? NULL : g_path_get_basename(path);
    g_autofree char *stem = job_sheet_stem(plan);

    for (int i = 0; i < count; i++)
        add_files(files, plan, g_array_index(plan->jobs, int, i), leaflets[i], arena);
    if (files->len == 0)
        return;
    const JobSheet sheet = { .order = batch->order->name,
                             .profile = profile,
                             .number = plan->number,
                             .of = plan->count,
                             .missing = plan->missing,
                             .files = (const JobSheetFile *) files->data,
                             .count = (int) files->len };
    g_autoptr(Document) document = compose_job_sheet(&sheet);
    g_autoptr(Pages) pages = layout_job_sheet(&sheet, document, shapes);
    const Output *pdf = output_find("pdf");
    g_autoptr(GPtrArray) drawn = pipeline_draw(pipeline, pdf, pages, made->diags);
    if (drawn != NULL)
        pipeline_write(pipeline, stem, pdf, drawn->pdata[0], made);
}

Made *
job_sheet_make(Pipeline *pipeline, const JobSheetPlan *plan)
{
    return pipeline_together(pipeline, plan->jobs, show, plan);
}
