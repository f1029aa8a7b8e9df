/* readback/parts.h - the parts of a listing; main.c puts them one after the other. */
#pragma once
#include <poppler.h>
#include <stdbool.h>

/* Poppler wraps every word of a page that has right-to-left words in these. */
bool is_mark(gunichar c);
/* Poppler puts the letters of neighbouring columns together without a space. Letters of one word
 * follow each other closely, left to right. */
bool stand_apart(const PopplerRectangle *left, const PopplerRectangle *right);

/* Version, id, /Info, metadata, permissions, and what a leaflet should not have. */
void list_document(PopplerDocument *document);
/* Bookmarks, parents before children. */
void list_bookmarks(PopplerDocument *document);
/* Words of @text with their places on the page of this @height. @boxes has one rectangle for every
 * letter but the marks of direction. */
void list_words(const char *text, const PopplerRectangle *boxes, int page, double height);
/* Boxes, lines of text, links and annotations of every page. */
void list_pages(PopplerDocument *document);
void list_fonts(PopplerDocument *document);
/* The text of elements comes out of poppler-glib 22.12 as if its UTF-8 were PDFDocEncoding. Gives
 * the UTF-8, with U+FFFD for letters that cannot be told any more; @text itself, when it is not of
 * that kind. Free with g_free(). */
char *undo_pdf_encoding(const char *text);
/* The structure tree, parents before children, in its own order. */
void list_structure(PopplerDocument *document);
