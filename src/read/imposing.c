/* How pages stand on the sheets of a printer: schemes, and papers that they fit on. */
#include "read/panels.h"

#include "model/impose.h"
#include "read/values.h"

#include <glib/gi18n.h>
#include <string.h>

static const Choice schemes[] = { { "saddle", SCHEME_SADDLE },
                                  { "repeat", SCHEME_REPEAT },
                                  { 0 } };

/* Upright, in millimetres (ISO 216, ISO 217, ANSI/ASME Y14.1). */
static const struct {
    const char *name;
    double width, height;
} sizes[] = {
    { "A3", 297, 420 },   { "A4", 210, 297 },         { "SRA3", 320, 450 },
    { "SRA4", 225, 320 }, { "Letter", 215.9, 279.4 }, { "Tabloid", 279.4, 431.8 },
};

/* A paper as its file writes it. */
typedef struct PaperEntry {
    Paper paper;
    bool landscape;
} PaperEntry;

static const Field paper_fields[] = {
    { "paper", FIELD_STRING, REQUIRED, AT(PaperEntry, paper.name) },
    { "landscape", FIELD_BOOL, OPTIONAL, AT(PaperEntry, landscape) },
    { "columns", FIELD_INT, OPTIONAL, AT(PaperEntry, paper.columns), .least = 1, .most = 20,
      .otherwise = 1 },
    { "rows", FIELD_INT, OPTIONAL, AT(PaperEntry, paper.rows), .least = 1, .most = 20,
      .otherwise = 1 },
    { "gutter", FIELD_MM, OPTIONAL, AT(PaperEntry, paper.gutter), .most = 40 },
    { 0 },
};
static const Type paper_type = { .noun = N_("a sheet that pages stand on"),
                                 .fields = paper_fields,
                                 .size = sizeof(PaperEntry),
                                 .where = offsetof(PaperEntry, paper.where) };

static void
find_size(Binder *binder, const Node *node, PaperEntry *entry)
{
    const char *names[G_N_ELEMENTS(sizes)];
    Paper *paper = &entry->paper;

    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        double width = entry->landscape ? sizes[i].height : sizes[i].width;
        double height = entry->landscape ? sizes[i].width : sizes[i].height;

        names[i] = sizes[i].name;
        if (strcmp(paper->name, names[i]) == 0)
            paper->size = (Size){ mm(width), mm(height) };
    }
    if (paper->size.width > 0)
        return;
    g_autofree char *hint = known_names_hint(paper->name, names, G_N_ELEMENTS(names));
    diag_add(binder->diags, DIAG_UNKNOWN_REFERENCE, node_find(node, "paper")->where,
             "'%s' is no paper%s", paper->name, hint);
}

static void
bind_papers(Binder *binder, const Node *node, void *out)
{
    if (!node_is(binder, node, NODE_LIST, "sheets", N_("a list")))
        return;
    Paper *papers = arena_new_array(binder->arena, Paper, node->count);
    for (int i = 0; i < node->count; i++) {
        PaperEntry entry = { 0 };

        bind_map(binder, node->items[i], &paper_type, NULL, &entry);
        if (entry.paper.name != NULL)
            find_size(binder, node->items[i], &entry);
        papers[i] = entry.paper;
    }
    if (node->count == 0)
        diag_add(binder->diags, DIAG_MISSING_KEY, node->where,
                 "pages are to stand on a sheet, but none is named");
    set_list(out, papers, node->count);
}

static const Field impose_fields[] = {
    { "scheme", FIELD_CHOICE, REQUIRED, AT(FormatFile, format.scheme), .choices = schemes },
    { "sheets", FIELD_CUSTOM, REQUIRED, AT(FormatFile, format.papers), .bind = bind_papers },
    { "thickness", FIELD_MM, OPTIONAL, AT(FormatFile, format.thickness), .most = 1 },
    { "cut_marks", FIELD_BOOL, OPTIONAL, AT(FormatFile, format.cut_marks) },
    { 0 },
};
const Type impose_type = { .noun = N_("how pages stand on sheets"), .fields = impose_fields };

static const Field pages_fields[] = {
    { "least", FIELD_INT, OPTIONAL, AT(FormatFile, format.pages_least), .least = 1, .most = 400 },
    { "most", FIELD_INT, OPTIONAL, AT(FormatFile, format.pages_most), .least = 1, .most = 400 },
    { "multiple", FIELD_INT, OPTIONAL, AT(FormatFile, format.pages_multiple), .least = 1,
      .most = 16, .otherwise = 1 },
    { 0 },
};
const Type pages_type = { .noun = N_("how many pages there are"), .fields = pages_fields };

static void
check_papers(Binder *binder, const Format *format)
{
    for (int i = 0; i < format->papers.count; i++) {
        const Paper *paper = &format->papers.items[i];
        const Imposition imposition = impose_new(format, paper, 0, 1, false);
        Rect block = impose_block(&imposition);

        if (block.x < -NEARLY / 100.0 || block.y < -NEARLY / 100.0)
            diag_add(binder->diags, DIAG_PANEL_OFF_SHEET, paper->where,
                     "the pages take %g x %g mm, but %s has %g x %g mm", to_mm(block.width),
                     to_mm(block.height), paper->name, to_mm(paper->size.width),
                     to_mm(paper->size.height));
    }
}

/* No text flows on to the last page, or from it. */
void
check_imposing(Binder *binder, const Format *format)
{
    check_papers(binder, format);
    for (int i = 0; i < format->panels.count; i++) {
        const Panel *panel = &format->panels.items[i];

        if (panel->last && (i < format->panels.count - 1 || panel->repeat))
            diag_add(binder->diags, DIAG_BAD_NUMBER, panel->where,
                     "the panel '%s' stands on the last page, so it comes last of all, and once",
                     panel->id);
    }
}
