#include "output/finish/structure.h"

#include <assert.h>
#include <string.h>

/* How the groups of a document stand in the tree. Rights and advice are sections under a
 * heading of their own. Contacts are a list, not a table: a name, a number and a note each have
 * no columns in common, and readers tell how many there are and step from one to the next. */
typedef enum ListKind { LIST_NONE, LIST_STEPS, LIST_CONTACTS, LIST_ROWS } ListKind;

typedef struct Grouping {
    ListKind list; /* groups next to each other of one kind share it */
    const char *tag;
} Grouping;

static const Grouping groupings[] = {
    [GROUP_NONE] = { LIST_NONE, NULL },        [GROUP_ITEM] = { LIST_NONE, "Sect" },
    [GROUP_POINT] = { LIST_NONE, "Sect" },     [GROUP_STEP] = { LIST_STEPS, "LI" },
    [GROUP_CONTACT] = { LIST_CONTACTS, "LI" }, [GROUP_EMERGENCY] = { LIST_CONTACTS, "LI" },
    [GROUP_LEGEND] = { LIST_NONE, NULL },      [GROUP_FACTS] = { LIST_NONE, NULL },
    [GROUP_FORM] = { LIST_NONE, NULL },        [GROUP_ROW] = { LIST_ROWS, "TR" },
};
static_assert(G_N_ELEMENTS(groupings) == GROUP_KIND_COUNT, "one row a kind of group");

/* Rights are numbered where two languages stand side by side, so that both can point to one. */
static const Grouping numbered = { LIST_STEPS, "LI" };

static const char *const heading_tags[] = { "H1", "H2", "H3", "H4", "H5", "H6" };

/* Where the walk through the leaves stands. Indices of elements; -1: none is open. */
typedef struct Walk {
    Structure *structure;
    const Document *document;
    int section, section_element;
    int group, group_element; /* a Sect, an LI, or the section's */
    int list, list_body;      /* L, or Table; LBody of the open LI */
    int contents, entry;      /* TOC, and the TOCI of the entry under way */
    int holder_block, holder; /* what the phrases of one block stand in: a quotation, a cell */
    int ranks[G_N_ELEMENTS(heading_tags)]; /* of the headings that this place stands under */
    int rank_count;
} Walk;

static Element *
element_at(const Structure *structure, int index)
{
    return &g_array_index(structure->elements, Element, index);
}

static int
add_element(Structure *structure, const char *tag, int parent)
{
    Element element = {
        .tag = tag, .parent = parent, .first_child = -1, .last_child = -1, .next = -1, .link = -1
    };
    int index = (int) structure->elements->len;

    g_array_append_val(structure->elements, element);
    if (parent < 0)
        return index;
    Element *above = element_at(structure, parent);
    if (above->last_child < 0)
        above->first_child = index;
    else
        element_at(structure, above->last_child)->next = index;
    above->last_child = index;
    return index;
}

/* --- sections and groups ------------------------------------------------------------------- */

static bool
has_heading(const Document *document, int section)
{
    const DocumentSection *part = &document->sections[section];

    for (int i = part->first; i < part->first + part->count; i++)
        if (role_info(document->blocks[i].role)->tag[0] == 'H')
            return true;
    return false;
}

/* A section without a heading would announce nothing: what it holds stands in the document. */
static void
enter_section(Walk *walk, int section)
{
    if (section == walk->section)
        return;
    walk->section = section;
    walk->section_element =
        has_heading(walk->document, section) ? add_element(walk->structure, "Sect", 0) : 0;
    walk->group = walk->list = walk->contents = -1;
    walk->group_element = walk->section_element;
}

/* An entry of which only a sentence is printed has no heading of its own to be a section under. */
static bool
is_untitled(const Document *document, const Group *group)
{
    bool titled = group->kind == GROUP_ITEM || group->kind == GROUP_POINT;

    return titled && role_info(document->blocks[group->first].role)->tag[0] != 'H';
}

static const Grouping *
grouping_of(const Walk *walk, int group)
{
    const Document *document = walk->document;
    GroupKind kind = group < 0 ? GROUP_NONE : document->groups[group].kind;

    if (kind == GROUP_ITEM && walk->document->variant.second != NULL)
        return &numbered;
    if (group >= 0 && is_untitled(document, &document->groups[group]))
        return &groupings[GROUP_NONE];
    return &groupings[kind];
}

static bool
continues_list(const Walk *walk, int group)
{
    const Group *groups = walk->document->groups;

    return walk->list >= 0 && group > 0 && walk->group == group - 1 &&
           grouping_of(walk, group)->list == grouping_of(walk, group - 1)->list &&
           groups[group].first == groups[group - 1].first + groups[group - 1].count;
}

static void
enter_group(Walk *walk, int group)
{
    const Grouping *grouping = grouping_of(walk, group);

    if (group == walk->group)
        return;
    if (grouping->list == LIST_NONE)
        walk->list = -1;
    else if (!continues_list(walk, group))
        walk->list = add_element(walk->structure, grouping->list == LIST_ROWS ? "Table" : "L",
                                 walk->section_element);
    int holder = walk->list < 0 ? walk->section_element : walk->list;
    walk->group = group;
    walk->group_element =
        grouping->tag == NULL ? holder : add_element(walk->structure, grouping->tag, holder);
    walk->list_body = -1;
}

/* The element that holds what the block of @leaf consists of. */
static int
enter(Walk *walk, const Leaf *leaf)
{
    const Block *block = &walk->document->blocks[leaf->block];

    enter_section(walk, block->section);
    enter_group(walk, block->group);
    if (walk->list < 0 || leaf->kind == LEAF_LABEL ||
        grouping_of(walk, block->group)->list == LIST_ROWS)
        return walk->group_element;
    if (walk->list_body < 0)
        walk->list_body = add_element(walk->structure, "LBody", walk->group_element);
    return walk->list_body;
}

/* --- leaves -------------------------------------------------------------------------------- */

/* Levels follow nesting, not roles: an H3 straight under the H1 is an H2, so that none is
 * skipped (ISO 14289-1, 7.4.2), and the same under the same is always the same. */
static const char *
heading_tag(Walk *walk, int rank)
{
    while (walk->rank_count > 0 && walk->ranks[walk->rank_count - 1] >= rank)
        walk->rank_count--;
    walk->ranks[walk->rank_count++] = rank;
    return heading_tags[walk->rank_count - 1];
}

/* Roles whose phrases stand in an element of their own. */
static const struct {
    Role role;
    const char *scope; /* of a cell that heads others */
} holders[] = {
    { ROLE_ASK, NULL },
    { ROLE_COLUMN_HEAD, "Column" },
    { ROLE_ROW_HEAD, "Row" },
    { ROLE_CELL, NULL },
};

/* What she may say, and under it the same in the staff's language, are one quotation; a cell in two
 * languages is one cell. */
static int
enter_holder(Walk *walk, int block, int outer)
{
    Role role = walk->document->blocks[block].role;

    for (size_t i = 0; i < G_N_ELEMENTS(holders); i++) {
        if (holders[i].role != role)
            continue;
        if (walk->holder_block != block) {
            walk->holder = add_element(walk->structure, role_info(role)->tag, outer);
            element_at(walk->structure, walk->holder)->scope = holders[i].scope;
        }
        walk->holder_block = block;
        return walk->holder;
    }
    walk->holder_block = -1;
    return outer;
}

static const Locale *
foreign_locale(const Walk *walk, const Phrase *phrase)
{
    const Locale *own = walk->document->variant.locale;

    return strcmp(phrase->locale->lang, own->lang) == 0 ? NULL : phrase->locale;
}

/* The words stand in a Link of their own. Its language is that of what is said in their place, for
 * an address is in none. */
static int
add_link(Walk *walk, const Leaf *leaf, int paragraph)
{
    const Link *link = walk->document->blocks[leaf->block].link;
    int index = add_element(walk->structure, "Link", paragraph);
    LinkPlace place = { index, (int) (leaf - walk->structure->pages->leaves), link, -1 };
    Element *element = element_at(walk->structure, index);

    element->locale = foreign_locale(walk, &link->about);
    element->link = (int) walk->structure->links->len;
    g_array_append_val(walk->structure->links, place);
    return index;
}

/* Touched, it leads to what it names. */
static int
add_entry(Walk *walk, const Leaf *leaf)
{
    const Block *block = &walk->document->blocks[leaf->block];

    enter_section(walk, block->section);
    if (walk->contents < 0)
        walk->contents = add_element(walk->structure, "TOC", walk->section_element);
    walk->entry = add_element(walk->structure, "TOCI", walk->contents);
    int reference = add_element(walk->structure, "Reference", walk->entry);
    int index = add_element(walk->structure, "Link", reference);
    LinkPlace place = { .element = index,
                        .leaf = (int) (leaf - walk->structure->pages->leaves),
                        .block = block->leads_to - 1 };
    Element *element = element_at(walk->structure, index);

    element->locale = foreign_locale(walk, &block->phrases[leaf->phrase]);
    element->link = (int) walk->structure->links->len;
    g_array_append_val(walk->structure->links, place);
    return index;
}

static int
add_text(Walk *walk, const Leaf *leaf)
{
    const Block *block = &walk->document->blocks[leaf->block];
    const char *tag = role_info(block->role)->tag;
    int holder;

    if (strcmp(tag, "Artifact") == 0)
        return -1;
    if (block->leads_to > 0)
        return add_entry(walk, leaf);
    holder = enter_holder(walk, leaf->block, enter(walk, leaf));
    int index =
        add_element(walk->structure, tag[0] == 'H' ? heading_tag(walk, tag[1]) : "P", holder);
    if (block->link != NULL)
        return add_link(walk, leaf, index);
    element_at(walk->structure, index)->locale =
        foreign_locale(walk, &block->phrases[leaf->phrase]);
    return index;
}

static int
add_label(Walk *walk, const Leaf *leaf)
{
    if (walk->document->blocks[leaf->block].leads_to > 0)
        return add_element(walk->structure, "Lbl", walk->entry);
    return add_element(walk->structure, "Lbl", enter(walk, leaf));
}

/* The picture of a page has the words of its block. */
static const Phrase *
phrase_of_picture(const Walk *walk, const Leaf *leaf, const Item *item)
{
    const Document *document = walk->document;

    return item->picture != NULL ? &document->logo_alt
                                 : &document->blocks[leaf->block].phrases[leaf->phrase];
}

static void
say_icon(const Walk *walk, Element *figure, const Icon *icon)
{
    figure->alt = icon->id;
    for (int i = 0; i < walk->document->icon_alt_count; i++) {
        const IconAlt *known = &walk->document->icon_alts[i];

        if (known->icon != icon)
            continue;
        figure->alt = known->alt.text;
        figure->locale = foreign_locale(walk, &known->alt);
    }
}

static int
add_figure(Walk *walk, const Leaf *leaf, const Item *item)
{
    int index = add_element(walk->structure, "Figure", enter(walk, leaf));
    Element *figure = element_at(walk->structure, index);

    if (item->icon != NULL) {
        say_icon(walk, figure, item->icon);
        return index;
    }
    const Phrase *alt = phrase_of_picture(walk, leaf, item);
    figure->alt = alt->text;
    figure->locale = foreign_locale(walk, alt);
    return index;
}

/* A phrase that runs over several panels is one element. */
static bool
goes_on(const Leaf *leaf, const Leaf *before)
{
    return leaf->part > 0 && before->kind == LEAF_TEXT && before->block == leaf->block &&
           before->phrase == leaf->phrase;
}

static void
add_leaf(Walk *walk, int index)
{
    Structure *structure = walk->structure;
    const Leaf *leaf = &structure->pages->leaves[index];
    int element = leaf->kind == LEAF_FIGURE  ? add_figure(walk, leaf, structure->items[index])
                  : leaf->kind == LEAF_LABEL ? add_label(walk, leaf)
                  : index > 0 && goes_on(leaf, leaf - 1) ? structure->leaf_elements[index - 1]
                                                         : add_text(walk, leaf);

    structure->leaf_elements[index] = element;
    if (element < 0)
        return;
    Element *added = element_at(structure, element);
    structure->leaf_tags[index] = added->tag;
    if (added->leaf_count++ == 0)
        added->first_leaf = index;
}

/* --- the whole ----------------------------------------------------------------------------- */

static void
find_items(Structure *structure)
{
    for (int i = 0; i < structure->pages->page_count; i++) {
        const Page *page = &structure->pages->pages[i];

        for (int k = 0; k < page->item_count; k++)
            if (page->items[k].leaf >= 0)
                structure->items[page->items[k].leaf] = &page->items[k];
    }
}

Structure *
structure_new(const Pages *pages)
{
    Structure *structure = g_new0(Structure, 1);
    Walk walk = { .structure = structure,
                  .document = pages->document,
                  .section = -1,
                  .group = -1,
                  .list = -1,
                  .holder_block = -1 };

    structure->pages = pages;
    structure->items = g_new0(const Item *, pages->leaf_count);
    structure->leaf_tags = g_new0(const char *, pages->leaf_count);
    structure->leaf_elements = g_new0(int, pages->leaf_count);
    structure->elements = g_array_new(FALSE, FALSE, sizeof(Element));
    structure->links = g_array_new(FALSE, FALSE, sizeof(LinkPlace));
    find_items(structure);
    add_element(structure, "Document", -1);
    for (int i = 0; i < pages->leaf_count; i++)
        add_leaf(&walk, i);
    return structure;
}

void
structure_free(Structure *structure)
{
    if (structure == NULL)
        return;
    g_array_unref(structure->elements);
    g_array_unref(structure->links);
    g_free(structure->leaf_elements);
    g_free(structure->leaf_tags);
    g_free(structure->items);
    g_free(structure);
}

int
element_level(const Element *element)
{
    for (size_t i = 0; i < G_N_ELEMENTS(heading_tags); i++)
        if (element->tag == heading_tags[i])
            return (int) i + 1;
    return 0;
}
