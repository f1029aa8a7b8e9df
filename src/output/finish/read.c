#include "output/finish/read.h"

#include <gio/gio.h>
#include <libdeflate.h>
#include <string.h>

enum { MOST_INFLATED = 64 * 1024 * 1024 }; /* bytes; a leaflet's page has some ten thousand */

bool
read_fail(GError **error, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    g_autofree char *what = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "the drawing library's PDF: %s",
                what);
    return false;
}

Bytes
source_find(const Source *source, Bytes dict, const char *key)
{
    Bytes value = dict_find(dict, key);
    int number = bytes_reference(value);

    if (number == 0)
        return value;
    return number < source->count ? source->objects[number].value : (Bytes){ NULL, 0 };
}

/* --- streams ------------------------------------------------------------------------------- */

/* Into a buffer that doubles until it is large enough; nothing when broken, or when all
 * together have grown absurd. */
static Bytes
inflate(Source *source, Bytes deflated)
{
    struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
    enum libdeflate_result result = LIBDEFLATE_INSUFFICIENT_SPACE;
    size_t room = 4096 + 4 * deflated.size, size = 0;
    char *bytes = NULL;

    while (result == LIBDEFLATE_INSUFFICIENT_SPACE && room <= source->room) {
        bytes = g_realloc(bytes, room);
        result = libdeflate_zlib_decompress(inflater, deflated.start, deflated.size, bytes,
                                            room, &size);
        room *= 2;
    }
    libdeflate_free_decompressor(inflater);
    if (bytes != NULL)
        g_ptr_array_add(source->owned, bytes);
    source->room -= MIN(source->room, room / 2);
    return result == LIBDEFLATE_SUCCESS ? (Bytes){ bytes, size } : (Bytes){ NULL, 0 };
}

bool
read_inflate(Source *source, const SourceObject *object, Bytes *plain, GError **error)
{
    Bytes filter = dict_find(object->value, "/Filter");

    *plain = object->stream;
    if (filter.start == NULL)
        return true;
    if (!bytes_are(filter, "/FlateDecode") ||
        dict_find(object->value, "/DecodeParms").start != NULL)
        return read_fail(error, "a stream is packed in a way that is not expected");
    *plain = inflate(source, object->stream);
    return plain->start != NULL || read_fail(error, "a stream cannot be inflated");
}

bool
source_inflate(Source *source, int number, Bytes *plain, GError **error)
{
    if (number <= 0 || number >= source->count || source->objects[number].stream.start == NULL)
        return read_fail(error, "object %d should be a stream", number);
    return read_inflate(source, &source->objects[number], plain, error);
}

bool
read_settle_stream(Source *source, SourceObject *object, GError **error)
{
    const char *end = source->file.start + source->file.size;
    Bytes length = dict_find(object->value, "/Length");
    int number = bytes_reference(length);

    if (number > 0 && number < source->count) {
        length = source->objects[number].value;
        source->objects[number].is_length = true;
    }
    long size = bytes_integer(length, (long) (end - object->stream.start));
    if (size < 0)
        return read_fail(error, "the length of a stream is missing or too large");
    object->stream.size = (size_t) size;
    Lexer lexer = { object->stream.start + size, end };
    return bytes_are(lex_token(&lexer).bytes, "endstream") ||
           read_fail(error, "a stream does not end where it should");
}

/* --- objects ------------------------------------------------------------------------------- */

/* The stream that follows a dictionary; its size is settled when all objects are known. */
static void
begin_stream(Lexer lexer, SourceObject *object)
{
    if (!bytes_are(lex_token(&lexer).bytes, "stream"))
        return;
    if (lexer.at < lexer.end && *lexer.at == '\r')
        lexer.at++;
    if (lexer.at < lexer.end && *lexer.at == '\n')
        object->stream.start = lexer.at + 1;
}

bool
read_object_at(const Source *source, size_t offset, int number, SourceObject *object,
               GError **error)
{
    Lexer lexer = lexer_new(source->file);

    if (offset >= source->file.size)
        return read_fail(error, "object %d would stand behind the end", number);
    lexer.at += offset;
    long found = bytes_integer(lex_token(&lexer).bytes, G_MAXINT);
    bool begins = (number == 0 || found == number) && lex_token(&lexer).kind == TOKEN_NUMBER &&
                  bytes_are(lex_token(&lexer).bytes, "obj");
    if (!begins || !lex_value(&lexer, &object->value))
        return read_fail(error, "object %d is not where it should be", number);
    begin_stream(lexer, object);
    return true;
}

/* Objects in the file itself. Together they cannot be larger than it: else they overlap, and
 * the work would grow without bound. */
static bool
read_file_objects(Source *source, const Place *places, GError **error)
{
    size_t room = source->file.size;

    for (int i = 1; i < source->count; i++) {
        SourceObject *object = &source->objects[i];

        if (places[i].kind != PLACE_FILE)
            continue;
        if (!read_object_at(source, places[i].offset, i, object, error))
            return false;
        if (object->value.size > room)
            return read_fail(error, "objects overlap");
        room -= object->value.size;
    }
    return true;
}

/* The objects in the stream of object @number: "12 0 13 57 ..." (number and offset of each
 * behind the /First bytes), then their values. */
static bool
unpack_values(Source *source, const Place *places, int number, Bytes plain, GError **error)
{
    Bytes dict = source->objects[number].value;
    long count = bytes_integer(dict_find(dict, "/N"), source->count);
    long first = bytes_integer(dict_find(dict, "/First"), (long) plain.size);
    size_t room = plain.size;

    if (count < 0 || first < 0)
        return read_fail(error, "object %d does not say what it holds", number);
    Lexer heads = { plain.start, plain.start + first };
    for (long i = 0; i < count; i++) {
        long held = bytes_integer(lex_token(&heads).bytes, source->count - 1);
        long offset = bytes_integer(lex_token(&heads).bytes, (long) plain.size - first);
        Lexer body = { plain.start + first + MAX(offset, 0), plain.start + plain.size };

        if (held < 0 || offset < 0 || places[held].stream != number ||
            !lex_value(&body, &source->objects[held].value))
            return read_fail(error, "object %d is broken at its %ldth", number, i + 1);
        if (source->objects[held].value.size > room)
            return read_fail(error, "objects overlap");
        room -= source->objects[held].value.size;
    }
    return true;
}

static bool
unpack_stream(Source *source, const Place *places, int number, GError **error)
{
    SourceObject *holder = &source->objects[number];
    Bytes plain;

    if (holder->stream.start == NULL)
        return read_fail(error, "object %d should hold others", number);
    return read_settle_stream(source, holder, error) &&
           read_inflate(source, holder, &plain, error) &&
           unpack_values(source, places, number, plain, error);
}

static bool
read_stream_objects(Source *source, const Place *places, GError **error)
{
    g_autofree bool *unpacked = g_new0(bool, source->count);

    for (int i = 1; i < source->count; i++) {
        int holder = places[i].stream;

        if (places[i].kind != PLACE_STREAM || unpacked[holder])
            continue;
        if (!unpack_stream(source, places, holder, error))
            return false;
        unpacked[holder] = true;
    }
    return true;
}

static bool
settle_streams(Source *source, GError **error)
{
    for (int i = 1; i < source->count; i++) {
        SourceObject *object = &source->objects[i];

        if (object->stream.start != NULL && !read_settle_stream(source, object, error))
            return false;
    }
    return true;
}

Source *
source_read(Bytes file, GError **error)
{
    g_autoptr(Source) source = g_new0(Source, 1);

    source->file = file;
    source->room = MOST_INFLATED;
    source->owned = g_ptr_array_new_with_free_func(g_free);
    g_autofree Place *places = references_read(source, error);
    if (places == NULL)
        return NULL;
    source->objects = g_new0(SourceObject, source->count);
    if (!read_file_objects(source, places, error) ||
        !read_stream_objects(source, places, error) || !settle_streams(source, error))
        return NULL;
    return g_steal_pointer(&source);
}

void
source_free(Source *source)
{
    if (source == NULL)
        return;
    g_ptr_array_unref(source->owned);
    g_free(source->objects);
    g_free(source);
}
