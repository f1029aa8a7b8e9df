/* translate/fill.h - builds the text of a phrase: messages with their placeholders filled.
 * Takes templates and values, gives text and spans. In right-to-left text every value is
 * wrapped in isolates (U+2066 ... U+2069), which its span leaves out. White space becomes
 * single spaces. */
#pragma once
#include "model/document.h"

#include <glib.h>

/* A value besides the pack's parameters and the contacts' numbers. */
typedef struct FillValue {
    const char *name, *text;
    bool isolated; /* false: words of the same language, as a date is */
} FillValue;

/* What placeholders are filled from. */
typedef struct FillSource {
    const Project *project;
    const Pack *pack;
    const FillValue *values;
    int value_count;
    GPtrArray *contacts; /* gathers each const Contact whose number is printed, once */
} FillSource;

/* The text so far. */
typedef struct Fill {
    GString *text;
    GArray *spans; /* Span */
    bool rtl;
} Fill;

void fill_init(Fill *fill, Direction direction);
void fill_clear(Fill *fill);

/* Appends @message with its placeholders filled. One without a value stays as it is written;
 * then the result is false. */
bool fill_message(Fill *fill, const char *message, const FillSource *source);

/* Appends @value as a span. */
void fill_value(Fill *fill, SpanKind kind, const char *value, bool isolated);

/* Appends @contact's number and gathers @contact. */
void fill_number(Fill *fill, const Contact *contact, const FillSource *source);

/* Makes one span of everything from byte @start on, in place of the spans that are there. */
void fill_span_from(Fill *fill, SpanKind kind, gsize start);

/* Gives @phrase its text and spans, in @arena. */
void fill_finish(const Fill *fill, Arena *arena, Phrase *phrase);
