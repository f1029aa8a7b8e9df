/* Bookmarks: one a heading, nested like them. */
#include "output/finish/structure.h"

#include <string.h>

typedef struct Bookmark {
    const Element *heading;
    int parent, previous, next; /* indices; the first is the root, which has no heading */
    int first, last;
    int inside; /* bookmarks under it, at any depth */
    int number; /* its object */
} Bookmark;

static Bookmark *
bookmark_at(GArray *bookmarks, int index)
{
    return &g_array_index(bookmarks, Bookmark, index);
}

static int
level_at(GArray *bookmarks, int index)
{
    return index == 0 ? 0 : element_level(bookmark_at(bookmarks, index)->heading);
}

/* @above: the bookmark before, under which or under whose parents the new one stands. */
static void
add_bookmark(GArray *bookmarks, const Element *heading, Writer *writer)
{
    int index = (int) bookmarks->len, above = index - 1;
    Bookmark bookmark = { .heading = heading, .number = writer_reserve(writer) };

    while (level_at(bookmarks, above) >= element_level(heading))
        above = bookmark_at(bookmarks, above)->parent;
    bookmark.parent = above;
    bookmark.previous = bookmark_at(bookmarks, above)->last;
    g_array_append_val(bookmarks, bookmark);

    Bookmark *parent = bookmark_at(bookmarks, above);
    if (parent->last == 0)
        parent->first = index;
    else
        bookmark_at(bookmarks, parent->last)->next = index;
    parent->last = index;
    for (; above > 0; above = bookmark_at(bookmarks, above)->parent)
        bookmark_at(bookmarks, above)->inside++;
    bookmark_at(bookmarks, 0)->inside++;
}

void
destination_write(GString *out, const Structure *structure, int leaf, const int *page_numbers)
{
    const Pages *pages = structure->pages;
    const Item *item = structure->items[leaf];
    const PanelPlace *place = pages_find_place(pages, item);
    int page = pages->leaves[leaf].page;

    write_reference(out, "/Dest[", page_numbers[page]);
    g_string_append(out, "/XYZ ");
    write_number(out, place == NULL ? 0 : place->area.x);
    g_string_append_c(out, ' ');
    write_number(out, pages->pages[page].size.height -
                          pages_rect_on_sheet(pages, item, item->rect).y);
    g_string_append(out, " null]");
}

static void
add_link(GString *out, const char *key, GArray *bookmarks, int index)
{
    if (index > 0)
        write_reference(out, key, bookmark_at(bookmarks, index)->number);
}

static void
write_bookmark(GArray *bookmarks, int index, const Structure *structure,
               const int *page_numbers, Writer *writer)
{
    const Bookmark *bookmark = bookmark_at(bookmarks, index);
    GString *out = writer_begin(writer, bookmark->number);

    g_string_append(out, index == 0 ? "<</Type/Outlines" : "<<");
    if (index > 0) {
        const Leaf *leaf = &structure->pages->leaves[bookmark->heading->first_leaf];
        const Block *block = &structure->pages->document->blocks[leaf->block];

        g_string_append(out, "/Title");
        write_shown_text(out, block->phrases[leaf->phrase].text);
        write_reference(out, "/Parent ", bookmark_at(bookmarks, bookmark->parent)->number);
        destination_write(out, structure, bookmark->heading->first_leaf, page_numbers);
    }
    add_link(out, "/Prev ", bookmarks, bookmark->previous);
    add_link(out, "/Next ", bookmarks, bookmark->next);
    add_link(out, "/First ", bookmarks, bookmark->first);
    add_link(out, "/Last ", bookmarks, bookmark->last);
    if (bookmark->inside > 0)
        write_integer(out, "/Count ", bookmark->inside);
    g_string_append(out, ">>");
}

/* Viewers open bookmarks unasked: those of a discreet leaflet lead only to what its outside says. */
static bool
is_shown(const Structure *structure, const Element *heading)
{
    const Pages *pages = structure->pages;

    return !pages->document->variant.discreet ||
           pages_show_item(pages, structure->items[heading->first_leaf]);
}

int
outline_write(const Structure *structure, const int *page_numbers, Writer *writer)
{
    g_autoptr(GArray) bookmarks = g_array_new(FALSE, TRUE, sizeof(Bookmark));
    Bookmark root = { .number = writer_reserve(writer) };

    g_array_append_val(bookmarks, root);
    for (guint i = 0; i < structure->elements->len; i++) {
        const Element *element = &g_array_index(structure->elements, Element, i);

        if (element_level(element) > 0 && is_shown(structure, element))
            add_bookmark(bookmarks, element, writer);
    }
    if (bookmarks->len == 1)
        return 0;
    for (guint i = 0; i < bookmarks->len; i++)
        write_bookmark(bookmarks, (int) i, structure, page_numbers, writer);
    return root.number;
}
