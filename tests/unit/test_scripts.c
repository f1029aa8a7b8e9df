/* What every script needs of the layout: letter forms of a language, places where lines may end, figures. The texts
 * are those of tests/pdf/scripts, or stand here. */
#include "layout/shape.h"
#include "read/read.h"
#include "translate/translate.h"

#include <string.h>

static Project *project;
static Fonts *fonts;
static Shapes *shapes;

static const Shape *
shape_in(const char *tag, const char *text, Face face)
{
    Phrase *phrase = arena_new_array(project->arena, Phrase, 1);

    phrase->text = text;
    phrase->locale = project_find_locale(project, tag);
    g_assert_nonnull(phrase->locale);
    return shapes_find(shapes, phrase, face);
}

/* --- letter forms -------------------------------------------------------------------------- */

static uint32_t
glyph_in(const char *tag, const char *letter, Face face)
{
    const Shape *shape = shape_in(tag, letter, face);

    g_assert_cmpint(shape->run_count, ==, 1);
    g_assert_cmpint(shape->runs[0].count, ==, 1);
    return shape->runs[0].glyphs[0].id;
}

/* Noto Sans has no Bulgarian forms: Bulgarian is printed in the international ones. */
static void
test_letters_take_the_form_of_their_language(void)
{
    static const struct {
        const char *letter, *one, *other;
        bool same;
    } forms[] = {
        { "б", "sr", "ru", false }, { "б", "mk", "ru", false }, { "б", "sr", "mk", true },
        { "б", "bg", "ru", true },  { "г", "sr", "ru", true },  { "ş", "ro", "tr", false },
        { "ţ", "ro", "tr", false },
    };

    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
        for (Face face = 0; face <= FACE_BOLD; face += FACE_BOLD) {
            bool same = glyph_in(forms[i].one, forms[i].letter, face) ==
                        glyph_in(forms[i].other, forms[i].letter, face);

            g_test_message("%s in %s and %s", forms[i].letter, forms[i].one, forms[i].other);
            g_assert_cmpint(same, ==, forms[i].same);
        }
    g_assert_cmpuint(glyph_in("ro", "ş", 0), ==, glyph_in("ro", "ș", 0));
}

/* --- where lines may end ------------------------------------------------------------------- */

/* "one |two": the text with a bar where a line may end. */
static char *
barred(const char *tag, const char *text)
{
    const Shape *shape = shape_in(tag, text, 0);
    GString *bars = g_string_new(NULL);

    for (int i = 0; i < shape->word_count; i++) {
        const Word *word = &shape->words[i];

        g_string_append(bars, i > 0 ? "|" : "");
        g_string_append_len(bars, text + word->start, word->end - word->start);
    }
    return g_string_free(bars, FALSE);
}

static void
test_lines_end_where_the_script_allows(void)
{
    static const struct {
        const char *tag, *text, *bars;
    } cases[] = {
        /* a dictionary */
        { "th", "คุณมีสิทธิได้รับความช่วยเหลือจากตำรวจ", "คุณ|มี|สิทธิ|ได้|รับ|ความ|ช่วยเหลือ|จาก|ตำรวจ" },
        /* only where the translator says so */
        { "km", "ខ្ញុំត្រូវការអ្នក\u200Bបកប្រែ។ ខ្ញុំ", "ខ្ញុំត្រូវការអ្នក\u200B|បកប្រែ។ |ខ្ញុំ" },
        { "my", "စကားပြန်\u200Bလိုသည်။", "စကားပြန်\u200B|လိုသည်။" },
        { "lo", "ຂ້ອຍຕ້ອງການ\u200Bລ່າມ", "ຂ້ອຍຕ້ອງການ\u200B|ລ່າມ" },
        /* stops stay with their words */
        { "am", "ነፃ ነው። ሌላ ። ሰው", "ነፃ |ነው። |ሌላ ። |ሰው" },
        { "zh_CN", "您好。“好”（吗），好", "您|好。“好”（吗），|好" },
        { "en", "law · number", "law · |number" },
        /* addresses */
        { "en", "https://www.example.org/ab/cd-ef 011-785-00",
          "https://|www.example.org/|ab/|cd-|ef |011-785-00" },
        /* a translator's own */
        { "en", "inter\u00ADpretation", "inter\u00AD|pretation" },
    };

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *bars = barred(cases[i].tag, cases[i].text);

        g_assert_cmpstr(bars, ==, cases[i].bars);
    }
}

/* libthai would go on with the system's words when ours were not there. */
static void
test_thai_words_are_the_programs_own(void)
{
    g_autofree char *folder = g_build_filename(project->data_dir, "breaks", NULL);
    g_autofree char *words = g_build_filename(folder, "thbrk.tri", NULL);

    g_assert_cmpstr(g_getenv("LIBTHAI_DICTDIR"), ==, folder);
    g_assert_true(g_file_test(words, G_FILE_TEST_IS_REGULAR));
}

/* "好。" at a line's end takes half an em less. */
static void
test_a_full_width_stop_hangs_over(void)
{
    const Shape *open = shape_in("zh_CN", "好好", 0), *stop = shape_in("zh_CN", "好好。", 0);
    double bare = open->words[0].width + open->words[1].width;
    const Word *last = &stop->words[stop->word_count - 1];

    g_assert_cmpfloat_with_epsilon(stop->words[0].width + last->width,
                                   bare + REFERENCE_SIZE / 2.0, 0.01);
    g_assert_cmpfloat_with_epsilon(last->space, REFERENCE_SIZE / 2.0, 0.01);
}

/* --- hyphens ------------------------------------------------------------------------------- */

/* "ta-ble" */
static char *
hyphened(const char *tag, const char *text, Face face)
{
    const Shape *shape = shape_in(tag, text, face);
    GString *parts = g_string_new(NULL);

    for (int i = 0; i < shape->word_count; i++) {
        const Word *word = &shape->words[i];

        g_string_append_len(parts, text + word->start, word->end - word->start);
        g_string_append(parts, word->hyphen > 0 ? "-" : "");
    }
    return g_string_free(parts, FALSE);
}

static void
test_words_are_parted_only_where_it_is_asked_for(void)
{
    static const struct {
        const char *tag, *text, *parts;
    } cases[] = {
        { "de", "die Aufenthaltserlaubnis.", "die Auf-ent-halts-er-laub-nis." },
        { "de", "Tisch www.aufenthaltserlaubnis.example",
          "Tisch www.aufenthaltserlaubnis.example" },
        { "hu", "asszonnyal biztonságban", "asszonnyal biz-ton-ság-ban" },
        { "ru", "переводчик", "пе-ре-вод-чик" },
        { "ro", "interpretare", "in-ter-pre-tare" },
        { "en", "interpretation", "interpretation" }, /* has no dictionary */
        { "th", "ตำรวจ", "ตำรวจ" },
    };

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *parts = hyphened(cases[i].tag, cases[i].text, FACE_PARTED);
        g_autofree char *whole = hyphened(cases[i].tag, cases[i].text, 0);

        g_assert_cmpstr(parts, ==, cases[i].parts);
        g_assert_cmpstr(whole, ==, cases[i].text);
    }
}

/* It is heeded in every language, and no dictionary adds to it. */
static void
test_a_soft_hyphen_is_the_translators(void)
{
    g_autofree char *german = hyphened("de", "Wort\u00ADtrennungen", FACE_PARTED);
    g_autofree char *english = hyphened("en", "inter\u00ADpretation", FACE_PARTED);

    g_assert_cmpstr(german, ==, "Wort\u00AD-trennungen");
    g_assert_cmpstr(english, ==, "inter\u00AD-pretation");
    g_assert_true(shape_in("en", "inter\u00ADpretation", FACE_PARTED)->parted);
    g_assert_false(shape_in("en", "inter\u00ADpretation", 0)->parted);
    g_assert_false(shape_in("en", "interpretation", FACE_PARTED)->parted);
}

/* A word as wide as its parts, whatever it is parted into. */
static void
test_parts_are_as_wide_as_the_word(void)
{
    const Shape *whole = shape_in("de", "Aufenthaltserlaubnis", 0);
    const Shape *parted = shape_in("de", "Aufenthaltserlaubnis", FACE_PARTED);
    double width = 0;

    for (int i = 0; i < parted->word_count; i++)
        width += parted->words[i].width;
    g_assert_cmpint(parted->word_count, ==, 6);
    g_assert_cmpfloat_with_epsilon(width, whole->words[0].width, 0.001);
}

/* What @count finds in the leaflet of locale @tag in @format. */
static int
count_in(const char *tag, const Format *format,
         int (*count)(const Document *document, const Pages *pages, const void *what),
         const void *what)
{
    g_autoptr(Diags) diags = diags_new();
    const Locale *locale = project_find_locale(project, tag);
    g_autoptr(Catalog) catalog = catalog_load(project, locale, diags);
    const Pack *pack = project_find_pack(project, "words");
    Variant variant = { .project = project,
                        .pack = pack,
                        .audience = &pack->audiences.items[0],
                        .locale = locale,
                        .staff = project->staff_locale,
                        .format = format };
    Catalogs catalogs = { catalog, NULL, catalog };
    g_autoptr(Document) document = compose_document(&variant, &catalogs, diags);
    g_autoptr(Pages) pages = layout_document(document, shapes, diags);

    return count(document, pages, what);
}

/* Lines that end with a hyphen, of the role @what; of any when it is NULL. */
static int
count_hyphens(const Document *document, const Pages *pages, const void *what)
{
    const Role *role = what;
    int count = 0;

    for (int i = 0; i < pages->page_count; i++)
        for (int k = 0; k < pages->pages[i].item_count; k++) {
            const Item *item = &pages->pages[i].items[k];

            for (int n = 0; n < item->line_count; n++) {
                const Line *line = &item->lines[n].line;
                bool hyphen = line->count > 0 && line->runs[line->count - 1].run.said != NULL;

                count += hyphen && (role == NULL || document->blocks[item->block].role == *role);
            }
        }
    return count;
}

static void
test_a_format_may_keep_words_whole(void)
{
    Format narrow = *project_find_format(project, "trifold");
    Panel *panels = arena_copy(project->arena, narrow.panels.items,
                               (size_t) narrow.panels.count * sizeof(Panel));
    const Role kept[] = { ROLE_TITLE, ROLE_HEADING,      ROLE_SUBHEADING,    ROLE_ASK,
                          ROLE_STEP,  ROLE_CONTACT_NAME, ROLE_CONTACT_NUMBER };

    for (int i = 0; i < narrow.panels.count; i++)
        panels[i].frame.width = 150;
    narrow.panels.items = panels;
    narrow.hyphens = true;
    g_assert_cmpint(count_in("de", &narrow, count_hyphens, NULL), >, 0);
    for (size_t i = 0; i < G_N_ELEMENTS(kept); i++)
        g_assert_cmpint(count_in("de", &narrow, count_hyphens, &kept[i]), ==, 0);
    narrow.hyphens = false;
    g_assert_cmpint(count_in("de", &narrow, count_hyphens, NULL), ==, 0);
}

/* --- figures ------------------------------------------------------------------------------- */

typedef struct Figures {
    const Phrase *phrase;
    const Item *item;
    int seen;
} Figures;

static bool
is_figure(const Figures *figures, const Glyph *glyph)
{
    for (int i = 0; i < figures->phrase->span_count; i++) {
        const Span *span = &figures->phrase->spans[i];
        char c = figures->item->text[glyph->byte];

        if (span->kind != SPAN_LEAD && span->start <= (int) glyph->byte &&
            (int) glyph->byte < span->end && (g_ascii_isdigit(c) || c == '+'))
            return true;
    }
    return false;
}

/* Digits of a run are of Noto Sans, all equally wide, and stand from left to right. */
static void
look_at_run(Figures *figures, const Run *run)
{
    cairo_font_face_t *regular = shape_in("en", "0", 0)->runs[0].face;
    const Shape *bold = shape_in("en", "0", FACE_BOLD);
    int before = -1;

    for (int i = 0; i < run->count; i++) {
        const Glyph *glyph = &run->glyphs[i];

        if (!is_figure(figures, glyph))
            continue;
        g_assert_true(run->face == regular || run->face == bold->runs[0].face);
        g_assert_cmpint(run->level % 2, ==, 0);
        g_assert_cmpint((int) glyph->byte, >, before);
        if (figures->item->text[glyph->byte] != '+')
            g_assert_cmpfloat_with_epsilon(glyph->advance, bold->runs[0].glyphs[0].advance,
                                           0.01);
        before = (int) glyph->byte;
        figures->seen++;
    }
}

static int
look_at_figures(const Document *document, const Pages *pages, const void *what)
{
    Figures figures = { 0 };

    g_assert_null(what);
    for (int i = 0; i < pages->page_count; i++)
        for (int k = 0; k < pages->pages[i].item_count; k++) {
            const Item *item = &pages->pages[i].items[k];

            if (item->kind != ITEM_TEXT || item->block < 0 || item->text == NULL)
                continue;
            figures.item = item;
            figures.phrase = &document->blocks[item->block].phrases[item->phrase];
            for (int n = 0;
                 n < item->line_count && strcmp(item->text, figures.phrase->text) == 0; n++)
                for (int r = 0; r < item->lines[n].line.count; r++)
                    look_at_run(&figures, &item->lines[n].line.runs[r].run);
        }
    return figures.seen;
}

static void
test_figures_are_western_in_every_script(void)
{
    static const char *const tags[] = { "ar", "fa", "fa_AF", "ur", "ps", "ckb",
                                        "bn", "hi", "my",    "km", "th" };

    for (size_t i = 0; i < G_N_ELEMENTS(tags); i++)
        for (int k = 0; k < project->formats.count; k++) {
            const Format *format = &project->formats.items[k];

            if (format->languages != LANGUAGES_ONE)
                continue;
            g_test_message("%s %s", tags[i], format->id);
            g_assert_cmpint(count_in(tags[i], format, look_at_figures, NULL), >, 10);
        }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autoptr(Diags) diags = diags_new();
    g_autofree char *root =
        g_build_filename(g_getenv("RIGHTSPACK_SOURCE_DIR"), "tests/pdf/scripts", NULL);
    project = project_load(root, g_getenv("RIGHTSPACK_DATA_DIR"), diags);
    g_assert_false(diags_have_errors(diags));
    fonts = fonts_new(project, diags);
    shapes = shapes_new(fonts);

    g_test_add_func("/scripts/forms", test_letters_take_the_form_of_their_language);
    g_test_add_func("/scripts/breaks", test_lines_end_where_the_script_allows);
    g_test_add_func("/scripts/thai", test_thai_words_are_the_programs_own);
    g_test_add_func("/scripts/full-width", test_a_full_width_stop_hangs_over);
    g_test_add_func("/scripts/hyphens", test_words_are_parted_only_where_it_is_asked_for);
    g_test_add_func("/scripts/soft-hyphens", test_a_soft_hyphen_is_the_translators);
    g_test_add_func("/scripts/parts", test_parts_are_as_wide_as_the_word);
    g_test_add_func("/scripts/whole", test_a_format_may_keep_words_whole);
    g_test_add_func("/scripts/figures", test_figures_are_western_in_every_script);
    int status = g_test_run();
    shapes_free(shapes);
    fonts_free(fonts);
    project_free(project);
    return status;
}
