/* The codes of a typeface as a TrueType font: glyph n is code n. What several codes draw, or
 * draw elsewhere than the font does, stands once, behind the codes, and they refer to it. */
#include "output/finish/typeface.h"

#include <string.h>

typedef struct Subset {
    const Typeface *typeface;
    const Outlines *outlines;
    GArray *extra;      /* of unsigned: glyphs of the font that are no code */
    GHashTable *places; /* glyph of the font to ours */
    GString *glyphs, *offsets, *metrics;
    int box[4];
} Subset;

/* --- numbers ------------------------------------------------------------------------------- */

static void
add_u16(GString *out, int number)
{
    g_string_append_c(out, (char) (number >> 8 & 0xFF));
    g_string_append_c(out, (char) (number & 0xFF));
}

static void
add_u32(GString *out, size_t number)
{
    add_u16(out, (int) (number >> 16));
    add_u16(out, (int) (number & 0xFFFF));
}

static void
set_u16(GString *out, size_t at, int number)
{
    out->str[at] = (char) (number >> 8 & 0xFF);
    out->str[at + 1] = (char) (number & 0xFF);
}

/* --- glyphs -------------------------------------------------------------------------------- */

/* Where @glyph of the font is in ours; it is put behind the codes when it is not there yet. */
static int
place_of(Subset *subset, unsigned glyph)
{
    gpointer key = GUINT_TO_POINTER(glyph);
    int place = GPOINTER_TO_INT(g_hash_table_lookup(subset->places, key));

    if (place > 0)
        return place;
    place = (int) (subset->typeface->codes->len + subset->extra->len);
    g_array_append_val(subset->extra, glyph);
    g_hash_table_insert(subset->places, key, GINT_TO_POINTER(place));
    return place;
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
renumber(Subset *subset, size_t start)
{
    GString *glyphs = subset->glyphs;
    int flags = font_s16(glyphs->str + start) < 0 ? MORE_PARTS : 0;

    for (size_t at = start + 10; flags & MORE_PARTS && at + 6 <= glyphs->len;
         at += part_size(flags)) {
        flags = font_s16(glyphs->str + at);
        set_u16(glyphs, at + 2, place_of(subset, font_u16(glyphs->str + at + 2)));
    }
}

static void
end_glyph(Subset *subset, int advance, int bearing)
{
    while (subset->glyphs->len % 4 > 0)
        g_string_append_c(subset->glyphs, '\0');
    add_u32(subset->offsets, subset->glyphs->len);
    add_u16(subset->metrics, advance);
    add_u16(subset->metrics, bearing);
}

static void
copy_glyph(Subset *subset, unsigned glyph)
{
    Bytes bytes = outlines_glyph(subset->outlines, glyph);
    size_t start = subset->glyphs->len;

    if (bytes.size > 0) {
        g_string_append_len(subset->glyphs, bytes.start, (gssize) bytes.size);
        renumber(subset, start);
    }
    end_glyph(subset, outlines_advance(subset->outlines, glyph),
              outlines_bearing(subset->outlines, glyph));
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
    Bytes glyph = outlines_glyph(subset->outlines, part->glyph);

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

        if (outlines_glyph(subset->outlines, part->glyph).size > 0)
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

        add_u16(subset->glyphs, ARGUMENTS_ARE_WORDS | ARGUMENTS_ARE_MOVES | more);
        add_u16(subset->glyphs, place_of(subset, part->glyph));
        add_u16(subset->glyphs, part->x);
        add_u16(subset->glyphs, part->y);
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
        add_u16(subset->glyphs, -1);
        for (int i = 0; i < 4; i++)
            add_u16(subset->glyphs, box[i]);
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

/* The glyph that a code draws just as the font has it, or 0. */
static unsigned
own_glyph(const Subset *subset, const Code *code)
{
    const Part *part = &g_array_index(subset->typeface->parts, Part, code->first_part);

    return code->part_count == 1 && part->x == 0 && part->y == 0 &&
                   outlines_advance(subset->outlines, part->glyph) == code->advance
               ? part->glyph
               : 0;
}

static bool
is_place_of(const Subset *subset, unsigned glyph, guint index)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(subset->places, GUINT_TO_POINTER(glyph))) == index;
}

static void
find_places(Subset *subset)
{
    for (guint i = 1; i < subset->typeface->codes->len; i++) {
        gpointer key = GUINT_TO_POINTER(own_glyph(subset, code_at(subset, i)));

        if (key != NULL && !g_hash_table_contains(subset->places, key))
            g_hash_table_insert(subset->places, key, GUINT_TO_POINTER(i));
    }
}

static void
add_glyphs(Subset *subset)
{
    add_u32(subset->offsets, 0);
    end_glyph(subset, 0, 0); /* .notdef */
    for (guint i = 1; i < subset->typeface->codes->len; i++) {
        const Code *code = code_at(subset, i);
        unsigned glyph = own_glyph(subset, code);

        if (glyph > 0 && is_place_of(subset, glyph, i))
            copy_glyph(subset, glyph);
        else
            make_glyph(subset, code);
    }
    for (guint i = 0; i < subset->extra->len; i++)
        copy_glyph(subset, g_array_index(subset->extra, unsigned, i));
}

/* --- tables -------------------------------------------------------------------------------- */

static GString *
copy_table(const Subset *subset, OutlineTable table)
{
    return g_string_new_len(subset->outlines->tables[table],
                            (gssize) subset->outlines->sizes[table]);
}

static GString *
make_head(const Subset *subset)
{
    GString *head = copy_table(subset, TABLE_HEAD);

    memset(head->str + 8, 0, 4); /* the sum over the file */
    for (int i = 0; i < 4; i++)
        set_u16(head, 36 + 2 * (size_t) i, subset->box[i]);
    set_u16(head, 50, 1); /* offsets are long */
    return head;
}

static int
glyph_count(const Subset *subset)
{
    return (int) (subset->typeface->codes->len + subset->extra->len);
}

/* How much a glyph made of others can have: no reader needs it exactly. */
static GString *
make_maxp(const Subset *subset)
{
    GString *maxp = copy_table(subset, TABLE_MAXP);

    set_u16(maxp, 4, glyph_count(subset));
    for (size_t at = 6; at < 10; at += 2) { /* points and contours, then those of made glyphs */
        unsigned most = MAX(font_u16(maxp->str + at), font_u16(maxp->str + at + 4));

        set_u16(maxp, at + 4, (int) MIN(most * 8, G_MAXUINT16));
    }
    set_u16(maxp, 28, MAX(16, font_s16(maxp->str + 28)));
    set_u16(maxp, 30, font_s16(maxp->str + 30) + 1);
    return maxp;
}

static GString *
make_hhea(const Subset *subset)
{
    GString *hhea = copy_table(subset, TABLE_HHEA);

    set_u16(hhea, 34, glyph_count(subset));
    return hhea;
}

static size_t
sum_of(const GString *bytes)
{
    guint32 sum = 0;

    for (size_t i = 0; i + 4 <= bytes->len; i += 4)
        sum += font_u32(bytes->str + i);
    return sum;
}

/* @tables, in order of their names: a directory, then one after the other. */
static GString *
join_tables(GString *const tables[])
{
    static const OutlineTable order[] = { TABLE_CVT,  TABLE_FPGM, TABLE_GLYF, TABLE_HEAD, TABLE_HHEA,
                                          TABLE_HMTX, TABLE_LOCA, TABLE_MAXP, TABLE_PREP };
    GString *font = g_string_new(NULL), *body = g_string_new(NULL);
    int count = 0, power = 1, log = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(order); i++)
        count += tables[order[i]] != NULL;
    for (; power * 2 <= count; power *= 2)
        log++;
    add_u32(font, 0x10000);
    add_u16(font, count);
    add_u16(font, power * 16);
    add_u16(font, log);
    add_u16(font, (count - power) * 16);
    for (size_t i = 0; i < G_N_ELEMENTS(order); i++) {
        GString *table = tables[order[i]];

        if (table == NULL)
            continue;
        g_string_append(font, outline_table_name(order[i]));
        size_t size = table->len;
        while (table->len % 4 > 0)
            g_string_append_c(table, '\0');
        add_u32(font, sum_of(table));
        add_u32(font, 12 + 16 * (size_t) count + body->len);
        add_u32(font, size);
        g_string_append_len(body, table->str, (gssize) table->len);
    }
    g_string_append_len(font, body->str, (gssize) body->len);
    g_string_free(body, TRUE);
    return font;
}

static GString *
make_font(Subset *subset)
{
    GString *tables[OUTLINE_TABLE_COUNT] = {
        [TABLE_GLYF] = subset->glyphs,     [TABLE_HEAD] = make_head(subset),
        [TABLE_HHEA] = make_hhea(subset),  [TABLE_HMTX] = subset->metrics,
        [TABLE_LOCA] = subset->offsets,    [TABLE_MAXP] = make_maxp(subset),
    };

    for (OutlineTable i = TABLE_CVT; i < OUTLINE_TABLE_COUNT; i++)
        if (subset->outlines->tables[i] != NULL)
            tables[i] = copy_table(subset, i);
    GString *font = join_tables(tables);
    for (int i = 0; i < OUTLINE_TABLE_COUNT; i++)
        if (tables[i] != NULL)
            g_string_free(tables[i], TRUE);
    return font;
}

GString *
subset_make(const Typeface *typeface)
{
    Subset subset = { .typeface = typeface,
                      .outlines = typeface->outlines,
                      .glyphs = g_string_sized_new(16 * 1024),
                      .offsets = g_string_new(NULL),
                      .metrics = g_string_new(NULL) };

    memcpy(subset.box, typeface->outlines->box, sizeof subset.box);
    subset.extra = g_array_new(FALSE, FALSE, sizeof(unsigned));
    subset.places = g_hash_table_new(NULL, NULL);
    find_places(&subset);
    add_glyphs(&subset);
    GString *font = make_font(&subset);
    g_array_unref(subset.extra);
    g_hash_table_unref(subset.places);
    return font;
}
