/* What stands in a page for a browser: texts never become markup, and nothing comes from elsewhere. */
#include "command/html.h"

#include <string.h>

static void
test_texts_are_no_markup(void)
{
    g_autoptr(GString) page = g_string_new(NULL);

    html_add(page, "<td title=\"%s\">%s</td>", "\"&'", "<script>1 & 2</script>");
    g_assert_cmpstr(
        page->str, ==,
        "<td title=\"&quot;&amp;&apos;\">&lt;script&gt;1 &amp; 2&lt;/script&gt;</td>");
}

static void
test_own_markup_stays(void)
{
    g_autoptr(GString) page = g_string_new(NULL);

    html_add_raw(page, "<b>50%</b>");
    g_assert_cmpstr(page->str, ==, "<b>50%</b>");
}

static void
test_pages_load_only_what_lies_beside_them(void)
{
    g_autoptr(GString) page = g_string_new(NULL);

    html_begin(page, (HtmlTongue){ "ar", true }, "a < b", "p{}\n");
    html_end(page, "1;\n");
    g_assert_true(g_str_has_prefix(page->str, "<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">"));
    g_assert_nonnull(strstr(page->str, "<title>a &lt; b</title>"));
    g_assert_nonnull(strstr(page->str, "default-src 'none'"));
    g_assert_true(g_str_has_suffix(page->str, "</html>\n"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/html/texts-are-no-markup", test_texts_are_no_markup);
    g_test_add_func("/html/own-markup-stays", test_own_markup_stays);
    g_test_add_func("/html/pages-load-only-what-lies-beside-them",
                    test_pages_load_only_what_lies_beside_them);
    return g_test_run();
}
