/* layout/columns.h - panels and their columns, and how rows fill them. */
#pragma once
#include "layout/rows.h"

/* Blocks [first, end) of the document; first -1: none. */
typedef struct Range {
    int first, end;
} Range;

/* The blocks of the sections that @names lists. */
Range panel_blocks(const Setting *setting, SectionNames names);
/* The end of those blocks from @first on that may share a column: where a section opens one. */
int panel_segment_end(const Setting *setting, int first, int end);
/* Mirrored for right-to-left where the format says so: the frame on its first page, upright, on any page, and
 * where the panel stands. */
Rect panel_frame(const Setting *setting, const Panel *panel);
Rect panel_frame_on(const Setting *setting, const Panel *panel, int page);
PanelPlace panel_place(const Setting *setting, const Panel *panel);

/* Panels that one text runs through. */
typedef struct Flow {
    const Setting *setting;
    int first_panel, panel_count;
    int page_count; /* with the page that a last panel stands on */
    const double *heads,
        *feet; /* height taken on a panel's first page, one a panel of the format */
} Flow;

int flow_columns_a_page(const Flow *flow);
bool flow_repeats(const Flow *flow);
struct Column;
/* Where column number @index of a flow stands; false when there is none. */
bool flow_column(const Flow *flow, int index, struct Column *column);

/* Rows that stand in one column, from its top. */
typedef struct Column {
    int panel, page;
    Rect rect;
    RowList rows;
    int first, count; /* of the rows */
    bool across;      /* a panel's head or foot, not of its flow */
    bool foot;        /* stands at the foot: no hang line, no share of spare room */
    bool spilled;     /* stands where there is no room for it */
    bool repeated;    /* said on an earlier page: no leaves, an artifact for screen readers */
    double used;
} Column;

typedef struct Overflow {
    int panel;      /* whose columns ran out; -1: everything fits */
    int others;     /* further panels whose columns ran out */
    int block;      /* the first one left over */
    double missing; /* points of height, in all of them */
    int wide_block; /* a block with a word wider than its column; -1: none */
    int pages;      /* too many */
} Overflow;

bool overflow_is_any(const Overflow *overflow);

typedef struct Columns {
    const Column *items; /* in the order of panels: head, flow, foot; empty ones, too */
    int count;
    int page_count;
    Overflow overflow;
    const double *over; /* of every panel the points of height that do not fit; 0: none */
} Columns;

/* How far the first row stands under the top: as far as it would under a section's rule. */
double column_hang(const Setting *setting, const Column *column);

/* Fills the panels. With @finish, columns of pages that are not full are made equally high, and
 * what does not fit stands in the last column, over its foot; without, that work is left out. */
Columns columns_fill(const Setting *setting, bool finish);
/* True when everything fits on at most @most_pages pages. Gives up at the first thing that does
 * not. */
bool columns_fit(const Setting *setting, int most_pages);
