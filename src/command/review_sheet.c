/* `review sheet`: what a reviewer reads, on paper and as a table. */
#include "command/review.h"

#include "base/csv.h"
#include "base/file.h"
#include "check/check.h"
#include "layout/layout.h"
#include "output/output.h"
#include "translate/compose_review.h"

#include <glib/gi18n.h>
#include <string.h>

/* Columns that `review comments` and `review sign --sheet` find again by these names. */
static const char head[] =
    "number,pack,role,locale,context,status,for,source,translation,comment,answer,digest\r\n";

static void
add_row(GString *table, const ReviewSheet *sheet, guint index, Arena *arena)
{
    const Standing *standing = &g_array_index(sheet->standings, Standing, index);
    const Statement *statement = &standing->statement;
    const Reviewer *reviewer = sheet->reviewer;
    g_autofree char *number = g_strdup_printf("%u", index + 1);
    const char *const fields[] = { number,
                                   reviewer->pack->id,
                                   reviewer->role,
                                   reviewer->locale == NULL ? NULL : reviewer->locale->tag,
                                   statement->context,
                                   statement->status,
                                   statement->applies_to,
                                   statement->msgid,
                                   compose_review_translation(sheet, standing, arena),
                                   NULL,
                                   NULL,
                                   standing->digest };

    csv_append_row(table, fields, G_N_ELEMENTS(fields));
}

static GBytes *
table_of(const ReviewSheet *sheet, Arena *arena)
{
    GString *table = g_string_new(head);

    for (guint i = 0; i < sheet->standings->len; i++)
        add_row(table, sheet, i, arena);
    return g_string_free_to_bytes(table);
}

/* NULL, and it is reported why, when it cannot be printed. */
static GBytes *
paper_of(Desk *desk, const ReviewSheet *sheet)
{
    g_autoptr(Fonts) fonts = fonts_new(desk->project, desk->diags);
    if (diags_have_errors(desk->diags))
        return NULL;
    const OutputSettings settings = { .dpi = desk->options->dpi, .date = desk->options->dated };
    g_autoptr(Shapes) shapes = shapes_new(fonts);
    g_autoptr(Document) document = compose_review(sheet);
    g_autoptr(Pages) pages = layout_document(document, shapes, desk->diags);
    Painter *painter = painter_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) files =
        diags_have_errors(desk->diags)
            ? NULL
            : output_find("pdf")->make(painter, pages, &settings, &error);
    GBytes *bytes = files == NULL ? NULL : g_bytes_ref(((OutputFile *) files->pdata[0])->bytes);

    if (error != NULL)
        diag_add(desk->diags, DIAG_DRAWING_FAILED, (Where){ 0 }, "%s", error->message);
    painter_free(painter);
    return bytes;
}

static void
write_file(Desk *desk, const char *name, const char *ending, GBytes *bytes)
{
    g_autofree char *file = g_strconcat(name, ending, NULL);
    g_autofree char *path = g_build_filename(desk->options->out, file, NULL);
    g_autoptr(GError) error = NULL;

    if (!file_write(path, bytes, &error))
        diag_add(desk->diags, DIAG_CANNOT_WRITE, (Where){ path, 0, 0 }, "%s", error->message);
    else if (!desk->options->quiet)
        printf("  %s\n", path);
}

static void
write_sheet(Desk *desk, const ReviewSheet *sheet)
{
    const Pack *pack = desk->pack;
    g_autofree char *who = reviewer_name(sheet->reviewer);
    bool beside = sheet->shown != NULL && sheet->reviewer->locale == NULL;
    g_autofree char *name =
        g_strdup_printf("REVIEW_%s_%s_%s%s%s", pack->code, pack->version, who,
                        beside ? "_" : "", beside ? sheet->shown->tag : "");
    g_autoptr(GBytes) paper = paper_of(desk, sheet);
    g_autoptr(GBytes) table = table_of(sheet, desk->arena);

    if (paper == NULL)
        return;
    write_file(desk, name, ".pdf", paper);
    write_file(desk, name, ".csv", table);
    if (!desk->options->quiet)
        printf(_("%u texts; print on both sides, or send the table. Take it in with 'rightspack "
                 "review comments %s.csv'\n"),
               sheet->standings->len, name);
}

void
review_sheet(Desk *desk)
{
    Reviewer reviewer;
    const Locale *shown;
    const Catalog *catalog;

    if (!desk_reader(desk, &reviewer, &shown, &catalog))
        return;
    g_autoptr(GArray) standings =
        standing_find(desk->messages, desk->reviews, &reviewer, desk->arena);
    const ReviewSheet sheet = { desk->messages, &reviewer, standings, shown, catalog };

    if (!diags_have_errors(desk->diags))
        write_sheet(desk, &sheet);
}
