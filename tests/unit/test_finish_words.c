/* Glyphs in, codes out: every letter has one of its own, whatever draws it. */
#include "test_finish_fixture.h"

#include "output/finish/cluster.h"
#include "output/finish/words.h"

#include FT_OUTLINE_H

#define RLM "\u200F"

/* --- clusters ------------------------------------------------------------------------------ */

/* The clusters of a run from left to right, each its letters from left to right and its glyphs. */
static char *
clusters_of(const char *text, const Glyph *glyphs, int count, bool rtl)
{
    Run run = { .glyphs = glyphs, .count = count, .end = (int) strlen(text), .level = rtl };
    Cluster cluster = { .run = &run, .text = text, .em = 1000 };
    GString *out = g_string_new(NULL);

    while (cluster_next(&cluster)) {
        if (out->len > 0)
            g_string_append_c(out, ' ');
        for (int i = 0; i < cluster.letter_count; i++)
            g_string_append_unichar(out, cluster_letter(&cluster, i));
        for (int i = 0; i < cluster.part_count; i++)
            g_string_append_printf(out, ":%d", cluster.parts[i].glyph);
    }
    return g_string_free(out, FALSE);
}

static const struct {
    const char *text;
    Glyph glyphs[4]; /* left to right */
    int count;
    bool rtl;
    const char *clusters;
} cases[] = {
    { "ab", { { 1, 0, 6, 0, 0 }, { 2, 1, 6, 0, 0 } }, 2, false, "a:1 b:2" },
    /* one glyph for two letters, two glyphs for one, a mark with a glyph of its own */
    { "لا", { { 5, 0, 6, 0, 0 } }, 1, true, "ال:5" },
    { "fi", { { 5, 0, 6, 0, 0 } }, 1, false, "fi:5" },
    { "ب", { { 5, 0, 0, 3, 0 }, { 6, 0, 6, 0, 0 } }, 2, true, "ب:5:6" },
    { "مَن",
      { { 3, 4, 6, 0, 0 }, { 2, 2, 0, 0, 0 }, { 1, 0, 6, 0, 0 } },
      3,
      true,
      "ن:3 \u064Eم:2:1" },
    { "ก็", { { 1, 0, 6, 0, 0 }, { 2, 3, 0, 0, 0 } }, 2, false, "ก็:1:2" },
    /* a joiner belongs to the letter before it; marks of direction have done their work */
    { "ی\u200Cب",
      { { 2, 5, 6, 0, 0 }, { NO_GLYPH, 2, 0, 0, 0 }, { 1, 0, 6, 0, 0 } },
      3,
      true,
      "ب:2 \u200Cی:1" },
    { "\u20661\u2069",
      { { NO_GLYPH, 0, 0, 0, 0 }, { 1, 3, 6, 0, 0 }, { NO_GLYPH, 4, 0, 0, 0 } },
      3,
      false,
      "1:1" },
    /* what is drawn and not written is a hyphen */
    { "", { { 7, 0, 4, 0, 0 } }, 1, false, "\u00AD:7" },
};

static void
test_clusters_have_their_letters_and_glyphs(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *found =
            clusters_of(cases[i].text, cases[i].glyphs, cases[i].count, cases[i].rtl);

        g_assert_cmpstr(found, ==, cases[i].clusters);
    }
}

static void
test_more_marks_than_anybody_writes_do_no_harm(void)
{
    enum { MANY = 3 * MOST_IN_CLUSTER };
    g_autoptr(GString) text = g_string_new("a");
    Glyph glyphs[MANY + 1] = { { .id = 1 } };

    for (int i = 1; i <= MANY; i++) {
        glyphs[i] = (Glyph){ .id = 2, .byte = (uint32_t) text->len };
        g_string_append(text, "\u0301");
    }
    g_autofree char *found = clusters_of(text->str, glyphs, MANY + 1, false);
    g_assert_true(g_str_has_prefix(found, "a\u0301"));
}

/* --- typefaces ----------------------------------------------------------------------------- */

typedef struct Made {
    Fixture *fixture;
    Painter *painter;
    Typeface *typeface;
    const Outlines *outlines;
} Made;

static Made
made_new(void)
{
    Made made = { .fixture = fixture_new(), .painter = painter_new() };

    made.outlines = painter_outlines(made.painter, made.fixture->faces[0]);
    g_assert_nonnull(made.outlines);
    made.typeface = typeface_new(made.outlines->em);
    g_assert_cmpint(typeface_face(made.typeface, made.outlines), ==, 0);
    return made;
}

static void
made_clear(Made *made)
{
    typeface_free(made->typeface);
    painter_free(made->painter);
    fixture_free(made->fixture);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Made, made_clear)

static void
test_a_letter_and_what_it_draws_are_a_code(void)
{
    const Part shown = { 0, 40, 0, 0 }, moved = { 0, 40, 0, 9 };
    g_auto(Made) made = made_new();
    Typeface *face = made.typeface;
    int code = typeface_letter(face, 'a', 0, 40);

    g_assert_cmpint(code, ==, 1);
    g_assert_cmpint(typeface_letter(face, 'a', 0, 40), ==, 1);
    g_assert_cmpint(typeface_letter(face, 0x430, 0, 40), ==, 2); /* Cyrillic looks the same */
    g_assert_cmpint(typeface_drawn(face, 'a', 0, 500, &moved, 1), ==, 3);
    g_assert_cmpint(typeface_drawn(face, 'a', 0, 500, &moved, 1), ==, 3);
    g_assert_cmpint(typeface_drawn(face, 'a', SPACE_LEFT, 500, &moved, 1), ==, 4);
    g_assert_cmpint(typeface_drawn(face, 'b', 0, 250, &shown, 0), ==, 5);
    g_assert_cmpint(typeface_advance(face, 5), ==, 250);
}

static FT_BBox
box_of(FT_Face face, unsigned glyph)
{
    FT_BBox box;

    g_assert_cmpint(FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE), ==, 0);
    FT_Outline_Get_CBox(&face->glyph->outline, &box);
    return box;
}

/* Glyph n of the font in the file draws code n, and is as wide. */
static void
test_the_font_in_the_file_draws_the_codes(void)
{
    g_auto(Made) made = made_new();
    unsigned a = 0, acute = 0; /* of Noto Sans: found by its table of characters */
    FT_Face whole, part;
    const char *data = g_getenv("RIGHTSPACK_DATA_DIR");
    g_autofree char *path = g_build_filename(data, "fonts", "NotoSans-Regular.ttf", NULL);

    g_assert_cmpint(FT_New_Face(made.fixture->library, path, 0, &whole), ==, 0);
    a = FT_Get_Char_Index(whole, 'a');
    acute = FT_Get_Char_Index(whole, 0xE1); /* itself made of others */
    const Part parts[] = { { 0, (uint16_t) a, 100, 0 }, { 0, (uint16_t) acute, 700, -50 } };
    typeface_letter(made.typeface, 'a', 0, a);
    typeface_drawn(made.typeface, 'x', 0, 1234, parts, 2);
    typeface_drawn(made.typeface, ' ', 0, 77, parts, 0);

    g_autoptr(GString) font = subset_make(made.typeface);
    g_assert_cmpint(FT_New_Memory_Face(made.fixture->library, (const FT_Byte *) font->str,
                                       (FT_Long) font->len, 0, &part),
                    ==, 0);
    FT_BBox own = box_of(whole, a), other = box_of(whole, acute), drawn = box_of(part, 2);
    g_assert_cmpint(drawn.xMin, ==, own.xMin + 100);
    g_assert_cmpint(drawn.xMax, ==, other.xMax + 700);
    g_assert_cmpint(drawn.yMin, ==, MIN(own.yMin, other.yMin - 50));
    g_assert_cmpint(drawn.yMax, ==, other.yMax - 50);
    g_assert_cmpint(part->glyph->metrics.horiAdvance, ==, 1234);
    FT_BBox same = box_of(part, 1), none = box_of(part, 3);
    g_assert_cmpmem(&same, sizeof same, &own, sizeof own);
    g_assert_cmpint(none.xMax - none.xMin, ==, 0);
    g_assert_cmpint(part->glyph->metrics.horiAdvance, ==, 77);
    FT_Done_Face(part);
    FT_Done_Face(whole);
}

static void
test_only_truetype_outlines_are_known(void)
{
    g_auto(Made) made = made_new();
    cairo_font_face_t *face = fixture_face(made.fixture->library, "NotoSansCJK-Regular.ttc");

    g_assert_null(painter_outlines(made.painter, face));
    g_assert_null(painter_outlines(made.painter, face)); /* asked once */
    cairo_font_face_destroy(face);
}

/* --- lines --------------------------------------------------------------------------------- */

/* What the codes of one line say, in the order of the content. */
static char *
told(Made *made, PlacedRun *runs, int count, const char *text, bool rtl)
{
    g_autoptr(GString) content = g_string_new(NULL);
    GString *said = g_string_new(NULL);
    PlacedLine line = { { .runs = runs, .count = count }, 0, 10 };
    Item item = { .kind = ITEM_TEXT, .text = text, .size = 10, .lines = &line, .line_count = 1 };
    Ground ground = ground_new(content, &made->fixture->style.palette);
    Lettering *lettering = lettering_new(made->painter);
    cairo_matrix_t identity;

    cairo_matrix_init_identity(&identity);
    words_write(lettering, &ground, &item, &identity, rtl);
    const Typeface *typeface = ground.typeface;
    for (size_t i = 0; i + 1 < content->len;
         i++) { /* codes are below 32 here: nothing is escaped */
        int code = content->str[i + 1];

        if (content->str[i] == '\0' && code > 0 && code < (int) typeface->codes->len) {
            const Code *found = &g_array_index(typeface->codes, Code, code);

            g_string_append(said, found->spaces & SPACE_LEFT ? "<" : "");
            g_string_append_unichar(said, found->letter);
            g_string_append(said, found->spaces & SPACE_RIGHT ? ">" : "");
        }
    }
    lettering_free(lettering);
    return g_string_free(said, FALSE);
}

static PlacedRun
run_of(Made *made, const char *text, int start, int end, double x)
{
    bool rtl = g_utf8_get_char(text + start) >= 0x590 || text[start] == ' ';
    g_autofree char *part = g_strndup(text + start, (gsize) (end - start));
    PlacedRun run = {
        { .face = made->fixture->faces[rtl], .start = start, .end = end, .level = rtl ? 1 : 2 }, x
    };
    Glyph *glyphs = fixture_glyphs(made->fixture, run.run.face, part, rtl, &run.run.count);

    for (int i = 0; i < run.run.count; i++)
        glyphs[i].byte += (uint32_t) start;
    run.run.glyphs = glyphs;
    return run;
}

/* Words go in reading order, their letters from left to right; a space where the direction changes
 * is told with the letter beside it, and a mark keeps it off the number. */
static void
test_spaces_at_a_change_of_direction_are_told(void)
{
    static const char text[] = "من 90 يوم.";
    g_auto(Made) made = made_new();
    PlacedRun runs[] = { run_of(&made, text, 0, 5, 49), run_of(&made, text, 5, 7, 35),
                         run_of(&made, text, 7, 15, 0) };
    g_autofree char *own = told(&made, runs, 3, text, true);

    g_assert_cmpstr(own, ==, "<نم90<.موي>" RLM);
}

static void
test_several_words_from_left_to_right_stay_as_they_are(void)
{
    static const char number[] = "011 00", label[] = "12";
    g_auto(Made) made = made_new();
    PlacedRun run = run_of(&made, number, 0, 6, 0), short_run = run_of(&made, label, 0, 2, 0);
    g_autofree char *long_number = told(&made, &run, 1, number, true);
    g_autofree char *short_number = told(&made, &short_run, 1, label, true);
    g_autofree char *elsewhere = told(&made, &short_run, 1, label, false);

    g_assert_cmpstr(long_number, ==, "011 00");
    g_assert_cmpstr(short_number, ==, RLM "12>");
    g_assert_cmpstr(elsewhere, ==, "12");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/finish/words/clusters", test_clusters_have_their_letters_and_glyphs);
    g_test_add_func("/finish/words/marks", test_more_marks_than_anybody_writes_do_no_harm);
    g_test_add_func("/finish/words/codes", test_a_letter_and_what_it_draws_are_a_code);
    g_test_add_func("/finish/words/font", test_the_font_in_the_file_draws_the_codes);
    g_test_add_func("/finish/words/truetype", test_only_truetype_outlines_are_known);
    g_test_add_func("/finish/words/spaces", test_spaces_at_a_change_of_direction_are_told);
    g_test_add_func("/finish/words/numbers",
                    test_several_words_from_left_to_right_stay_as_they_are);
    return g_test_run();
}
