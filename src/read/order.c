/* Orders: a YAML file of its own tables, or the table of a spreadsheet, which order_csv.c turns into
 * the same nodes. Names are looked up later, where all that can be named is known. */
#include "read/order.h"

#include "read/read.h"
#include "read/values.h"

#include <glib/gi18n.h>
#include <string.h>

enum { MOST_PAPER = 60 };
static const char separators[] = " \t,;|";

/* --- values -------------------------------------------------------------------------------- */

static size_t
count_words(const char *text)
{
    size_t count = 0;

    for (text += strspn(text, separators); *text != '\0'; count++) {
        text += strcspn(text, separators);
        text += strspn(text, separators);
    }
    return count;
}

/* The words of a scalar, each at its place. */
static const Node *
split_words(Binder *binder, const Node *node)
{
    Node *list = arena_alloc(binder->arena, sizeof *list);
    size_t most = count_words(node->text) + 1;
    Node *words = arena_new_array(binder->arena, Node, most);
    const Node **items = arena_new_array(binder->arena, const Node *, most);

    *list = (Node){ .kind = NODE_LIST, .where = node->where, .items = items };
    int column = node->where.column + node->quoted;
    for (const char *at = node->text; *at != '\0';) {
        const char *begin = at + strspn(at, separators);
        size_t length = strcspn(begin, separators);
        Node *word = &words[list->count];

        column += (int) g_utf8_strlen(at, begin - at);
        at = begin + length;
        if (length == 0)
            break;
        *word = *node;
        word->text = arena_printf(binder->arena, "%.*s", (int) length, begin);
        word->where.column = column;
        items[list->count++] = word;
        column += (int) g_utf8_strlen(begin, (gssize) length);
    }
    return list;
}

/* One word, several, or a list of them. */
static void
bind_words(Binder *binder, const Node *node, void *out)
{
    static const Field names = { .key = N_("the list"), .kind = FIELD_NAMES };

    bind_names(binder, node->kind == NODE_SCALAR ? split_words(binder, node) : node, &names,
               NULL, out);
}

/* Whether it was said at all counts, too. */
static void
bind_answer(Binder *binder, const Node *node, void *out)
{
    static const Field yes = { .key = "discreet", .kind = FIELD_BOOL };
    bool said = false;

    bind_bool(binder, node, &yes, NULL, &said);
    *(Answer *) out = said ? ANSWER_YES : ANSWER_NO;
}

/* Job sheets have one line for it. */
static void
bind_paper(Binder *binder, const Node *node, void *out)
{
    const char *text = string_of_node(binder, node, "paper");

    if (text != NULL && (strpbrk(text, "\t\n") != NULL || g_utf8_strlen(text, -1) > MOST_PAPER))
        diag_add(binder->diags, DIAG_BAD_VALUE, node->where,
                 "'paper' is one line of at most %d characters", MOST_PAPER);
    else
        *(const char **) out = text;
}

/* Beside the order, unless it says the whole path. */
static void
bind_profile(Binder *binder, const Node *node, void *out)
{
    const char *name = string_of_node(binder, node, "profile");

    if (name == NULL)
        return;
    g_autofree char *folder = g_path_get_dirname(node->where.file);
    bool plain = g_path_is_absolute(name) || strcmp(folder, ".") == 0;
    *(const char **) out = plain ? name : arena_printf(binder->arena, "%s/%s", folder, name);
}

/* --- tables -------------------------------------------------------------------------------- */

/* What a line may say, and the order for all lines. */
#define LINE_FIELDS(Struct, line) \
    { "packs", FIELD_CUSTOM, OPTIONAL, AT(Struct, line packs), .bind = bind_words }, \
        { "locales", FIELD_CUSTOM, OPTIONAL, AT(Struct, line locales), .bind = bind_words }, \
        { "formats", FIELD_CUSTOM, OPTIONAL, AT(Struct, line formats), .bind = bind_words }, \
        { "audiences", FIELD_CUSTOM, OPTIONAL, AT(Struct, line audiences), \
          .bind = bind_words }, \
        { "outputs", FIELD_CUSTOM, OPTIONAL, AT(Struct, line outputs), .bind = bind_words }, \
        { "discreet", FIELD_CUSTOM, OPTIONAL, AT(Struct, line discreet), .bind = bind_answer }, \
        { "size", FIELD_NUMBER, OPTIONAL, AT(Struct, line size), .least = 4, .most = 100 }, \
        { "copies",   FIELD_INT, \
          OPTIONAL,   AT(Struct, line copies), \
          .least = 1, .most = ORDER_MOST_COPIES }, \
    { \
        "paper", FIELD_CUSTOM, OPTIONAL, AT(Struct, line paper), .bind = bind_paper \
    }

static const Field line_fields[] = { LINE_FIELDS(OrderLine, ), { 0 } };
static const Type line_type = { .noun = N_("a line of the order"),
                                .fields = line_fields,
                                .size = sizeof(OrderLine) };

static void
bind_lines(Binder *binder, const Node *node, void *out)
{
    OrderLine *lines;

    if (!node_is(binder, node, NODE_LIST, "lines", N_("a list, as [one, two]")))
        return;
    if (node->count == 0)
        diag_add(binder->diags, DIAG_BAD_ORDER, node->where,
                 N_("'lines' is empty; without that key the order is one line"));
    lines = arena_new_array(binder->arena, OrderLine, node->count);
    for (int i = 0; i < node->count; i++) {
        lines[i].where = node->items[i]->where;
        bind_map(binder, node->items[i], &line_type, NULL, &lines[i]);
    }
    set_list(out, lines, node->count);
}

static const Field order_fields[] = {
    { "order", FIELD_WORD, OPTIONAL, AT(Order, name), .pattern = &slug_pattern },
    { "release", FIELD_BOOL, OPTIONAL, AT(Order, release) },
    { "profile", FIELD_CUSTOM, OPTIONAL, AT(Order, profile), .bind = bind_profile },
    LINE_FIELDS(Order, all.),
    { "lines", FIELD_CUSTOM, OPTIONAL, AT(Order, lines), .bind = bind_lines },
    { 0 },
};
static const Type order_type = { .noun = N_("an order"),
                                 .fields = order_fields,
                                 .size = sizeof(Order),
                                 .where = offsetof(Order, where) };

/* --- the whole ----------------------------------------------------------------------------- */

static void
inherit_names(NameList *names, NameList all)
{
    if (names->count == 0)
        *names = all;
}

static void
inherit(OrderLine *line, const OrderLine *all)
{
    inherit_names(&line->packs, all->packs);
    inherit_names(&line->locales, all->locales);
    inherit_names(&line->formats, all->formats);
    inherit_names(&line->audiences, all->audiences);
    inherit_names(&line->outputs, all->outputs);
    if (line->discreet == ANSWER_UNKNOWN)
        line->discreet = all->discreet;
    if (line->size == 0)
        line->size = all->size;
    if (line->copies == 0)
        line->copies = MAX(all->copies, 1);
    if (line->paper == NULL)
        line->paper = all->paper;
}

/* An order without lines is one line. */
static void
complete_lines(Order *order)
{
    if (order->lines.count == 0) {
        order->all.where = order->where;
        set_list(&order->lines, arena_copy(order->arena, &order->all, sizeof order->all), 1);
    }
    for (int i = 0; i < order->lines.count; i++)
        inherit((OrderLine *) &order->lines.items[i], &order->all); /* not handed out yet */
}

/* "out/Order 7.csv" is called "order-7". Other letters than ASCII's are no name: with hyphens for them, orders
 * would get one name, and one folder. */
static const char *
name_of_file(const char *path, Arena *arena, Diags *diags)
{
    g_autofree char *file = g_path_get_basename(path);
    char *end = strrchr(file, '.');

    if (end != NULL)
        *end = '\0';
    if (!g_str_is_ascii(file))
        diag_add(
            diags, DIAG_BAD_ORDER, (Where){ path, 0, 0 },
            N_("no folder can be named after this file; name the order in it, under 'order'"));
    for (char *at = file; *at != '\0'; at++)
        *at = g_ascii_isalnum(*at) || *at == '_' ? g_ascii_tolower(*at) : '-';
    return arena_printf(arena, "%s%s", g_ascii_isalpha(*file) ? "" : "order-", file);
}

static bool
is_table(const char *path)
{
    g_autofree char *lower = g_ascii_strdown(path, -1);

    return g_str_has_suffix(lower, ".csv");
}

Order *
order_load(const char *path, Diags *diags)
{
    g_autoptr(Arena) scratch = arena_new();
    Arena *arena = arena_new();
    Order *order = arena_alloc(arena, sizeof *order);
    Binder binder;

    order->arena = arena;
    binder_init(&binder, arena, diags);
    path = arena_strdup(arena, path);
    const Node *node = is_table(path) ? order_csv_nodes(path, arena, diags)
                                      : node_load_file(path, scratch, diags);
    if (node != NULL)
        bind_map(&binder, node, &order_type, NULL, order);
    if (order->name == NULL)
        order->name = name_of_file(path, arena, diags);
    if (node != NULL)
        complete_lines(order);
    binder_clear(&binder);
    return order;
}
