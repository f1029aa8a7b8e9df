/* Each code of a finished PDF is found by a listing with that fault alone. */
#include "test_verify_fixture.h"

static bool
has_code(const Diags *diags, DiagCode code)
{
    for (unsigned i = 0; i < diags_count(diags); i++)
        if (diags_find(diags, i)->code == code)
            return true;
    return false;
}

static void
test_a_sound_file_has_no_faults(void)
{
    g_autoptr(Diags) diags = findings_of(&leaflet, sound);

    diags_print(diags, stderr, (DiagStyle){ .least = SEVERITY_NOTE });
    g_assert_cmpuint(diags_count(diags), ==, 0);
}

/* One fault a row, and the code that tells of it alone. */
static const struct {
    const char *name, *old, *new;
    DiagCode code;
} faults[] = {
    { "unreadable", "readback\t1\n", "unreadable\tno PDF\n", DIAG_VERIFY_UNREADABLE },
    { "cut-off", "end\n", "", DIAG_VERIFY_UNREADABLE },
    { "edition", "<dc:identifier>ABCD1234", "<dc:identifier>ABCD1235", DIAG_VERIFY_EDITION },
    { "title", "DRAFT – What", "What", DIAG_VERIFY_METADATA },
    { "producer", "pages\t1\n", "info\tproducer\tcairo 1.16.0\npages\t1\n",
      DIAG_VERIFY_METADATA },
    { "creator-tool", "<pdfuaid", "<xmp:CreatorTool>Word</xmp:CreatorTool><pdfuaid",
      DIAG_VERIFY_METADATA },
    { "tool-kit", "xmlns:x=", "x:xmptk='a tool' xmlns:x=", DIAG_VERIFY_METADATA },
    { "no-metadata", "metadata\t", "meta\t", DIAG_VERIFY_METADATA },
    { "broken-metadata", "</rdf:RDF>", "", DIAG_VERIFY_METADATA },
    { "standard", "<pdfuaid:part>1</pdfuaid:part>", "", DIAG_VERIFY_METADATA },
    { "sheet", "200.000\t100.000\n", "200.000\t90.000\n", DIAG_VERIFY_PAGE },
    { "page-count", "pages\t1", "pages\t2", DIAG_VERIFY_PAGE },
    { "font-missing", "embedded", "missing", DIAG_VERIFY_FONT },
    { "link", "link\t1\turi\thttps://help.example/", "link\t1\turi\thttps://evil.example/",
      DIAG_VERIFY_LINK },
    { "link-one-letter", "https://help.example/", "https://help.examp1e/", DIAG_VERIFY_LINK },
    { "link-scheme", "https://help.example/", "http://help.example/", DIAG_VERIFY_LINK },
    { "link-gone", "link\t1\turi", "nothing\t1\turi", DIAG_VERIFY_LINK },
    { "link-elsewhere", "1\t1\thelp.example", "1\t1\tAdviceline", DIAG_VERIFY_LINK },
    { "link-read-out", "help.example \n", "help.examp\uFFFDe \n", DIAG_VERIFY_LINK },
    { "link-added", "font\t", "link\t1\tgoto\t\t0\t0\t1\t1\tAdvice\nfont\t", DIAG_VERIFY_LINK },
    { "launch", "link\t1\turi\thttps://help.example/", "link\t1\tlaunch\tformat.exe",
      DIAG_VERIFY_LINK },
    { "script", "pages\t1\n", "has\tjavascript\t1\npages\t1\n", DIAG_VERIFY_ACTIVE },
    { "note", "font\t", "annotation\t1\t1\nfont\t", DIAG_VERIFY_ACTIVE },
    { "lock", "may\tcopy\n", "", DIAG_VERIFY_ACTIVE },
    { "line-added", "text\t1\tAdvice line\n", "text\t1\tAdvice line\ntext\t1\tCall me.\n",
      DIAG_VERIFY_TEXT_EXTRA },
    { "element-added", "element\t1\tFigure",
      "element\t1\tP\t1\t\t\t\tCall me.\nelement\t1\tFigure", DIAG_VERIFY_TEXT_EXTRA },
    { "number-added", "text\t1\tAdvice line\n", "text\t1\tAdvice line\ntext\t1\t555\n",
      DIAG_VERIFY_NUMBER },
    { "number-on-paper", "text\t1\t011 785 00 00", "text\t1\t785 011 00 00", DIAG_VERIFY_NUMBER },
    { "number-read-out", "\t011 785 00 00\nelement", "\t011 785 00 01\nelement",
      DIAG_VERIFY_NUMBER },
    { "no-tags", "tagged\tyes", "tagged\tno", DIAG_VERIFY_UNTAGGED },
    { "no-alt", "A house", "", DIAG_VERIFY_UNTAGGED },
    { "wrong-voice", "\tsr\t", "\ten\t", DIAG_VERIFY_UNTAGGED },
    { "not-read-out", "element\t1\tP\t1\t\t\t\tAdvice line\n", "", DIAG_VERIFY_ORDER },
};

static void
test_a_fault_is_found(gconstpointer user)
{
    int row = GPOINTER_TO_INT(user);
    g_autofree char *listing = replaced(sound, faults[row].old, faults[row].new);
    g_autoptr(Diags) diags = findings_of(&leaflet, listing);

    assert_only(diags, faults[row].code);
}

/* --- faults that show in several ways ------------------------------------------------------- */

static void
test_a_phone_number_changed_everywhere_is_found(void)
{
    g_autofree char *listing = replaced(sound, "011 785 00 00", "011 785 00 01");
    g_autoptr(Diags) diags = findings_of(&leaflet, listing);

    g_assert_cmpuint(diags_count(diags), >=, 3); /* missing, strange, read out in its place */
    assert_only(diags, DIAG_VERIFY_NUMBER);
}

static void
test_a_date_changed_is_found(void)
{
    g_autofree char *listing = replaced(sound, "25 May", "26 May");
    g_autoptr(Diags) diags = findings_of(&leaflet, listing);

    g_assert_true(has_code(diags, DIAG_VERIFY_NUMBER));
    g_assert_true(has_code(diags, DIAG_VERIFY_TEXT_MISSING));
}

static void
test_a_word_changed_is_found(void)
{
    g_autofree char *listing = replaced(sound, "rest for", "stay for");
    g_autoptr(Diags) diags = findings_of(&leaflet, listing);

    g_assert_true(has_code(diags, DIAG_VERIFY_TEXT_MISSING));
    g_assert_true(has_code(diags, DIAG_VERIFY_ORDER));
    g_assert_true(has_code(diags, DIAG_VERIFY_TEXT_EXTRA));
    g_assert_false(has_code(diags, DIAG_VERIFY_NUMBER));
}

static void
test_a_line_lost_on_paper_is_found(void)
{
    g_autofree char *listing = replaced(sound, "text\t1\tbefore you decide.\n", "");
    g_autoptr(Diags) diags = findings_of(&leaflet, listing);

    assert_only(diags, DIAG_VERIFY_TEXT_MISSING);
}

static void
test_paragraphs_read_out_the_wrong_way_round_are_found(void)
{
    static const char first[] =
        "element\t1\tP\t1\t\t\t\tYou can rest for 90 days before you decide.\n";
    static const char last[] = "element\t1\tP\t1\t\t\t\tAdvice line\n";
    g_autofree char *without = replaced(sound, first, "");
    g_autofree char *both = g_strconcat(last, first, NULL);
    g_autofree char *listing = replaced(without, last, both);
    g_autoptr(Diags) diags = findings_of(&leaflet, listing);

    assert_only(diags, DIAG_VERIFY_ORDER);
    g_assert_cmpuint(diags_count(diags), ==, 1);
}

static void
test_a_heading_tagged_as_text_is_found(void)
{
    g_autofree char *listing = replaced(sound, "\tH1\t", "\tP\t");
    g_autoptr(Diags) diags = findings_of(&leaflet, listing);

    g_assert_true(has_code(diags, DIAG_VERIFY_ORDER));
}

static void
test_a_draft_says_so_first(void)
{
    static const char band[] = "element\t1\tP\t1\t\t\t\tDRAFT\n";
    g_autofree char *without = replaced(sound, band, "");
    g_autofree char *later = g_strconcat(band, "end\n", NULL);
    g_autofree char *listing = replaced(without, "end\n", later);
    g_autoptr(Diags) diags = findings_of(&leaflet, listing);

    g_assert_true(has_code(diags, DIAG_VERIFY_DRAFT));
}

static void
test_a_sign_without_a_letter_is_found(void)
{
    g_autofree char *listing =
        replaced(sound, "text\t1\tAdvice line", "text\t1\tAdvice l\uFFFDne");
    g_autoptr(Diags) diags = findings_of(&leaflet, listing);

    g_assert_true(has_code(diags, DIAG_VERIFY_FONT));
}

static void
test_content_that_has_changed_since_is_found_once(void)
{
    Document changed = leaflet;
    Block newer[COUNT(blocks)];

    memcpy(newer, blocks, sizeof blocks);
    newer[COUNT(blocks) - 1].phrases[0].text =
        "Version 1 · en · WXYZ9876 · use until 25 May 2027.";
    changed.blocks = newer;
    g_strlcpy(changed.edition, "WXYZ9876", sizeof changed.edition);
    g_autoptr(Diags) diags = findings_of(&changed, sound);

    assert_only(diags, DIAG_VERIFY_EDITION);
    g_assert_cmpuint(diags_count(diags), ==, 1);
}

static void
test_numbers_expire(void)
{
    g_autoptr(Diags) before = diags_new(), after = diags_new();

    check_printed(&leaflet, &printed, sound, (Date){ 2027, 2, 1 }, before);
    check_printed(&leaflet, &printed, sound, (Date){ 2027, 2, 2 }, after);
    g_assert_cmpuint(diags_count(before), ==, 0);
    assert_only(after, DIAG_VERIFY_CONTACT_EXPIRED);
    g_assert_cmpint(diags_exit_status(after), ==, 0);
}

/* --- listings that are no listings ----------------------------------------------------------- */

static void
test_nonsense_is_unreadable(void)
{
    static const char *const nonsense[] = { "",
                                            "\n\n",
                                            "element",
                                            "end",
                                            "page\t-1\tx\nend\n",
                                            "text\t99999999999\t\\\\\\x\\xZZ\\\nend\n",
                                            "\xff\xfe\t\nend\n",
                                            "element\t\t\t\t\t\t\t\t\t\t\nend" };

    for (size_t i = 0; i < G_N_ELEMENTS(nonsense); i++) {
        g_autoptr(Diags) diags = findings_of(&leaflet, nonsense[i]);

        g_assert_true(diags_have_errors(diags));
    }
}

static void
test_more_than_any_leaflet_is_unreadable(void)
{
    g_autoptr(GString) listing = g_string_new(NULL);

    for (int i = 0; i < 10000; i++)
        g_string_append(listing, "element\t1\tP\t1\t\t\t\tYou can\n");
    g_string_append(listing, sound);
    g_autoptr(Diags) diags = findings_of(&leaflet, listing->str);
    assert_only(diags, DIAG_VERIFY_UNREADABLE);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/verify/sound", test_a_sound_file_has_no_faults);
    for (size_t i = 0; i < G_N_ELEMENTS(faults); i++) {
        g_autofree char *path = g_strconcat("/verify/fault/", faults[i].name, NULL);

        g_test_add_data_func(path, GINT_TO_POINTER((int) i), test_a_fault_is_found);
    }
    g_test_add_func("/verify/phone", test_a_phone_number_changed_everywhere_is_found);
    g_test_add_func("/verify/date", test_a_date_changed_is_found);
    g_test_add_func("/verify/word", test_a_word_changed_is_found);
    g_test_add_func("/verify/line", test_a_line_lost_on_paper_is_found);
    g_test_add_func("/verify/order", test_paragraphs_read_out_the_wrong_way_round_are_found);
    g_test_add_func("/verify/heading", test_a_heading_tagged_as_text_is_found);
    g_test_add_func("/verify/draft", test_a_draft_says_so_first);
    g_test_add_func("/verify/letter", test_a_sign_without_a_letter_is_found);
    g_test_add_func("/verify/edition", test_content_that_has_changed_since_is_found_once);
    g_test_add_func("/verify/expired", test_numbers_expire);
    g_test_add_func("/verify/nonsense", test_nonsense_is_unreadable);
    g_test_add_func("/verify/excess", test_more_than_any_leaflet_is_unreadable);
    return g_test_run();
}
