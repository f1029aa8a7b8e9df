#include "read/panels.h"

#include "read/private.h"
#include "read/values.h"

#include <math.h>
#include <string.h>

static const double nearly = NEARLY / 100.0; /* points */

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
                      .band = given(own->band, format.band),
                      .inner = format.inner };
}

/* Whether each side of a panel lies on the sheet's edge: top, right, bottom, left. */
static void
find_outer_sides(Rect area, Size sheet, bool outer[4])
{
    outer[0] = area.y <= nearly;
    outer[1] = right_of(area) >= sheet.width - nearly;
    outer[2] = bottom_of(area) >= sheet.height - nearly;
    outer[3] = area.x <= nearly;
}

/* The first page of what is bound has its back on the left. Upright, the panel's right side is the one that its turn has carried from there. */
static void
place_frame(Panel *panel, Size sheet, Margins margins)
{
    Rect area = panel_upright(panel->area, panel->turn);
    int quarters = panel->turn / 90;
    bool outer[4];

    find_outer_sides(panel->area, sheet, outer);
    double right = outer[(1 + quarters) % 4] ? margins.outer : margins.fold;
    double left = outer[(3 + quarters) % 4] ? given(margins.inner, margins.outer) : margins.fold;
    panel->frame = (Rect){ area.x + left, area.y + margins.hang, area.width - left - right,
                           area.height - margins.hang - margins.foot };
    panel->band = area.y + margins.band;
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
    else if (!lies_within(panel_on_sheet(panel->frame, panel->area, panel->turn), format->sheet,
                          format->safe))
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

/* Of a column, in ems: about eighteen letters a line. */
static const double least_column = 10;

static void
check_width(Binder *binder, const Panel *panel, const Format *format, int columns)
{
    double width = (panel->frame.width - (columns - 1) * panel->gap) / columns;
    double least = least_column * format->size_least;

    if (panel->frame.width > 0 && width < least - nearly)
        diag_add(binder->diags, DIAG_NARROW_COLUMN, panel->where,
                 "the columns of the panel '%s' are %.3g mm wide; text of %g pt wants %.3g",
                 panel->id, to_mm(width), format->size_least, to_mm(least));
}

/* A section on two panels would be read twice. The picture says nothing and may stand anywhere. */
static void
check_once(Binder *binder, GHashTable *panels, NameList names, const Panel *panel)
{
    for (int i = 0; i < names.count; i++) {
        const Name *name = &names.items[i];
        const char *first = g_hash_table_lookup(panels, name->text);

        if (first != NULL && strcmp(name->text, "picture") != 0)
            diag_add(binder->diags, DIAG_SECTION_TWICE, name->where,
                     "'%s' stands on the panel '%s' already", name->text, first);
        else
            g_hash_table_insert(panels, (gpointer) name->text, (gpointer) panel->id);
    }
}

static void
check_sections_once(Binder *binder, const FormatFile *file)
{
    g_autoptr(GHashTable) panels = g_hash_table_new(g_str_hash, g_str_equal);

    for (int i = 0; i < file->panels.count; i++) {
        const PanelEntry *entry = &file->panels.items[i];

        check_once(binder, panels, entry->head, &entry->panel);
        check_once(binder, panels, entry->holds, &entry->panel);
        check_once(binder, panels, entry->foot, &entry->panel);
    }
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

/* A folded format that says nothing of outer panels has them on side 1, the outside as printed. */
static void
find_outer(const Node *panel_nodes, FormatFile *file)
{
    g_autofree Panel *panels = g_new(Panel, file->panels.count);
    Format format = file->format;

    for (int i = 0; i < panel_nodes->count; i++)
        if (node_find(panel_nodes->items[i], "outer") != NULL)
            return;
    for (int i = 0; i < file->panels.count; i++)
        panels[i] = file->panels.items[i].panel;
    set_list(&format.panels, panels, file->panels.count);
    for (int i = 0; i < file->panels.count; i++)
        file->panels.items[i].panel.outer = panels[i].side == 0 && !format_lies_open(&format);
}

static void
check_as_kept(Binder *binder, const FormatFile *file)
{
    g_autofree Panel *panels = g_new(Panel, file->panels.count);
    Format format = file->format;

    for (int i = 0; i < file->panels.count; i++)
        panels[i] = file->panels.items[i].panel;
    set_list(&format.panels, panels, file->panels.count);
    check_imposing(binder, &format);
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
        check_width(binder, panel, &file->format, panel->columns * panel->contact_columns);
        check_width(binder, panel, &file->format, panel->foot_columns);
        check_overlaps(binder, file, i);
    }
    check_holds(binder, file);
    check_sections_once(binder, file);
    check_footer(binder, node, &file->format);
    place_folds(binder, file);
    find_outer(panel_nodes, file);
    check_as_kept(binder, file);
}

/* Built in, and not sections of a pack. */
static const char *const built_in[] = { "cover",    "picture",  "field", "logo",
                                        "contents", "colophon", "rest" };

static void
check_sections(Reader *reader, const Format *format, const Pack *pack)
{
    if (!format->others || format_names_section(format, "rest"))
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
bool
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
        for (int j = 0; j < project->packs.count; j++) {
            const Format *format = &project->formats.items[i];

            check_sections(reader, format, &project->packs.items[j]);
            check_sections(reader, format->discreet, &project->packs.items[j]);
        }
}
