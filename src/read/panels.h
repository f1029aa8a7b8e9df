/* read/panels.h - from what a format's file says of its panels to where text may stand.
 * Margins are taken off here, and folds are found; layout/ sees only rectangles. */
#pragma once
#include "read/bind.h"

/* Points. `outer` is at an edge of the sheet, `fold` at any other side of a panel. */
typedef struct Margins {
    double outer, fold, hang, foot, band;
} Margins;

enum { NOT_GIVEN = -1 }; /* no length is negative */

/* A panel as its file writes it. `panel.side` counts from 1 until it has been placed. */
typedef struct PanelEntry {
    Panel panel;
    Margins margins;
    NameList head, holds, foot;
} PanelEntry;

typedef struct FormatFile {
    Format format;
    Margins margins;
    NameList new_column;
    struct {
        PanelEntry *items;
        int count;
    } panels;
} FormatFile;

/* Turns the areas and margins of a FormatFile into frames, bands and folds, and reports what lies
 * off the sheet, on another panel, or too near to the edge. */
void place_panels(Binder *binder, const Node *node, void *format_file);
