/* readback/listing.h - the listing: what a PDF holds, one fact a line, in UTF-8.
 * A line is a keyword and its fields, each after a tab. In fields a backslash, a line feed and a
 * tab are written \\, \n and \t; other control characters \xNN. What the file does not have is an
 * empty field or no line. Pages count from 1; lengths are points, y grows upwards. In this order:
 *
 *   readback     1                              version of this format
 *   unreadable   why                            instead of all that follows
 *   pdf          1.7                            version the file claims
 *   id           permanent  update              hexadecimal
 *   info         title|author|subject|keywords|creator|producer|created|modified  value
 *                                               entries of /Info, a line each
 *   metadata     XMP packet, as it stands
 *   may          print|modify|copy|annotate|fill-forms|extract|assemble|print-well
 *                                               permissions, a line each; all: not encrypted
 *   has          javascript|attachments|form-fields|signatures  number
 *   pages        count
 *   page         page  width  height  crop x1  y1  x2  y2
 *   text         page  line                     a line of the page, as poppler orders them
 *   word         page  x1  y1  x2  y2  word     the same, word by word, with the box of its letters;
 *                                               none when poppler does not tell where they stand
 *   link         page  kind  target  x1  y1  x2  y2  words
 *                                               kind: uri, goto, launch, javascript ...; words: of
 *                                               a line under it, without white space, at two
 *                                               heights, a space between: middle, top
 *   annotation   page  kind                     poppler's number of any kind but links
 *   bookmark     depth  title                    depth: from 0
 *   font         name  type  embedded|missing  subset|whole  encoding
 *   tagged       yes|no                         there is a structure tree
 *   element      depth  type  page  language  alt  actual text  text
 *                                               structure elements, parents first; text: of the
 *                                               element itself, not of those inside, a space
 *                                               between its pieces of content; page: of the first
 *                                               piece, 0 when it has none
 *   end                                         the listing is whole
 *
 * Of boxes poppler-glib tells the crop box alone. It ends an element's text early, at the end of
 * the first /ActualText inside (poppler 22.12), and gives that text in the order it was painted;
 * the lines of `text` have neither fault. It tells nothing of /ToUnicode but the text it gives. */
#pragma once
#include <stdio.h>

/* Begins a line. Each field is added after it; listing_end() ends it. */
void listing_begin(const char *keyword);
void listing_text(const char *text); /* NULL: empty */
void listing_number(int number);
void listing_length(double points);
void listing_end(void);
