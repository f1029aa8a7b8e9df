/* The table of what is checked in a finished PDF, and the checks that look at one fact alone. */
#include "check/verify.h"

#include "base/quote.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

enum { QUOTED_CHARACTERS = 48, ALL_PERMISSIONS = 8 };
static const double tolerance = 0.5; /* points */

Where
verify_where(const Verification *check, int page)
{
    return (Where){ check->printed->path, 0, page };
}

const char *
verify_block_name(const Block *block, int phrase)
{
    const Text *source = block->phrases[phrase].source;

    return source != NULL ? source->context : role_info(block->role)->name;
}

char *
verify_phrase_text(const Verification *check, const Phrase *phrase)
{
    g_auto(GStrv) parts = g_strsplit(phrase->text, check->document->edition, -1);

    return g_strjoinv(check->printed->edition, parts);
}

char *
verify_quote(const char *text)
{
    return quote_beginning(text, QUOTED_CHARACTERS);
}

/* --- edition ------------------------------------------------------------------------------- */

static void
content_is_as_it_was(const Verification *check)
{
    const char *printed = check->printed->edition;

    if (strcmp(printed, check->document->edition) != 0)
        diag_add(check->diags, DIAG_VERIFY_EDITION, verify_where(check, 0),
                 "this is edition %s, but the content is edition %s now", printed,
                 check->document->edition);
}

/* --- pages --------------------------------------------------------------------------------- */

static bool
is_size(const ListedPage *page, Size size)
{
    return fabs(page->width - size.width) <= tolerance &&
           fabs(page->height - size.height) <= tolerance;
}

static Size
wanted_size(const Verification *check)
{
    const Imposition *imposition = check->printed->imposition;

    return imposition != NULL ? imposition->sheet : check->document->variant.format->sheet;
}

static int
wanted_pages(const Verification *check)
{
    const Imposition *imposition = check->printed->imposition;

    return imposition != NULL ? impose_face_count(imposition) : check->printed->pages;
}

static void
sheets_have_their_size(const Verification *check)
{
    const Format *format = check->document->variant.format;
    const PdfListing *listing = check->listing;
    int wanted = wanted_pages(check);
    Size size = wanted_size(check);

    if (listing->page_count != wanted || listing->pages->len != (guint) listing->page_count)
        diag_add(check->diags, DIAG_VERIFY_PAGE, verify_where(check, 0),
                 "%d pages can be read of %d; %d were made", (int) listing->pages->len,
                 listing->page_count, wanted);
    for (guint i = 0; i < listing->pages->len; i++) {
        const ListedPage *page = listed(listing->pages, ListedPage, i);
        bool cropped = fabs(page->crop[2] - page->crop[0] - page->width) > tolerance ||
                       fabs(page->crop[3] - page->crop[1] - page->height) > tolerance;

        if (!is_size(page, size) || cropped)
            diag_add(check->diags, DIAG_VERIFY_PAGE, verify_where(check, page->number),
                     "page %d shows %.0f x %.0f mm; a sheet of format '%s' has %.0f x %.0f mm",
                     page->number, to_mm(page->crop[2] - page->crop[0]),
                     to_mm(page->crop[3] - page->crop[1]), format->id, to_mm(size.width),
                     to_mm(size.height));
    }
}

/* --- fonts --------------------------------------------------------------------------------- */

static bool
is_no_letter(gunichar c)
{
    return c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

/* Poppler gives no letter at all, or one that means nothing, for a glyph it knows no letter of. */
static void
glyphs_mean_letters(const Verification *check)
{
    for (guint i = 0; i < check->listing->lines->len; i++) {
        const ListedLine *line = listed(check->listing->lines, ListedLine, i);
        g_autofree char *quoted = verify_quote(line->text);

        for (const char *at = line->text; *at != '\0'; at = g_utf8_next_char(at)) {
            if (!is_no_letter(g_utf8_get_char(at)))
                continue;
            diag_add(check->diags, DIAG_VERIFY_FONT, verify_where(check, line->page),
                     "a sign on page %d stands for no letter: \"%s\"", line->page, quoted);
            break;
        }
    }
}

static void
fonts_are_inside(const Verification *check)
{
    for (guint i = 0; i < check->listing->fonts->len; i++) {
        const ListedFont *font = listed(check->listing->fonts, ListedFont, i);

        if (!font->embedded)
            diag_add(check->diags, DIAG_VERIFY_FONT, verify_where(check, 0),
                     "the font '%s' is not in the file", font->name);
    }
    glyphs_mean_letters(check);
}

/* --- what a leaflet on paper has no use for ------------------------------------------------ */

static void
nothing_acts(const Verification *check)
{
    const PdfListing *listing = check->listing;

    for (guint i = 0; i < listing->extras->len; i++)
        diag_add(check->diags, DIAG_VERIFY_ACTIVE, verify_where(check, 0), "the file holds %s",
                 listed(listing->extras, ListedEntry, i)->name);
    if (listing->annotations > 0)
        diag_add(check->diags, DIAG_VERIFY_ACTIVE, verify_where(check, 0),
                 "the file holds %d annotations", listing->annotations);
    if (listing->permissions != ALL_PERMISSIONS)
        diag_add(check->diags, DIAG_VERIFY_ACTIVE, verify_where(check, 0),
                 "the file is locked: not everything may be done with it");
}

/* --- out of date --------------------------------------------------------------------------- */

static void
numbers_still_count_as_checked(const Verification *check)
{
    Date until = check->printed->contacts_until;

    if (date_is_none(until) || date_is_none(check->today) ||
        date_compare(until, check->today) >= 0)
        return;
    diag_add(check->diags, DIAG_VERIFY_CONTACT_EXPIRED, verify_where(check, 0),
             "its phone numbers counted as checked until %04d-%02d-%02d", until.year,
             until.month, until.day);
}

/* --- the table ----------------------------------------------------------------------------- */

/* To add one: its function, its row here, a case in tests/unit/test_verify.c. Sheets for a printer have no
 * order to read them in, nothing to touch, and all sides in one pile: what asks of those is left out. */
static const struct {
    void (*check)(const Verification *check);
    bool of_imposed;
} checks[] = {
    { content_is_as_it_was, true },
    { verify_metadata, true },
    { sheets_have_their_size, true },
    { fonts_are_inside, true },
    { verify_text, true },
    { verify_numbers, true },
    { verify_order, false },
    { verify_sheets, true },
    { verify_telling, false },
    { verify_links, false },
    { nothing_acts, true },
    { numbers_still_count_as_checked, true },
};

Size
check_printed_size(const char *listing)
{
    g_autoptr(PdfListing) parsed = pdf_listing_parse(listing);

    if (parsed->pages->len == 0)
        return (Size){ 0 };
    const ListedPage *page = listed(parsed->pages, ListedPage, 0);
    return (Size){ page->width, page->height };
}

void
check_printed(const Document *document, const Printed *printed, const char *listing, Date today,
              Diags *diags)
{
    g_autoptr(PdfListing) parsed = pdf_listing_parse(listing);
    const Verification check = { document, printed, parsed, today, diags };

    const char *fault = parsed->unreadable != NULL ? parsed->unreadable
                        : !parsed->whole           ? _("the reader stopped before the end")
                        : parsed->excessive        ? _("it holds more than any leaflet")
                                                   : NULL;

    if (fault != NULL) {
        diag_add(diags, DIAG_VERIFY_UNREADABLE, verify_where(&check, 0), "%s", fault);
        return;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(checks); i++)
        if (checks[i].of_imposed || printed->imposition == NULL)
            checks[i].check(&check);
}
