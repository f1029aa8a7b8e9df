#include "read/order.h"

#include "base/csv.h"
#include "read/characters.h"

#include <glib/gi18n.h>
#include <string.h>

/* What an order has once. */
static const char *const once[] = { "order", "release", "profile" };
/* What YAML would write without quotes, and spreadsheets in capitals. */
static const char *const bare[] = { "release", "discreet", "size", "copies" };

typedef struct Maker {
    Arena *arena;
    Diags *diags;
    const char *path;
    const Csv *csv;
    Node *order; /* its keys and items have room for `once` and "lines" */
} Maker;

static bool
is_in(const char *word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(word, words[i]) == 0)
            return true;
    return false;
}

#define IS_IN(word, words) is_in(word, words, G_N_ELEMENTS(words))

static const Node *
scalar(const Maker *maker, const char *text, Where where, bool quoted)
{
    Node *node = arena_alloc(maker->arena, sizeof *node);

    *node = (Node){ .kind = NODE_SCALAR, .where = where, .text = text, .quoted = quoted };
    return node;
}

static Node *
new_map(const Maker *maker, Where where, size_t most)
{
    Node *map = arena_alloc(maker->arena, sizeof *map);

    *map = (Node){ .kind = NODE_MAP,
                   .where = where,
                   .keys = arena_new_array(maker->arena, const Node *, most),
                   .items = arena_new_array(maker->arena, const Node *, most) };
    return map;
}

static void
add(Node *map, const Node *key, const Node *value)
{
    ((const Node **) map->keys)[map->count] = key;
    ((const Node **) map->items)[map->count++] = value;
}

static Where
place(const Maker *maker, guint row, int column)
{
    const CsvRow *about = &g_array_index(maker->csv->rows, CsvRow, row);

    return (Where){ maker->path, about->line, csv_place(maker->csv, row, column) };
}

/* Of ASCII; lines may end in a quoted field. */
static bool
has_control(const char *text)
{
    for (; *text != '\0'; text++)
        if (g_ascii_iscntrl(*text) && *text != '\t' && *text != '\n')
            return true;
    return false;
}

static char *
field(const Maker *maker, guint row, int column, bool lower)
{
    g_autofree char *text = g_strstrip(g_strdup(csv_field(maker->csv, row, column)));
    g_autofree char *down = g_ascii_strdown(text, -1);

    return arena_strdup(maker->arena, lower ? down : text);
}

static void
add_once(const Maker *maker, const Node *key, const Node *value)
{
    const Node *known = node_find(maker->order, key->text);

    if (known == NULL)
        add(maker->order, key, value);
    else if (strcmp(known->text, value->text) != 0)
        diag_add(maker->diags, DIAG_BAD_ORDER, value->where,
                 "an order has one '%s': here it is '%s', on line %d '%s'", key->text,
                 value->text, known->where.line, known->text);
}

/* What a file of YAML may not hold either, for it would stand on papers. */
static bool
is_clean(const Maker *maker, const char *text, Where where)
{
    if (!string_keeps_order(text))
        diag_add(maker->diags, DIAG_BIDI_CONTROL, where,
                 "an unseen character here changes the order of the text around it");
    else if (has_control(text))
        diag_add(maker->diags, DIAG_BAD_VALUE, where, "a control character stands here");
    else
        return true;
    return false;
}

static void
add_field(const Maker *maker, Node *line, const Node *key, const Node *value)
{
    if (IS_IN(key->text, once))
        add_once(maker, key, value);
    else if (node_find(line, key->text) == NULL)
        add(line, key, value);
    else
        diag_add(maker->diags, DIAG_DUPLICATE_KEY, key->where,
                 "the column '%s' stands there twice", key->text);
}

static int
fields_in(const Maker *maker, guint row)
{
    return (int) g_array_index(maker->csv->rows, CsvRow, row).fields->len;
}

/* Spreadsheets write rows of separators below what is filled in. */
static bool
is_blank(const Maker *maker, guint row)
{
    for (int column = 0; column < fields_in(maker, row); column++)
        if (*field(maker, row, column, false) != '\0')
            return false;
    return true;
}

/* Of more fields than heads one was cut at a comma of its own, and would mean something else. */
static const Node *
make_line(const Maker *maker, guint row)
{
    int heads = fields_in(maker, 0), count = MAX(heads, fields_in(maker, row));
    Node *line = new_map(maker, place(maker, row, 0), (size_t) heads);

    for (int column = 0; column < count; column++) {
        const char *name = field(maker, 0, column, true);
        bool is_bare = IS_IN(name, bare);
        const char *text = field(maker, row, column, is_bare);
        Where where = place(maker, row, column);

        if (*text == '\0' || !is_clean(maker, text, where))
            continue;
        if (*name != '\0')
            add_field(maker, line, scalar(maker, name, place(maker, 0, column), false),
                      scalar(maker, text, where, !is_bare));
        else
            diag_add(maker->diags, DIAG_BAD_ORDER, where,
                     "'%s' has no head over it; what has a comma in it stands in quotes", text);
    }
    return line;
}

static void
report_empty(const char *path, Diags *diags)
{
    diag_add(diags, DIAG_BAD_ORDER, (Where){ path, 0, 0 },
             N_("the table has no line under its heads"));
}

const Node *
order_csv_nodes(const char *path, Arena *arena, Diags *diags)
{
    g_autoptr(Csv) csv = csv_load(path, diags);
    Maker maker = { arena, diags, path, csv, NULL };

    if (csv == NULL)
        return NULL;
    if (csv->rows->len < 2) {
        report_empty(path, diags);
        return NULL;
    }
    const Where begin = { path, 1, 1 };
    Node *lines = arena_alloc(arena, sizeof *lines);
    const Node **items = arena_new_array(arena, const Node *, csv->rows->len);
    *lines = (Node){ .kind = NODE_LIST, .where = begin, .items = items };
    maker.order = new_map(&maker, begin, G_N_ELEMENTS(once) + 1);
    for (guint row = 1; row < csv->rows->len; row++)
        if (!is_blank(&maker, row))
            items[lines->count++] = make_line(&maker, row);
    if (lines->count == 0) {
        report_empty(path, diags);
        return NULL;
    }
    add(maker.order, scalar(&maker, "lines", begin, false), lines);
    return maker.order;
}
