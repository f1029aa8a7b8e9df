#include "check/clear_print.h"

#include "model/contrast.h"

#include <string.h>

/* Points. Clear print begins at 12 and large print at 16 (RNIB). A folded sheet has no room for 12 in all
 * languages, and one size for everything is disputed for small print and tables: nothing is below 9, and no
 * phone number below 12, for a digit that is guessed is a wrong number. */
static const double least_text = 9, least_number = 12, clear_print = 12, large_print = 16;
/* WCAG: of text, and of large text: from 18 points, or 14 bold. */
static const double contrast_text = 7, contrast_large = 4.5;
static const double large_text = 18, large_bold_text = 14;
/* WCAG 1.4.8: characters a line; Chinese, Japanese and Korean ones count twice. RNIB wants 60 to 70, which a
 * language with short words passes now and then. */
enum { LONGEST_LINE = 80 };
/* Sizes are multiples of quarter points. */
static const double rounding = 0.01;

typedef void ItemCheck(const Pages *pages, const Page *page, const Item *item, Diags *diags);

/* @check of every text of the document, wherever it stands, as of the message that it came from. */
static void
check_texts(const Pages *pages, ItemCheck *check, Diags *diags)
{
    for (int i = 0; i < pages->page_count; i++)
        for (int k = 0; k < pages->pages[i].item_count; k++) {
            const Item *item = &pages->pages[i].items[k];

            if (item->kind != ITEM_TEXT || item->block < 0 || item->line_count == 0)
                continue;
            const Block *block = &pages->document->blocks[item->block];
            const Text *source = block->phrases[item->phrase].source;
            diags_about(diags, source != NULL ? source->context : NULL);
            check(pages, &pages->pages[i], item, diags);
        }
    diags_about(diags, NULL);
}

static const Phrase *
phrase_of(const Pages *pages, const Item *item)
{
    return &pages->document->blocks[item->block].phrases[item->phrase];
}

static const RoleStyle *
style_of(const Pages *pages, const Item *item)
{
    return &pages->document->variant.format->style
                ->roles[pages->document->blocks[item->block].role];
}

static const char *
name_of(const Pages *pages, const Item *item)
{
    const Block *block = &pages->document->blocks[item->block];
    const Text *source = block->phrases[item->phrase].source;

    return source != NULL ? source->context : role_info(block->role)->name;
}

/* --- sizes --------------------------------------------------------------------------------- */

static void
check_size(const Pages *pages, const Page *page, const Item *item, Diags *diags)
{
    (void) page;
    if (item->size < least_text - rounding)
        diag_add(diags, DIAG_SMALL_TYPE, phrase_of(pages, item)->where,
                 "'%s' is printed in %g points in '%s'; nothing should be under %g",
                 name_of(pages, item), item->size, pages->document->variant.format->id,
                 least_text);
}

/* Figures alone, however they are grouped. */
static char *
digits_of(const char *text, size_t length)
{
    GString *digits = g_string_new(NULL);

    for (size_t i = 0; i < length; i++)
        if (g_ascii_isdigit(text[i]))
            g_string_append_c(digits, text[i]);
    return g_string_free(digits, FALSE);
}

/* The phone numbers of @item that are @large enough, or are not, go into @numbers. */
static void
note_numbers(const Pages *pages, const Item *item, bool large, GPtrArray *numbers)
{
    const Phrase *phrase = phrase_of(pages, item);

    if ((item->size >= least_number - rounding) != large)
        return;
    for (int i = 0; i < phrase->span_count; i++) {
        const Span *span = &phrase->spans[i];

        if (span->kind == SPAN_NUMBER)
            g_ptr_array_add(numbers, digits_of(phrase->text + span->start,
                                               (size_t) (span->end - span->start)));
    }
}

static void
note_all_numbers(const Pages *pages, bool large, GPtrArray *numbers)
{
    for (int i = 0; i < pages->page_count; i++)
        for (int k = 0; k < pages->pages[i].item_count; k++) {
            const Item *item = &pages->pages[i].items[k];

            if (item->kind == ITEM_TEXT && item->block >= 0 && item->line_count > 0)
                note_numbers(pages, item, large, numbers);
        }
}

/* In running text a number may be small when it stands in the list of numbers, too. */
static void
check_numbers(const Pages *pages, Diags *diags)
{
    const Format *format = pages->document->variant.format;
    g_autoptr(GPtrArray) large = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) small = g_ptr_array_new_with_free_func(g_free);

    note_all_numbers(pages, true, large);
    note_all_numbers(pages, false, small);
    for (guint i = 0; i < small->len; i++)
        if (!g_ptr_array_find_with_equal_func(large, small->pdata[i], g_str_equal, NULL))
            diag_add(diags, DIAG_SMALL_TYPE, format->where,
                     "the number %s stands in '%s' in less than %g points",
                     (const char *) small->pdata[i], format->id, least_number);
}

static void
check_body(const Pages *pages, Diags *diags)
{
    const Format *format = pages->document->variant.format;

    if (format->size_chosen && pages->body_size < large_print - rounding)
        diag_add(diags, DIAG_SMALL_TYPE, format->where,
                 "'%s' is set in %g points; large print begins at %g", format->id,
                 pages->body_size, large_print);
    else if (pages->body_size < clear_print - rounding)
        diag_add_as(diags, DIAG_SMALL_TYPE, SEVERITY_NOTE, format->where,
                    "'%s' sets running text in less than the %g points of clear print",
                    format->id, clear_print);
}

void
nothing_is_too_small(const Pages *pages, Diags *diags)
{
    check_texts(pages, check_size, diags);
    check_numbers(pages, diags);
    check_body(pages, diags);
}

/* --- contrast ------------------------------------------------------------------------------ */

static bool
is_ground(ItemKind kind)
{
    return kind == ITEM_FILL || kind == ITEM_BUBBLE || kind == ITEM_DISC || kind == ITEM_RULE;
}

static bool
covers(Rect rect, Rect line)
{
    double x = line.x + line.width / 2, y = line.y + line.height / 2;

    return x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height;
}

/* What was painted last under the middle of @line, before @item; paper where nothing was. */
static Ink
ground_of(const Pages *pages, const Page *page, const Item *item, Rect line)
{
    for (const Item *under = item - 1; under >= page->items; under--)
        if (is_ground(under->kind) &&
            covers(pages_rect_on_sheet(pages, under, under->rect), line))
            return under->ink;
    return INK_WHITE;
}

static Rect
line_rect(const Pages *pages, const Item *item, const PlacedLine *placed)
{
    double scale = item->size / REFERENCE_SIZE;
    Rect rect = { placed->x, placed->baseline - placed->line.above * scale,
                  placed->line.width * scale,
                  (placed->line.above + placed->line.below) * scale };

    return pages_rect_on_sheet(pages, item, rect);
}

static void
check_contrast(const Pages *pages, const Page *page, const Item *item, Diags *diags)
{
    const Format *format = pages->document->variant.format;
    const Colour *inks = format->style->palette.inks;
    double large = style_of(pages, item)->bold ? large_bold_text : large_text;
    double needed = item->size >= large - rounding ? contrast_large : contrast_text;

    for (int i = 0; i < item->line_count; i++) {
        Ink ground = ground_of(pages, page, item, line_rect(pages, item, &item->lines[i]));
        double has = colour_contrast(inks[item->ink], inks[ground]);

        if (has >= needed)
            continue;
        diag_add(diags, DIAG_PALE_TEXT, phrase_of(pages, item)->where,
                 "'%s' has a contrast of %.1f in '%s', not %g", name_of(pages, item), has,
                 format->id, needed);
        return;
    }
}

void
no_text_is_too_pale(const Pages *pages, Diags *diags)
{
    check_texts(pages, check_contrast, diags);
}

/* --- lines --------------------------------------------------------------------------------- */

static bool
is_running(Role role)
{
    return role == ROLE_PARA || role == ROLE_DETAIL || role == ROLE_LIMIT;
}

static int
characters_of(const Item *item, const Line *line)
{
    int count = 0;

    for (const char *at = item->text + line->start; at < item->text + line->end;
         at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);

        count += g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
    }
    return count;
}

/* A text of one line has no next one to be lost. */
static void
check_lines(const Pages *pages, const Page *page, const Item *item, Diags *diags)
{
    int longest = 0;

    (void) page;
    if (!is_running(pages->document->blocks[item->block].role) || item->line_count < 2)
        return;
    for (int i = 0; i < item->line_count; i++)
        longest = MAX(longest, characters_of(item, &item->lines[i].line));
    if (longest > LONGEST_LINE)
        diag_add(diags, DIAG_LONG_LINE, phrase_of(pages, item)->where,
                 "'%s' has a line of %d characters in '%s'; %d are enough", name_of(pages, item),
                 longest, pages->document->variant.format->id, LONGEST_LINE);
}

void
no_line_is_too_long(const Pages *pages, Diags *diags)
{
    check_texts(pages, check_lines, diags);
}
