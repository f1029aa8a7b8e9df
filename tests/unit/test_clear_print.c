/* What is hard to see on finished pages: sizes, contrast, lines. */
#include "check/check.h"
#include "model/contrast.h"

#include <string.h>

/* One page with one text, and what lies under it. */
typedef struct Leaflet {
    Style style;
    Format format;
    Pack pack;
    Locale locale;
    Text source;
    Span span;
    Block block;
    DocumentSection section;
    Document document;
    PlacedLine lines[2];
    Item items[2];
    Page page;
    Pages pages;
} Leaflet;

static const Project nothing_else = { .arena = NULL };
static const Audience everyone = { .id = "all" };

/* @text in two lines of @first bytes and the rest, in @size points, on a @ground. */
static void
leaflet_set(Leaflet *leaflet, const char *text, int first, double size, Ink ink, Ink ground)
{
    int length = (int) strlen(text);

    *leaflet = (Leaflet){ .pack = { .id = "p", .code = "a" }, .locale = { .tag = "en" } };
    leaflet->style.palette.inks[INK_WHITE] = (Colour){ 1, 1, 1 };
    leaflet->style.palette.inks[INK_QUIET] = (Colour){ 0.5, 0.5, 0.5 }; /* 4.0 on white */
    leaflet->style.palette.inks[INK_SOFT] = (Colour){ 0.4, 0.4, 0.4 };  /* 5.7 on white */
    leaflet->format = (Format){
        .id = "f", .where = { "f.yaml", 1, 1 }, .style = &leaflet->style, .sheet = { 600, 800 }
    };
    leaflet->source = (Text){ .msgid = text, .context = "rights/a/text", .domain = "p" };
    leaflet->block = (Block){ .role = ROLE_PARA, .group = -1, .phrase_count = 1 };
    leaflet->block.phrases[0] = (Phrase){ .text = text,
                                          .locale = &leaflet->locale,
                                          .source = &leaflet->source,
                                          .where = { "r.yaml", 2, 3 } };
    leaflet->section = (DocumentSection){ "rights", 0, 1, { NULL, 0, 0 } };
    leaflet->document = (Document){ .title = "T",
                                    .blocks = &leaflet->block,
                                    .block_count = 1,
                                    .sections = &leaflet->section,
                                    .section_count = 1 };
    leaflet->document.variant = (Variant){ .project = &nothing_else,
                                           .pack = &leaflet->pack,
                                           .audience = &everyone,
                                           .locale = &leaflet->locale,
                                           .staff = &leaflet->locale,
                                           .format = &leaflet->format };
    leaflet->lines[0] =
        (PlacedLine){ { .start = 0, .end = first, .width = 60, .above = 9 }, 100, 100 };
    leaflet->lines[1] =
        (PlacedLine){ { .start = first, .end = length, .width = 60, .above = 9 }, 100, 120 };
    leaflet->items[0] = (Item){ .kind = ground == INK_WHITE ? ITEM_STROKE : ITEM_FILL,
                                .rect = { 90, 80, 200, 100 },
                                .panel = -1,
                                .block = -1,
                                .ink = ground };
    leaflet->items[1] = (Item){ .kind = ITEM_TEXT,
                                .rect = { 100, 90, 100, 40 },
                                .panel = -1,
                                .block = 0,
                                .ink = ink,
                                .text = text,
                                .size = size,
                                .lines = leaflet->lines,
                                .line_count = first < length ? 2 : 1 };
    leaflet->page = (Page){ { 600, 800 }, leaflet->items, 2 };
    leaflet->pages = (Pages){
        .document = &leaflet->document, .body_size = 12, .pages = &leaflet->page, .page_count = 1
    };
}

/* What is said: "note small-type". Free with g_free(). */
static char *
said_of(const Leaflet *leaflet)
{
    g_autoptr(Diags) diags = diags_new();
    GString *said = g_string_new(NULL);

    check_pages(&leaflet->pages, diags);
    for (unsigned i = 0; i < diags_count(diags); i++) {
        const Diag *diag = diags_find(diags, i);

        g_string_append_printf(said, "%s%s %s", i > 0 ? ", " : "",
                               severity_name(diag->severity), diag_info(diag->code)->name);
    }
    return g_string_free(said, FALSE);
}

static void
assert_said(const Leaflet *leaflet, const char *wanted)
{
    g_autofree char *said = said_of(leaflet);

    g_assert_cmpstr(said, ==, wanted);
}

static void
test_sizes(void)
{
    Leaflet leaflet;

    leaflet_set(&leaflet, "Help", 4, 9, INK_TEXT, INK_WHITE);
    assert_said(&leaflet, "");
    leaflet.items[1].size = 8.75;
    assert_said(&leaflet, "warning small-type");
    leaflet.items[1].size = 9;
    leaflet.pages.body_size = 11.75;
    assert_said(&leaflet, "note small-type");
    leaflet.pages.body_size = 15.75;
    leaflet.format.size_chosen = true;
    assert_said(&leaflet, "warning small-type");
    leaflet.pages.body_size = 16;
    assert_said(&leaflet, "");
}

static void
test_phone_numbers(void)
{
    Leaflet leaflet;

    leaflet_set(&leaflet, "Call 192", 8, 11.75, INK_TEXT, INK_WHITE);
    leaflet.span = (Span){ SPAN_NUMBER, 5, 8 };
    leaflet.block.phrases[0].spans = &leaflet.span;
    leaflet.block.phrases[0].span_count = 1;
    assert_said(&leaflet, "warning small-type");
    leaflet.items[1].size = 12;
    assert_said(&leaflet, "");

    /* Small in a text, large in the list. */
    Item items[] = { leaflet.items[1], leaflet.items[1] };
    items[0].size = 10;
    leaflet.page.items = items;
    assert_said(&leaflet, "");
}

static void
test_contrast_is_of_what_lies_beneath(void)
{
    static const struct {
        double size;
        Ink ink, ground;
        bool bold;
        const char *said;
    } rows[] = {
        { 12, INK_TEXT, INK_WHITE, false, "" },
        { 12, INK_TEXT, INK_QUIET, false, "warning pale-text" }, /* 5.3 */
        { 12, INK_SOFT, INK_WHITE, false, "warning pale-text" }, /* 5.7 */
        { 18, INK_SOFT, INK_WHITE, false, "" },
        { 14, INK_SOFT, INK_WHITE, false, "warning pale-text" },
        { 14, INK_SOFT, INK_WHITE, true, "" },
        { 18, INK_QUIET, INK_WHITE, false, "warning pale-text" }, /* 4.0 */
        { 12, INK_WHITE, INK_TEXT, false, "" },
        { 12, INK_WHITE, INK_WHITE, false, "warning pale-text" },
    };
    Leaflet leaflet;

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        leaflet_set(&leaflet, "Help", 4, rows[i].size, rows[i].ink, rows[i].ground);
        leaflet.style.roles[ROLE_PARA].bold = rows[i].bold;
        assert_said(&leaflet, rows[i].said);
    }
}

static void
test_lines(void)
{
    g_autofree char *most = g_strnfill(80, 'a'), *long_one = g_strnfill(81, 'a');
    g_autofree char *text = g_strconcat(most, "b", NULL),
                    *longer = g_strconcat(long_one, "b", NULL);
    GString *han = g_string_new(NULL), *marks = g_string_new(NULL);
    Leaflet leaflet;

    for (int i = 0; i < 40; i++)
        g_string_append(han, "求");
    for (int i = 0; i < 80; i++)
        g_string_append(marks, "กั"); /* a letter and its mark */
    leaflet_set(&leaflet, text, 80, 12, INK_TEXT, INK_WHITE);
    assert_said(&leaflet, "");
    leaflet_set(&leaflet, longer, 81, 12, INK_TEXT, INK_WHITE);
    assert_said(&leaflet, "warning long-line");
    leaflet.block.role = ROLE_COLOPHON;
    assert_said(&leaflet, "");
    leaflet_set(&leaflet, long_one, 81, 12, INK_TEXT, INK_WHITE); /* no next line */
    assert_said(&leaflet, "");
    g_string_append(han, "b");
    leaflet_set(&leaflet, han->str, (int) han->len - 1, 12, INK_TEXT, INK_WHITE);
    assert_said(&leaflet, "");
    g_string_append(han, "b");
    leaflet_set(&leaflet, han->str, (int) han->len - 1, 12, INK_TEXT, INK_WHITE);
    assert_said(&leaflet, "warning long-line");
    g_string_append(marks, "b");
    leaflet_set(&leaflet, marks->str, (int) marks->len - 1, 12, INK_TEXT, INK_WHITE);
    assert_said(&leaflet, "");
    g_string_free(han, TRUE);
    g_string_free(marks, TRUE);
}

static void
test_contrast_is_wcags(void)
{
    const Colour white = { 1, 1, 1 }, black = { 0, 0, 0 };
    const Colour gray = { 0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0 };

    g_assert_cmpfloat_with_epsilon(colour_contrast(white, black), 21, 0.001);
    g_assert_cmpfloat_with_epsilon(colour_contrast(black, white), 21, 0.001);
    g_assert_cmpfloat_with_epsilon(colour_contrast(gray, white), 4.54, 0.01);
    g_assert_cmpfloat_with_epsilon(colour_contrast(gray, gray), 1, 0.001);
}

/* --- what strangers see ---------------------------------------------------------------------- */

static void
test_words_wrong_only_outside(void)
{
    static const char *const telling[] = { "traffick" };
    static const char *const unless[] = { "victim fund" };
    const AvoidedWord word = { .word = "victim",
                               .why = "w",
                               .severity = SEVERITY_ERROR,
                               .scope = SCOPE_COVER | SCOPE_METADATA };
    const Panel panels[] = { { .id = "in", .area = { 0, 0, 600, 800 } },
                             { .id = "out", .area = { 0, 0, 600, 800 }, .outer = true } };
    const PanelPlace places[] = { { panels[0].area, 0 }, { panels[1].area, 0 } };
    Leaflet leaflet;

    leaflet_set(&leaflet, "Victims of trafficking", 22, 12, INK_TEXT, INK_WHITE);
    const ShownWord shown = { &leaflet.locale, "victim", unless, 1, &word };
    leaflet.format.panels.items = panels;
    leaflet.format.panels.count = 2;
    leaflet.pages.places = places;
    leaflet.document.shown_words = &shown;
    leaflet.document.shown_word_count = 1;
    leaflet.document.telling = telling;
    leaflet.document.telling_count = 1;
    leaflet.items[1].panel = 0;
    g_autofree char *inside = said_of(&leaflet);
    g_assert_null(strstr(inside, "avoided-word"));
    leaflet.items[1].panel = 1;
    g_autofree char *outside = said_of(&leaflet);
    g_assert_nonnull(strstr(outside, "error avoided-word"));
    g_assert_null(strstr(outside, "telling-cover")); /* contacts may say what they do */

    leaflet.pack.code = "victims";
    leaflet.items[1].panel = 0;
    g_autofree char *file = said_of(&leaflet);
    g_assert_nonnull(strstr(file, "error avoided-word"));

    leaflet.section.id = "cover";
    g_autofree char *cover = said_of(&leaflet);
    g_assert_nonnull(strstr(cover, "warning telling-cover"));
    leaflet.section.id = "rights";
    leaflet.format.kept_by_staff = true;
    g_autofree char *form = said_of(&leaflet);
    g_assert_nonnull(strstr(form, "warning telling-cover"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/clear-print/sizes", test_sizes);
    g_test_add_func("/clear-print/numbers", test_phone_numbers);
    g_test_add_func("/clear-print/contrast", test_contrast_is_of_what_lies_beneath);
    g_test_add_func("/clear-print/wcag", test_contrast_is_wcags);
    g_test_add_func("/clear-print/lines", test_lines);
    g_test_add_func("/clear-print/outside", test_words_wrong_only_outside);
    return g_test_run();
}
