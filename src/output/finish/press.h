/* output/finish/press.h - what finishing does otherwise for a press: the sheet around a page, its four
 * inks, and what the file says of itself. Private to finish/. */
#pragma once
#include "output/finish/inks.h"
#include "output/finish/write.h"
#include "output/press.h"
#include "output/private.h"

/* What a file for a press is made with; borrowed. */
struct Press {
    InkSet inks;
    bool mirrored;         /* the paper opens from the other side */
    GBytes *profile;       /* ICC, of the shop's printing condition; NULL: none was given */
    const char *condition; /* its identifier; NULL without a profile */
};

/* Appends @content, of @page, on its sheet, with the marks around it. */
void press_write_page(GString *out, Bytes content, const Press *press, const Pages *pages,
                      int page);
/* Appends the boxes of @page, and the resources that press_write_page() names: those of @resources
 * that have the same kind stand among them. */
void press_write_boxes(GString *out, const Pages *pages, int page);
void press_write_resources(GString *out, Bytes states, Bytes spaces);
/* Number of the output intent; 0: there is none, for nobody has said what it will be printed with. */
int press_write_intent(const Press *press, Writer *writer);
