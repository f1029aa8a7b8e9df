#include "output/finish/links.h"

static const LinkPlace *
link_at(const Structure *structure, int index)
{
    return &g_array_index(structure->links, LinkPlace, index);
}

int
links_reserve(const Structure *structure, Writer *writer)
{
    int first = 0;

    for (guint i = 0; i < structure->links->len; i++) {
        int number = writer_reserve(writer);

        if (i == 0)
            first = number;
    }
    return first;
}

int
links_key(const Structure *structure, int index)
{
    return structure->pages->page_count + index;
}

void
links_add_to_page(GString *out, const Structure *structure, int page, int first_link)
{
    const Leaf *leaves = structure->pages->leaves;
    bool any = false;

    for (int i = 0; i < (int) structure->links->len; i++) {
        if (leaves[link_at(structure, i)->leaf].page != page)
            continue;
        write_reference(out, any ? " " : "/Annots[", first_link + i);
        any = true;
    }
    if (any)
        g_string_append_c(out, ']');
}

/* --- where one can touch it ---------------------------------------------------------------- */

/* From the top of a line to the top of the next, as wide as its letters. */
static Rect
line_place(const Pages *pages, const Item *item, int index)
{
    const PlacedLine *placed = &item->lines[index];
    double height = item->rect.height / item->line_count;
    Rect rect = { placed->x, item->rect.y + index * height,
                  placed->line.width * item->size / REFERENCE_SIZE, height };

    return pages_rect_on_sheet(pages, item, rect);
}

static Rect
around(Rect a, Rect b)
{
    double left = MIN(a.x, b.x), top = MIN(a.y, b.y);

    return (Rect){ left, top, MAX(a.x + a.width, b.x + b.width) - left,
                   MAX(a.y + a.height, b.y + b.height) - top };
}

static void
add_numbers(GString *out, const double *numbers, int count)
{
    for (int i = 0; i < count; i++) {
        g_string_append_c(out, ' ');
        write_number(out, numbers[i]);
    }
}

/* PDF counts from the foot of the page. Upper corners come first, as every reader expects them,
 * whatever ISO 32000-1 draws. */
static void
add_quad(GString *out, Rect rect, double page_height)
{
    double left = rect.x, right = rect.x + rect.width;
    double top = page_height - rect.y, bottom = top - rect.height;
    const double corners[] = { left, top, right, top, left, bottom, right, bottom };

    add_numbers(out, corners, G_N_ELEMENTS(corners));
}

static void
add_place(GString *out, const Pages *pages, const Item *item, double page_height)
{
    Rect all = line_place(pages, item, 0);

    g_string_append(out, "/QuadPoints[");
    for (int i = 0; i < item->line_count; i++) {
        Rect line = line_place(pages, item, i);

        add_quad(out, line, page_height);
        all = around(all, line);
    }
    const double corners[] = { all.x, page_height - all.y - all.height, all.x + all.width,
                               page_height - all.y };
    g_string_append(out, "]/Rect[");
    add_numbers(out, corners, G_N_ELEMENTS(corners));
    g_string_append_c(out, ']');
}

/* --- objects ------------------------------------------------------------------------------- */

static void
add_target(GString *out, const LinkPlace *place)
{
    g_string_append(out, "/A<</S/URI/URI");
    write_text(out, place->link->target);
    g_string_append(out, ">>/Contents");
    write_shown_text(out, place->link->about.text);
}

/* Said in its place are the words that it leads to. */
static void
add_place_within(GString *out, const Structure *structure, const LinkPlace *place,
                 const int *page_numbers)
{
    const Pages *pages = structure->pages;
    int leaf = 0;

    while (leaf < pages->leaf_count - 1 &&
           (pages->leaves[leaf].block != place->block || pages->leaves[leaf].kind != LEAF_TEXT))
        leaf++;
    destination_write(out, structure, leaf, page_numbers);
    g_string_append(out, "/Contents");
    write_shown_text(out, pages->document->blocks[place->block].phrases[0].text);
}

/* /F 4: on paper as on the screen (ISO 19005-2, 6.3.2). */
static void
write_link(const Structure *structure, int index, const int *page_numbers, int number,
           Writer *writer)
{
    const LinkPlace *place = link_at(structure, index);
    const Pages *pages = structure->pages;
    int page = pages->leaves[place->leaf].page;
    double page_height = pages->pages[page].size.height;
    GString *out = writer_begin(writer, number);

    g_string_append(out, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]");
    write_reference(out, "/P ", page_numbers[page]);
    add_place(out, pages, structure->items[place->leaf], page_height);
    if (place->link != NULL)
        add_target(out, place);
    else
        add_place_within(out, structure, place, page_numbers);
    write_integer(out, "/StructParent ", links_key(structure, index));
    g_string_append(out, ">>");
}

void
links_write(const Structure *structure, const int *page_numbers, int first_link, Writer *writer)
{
    for (int i = 0; i < (int) structure->links->len; i++)
        write_link(structure, i, page_numbers, first_link + i, writer);
}
