/* Pages to PDFs for a press: the same pages as every other output, on sheets with bleed, marks and slug. */
#include "output/finish/press.h"
#include "output/finish/scribe.h"

/* What the sheets show. */
static const Pages *
leaflet_on(const Pages *sheets)
{
    const Item *first = &sheets->pages[0].items[0];

    g_assert(first->kind == ITEM_PAGE);
    return first->shown;
}

static GPtrArray *
make(Painter *painter, const Pages *pages, const OutputSettings *settings, InkSet inks,
     const char *suffix, GError **error)
{
    const Variant *variant = &pages->document->variant;
    Date date = date_is_none(settings->date) ? pages->document->date : settings->date;
    const Format *format = leaflet_on(pages)->document->variant.format;
    bool rtl = variant->locale->direction == DIRECTION_RTL;
    const Press press = { .leaflet = leaflet_on(pages),
                          .inks = inks,
                          .mirrored = rtl && format->mirror == MIRROR_RTL,
                          .profile = settings->profile,
                          .condition = settings->condition };
    g_autoptr(Scribe) scribe = NULL;
    g_autoptr(GBytes) painted = pdf_paint(painter, pages, &scribe, error);
    GBytes *finished =
        painted == NULL ? NULL : finish_press(painted, pages, scribe, date, &press, error);

    if (finished == NULL)
        return NULL;
    GPtrArray *files = output_files_new();
    output_files_add(files, g_strdup(suffix), finished);
    return files;
}

GPtrArray *
press_make(Painter *painter, const Pages *pages, const OutputSettings *settings, GError **error)
{
    return make(painter, pages, settings, INKS_FOUR, "-press.pdf", error);
}

GPtrArray *
press_k_make(Painter *painter, const Pages *pages, const OutputSettings *settings,
             GError **error)
{
    return make(painter, pages, settings, INKS_BLACK, "-press-k.pdf", error);
}
