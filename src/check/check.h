/* check/check.h - what must be true of a pack, a document, its pages, and a finished PDF.
 * Tables of checks; each adds what it finds to the diagnostics. Knows nothing of files. */
#pragma once
#include "base/diag.h"
#include "model/content.h"
#include "model/document.h"
#include "model/impose.h"
#include "model/page.h"

/* Of one pack: its contacts' dates, its laws' dates, its promises. @today: none means the day is not
 * known and nothing can be out of date. */
void check_pack(const Project *project, const Pack *pack, Date today, Diags *diags);

/* Of all contacts: that no two have one number, and none was called on a day after @today. */
void check_contacts(const Project *project, Date today, Diags *diags);

/* Of one leaflet, before it is laid out: the dates of the numbers and laws it prints, what it
 * promises, and that it covers what its pack says it must. A release of a sample is an error. */
void check_document(const Document *document, Date today, Diags *diags);

/* Of one leaflet's pages: no ink outside its frame or within the format's `safe` edge, every block
 * of the document is there to its last letter, no panel that names what it holds is empty, and a
 * discreet leaflet shows strangers no telling word. */
void check_pages(const Pages *pages, Diags *diags);

/* What is known of a finished PDF without opening it: where it is, and its entry in the manifest. */
typedef struct Printed {
    const char *path;    /* the place of what is found */
    const char *edition; /* its content when it was made */
    int pages;
    const Imposition *imposition; /* how its pages stand on sheets; NULL: they do not */
    const Document *sheets;       /* the words on the sheets, or NULL */
    Date contacts_until;          /* none: no number in it was ever checked */
} Printed;

/* The size of its first page, in points, as @listing has it; 0: there is none. */
Size check_printed_size(const char *listing);
/* Of one finished PDF: that it says what @document, the same leaflet composed anew, says; and that
 * it can be read by everyone and tells nothing else. @listing is what `rightspack-readback`
 * printed. @today: none means nothing can be out of date. Places are @printed's path, with the page
 * as column where it is known. */
void check_printed(const Document *document, const Printed *printed, const char *listing,
                   Date today, Diags *diags);
