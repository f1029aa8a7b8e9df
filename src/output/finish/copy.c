#include "output/finish/copy.h"

#include "output/finish/content.h"

#include <string.h>

static const char *const stream_keys[] = { "/Length", NULL };
static const char *const packing_keys[] = { "/Length", "/Filter", NULL };
static const char *const image_keys[] = { "/Length", "/Interpolate", NULL };
static const char *const font_keys[] = { "/CIDToGIDMap", NULL };

static bool
has_key(const char *const *keys, Bytes key)
{
    for (; *keys != NULL; keys++)
        if (bytes_are(key, *keys))
            return true;
    return false;
}

static void
append_entry(GString *out, Bytes key, Bytes value)
{
    g_string_append_len(out, key.start, (gssize) key.size);
    g_string_append_c(out, ' ');
    g_string_append_len(out, value.start, (gssize) value.size);
}

void
copy_entries(GString *out, Bytes dict, const char *const *but)
{
    Lexer lexer = value_inside(dict);
    Bytes key, value;

    while (lex_pair(&lexer, &key, &value))
        if (!has_key(but, key))
            append_entry(out, key, value);
}

static bool
comes_again(Lexer rest, Bytes key)
{
    Bytes other, value;

    while (lex_pair(&rest, &other, &value))
        if (other.size == key.size && memcmp(other.start, key.start, key.size) == 0)
            return true;
    return false;
}

void
copy_entries_once(GString *out, Bytes dict)
{
    Lexer lexer = value_inside(dict);
    Bytes key, value;

    while (lex_pair(&lexer, &key, &value))
        if (!comes_again(lexer, key))
            append_entry(out, key, value);
}

/* Drawings and patterns have content of their own. */
static bool
has_content(Bytes dict)
{
    return dict_says(dict, "/Subtype", "/Form") || dict_says(dict, "/PatternType", "1");
}

static bool
copy_content(Source *source, int number, const Palette *palette, const InkSet *inks,
             Writer *writer, GError **error)
{
    g_autoptr(GString) entries = g_string_new(NULL), content = g_string_new(NULL);
    Bytes plain;

    if (!source_inflate(source, number, &plain, error) ||
        !content_rewrite(content, plain, palette, NULL, error))
        return false;
    copy_entries(entries, source->objects[number].value, packing_keys);
    if (inks != NULL) {
        g_autoptr(GString) screen = g_string_new_len(content->str, (gssize) content->len);

        g_string_truncate(content, 0);
        inks_rewrite(content, bytes_of_string(screen), palette, *inks);
    }
    writer_add_plain(writer, number, bytes_of_string(entries), bytes_of_string(content));
    return true;
}

/* A picture that a reader may smooth is not archived as it was made (ISO 19005-2, 6.2.8). */
static void
copy_stream(const SourceObject *object, int number, Writer *writer)
{
    g_autoptr(GString) entries = g_string_new(NULL);
    bool is_image = dict_says(object->value, "/Subtype", "/Image");

    copy_entries(entries, object->value, is_image ? image_keys : stream_keys);
    if (dict_find(object->value, "/Filter").start == NULL)
        writer_add_plain(writer, number, bytes_of_string(entries), object->stream);
    else
        writer_add_stream(writer, number, bytes_of_string(entries), object->stream);
}

/* A font of TrueType outlines must say that glyphs have their own numbers (ISO 19005-2,
 * 6.2.11.3.2). */
static void
copy_value(const SourceObject *object, int number, Writer *writer)
{
    GString *out = writer_begin(writer, number);

    if (!dict_says(object->value, "/Subtype", "/CIDFontType2")) {
        g_string_append_len(out, object->value.start, (gssize) object->value.size);
        return;
    }
    g_string_append(out, "<<");
    copy_entries(out, object->value, font_keys);
    g_string_append(out, "/CIDToGIDMap/Identity>>");
}

/* The writer has its own of these. */
static bool
belongs_to_file(const SourceObject *object)
{
    return object->is_length || dict_says(object->value, "/Type", "/ObjStm") ||
           dict_says(object->value, "/Type", "/XRef");
}

bool
copy_objects(Source *source, const bool *taken, const Palette *palette, const InkSet *inks,
             Writer *writer, GError **error)
{
    for (int i = 1; i < source->count; i++) {
        const SourceObject *object = &source->objects[i];

        if (object->value.start == NULL || taken[i] || belongs_to_file(object))
            continue;
        if (object->stream.start == NULL)
            copy_value(object, i, writer);
        else if (!has_content(object->value))
            copy_stream(object, i, writer);
        else if (!copy_content(source, i, palette, inks, writer, error))
            return false;
    }
    return true;
}
