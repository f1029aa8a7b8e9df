/* A leaflet made by hand: blocks in reading order, each on the page that is named, with letters
 * that are set but not shaped. Functions in a header: every test_*.c is a program of its
 * own. */
#pragma once
#include "output/private.h"

#include <cairo-ft.h>
#include <string.h>

enum { MOST = 64, PAGES = 2 };

typedef struct Fixture {
    Arena *arena;
    Style style;
    Format format;
    Locale own, staff;
    Icon icon;
    IconAlt alt;
    PanelPlace place;
    Block blocks[MOST];
    Group groups[MOST];
    DocumentSection sections[MOST];
    Leaf leaves[MOST];
    Item items[PAGES][MOST];
    Page sheets[PAGES];
    Document document;
    Pages pages;
    FT_Library library;
    cairo_font_face_t *faces[2]; /* Latin, Arabic */
} Fixture;

static inline cairo_font_face_t *
fixture_face(FT_Library library, const char *file)
{
    g_autofree char *path =
        g_build_filename(g_getenv("RIGHTSPACK_DATA_DIR"), "fonts", file, NULL);
    FT_Face face;

    g_assert_cmpint(FT_New_Face(library, path, 0, &face), ==, 0);
    return cairo_ft_font_face_create_for_ft_face(face, FT_LOAD_NO_HINTING);
}

static inline Fixture *
fixture_new(void)
{
    static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>"
                              "<path fill='currentColor' d='M1 1h8v8z'/></svg>";
    Fixture *f = g_new0(Fixture, 1);

    f->arena = arena_new();
    f->style.palette.id = "test";
    for (int i = 0; i < INK_COUNT; i++)
        f->style.palette.inks[i] = (Colour){ 0.1 * i, 0.2, 0.3 };
    f->style.palette.inks[INK_TEXT] = (Colour){ 17 / 255.0, 17 / 255.0, 17 / 255.0 };
    f->format.style = &f->style;
    f->own = (Locale){ .tag = "en", .lang = "en" };
    f->staff = (Locale){ .tag = "ar", .lang = "ar", .direction = DIRECTION_RTL };
    f->icon = (Icon){ .id = "house", .svg = svg, .svg_length = strlen(svg) };
    f->document = (Document){ .title = "Rights & more",
                              .edition = "ABCDEFGH",
                              .date = { 2026, 11, 1 },
                              .blocks = f->blocks,
                              .groups = f->groups,
                              .sections = f->sections };
    f->document.variant.locale = &f->own;
    f->document.variant.format = &f->format;
    f->place.area = (Rect){ 0, 0, 400, 600 };
    for (int i = 0; i < PAGES; i++)
        f->sheets[i] = (Page){ .size = { 400, 600 }, .items = f->items[i] };
    f->pages = (Pages){ .document = &f->document,
                        .pages = f->sheets,
                        .page_count = PAGES,
                        .leaves = f->leaves,
                        .places = &f->place };
    g_assert_cmpint(FT_Init_FreeType(&f->library), ==, 0);
    f->faces[0] = fixture_face(f->library, "NotoSans-Regular.ttf");
    f->faces[1] = fixture_face(f->library, "NotoSansArabic-Regular.ttf");
    return f;
}

/* The FreeType library goes with the process: Cairo keeps faces for as long as it likes. */
static inline void
fixture_free(Fixture *f)
{
    cairo_font_face_destroy(f->faces[0]);
    cairo_font_face_destroy(f->faces[1]);
    arena_free(f->arena);
    g_free(f);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Fixture, fixture_free)

/* --- letters ------------------------------------------------------------------------------- */

static inline Glyph *
fixture_glyphs(Fixture *f, cairo_font_face_t *face, const char *text, bool rtl, int *count)
{
    cairo_matrix_t size, identity;
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_glyph_t *found = NULL;
    int byte = 0;

    cairo_matrix_init_scale(&size, REFERENCE_SIZE, REFERENCE_SIZE);
    cairo_matrix_init_identity(&identity);
    cairo_scaled_font_t *font = cairo_scaled_font_create(face, &size, &identity, options);
    cairo_scaled_font_text_to_glyphs(font, 0, 0, text, -1, &found, count, NULL, NULL, NULL);
    Glyph *glyphs = arena_new_array(f->arena, Glyph, *count);
    for (int i = 0; i < *count; i++) {
        Glyph *glyph = &glyphs[rtl ? *count - 1 - i : i];

        *glyph =
            (Glyph){ .id = (uint32_t) found[i].index, .byte = (uint32_t) byte, .advance = 7 };
        byte = (int) (g_utf8_next_char(text + byte) - text);
    }
    cairo_glyph_free(found);
    cairo_scaled_font_destroy(font);
    cairo_font_options_destroy(options);
    return glyphs;
}

static inline PlacedLine *
fixture_line(Fixture *f, const Phrase *phrase, double y)
{
    bool rtl = phrase->locale->direction == DIRECTION_RTL;
    PlacedRun *run = arena_new_array(f->arena, PlacedRun, 1);
    PlacedLine *line = arena_new_array(f->arena, PlacedLine, 1);

    run->run = (Run){ .face = f->faces[rtl], .end = (int) strlen(phrase->text), .level = rtl };
    run->run.glyphs = fixture_glyphs(f, run->run.face, phrase->text, rtl, &run->run.count);
    *line = (PlacedLine){ { .runs = run, .count = 1, .end = run->run.end }, 20, y };
    return line;
}

/* --- blocks -------------------------------------------------------------------------------- */

static inline Item *
fixture_add_item(Fixture *f, ItemKind kind, int page)
{
    int index = f->sheets[page].item_count++;
    Item *item = &f->items[page][index];

    g_assert_cmpint(index, <, MOST);
    *item = (Item){ .kind = kind,
                    .rect = { 20, 20.0 + 20 * index, 100, 15 },
                    .block = -1,
                    .leaf = -1,
                    .icon = &f->icon };
    return item;
}

static inline void
fixture_add_leaf(Fixture *f, LeafKind kind, int phrase, int part, int page)
{
    int block = f->document.block_count - 1;
    const Phrase *words = &f->blocks[block].phrases[phrase];
    Item *item = fixture_add_item(f, kind == LEAF_FIGURE ? ITEM_ICON : ITEM_TEXT, page);

    if (kind != LEAF_FIGURE) {
        item->text = words->text;
        item->size = 10;
        item->lines = fixture_line(f, words, item->rect.y + 10);
        item->line_count = 1;
    }
    item->block = block;
    item->leaf = f->pages.leaf_count;
    f->leaves[f->pages.leaf_count++] = (Leaf){ kind, block, phrase, page, part };
}

static inline void
fixture_add_section(Fixture *f, const char *id)
{
    f->sections[f->document.section_count++] =
        (DocumentSection){ .id = id, .first = f->document.block_count };
}

static inline void
fixture_add_group(Fixture *f, GroupKind kind)
{
    f->groups[f->document.group_count++] =
        (Group){ .kind = kind, .first = f->document.block_count };
}

/* A block without leaves yet, in the last section, and in the last group when @grouped. */
static inline Block *
fixture_add_block(Fixture *f, Role role, bool grouped, const char *text)
{
    Block *block = &f->blocks[f->document.block_count++];

    *block = (Block){ .role = role,
                      .section = f->document.section_count - 1,
                      .group = grouped ? f->document.group_count - 1 : -1,
                      .phrase_count = 1 };
    block->phrases[0] = (Phrase){ .text = text, .locale = &f->own };
    f->sections[block->section].count++;
    if (grouped)
        f->groups[block->group].count++;
    return block;
}

static inline void
fixture_add(Fixture *f, Role role, bool grouped, const char *text, int page)
{
    fixture_add_block(f, role, grouped, text);
    fixture_add_leaf(f, LEAF_TEXT, 0, 0, page);
}

static inline void
fixture_add_step(Fixture *f, const char *number, const char *text, int page)
{
    fixture_add_group(f, GROUP_STEP);
    fixture_add_block(f, ROLE_STEP, true, number);
    fixture_add_leaf(f, LEAF_LABEL, 0, 0, page);
    f->blocks[f->document.block_count - 1].phrases[0].text = text;
    fixture_add_leaf(f, LEAF_TEXT, 0, 0, page);
}

/* A cover on the second page, then a right whose text runs over both, what to ask for in two
 * languages, two steps and two contacts. */
static inline Fixture *
fixture_leaflet(void)
{
    Fixture *f = fixture_new();

    fixture_add_section(f, "draft");
    fixture_add(f, ROLE_DRAFT, false, "DRAFT", 1);
    fixture_add_section(f, "cover");
    fixture_add(f, ROLE_TITLE, false, "What you can ask for", 1);
    fixture_add_section(f, "rights");
    fixture_add(f, ROLE_HEADING, false, "Your rights", 0);
    fixture_add_group(f, GROUP_ITEM);
    fixture_add_block(f, ROLE_SUBHEADING, true, "Time to recover");
    fixture_add_leaf(f, LEAF_FIGURE, 0, 0, 0);
    fixture_add_leaf(f, LEAF_TEXT, 0, 0, 0);
    fixture_add(f, ROLE_PARA, true, "You can stay (and rest). ", 0);
    fixture_add_leaf(f, LEAF_TEXT, 0, 1, 1);
    Block *ask = fixture_add_block(f, ROLE_ASK, true, "I want time.");
    ask->phrases[1] = (Phrase){ .text = "أريد وقتا", .locale = &f->staff };
    ask->phrase_count = 2;
    fixture_add_leaf(f, LEAF_TEXT, 0, 0, 0);
    fixture_add_leaf(f, LEAF_TEXT, 1, 0, 0);
    fixture_add_section(f, "procedure");
    fixture_add_step(f, "1", "A private talk", 0);
    fixture_add(f, ROLE_PARA, true, "We talk with you alone.", 0);
    fixture_add_step(f, "2", "A plan with you", 0);
    fixture_add_section(f, "numbers");
    for (int i = 0; i < 2; i++) {
        fixture_add_group(f, GROUP_CONTACT);
        fixture_add(f, ROLE_CONTACT_NAME, true, "Police", 1);
        fixture_add(f, ROLE_CONTACT_NUMBER, true, "192", 1);
    }
    fixture_add_item(f, ITEM_RULE, 0)->ink = INK_DEEP;
    fixture_add_item(f, ITEM_HATCH, 1)->stroke = 1;
    return f;
}
