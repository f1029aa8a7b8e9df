#include "command/preview_page.h"

#include "base/geometry.h"
#include "command/html.h"

#include <glib/gi18n.h>
#include <string.h>

static const double pixels_a_point = 1.6; /* of a picture on a wide screen */

/* One row a filter; the first shows everything. */
static const struct {
    const char *id;
    const char *label; /* with %d for how many there are */
    unsigned flag;
} filters[] = {
    { "all", N_("All %d"), 0 },
    { "missing", N_("Missing %d"), PREVIEW_MISSING },
    { "fuzzy", N_("Fuzzy %d"), PREVIEW_FUZZY },
    { "faults", N_("Faults %d"), PREVIEW_FAULTS },
    { "tight", N_("Little room %d"), PREVIEW_TIGHT },
};

char *
preview_classes(unsigned flags)
{
    GString *classes = g_string_new(NULL);

    for (size_t i = 1; i < G_N_ELEMENTS(filters); i++)
        if (flags & filters[i].flag)
            g_string_append_printf(classes, " %s", filters[i].id);
    return g_string_free(classes, FALSE);
}

/* Numbers have a point, whatever the language. */
static void
add_rect(GString *page, Rect rect)
{
    g_string_append_printf(page, "left:%.3f%%;top:%.3f%%;width:%.3f%%;height:%.3f%%",
                           100 * rect.x, 100 * rect.y, 100 * rect.width, 100 * rect.height);
}

/* --- the head ------------------------------------------------------------------------------ */

static void
add_filters(const PreviewWriter *writer)
{
    for (size_t i = 0; i < G_N_ELEMENTS(filters); i++)
        html_add(writer->page,
                 "<input class=\"filter\" type=\"radio\" name=\"f\" id=\"f-%s\"%s>\n",
                 filters[i].id, i == 0 ? " checked" : "");
}

static void
add_labels(const PreviewWriter *writer)
{
    html_add(writer->page, "<div class=\"labels\" role=\"group\" aria-label=\"%s\">\n",
             _("Which strings"));
    for (size_t i = 0; i < G_N_ELEMENTS(filters); i++) {
        int count = i == 0 ? (int) writer->strings->items->len
                           : preview_strings_count(writer->strings, filters[i].flag);
        g_autofree char *digits = g_strdup_printf("%d", count);
        g_auto(GStrv) parts = g_strsplit(_(filters[i].label), "%d", 2);
        g_autofree char *label = g_strjoinv(digits, parts);

        html_add(writer->page, "<label for=\"f-%s\">%s</label>\n", filters[i].id, label);
    }
    html_add_raw(writer->page, "</div>\n");
}

static void
add_head(const PreviewWriter *writer, const char *title)
{
    GString *page = writer->page;

    add_filters(writer);
    html_add(page,
             "<a class=\"skip\" href=\"#strings\">%s</a>\n<header>\n<h1>%s</h1>\n<p>%s</p>\n",
             _("To the table of strings"), title, _("A draft to look at, not to hand out"));
    add_labels(writer);
    html_add_raw(page, "</header>\n");
    if (writer->strings->remarks->len == 0)
        return;
    html_add_raw(page, "<ul class=\"remarks\">\n");
    for (guint i = 0; i < writer->strings->remarks->len; i++)
        html_add(page, "<li>%s</li>\n", (char *) writer->strings->remarks->pdata[i]);
    html_add_raw(page, "</ul>\n");
}

/* --- pages --------------------------------------------------------------------------------- */

static const PreviewString *
find_string(const PreviewWriter *writer, int message)
{
    for (guint i = 0; i < writer->strings->items->len; i++) {
        const PreviewString *string = writer->strings->items->pdata[i];

        if (string->number == message + 1)
            return string;
    }
    return NULL;
}

/* The first box of a string on a page has a name to lead to. */
static bool
is_first_box(const GArray *boxes, guint index)
{
    const SeenBox *box = &g_array_index(boxes, SeenBox, index);

    for (guint i = 0; i < index; i++) {
        const SeenBox *before = &g_array_index(boxes, SeenBox, i);

        if (before->message == box->message && before->page == box->page)
            return false;
    }
    return true;
}

static void
add_box(const PreviewWriter *writer, int leaflet, const GArray *boxes, guint index)
{
    GString *page = writer->page;
    const SeenBox *box = &g_array_index(boxes, SeenBox, index);
    const PreviewString *string = find_string(writer, box->message);

    if (string == NULL)
        return;
    g_autofree char *classes = preview_classes(string->flags);
    bool first = is_first_box(boxes, index);
    g_string_append_printf(page, "<a class=\"box%s%s%s%s\" data-s=\"%d\" href=\"#s%d\"",
                           box->rtl ? " rtl" : "", box->shared ? " shared" : "",
                           box->over ? " over" : "", classes, string->number, string->number);
    if (first)
        g_string_append_printf(page, " id=\"b%d-%d-%d\"", leaflet + 1, box->page + 1,
                               string->number);
    else
        html_add_raw(page, " tabindex=\"-1\"");
    html_add(page, " title=\"%s\" style=\"", string->message->text->context);
    add_rect(page, box->rect);
    if (first)
        g_string_append_printf(page, "\"><span>%d</span></a>\n", string->number);
    else
        html_add_raw(page, "\"></a>\n");
}

/* What of the picture lies beside the paper. */
static void
add_off(const PreviewWriter *writer, Rect sheet)
{
    const double right = sheet.x + sheet.width, bottom = sheet.y + sheet.height;
    const Rect off[] = { { 0, 0, 1, sheet.y },
                         { 0, bottom, 1, 1 - bottom },
                         { 0, sheet.y, sheet.x, sheet.height },
                         { right, sheet.y, 1 - right, sheet.height } };

    for (size_t i = 0; i < G_N_ELEMENTS(off); i++) {
        if (off[i].width < 0.001 || off[i].height < 0.001)
            continue;
        html_add_raw(writer->page, "<div class=\"off\" style=\"");
        add_rect(writer->page, off[i]);
        html_add_raw(writer->page, "\"></div>\n");
    }
}

static void
add_figure(const PreviewWriter *writer, int leaflet, const SeenPage *seen)
{
    GString *page = writer->page;
    const Job *job = &writer->batch->jobs->items[leaflet];
    const GArray *boxes = ((Seen *) writer->strings->seen->pdata[leaflet])->boxes;
    g_autofree char *caption = g_strdup_printf(_("page %d"), seen->page + 1);

    g_string_append_printf(page, "<figure style=\"width:%.0fpx\">\n<div class=\"sheet\">\n",
                           seen->size.width * pixels_a_point);
    html_add(page, "<img src=\"%s-p", job->name);
    g_string_append_printf(page, "%d.png\" width=\"%.0f\" height=\"%.0f\" loading=\"lazy\"",
                           seen->page + 1, seen->size.width * pixels_a_point,
                           seen->size.height * pixels_a_point);
    html_add(page, " alt=\"%s, %s\">\n", job->variant.format->id, caption);
    add_off(writer, seen->sheet);
    for (guint i = 0; i < boxes->len; i++)
        if (g_array_index(boxes, SeenBox, i).page == seen->page)
            add_box(writer, leaflet, boxes, i);
    html_add(page, "</div>\n<figcaption>%s</figcaption>\n</figure>\n", caption);
}

char *
preview_leaflet_name(const PreviewWriter *writer, int leaflet)
{
    const Jobs *jobs = writer->batch->jobs;
    const Variant *variant = &jobs->items[leaflet].variant;
    g_autofree char *locales = variant_locales(variant);
    bool packs = jobs->items[0].variant.pack != jobs->items[jobs->count - 1].variant.pack;

    return g_strconcat(packs ? variant->pack->id : "", packs ? " · " : "", variant->format->id,
                       " · ", variant->audience->id, variant->second != NULL ? " · " : "",
                       variant->second != NULL ? locales : "", NULL);
}

static void
add_facts(const PreviewWriter *writer, int leaflet, const Seen *seen)
{
    const Made *made = writer->batch->made->pdata[leaflet];
    g_autofree char *size = g_strdup_printf(_("text in %g points"), made->body_size);
    g_autofree char *over =
        seen->over > 0 ? g_strdup_printf(_("does not fit: %.1f mm too much"), to_mm(seen->over))
                       : g_strdup(_("does not fit: a word is too wide"));

    html_add(writer->page, "<p>%s · <a href=\"%s-strings.pdf\">%s</a>", size,
             writer->batch->jobs->items[leaflet].name, _("PDF with boxes and keys"));
    if (seen->overflows)
        html_add(writer->page, " · <span class=\"over-note\">%s</span>", over);
    if (made->less > 0)
        html_add(writer->page, " · %s", _("not all of it fits, so it has less in it"));
    html_add_raw(writer->page, "</p>\n");
}

static bool
is_shown(const PreviewWriter *writer, int leaflet)
{
    const Seen *seen = writer->strings->seen->pdata[leaflet];

    return seen != NULL && seen->pages->len > 0;
}

static void
add_leaflet(const PreviewWriter *writer, int leaflet)
{
    const Seen *seen = writer->strings->seen->pdata[leaflet];
    g_autofree char *name = preview_leaflet_name(writer, leaflet);

    g_string_append_printf(writer->page, "<article id=\"l%d\">\n", leaflet + 1);
    html_add(writer->page, "<h2>%s</h2>\n", name);
    add_facts(writer, leaflet, seen);
    for (guint i = 0; i < seen->pages->len; i++)
        add_figure(writer, leaflet, &g_array_index(seen->pages, SeenPage, i));
    html_add_raw(writer->page, "</article>\n");
}

static void
add_leaflets(const PreviewWriter *writer)
{
    const Jobs *jobs = writer->batch->jobs;

    html_add(writer->page, "<section aria-label=\"%s\" tabindex=\"0\">\n<nav>\n", _("Pages"));
    for (int i = 0; i < jobs->count; i++) {
        g_autofree char *name = preview_leaflet_name(writer, i);

        if (!is_shown(writer, i))
            continue;
        g_string_append_printf(writer->page, "<a href=\"#l%d\">", i + 1);
        html_add(writer->page, "%s</a>\n", name);
    }
    html_add_raw(writer->page, "</nav>\n");
    for (int i = 0; i < jobs->count; i++)
        if (is_shown(writer, i))
            add_leaflet(writer, i);
    html_add_raw(writer->page, "</section>\n");
}

/* --- the whole ----------------------------------------------------------------------------- */

GBytes *
preview_page(const Batch *batch, const PreviewPlan *plan, const PreviewStrings *strings)
{
    GString *page = g_string_new(NULL);
    const PreviewWriter writer = { page, batch, plan, strings };
    g_autofree char *title =
        g_strdup_printf(_("Preview: %s (%s)"), plan->locale->autonym, plan->locale->tag);

    html_begin(page, html_tongue(batch->project), title, preview_style);
    add_head(&writer, title);
    html_add_raw(page, "<main>\n");
    add_leaflets(&writer);
    preview_table(&writer);
    html_add_raw(page, "</main>\n");
    html_end(page, preview_script);
    return g_string_free_to_bytes(page);
}
