/* layout/layout.h - pours a document into a format's panels.
 * Takes a Document, gives Pages. Knows nothing of YAML, PO or PDF. It alone knows Pango units. */
#pragma once
#include "base/diag.h"
#include "model/content.h"
#include "model/document.h"
#include "model/fit.h"
#include "model/job_sheet.h"
#include "model/box.h"
#include "model/impose.h"
#include "model/page.h"
#include "model/press.h"
#include "model/sheet.h"

/* The private set of fonts: nothing of the system is ever looked at. Make one a process, before
 * anything else touches Pango or fontconfig. */
typedef struct Fonts Fonts;

/* Missing font files are reported as `font-missing`. Never NULL; free with fonts_free(). */
Fonts *fonts_new(const Project *project, Diags *diags);
void fonts_free(Fonts *fonts);

/* Phrases shaped once at REFERENCE_SIZE, shared by every size, format and audience. */
typedef struct Shapes Shapes;

Shapes *shapes_new(Fonts *fonts);
void shapes_free(Shapes *shapes);
/* Forgets everything when very much has been shaped. No Pages made with @shapes may be left. */
void shapes_trim(Shapes *shapes);

/* Places every block of @document at the largest body size of its format that fits. What does not
 * fit at the least size is reported as `overflow`, with the panel, the millimetres missing and the
 * longest strings, and strings of which one alone need only be shorter as `over-budget`; a character without a glyph as `glyph-missing`. The pages made so far are
 * returned all the same, with `overflows` set. Never NULL; free with pages_free(), before @shapes
 * and @document. */
Pages *layout_document(const Document *document, Shapes *shapes, Diags *diags);

/* Measures what layout_document() would do, and what keeps the leaflet from the next larger size;
 * places nothing. Characters without a glyph are reported to @diags, what does not fit is in the
 * Fit alone. With @budgets every string is also told how long it may be, which takes far longer.
 * Never NULL; free with fit_free(). */
Fit *fit_document(const Document *document, Shapes *shapes, bool budgets, Diags *diags);

/* Places the pages of @leaflet on sheets, with the words of @document (compose_imposed()). Neither @leaflet
 * nor what it borrows may be freed before. Never NULL; free with pages_free(). */
Pages *layout_imposed(const Pages *leaflet, const Imposition *imposition,
                      const Document *document, Shapes *shapes);

/* Places every page of @leaflet on the sheet of a press, first of all that stands there, and under its marks the
 * words of @document (compose_pressed()); the rest as layout_imposed() has it. */
Pages *layout_pressed(const Pages *leaflet, const Document *document, Shapes *shapes);

/* Places captions and pictures of @sheet, whose words @document has (compose_sheet()), on as many
 * pages as they need. What it shows must not be freed before the sheet. Never NULL; free with
 * pages_free(). */
Pages *layout_sheet(const Sheet *sheet, const Document *document, Shapes *shapes);

/* The same of a job sheet, whose words compose_job_sheet() has. */
Pages *layout_job_sheet(const JobSheet *sheet, const Document *document, Shapes *shapes);

/* Where every string of @locale stands on @pages; lives as long as they do. */
Boxes layout_boxes(const Pages *pages, const Locale *locale);
/* @pages on paper so large that what does not fit is on it, too, with the sheet's edge drawn and a
 * hatch where room ends. To look at: its leaves are those of @pages, which must not be freed before
 * it. Never NULL; free with pages_free(). */
Pages *layout_spread(const Pages *pages);
/* Places pages, boxes and numbers of @marked, whose words @document has (compose_marked()). What it
 * shows must not be freed before it. Never NULL; free with pages_free(). */
Pages *layout_marked(const Marked *marked, const Document *document, Shapes *shapes);

/* The version of Pango at run time. */
const char *layout_pango_version(void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Fonts, fonts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Shapes, shapes_free)
