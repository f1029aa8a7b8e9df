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
writer_new(int next)
{
    Writer *writer = g_new0(Writer, 1);

    writer->file = g_string_sized_new(64 * 1024);
    g_string_append(writer->file, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
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

GBytes *
write_deflated(Bytes plain)
{
    struct libdeflate_compressor *deflater = libdeflate_alloc_compressor(deflate_level);
    size_t room = libdeflate_zlib_compress_bound(deflater, plain.size);
    char *deflated = g_malloc(room);
    size_t size = libdeflate_zlib_compress(deflater, plain.start, plain.size, deflated, room);

    libdeflate_free_compressor(deflater);
    return g_bytes_new_take(deflated, size);
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

/* Rows of the widths that add_references() states. Numbers that nothing uses are free for
 * ever. */
static GString *
reference_rows(const Writer *writer)
{
    GString *rows = g_string_sized_new(writer->entries->len * 9);

    for (guint i = 0; i < writer->entries->len; i++) {
        const Entry *entry = &g_array_index(writer->entries, Entry, i);

        append_field(rows, entry->kind, 1);
        append_field(rows, entry->offset, 4);
        append_field(rows, entry->kind == ENTRY_FREE ? 65535 : entry->index, 4);
    }
    return rows;
}

static void
add_references(Writer *writer, int root)
{
    int number = writer_reserve(writer);
    size_t start = writer->file->len;
    g_autofree char *digest = g_compute_checksum_for_data(
        G_CHECKSUM_MD5, (const guchar *) writer->file->str, writer->file->len);
    g_autofree char *entries =
        g_strdup_printf("/Type/XRef/Size %u/W[1 4 4]/Root %d 0 R/ID[<%s><%s>]",
                        writer->entries->len, root, digest, digest);

    place(writer, number, (Entry){ ENTRY_FILE, start, 0 }); /* it counts itself */
    g_autoptr(GString) rows = reference_rows(writer);
    append_plain(writer, number, bytes_of(entries), bytes_of_string(rows));
    g_string_append_printf(writer->file, "startxref\n%zu\n%%%%EOF\n", start);
}

GBytes *
writer_finish(Writer *writer, int root)
{
    add_values(writer);
    add_references(writer, root);
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

void
write_number(GString *out, double number)
{
    int thousandths = (int) lround(fabs(number) * 1000);
    char decimals[] = { '.', (char) ('0' + thousandths / 100 % 10),
                        (char) ('0' + thousandths / 10 % 10), (char) ('0' + thousandths % 10) };
    gssize count = sizeof decimals;

    write_integer(out, number < 0 && thousandths > 0 ? "-" : "", thousandths / 1000);
    while (count > 1 && decimals[count - 1] == '0')
        count--;
    if (count > 1)
        g_string_append_len(out, decimals, count);
}
