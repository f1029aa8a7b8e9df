/* The structure tree. Pieces of content are no lines of their own: their text is their element's. */
#include "readback/listing.h"
#include "readback/parts.h"

#include <stdbool.h>

enum { DEEPEST = 64 }; /* a leaflet's tree is some eight deep; a hostile one may be endless */

/* Indexed by PopplerStructureElementKind. */
static const char *const types[] = {
    "Content", "OBJR",      "Document",  "Part",     "Art",   "Sect",    "Div",   "Span",
    "Quote",   "Note",      "Reference", "BibEntry", "Code",  "Link",    "Annot", "BlockQuote",
    "Caption", "NonStruct", "TOC",       "TOCI",     "Index", "Private", "P",     "H",
    "H1",      "H2",        "H3",        "H4",       "H5",    "H6",      "L",     "LI",
    "Lbl",     "LBody",     "Table",     "TR",       "TH",    "TD",      "THead", "TFoot",
    "TBody",   "Ruby",      "RB",        "RT",       "RP",    "Warichu", "WT",    "WP",
    "Figure",  "Formula",   "Form",
};
G_STATIC_ASSERT(G_N_ELEMENTS(types) == POPPLER_STRUCTURE_ELEMENT_FORM + 1);

static const char *
type_of(PopplerStructureElement *element)
{
    unsigned kind = (unsigned) poppler_structure_element_get_kind(element);

    return kind < G_N_ELEMENTS(types) ? types[kind] : "unknown";
}

/* Appends to @text what @element says, if it is a piece of content. Gives its page, or 0. */
static int
add_piece(PopplerStructureElement *element, GString *text)
{
    if (!poppler_structure_element_is_content(element))
        return 0;

    g_autofree char *given =
        poppler_structure_element_get_text(element, POPPLER_STRUCTURE_GET_TEXT_NONE);
    g_autofree char *piece = given != NULL ? undo_pdf_encoding(given) : NULL;
    if (text->len > 0)
        g_string_append_c(text, ' ');
    g_string_append(text, piece != NULL ? piece : "");
    return poppler_structure_element_get_page(element) + 1;
}

/* Appends to @text what is directly inside @parent. Gives the page of the first piece, or 0. */
static int
gather_text(PopplerStructureElementIter *parent, GString *text)
{
    PopplerStructureElementIter *child = poppler_structure_element_iter_get_child(parent);
    int first = 0;

    if (child == NULL)
        return 0;
    do {
        PopplerStructureElement *element = poppler_structure_element_iter_get_element(child);
        int page = add_piece(element, text);

        if (first == 0)
            first = page;
        g_object_unref(element);
    } while (poppler_structure_element_iter_next(child));
    poppler_structure_element_iter_free(child);
    return first;
}

static void
list_element(PopplerStructureElementIter *iter, PopplerStructureElement *element, int depth)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autofree char *language = poppler_structure_element_get_language(element);
    g_autofree char *alt = poppler_structure_element_get_alt_text(element);
    g_autofree char *actual = poppler_structure_element_get_actual_text(element);
    int page = gather_text(iter, text);

    listing_begin("element");
    listing_number(depth);
    listing_text(type_of(element));
    listing_number(page);
    listing_text(language);
    listing_text(alt);
    listing_text(actual);
    listing_text(text->str);
    listing_end();
}

static void
list_siblings(PopplerStructureElementIter *first, int depth)
{
    do {
        PopplerStructureElement *element = poppler_structure_element_iter_get_element(first);
        bool is_content = poppler_structure_element_is_content(element);

        if (!is_content)
            list_element(first, element, depth);
        g_object_unref(element);

        PopplerStructureElementIter *child =
            is_content || depth == DEEPEST ? NULL
                                           : poppler_structure_element_iter_get_child(first);
        if (child == NULL)
            continue;
        list_siblings(child, depth + 1);
        poppler_structure_element_iter_free(child);
    } while (poppler_structure_element_iter_next(first));
}

void
list_structure(PopplerDocument *document)
{
    PopplerStructureElementIter *root = poppler_structure_element_iter_new(document);

    listing_begin("tagged");
    listing_text(root != NULL ? "yes" : "no");
    listing_end();
    if (root == NULL)
        return;
    list_siblings(root, 0);
    poppler_structure_element_iter_free(root);
}
