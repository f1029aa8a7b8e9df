/* The day of a call, written into a YAML file of contacts. The file belongs to a person: not a byte
 * of it changes but the values of two keys. Marks of libyaml say where they stand. */
#include "read/read.h"

#include "base/date.h"
#include "read/node.h"

#include <glib/gi18n.h>
#include <string.h>
#include <yaml.h>

/* Bytes of the file, from @start to before @end. */
typedef struct Stretch {
    size_t start, end;
} Stretch;

/* A key of the contact's map. */
typedef struct Place {
    bool there;
    Stretch key, value;
} Place;

typedef struct Entry {
    bool flow; /* {id: ..., verified_on: ...} */
    Place id, seen_at, verified_on, verified_by;
} Entry;

static const struct {
    const char *key;
    size_t at;
} keys[] = {
    { "id", offsetof(Entry, id) },
    { "seen_at", offsetof(Entry, seen_at) },
    { "verified_on", offsetof(Entry, verified_on) },
    { "verified_by", offsetof(Entry, verified_by) },
};

/* --- finding the place --------------------------------------------------------------------- */

typedef struct Finder {
    yaml_parser_t parser;
    const char *bytes; /* behind a byte order mark, which no mark counts */
    size_t begun;      /* bytes before them */
    const char *at;    /* the last place asked for: marks only grow */
    size_t at_index;   /* the same in characters */
} Finder;

/* libyaml counts characters. */
static size_t
byte_of(Finder *finder, yaml_mark_t mark)
{
    for (; finder->at_index < mark.index; finder->at_index++)
        finder->at = g_utf8_next_char(finder->at);
    return finder->begun + (size_t) (finder->at - finder->bytes);
}

static bool
next_event(Finder *finder, yaml_event_t *event)
{
    if (yaml_parser_parse(&finder->parser, event))
        return event->type != YAML_STREAM_END_EVENT;
    event->type = YAML_NO_EVENT;
    return false;
}

static Stretch
stretch_of(Finder *finder, const yaml_event_t *event)
{
    size_t start = byte_of(finder, event->start_mark);

    return (Stretch){ start, byte_of(finder, event->end_mark) };
}

/* Passes over the rest of what @event begins. */
static void
pass(Finder *finder, const yaml_event_t *event)
{
    int depth =
        event->type == YAML_MAPPING_START_EVENT || event->type == YAML_SEQUENCE_START_EVENT;
    yaml_event_t inner;

    while (depth > 0 && next_event(finder, &inner)) {
        depth +=
            inner.type == YAML_MAPPING_START_EVENT || inner.type == YAML_SEQUENCE_START_EVENT;
        depth -= inner.type == YAML_MAPPING_END_EVENT || inner.type == YAML_SEQUENCE_END_EVENT;
        yaml_event_delete(&inner);
    }
}

static Place *
place_of_key(Entry *entry, const char *key)
{
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        if (strcmp(keys[i].key, key) == 0)
            return (Place *) ((char *) entry + keys[i].at);
    return NULL;
}

static bool
is_text(const yaml_event_t *event, const char *text)
{
    return event->type == YAML_SCALAR_EVENT &&
           strcmp((const char *) event->data.scalar.value, text) == 0;
}

/* The map that @begin begins; true when it is that of @id. */
static bool
read_entry(Finder *finder, const yaml_event_t *begin, const char *id, Entry *entry)
{
    bool found = false;
    yaml_event_t key, value;

    *entry = (Entry){ .flow = begin->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE };
    while (next_event(finder, &key) && key.type == YAML_SCALAR_EVENT) {
        Place *place = place_of_key(entry, (const char *) key.data.scalar.value);
        Stretch at = stretch_of(finder, &key);

        if (next_event(finder, &value)) {
            found |= place == &entry->id && is_text(&value, id);
            if (place != NULL)
                *place = (Place){ true, at, stretch_of(finder, &value) };
            pass(finder, &value);
            yaml_event_delete(&value);
        }
        yaml_event_delete(&key);
    }
    yaml_event_delete(&key);
    return found;
}

/* The entry of @id in the list that the file is. */
static bool
find_entry(const char *bytes, size_t length, const char *id, Entry *entry)
{
    size_t mark = g_str_has_prefix(bytes, "\xEF\xBB\xBF") ? 3 : 0;
    Finder finder = { .bytes = bytes + mark, .begun = mark, .at = bytes + mark };
    yaml_event_t event;
    bool found = false;

    yaml_parser_initialize(&finder.parser);
    yaml_parser_set_encoding(&finder.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&finder.parser, (const unsigned char *) finder.bytes,
                                 length - mark);
    while (!found && next_event(&finder, &event)) {
        if (event.type == YAML_MAPPING_START_EVENT)
            found = read_entry(&finder, &event, id, entry);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&finder.parser);
    return found;
}

/* --- writing there ------------------------------------------------------------------------- */

static const char *
line_end(const char *bytes)
{
    const char *newline = strchr(bytes, '\n');

    return newline != NULL && newline > bytes && newline[-1] == '\r' ? "\r\n" : "\n";
}

static void
replace(GString *text, Stretch place, const char *with)
{
    g_string_erase(text, (gssize) place.start, (gssize) (place.end - place.start));
    g_string_insert(text, (gssize) place.start, with);
}

/* In double quotes, as YAML writes them. */
static char *
quoted(const char *text)
{
    GString *quote = g_string_new("\"");

    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            g_string_append_c(quote, '\\');
        g_string_append_c(quote, *text);
    }
    return g_string_free(g_string_append_c(quote, '"'), FALSE);
}

/* @value, in the quotes that stand there; after a bare colon a space comes first. */
static char *
in_its_quotes(const GString *text, Stretch place, const char *value)
{
    char quote = text->str[place.start];

    if (place.end == place.start)
        return g_strconcat(text->str[place.start - 1] == ':' ? " " : "", value, NULL);
    if (quote == '"' || quote == '\'')
        return g_strdup_printf("%c%s%c", quote, value, quote);
    return g_strdup(value);
}

/* What parts two keys: a comma in a flow map, else a new line as deep as @key stands. */
static char *
joint(const GString *text, const Entry *entry, Stretch key)
{
    size_t line = key.start;
    g_autofree char *indent = NULL;

    if (entry->flow)
        return g_strdup(", ");
    while (line > 0 && text->str[line - 1] != '\n')
        line--;
    if (line == 0 && g_str_has_prefix(text->str, "\xEF\xBB\xBF"))
        line = 3;
    indent =
        g_strnfill((gsize) g_utf8_strlen(text->str + line, (gssize) (key.start - line)), ' ');
    return g_strconcat(line_end(text->str), indent, NULL);
}

/* A new key stands before one that every contact has: there no comment belongs to another. */
static void
insert_before(GString *text, const Entry *entry, Stretch key, const char *name,
              const char *value)
{
    g_autofree char *between = joint(text, entry, key);
    g_autofree char *line = g_strconcat(name, ": ", value, between, NULL);

    g_string_insert(text, (gssize) key.start, line);
}

/* Behind the one-line value of another key, and the comment on its line. */
static void
insert_after(GString *text, const Entry *entry, const Place *other, const char *name,
             const char *value)
{
    g_autofree char *between = joint(text, entry, other->key);
    g_autofree char *line = g_strconcat(between, name, ": ", value, NULL);
    size_t end = other->value.end;

    if (!entry->flow)
        end += strcspn(text->str + end, "\r\n");
    g_string_insert(text, (gssize) end, line);
}

static void
write_who(GString *text, const Entry *entry, const char *by)
{
    Stretch old = entry->verified_by.value;
    g_autofree char *spaced = g_strconcat(old.start == old.end ? " " : "", by, NULL);

    if (entry->verified_by.there)
        replace(text, old, spaced);
    else if (entry->verified_on.there)
        insert_after(text, entry, &entry->verified_on, "verified_by", by);
    else
        insert_before(text, entry, entry->seen_at.key, "verified_by", by);
}

static void
write_day(GString *text, const Entry *entry, const char *date)
{
    if (!entry->verified_on.there) {
        insert_before(text, entry, entry->verified_by.key, "verified_on", date);
        return;
    }
    g_autofree char *written = in_its_quotes(text, entry->verified_on.value, date);
    replace(text, entry->verified_on.value, written);
}

/* What the file says now, read as any file of contacts is. */
static bool
says(const char *text, size_t length, const char *id, const char *day, const char *by)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Diags) diags = diags_new();
    const Node *root = node_load_bytes("", text, length, arena, diags);

    for (int i = 0; root != NULL && root->kind == NODE_LIST && i < root->count; i++) {
        const Node *map = root->items[i], *its_id = node_find(map, "id");
        const Node *on = node_find(map, "verified_on"), *who = node_find(map, "verified_by");

        if (its_id != NULL && g_strcmp0(its_id->text, id) == 0)
            return on != NULL && who != NULL && g_strcmp0(on->text, day) == 0 &&
                   g_strcmp0(who->text, by) == 0;
    }
    return false;
}

char *
contact_note_call(const char *bytes, size_t length, const char *id, Date day, const char *by,
                  size_t *new_length)
{
    g_autofree char *date = g_strdup_printf("%04d-%02d-%02d", day.year, day.month, day.day);
    g_autofree char *name = quoted(by);
    GString *text = g_string_new_len(bytes, (gssize) length);
    Entry entry;

    if (find_entry(text->str, text->len, id, &entry) && entry.seen_at.there) {
        write_who(text, &entry, name);
        if (find_entry(text->str, text->len, id, &entry) && entry.verified_by.there)
            write_day(text, &entry, date);
    }
    *new_length = text->len;
    if (says(text->str, text->len, id, date, by))
        return g_string_free(text, FALSE);
    g_string_free(text, TRUE);
    return NULL;
}
