/* Checks of one leaflet's pages: nothing lost, nothing outside; telling.c and cover.c: nothing told;
 * clear_print.c: nothing hard to see. */
#include "check/clear_print.h"
#include "check/cover.h"
#include "check/confidential.h"
#include "check/telling.h"

#include <glib/gi18n.h>
#include <string.h>

static const double tolerance = 0.5; /* points */

static Where
block_where(const Document *document, int index)
{
    const Block *block = &document->blocks[index];
    const Text *source = block->phrase_count > 0 ? block->phrases[0].source : NULL;

    return source != NULL ? source->where : document->sections[block->section].where;
}

static const char *
block_name(const Document *document, int index)
{
    const Block *block = &document->blocks[index];
    const Text *source = block->phrase_count > 0 ? block->phrases[0].source : NULL;

    return source != NULL ? source->context : role_info(block->role)->name;
}

static bool
is_inside(Rect inner, Rect outer)
{
    return inner.x >= outer.x - tolerance && inner.y >= outer.y - tolerance &&
           inner.x + inner.width <= outer.x + outer.width + tolerance &&
           inner.y + inner.height <= outer.y + outer.height + tolerance;
}

/* --- every letter is there ----------------------------------------------------------------- */

static int
item_bytes(const Item *item)
{
    int bytes = 0;

    for (int i = 0; i < item->line_count; i++)
        bytes += item->lines[i].line.end - item->lines[i].line.start;
    return bytes;
}

static void
no_text_is_dropped(const Pages *pages, Diags *diags)
{
    const Document *document = pages->document;
    g_autofree int *placed = g_new0(int, MOST_PHRASES * document->block_count + 1);

    for (int i = 0; i < pages->page_count; i++)
        for (int k = 0; k < pages->pages[i].item_count; k++) {
            const Item *item = &pages->pages[i].items[k];

            if (item->kind == ITEM_TEXT && item->block >= 0 && item->line_count > 0)
                placed[MOST_PHRASES * item->block + item->phrase] += item_bytes(item);
        }
    for (int i = 0; i < document->block_count; i++)
        for (int k = 0; k < document->blocks[i].phrase_count; k++)
            if (placed[MOST_PHRASES * i + k] < (int) strlen(document->blocks[i].phrases[k].text))
                diag_add(diags, DIAG_TEXT_DROPPED, block_where(document, i),
                         "'%s' is not wholly on the pages of format '%s'",
                         block_name(document, i), document->variant.format->id);
}

/* --- nothing is outside -------------------------------------------------------------------- */

static Rect
line_ink(const Item *item, const PlacedLine *placed)
{
    double scale = item->size / REFERENCE_SIZE;
    const Line *line = &placed->line;

    return (Rect){ placed->x, placed->baseline - line->above * scale, line->width * scale,
                   (line->above + line->below) * scale };
}

static void
report_ink(const Pages *pages, const Item *item, int page, const char *what, Diags *diags)
{
    const Document *document = pages->document;
    int block = MAX(item->block, 0);

    diag_add(diags, DIAG_INK_OUTSIDE, block_where(document, block),
             "'%s' reaches over %s on page %d of format '%s' (locale '%s')",
             block_name(document, block), what, page + 1, document->variant.format->id,
             document->variant.locale->tag);
}

static void
check_item(const Pages *pages, const Item *item, int page, Diags *diags)
{
    const Format *format = pages->document->variant.format;
    Rect sheet = { format->safe, format->safe, format->sheet.width - 2 * format->safe,
                   format->sheet.height - 2 * format->safe };
    const PanelPlace *place = pages_find_place(pages, item);
    Rect area = place == NULL ? sheet : place->area;

    if (item->kind != ITEM_TEXT) {
        Rect drawn = item->rect;

        drawn.height += item->tail_height;
        Rect rect = pages_rect_on_sheet(pages, item, drawn);
        if (!is_inside(rect, sheet) || !is_inside(rect, area))
            report_ink(pages, item, page, _("the edge of its panel"), diags);
        return;
    }
    for (int i = 0; i < item->line_count; i++) {
        Rect ink = pages_rect_on_sheet(pages, item, line_ink(item, &item->lines[i]));

        if (!is_inside(ink, sheet))
            report_ink(pages, item, page, _("the edge that printers leave white"), diags);
        else if (!is_inside(ink, area))
            report_ink(pages, item, page, _("a fold"), diags);
    }
}

static void
ink_stays_inside(const Pages *pages, Diags *diags)
{
    if (pages->overflows)
        return;
    for (int i = 0; i < pages->page_count; i++)
        for (int k = 0; k < pages->pages[i].item_count; k++)
            check_item(pages, &pages->pages[i].items[k], i, diags);
}

/* --- nothing is empty ---------------------------------------------------------------------- */

static bool
has_any(const Document *document, SectionNames names)
{
    for (int i = 0; i < document->section_count; i++)
        if (section_names_have(names, document->sections[i].id))
            return true;
    return false;
}

/* A format that leaves out what it does not name prints nothing of a pack that calls its sections
 * otherwise. */
static void
no_panel_is_empty(const Pages *pages, Diags *diags)
{
    const Document *document = pages->document;
    const Format *format = document->variant.format;

    for (int i = 0; i < format->panels.count && !format->others; i++) {
        const Panel *panel = &format->panels.items[i];

        if (panel->holds.count == 0 || has_any(document, panel->holds) ||
            has_any(document, panel->foot))
            continue;
        diag_add(diags, DIAG_PANEL_EMPTY, panel->where,
                 "the panel '%s' of '%s' is empty: the pack '%s' has no section '%s' for it",
                 panel->id, format->id, document->variant.pack->id, panel->holds.items[0]);
    }
}

/* --- the table ----------------------------------------------------------------------------- */

typedef void (*PagesCheck)(const Pages *pages, Diags *diags);

/* To add one: its function above, its row here, a case in tests/golden. */
static const PagesCheck checks[] = {
    no_text_is_dropped,
    ink_stays_inside,
    no_panel_is_empty,
    telling_names_are_neutral,
    telling_words_are_known,
    telling_words_stay_inside,
    no_confidential_number_is_printed,
    covers_tell_nothing,
    shown_words_are_right,
    nothing_is_too_small,
    no_text_is_too_pale,
    no_line_is_too_long,
};

void
check_pages(const Pages *pages, Diags *diags)
{
    for (size_t i = 0; i < G_N_ELEMENTS(checks); i++)
        checks[i](pages, diags);
}
