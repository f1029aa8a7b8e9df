/* Which page stands where on a printer's sheets, told by the numbers of pages: each must be at the outer foot of the
 * place that the page belongs to. Pages without a number tell nothing here. */
#include "check/verify.h"

#include <string.h>

/* Millimetres from the page's foot and from its outer edge. What is pushed into the fold by thick paper stays inside. */
static const double foot_height = 25, edge_width = 28;

/* Of a booklet, the corner that has the number of @page. */
static Rect
number_corner(const Imposition *imposition, const ImposedPage *page)
{
    bool odd_on_right = !imposition->rtl, right = (page->page % 2 == 0) == odd_on_right;
    Rect corner = page->rect;

    corner.y += corner.height - mm(foot_height);
    corner.height = mm(foot_height);
    corner.x += right ? corner.width - mm(edge_width) : 0;
    corner.width = mm(edge_width);
    return corner;
}

/* @word's places grow upwards, those of @corner downwards. */
static bool
is_in(const ListedWord *word, Rect corner, double height)
{
    double x = (word->box[0] + word->box[2]) / 2, y = height - (word->box[1] + word->box[3]) / 2;

    return x >= corner.x && x <= corner.x + corner.width && y >= corner.y &&
           y <= corner.y + corner.height;
}

static bool
shows_number(const Verification *check, int face, Rect corner, const char *digits)
{
    const GArray *words = check->listing->words;

    for (guint i = 0; i < words->len; i++) {
        const ListedWord *word = listed(words, ListedWord, i);

        if (word->page == face + 1 && strcmp(word->text, digits) == 0 &&
            is_in(word, corner, check->printed->imposition->sheet.height))
            return true;
    }
    return false;
}

void
verify_sheets(const Verification *check)
{
    const Imposition *imposition = check->printed->imposition;
    const Format *format = check->document->variant.format;

    if (imposition == NULL || imposition->scheme != SCHEME_SADDLE)
        return;
    for (int face = 0; face < impose_face_count(imposition); face++)
        for (int i = 0; i < impose_place_count(imposition); i++) {
            ImposedPage page = impose_page(imposition, face, i);
            g_autofree char *digits = g_strdup_printf("%d", page.page + 1);

            if (page.page < 0 || !format_has_footer(format, page.page, imposition->page_count))
                continue;
            if (!shows_number(check, face, number_corner(imposition, &page), digits))
                diag_add(check->diags, DIAG_VERIFY_ORDER, verify_where(check, face + 1),
                         "side %d of the sheets does not show page %s where that belongs",
                         face + 1, digits);
        }
}
