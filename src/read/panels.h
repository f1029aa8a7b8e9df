/* read/panels.h - from what a format's file says of its panels to where text may stand.
 * Margins are taken off here; layout/ sees only rectangles. */
#pragma once
#include "read/bind.h"

/* Points. `outer` is at an edge of the sheet, `fold` at any other side of a panel. */
typedef struct Margins {
    double outer, fold, hang, foot, band;
    double inner; /* at the edge where pages are bound, or NOT_GIVEN */
} Margins;

enum { NOT_GIVEN = -1 }; /* no length is negative */

/* A fold as its file writes it. */
typedef struct FoldEntry {
    Fold fold;
    double x, y; /* one of them; the other is NOT_GIVEN */
} FoldEntry;

/* A panel as its file writes it. `panel.side` counts from 1 until it has been placed. */
typedef struct PanelEntry {
    Panel panel;
    Margins margins;
    NameList head, holds, foot;
} PanelEntry;

typedef struct FormatFile {
    Format format;
    const Node *instead; /* a list of what is included instead, or NULL */
    Margins margins;
    NameList new_column;
    struct {
        PanelEntry *items;
        int count;
    } panels;
    struct {
        FoldEntry *items;
        int count;
    } folds;
} FormatFile;

enum { NEARLY = 1 }; /* hundredths of a point: lengths that differ less are equal */

static inline bool
lengths_meet(double a, double b)
{
    return a - b < NEARLY / 100.0 && b - a < NEARLY / 100.0;
}

/* Keys of a format: margins and panels (panel_fields.c), folds (folds.c). */
extern const Type panel_type;
void bind_margins(Binder *binder, const Node *node, void *margins);
void bind_folds(Binder *binder, const Node *node, void *folds);

/* Turns the areas and margins of a FormatFile into frames and bands, and reports what lies off the
 * sheet, on another panel, or too near to the edge, and columns too narrow to read. */
void place_panels(Binder *binder, const Node *node, void *format_file);
/* How pages stand on sheets, and how many there are: keys of a format (imposing.c). */
extern const Type impose_type, pages_type;
/* Reports sheets too small for the pages that stand on them, and panels that cannot be the last. */
void check_imposing(Binder *binder, const Format *format);
/* Fills in the format's folds, and reports those that are not where panels meet on both sides, and
 * panels that meet where no fold is. */
void place_folds(Binder *binder, FormatFile *file);
