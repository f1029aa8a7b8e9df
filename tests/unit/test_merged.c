/* A translation is brought up to date: what editors leave is mended, and no word is lost. */
#include "translate/gettext_file.h"
#include "translate/mend.h"
#include "translate/merged.h"

#include <string.h>

#define HEADER \
    "msgid \"\"\nmsgstr \"\"\n\"Language: hu\\n\"\n\"MIME-Version: 1.0\\n\"\n" \
    "\"Content-Type: text/plain; charset=UTF-8\\n\"\n" \
    "\"Content-Transfer-Encoding: 8bit\\n\"\n" \
    "\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n"
#define ENTRY "\n# mine\n#, fuzzy\nmsgctxt \"a\"\nmsgid \"Yes\"\nmsgstr \"Őr\"\n"

static const Locale hungarian = { .tag = "hu", .lang = "hu" };

/* --- mending ------------------------------------------------------------------------------ */

/* What became of @length bytes, NULL when they were left alone; the codes said go to @said. */
static char *
mend_bytes(const char *bytes, gsize length, char **said)
{
    g_autoptr(Diags) diags = diags_new();
    g_autoptr(GBytes) given = g_bytes_new(bytes, length);
    g_autoptr(GBytes) mended = mend_file("x.po", given, &hungarian, diags);
    g_autoptr(GString) codes = g_string_new(NULL);

    for (unsigned i = 0; i < diags_count(diags); i++)
        g_string_append_printf(codes, "%s%s:%d", i == 0 ? "" : " ",
                               diag_info(diags_find(diags, i)->code)->name,
                               diags_find(diags, i)->where.line);
    *said = g_strdup(codes->str);
    if (mended == NULL)
        return NULL;
    return g_strndup(g_bytes_get_data(mended, NULL), g_bytes_get_size(mended));
}

static void
assert_mended(const char *bytes, const char *expected, const char *expected_said)
{
    g_autofree char *said = NULL, *mended = mend_bytes(bytes, strlen(bytes), &said);

    g_assert_cmpstr(said, ==, expected_said);
    g_assert_cmpstr(mended, ==, expected);
}

static char *
with(const char *text, const char *from, const char *to)
{
    g_auto(GStrv) parts = g_strsplit(text, from, -1);

    g_assert_cmpuint(g_strv_length(parts), >, 1); /* else the test tests nothing */
    return g_strjoinv(to, parts);
}

static void
test_a_sound_file_stays_as_it_is(void)
{
    assert_mended(HEADER ENTRY, HEADER ENTRY, "");
}

static void
test_marks_and_line_ends_of_windows_go(void)
{
    g_autofree char *windows = with(HEADER ENTRY, "\n", "\r\n");
    g_autofree char *marked = g_strconcat("\xEF\xBB\xBF", windows, NULL);

    assert_mended(marked, HEADER ENTRY, "po-mended:1 po-mended:1");
}

static void
test_utf_16_of_an_editor_is_read(void)
{
    static const char *const charsets[] = { "UTF-16LE", "UTF-16BE" };
    static const char marks[2][3] = { "\xFF\xFE", "\xFE\xFF" };

    for (int i = 0; i < 2; i++) {
        gsize length;
        g_autofree char *wide =
            g_convert(HEADER ENTRY, -1, charsets[i], "UTF-8", NULL, &length, NULL);
        g_autoptr(GString) bytes = g_string_new(marks[i]);
        g_autofree char *said = NULL, *mended = NULL;

        g_string_append_len(bytes, wide, (gssize) length);
        mended = mend_bytes(bytes->str, bytes->len, &said);
        g_assert_cmpstr(mended, ==, HEADER ENTRY);
        g_assert_cmpstr(said, ==, "po-mended:1");
    }
}

static void
test_an_older_charset_is_converted(void)
{
    g_autofree char *named = with(HEADER ENTRY, "UTF-8", "ISO-8859-2");
    g_autofree char *old = g_convert(named, -1, "ISO-8859-2", "UTF-8", NULL, NULL, NULL);

    g_assert_false(g_utf8_validate(old, -1, NULL));
    assert_mended(old, HEADER ENTRY, "po-mended:1");
}

/* Somebody's editor wrote UTF-8 and did not touch the header. */
static void
test_a_charset_that_the_bytes_belie_is_corrected(void)
{
    g_autofree char *wrong = with(HEADER ENTRY, "UTF-8", "ISO-8859-2");
    g_autofree char *unfilled = with(HEADER ENTRY, "UTF-8", "CHARSET");

    assert_mended(wrong, HEADER ENTRY, "po-mended:1");
    assert_mended(unfilled, HEADER ENTRY, "");
}

static void
test_bytes_that_nobody_can_read_are_left_alone(void)
{
    assert_mended(HEADER "\nmsgid \"a\"\nmsgstr \"\xE6\"\n", NULL, "invalid-utf8:10");
}

static void
test_a_file_without_a_header_gets_one(void)
{
    g_autofree char *said = NULL, *mended = mend_bytes(ENTRY + 1, strlen(ENTRY + 1), &said);

    g_assert_cmpstr(said, ==, "po-mended:1");
    g_assert_true(strstr(mended, "\"Language: hu\\n\"") != NULL);
    g_assert_true(strstr(mended, "charset=UTF-8") != NULL);
    g_assert_true(strstr(mended, "plural=(n != 1);") != NULL);
    g_assert_true(g_str_has_suffix(mended, ENTRY));
}

static void
test_what_a_template_leaves_open_is_filled_in(void)
{
    g_autofree char *open = with(HEADER ENTRY, "nplurals=2; plural=(n != 1);",
                                 "nplurals=INTEGER; plural=EXPRESSION;");
    g_autofree char *opener = with(open, "Language: hu", "Language: ");
    g_autofree char *said = NULL, *mended = mend_bytes(opener, strlen(opener), &said);

    g_assert_true(g_str_has_prefix(mended, HEADER));
    g_assert_true(g_str_has_suffix(mended, ENTRY));
}

static void
test_what_is_no_po_file_is_left_alone(void)
{
    assert_mended(HEADER "\nmsgid \"a\"\nmsgstr \"b\n", NULL, "po-syntax:10");
    assert_mended(HEADER ENTRY ENTRY, NULL, "po-syntax:18");
}

/* --- comparing ---------------------------------------------------------------------------- */

static char *
joined(const GPtrArray *contexts)
{
    GString *all = g_string_new(NULL);

    for (guint i = 0; i < contexts->len; i++)
        g_string_append_printf(all, "%s%s", i == 0 ? "" : " ", (char *) contexts->pdata[i]);
    return g_string_free(all, FALSE);
}

static Merged *
compared(const char *before, const char *after)
{
    g_autoptr(Diags) diags = diags_new();
    g_autoptr(GBytes) was = g_bytes_new(before, strlen(before));
    g_autoptr(GBytes) is = g_bytes_new(after, strlen(after));
    Merged *merged = merged_compare("x.po", was, is, diags);

    g_assert_cmpuint(diags_count(diags), ==, 0);
    g_assert_nonnull(merged);
    return merged;
}

static void
test_new_fuzzy_and_gone_are_told_apart(void)
{
    g_autoptr(Merged) merged =
        compared(HEADER "\nmsgctxt \"kept\"\nmsgid \"k\"\nmsgstr \"K\"\n"
                        "\nmsgctxt \"reworded\"\nmsgid \"old\"\nmsgstr \"R\"\n"
                        "\n#, fuzzy\nmsgctxt \"doubtful\"\nmsgid \"d\"\nmsgstr \"D\"\n"
                        "\nmsgctxt \"gone\"\nmsgid \"g\"\nmsgstr \"G\"\n"
                        "\nmsgctxt \"empty\"\nmsgid \"e\"\nmsgstr \"\"\n",
                 HEADER "\nmsgctxt \"kept\"\nmsgid \"k\"\nmsgstr \"K\"\n"
                        "\n#, fuzzy\n#| msgctxt \"reworded\"\n#| msgid \"old\"\n"
                        "msgctxt \"reworded\"\nmsgid \"new words\"\nmsgstr \"R\"\n"
                        "\n#, fuzzy\nmsgctxt \"doubtful\"\nmsgid \"d\"\nmsgstr \"D\"\n"
                        "\nmsgctxt \"fresh\"\nmsgid \"f\"\nmsgstr \"\"\n"
                        "\n#~ msgctxt \"gone\"\n#~ msgid \"g\"\n#~ msgstr \"G\"\n");
    g_autofree char *added = joined(merged->added), *fuzzy = joined(merged->fuzzy);
    g_autofree char *gone = joined(merged->gone);

    g_assert_cmpstr(added, ==, "fresh");
    g_assert_cmpstr(fuzzy, ==, "reworded");
    g_assert_cmpstr(gone, ==, "gone empty");
    g_assert_cmpint(merged->translated, ==, 1);
    g_assert_cmpint(merged->count, ==, 4);
}

static void
assert_put_back(const char *before, const char *after, const char *expected)
{
    g_autoptr(Merged) merged = compared(before, after);
    g_autofree char *text =
        g_strndup(g_bytes_get_data(merged->bytes, NULL), g_bytes_get_size(merged->bytes));

    g_assert_cmpstr(text, ==, expected);
}

static void
test_a_comment_on_what_is_gone_is_kept(void)
{
    assert_put_back(HEADER "\n# ask the lawyer\nmsgctxt \"a\"\nmsgid \"x\"\nmsgstr \"\"\n",
                    HEADER, "# (a) \"x\":\n# ask the lawyer\n" HEADER);
}

static void
test_forms_that_a_single_text_has_no_room_for_are_kept(void)
{
    assert_put_back(HEADER "\n# mine\nmsgid \"x\"\nmsgid_plural \"xs\"\nmsgstr[0] \"one\"\n"
                           "msgstr[1] \"many\"\n",
                    HEADER "\n# mine\n#, fuzzy\nmsgid \"x\"\nmsgstr \"one\"\n",
                    HEADER
                    "\n# mine\n# msgstr[1] \"many\"\n#, fuzzy\nmsgid \"x\"\nmsgstr \"one\"\n");
}

static void
test_a_translation_that_was_dropped_comes_back(void)
{
    assert_put_back(HEADER "\n#, fuzzy\n#~ msgctxt \"o\"\n#~ msgid \"x\"\n#~ msgstr \"X\"\n",
                    HEADER,
                    HEADER "\n#, fuzzy\n#~ msgctxt \"o\"\n#~ msgid \"x\"\n#~ msgstr \"X\"\n");
}

/* Once it is put back, nothing is lost the next time. */
static void
test_what_was_put_back_stays(void)
{
    const char *before = HEADER "\n# mine\n# msgstr[1] \"many\"\nmsgid \"x\"\nmsgstr \"one\"\n";

    assert_put_back(before, before, before);
}

#define ADD(name) g_test_add_func("/merged/" #name, test_##name)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD(a_sound_file_stays_as_it_is);
    ADD(marks_and_line_ends_of_windows_go);
    ADD(utf_16_of_an_editor_is_read);
    ADD(an_older_charset_is_converted);
    ADD(a_charset_that_the_bytes_belie_is_corrected);
    ADD(bytes_that_nobody_can_read_are_left_alone);
    ADD(a_file_without_a_header_gets_one);
    ADD(what_a_template_leaves_open_is_filled_in);
    ADD(what_is_no_po_file_is_left_alone);
    ADD(new_fuzzy_and_gone_are_told_apart);
    ADD(a_comment_on_what_is_gone_is_kept);
    ADD(forms_that_a_single_text_has_no_room_for_are_kept);
    ADD(a_translation_that_was_dropped_comes_back);
    ADD(what_was_put_back_stays);
    return g_test_run();
}
