/* command/html.h - pages for a browser: one file that asks for nothing but what lies beside it. */
#pragma once
#include "model/content.h"

/* Language and direction of a page's own words: those of the program's messages. */
typedef struct HtmlTongue {
    const char *lang; /* BCP 47; "en" where the program has no other words */
    bool rtl;
} HtmlTongue;

HtmlTongue html_tongue(const Project *project);
const char *html_direction(bool rtl);

/* Appends @markup, with what stands in it by "%s" escaped, in texts and in attributes alike. */
void html_add(GString *page, const char *markup, ...) G_GNUC_PRINTF(2, 3);
/* Appends @markup as it is. */
void html_add_raw(GString *page, const char *markup);

/* Everything up to <body>. A page may load pictures from where it lies itself, and nothing else
 * from anywhere. @style and @script are ours; a page
 * without a script has NULL. */
void html_begin(GString *page, HtmlTongue tongue, const char *title, const char *style);
void html_end(GString *page, const char *script);
