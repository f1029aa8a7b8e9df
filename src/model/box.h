/* model/box.h - where on paper a string stands, for who looks at it and not at the leaflet.
 * Points on the sheet, as the page lies. A marked leaflet is its pages, each beside a list of the
 * strings on it. */
#pragma once
#include "model/page.h"

/* A rectangle of one string: whole lines together, and parts of lines that it shares with others
 * each alone. */
typedef struct Box {
    const Text *text;
    int page;
    Rect rect;
    bool rtl;    /* on the sheet, its line begins at the right */
    bool shared; /* does not begin where its line begins */
    bool over;   /* some of it stands where there is no room */
    int number;  /* by which it is listed */
} Box;

typedef struct Boxes {
    const Box *items; /* page by page, in painting order */
    int count;
} Boxes;

typedef struct Marked {
    const Pages *pages;
    const int *shown; /* which of the pages */
    int shown_count;
    Boxes boxes;          /* those to draw */
    const Locale *locale; /* whose words are marked */
} Marked;

/* Section i + 1 of a marked leaflet's document is about shown page i: a picture, then the strings
 * on it by their numbers, each once: number and key. Section 0 says which leaflet it is. */
enum { MARKED_HEAD_SECTIONS = 1 };

/* In greys. Its pages are as large as what they show: layout_marked() knows where things stand. */
extern const Format marked_format;
