/* Any bytes as what the drawing library wrote: nothing may crash or hang. They are taken for a
 * whole file, and for the content of a page. A file that is finished all the same can be read
 * again. */
#include "output/finish/content.h"
#include "output/finish/read.h"
#include "output/private.h"

#include <stdint.h>

enum { LEAVES = 3 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void
finish_file(Bytes bytes)
{
    static const Style style = { .palette = { .id = "fuzz" } };
    static const Format format = { .style = &style };
    static const Locale locale = { .tag = "ar", .lang = "ar", .direction = DIRECTION_RTL };
    static const Page page = { .size = { 100, 100 } };
    const Document document = { .title = "Fuzz",
                                .edition = "00000000",
                                .date = { 2026, 11, 1 },
                                .variant = { .locale = &locale, .format = &format } };
    const Pages pages = { .document = &document, .pages = &page, .page_count = 1 };
    g_autoptr(GBytes) painted = g_bytes_new_static(bytes.start, bytes.size);
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) finished = finish_pdf(painted, &pages, NULL, document.date, &error);

    g_assert_true((finished == NULL) == (error != NULL));
    if (finished == NULL)
        return;
    bytes.start = g_bytes_get_data(finished, &bytes.size);
    g_autoptr(Source) source = source_read(bytes, &error);
    g_assert_no_error(error);
}

static void
rewrite_content(Bytes bytes, bool marked)
{
    static const char *const tags[LEAVES] = { "P", "Figure", NULL };
    static const Palette palette = { .id = "fuzz" };
    bool ended[LEAVES] = { false };
    g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(Mark));
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    Marking marking = { .tags = tags, .leaf_count = LEAVES, .ended = ended, .marks = marks };
    bool done = content_rewrite(out, bytes, &palette, marked ? &marking : NULL, &error);

    g_assert_true(done == (error == NULL));
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    Bytes input = { (const char *) bytes, length };

    finish_file(input);
    rewrite_content(input, true);
    rewrite_content(input, false);
    return 0;
}
