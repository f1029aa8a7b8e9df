#include "read/merge.h"
#include "read/private.h"

#include "read/panels.h"
#include "read/values.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static const Choice mirrors[] = { { "never", MIRROR_NEVER }, { "rtl", MIRROR_RTL }, { 0 } };

static const Choice languages[] = {
    { "one", LANGUAGES_ONE }, { "pair", LANGUAGES_PAIR }, { "staff", LANGUAGES_STAFF }, { 0 }
};

static const Choice flips[] = {
    { "none", FLIP_NONE }, { "short", FLIP_SHORT }, { "long", FLIP_LONG }, { 0 }
};

static const Field margin_fields[] = {
    { "outer", FIELD_MM, REQUIRED, AT(Margins, outer) },
    { "fold", FIELD_MM, REQUIRED, AT(Margins, fold) },
    { "hang", FIELD_MM, REQUIRED, AT(Margins, hang) },
    { "foot", FIELD_MM, REQUIRED, AT(Margins, foot) },
    { "band", FIELD_MM, REQUIRED, AT(Margins, band) },
    { "inner", FIELD_MM, OPTIONAL, AT(Margins, inner), .otherwise = NOT_GIVEN },
    { 0 },
};
static const Type margins_type = { .noun = N_("the margins of a format"),
                                   .fields = margin_fields,
                                   .size = sizeof(Margins) };

static void
bind_margins(Binder *binder, const Node *node, void *out)
{
    bind_map(binder, node, &margins_type, NULL, out);
}

/* Those of one panel: what it does not say is as in the format. */
static const Field panel_margin_fields[] = {
    { "outer", FIELD_MM, OPTIONAL, AT(Margins, outer), .otherwise = NOT_GIVEN },
    { "fold", FIELD_MM, OPTIONAL, AT(Margins, fold), .otherwise = NOT_GIVEN },
    { "hang", FIELD_MM, OPTIONAL, AT(Margins, hang), .otherwise = NOT_GIVEN },
    { "foot", FIELD_MM, OPTIONAL, AT(Margins, foot), .otherwise = NOT_GIVEN },
    { "band", FIELD_MM, OPTIONAL, AT(Margins, band), .otherwise = NOT_GIVEN },
    { 0 },
};
static const Type panel_margins_type = { .noun = N_("the margins of a panel"),
                                         .fields = panel_margin_fields };

static void
bind_panel_margins(Binder *binder, const Node *node, void *out)
{
    bind_map(binder, node, &panel_margins_type, NULL, out);
}

static const Field panel_fields[] = {
    { "id", FIELD_WORD, REQUIRED, AT(PanelEntry, panel.id), .pattern = &id_pattern },
    { "side", FIELD_INT, REQUIRED, AT(PanelEntry, panel.side), .least = 1, .most = 4 },
    { "x", FIELD_MM, REQUIRED, AT(PanelEntry, panel.area.x) },
    { "y", FIELD_MM, OPTIONAL, AT(PanelEntry, panel.area.y) },
    { "width", FIELD_MM, REQUIRED, AT(PanelEntry, panel.area.width) },
    { "height", FIELD_MM, OPTIONAL, AT(PanelEntry, panel.area.height), .otherwise = NOT_GIVEN },
    { "turn", FIELD_INT, OPTIONAL, AT(PanelEntry, panel.turn), .least = 0, .most = 270 },
    { "columns", FIELD_INT, OPTIONAL, AT(PanelEntry, panel.columns), .least = 1, .most = 6,
      .otherwise = 1 },
    { "gap", FIELD_MM, OPTIONAL, AT(PanelEntry, panel.gap) },
    { "repeat", FIELD_BOOL, OPTIONAL, AT(PanelEntry, panel.repeat) },
    { "last", FIELD_BOOL, OPTIONAL, AT(PanelEntry, panel.last) },
    { "bare", FIELD_BOOL, OPTIONAL, AT(PanelEntry, panel.bare) },
    { "outer", FIELD_BOOL, OPTIONAL, AT(PanelEntry, panel.outer) },
    { "head", FIELD_NAMES, OPTIONAL, AT(PanelEntry, head), .pattern = &id_pattern },
    { "holds", FIELD_NAMES, OPTIONAL, AT(PanelEntry, holds), .pattern = &id_pattern },
    { "foot", FIELD_NAMES, OPTIONAL, AT(PanelEntry, foot), .pattern = &id_pattern },
    { "foot_columns", FIELD_INT, OPTIONAL, AT(PanelEntry, panel.foot_columns), .least = 1,
      .most = 6, .otherwise = 1 },
    { "contact_columns", FIELD_INT, OPTIONAL, AT(PanelEntry, panel.contact_columns), .least = 1,
      .most = 6, .otherwise = 1 },
    { "margins", FIELD_CUSTOM, OPTIONAL, AT(PanelEntry, margins), .bind = bind_panel_margins },
    { 0 },
};
static void
check_turn(Binder *binder, const Node *node, void *out)
{
    const Panel *panel = &((PanelEntry *) out)->panel;

    if (panel->turn % 90 != 0)
        diag_add(binder->diags, DIAG_BAD_NUMBER, node_find(node, "turn")->where,
                 "a panel is turned by 0, 90, 180 or 270 degrees, not by %d", panel->turn);
}

static const Type panel_type = { .noun = N_("a panel"),
                                 .fields = panel_fields,
                                 .size = sizeof(PanelEntry),
                                 .where = offsetof(PanelEntry, panel.where),
                                 .check = check_turn };

static const Choice ways[] = { { "valley", false }, { "mountain", true }, { 0 } };

static const Field fold_fields[] = {
    { "x", FIELD_MM, OPTIONAL, AT(FoldEntry, x), .otherwise = NOT_GIVEN },
    { "y", FIELD_MM, OPTIONAL, AT(FoldEntry, y), .otherwise = NOT_GIVEN },
    { "way", FIELD_EITHER, REQUIRED, AT(FoldEntry, fold.mountain), .choices = ways },
    { 0 },
};

static void
check_fold(Binder *binder, const Node *node, void *out)
{
    const FoldEntry *entry = out;

    if ((entry->x < 0) == (entry->y < 0))
        diag_add(binder->diags, DIAG_MISSING_KEY, node->where,
                 "a fold has either x or y: where it is, from the left edge or from the top");
}

static const Type fold_type = { .noun = N_("a fold"),
                                .fields = fold_fields,
                                .size = sizeof(FoldEntry),
                                .where = offsetof(FoldEntry, fold.where),
                                .check = check_fold };

static void
bind_folds(Binder *binder, const Node *node, void *out)
{
    if (!node_is(binder, node, NODE_LIST, "folds", N_("a list")))
        return;
    FoldEntry *folds = arena_new_array(binder->arena, FoldEntry, node->count);
    for (int i = 0; i < node->count; i++)
        bind_map(binder, node->items[i], &fold_type, NULL, &folds[i]);
    set_list(out, folds, node->count);
}

static const Field sheet_fields[] = {
    { "width", FIELD_MM, REQUIRED, AT(FormatFile, format.sheet.width), .least = 50,
      .most = 1200 },
    { "height", FIELD_MM, REQUIRED, AT(FormatFile, format.sheet.height), .least = 50,
      .most = 1200 },
    { 0 },
};
static const Type sheet_type = { .noun = N_("a sheet"), .fields = sheet_fields };

static bool
is_quarter(double points)
{
    return floor(points * 4) == points * 4;
}

/* Points. Below 9 nobody should have to read; layout scans in quarters. */
static void
check_size(Binder *binder, const Node *node, void *out)
{
    const Format *format = &((FormatFile *) out)->format;

    if (format->size_least > format->size_aim || format->size_aim > format->size_most)
        diag_add(binder->diags, DIAG_BAD_NUMBER, node->where,
                 "a size has least, aim and most in this order, not %g, %g, %g",
                 format->size_least, format->size_aim, format->size_most);
    else if (!is_quarter(format->size_least) || !is_quarter(format->size_aim) ||
             !is_quarter(format->size_most))
        diag_add(binder->diags, DIAG_BAD_NUMBER, node->where,
                 "sizes go in steps of 0.25 points");
}

static const Field size_fields[] = {
    { "least", FIELD_NUMBER, REQUIRED, AT(FormatFile, format.size_least), .least = 9,
      .most = 40 },
    { "most", FIELD_NUMBER, REQUIRED, AT(FormatFile, format.size_most), .least = 9, .most = 40 },
    { "aim", FIELD_NUMBER, REQUIRED, AT(FormatFile, format.size_aim), .least = 9, .most = 40 },
    { "choose", FIELD_BOOL, OPTIONAL, AT(FormatFile, format.size_chosen) },
    { 0 },
};
static const Type size_type = { .noun = N_("a size"),
                                .fields = size_fields,
                                .check = check_size };

static const Choice prints[] = {
    { "title", PRINT_TITLE },
    { "icon", PRINT_ICON },
    { "text", PRINT_TEXT },
    { "limits", PRINT_LIMITS },
    { "ask", PRINT_ASK },
    { "note", PRINT_NOTE },
    { "refusals", PRINT_REFUSALS },
    { "legend", PRINT_LEGEND },
    { "after", PRINT_AFTER },
    { "short", PRINT_SHORT },
    { 0 },
};

/* Which parts of what a format includes are printed: all, but what stands in place of others. */
#define PARTS(key, member) \
    { \
        key, FIELD_FLAGS, OPTIONAL, AT(FormatFile, format.member), \
            .choices = prints, .otherwise = PRINT_SHORT - 1 \
    }

static const Field parts_fields[] = {
    PARTS("sections", section_parts), PARTS("rights", right_parts),
    PARTS("steps", step_parts),       PARTS("points", point_parts),
    PARTS("contacts", contact_parts), { 0 },
};
static const Type parts_type = { .noun = N_("the parts that a format includes"),
                                 .fields = parts_fields };

static const Field include_fields[] = {
    { "rights", FIELD_INT, REQUIRED, AT(FormatFile, format.priority_rights), .most = 3 },
    { "steps", FIELD_INT, REQUIRED, AT(FormatFile, format.priority_steps), .most = 3 },
    { "sections", FIELD_INT, REQUIRED, AT(FormatFile, format.priority_sections), .most = 3 },
    { "sources", FIELD_BOOL, OPTIONAL, AT(FormatFile, format.sources) },
    { "details", FIELD_BOOL, OPTIONAL, AT(FormatFile, format.details) },
    { "staff_line", FIELD_BOOL, OPTIONAL, AT(FormatFile, format.staff_line), .otherwise = true },
    { "points", FIELD_INT, OPTIONAL, AT(FormatFile, format.priority_points), .least = 1,
      .most = 3, .otherwise = 3 },
    { "contacts", FIELD_INT, OPTIONAL, AT(FormatFile, format.priority_contacts), .least = 1,
      .most = 3, .otherwise = 3 },
    { "parts", FIELD_GROUP, OPTIONAL, 0, .type = &parts_type },
    { "others", FIELD_BOOL, OPTIONAL, AT(FormatFile, format.others), .otherwise = true },
    { "picture", FIELD_BOOL, OPTIONAL, AT(FormatFile, format.picture), .otherwise = true },
    { "neutral_cover", FIELD_BOOL, OPTIONAL, AT(FormatFile, format.neutral_cover) },
    { "short_draft", FIELD_BOOL, OPTIONAL, AT(FormatFile, format.short_draft) },
    { "short_colophon", FIELD_BOOL, OPTIONAL, AT(FormatFile, format.short_colophon) },
    { "checked_day", FIELD_BOOL, OPTIONAL, AT(FormatFile, format.checked_day),
      .otherwise = true },
    { 0 },
};
static const Type include_type = { .noun = N_("what a format includes"),
                                   .fields = include_fields };

static const Field footer_fields[] = {
    { "top", FIELD_MM, REQUIRED, AT(FormatFile, format.running_footer_top), .least = 1,
      .most = 1200 },
    { 0 },
};
static const Field head_fields[] = {
    { "top", FIELD_MM, REQUIRED, AT(FormatFile, format.running_head_top), .least = 1,
      .most = 1200 },
    { 0 },
};
static const Type head_type = { .noun = N_("a running head"), .fields = head_fields };
static const Type footer_type = { .noun = N_("a running footer"), .fields = footer_fields };

/* Bound one by one, each laid over what the format includes: read_instead(). */
static void
bind_instead(Binder *binder, const Node *node, void *out)
{
    if (node_is(binder, node, NODE_LIST, "instead", N_("a list")))
        *(const Node **) out = node;
}

static const Field format_fields[] = {
    { "id", FIELD_WORD, REQUIRED, AT(FormatFile, format.id), .pattern = &slug_pattern },
    { "title", FIELD_STRING, REQUIRED, AT(FormatFile, format.title) },
    { "sheet", FIELD_GROUP, REQUIRED, 0, .type = &sheet_type },
    { "style", FIELD_REFERENCE, REQUIRED, AT(FormatFile, format.style), .known = KNOWN_STYLE },
    { "size", FIELD_GROUP, REQUIRED, 0, .type = &size_type },
    { "include", FIELD_GROUP, REQUIRED, 0, .type = &include_type },
    { "instead", FIELD_CUSTOM, OPTIONAL, AT(FormatFile, instead), .bind = bind_instead },
    { "languages", FIELD_CHOICE, OPTIONAL, AT(FormatFile, format.languages),
      .choices = languages, .otherwise = LANGUAGES_ONE },
    { "per_audience", FIELD_BOOL, OPTIONAL, AT(FormatFile, format.per_audience),
      .otherwise = true },
    { "see_full", FIELD_BOOL, OPTIONAL, AT(FormatFile, format.see_full) },
    { "kept_by_staff", FIELD_BOOL, OPTIONAL, AT(FormatFile, format.kept_by_staff) },
    { "spine", FIELD_MM, OPTIONAL, AT(FormatFile, format.spine), .most = 40 },
    { "mirror", FIELD_CHOICE, REQUIRED, AT(FormatFile, format.mirror), .choices = mirrors },
    { "flip", FIELD_CHOICE, REQUIRED, AT(FormatFile, format.flip), .choices = flips },
    { "hyphens", FIELD_BOOL, OPTIONAL, AT(FormatFile, format.hyphens), .otherwise = true },
    { "safe", FIELD_MM, REQUIRED, AT(FormatFile, format.safe) },
    { "bleed", FIELD_MM, OPTIONAL, AT(FormatFile, format.bleed) },
    { "new_column", FIELD_NAMES, OPTIONAL, AT(FormatFile, new_column), .pattern = &id_pattern },
    { "margins", FIELD_CUSTOM, REQUIRED, AT(FormatFile, margins), .bind = bind_margins },
    { "running_head", FIELD_GROUP, OPTIONAL, 0, .type = &head_type },
    { "running_footer", FIELD_GROUP, OPTIONAL, 0, .type = &footer_type },
    { "panels", FIELD_ITEMS, REQUIRED, AT(FormatFile, panels), .type = &panel_type },
    { "folds", FIELD_CUSTOM, OPTIONAL, AT(FormatFile, folds), .bind = bind_folds },
    { "pages", FIELD_GROUP, OPTIONAL, 0, .type = &pages_type },
    { "impose", FIELD_GROUP, OPTIONAL, 0, .type = &impose_type },
    { 0 },
};
static const Type format_file_type = { .noun = N_("a format"),
                                       .fields = format_fields,
                                       .size = sizeof(FormatFile),
                                       .where = offsetof(FormatFile, format.where),
                                       .check = place_panels };

static const Type format_type = { .noun = N_("a format"),
                                  .size = sizeof(Format),
                                  .where = offsetof(Format, where) };

static SectionNames
names_without_places(Reader *reader, NameList names)
{
    const char **items = arena_new_array(reader->binder.arena, const char *, names.count);

    for (int i = 0; i < names.count; i++)
        items[i] = names.items[i].text;
    if (names.count > 0)
        g_array_append_vals(reader->panel_sections, names.items, (guint) names.count);
    return (SectionNames){ items, names.count };
}

static void
keep_panels(Reader *reader, const FormatFile *read, Format *format)
{
    Panel *panels = arena_new_array(reader->binder.arena, Panel, read->panels.count);

    for (int i = 0; i < read->panels.count; i++) {
        const PanelEntry *entry = &read->panels.items[i];

        panels[i] = entry->panel;
        panels[i].head = names_without_places(reader, entry->head);
        panels[i].holds = names_without_places(reader, entry->holds);
        panels[i].foot = names_without_places(reader, entry->foot);
    }
    set_list(&format->panels, panels, read->panels.count);
    format->new_column = names_without_places(reader, read->new_column);
}

/* Gives what stands in its `instead`, or NULL. */
static const Node *
bind_format(Reader *reader, const Node *node, Format *format)
{
    FormatFile read = { .margins = { .inner = NOT_GIVEN } };

    bind_map(&reader->binder, node, &format_file_type, NULL, &read);
    *format = read.format;
    format->bound = read.margins.inner >= 0;
    format->running_footer = format->running_footer_top > 0;
    keep_panels(reader, &read, format);
    return read.instead;
}

/* @map with @over laid over its value of @key. */
static const Node *
with_changed(Arena *arena, const Node *map, const char *key, const Node *over)
{
    Node *changed = arena_copy(arena, map, sizeof *map);
    const Node **items = arena_copy(arena, map->items, (size_t) map->count * sizeof *items);

    for (int i = 0; i < map->count; i++)
        if (strcmp(map->keys[i]->text, key) == 0)
            items[i] = node_merge(arena, map->items[i], over);
    changed->items = items;
    return changed;
}

/* The formats that stand in for this one, the next for the one before. */
static void
read_instead(Reader *reader, const Node *node, const Node *list, Format *format)
{
    for (int i = 0; i < list->count; i++) {
        Format *instead = arena_new_array(reader->binder.arena, Format, 1);

        bind_format(reader, with_changed(reader->scratch, node, "include", list->items[i]),
                    instead);
        instead->less = i + 1;
        format->instead = instead;
        format = instead;
    }
}

static void
bind_all(Reader *reader, const File *file, const Node *node, Format *format)
{
    unsigned before = diags_count(reader->binder.diags);
    const Node *instead = bind_format(reader, node, format);

    check_id_of_file(reader, file, format->id, format->where);
    if (instead != NULL && diags_count(reader->binder.diags) == before)
        read_instead(reader, node, instead, format);
}

/* The format as discreet leaflets have it, and those that stand in for that. */
static const Format *
discreet_format(Reader *reader, const File *file, const Node *node)
{
    Format *first = arena_new_array(reader->binder.arena, Format, 1);

    bind_all(reader, file, node, first);
    for (Format *format = first; format != NULL; format = (Format *) format->instead) {
        if (format->style != NULL)
            format->style = format->style->discreet;
        format->discreet = format;
    }
    return first;
}

/* What stands in `discreet` is laid over the rest of the file. What is wrong in the rest is said
 * once. */
static void
read_format(Reader *reader, const File *file, Format *format)
{
    unsigned errors = diags_count_severity(reader->binder.diags, SEVERITY_ERROR);
    const Node *node = file_load(reader, file->path);
    const Node *over =
        node != NULL && node->kind == NODE_MAP ? node_find(node, "discreet") : NULL;

    if (node == NULL)
        return;
    const Node *plain = over != NULL ? node_without(reader->scratch, node, "discreet") : node;
    bind_all(reader, file, plain, format);
    format->discreet = arena_copy(reader->binder.arena, format, sizeof *format);
    if (diags_count_severity(reader->binder.diags, SEVERITY_ERROR) > errors)
        return;
    if (over != NULL &&
        node_is(&reader->binder, over, NODE_MAP, "discreet", N_("a map of a format's keys")))
        plain = node_merge(reader->scratch, plain, over);
    format->discreet = discreet_format(reader, file, plain);
}

void
read_formats(Reader *reader)
{
    g_autoptr(GArray) files = files_list(reader, "content/formats", ".yaml", NULL);
    g_autoptr(GArray) formats = g_array_new(FALSE, FALSE, sizeof(Format));

    for (guint i = 0; i < files->len; i++) {
        Format format = { 0 };

        read_format(reader, &g_array_index(files, File, i), &format);
        g_array_append_val(formats, format);
    }
    gather(reader, formats, &format_type, &reader->project->formats);
}

void
read_review_format(Reader *reader)
{
    const File file = { "review", file_find(reader, "content/review.yaml") };
    Format *format = arena_new_array(reader->binder.arena, Format, 1);

    if (file.path != NULL)
        read_format(reader, &file, format);
    reader->project->review = format;
}
