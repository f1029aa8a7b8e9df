/* index.html of an order: languages to point at, then the leaflets of each. Nothing in it says what the
 * leaflets are about. */
#include "command/html.h"
#include "command/order.h"

#include <glib/gi18n.h>
#include <string.h>

static const char style[] =
    "*{box-sizing:border-box}\n"
    "html{font:18px/1.5 system-ui,'Noto Sans',sans-serif;color:#111;background:#fff;"
    "scroll-behavior:smooth}\n"
    "body{margin:0 auto;max-width:64rem;padding:1rem}\n"
    "a{color:#134b50}\n"
    ":focus-visible{outline:4px solid #134b50;outline-offset:3px}\n"
    ".skip{position:absolute;inset-inline-start:-99em}\n"
    ".skip:focus{position:static}\n"
    "h1{font-size:1.6rem;margin:.5rem 0}\n"
    ".draft{border:3px solid #111;padding:.3rem .8rem;font-weight:700}\n"
    "ul{list-style:none;margin:0;padding:0;display:grid;gap:1rem}\n"
    "nav ul{grid-template-columns:repeat(auto-fill,minmax(13rem,1fr))}\n"
    "nav a{display:block;border:2px solid #134b50;border-radius:.5rem;padding:.8rem 1rem;"
    "font-size:1.5rem;font-weight:700;text-align:center;text-decoration:none}\n"
    "nav a:hover{background:#dae9ea}\n"
    "h2{font-size:1.6rem;border-top:3px solid #134b50;margin:2.5rem 0 1rem;padding-top:.6rem}\n"
    "main ul{grid-template-columns:repeat(auto-fill,minmax(15rem,1fr))}\n"
    "main img{display:block;height:12rem;width:auto;max-width:100%;object-fit:contain;"
    "border:1px solid #888;margin-bottom:.4rem}\n"
    "section[dir=rtl] span{text-align:right}\n"
    "main a{display:block;text-decoration:none}\n"
    "main span{display:block}\n"
    "main a>span:first-of-type{text-decoration:underline}\n"
    ".facts{font-size:.85rem;color:#333}\n"
    "@media print{html{font-size:11pt}.skip{display:none}a{color:#111;text-decoration:none}\n"
    "main li{break-inside:avoid}h2{break-after:avoid}nav{break-after:page}\n"
    "nav ul{grid-template-columns:repeat(3,1fr)}main ul{grid-template-columns:repeat(3,1fr)}\n"
    "main a::after{content:attr(href);display:block;font-size:8pt;overflow-wrap:anywhere}\n"
    "@page{margin:15mm}}\n";

typedef struct Writer {
    GString *page;
    const Ordered *ordered;
    HtmlTongue tongue;
    GPtrArray *readers; /* Locale: by tag, each once */
} Writer;

static int
by_tag(const void *a, const void *b)
{
    const Locale *const *one = a, *const *other = b;

    return strcmp((*one)->tag, (*other)->tag);
}

static GPtrArray *
find_readers(const Ordered *ordered)
{
    const Batch *batch = ordered->batch;
    GPtrArray *readers = g_ptr_array_new();

    for (int i = 0; i < batch->jobs->count; i++) {
        const Locale *reader = variant_reader(&batch->jobs->items[i].variant);

        if (ordered->made->pdata[i] != NULL && !g_ptr_array_find(readers, reader, NULL))
            g_ptr_array_add(readers, (void *) reader);
    }
    g_ptr_array_sort(readers, by_tag);
    return readers;
}

static bool
has_drafts(const Ordered *ordered)
{
    const Batch *batch = ordered->batch;

    for (int i = 0; i < batch->jobs->count; i++)
        if (ordered->made->pdata[i] != NULL && !batch->jobs->items[i].variant.release)
            return true;
    return false;
}

static const char *
direction_of(const Locale *locale)
{
    return html_direction(locale->direction == DIRECTION_RTL);
}

static void
add_languages(const Writer *writer)
{
    html_add(writer->page, "<nav aria-label=\"%s\">\n<ul>\n", _("Languages"));
    for (guint i = 0; i < writer->readers->len; i++) {
        const Locale *locale = writer->readers->pdata[i];

        html_add(writer->page, "<li><a href=\"#%s\" lang=\"%s\" dir=\"%s\">%s</a></li>\n",
                 locale->lang, locale->lang, direction_of(locale), locale->autonym);
    }
    html_add_raw(writer->page, "</ul>\n</nav>\n");
}

/* Formats have titles in English. */
static void
add_file(const Writer *writer, const Job *job, const MadeFile *file)
{
    const Variant *variant = &job->variant;
    HtmlTongue tongue = writer->tongue;
    const Output *picture = output_find("picture");
    g_autofree char *locales = variant_locales(variant);
    const char *kind = output_find(file->output)->imposed ? _("PDF on sheets, to print") : "PDF";
    g_autofree char *size = g_format_size(file->size);

    html_add(
        writer->page,
        "<li><a href=\"%s\"><img src=\"%s/%s%s\" alt=\"%s\" loading=\"lazy\">\n"
        "<span lang=\"en\" dir=\"ltr\">%s</span>\n"
        "<span class=\"facts\" lang=\"%s\" dir=\"%s\">%s · %s%s%s · %s, %s</span></a></li>\n",
        file->name, picture->folder, job->name, picture->suffix, _("First page"),
        variant->format->title, tongue.lang, html_direction(tongue.rtl), locales,
        variant->audience->id, variant->discreet ? " · " : "",
        variant->discreet ? _("discreet") : "", kind, size);
}

/* What a press takes, pictures of single pages, and dumps are not to be read here. */
static void
add_leaflets(const Writer *writer, const Locale *reader)
{
    const Batch *batch = writer->ordered->batch;

    for (int i = 0; i < batch->jobs->count; i++) {
        const Job *job = &batch->jobs->items[i];
        const Made *made = writer->ordered->made->pdata[i];

        if (variant_reader(&job->variant) != reader || made == NULL)
            continue;
        for (guint k = 0; k < made->files->len; k++) {
            const MadeFile *file = &g_array_index(made->files, MadeFile, k);

            if (output_find(file->output)->for_readers)
                add_file(writer, job, file);
        }
    }
}

static void
add_sections(const Writer *writer)
{
    html_add_raw(writer->page, "<main id=\"leaflets\" tabindex=\"-1\">\n");
    for (guint i = 0; i < writer->readers->len; i++) {
        const Locale *locale = writer->readers->pdata[i];

        html_add(writer->page,
                 "<section id=\"%s\" tabindex=\"-1\" aria-labelledby=\"h-%s\" dir=\"%s\">\n"
                 "<h2 id=\"h-%s\" lang=\"%s\">%s</h2>\n<ul>\n",
                 locale->lang, locale->lang, direction_of(locale), locale->lang, locale->lang,
                 locale->autonym);
        add_leaflets(writer, locale);
        html_add_raw(writer->page, "</ul>\n</section>\n");
    }
    html_add_raw(writer->page, "</main>\n");
}

GBytes *
catalogue_page(const Ordered *ordered)
{
    const Batch *batch = ordered->batch;
    g_autoptr(GPtrArray) readers = find_readers(ordered);
    const Writer writer = { g_string_new(NULL), ordered, html_tongue(batch->project), readers };

    html_begin(writer.page, writer.tongue, _("Leaflets"), style);
    html_add(writer.page, "<header>\n<a class=\"skip\" href=\"#leaflets\">%s</a>\n<h1>%s</h1>\n",
             _("To the leaflets"), _("Leaflets"));
    if (has_drafts(ordered))
        html_add(writer.page, "<p class=\"draft\">%s</p>\n", _("Drafts: not to be handed out"));
    html_add_raw(writer.page, "</header>\n");
    add_languages(&writer);
    add_sections(&writer);
    html_end(writer.page, NULL);
    return g_string_free_to_bytes(writer.page);
}
