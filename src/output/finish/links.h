/* output/finish/links.h - web addresses that one can follow: annotations over their words.
 * Takes the links of a Structure, gives an object for each. They are not painted: how the words
 * look is layout's. */
#pragma once
#include "output/finish/structure.h"

/* Numbers for the links, one after the other. Gives the first. */
int links_reserve(const Structure *structure, Writer *writer);
/* What the parent tree knows link @index by, behind the pages. */
int links_key(const Structure *structure, int index);
/* Appends /Annots with the links of page @page; nothing when it has none. */
void links_add_to_page(GString *out, const Structure *structure, int page, int first_link);
void links_write(const Structure *structure, const int *page_numbers, int first_link,
                 Writer *writer);
