/* A leaflet painted, finished, and read back. */
#include "test_finish_file.h"
#include "test_finish_fixture.h"

#include "output/finish/read.h"

/* All values and inflated streams of a PDF, one after the other. */
static char *
everything_in(GBytes *pdf)
{
    GString *out = g_string_new(NULL);
    Bytes bytes, plain;
    bytes.start = g_bytes_get_data(pdf, &bytes.size);
    g_autoptr(GError) error = NULL;
    g_autoptr(Source) source = source_read(bytes, &error);

    g_assert_no_error(error);
    for (int i = 1; i < source->count; i++) {
        const SourceObject *object = &source->objects[i];

        g_string_append_len(out, object->value.start, (gssize) object->value.size);
        g_string_append_c(out, '\n');
        if (object->stream.start != NULL && source_inflate(source, i, &plain, &error) &&
            memchr(plain.start, '\0', plain.size) == NULL)
            g_string_append_len(out, plain.start, (gssize) plain.size);
    }
    return g_string_free(out, FALSE);
}

static GBytes *
make(const Fixture *f, GError **error)
{
    Painter *painter = painter_new();
    OutputSettings settings = { .dpi = 72 };
    g_autoptr(GPtrArray) files = pdf_make(painter, &f->pages, &settings, error);

    painter_free(painter);
    return files == NULL ? NULL : g_bytes_ref(((OutputFile *) files->pdata[0])->bytes);
}

static char *
made(const Fixture *f)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) pdf = make(f, &error);

    g_assert_no_error(error);
    return everything_in(pdf);
}

static void
assert_has(const char *all, const char *part)
{
    if (strstr(all, part) == NULL)
        g_error("there is no %s in:\n%s", part, all);
}

static void
test_a_file_says_what_it_is(void)
{
    static const char *const parts[] = {
        "/MarkInfo<</Marked true>>",
        "/Lang(en)",
        "/DisplayDocTitle true",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "Rights &amp; more",
        "<dc:identifier>ABCDEFGH</dc:identifier>",
        "<xmp:CreateDate>2026-11-01</xmp:CreateDate>",
        "/S/GTS_PDFA1",
        "/TrimBox[ 0 0 400 600 ]/BleedBox[ 0 0 400 600 ]/StructParents 1/Tabs/S",
        "/CIDToGIDMap/Identity",
        "/Title(Time to recover)",
    };
    static const char *const never[] = { "Producer", "Creator", "/Info ", "cairo",
                                         "Interpolate" };
    g_autoptr(Fixture) f = fixture_leaflet();
    g_autofree char *all = made(f);

    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        assert_has(all, parts[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(never); i++)
        g_assert_null(strstr(all, never[i]));
}

static void
test_elements_know_their_words(void)
{
    static const char *const parts[] = {
        "/Lang(ar)/A<</O/Layout/WritingMode/RlTb>>",         /* the staff's line */
        "/Alt(house)/A<</O/Layout/Placement/Block/BBox[20 ", /* the pictogram */
        "/A<</O/List/ListNumbering/Decimal>>",
        "<</Type/MCR/Pg ", /* the paragraph's second part is on another page */
        "/H1<</MCID 1>>BDC",
        "/Lbl<</MCID ",
        "/Artifact BMC",
    };
    g_autoptr(Fixture) f = fixture_leaflet();
    g_autofree char *all = made(f);

    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        assert_has(all, parts[i]);
}

static void
test_right_to_left_leaflets_say_so(void)
{
    g_autoptr(Fixture) f = fixture_leaflet();

    f->own.direction = DIRECTION_RTL;
    g_autofree char *all = made(f);
    assert_has(all, "/S/Document/P ");
    assert_has(all, "/A<</O/Layout/WritingMode/RlTb>>/K[");
    assert_has(all, "/Direction/R2L");
}

/* A Latin letter is 7 wide at 12 points, so 70 is what twelve take at 10. */
static void
test_web_addresses_can_be_followed(void)
{
    static const char *const parts[] = {
        "/Subtype/Link/F 4/Border[0 0 0]/P ",
        "/QuadPoints[ 20 580 90 580 20 565 90 565]/Rect[ 20 565 90 580]",
        "/A<</S/URI/URI(https://site.example/\\(x\\))>>/Contents(Site)/StructParent 2>>",
        "/Annots[",
        "/Link<</MCID 0>>BDC",
        "<</Type/OBJR/Obj ",
        "/ParentTreeNextKey 3",
    };
    g_autoptr(Fixture) f = fixture_new();
    const Link link = { "https://site.example/(x)",
                        { .text = "\u2066Site\u2069", .locale = &f->own } };

    fixture_add_section(f, "numbers");
    fixture_add(f, ROLE_CONTACT_LINK, false, "site.example", 1);
    fixture_add(f, ROLE_TITLE, false, "Title", 0);
    f->blocks[0].link = &link;
    ((PlacedLine *) f->items[1][0].lines)->line.width = 84;
    g_autofree char *all = made(f);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        assert_has(all, parts[i]);
    g_auto(GStrv) pages = g_strsplit(all, "/Annots[", -1);
    g_auto(GStrv) links = g_strsplit(all, "/Subtype/Link", -1);
    g_assert_cmpuint(g_strv_length(pages), ==, g_strv_length(links)); /* on its page alone */
}

static void
test_the_same_leaflet_gives_the_same_bytes(void)
{
    g_autoptr(Fixture) f = fixture_leaflet();
    g_autoptr(GBytes) once = make(f, NULL), again = make(f, NULL);

    g_assert_true(g_bytes_equal(once, again));
}

static void
test_a_leaf_that_is_not_painted_is_an_error(void)
{
    g_autoptr(Fixture) f = fixture_leaflet();
    g_autoptr(GError) error = NULL;

    f->sheets[0].item_count--; /* the rule: no harm */
    g_autoptr(GBytes) sound = make(f, &error);
    g_assert_no_error(error);
    g_assert_nonnull(sound);
    f->sheets[0].item_count--; /* the last step */
    g_assert_null(make(f, &error));
    g_assert_cmpstr(error->message, ==, "leaf 13 of 18 (step, block 8, page 1) was not painted");
}

static void
test_an_empty_leaf_is_an_error(void)
{
    g_autoptr(Fixture) f = fixture_leaflet();

    f->items[0][0].line_count = 0;
    g_assert_null(make(f, NULL));
}

static void
test_a_leaf_on_the_wrong_page_is_an_error(void)
{
    g_autoptr(Fixture) f = fixture_leaflet();

    f->leaves[1].page = 0;
    g_assert_null(make(f, NULL));
}

/* Pages that are no pages, or the same twice, as a broken file could have them. */
static void
test_a_tree_of_pages_that_is_none_is_an_error(void)
{
    static const char *const kids[] = {
        "2 0 R 2 0 R", "3 0 R 3 0 R", "3 0 R 1 0 R",       "3 0 R",
        "9 0 R 3 0 R", "1 0 R 2 0 R", "3 0 R 3 0 R 3 0 R", "",
    };
    g_autoptr(Fixture) f = fixture_leaflet();

    for (size_t i = 0; i < G_N_ELEMENTS(kids); i++) {
        g_autofree char *node = g_strdup_printf("2 0 obj\n<</Kids[%s]>>", kids[i]);
        const char *objects[] = { "1 0 obj\n<</Pages 2 0 R>>", node,
                                  "3 0 obj\n<</Type /Page/Contents 2 0 R>>", NULL };
        g_autoptr(GString) file = classic(objects, "<</Size %d/Root 1 0 R>>");
        g_autoptr(GBytes) bytes = g_bytes_new(file->str, file->len);
        g_autoptr(GError) error = NULL;

        g_autoptr(GArray) none = g_array_new(FALSE, FALSE, sizeof(int));
        g_assert_null(finish_pdf(bytes, &f->pages, none, f->document.date, &error));
        g_test_message("%s: %s", kids[i], error->message);
        g_assert_nonnull(strstr(error->message, "page"));
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/finish/pdf/file", test_a_file_says_what_it_is);
    g_test_add_func("/finish/pdf/elements", test_elements_know_their_words);
    g_test_add_func("/finish/pdf/rtl", test_right_to_left_leaflets_say_so);
    g_test_add_func("/finish/pdf/links", test_web_addresses_can_be_followed);
    g_test_add_func("/finish/pdf/same-bytes", test_the_same_leaflet_gives_the_same_bytes);
    g_test_add_func("/finish/pdf/missing-leaf", test_a_leaf_that_is_not_painted_is_an_error);
    g_test_add_func("/finish/pdf/empty-leaf", test_an_empty_leaf_is_an_error);
    g_test_add_func("/finish/pdf/wrong-page", test_a_leaf_on_the_wrong_page_is_an_error);
    g_test_add_func("/finish/pdf/pages", test_a_tree_of_pages_that_is_none_is_an_error);
    return g_test_run();
}
