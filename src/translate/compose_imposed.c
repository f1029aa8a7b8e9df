/* The words on the sheets of a printer or a press: which sheet it is, which side of it, and how to print
 * it. They are for whoever prints, in the language of the staff. */
#include "translate/compose.h"

static const char *const how_keys[] = {
    [FLIP_NONE] = "sheet_one_side", [FLIP_SHORT] = "sheet_short_edge", [FLIP_LONG] = "sheet_long_edge"
};

/* "a 0.1 XDFQ2DHM", which tells nothing of the topic. */
static const char *
leaflet_name(const Document *leaflet, Arena *arena)
{
    const Pack *pack = leaflet->variant.pack;

    return arena_printf(arena, "%s %s %s", pack->code, pack->version, leaflet->edition);
}

/* A block of one line: @name, then @pieces. */
static void
add_line(Composer *composer, const char *name, const Piece *pieces, int count)
{
    Phrase phrase = compose_phrase(composer, pieces, count, " · ");
    Block block = { .role = ROLE_COLOPHON, .group = -1, .phrase_count = 1 };

    phrase.text = arena_printf(composer->arena, "%s · %s", name, phrase.text);
    phrase.spans = NULL; /* never broken */
    phrase.span_count = 0;
    block.phrases[0] = phrase;
    g_array_append_val(composer->blocks, block);
}

static void
add_face(Composer *composer, const char *name, const Imposition *imposition, int face)
{
    const Composer *own = composer;
    g_autofree char *sheet = g_strdup_printf("%d", face / 2 + 1);
    g_autofree char *sheets = g_strdup_printf("%d", impose_sheet_count(imposition));
    const FillValue counts[] = { { "sheet", sheet, true }, { "sheets", sheets, true } };
    const FillValue scale = { "scale", "100\u00a0%", true };
    const Piece pieces[] = {
        { .text = compose_word(own, face % 2 == 0 ? "sheet_front" : "sheet_back"),
          .values = counts,
          .value_count = G_N_ELEMENTS(counts) },
        { .text = compose_word(own, how_keys[impose_flip(imposition)]),
          .values = &scale,
          .value_count = 1 },
    };

    add_line(composer, name, pieces, G_N_ELEMENTS(pieces));
}

static void
add_faces(Composer *composer, const Document *leaflet, const Imposition *imposition)
{
    const char *name = leaflet_name(leaflet, composer->arena);

    for (int face = 0; face < impose_face_count(imposition); face++)
        add_face(composer, name, imposition, face);
}

static Composer
composer_of(const Variant *variant, const Catalog *staff, Arena *arena, Diags *diags)
{
    return (Composer){ .arena = arena,
                       .variant = variant,
                       .catalog = staff,
                       .staff_catalog = staff,
                       .diags = diags,
                       .blocks = g_array_new(FALSE, FALSE, sizeof(Block)),
                       .group = -1,
                       .contacts = g_ptr_array_new(),
                       .texts = g_array_new(FALSE, FALSE, sizeof(DocumentText)) };
}

static void
composer_clear(Composer *composer)
{
    g_array_unref(composer->blocks);
    g_array_unref(composer->texts);
    g_ptr_array_unref(composer->contacts);
}

/* What the file says of itself is what it says of the leaflet. */
static Document *
document_like(const Document *leaflet)
{
    Arena *arena = arena_new();
    Document *document = arena_new_array(arena, Document, 1);

    *document = (Document){ .arena = arena,
                            .variant = leaflet->variant,
                            .title = arena_strdup(arena, leaflet->title),
                            .title_where = leaflet->title_where,
                            .date = leaflet->date,
                            .contacts_until = leaflet->contacts_until };
    g_strlcpy(document->edition, leaflet->edition, sizeof document->edition);
    return document;
}

static void
set_format(Document *document, Format format)
{
    document->variant.format = arena_copy(document->arena, &format, sizeof format);
}

/* Of the lines of @composer, which is cleared. */
static void
set_blocks(Document *document, Composer *composer)
{
    DocumentSection *section = arena_new_array(document->arena, DocumentSection, 1);

    document->blocks = arena_copy(document->arena, composer->blocks->data,
                                  composer->blocks->len * sizeof(Block));
    document->block_count = (int) composer->blocks->len;
    *section = (DocumentSection){ .id = "sheets", .count = document->block_count };
    document->sections = section;
    document->section_count = 1;
    composer_clear(composer);
}

Document *
compose_imposed(const Document *leaflet, const Imposition *imposition, const Catalogs *catalogs,
                Diags *diags)
{
    Document *document = document_like(leaflet);
    Variant staff = leaflet->variant;

    staff.locale = staff.staff;
    staff.second = NULL;
    Composer composer = composer_of(&staff, catalogs->staff, document->arena, diags);
    set_format(document, impose_format(leaflet->variant.format, imposition, document->arena));
    if (document->variant.format->panels.count > 0)
        add_faces(&composer, leaflet, imposition);
    set_blocks(document, &composer);
    return document;
}

/* --- presses ------------------------------------------------------------------------------- */

/* "a 0.1 XDFQ2DHM · ar · trifold" */
static const char *
slug_name(const Document *leaflet, Arena *arena)
{
    g_autofree char *locales = variant_locales(&leaflet->variant);

    return arena_printf(arena, "%s · %s · %s", leaflet_name(leaflet, arena), locales,
                        leaflet->variant.format->id);
}

/* Of two pages which side of the paper it is, of more which page. */
static const char *
slug_side(int page, int page_count)
{
    if (page_count == 1)
        return "slug_one_side";
    if (page_count > 2)
        return "slug_page";
    return page == 0 ? "slug_front" : "slug_back";
}

/* The pages of a booklet come on to sheets later, whose edge is another. */
static Flip
slug_flip(const Format *format, int page_count)
{
    return page_count == 1 || format->scheme == SCHEME_SADDLE ? FLIP_NONE : format->flip;
}

static void
add_slug(Composer *composer, const char *name, const Format *format, int page, int page_count)
{
    static const char *const flip_keys[] = {
        [FLIP_SHORT] = "slug_short_edge", [FLIP_LONG] = "slug_long_edge"
    };
    const Composer *own = composer;
    g_autofree char *number = g_strdup_printf("%d", page + 1);
    g_autofree char *count = g_strdup_printf("%d", page_count);
    const FillValue counts[] = { { "page", number, true }, { "pages", count, true } };
    Flip flip = slug_flip(format, page_count);
    const Piece pieces[] = {
        { .text = compose_word(own, slug_side(page, page_count)),
          .values = counts,
          .value_count = G_N_ELEMENTS(counts) },
        { .text = flip == FLIP_NONE ? NULL : compose_word(own, flip_keys[flip]) },
    };

    add_line(composer, name, pieces, flip == FLIP_NONE ? 1 : 2);
}

Document *
compose_pressed(const Document *leaflet, int page_count, const Catalogs *catalogs, Diags *diags)
{
    const Format *format = leaflet->variant.format;
    Document *document = document_like(leaflet);
    Variant staff = leaflet->variant;

    set_format(document, press_format(format, document->arena));
    if (catalogs == NULL)
        return document;
    staff.locale = staff.staff;
    staff.second = NULL;
    Composer composer = composer_of(&staff, catalogs->staff, document->arena, diags);
    const char *name = slug_name(leaflet, document->arena);
    for (int page = 0; page < page_count; page++)
        add_slug(&composer, name, format, page, page_count);
    set_blocks(document, &composer);
    return document;
}
