/* A discreet leaflet tells strangers nothing of its topic: no telling word in the name of the file,
 * its title, metadata and bookmarks, in what pictures are called, and in what stands outside. */
#include "check/verify.h"

#include "base/telling.h"

#include <glib/gi18n.h>
#include <string.h>

static void
check_text(const Verification *check, const char *text, int page, const char *place)
{
    const Document *document = check->document;
    g_autofree char *word =
        text == NULL ? NULL : telling_find(text, document->telling, document->telling_count);

    if (word != NULL)
        diag_add(check->diags, DIAG_TELLING_WORD, verify_where(check, page),
                 "'%s', %s, would tell strangers what the leaflet is about", word, place);
}

/* --- what programs show of a file ---------------------------------------------------------- */

static void
check_file(const Verification *check)
{
    const PdfListing *listing = check->listing;
    g_autofree char *name = g_path_get_basename(check->printed->path);

    check_text(check, name, 0, _("in the name of the file"));
    check_text(check, listing->metadata, 0, _("in the metadata"));
    for (guint i = 0; i < listing->entries->len; i++)
        check_text(check, listed(listing->entries, ListedEntry, i)->value, 0,
                   _("in the metadata"));
    for (guint i = 0; i < listing->bookmarks->len; i++)
        check_text(check, listed(listing->bookmarks, ListedEntry, i)->value, 0,
                   _("in the bookmarks"));
    for (guint i = 0; i < listing->links->len; i++) {
        const ListedLink *link = listed(listing->links, ListedLink, i);

        check_text(check, link->target, link->page, _("in the target of a link"));
    }
}

static void
check_elements(const Verification *check)
{
    const GArray *elements = check->listing->elements;

    for (guint i = 0; i < elements->len; i++) {
        const ListedElement *element = listed(elements, ListedElement, i);

        check_text(check, element->alt, element->page, _("in what a picture is called"));
        if (strcmp(element->type, "H1") == 0)
            check_text(check, element->text, element->page, _("in the title"));
    }
}

/* --- what one sees of the paper ------------------------------------------------------------ */

static bool
holds(Rect rect, double x, double y)
{
    return x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height;
}

/* Only in the frame of an inner panel nobody sees it who does not open the leaflet. */
static bool
is_inside(const Verification *check, const ListedWord *word)
{
    const Variant *variant = &check->document->variant;
    const Format *format = variant->format;
    bool rtl = variant->locale->direction == DIRECTION_RTL;
    double x = (word->box[0] + word->box[2]) / 2;
    double y = format->sheet.height - (word->box[1] + word->box[3]) / 2;

    int page = word->page - 1;

    for (int i = 0; i < format->panels.count; i++) {
        const Panel *panel = &format->panels.items[i];
        Rect frame = panel_on_sheet(panel->frame, panel->area, panel->turn);

        if (!panel->outer && format_panel_is_on(format, panel, page, check->printed->pages) &&
            holds(format_rect_on_page(format, format_rect_on_sheet(format, rtl, frame), page),
                  x, y))
            return true;
    }
    return false;
}

static bool
ends_with_hyphen(const GString *text)
{
    return g_str_has_suffix(text->str, "-") || g_str_has_suffix(text->str, "\u2010");
}

/* Appends @word; one that was broken between lines becomes whole again. */
static void
append_word(GString *text, const char *word)
{
    if (ends_with_hyphen(text))
        g_string_truncate(text, (gsize) (g_utf8_prev_char(text->str + text->len) - text->str));
    else if (text->len > 0)
        g_string_append_c(text, ' ');
    g_string_append(text, word);
}

static void
check_page(const Verification *check, int page)
{
    const GArray *words = check->listing->words;
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i < words->len; i++) {
        const ListedWord *word = listed(words, ListedWord, i);

        if (word->page == page && !is_inside(check, word))
            append_word(text, word->text);
    }
    check_text(check, text->str, page, _("outside on the paper"));
}

/* A page of which the reader does not tell where its words stand is looked at as a whole. */
static void
check_lines(const Verification *check, int page)
{
    const GArray *words = check->listing->words, *lines = check->listing->lines;

    for (guint i = 0; i < words->len; i++)
        if (listed(words, ListedWord, i)->page == page)
            return;
    for (guint i = 0; i < lines->len; i++) {
        const ListedLine *line = listed(lines, ListedLine, i);

        if (line->page == page)
            check_text(check, line->text, page, _("on a page whose words cannot be placed"));
    }
}

void
verify_telling(const Verification *check)
{
    if (!check->document->variant.discreet)
        return;
    check_file(check);
    check_elements(check);
    for (int page = 1; page <= check->listing->page_count; page++) {
        check_page(check, page);
        check_lines(check, page);
    }
}
