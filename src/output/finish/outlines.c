#include "output/finish/outlines.h"

#include <cairo-ft.h>
#include FT_TRUETYPE_TABLES_H
#include FT_MULTIPLE_MASTERS_H
#include <string.h>

/* Of each table its name in the file, and what it must at least have. */
static const struct {
    char name[5];
    size_t least; /* 0: a font may do without it */
} tables[OUTLINE_TABLE_COUNT] = {
    [TABLE_GLYF] = { "glyf", 1 }, [TABLE_HEAD] = { "head", 54 }, [TABLE_HHEA] = { "hhea", 36 },
    [TABLE_HMTX] = { "hmtx", 4 }, [TABLE_LOCA] = { "loca", 4 },  [TABLE_MAXP] = { "maxp", 32 },
    [TABLE_CVT] = { "cvt ", 0 },  [TABLE_FPGM] = { "fpgm", 0 },  [TABLE_PREP] = { "prep", 0 },
};

const char *
outline_table_name(OutlineTable table)
{
    return tables[table].name;
}

void
outlines_free(Outlines *outlines)
{
    if (outlines == NULL)
        return;
    for (int i = 0; i < OUTLINE_TABLE_COUNT; i++)
        g_free(outlines->tables[i]);
    g_free(outlines->name);
    g_free(outlines);
}

static bool
load_table(Outlines *outlines, FT_Face face, OutlineTable table)
{
    const char *name = tables[table].name;
    FT_ULong tag = FT_MAKE_TAG(name[0], name[1], name[2], name[3]), size = 0;

    if (FT_Load_Sfnt_Table(face, tag, 0, NULL, &size) != 0 || size < tables[table].least)
        return tables[table].least == 0;
    outlines->tables[table] = g_malloc(size);
    outlines->sizes[table] = size;
    return FT_Load_Sfnt_Table(face, tag, 0, (FT_Byte *) outlines->tables[table], &size) == 0;
}

/* Whether the tables are as long as they say of each other. */
static bool
read_tables(Outlines *outlines)
{
    const char *head = outlines->tables[TABLE_HEAD], *hhea = outlines->tables[TABLE_HHEA];
    size_t offset = 0;

    outlines->em = (int) font_u16(head + 18);
    outlines->bold = font_u16(head + 44) & 1;
    outlines->long_offsets = font_u16(head + 50) != 0;
    for (int i = 0; i < 4; i++)
        outlines->box[i] = font_s16(head + 36 + 2 * i);
    outlines->ascent = font_s16(hhea + 4);
    outlines->descent = font_s16(hhea + 6);
    outlines->advance_count = (int) font_u16(hhea + 34);
    outlines->glyph_count = (int) font_u16(outlines->tables[TABLE_MAXP] + 4);
    offset = (size_t) outlines->glyph_count + 1;
    return outlines->em > 0 && outlines->advance_count > 0 &&
           outlines->advance_count <= outlines->glyph_count &&
           outlines->sizes[TABLE_LOCA] >= offset * (outlines->long_offsets ? 4 : 2) &&
           outlines->sizes[TABLE_HMTX] >=
               2 * (size_t) (outlines->glyph_count + outlines->advance_count);
}

static bool
load(Outlines *outlines, FT_Face face)
{
    const char *name = FT_Get_Postscript_Name(face);

    if (!FT_IS_SFNT(face) || FT_HAS_MULTIPLE_MASTERS(face) || name == NULL)
        return false;
    for (int i = 0; i < OUTLINE_TABLE_COUNT; i++)
        if (!load_table(outlines, face, i))
            return false;
    outlines->name = g_strdup(name);
    return read_tables(outlines);
}

static cairo_scaled_font_t *
scaled_font(cairo_font_face_t *face)
{
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_matrix_t identity;

    cairo_matrix_init_identity(&identity);
    cairo_scaled_font_t *font = cairo_scaled_font_create(face, &identity, &identity, options);
    cairo_font_options_destroy(options);
    return font;
}

Outlines *
outlines_new(cairo_font_face_t *face)
{
    cairo_scaled_font_t *font = scaled_font(face);
    bool is_file = cairo_scaled_font_get_type(font) == CAIRO_FONT_TYPE_FT;
    FT_Face file = is_file ? cairo_ft_scaled_font_lock_face(font) : NULL;
    Outlines *outlines = g_new0(Outlines, 1);
    bool loaded = file != NULL && load(outlines, file);

    if (file != NULL)
        cairo_ft_scaled_font_unlock_face(font);
    cairo_scaled_font_destroy(font);
    if (loaded)
        return outlines;
    outlines_free(outlines);
    return NULL;
}

static size_t
offset_of(const Outlines *outlines, unsigned glyph)
{
    const char *offsets = outlines->tables[TABLE_LOCA];

    return outlines->long_offsets ? font_u32(offsets + 4 * (size_t) glyph)
                                  : 2 * (size_t) font_u16(offsets + 2 * (size_t) glyph);
}

Bytes
outlines_glyph(const Outlines *outlines, unsigned glyph)
{
    static const size_t least = 10; /* the head of a glyph */

    if (glyph >= (unsigned) outlines->glyph_count)
        return (Bytes){ NULL, 0 };
    size_t start = offset_of(outlines, glyph), end = offset_of(outlines, glyph + 1);
    if (start > end || end - start < least || end > outlines->sizes[TABLE_GLYF])
        return (Bytes){ NULL, 0 };
    return (Bytes){ outlines->tables[TABLE_GLYF] + start, end - start };
}

/* The last glyphs share the last advance, and have bearings alone. */
int
outlines_advance(const Outlines *outlines, unsigned glyph)
{
    unsigned row = MIN(glyph, (unsigned) outlines->advance_count - 1);

    return (int) font_u16(outlines->tables[TABLE_HMTX] + 4 * (size_t) row);
}

int
outlines_bearing(const Outlines *outlines, unsigned glyph)
{
    unsigned count = (unsigned) outlines->advance_count;
    size_t at =
        glyph < count ? 4 * (size_t) glyph + 2 : 4 * (size_t) count + 2 * (glyph - count);

    return glyph < (unsigned) outlines->glyph_count ? font_s16(outlines->tables[TABLE_HMTX] + at)
                                                    : 0;
}
