/* Where paper is folded, panels must meet: on the side it is folded from, and on the other. */
#include "read/panels.h"
#include "read/values.h"

#include <glib/gi18n.h>

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

void
bind_folds(Binder *binder, const Node *node, void *out)
{
    if (!node_is(binder, node, NODE_LIST, "folds", N_("a list")))
        return;
    FoldEntry *folds = arena_new_array(binder->arena, FoldEntry, node->count);
    for (int i = 0; i < node->count; i++)
        bind_map(binder, node->items[i], &fold_type, NULL, &folds[i]);
    set_list(out, folds, node->count);
}

/* --- where they are -------------------------------------------------------------------------- */

/* The panel's extent across the line of a fold. */
static void
extent_of(const Panel *panel, bool across, double *begin, double *end)
{
    const Rect *area = &panel->area;

    *begin = across ? area->y : area->x;
    *end = *begin + (across ? area->height : area->width);
}

static void
check_side(Binder *binder, const FormatFile *file, const Fold *fold, int side)
{
    double at = fold_on_side(&file->format, fold, side), begin, end;
    bool used = false, met = false;

    for (int i = 0; i < file->panels.count; i++) {
        const Panel *panel = &file->panels.items[i].panel;

        if (panel->side != side)
            continue;
        extent_of(panel, fold->across, &begin, &end);
        bool ends_there = lengths_meet(at, begin) || lengths_meet(at, end);
        used = true;
        met |= ends_there || (at > begin && at < end);
        if (at > begin && at < end && !ends_there)
            diag_add(binder->diags, DIAG_FOLD_OFF_EDGE, fold->where,
                     "the fold goes through the panel '%s', at %g mm of side %d", panel->id,
                     to_mm(at), side + 1);
    }
    if (used && !met)
        diag_add(binder->diags, DIAG_FOLD_OFF_EDGE, fold->where,
                 "no panel ends at the fold, at %g mm of side %d", to_mm(at), side + 1);
}

static bool
is_folded(const FormatFile *file, int side, bool across, double at)
{
    for (int i = 0; i < file->folds.count; i++) {
        const Fold *fold = &file->folds.items[i].fold;

        if (fold->across == across && lengths_meet(fold_on_side(&file->format, fold, side), at))
            return true;
    }
    return false;
}

/* An edge between two panels, where paper that is folded elsewhere is not. */
static void
check_edge(Binder *binder, const FormatFile *file, const Panel *panel, bool across)
{
    double length = across ? file->format.sheet.height : file->format.sheet.width, begin, end;

    extent_of(panel, across, &begin, &end);
    if (lengths_meet(end, length) || end > length || is_folded(file, panel->side, across, end))
        return;
    diag_add(binder->diags, DIAG_FOLD_OFF_EDGE, panel->where,
             "the panel '%s' ends at %g mm of side %d, where no fold is", panel->id, to_mm(end),
             panel->side + 1);
}

void
place_folds(Binder *binder, FormatFile *file)
{
    Fold *folds = arena_new_array(binder->arena, Fold, file->folds.count);

    for (int i = 0; i < file->folds.count; i++) {
        FoldEntry *entry = &file->folds.items[i];

        entry->fold.across = entry->x < 0;
        entry->fold.at = entry->fold.across ? entry->y : entry->x;
        folds[i] = entry->fold;
        check_side(binder, file, &folds[i], 0);
        check_side(binder, file, &folds[i], 1);
    }
    for (int i = 0; file->folds.count > 0 && i < file->panels.count; i++) {
        check_edge(binder, file, &file->panels.items[i].panel, false);
        check_edge(binder, file, &file->panels.items[i].panel, true);
    }
    file->format.folds.items = folds;
    file->format.folds.count = file->folds.count;
}
