/* readback/parts.h - the parts of a listing; main.c puts them one after the other. */
#pragma once
#include <poppler.h>

/* Version, id, /Info, metadata, permissions, and what a leaflet should not have. */
void list_document(PopplerDocument *document);
/* Boxes, lines of text, links and annotations of every page. */
void list_pages(PopplerDocument *document);
void list_fonts(PopplerDocument *document);
/* The text of elements comes out of poppler-glib 22.12 as if its UTF-8 were PDFDocEncoding. Gives
 * the UTF-8, with U+FFFD for letters that cannot be told any more; @text itself, when it is not of
 * that kind. Free with g_free(). */
char *undo_pdf_encoding(const char *text);
/* The structure tree, parents before children, in its own order. */
void list_structure(PopplerDocument *document);
