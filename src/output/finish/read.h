/* output/finish/read.h - Cairo's PDF as a table of objects.
 * Takes the bytes of a file with a classic cross-reference table (Cairo 1.16) or with streams
 * of references and objects (1.18), gives spans of them. Knows nothing of pages. Untouched by
 * what is broken: it gives an error, whatever the bytes. */
#pragma once
#include "output/finish/lex.h"

#include <glib.h>

typedef struct SourceObject {
    Bytes value;    /* a stream's dictionary; nothing: no object has this number */
    Bytes stream;   /* as it stands in the file, mostly deflated */
    bool is_length; /* only says how long a stream is */
} SourceObject;

typedef struct Source {
    Bytes file;
    Bytes trailer; /* dictionary */
    SourceObject *objects;
    int count;        /* objects are numbered 0 .. count - 1; 0 is never used */
    GPtrArray *owned; /* inflated bytes that spans point into */
    size_t room;      /* bytes that may still be inflated */
} Source;

/* What a table of references says of one object. */
typedef struct Place {
    enum { PLACE_NONE, PLACE_FILE, PLACE_STREAM } kind;
    size_t offset; /* PLACE_FILE: in the file */
    int stream;    /* PLACE_STREAM: object that holds it */
} Place;

/* NULL with @error set when @file is not whole. @file must outlive it; free with
 * source_free(). */
Source *source_read(Bytes file, GError **error);
void source_free(Source *source);

/* The value of @key in @dict, or of the object it refers to. */
Bytes source_find(const Source *source, Bytes dict, const char *key);
/* The stream of object @number, inflated. The bytes live as long as @source. */
bool source_inflate(Source *source, int number, Bytes *plain, GError **error);

/* For read.c and references.c. */

/* The object at @offset, whose number must be @number unless that is 0. Of a stream only the
 * start is known then, and its size still 0. */
bool read_object_at(const Source *source, size_t offset, int number, SourceObject *object,
                    GError **error);
/* Finds the end of the stream of @object. */
bool read_settle_stream(Source *source, SourceObject *object, GError **error);
/* The stream of @object, once settled, inflated where it is deflated. */
bool read_inflate(Source *source, const SourceObject *object, Bytes *plain, GError **error);
/* Fills @source's trailer and count; gives one Place an object, for g_free(). */
Place *references_read(Source *source, GError **error);

bool read_fail(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Source, source_free)
