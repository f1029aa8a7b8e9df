/* output/finish/press.h - what finishing does otherwise for a press: the sheet around a page, its four
 * inks, and what the file says of itself. Private to finish/. */
#pragma once
#include "model/press.h"
#include "output/finish/inks.h"
#include "output/finish/write.h"
#include "output/private.h"

/* What a file for a press is made with; borrowed. */
struct Press {
    const Pages *leaflet; /* that stands on the sheets */
    InkSet inks;
    bool mirrored;         /* the paper opens from the other side */
    GBytes *profile;       /* ICC, of the shop's printing condition; NULL: none was given */
    const char *condition; /* its identifier; NULL without a profile */
};

/* Appends @content, of sheet @page, and the marks around it. */
void press_write_page(GString *out, Bytes content, const Press *press, int page);
/* Appends the boxes of sheet @page, and the resources that press_write_page() names: those of @resources
 * that have the same kind stand among them. */
void press_write_boxes(GString *out, const Press *press, int page);
void press_write_resources(GString *out, Bytes states, Bytes spaces);
/* True when the file keeps to all of PDF/X-4: what it lacks without a profile is the output intent. */
bool press_is_pdfx(const Press *press);
/* For which inks and which condition it is made; free with g_free(). */
char *press_how(const Press *press);
/* Number of the output intent; 0: there is none, for nobody has said what it will be printed with. */
int press_write_intent(const Press *press, Writer *writer);
