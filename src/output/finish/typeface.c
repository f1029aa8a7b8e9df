#include "output/finish/typeface.h"

#include <libdeflate.h>

enum { MOST_CODES = 65535 };

Typeface *
typeface_new(int em)
{
    Typeface *typeface = g_new0(Typeface, 1);
    Code none = { 0 };

    typeface->em = em;
    typeface->faces = g_array_new(FALSE, FALSE, sizeof(Face));
    typeface->codes = g_array_new(FALSE, FALSE, sizeof(Code));
    typeface->parts = g_array_new(FALSE, FALSE, sizeof(Part));
    typeface->drawn = g_hash_table_new_full(g_bytes_hash, g_bytes_equal,
                                            (GDestroyNotify) g_bytes_unref, NULL);
    g_array_append_val(typeface->codes, none);
    return typeface;
}

void
typeface_free(Typeface *typeface)
{
    if (typeface == NULL)
        return;
    for (guint i = 0; i < typeface->faces->len; i++)
        g_free(g_array_index(typeface->faces, Face, i).codes);
    g_array_unref(typeface->faces);
    g_array_unref(typeface->codes);
    g_array_unref(typeface->parts);
    g_hash_table_unref(typeface->drawn);
    g_free(typeface);
}

/* --- faces --------------------------------------------------------------------------------- */

const Outlines *
typeface_outlines(const Typeface *typeface, int face)
{
    return g_array_index(typeface->faces, Face, face).outlines;
}

static bool
is_hinted(const Outlines *outlines)
{
    return outlines->tables[TABLE_FPGM] != NULL || outlines->tables[TABLE_PREP] != NULL;
}

static bool
can_join(const Typeface *typeface, const Outlines *outlines)
{
    return typeface->em == outlines->em &&
           (typeface->faces->len == 0 ||
            (!is_hinted(outlines) && !is_hinted(typeface_outlines(typeface, 0))));
}

int
typeface_face(Typeface *typeface, const Outlines *outlines)
{
    int count = (int) typeface->faces->len;

    for (int i = 0; i < count; i++)
        if (typeface_outlines(typeface, i) == outlines)
            return i;
    if (!can_join(typeface, outlines))
        return -1;
    Face face = { outlines, g_new0(int, outlines->glyph_count) };
    g_array_append_val(typeface->faces, face);
    return count;
}

/* --- codes --------------------------------------------------------------------------------- */

static const Code *
code_at(const Typeface *typeface, int code)
{
    return &g_array_index(typeface->codes, Code, code);
}

static int
add_code(Typeface *typeface, gunichar letter, int spaces, int advance, const Part *parts,
         int part_count)
{
    Code code = { letter, spaces, advance, (int) typeface->parts->len, part_count };

    g_assert(typeface->codes->len < MOST_CODES);
    g_array_append_vals(typeface->parts, parts, (guint) part_count);
    g_array_append_val(typeface->codes, code);
    return (int) typeface->codes->len - 1;
}

int
typeface_drawn(Typeface *typeface, gunichar letter, int spaces, int advance, const Part *parts,
               int part_count)
{
    g_autoptr(GByteArray) key = g_byte_array_new();

    g_byte_array_append(key, (const guint8 *) &letter, sizeof letter);
    g_byte_array_append(key, (const guint8 *) &spaces, sizeof spaces);
    g_byte_array_append(key, (const guint8 *) &advance, sizeof advance);
    g_byte_array_append(key, (const guint8 *) parts, (guint) part_count * sizeof *parts);
    g_autoptr(GBytes) bytes = g_bytes_new(key->data, key->len);
    int code = GPOINTER_TO_INT(g_hash_table_lookup(typeface->drawn, bytes));

    if (code > 0)
        return code;
    code = add_code(typeface, letter, spaces, advance, parts, part_count);
    g_hash_table_insert(typeface->drawn, g_steal_pointer(&bytes), GINT_TO_POINTER(code));
    return code;
}

int
typeface_letter(Typeface *typeface, gunichar letter, int face, unsigned glyph)
{
    const Face *from = &g_array_index(typeface->faces, Face, face);
    g_assert((int) glyph < from->outlines->glyph_count);
    int *code = &from->codes[glyph], advance = outlines_advance(from->outlines, glyph);
    Part part = { (uint16_t) face, (uint16_t) glyph, 0, 0 };

    if (*code == 0)
        *code = add_code(typeface, letter, SPACE_NONE, advance, &part, 1);
    if (code_at(typeface, *code)->letter == letter)
        return *code;
    return typeface_drawn(typeface, letter, SPACE_NONE, advance, &part,
                          1); /* a letter that looks the same */
}

int
typeface_advance(const Typeface *typeface, int code)
{
    return code_at(typeface, code)->advance;
}

/* --- objects ------------------------------------------------------------------------------- */

static const char map_begin[] =
    "/CIDInit/ProcSet findresource begin\n"
    "12 dict begin\n"
    "begincmap\n"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
    "/CMapName/Adobe-Identity-UCS def\n"
    "/CMapType 2 def\n"
    "1 begincodespacerange\n"
    "<0000><FFFF>\n"
    "endcodespacerange\n";
static const char map_end[] = "endcmap\n"
                              "CMapName currentdict/CMap defineresource pop\n"
                              "end\n"
                              "end\n";

/* Of a thousandth of an em. */
static void
write_units(GString *out, const Typeface *typeface, const char *before, int length)
{
    g_string_append(out, before);
    write_number(out, length * 1000.0 / typeface->em);
}

static void
add_hexadecimal(GString *out, unsigned number, int digits)
{
    while (digits-- > 0)
        g_string_append_c(out, "0123456789ABCDEF"[number >> 4 * digits & 15]);
}

static void
add_letter(GString *out, gunichar letter)
{
    if (letter > 0xFFFF) {
        add_hexadecimal(out, 0xD800 + ((letter - 0x10000) >> 10), 4);
        letter = 0xDC00 + (letter & 0x3FF);
    }
    add_hexadecimal(out, letter, 4);
}

/* What begins with a space is taken for nothing else by some readers: so a mark of direction, which
 * nobody sees, goes before it. */
static void
map_code(GString *out, int number, const Code *code)
{
    g_string_append_c(out, '<');
    add_hexadecimal(out, (unsigned) number, 4);
    g_string_append(out, code->spaces & SPACE_LEFT ? "><200F0020" : "><");
    add_letter(out, code->letter);
    g_string_append(out, code->spaces & SPACE_RIGHT ? "0020>\n" : ">\n");
}

static int
write_map(const Typeface *typeface, Writer *writer)
{
    enum { MOST_LINES = 100 }; /* of one block */
    g_autoptr(GString) map = g_string_new(map_begin);
    int number = writer_reserve(writer), count = (int) typeface->codes->len;

    for (int first = 1, next; first < count; first = next) {
        next = MIN(first + MOST_LINES, count);
        write_integer(map, "", next - first);
        g_string_append(map, " beginbfchar\n");
        for (int code = first; code < next; code++)
            map_code(map, code, code_at(typeface, code));
        g_string_append(map, "endbfchar\n");
    }
    g_string_append(map, map_end);
    writer_add_plain(writer, number, bytes_of(""), bytes_of_string(map));
    return number;
}

/* Its name begins with six letters that tell it from other parts of the same font. */
static char *
make_name(const Typeface *typeface, const GString *program)
{
    guint32 sum = libdeflate_crc32(0, program->str, program->len);
    char tag[7] = { 0 };

    for (int i = 0; i < 6; i++, sum /= 26)
        tag[i] = (char) ('A' + sum % 26);
    return g_strconcat(tag, "+", typeface_outlines(typeface, 0)->name, NULL);
}

static int
write_descriptor(const Typeface *typeface, const char *name, const GString *program,
                 Writer *writer)
{
    const Outlines *outlines = typeface_outlines(typeface, 0);
    int number = writer_reserve(writer), file = writer_reserve(writer);
    g_autofree char *entries = g_strdup_printf("/Length1 %zu", program->len);

    writer_add_plain(writer, file, bytes_of(entries), bytes_of_string(program));
    GString *out = writer_begin(writer, number);
    g_string_append_printf(out, "<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[", name);
    for (int i = 0; i < 4; i++)
        write_units(out, typeface, i > 0 ? " " : "", outlines->box[i]);
    write_units(out, typeface, "]/ItalicAngle 0/StemV 80/Ascent ", outlines->ascent);
    write_units(out, typeface, "/Descent ", outlines->descent);
    write_units(out, typeface, "/CapHeight ", outlines->ascent);
    write_reference(out, "/FontFile2 ", file);
    g_string_append(out, ">>");
    return number;
}

static int
write_descendant(const Typeface *typeface, const char *name, const GString *program,
                 Writer *writer)
{
    int descriptor = write_descriptor(typeface, name, program, writer);
    int number = writer_reserve(writer);
    GString *out = writer_begin(writer, number);

    g_string_append_printf(out,
                           "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDToGIDMap/Identity"
                           "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                           "/FontDescriptor %d 0 R/W[1[",
                           name, descriptor);
    for (guint i = 1; i < typeface->codes->len; i++)
        write_units(out, typeface, i > 1 ? " " : "", typeface_advance(typeface, (int) i));
    g_string_append(out, "]]>>");
    return number;
}

void
typeface_write(const Typeface *typeface, int number, Writer *writer)
{
    g_autoptr(GString) program = subset_make(typeface);
    g_autofree char *name = make_name(typeface, program);
    int descendant = write_descendant(typeface, name, program, writer);
    int map = write_map(typeface, writer);

    g_string_append_printf(writer_begin(writer, number),
                           "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H"
                           "/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>",
                           name, descendant, map);
}
