/* check/check.h - what must be true of a project, a document and its pages.
 * Tables of checks; each adds what it finds to the diagnostics. Knows nothing of files. */
#pragma once
#include "base/diag.h"
#include "model/content.h"
#include "model/document.h"
#include "model/page.h"

/* Of one pack: its contacts' dates, its laws' dates, its promises. @today: none means the day is not
 * known and nothing can be out of date. */
void check_pack(const Project *project, const Pack *pack, Date today, Diags *diags);

/* Of one leaflet's pages: no ink outside its frame or within the format's `safe` edge, and every
 * block of the document is there to its last letter. */
void check_pages(const Pages *pages, Diags *diags);
