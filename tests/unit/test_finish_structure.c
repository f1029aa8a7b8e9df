/* The tree that a screen reader walks, without anything painted. */
#include "test_finish_fixture.h"

#include "output/finish/structure.h"

static void
dump(const Structure *structure, int index, GString *out)
{
    const Element *element = &g_array_index(structure->elements, Element, index);

    g_string_append(out, element->tag);
    if (element->scope != NULL)
        g_string_append_printf(out, "-%s", element->scope);
    if (element->locale != NULL)
        g_string_append_printf(out, ":%s", element->locale->lang);
    if (element->alt != NULL)
        g_string_append_printf(out, "=%s", element->alt);
    if (element->leaf_count > 1)
        g_string_append_printf(out, "*%d", element->leaf_count);
    if (element->first_child < 0)
        return;
    g_string_append_c(out, '(');
    for (int i = element->first_child; i >= 0;) {
        dump(structure, i, out);
        i = g_array_index(structure->elements, Element, i).next;
        if (i >= 0)
            g_string_append_c(out, ' ');
    }
    g_string_append_c(out, ')');
}

static void
assert_tree(const Fixture *f, const char *expected)
{
    g_autoptr(Structure) structure = structure_new(&f->pages);
    g_autoptr(GString) found = g_string_new(NULL);

    dump(structure, 0, found);
    g_assert_cmpstr(found->str, ==, expected);
}

static void
test_a_leaflet_is_read_in_the_order_of_its_blocks(void)
{
    g_autoptr(Fixture) f = fixture_leaflet();

    assert_tree(f, "Document(P Sect(H1) "
                   "Sect(H2 Sect(Figure=house H3 P*2 BlockQuote(P P:ar))) "
                   "L(LI(Lbl LBody(P P)) LI(Lbl LBody(P))) "
                   "L(LI(LBody(P P)) LI(LBody(P P))))");
}

static void
test_no_level_of_headings_is_skipped(void)
{
    g_autoptr(Fixture) f = fixture_new();

    fixture_add_section(f, "cover");
    fixture_add(f, ROLE_TITLE, false, "Title", 0);
    fixture_add(f, ROLE_MINOR, false, "Third", 0);
    fixture_add(f, ROLE_MINOR, false, "Third again", 0);
    fixture_add(f, ROLE_HEADING, false, "Second", 0);
    fixture_add(f, ROLE_SUBHEADING, false, "Third", 0);
    assert_tree(f, "Document(Sect(H1 H2 H2 H2 H3))");
}

static void
test_a_list_ends_where_something_else_stands(void)
{
    g_autoptr(Fixture) f = fixture_new();

    fixture_add_section(f, "procedure");
    fixture_add_step(f, "1", "One", 0);
    fixture_add(f, ROLE_PARA, false, "Between", 0);
    fixture_add_step(f, "2", "Two", 0);
    fixture_add_section(f, "more");
    fixture_add_step(f, "1", "One", 0);
    assert_tree(f, "Document(L(LI(Lbl LBody(P))) P L(LI(Lbl LBody(P))) L(LI(Lbl LBody(P))))");
}

static void
test_a_pictogram_says_what_it_shows(void)
{
    g_autoptr(Fixture) f = fixture_new();

    f->alt = (IconAlt){ &f->icon, { .text = "بيت", .locale = &f->staff } };
    f->document.icon_alts = &f->alt;
    f->document.icon_alt_count = 1;
    fixture_add_section(f, "numbers");
    fixture_add_block(f, ROLE_MARKS, false, "Not checked");
    fixture_add_leaf(f, LEAF_FIGURE, 0, 0, 0);
    fixture_add_leaf(f, LEAF_TEXT, 0, 0, 0);
    assert_tree(f, "Document(Figure:ar=بيت P)");
}

static void
test_page_numbers_are_not_read(void)
{
    g_autoptr(Fixture) f = fixture_new();

    fixture_add_section(f, "foot");
    fixture_add(f, ROLE_PAGE_NUMBER, false, "1", 0);
    fixture_add(f, ROLE_PARA, false, "Text", 0);
    assert_tree(f, "Document(P)");
}

static void
add_row(Fixture *f, Role head, Role role, const char *first, const char *second)
{
    fixture_add_group(f, GROUP_ROW);
    fixture_add(f, head, true, first, 0);
    fixture_add(f, role, true, second, 0);
}

static void
test_rows_of_cells_are_a_table(void)
{
    g_autoptr(Fixture) f = fixture_new();

    fixture_add_section(f, "which");
    fixture_add(f, ROLE_PARA, false, "Before", 0);
    add_row(f, ROLE_COLUMN_HEAD, ROLE_COLUMN_HEAD, "Leaflet", "For whom");
    add_row(f, ROLE_ROW_HEAD, ROLE_CELL, "Card", "Anybody");
    fixture_add(f, ROLE_PARA, false, "After", 0);
    fixture_add_section(f, "more");
    add_row(f, ROLE_COLUMN_HEAD, ROLE_COLUMN_HEAD, "Leaflet", "Pages");
    assert_tree(f, "Document(P Table(TR(TH-Column(P) TH-Column(P)) TR(TH-Row(P) TD(P))) P "
                   "Table(TR(TH-Column(P) TH-Column(P))))");
}

/* In two languages a cell says both. */
static void
test_a_cell_in_two_languages_is_one(void)
{
    g_autoptr(Fixture) f = fixture_new();

    fixture_add_section(f, "which");
    fixture_add_group(f, GROUP_ROW);
    for (int i = 0; i < 2; i++) {
        Block *block = fixture_add_block(f, ROLE_CELL, true, "Card");

        block->phrases[block->phrase_count++] = (Phrase){ .text = "بطاقة", .locale = &f->staff };
        fixture_add_leaf(f, LEAF_TEXT, 0, 0, 0);
        fixture_add_leaf(f, LEAF_TEXT, 1, 0, 0);
    }
    assert_tree(f, "Document(Table(TR(TD(P P:ar) TD(P P:ar))))");
}

static void
test_words_that_lead_somewhere_are_a_link(void)
{
    g_autoptr(Fixture) f = fixture_new();
    const Link link = { "https://astra.rs", { .text = "موقع", .locale = &f->staff } };

    fixture_add_section(f, "numbers");
    fixture_add_group(f, GROUP_CONTACT);
    fixture_add(f, ROLE_CONTACT_NAME, true, "Astra", 0);
    fixture_add(f, ROLE_CONTACT_LINK, true, "astra.rs", 1);
    f->blocks[1].link = &link;
    assert_tree(f, "Document(L(LI(LBody(P P(Link:ar)))))");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/finish/structure/order",
                    test_a_leaflet_is_read_in_the_order_of_its_blocks);
    g_test_add_func("/finish/structure/headings", test_no_level_of_headings_is_skipped);
    g_test_add_func("/finish/structure/lists", test_a_list_ends_where_something_else_stands);
    g_test_add_func("/finish/structure/figures", test_a_pictogram_says_what_it_shows);
    g_test_add_func("/finish/structure/tables", test_rows_of_cells_are_a_table);
    g_test_add_func("/finish/structure/cells", test_a_cell_in_two_languages_is_one);
    g_test_add_func("/finish/structure/links", test_words_that_lead_somewhere_are_a_link);
    g_test_add_func("/finish/structure/artifacts", test_page_numbers_are_not_read);
    return g_test_run();
}
