/* command/preview_page.h - index.html of a preview: pages with their boxes beside a table of the
 * strings. */
#pragma once
#include "command/preview_strings.h"

/* Free with g_bytes_unref(). */
GBytes *preview_page(const Batch *batch, const PreviewPlan *plan, const PreviewStrings *strings);

/* --- private to the page: preview_page.c, preview_table.c, preview_look.c --- */

typedef struct PreviewWriter {
    GString *page;
    const Batch *batch;
    const PreviewPlan *plan;
    const PreviewStrings *strings;
} PreviewWriter;

/* " missing tight": the classes that filters go by. Free with g_free(). */
char *preview_classes(unsigned flags);
/* "trifold · adult"; with the pack's id where there are several. Free with g_free(). */
char *preview_leaflet_name(const PreviewWriter *writer, int leaflet);

void preview_table(const PreviewWriter *writer);

extern const char preview_style[], preview_script[];
