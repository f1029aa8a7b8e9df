/* Where the objects of a file stand: a table of lines (Cairo 1.16), or a stream of numbers
 * (1.18). */
#include "output/finish/read.h"

#include <string.h>

enum { MOST_OBJECTS = 1000000 }; /* a leaflet has a few hundred */

static bool
take_size(Source *source, GError **error)
{
    long size = bytes_integer(dict_find(source->trailer, "/Size"), MOST_OBJECTS);

    if (size < 1 || (size_t) size > source->file.size)
        return read_fail(error, "it does not say how many objects it has");
    source->count = (int) size;
    return true;
}

/* --- a table ------------------------------------------------------------------------------- */

/* "0000000017 00000 n", one a line. */
static bool
read_line(Lexer *lexer, Place *place)
{
    long offset = bytes_integer(lex_token(lexer).bytes, G_MAXINT);
    bool numbered = lex_token(lexer).kind == TOKEN_NUMBER;
    Bytes kind = lex_token(lexer).bytes;

    if (bytes_are(kind, "n"))
        *place = (Place){ .kind = PLACE_FILE, .offset = (size_t) MAX(offset, 0) };
    return offset >= 0 && numbered && (bytes_are(kind, "n") || bytes_are(kind, "f"));
}

static bool
take_trailer(Source *source, Lexer lexer, long count, GError **error)
{
    if (!bytes_are(lex_token(&lexer).bytes, "trailer") || !lex_value(&lexer, &source->trailer))
        return read_fail(error, "its table of objects does not end in a trailer");
    if (!take_size(source, error))
        return false;
    return source->count == count || read_fail(error, "its table of objects is not whole");
}

/* Cairo writes one section, "0 23". The trailer behind it says how many lines there should
 * be. */
static Place *
read_table(Source *source, Lexer lexer, GError **error)
{
    bool from_0 = bytes_integer(lex_token(&lexer).bytes, 0) == 0;
    long count = bytes_integer(lex_token(&lexer).bytes, MOST_OBJECTS);

    if (!from_0 || count < 1 || (size_t) count > source->file.size) {
        read_fail(error, "its table of objects has no beginning");
        return NULL;
    }
    g_autofree Place *places = g_new0(Place, count);
    for (long i = 0; i < count; i++)
        if (!read_line(&lexer, &places[i])) {
            read_fail(error, "its table of objects is broken at line %ld", i);
            return NULL;
        }
    return take_trailer(source, lexer, count, error) ? g_steal_pointer(&places) : NULL;
}

/* --- a stream ------------------------------------------------------------------------------ */

typedef struct Widths {
    int of[3]; /* bytes of each field */
} Widths;

static bool
read_widths(Bytes array, Widths *widths)
{
    Lexer lexer = value_inside(array);

    for (int i = 0; i < 3; i++) {
        widths->of[i] = (int) bytes_integer(lex_token(&lexer).bytes, 4);
        if (widths->of[i] < 0)
            return false;
    }
    return widths->of[0] == 1; /* else the kind would have a default */
}

static size_t
read_field(const char **at, int width)
{
    size_t value = 0;

    for (int i = 0; i < width; i++)
        value = value << 8 | (unsigned char) *(*at)++;
    return value;
}

static bool
read_entry(const Source *source, const char **at, const Widths *widths, Place *place)
{
    size_t kind = read_field(at, widths->of[0]);
    size_t field = read_field(at, widths->of[1]);

    read_field(at, widths->of[2]);
    if (kind == 1)
        *place = (Place){ .kind = PLACE_FILE, .offset = field };
    if (kind != 2)
        return kind < 2;
    if (field == 0 || field >= (size_t) source->count)
        return false;
    *place = (Place){ .kind = PLACE_STREAM, .stream = (int) field };
    return true;
}

static Place *
read_entries(const Source *source, Bytes plain, const Widths *widths, GError **error)
{
    g_autofree Place *places = g_new0(Place, source->count);
    size_t row = (size_t) (widths->of[0] + widths->of[1] + widths->of[2]);
    const char *at = plain.start;

    for (int i = 0; i < source->count; i++)
        if (row > (size_t) (plain.start + plain.size - at) ||
            !read_entry(source, &at, widths, &places[i])) {
            read_fail(error, "its stream of references is broken at object %d", i);
            return NULL;
        }
    return g_steal_pointer(&places);
}

/* Its own /Length can be no reference: nothing is known yet that it could refer to. */
static Place *
read_stream(Source *source, size_t offset, GError **error)
{
    SourceObject holder = { 0 };
    Widths widths;
    Bytes plain;

    if (!read_object_at(source, offset, 0, &holder, error))
        return NULL;
    if (holder.stream.start == NULL || !read_widths(dict_find(holder.value, "/W"), &widths) ||
        dict_find(holder.value, "/Index").start != NULL) {
        read_fail(error, "it has no table of objects of a known form");
        return NULL;
    }
    source->trailer = holder.value;
    if (!read_settle_stream(source, &holder, error) ||
        !read_inflate(source, &holder, &plain, error) || !take_size(source, error))
        return NULL;
    return read_entries(source, plain, &widths, error);
}

/* --- either -------------------------------------------------------------------------------- */

/* What "startxref" at the end of the file says, or -1. */
static long
find_start(Bytes file)
{
    static const char word[] = "startxref";
    size_t tail = MIN(file.size, 64), length = strlen(word);
    const char *end = file.start + file.size, *at = end - tail;

    for (; at + length <= end; at++)
        if (memcmp(at, word, length) == 0) {
            Lexer lexer = { at + length, end };
            long offset = bytes_integer(lex_token(&lexer).bytes, (long) file.size - 1);

            bool ends = memmem(lexer.at, (size_t) (end - lexer.at), "%%EOF", 5) != NULL;

            return ends ? offset : -1;
        }
    return -1;
}

Place *
references_read(Source *source, GError **error)
{
    long start = find_start(source->file);
    Lexer lexer = lexer_new(source->file);

    if (start < 0) {
        read_fail(error, "it has no end");
        return NULL;
    }
    lexer.at += start;
    if (bytes_are(lex_token(&lexer).bytes, "xref"))
        return read_table(source, lexer, error);
    return read_stream(source, (size_t) start, error);
}
