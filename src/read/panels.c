#include "read/panels.h"

#include "read/private.h"
#include "read/values.h"

#include <math.h>
#include <string.h>

static const double nearly = 0.01; /* points; lengths that differ less are equal */

static double
right_of(Rect rect)
{
    return rect.x + rect.width;
}

static double
bottom_of(Rect rect)
{
    return rect.y + rect.height;
}

static double
given(double length, double otherwise)
{
    return length < 0 ? otherwise : length;
}

static Margins
margins_of(const PanelEntry *entry, const Node *node, Margins format)
{
    const Margins *own = &entry->margins;

    if (node_find(node, "margins") == NULL)
        return format;
    return (Margins){ .outer = given(own->outer, format.outer),
                      .fold = given(own->fold, format.fold),
                      .hang = given(own->hang, format.hang),
                      .foot = given(own->foot, format.foot),
                      .band = given(own->band, format.band) };
}

static void
place_frame(Panel *panel, Size sheet, Margins margins)
{
    bool starts_sheet = panel->area.x <= nearly;
    bool ends_sheet = right_of(panel->area) >= sheet.width - nearly;
    double left = starts_sheet ? margins.outer : margins.fold;
    double right = ends_sheet ? margins.outer : margins.fold;

    panel->frame = (Rect){ panel->area.x + left, panel->area.y + margins.hang,
                           panel->area.width - left - right,
                           panel->area.height - margins.hang - margins.foot };
    panel->band = panel->area.y + margins.band;
}

static bool
lies_within(Rect rect, Size sheet, double edge)
{
    return rect.x >= edge - nearly && rect.y >= edge - nearly &&
           right_of(rect) <= sheet.width - edge + nearly &&
           bottom_of(rect) <= sheet.height - edge + nearly;
}

static void
check_place(Binder *binder, const Panel *panel, const Format *format)
{
    if (!lies_within(panel->area, format->sheet, 0))
        diag_add(binder->diags, DIAG_PANEL_OFF_SHEET, panel->where,
                 "the panel '%s' ends at %g, %g mm, but the sheet is %g x %g mm", panel->id,
                 to_mm(right_of(panel->area)), to_mm(bottom_of(panel->area)),
                 to_mm(format->sheet.width), to_mm(format->sheet.height));
    else if (panel->frame.width <= 0 || panel->frame.height <= 0)
        diag_add(binder->diags, DIAG_BAD_NUMBER, panel->where,
                 "the margins of the panel '%s' leave no room for text", panel->id);
    else if (!lies_within(panel->frame, format->sheet, format->safe))
        diag_add(binder->diags, DIAG_PANEL_OFF_SHEET, panel->where,
                 "the text of the panel '%s' comes nearer to the sheet's edge than %g mm (safe)",
                 panel->id, to_mm(format->safe));
}

static bool
overlap(Rect a, Rect b)
{
    return a.x < right_of(b) - nearly && b.x < right_of(a) - nearly &&
           a.y < bottom_of(b) - nearly && b.y < bottom_of(a) - nearly;
}

static void
check_overlaps(Binder *binder, const FormatFile *file, int index)
{
    const Panel *panel = &file->panels.items[index].panel;

    for (int i = 0; i < index; i++) {
        const Panel *other = &file->panels.items[i].panel;

        if (other->side == panel->side && overlap(other->area, panel->area))
            diag_add(binder->diags, DIAG_PANEL_OVERLAP, panel->where,
                     "the panel '%s' lies on the panel '%s'", panel->id, other->id);
    }
}

static int
compare_lengths(const void *a, const void *b)
{
    double left = *(const double *) a, right = *(const double *) b;

    return (left > right) - (left < right);
}

/* Where panels meet inside the sheet, there the paper is folded. */
static void
find_folds(Binder *binder, FormatFile *file, int side)
{
    g_autoptr(GArray) edges = g_array_new(FALSE, FALSE, sizeof(double));
    double *folds = arena_new_array(binder->arena, double, 2 * file->panels.count);
    int count = 0;

    for (int i = 0; i < file->panels.count; i++) {
        const Panel *panel = &file->panels.items[i].panel;
        double ends[] = { panel->area.x, right_of(panel->area) };

        if (panel->side == side)
            g_array_append_vals(edges, ends, 2);
    }
    g_array_sort(edges, compare_lengths);
    for (guint i = 0; i < edges->len; i++) {
        double x = g_array_index(edges, double, i);
        bool inside = x > nearly && x < file->format.sheet.width - nearly;

        if (inside && (count == 0 || x - folds[count - 1] > nearly))
            folds[count++] = x;
    }
    set_list(&file->format.folds[side], folds, count);
}

static void
check_holds(Binder *binder, const FormatFile *file)
{
    bool holding = false;

    for (int i = 0; i < file->panels.count; i++) {
        const PanelEntry *entry = &file->panels.items[i];

        holding |= entry->holds.count > 0;
        if (!holding)
            diag_add(binder->diags, DIAG_MISSING_KEY, entry->panel.where,
                     "the panel '%s' holds nothing, and no panel before it goes on in it",
                     entry->panel.id);
    }
}

static void
check_footer(Binder *binder, const Node *node, const Format *format)
{
    if (format->running_footer_top > format->sheet.height - format->safe)
        diag_add(binder->diags, DIAG_PANEL_OFF_SHEET, node_find(node, "running_footer")->where,
                 "the running footer begins at %g mm, below what may be printed",
                 to_mm(format->running_footer_top));
}

void
place_panels(Binder *binder, const Node *node, void *format_file)
{
    FormatFile *file = format_file;
    const Node *panel_nodes = node_find(node, "panels");

    for (int i = 0; i < file->panels.count; i++) {
        PanelEntry *entry = &file->panels.items[i];
        Panel *panel = &entry->panel;

        panel->side--;
        if (panel->area.height < 0)
            panel->area.height = file->format.sheet.height - panel->area.y;
        place_frame(panel, file->format.sheet,
                    margins_of(entry, panel_nodes->items[i], file->margins));
        check_place(binder, panel, &file->format);
        check_overlaps(binder, file, i);
    }
    check_holds(binder, file);
    check_footer(binder, node, &file->format);
    find_folds(binder, file, 0);
    find_folds(binder, file, 1);
}

/* Built in, and not sections of a pack. */
static const char *const built_in[] = { "cover", "picture", "field", "colophon", "rest" };

static void
check_sections(Reader *reader, const Format *format, const Pack *pack)
{
    if (format_names_section(format, "rest"))
        return;
    for (int i = 0; i < pack->sections.count; i++) {
        const Section *section = &pack->sections.items[i];

        if (section->priority <= format->priority_sections &&
            !format_names_section(format, section->id))
            diag_add(reader->binder.diags, DIAG_SECTION_WITHOUT_PANEL, format->where,
                     "no panel of '%s' holds the section '%s' of '%s', nor the rest",
                     format->id, section->id, pack->id);
    }
}

static bool
is_taken(const char *id)
{
    for (size_t i = 0; i < G_N_ELEMENTS(built_in); i++)
        if (strcmp(id, built_in[i]) == 0)
            return true;
    return strcmp(id, "draft") == 0; /* the band, which no panel names */
}

void
check_section_ids(Reader *reader, const Pack *pack)
{
    for (int i = 0; i < pack->sections.count; i++) {
        const Section *section = &pack->sections.items[i];

        if (is_taken(section->id))
            diag_add(reader->binder.diags, DIAG_BAD_ID, section->where,
                     "formats mean something of their own by '%s'; call the section otherwise",
                     section->id);
    }
}

static GPtrArray *
section_names(const Project *project)
{
    GPtrArray *names = g_ptr_array_new();

    for (size_t i = 0; i < G_N_ELEMENTS(built_in); i++)
        g_ptr_array_add(names, (gpointer) built_in[i]);
    for (int i = 0; i < project->sheets.count; i++)
        g_ptr_array_add(names, (gpointer) project->sheets.items[i].id);
    for (int i = 0; i < project->packs.count; i++)
        for (int j = 0; j < project->packs.items[i].sections.count; j++)
            g_ptr_array_add(names, (gpointer) project->packs.items[i].sections.items[j].id);
    return names;
}

/* An installed format names the sections of the installed packs; a project of one's own may do
 * without them. */
static bool
is_installed(const Project *project, const char *file)
{
    return strcmp(project->root, project->data_dir) != 0 &&
           g_str_has_prefix(file, project->data_dir);
}

/* A name on a panel that no pack has is a slip: its section would flow into another panel. */
static void
check_names(Reader *reader)
{
    g_autoptr(GPtrArray) names = section_names(reader->project);

    for (guint i = 0; i < reader->panel_sections->len; i++) {
        const Name *name = &g_array_index(reader->panel_sections, Name, i);

        if (g_ptr_array_find_with_equal_func(names, name->text, g_str_equal, NULL) ||
            is_installed(reader->project, name->where.file))
            continue;
        g_autofree char *hint =
            known_names_hint(name->text, (const char *const *) names->pdata, (int) names->len);
        diag_add(reader->binder.diags, DIAG_UNKNOWN_REFERENCE, name->where,
                 "'%s' is no section of any pack or sheet%s", name->text, hint);
    }
}

void
check_panels(Reader *reader)
{
    const Project *project = reader->project;

    if (!binder_has_all(&reader->binder, PART_FORMATS | PART_SHEETS | PART_PACKS) ||
        project->packs.count == 0)
        return;
    check_names(reader);
    for (int i = 0; i < project->formats.count; i++)
        for (int j = 0; j < project->packs.count; j++)
            check_sections(reader, &project->formats.items[i], &project->packs.items[j]);
}
