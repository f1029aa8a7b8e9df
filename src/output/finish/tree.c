/* The structure tree as objects: elements, their marked content, and the way back from it. */
#include "output/finish/links.h"

#include <string.h>

typedef struct TreeWriter {
    const Structure *structure;
    const GArray *marks;
    const int *page_numbers;
    int first_link; /* object of link 0; the others follow */
    Writer *writer;
    int root;
    int first_number;  /* object of element 0; the others follow */
    guint *first_mark; /* of every leaf; a leaf's marks stand together */
} TreeWriter;

static const Element *
element_at(const TreeWriter *tree, int index)
{
    return &g_array_index(tree->structure->elements, Element, index);
}

static const Mark *
mark_at(const TreeWriter *tree, guint index)
{
    return &g_array_index(tree->marks, Mark, index);
}

/* --- attributes ---------------------------------------------------------------------------- */

/* PDF counts from the foot of the page. */
static void
add_box(GString *out, const Rect *rect, double page_height)
{
    const double corners[] = { rect->x, page_height - rect->y - rect->height,
                               rect->x + rect->width, page_height - rect->y };

    g_string_append(out, "/Placement/Block/BBox[");
    for (size_t i = 0; i < G_N_ELEMENTS(corners); i++) {
        if (i > 0)
            g_string_append_c(out, ' ');
        write_number(out, corners[i]);
    }
    g_string_append_c(out, ']');
}

/* The document says which way its lines run; an element only when its own run the other way. */
static const char *
writing_mode(const TreeWriter *tree, int index)
{
    Direction own = tree->structure->pages->document->variant.locale->direction;
    const Locale *locale = element_at(tree, index)->locale;

    if (index == 0)
        return own == DIRECTION_RTL ? "/WritingMode/RlTb" : "";
    if (locale == NULL || locale->direction == own)
        return "";
    return locale->direction == DIRECTION_RTL ? "/WritingMode/RlTb" : "/WritingMode/LrTb";
}

static bool
holds_labels(const TreeWriter *tree, const Element *list)
{
    const Element *item = element_at(tree, list->first_child);

    return item->first_child >= 0 &&
           strcmp(element_at(tree, item->first_child)->tag, "Lbl") == 0;
}

static void
add_attributes(GString *out, const TreeWriter *tree, int index)
{
    const Element *element = element_at(tree, index);
    const char *mode = writing_mode(tree, index);

    if (strcmp(element->tag, "L") == 0 && holds_labels(tree, element))
        g_string_append(out, "/A<</O/List/ListNumbering/Decimal>>");
    if (element->scope != NULL)
        g_string_append_printf(out, "/A<</O/Table/Scope/%s>>", element->scope);
    if (element->alt == NULL && *mode == '\0')
        return;
    g_string_append(out, "/A<</O/Layout");
    g_string_append(out, mode);
    if (element->alt != NULL) {
        const Pages *pages = tree->structure->pages;
        const Leaf *leaf = &pages->leaves[element->first_leaf];
        const Item *item = tree->structure->items[element->first_leaf];
        Rect rect = pages_rect_on_sheet(pages, item, item->rect);

        add_box(out, &rect, pages->pages[leaf->page].size.height);
    }
    g_string_append(out, ">>");
}

/* --- elements ------------------------------------------------------------------------------ */

/* Content on the page that /Pg names is a number, other content says its page. */
static void
add_mark(GString *out, const TreeWriter *tree, const Mark *mark, int page)
{
    if (mark->page == page)
        write_integer(out, " ", mark->mcid);
    else
        g_string_append_printf(out, "<</Type/MCR/Pg %d 0 R/MCID %d>>",
                               tree->page_numbers[mark->page], mark->mcid);
}

static void
add_leaves(GString *out, const TreeWriter *tree, const Element *element)
{
    int page = tree->structure->pages->leaves[element->first_leaf].page;

    write_reference(out, "/Pg ", tree->page_numbers[page]);
    g_string_append(out, "/K[");
    for (int leaf = element->first_leaf; leaf < element->first_leaf + element->leaf_count;
         leaf++)
        for (guint i = tree->first_mark[leaf];
             i < tree->marks->len && mark_at(tree, i)->leaf == leaf; i++)
            add_mark(out, tree, mark_at(tree, i), page);
    if (element->link >= 0)
        g_string_append_printf(out, "<</Type/OBJR/Obj %d 0 R>>",
                               tree->first_link + element->link);
    g_string_append_c(out, ']');
}

static void
add_children(GString *out, const TreeWriter *tree, const Element *element)
{
    g_string_append(out, "/K[");
    for (int i = element->first_child; i >= 0; i = element_at(tree, i)->next)
        write_reference(out, " ", tree->first_number + i);
    g_string_append_c(out, ']');
}

static void
write_element(const TreeWriter *tree, int index)
{
    const Element *element = element_at(tree, index);
    GString *out = writer_begin(tree->writer, tree->first_number + index);
    int parent = element->parent < 0 ? tree->root : tree->first_number + element->parent;

    g_string_append(out, "<</Type/StructElem/S/");
    g_string_append(out, element->tag);
    write_reference(out, "/P ", parent);
    if (element->locale != NULL) {
        g_string_append(out, "/Lang");
        write_text(out, element->locale->lang);
    }
    if (element->alt != NULL) {
        g_string_append(out, "/Alt");
        write_text(out, element->alt);
    }
    add_attributes(out, tree, index);
    if (element->leaf_count > 0)
        add_leaves(out, tree, element);
    else
        add_children(out, tree, element);
    g_string_append(out, ">>");
}

/* --- the way back -------------------------------------------------------------------------- */

static void
add_link_parents(GString *out, const TreeWriter *tree)
{
    const GArray *links = tree->structure->links;

    for (guint i = 0; i < links->len; i++) {
        write_integer(out, " ", links_key(tree->structure, (int) i));
        write_reference(out, " ",
                        tree->first_number + g_array_index(links, LinkPlace, i).element);
    }
}

/* For every page the elements of its marked content, in order of MCID; for every link its own. */
static int
write_parents(const TreeWriter *tree)
{
    int number = writer_reserve(tree->writer);
    GString *out = writer_begin(tree->writer, number);
    guint next = 0;

    g_string_append(out, "<</Nums[");
    for (int page = 0; page < tree->structure->pages->page_count; page++) {
        g_string_append_printf(out, "%d[", page);
        for (; next < tree->marks->len && mark_at(tree, next)->page == page; next++)
            write_reference(out, " ",
                            tree->first_number +
                                tree->structure->leaf_elements[mark_at(tree, next)->leaf]);
        g_string_append_c(out, ']');
    }
    add_link_parents(out, tree);
    g_string_append(out, "]>>");
    return number;
}

static void
write_root(const TreeWriter *tree)
{
    int parents = write_parents(tree);
    GString *out = writer_begin(tree->writer, tree->root);

    g_string_append_printf(out,
                           "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R"
                           "/ParentTreeNextKey %d>>",
                           tree->first_number, parents,
                           links_key(tree->structure, (int) tree->structure->links->len));
}

static void
find_marks(TreeWriter *tree)
{
    for (guint i = tree->marks->len; i > 0; i--)
        tree->first_mark[mark_at(tree, i - 1)->leaf] = i - 1;
}

int
structure_write(const Structure *structure, const GArray *marks, const int *page_numbers,
                int first_link, Writer *writer)
{
    g_autofree guint *first_mark = g_new0(guint, structure->pages->leaf_count);
    TreeWriter tree = { .structure = structure,
                        .marks = marks,
                        .page_numbers = page_numbers,
                        .first_link = first_link,
                        .writer = writer,
                        .root = writer_reserve(writer),
                        .first_mark = first_mark };

    find_marks(&tree);
    for (guint i = 0; i < structure->elements->len; i++) {
        int number = writer_reserve(writer);

        if (i == 0)
            tree.first_number = number;
    }
    for (guint i = 0; i < structure->elements->len; i++)
        write_element(&tree, (int) i);
    write_root(&tree);
    return tree.root;
}
