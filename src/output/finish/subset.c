/* The codes of a typeface as a TrueType font: glyph n is code n. What several codes draw, or
 * draw elsewhere than the font does, stands once, behind the codes, and they refer to it. */
#include "output/finish/typeface.h"

#include <string.h>

typedef struct Subset {
    const Typeface *typeface;
    GArray *extra; /* of Part: glyphs that are no code */
    int **places;  /* of every face: of every glyph its number in ours, or 0 */
    GString *glyphs, *offsets, *metrics;
    int box[4];
} Subset;

/* --- glyphs -------------------------------------------------------------------------------- */

static const Outlines *
outlines_of(const Subset *subset, const Part *glyph)
{
    return typeface_outlines(subset->typeface, glyph->face);
}

static Bytes
glyph_bytes(const Subset *subset, const Part *glyph)
{
    return outlines_glyph(outlines_of(subset, glyph), glyph->glyph);
}

/* Where a font's glyph is in ours; it is put behind the codes when it is not there yet. */
static int
place_of(Subset *subset, Part glyph)
{
    int *place = &subset->places[glyph.face][glyph.glyph];

    if (*place == 0) {
        *place = (int) (subset->typeface->codes->len + subset->extra->len);
        g_array_append_val(subset->extra, glyph);
    }
    return *place;
}

/* Of one part of a glyph made of others. */
enum {
    ARGUMENTS_ARE_WORDS = 1,
    ARGUMENTS_ARE_MOVES = 2,
    HAS_SCALE = 8,
    MORE_PARTS = 32,
    HAS_TWO_SCALES = 64,
    HAS_MATRIX = 128
};

static size_t
part_size(int flags)
{
    size_t size = flags & ARGUMENTS_ARE_WORDS ? 8 : 6;

    if (flags & HAS_SCALE)
        return size + 2;
    if (flags & HAS_TWO_SCALES)
        return size + 4;
    return flags & HAS_MATRIX ? size + 8 : size;
}

/* A glyph made of others says which, by the font's numbers: those become ours. */
static void
renumber(Subset *subset, size_t start, uint16_t face)
{
    GString *glyphs = subset->glyphs;
    int flags = font_s16(glyphs->str + start) < 0 ? MORE_PARTS : 0;

    for (size_t at = start + 10; flags & MORE_PARTS && at + 6 <= glyphs->len;
         at += part_size(flags)) {
        Part part = { .face = face, .glyph = (uint16_t) font_u16(glyphs->str + at + 2) };

        flags = font_s16(glyphs->str + at);
        if (part.glyph >= typeface_outlines(subset->typeface, face)->glyph_count)
            part.glyph = 0;
        font_set_u16(glyphs, at + 2, place_of(subset, part));
    }
}

static void
end_glyph(Subset *subset, int advance, int bearing)
{
    while (subset->glyphs->len % 4 > 0)
        g_string_append_c(subset->glyphs, '\0');
    font_add_u32(subset->offsets, subset->glyphs->len);
    font_add_u16(subset->metrics, advance);
    font_add_u16(subset->metrics, bearing);
}

static void
copy_glyph(Subset *subset, const Part *glyph)
{
    const Outlines *outlines = outlines_of(subset, glyph);
    Bytes bytes = glyph_bytes(subset, glyph);
    size_t start = subset->glyphs->len;

    if (bytes.size > 0) {
        g_string_append_len(subset->glyphs, bytes.start, (gssize) bytes.size);
        renumber(subset, start, glyph->face);
    }
    end_glyph(subset, outlines_advance(outlines, glyph->glyph),
              outlines_bearing(outlines, glyph->glyph));
}

/* --- codes --------------------------------------------------------------------------------- */

static void
grow(int box[4], const int by[4])
{
    box[0] = MIN(box[0], by[0]);
    box[1] = MIN(box[1], by[1]);
    box[2] = MAX(box[2], by[2]);
    box[3] = MAX(box[3], by[3]);
}

static void
part_box(const Subset *subset, const Part *part, int box[4])
{
    Bytes glyph = glyph_bytes(subset, part);

    for (int i = 0; i < 4; i++)
        box[i] = font_s16(glyph.start + 2 + 2 * i) + (i % 2 == 0 ? part->x : part->y);
}

/* Those of a code's parts that draw something. */
static GArray *
inked_parts(const Subset *subset, const Code *code)
{
    GArray *inked = g_array_new(FALSE, FALSE, sizeof(Part));

    for (int i = 0; i < code->part_count; i++) {
        const Part *part = &g_array_index(subset->typeface->parts, Part, code->first_part + i);

        if (glyph_bytes(subset, part).size > 0)
            g_array_append_val(inked, *part);
    }
    return inked;
}

static void
add_parts(Subset *subset, const GArray *parts)
{
    for (guint i = 0; i < parts->len; i++) {
        const Part *part = &g_array_index(parts, Part, i);
        int more = i + 1 < parts->len ? MORE_PARTS : 0;

        font_add_u16(subset->glyphs, ARGUMENTS_ARE_WORDS | ARGUMENTS_ARE_MOVES | more);
        font_add_u16(subset->glyphs, place_of(subset, *part));
        font_add_u16(subset->glyphs, part->x);
        font_add_u16(subset->glyphs, part->y);
    }
}

/* A glyph made of others, or of nothing. */
static void
make_glyph(Subset *subset, const Code *code)
{
    g_autoptr(GArray) parts = inked_parts(subset, code);
    int box[4] = { 0 };

    for (guint i = 0; i < parts->len; i++) {
        int found[4];

        part_box(subset, &g_array_index(parts, Part, i), found);
        if (i == 0)
            memcpy(box, found, sizeof box);
        grow(box, found);
    }
    if (parts->len > 0) {
        font_add_u16(subset->glyphs, -1);
        for (int i = 0; i < 4; i++)
            font_add_u16(subset->glyphs, box[i]);
        add_parts(subset, parts);
        grow(subset->box, box);
    }
    end_glyph(subset, code->advance, box[0]);
}

static const Code *
code_at(const Subset *subset, guint index)
{
    return &g_array_index(subset->typeface->codes, Code, index);
}

/* The glyph that a code draws just as its font has it, or NULL. */
static const Part *
own_glyph(const Subset *subset, const Code *code)
{
    const Part *part = &g_array_index(subset->typeface->parts, Part, code->first_part);
    bool own = code->part_count == 1 && part->x == 0 && part->y == 0 &&
               outlines_advance(outlines_of(subset, part), part->glyph) == code->advance;

    return own ? part : NULL;
}

static void
find_places(Subset *subset)
{
    for (guint i = 1; i < subset->typeface->codes->len; i++) {
        const Part *glyph = own_glyph(subset, code_at(subset, i));

        if (glyph != NULL && subset->places[glyph->face][glyph->glyph] == 0)
            subset->places[glyph->face][glyph->glyph] = (int) i;
    }
}

static void
add_glyphs(Subset *subset)
{
    font_add_u32(subset->offsets, 0);
    end_glyph(subset, 0, 0); /* .notdef */
    for (guint i = 1; i < subset->typeface->codes->len; i++) {
        const Code *code = code_at(subset, i);
        const Part *glyph = own_glyph(subset, code);

        if (glyph != NULL && subset->places[glyph->face][glyph->glyph] == (int) i)
            copy_glyph(subset, glyph);
        else
            make_glyph(subset, code);
    }
    for (guint i = 0; i < subset->extra->len; i++) {
        Part glyph = g_array_index(subset->extra, Part, i); /* the array may grow */

        copy_glyph(subset, &glyph);
    }
}

/* --- tables -------------------------------------------------------------------------------- */

static const Outlines *
first_outlines(const Subset *subset)
{
    return typeface_outlines(subset->typeface, 0);
}

static GString *
copy_table(const Subset *subset, OutlineTable table)
{
    const Outlines *outlines = first_outlines(subset);

    return g_string_new_len(outlines->tables[table], (gssize) outlines->sizes[table]);
}

static GString *
make_head(const Subset *subset)
{
    GString *head = copy_table(subset, TABLE_HEAD);

    memset(head->str + 8, 0, 4); /* the sum over the file */
    for (int i = 0; i < 4; i++)
        font_set_u16(head, 36 + 2 * (size_t) i, subset->box[i]);
    font_set_u16(head, 50, 1); /* offsets are long */
    return head;
}

static int
glyph_count(const Subset *subset)
{
    return (int) (subset->typeface->codes->len + subset->extra->len);
}

static void
raise_to(GString *table, size_t at, int least)
{
    font_set_u16(table, at, MIN(MAX((int) font_u16(table->str + at), least), G_MAXUINT16));
}

/* How much a glyph can have at most: no reader needs that exactly. */
static GString *
make_maxp(const Subset *subset)
{
    GString *maxp = copy_table(subset, TABLE_MAXP);

    font_set_u16(maxp, 4, glyph_count(subset));
    for (guint i = 1; i < subset->typeface->faces->len; i++)
        for (size_t at = 6; at < 32; at += 2)
            raise_to(maxp, at,
                     (int) font_u16(
                         typeface_outlines(subset->typeface, (int) i)->tables[TABLE_MAXP] + at));
    for (size_t at = 6; at < 10; at += 2) /* points and contours, then those of made glyphs */
        raise_to(maxp, at + 4, 8 * (int) font_u16(maxp->str + at));
    raise_to(maxp, 28, 16);
    raise_to(maxp, 30, 1 + (int) font_u16(maxp->str + 30));
    return maxp;
}

static GString *
make_hhea(const Subset *subset)
{
    GString *hhea = copy_table(subset, TABLE_HHEA);

    font_set_u16(hhea, 34, glyph_count(subset));
    return hhea;
}

static GString *
make_font(Subset *subset)
{
    GString *tables[OUTLINE_TABLE_COUNT] = {
        [TABLE_GLYF] = subset->glyphs,    [TABLE_HEAD] = make_head(subset),
        [TABLE_HHEA] = make_hhea(subset), [TABLE_HMTX] = subset->metrics,
        [TABLE_LOCA] = subset->offsets,   [TABLE_MAXP] = make_maxp(subset),
    };
    SfntTable named[OUTLINE_TABLE_COUNT];

    for (OutlineTable i = 0; i < OUTLINE_TABLE_COUNT; i++) {
        if (tables[i] == NULL && first_outlines(subset)->tables[i] != NULL)
            tables[i] = copy_table(subset, i);
        named[i] = (SfntTable){ outline_table_name(i), tables[i] };
    }
    GString *font = sfnt_join(named, OUTLINE_TABLE_COUNT);
    for (int i = 0; i < OUTLINE_TABLE_COUNT; i++)
        if (tables[i] != NULL)
            g_string_free(tables[i], TRUE);
    return font;
}

GString *
subset_make(const Typeface *typeface)
{
    guint face_count = typeface->faces->len;
    Subset subset = { .typeface = typeface,
                      .extra = g_array_new(FALSE, FALSE, sizeof(Part)),
                      .places = g_new(int *, face_count),
                      .glyphs = g_string_sized_new(16 * 1024),
                      .offsets = g_string_new(NULL),
                      .metrics = g_string_new(NULL) };

    for (guint i = 0; i < face_count; i++) {
        const Outlines *outlines = typeface_outlines(typeface, (int) i);

        subset.places[i] = g_new0(int, outlines->glyph_count);
        grow(subset.box, outlines->box);
    }
    find_places(&subset);
    add_glyphs(&subset);
    GString *font = make_font(&subset);
    for (guint i = 0; i < face_count; i++)
        g_free(subset.places[i]);
    g_free(subset.places);
    g_array_unref(subset.extra);
    return font;
}
