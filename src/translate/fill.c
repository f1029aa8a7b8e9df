#include "translate/fill.h"

#include "translate/placeholder.h"

#include <string.h>

static const char left_to_right_isolate[] = "\u2066", pop_isolate[] = "\u2069";

void
fill_init(Fill *fill, Direction direction)
{
    fill->text = g_string_new(NULL);
    fill->spans = g_array_new(FALSE, FALSE, sizeof(Span));
    fill->rtl = direction == DIRECTION_RTL;
}

void
fill_clear(Fill *fill)
{
    g_string_free(fill->text, TRUE);
    g_array_unref(fill->spans);
}

/* No space at the beginning, and never two together: YAML and PO files fold lines. */
static void
append_literal(Fill *fill, const char *text, size_t length)
{
    GString *to = fill->text;

    for (size_t i = 0; i < length; i++) {
        if (!g_ascii_isspace(text[i]))
            g_string_append_c(to, text[i]);
        else if (to->len > 0 && to->str[to->len - 1] != ' ')
            g_string_append_c(to, ' ');
    }
}

static void
drop_last_space(Fill *fill)
{
    if (g_str_has_suffix(fill->text->str, " "))
        g_string_truncate(fill->text, fill->text->len - 1);
}

void
fill_value(Fill *fill, SpanKind kind, const char *value, bool isolated)
{
    bool isolate = isolated && fill->rtl;
    Span span = { .kind = kind };

    if (isolate)
        g_string_append(fill->text, left_to_right_isolate);
    span.start = (int) fill->text->len;
    g_string_append(fill->text, value);
    span.end = (int) fill->text->len;
    if (isolate)
        g_string_append(fill->text, pop_isolate);
    g_array_append_val(fill->spans, span);
}

void
fill_number(Fill *fill, const Contact *contact, const FillSource *source)
{
    fill_value(fill, SPAN_NUMBER, contact->phone.show, true);
    if (!g_ptr_array_find(source->contacts, contact, NULL))
        g_ptr_array_add(source->contacts, (gpointer) contact);
}

static const FillValue *
find_value(const FillSource *source, const char *name)
{
    for (int i = 0; i < source->value_count; i++)
        if (strcmp(source->values[i].name, name) == 0)
            return &source->values[i];
    return NULL;
}

/* False when nothing is called so. */
static bool
fill_named(Fill *fill, const char *name, const FillSource *source)
{
    const char *contact_id = placeholder_contact(name);
    const FillValue *value = find_value(source, name);
    const Parameter *parameter = pack_find_parameter(source->pack, name);

    if (contact_id != NULL) {
        const Contact *contact = project_find_contact(source->project, contact_id);

        if (contact != NULL)
            fill_number(fill, contact, source);
        return contact != NULL;
    }
    if (value != NULL) {
        fill_value(fill, SPAN_KEEP, value->text, value->isolated);
    } else if (parameter != NULL) {
        g_autofree char *digits = g_strdup_printf("%ld", parameter->value);

        fill_value(fill, SPAN_KEEP, digits, true);
    }
    return value != NULL || parameter != NULL;
}

bool
fill_message(Fill *fill, const char *message, const FillSource *source)
{
    Placeholder found;
    const char *at = message;
    bool all = true;

    while (placeholder_find(at, &found)) {
        g_autofree char *name = found.name;

        append_literal(fill, at, (size_t) (found.start - at));
        if (name == NULL || !fill_named(fill, name, source)) {
            append_literal(fill, found.start, (size_t) found.length);
            all = false;
        }
        at = found.start + found.length;
    }
    append_literal(fill, at, strlen(at));
    drop_last_space(fill);
    return all;
}

void
fill_span_from(Fill *fill, SpanKind kind, gsize start)
{
    Span span = { kind, (int) start, (int) fill->text->len };

    while (fill->spans->len > 0 &&
           g_array_index(fill->spans, Span, fill->spans->len - 1).start >= span.start)
        g_array_set_size(fill->spans, fill->spans->len - 1);
    g_array_append_val(fill->spans, span);
}

void
fill_finish(const Fill *fill, Arena *arena, Phrase *phrase)
{
    phrase->text = arena_strdup(arena, fill->text->str);
    phrase->spans = arena_copy(arena, fill->spans->data, fill->spans->len * sizeof(Span));
    phrase->span_count = (int) fill->spans->len;
}
