/* model/page.h - what stands where: the finished pages, ready to paint.
 * Points from the sheet's top left corner, upright where a panel is turned (PanelPlace). Items come in painting order; text items carry leaf
 * numbers that count in reading order, which on a folded sheet is not the order of the pages.
 * Glyphs are borrowed from layout's Shapes and live as long as it does. */
#pragma once
#include "base/arena.h"
#include "base/geometry.h"
#include "model/document.h"
#include "model/format.h"

#include <cairo.h>
#include <stdint.h>

/* A shaped glyph; lengths in points at REFERENCE_SIZE. */
typedef struct Glyph {
    uint32_t id;
    uint32_t byte; /* of the phrase's text: where its cluster begins */
    float advance, dx, dy;
} Glyph;

enum { REFERENCE_SIZE = 12 };

/* Glyph.id of a character that draws nothing: an isolate, a joiner. */
#define NO_GLYPH UINT32_MAX

/* Glyphs of one font and one bidi level, in visual order, left to right. */
typedef struct Run {
    cairo_font_face_t *face;
    const Glyph *glyphs;
    int count;
    int start, end; /* bytes of the phrase's text */
    uint8_t level;  /* bidi embedding level: odd is right to left */
    const char *said; /* what its bytes are of, in place of the phrase's text: a hyphen's; else NULL */
} Run;

/* One line of a phrase. Runs stand in logical order; `x` of each is from the line's left edge. */
typedef struct PlacedRun {
    Run run;
    double x; /* points at REFERENCE_SIZE */
} PlacedRun;

typedef struct Line {
    const PlacedRun *runs;
    int count;
    int start, end;      /* bytes; a space the break swallowed belongs to the line before */
    double width;        /* points at REFERENCE_SIZE, without trailing space */
    double above, below; /* ink over and under the baseline, the same */
} Line;

typedef enum ItemKind {
    ITEM_TEXT,
    ITEM_FILL,   /* rounded rectangle, filled */
    ITEM_BUBBLE, /* the same with a tail at the bottom */
    ITEM_STROKE, /* rounded rectangle, outlined */
    ITEM_RULE,   /* a filled bar, horizontal or vertical */
    ITEM_DISC,
    ITEM_HATCH,   /* slanted lines */
    ITEM_DOTS,    /* a dotted vertical bar */
    ITEM_ICON,    /* an SVG drawing */
    ITEM_PAGE,    /* a page of another leaflet, made smaller */
    ITEM_PICTURE, /* a JPEG picture */
    ITEM_KIND_COUNT
} ItemKind;

typedef struct PlacedLine {
    Line line;
    double x, baseline; /* left edge */
} PlacedLine;

typedef struct Item {
    ItemKind kind;
    Rect rect;  /* of text: the space its lines take */
    int panel;  /* index in the format; -1: the page itself */
    int block;  /* index in the document; -1: furniture */
    int phrase; /* of text: which phrase of the block */
    int leaf;   /* index in Pages.leaves; -1: an artifact */
    Ink ink;
    double radius; /* of fills, bubbles and strokes */
    double stroke; /* width of outlines and hatch lines */
    double tail_x, tail_width,
        tail_height; /* bubbles: tail from the left edge; width < 0 points left */
    bool tail_left;
    const Icon *icon;
    bool mirrored;             /* icons */
    const struct Pages *shown; /* of a page: borrowed, and what its glyphs are borrowed from */
    int shown_page;
    double beyond; /* of a page: how far beyond its edges it is shown, in its own points */
    const Picture *picture;
    const char *text; /* of text: the phrase's bytes, that lines index */
    double size;      /* of text, points */
    const PlacedLine *lines;
    int line_count;
    double over; /* height of it that stands where its column has no room */
} Item;

typedef struct Page {
    Size size;
    const Item *items;
    int item_count;
} Page;

typedef enum LeafKind { LEAF_TEXT, LEAF_LABEL, LEAF_FIGURE } LeafKind;

/* A piece of content that is tagged as one, in reading order. */
typedef struct Leaf {
    LeafKind kind;
    int block, phrase;
    int page;
    int part; /* 0 for the first part of a block that runs over several panels */
} Leaf;

/* Where a panel stands on the sheet. Items of a turned one are upright round its middle. */
typedef struct PanelPlace {
    Rect area;
    int turn; /* degrees clockwise: 0, 90, 180, 270 */
} PanelPlace;

/* How well the leaflet filled its paper. */
typedef struct PanelUse {
    int panel, page;
    double used, free; /* points of height, of the fullest column */
} PanelUse;

typedef struct Pages {
    Arena *arena;
    const Document *document; /* borrowed */
    double body_size;         /* b, points */
    const Page *pages;
    int page_count;
    const Leaf *leaves;
    int leaf_count;
    const PanelUse *uses;
    int use_count;
    const PanelPlace *places; /* of every panel of the format */
    const double *over;       /* of every panel the points of height that do not fit; 0: none */
    bool untagged;  /* sheets for a printer: no order to read them in, and no leaves */
    bool overflows; /* something did not fit and no finished output may be written */
} Pages;

/* True when strangers see @item while the leaflet lies there: on outer panels, in furniture, and on
 * open sheets at head and foot. */
bool pages_show_item(const Pages *pages, const Item *item);
/* Where @item's panel stands, NULL when it stands on the page itself. */
const PanelPlace *pages_find_place(const Pages *pages, const Item *item);
/* @rect, as @item has it, on the sheet. */
Rect pages_rect_on_sheet(const Pages *pages, const Item *item, Rect rect);

void pages_free(Pages *pages);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pages, pages_free)
