/* model/fit.h - how one leaflet fills its paper: what can be said of it before anything is placed.
 * Points; heights are of columns, and a panel's are those of all its columns together. */
#pragma once
#include "base/arena.h"
#include "model/content.h"

/* A panel on one page. */
typedef struct PanelFit {
    int panel, page;
    double used, free;
    double over; /* what does not fit; 0: everything does */
} PanelFit;

/* StringCost.budget of a string that nobody has measured; of one that may be as long as it likes, for its
 * pages go on as long as there is text; and of one that is not to blame: shorter or without it, the
 * leaflet fits no better. */
enum { BUDGET_UNKNOWN = -2, BUDGET_NONE = -1, BUDGET_NO_HELP = -3 };

/* What one string costs, wherever it stands. */
typedef struct StringCost {
    const Text *source;
    const Locale *locale; /* the language it is set in */
    const Locale *meant;  /* the language it is for: another only where it is untranslated */
    Where where;          /* of its words: of a translation in its PO file */
    int panel;            /* where it begins; -1: unknown */
    int characters;       /* as printed, the most of any place */
    double height;        /* of its lines */
    /* Characters of the meant language, of its average width, that it may have, as printed, wherever
     * it stands, before the leaflet no longer fits at its least size, all else equal. */
    int budget;
} StringCost;

/* Why a leaflet does not fit at a size. */
typedef struct Obstacle {
    double size;         /* 0: there is none */
    int panel;           /* with the most that does not fit; -1: no panel overflows */
    double over;         /* of it */
    int page_count;      /* when it takes more pages than it may, else 0 */
    double extra;        /* height of what stands on them */
    const char *section; /* whose end takes a column from a section that must begin one; or NULL */
    double shorten;      /* height of that end: without it what comes after has its column */
    const char *word;    /* wider than its column, or NULL */
    double word_over;    /* by so much */
    const Text *source; /* of the word; NULL: none of the content's */
} Obstacle;

typedef struct Fit {
    Arena *arena;
    double body_size; /* the largest that fits; the format's least where none does */
    bool fits;
    int page_count;
    int untranslated; /* strings that stand in the source language: measures of other words */
    const PanelFit *panels; /* in reading order, page by page where panels repeat */
    int panel_count;
    const StringCost *strings; /* the highest first; of a leaflet that does not fit, only those
                                  that take the room that is missing */
    int string_count;
    Obstacle obstacle; /* to the next larger size; of one that does not fit, to the least */
} Fit;

void fit_free(Fit *fit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Fit, fit_free)
