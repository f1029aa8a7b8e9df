#include "output/finish/write.h"

#include "base/bidi.h"

#include <libdeflate.h>
#include <math.h>
#include <string.h>

/* Higher levels cost milliseconds for a few per cent (measured). */
static const int deflate_level = 6;

/* What the stream of references says of one object. Its kinds are numbers of the file
 * format. */
typedef struct Entry {
    enum { ENTRY_FREE, ENTRY_FILE, ENTRY_STREAM } kind;
    size_t offset; /* ENTRY_FILE: in the file; ENTRY_STREAM: number of its stream */
    size_t index;  /* ENTRY_STREAM: in its stream */
} Entry;

struct Writer {
    GString *file;
    GArray *entries; /* of Entry, one a number */
    int values_number;
    size_t value_count;
    GString *heads, *values; /* of the stream of objects */
    struct libdeflate_compressor *deflater;
};

Writer *
writer_new(int next, const char *version)
{
    Writer *writer = g_new0(Writer, 1);

    writer->file = g_string_sized_new(64 * 1024);
    g_string_append_printf(writer->file, "%%PDF-%s\n%%\xE2\xE3\xCF\xD3\n", version);
    writer->entries = g_array_new(FALSE, TRUE, sizeof(Entry));
    g_array_set_size(writer->entries, next);
    writer->heads = g_string_new(NULL);
    writer->values = g_string_sized_new(16 * 1024);
    writer->deflater = libdeflate_alloc_compressor(deflate_level);
    writer->values_number = writer_reserve(writer);
    return writer;
}

void
writer_free(Writer *writer)
{
    if (writer == NULL)
        return;
    if (writer->file != NULL)
        g_string_free(writer->file, TRUE);
    g_string_free(writer->heads, TRUE);
    g_string_free(writer->values, TRUE);
    g_array_unref(writer->entries);
    libdeflate_free_compressor(writer->deflater);
    g_free(writer);
}

int
writer_reserve(Writer *writer)
{
    g_array_set_size(writer->entries, writer->entries->len + 1);
    return (int) writer->entries->len - 1;
}

static void
place(Writer *writer, int number, Entry entry)
{
    Entry *placed = &g_array_index(writer->entries, Entry, number);

    g_assert(placed->kind == ENTRY_FREE); /* nothing is written twice */
    *placed = entry;
}

GString *
writer_begin(Writer *writer, int number)
{
    if (writer->values->len > 0)
        g_string_append_c(writer->values, '\n');
    write_integer(writer->heads, "", number);
    write_integer(writer->heads, " ", (int) writer->values->len);
    g_string_append_c(writer->heads, ' ');
    place(writer, number,
          (Entry){ ENTRY_STREAM, (size_t) writer->values_number, writer->value_count++ });
    return writer->values;
}

/* Entries may hold any byte, even the one that ends C strings. */
static void
append_stream(Writer *writer, int number, Bytes entries, const char *filter, Bytes stream)
{
    GString *file = writer->file;

    write_integer(file, "", number);
    g_string_append(file, " 0 obj\n<<");
    g_string_append_len(file, entries.start, (gssize) entries.size);
    g_string_append(file, filter);
    write_integer(file, "/Length ", (int) stream.size);
    g_string_append(file, ">>\nstream\n");
    g_string_append_len(file, stream.start, (gssize) stream.size);
    g_string_append(file, "\nendstream\nendobj\n");
}

static void
append_plain(Writer *writer, int number, Bytes entries, Bytes plain)
{
    static const char filter[] = "/Filter/FlateDecode";
    g_autofree char *deflated = g_malloc(plain.size + 1);
    size_t size = libdeflate_zlib_compress(writer->deflater, plain.start, plain.size, deflated,
                                           plain.size);

    if (size > 0 && size + strlen(filter) < plain.size)
        append_stream(writer, number, entries, filter, (Bytes){ deflated, size });
    else
        append_stream(writer, number, entries, "", plain);
}

void
writer_add_stream(Writer *writer, int number, Bytes entries, Bytes stream)
{
    place(writer, number, (Entry){ ENTRY_FILE, writer->file->len, 0 });
    append_stream(writer, number, entries, "", stream);
}

void
writer_add_plain(Writer *writer, int number, Bytes entries, Bytes plain)
{
    place(writer, number, (Entry){ ENTRY_FILE, writer->file->len, 0 });
    append_plain(writer, number, entries, plain);
}

/* --- the end ------------------------------------------------------------------------------- */

static void
add_values(Writer *writer)
{
    g_autofree char *entries = g_strdup_printf("/Type/ObjStm/N %zu/First %zu",
                                               writer->value_count, writer->heads->len);

    g_string_append_len(writer->heads, writer->values->str, (gssize) writer->values->len);
    writer_add_plain(writer, writer->values_number, bytes_of(entries),
                     bytes_of_string(writer->heads));
}

static void
append_field(GString *out, size_t value, int width)
{
    while (width-- > 0)
        g_string_append_c(out, (char) (value >> 8 * width & 0xFF));
}

static int
bytes_for(size_t most)
{
    return most < 0x100 ? 1 : most < 0x10000 ? 2 : most < 0x1000000 ? 3 : 4;
}

/* Numbers that nothing uses are free for ever. */
static GString *
reference_rows(const Writer *writer, int offset_width, int index_width)
{
    GString *rows = g_string_sized_new(writer->entries->len * 9);

    for (guint i = 0; i < writer->entries->len; i++) {
        const Entry *entry = &g_array_index(writer->entries, Entry, i);

        append_field(rows, entry->kind, 1);
        append_field(rows, entry->offset, offset_width);
        append_field(rows, entry->index, index_width);
    }
    return rows;
}

static void
add_references(Writer *writer, int root, const char *info)
{
    int number = writer_reserve(writer);
    size_t start = writer->file->len;
    int offset_width = bytes_for(MAX(start, writer->entries->len));
    int index_width = bytes_for(writer->value_count);
    g_autofree char *digest = g_compute_checksum_for_data(
        G_CHECKSUM_MD5, (const guchar *) writer->file->str, writer->file->len);
    g_autofree char *entries = g_strdup_printf(
        "/Type/XRef/Size %u/W[1 %d %d]/Root %d 0 R%s/ID[<%s><%s>]", writer->entries->len,
        offset_width, index_width, root, info, digest, digest);

    place(writer, number, (Entry){ ENTRY_FILE, start, 0 }); /* it counts itself */
    g_autoptr(GString) rows = reference_rows(writer, offset_width, index_width);
    append_plain(writer, number, bytes_of(entries), bytes_of_string(rows));
    g_string_append_printf(writer->file, "startxref\n%zu\n%%%%EOF\n", start);
}

GBytes *
writer_finish(Writer *writer, int root, int info)
{
    g_autofree char *entry = info > 0 ? g_strdup_printf("/Info %d 0 R", info) : g_strdup("");

    add_values(writer);
    add_references(writer, root, entry);
    return g_string_free_to_bytes(g_steal_pointer(&writer->file));
}

/* --- values -------------------------------------------------------------------------------- */

static void
write_ascii(GString *out, const char *text)
{
    g_string_append_c(out, '(');
    for (; *text != '\0'; text++) {
        if (strchr("()\\", *text) != NULL)
            g_string_append_c(out, '\\');
        g_string_append_c(out, *text);
    }
    g_string_append_c(out, ')');
}

void
write_text(GString *out, const char *text)
{
    glong count = 0;

    if (g_str_is_ascii(text)) {
        write_ascii(out, text);
        return;
    }
    g_autofree gunichar2 *units = g_utf8_to_utf16(text, -1, NULL, &count, NULL);
    g_string_append(out, "<FEFF");
    for (glong i = 0; i < count; i++)
        g_string_append_printf(out, "%04X", units[i]);
    g_string_append_c(out, '>');
}

void
write_shown_text(GString *out, const char *text)
{
    g_autoptr(GString) shown = g_string_new(NULL);

    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar letter = g_utf8_get_char(text);

        if (!is_bidi_control(letter))
            g_string_append_unichar(shown, letter);
    }
    write_text(out, shown->str);
}

void
write_integer(GString *out, const char *before, int number)
{
    char digits[16], *at = digits + sizeof digits;
    unsigned rest = number < 0 ? 0u - (unsigned) number : (unsigned) number;

    g_string_append(out, before);
    do
        *--at = (char) ('0' + rest % 10);
    while ((rest /= 10) > 0);
    if (number < 0)
        *--at = '-';
    g_string_append_len(out, at, digits + sizeof digits - at);
}

void
write_reference(GString *out, const char *before, int number)
{
    write_integer(out, before, number);
    g_string_append(out, " 0 R");
}

/* Without trailing zeros. */
static void
write_decimals(GString *out, double number, int most)
{
    static const int powers[] = { 1, 10, 100, 1000, 10000, 100000 };
    gint64 whole = llround(fabs(number) * powers[most]), power = powers[most];
    char decimals[] = ".00000";
    int count = 1 + most;

    for (gint64 rest = whole % power, i = most; i > 0; i--, rest /= 10)
        decimals[i] = (char) ('0' + rest % 10);
    write_integer(out, number < 0 && whole > 0 ? "-" : "", (int) (whole / power));
    while (count > 1 && decimals[count - 1] == '0')
        count--;
    if (count > 1)
        g_string_append_len(out, decimals, count);
}

void
write_number(GString *out, double number)
{
    write_decimals(out, number, 3);
}

void
write_length(GString *out, double number)
{
    write_decimals(out, number, 2);
}

void
write_factor(GString *out, double number)
{
    write_decimals(out, number, 5);
}

void
write_matrix(GString *out, const cairo_matrix_t *matrix)
{
    const double factors[] = { matrix->xx, matrix->yx, matrix->xy, matrix->yy };

    for (size_t i = 0; i < G_N_ELEMENTS(factors); i++) {
        write_factor(out, factors[i]);
        g_string_append_c(out, ' ');
    }
    write_length(out, matrix->x0);
    g_string_append_c(out, ' ');
    write_length(out, matrix->y0);
    g_string_append(out, " cm\n");
}
