/* model/impose.h - which page stands where on the sheets of a printer that prints both sides.
 * Pure arithmetic: points from the sheet's top left corner, pages from 0. A sheet has two faces, its
 * front and its back; faces count from 0, the front of the first sheet. */
#pragma once
#include "base/arena.h"
#include "model/format.h"

typedef struct Imposition {
    Scheme scheme;
    Size sheet, page;
    int columns, rows; /* of a repeat */
    double gutter;     /* between them */
    double thickness;  /* of the paper: what lies inside a fold is pushed out by it */
    int page_count;
    bool rtl;           /* a booklet is bound on the right */
    bool left_to_right; /* how its reader turns a leaf over, and so how the sheet is turned */
} Imposition;

/* A page on a face. */
typedef struct ImposedPage {
    int page; /* -1: blank */
    Rect rect;
} ImposedPage;

/* Of a leaflet of @page_count pages on @paper. */
Imposition impose_new(const Format *format, const Paper *paper, double thickness,
                      int page_count, bool rtl);
int impose_sheet_count(const Imposition *imposition);
/* Twice as many, or one where there is nothing for a back. */
int impose_face_count(const Imposition *imposition);
/* Places on every face. */
int impose_place_count(const Imposition *imposition);
/* What stands at place @index of @face. */
ImposedPage impose_page(const Imposition *imposition, int face, int index);
/* The edge that the printer turns the sheet on. */
Flip impose_flip(const Imposition *imposition);
/* Where small print stands, outside of all pages: what is handed out says nothing of how it was printed. False
 * where the pages leave no room. */
bool impose_note(const Imposition *imposition, Panel *panel);
/* The sheets as a format of their own, in @arena, with a panel for the small print if there is room. */
Format impose_format(const Format *format, const Imposition *imposition, Arena *arena);
/* The rectangle that all pages of a face stand in. */
Rect impose_block(const Imposition *imposition);
