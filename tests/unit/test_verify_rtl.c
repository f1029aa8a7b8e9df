/* Right-to-left leaflets: as tolerant as poppler needs, and with digits not at all. */
#include "test_verify_fixture.h"

static const Locale arabic = { .tag = "ar", .lang = "ar", .direction = DIRECTION_RTL };

static const Block arabic_blocks[] = {
    BLOCK(ROLE_DRAFT, "مسودة", arabic),
    BLOCK(ROLE_PARA, "يمكنك إخبار موظف الآن، ليلًا ونهارًا.", arabic),
    { .role = ROLE_CONTACT_NUMBER,
      .group = 0,
      .phrases = { { .text = "011 785 00 00",
                     .locale = &arabic,
                     .spans = numbers,
                     .span_count = 1 } },
      .phrase_count = 1 },
};
static const Group arabic_groups[] = {
    { .kind = GROUP_CONTACT, .first = 2, .count = 1, .contact = contacts }
};
static const DocumentSection arabic_sections[] = { { .id = "all",
                                                     .count = COUNT(arabic_blocks) } };

/* As poppler gives it: lam and alef changed over, a word in pieces, groups of digits backwards;
 * elements letter by letter as painted, up to the first ligature. */
static const char sound_arabic[] = "metadata\t" XMP "\n" PERMISSIONS "pages\t1\n"
                                   "page\t1\t200.000\t100.000\t0.000\t0.000\t200.000\t100.000\n"
                                   "text\t1\tمسودة\n"
                                   "text\t1\tيمكنك إخبار موظف اآلن ،\n"
                                   "text\t1\tلياًل ونها ً ر ا .\n"
                                   "text\t1\t00 00 785 011\n"
                                   "tagged\tyes\n"
                                   "element\t1\tP\t1\t\t\t\tةدوسم\n"
                                   "element\t1\tP\t1\t\t\t\tﻵا فظوم\n"
                                   "element\t1\tP\t1\t\t\t\t011 785 00 00\n"
                                   "end\n";

static Diags *
arabic_findings_of(const char *listing)
{
    Document document = leaflet;

    document.variant.locale = &arabic;
    document.blocks = arabic_blocks;
    document.block_count = COUNT(arabic_blocks);
    document.groups = arabic_groups;
    document.sections = arabic_sections;
    g_autofree char *xmp = replaced(listing, "<rdf:li>en", "<rdf:li>ar");
    return findings_of(&document, xmp);
}

static void
test_arabic_is_found_as_poppler_gives_it(void)
{
    g_autoptr(Diags) diags = arabic_findings_of(sound_arabic);

    diags_print(diags, stderr, (DiagStyle){ .least = SEVERITY_NOTE });
    g_assert_cmpuint(diags_count(diags), ==, 0);
}

static void
test_an_arabic_word_changed_is_found(void)
{
    g_autofree char *listing = replaced(sound_arabic, "إخبار", "أخبار");
    g_autoptr(Diags) diags = arabic_findings_of(listing);

    assert_only(diags, DIAG_VERIFY_TEXT_MISSING);
}

static void
test_digits_in_arabic_are_strict(void)
{
    g_autofree char *one = replaced(sound_arabic, "00 00 785 011", "00 00 785 012");
    g_autofree char *other = replaced(sound_arabic, "00 00 785 011", "785 00 00 011");
    g_autoptr(Diags) changed = arabic_findings_of(one);
    g_autoptr(Diags) moved = arabic_findings_of(other);

    assert_only(changed, DIAG_VERIFY_NUMBER);
    assert_only(moved, DIAG_VERIFY_NUMBER);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/verify-rtl/sound", test_arabic_is_found_as_poppler_gives_it);
    g_test_add_func("/verify-rtl/word", test_an_arabic_word_changed_is_found);
    g_test_add_func("/verify-rtl/digits", test_digits_in_arabic_are_strict);
    return g_test_run();
}
