/* model/sheet.h - a contact sheet: leaflets as small pictures side by side, to look at.
 * It is a Document and Pages like a leaflet's, on paper of its own; each of its pictures is an
 * item that shows a page of another leaflet. */
#pragma once
#include "model/page.h"

typedef struct Sheet {
    const Pages *const *leaflets; /* of one pack and audience */
    int count;
    bool by_locale; /* they are one format in many locales; else many formats in one locale */
} Sheet;

/* Section i + 1 of the sheet's document is about leaflet i: its name, its size, in a line of its own
 * that it does not fit, and a picture of every page. Section 0 is about the sheet. */
enum { SHEET_HEAD_SECTIONS = 1 };

/* A3 landscape, in greys. It has no panels: layout_sheet() knows where things stand. */
extern const Format sheet_format;
