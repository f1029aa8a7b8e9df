/* Every kind of field, what it takes, and what it says of the rest. */
#include "read/bind.h"
#include "read/texts.h"
#include "read/values.h"

#include <glib.h>
#include <math.h>
#include <string.h>

typedef struct Thing {
    const char *id;
    Where where;
    const char *string;
    Text text;
    TextList texts;
    bool flag;
    bool bold;
    int shade;
    int count;
    double factor, length;
    Date day;
    Colour colour;
    NameList names;
    struct {
        const struct Thing *items;
        int count;
    } things;
} Thing;

static const Choice shades[] = { { "light", 1 }, { "dark", 2 }, { 0 } };
static const Choice weights[] = { { "regular", false }, { "bold", true }, { 0 } };
static const Type thing_type;

static const Field group_fields[] = {
    { "factor", FIELD_NUMBER, OPTIONAL, AT(Thing, factor), .least = 1, .most = 3,
      .otherwise = 1.5 },
    { "length", FIELD_MM, OPTIONAL, AT(Thing, length) },
    { 0 },
};
static const Type group_type = { .noun = "a group", .fields = group_fields };

static const Field thing_fields[] = {
    { "id", FIELD_WORD, REQUIRED, AT(Thing, id), .pattern = &id_pattern },
    { "string", FIELD_STRING, OPTIONAL, AT(Thing, string) },
    { "text", FIELD_TEXT, OPTIONAL, AT(Thing, text) },
    { "texts", FIELD_TEXTS, OPTIONAL, AT(Thing, texts) },
    { "flag", FIELD_BOOL, OPTIONAL, AT(Thing, flag) },
    { "weight", FIELD_EITHER, OPTIONAL, AT(Thing, bold), .choices = weights },
    { "shade", FIELD_CHOICE, OPTIONAL, AT(Thing, shade), .choices = shades, .otherwise = 2 },
    { "count", FIELD_INT, OPTIONAL, AT(Thing, count), .least = 1, .most = 3, .otherwise = 2 },
    { "group", FIELD_GROUP, OPTIONAL, 0, .type = &group_type },
    { "day", FIELD_DATE, OPTIONAL, AT(Thing, day) },
    { "colour", FIELD_COLOUR, OPTIONAL, AT(Thing, colour) },
    { "names", FIELD_NAMES, OPTIONAL, AT(Thing, names), .pattern = &slug_pattern },
    { "things", FIELD_ITEMS, OPTIONAL, AT(Thing, things), .type = &thing_type },
    { 0 },
};
static const Type thing_type = { .noun = "a thing",
                                 .fields = thing_fields,
                                 .size = sizeof(Thing),
                                 .where = offsetof(Thing, where) };

typedef struct Bound {
    Arena *arena;
    Diags *diags;
    Binder binder;
    Thing thing;
} Bound;

static void
bound_clear(Bound *bound)
{
    binder_clear(&bound->binder);
    arena_free(bound->arena);
    diags_free(bound->diags);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Bound, bound_clear)

static Bound
bind(const char *yaml)
{
    Bound bound = { .arena = arena_new(), .diags = diags_new() };
    const Node *node = node_load_bytes("t.yaml", yaml, strlen(yaml), bound.arena, bound.diags);

    g_assert_nonnull(node);
    binder_init(&bound.binder, bound.arena, bound.diags);
    bind_map(&bound.binder, node, &thing_type, "pack", &bound.thing);
    return bound;
}

/* The one thing said of "id: a\n" and @yaml, as "2:7 bare-value"; "" for nothing. */
static void
expect(const char *yaml, const char *wanted)
{
    g_autofree char *whole = g_strconcat("id: a\n", yaml, "\n", NULL);
    g_auto(Bound) bound = bind(whole);
    g_autoptr(GString) found = g_string_new(NULL);

    check_messages(&bound.binder);
    for (unsigned i = 0; i < diags_count(bound.diags); i++) {
        const Diag *diag = diags_find(bound.diags, i);

        g_string_append_printf(found, "%s%d:%d %s", i == 0 ? "" : "; ", diag->where.line,
                               diag->where.column, diag_info(diag->code)->name);
    }
    g_assert_cmpstr(found->str, ==, wanted);
}

static void
test_a_good_map_fills_the_struct(void)
{
    g_auto(Bound) bound = bind("id: a\nstring: s t\ntext: Hello {name}.\ntexts: [One, Two]\n"
                               "flag: true\nweight: bold\nshade: light\ncount: 3\n"
                               "group: {factor: 1.25, length: 25.4}\nday: 2026-11-01\n"
                               "colour: \"#ff0033\"\nnames: [x, y-z]\n"
                               "things: [{id: b, text: T}]\n");
    const Thing *thing = &bound.thing;

    g_assert_cmpuint(diags_count(bound.diags), ==, 0);
    g_assert_cmpstr(thing->string, ==, "s t");
    g_assert_cmpstr(thing->text.context, ==, "pack/text");
    g_assert_cmpint(thing->texts.count, ==, 2);
    g_assert_cmpstr(thing->texts.items[1].msgid, ==, "Two");
    g_assert_cmpstr(thing->texts.items[1].context, ==, "pack/texts");
    g_assert_true(thing->flag && thing->bold && thing->shade == 1 && thing->count == 3);
    g_assert_true(fabs(thing->length - 72) < 0.001);
    g_assert_cmpint(thing->day.month, ==, 11);
    g_assert_true(thing->colour.red == 1 && thing->colour.green == 0);
    g_assert_cmpstr(thing->names.items[1].text, ==, "y-z");
    g_assert_cmpstr(thing->things.items[0].text.context, ==, "pack/b/text");
    g_assert_cmpint(thing->things.items[0].where.column, ==, 10);
}

static void
test_what_is_absent_has_its_otherwise(void)
{
    g_auto(Bound) bound = bind("id: a\nday: null\n");

    g_assert_cmpuint(diags_count(bound.diags), ==, 0);
    g_assert_true(bound.thing.shade == 2 && bound.thing.count == 2 && bound.thing.factor == 1.5);
    g_assert_null(bound.thing.text.msgid);
    g_assert_true(date_is_none(bound.thing.day));
}

static void
test_keys_are_known_and_there(void)
{
    expect("strng: x", "2:1 unknown-key");
    expect("things: [{string: x}]", "2:10 missing-key");
    expect("things: [{id: b}, {id: c}, {id: b}]", "2:28 duplicate-id");
    expect("group: {factr: 1}", "2:9 unknown-key");
}

static void
test_an_unknown_key_gets_a_suggestion(void)
{
    g_auto(Bound) near = bind("id: a\nstrng: x\n");
    g_auto(Bound) far = bind("id: a\ngroup: {zzzzzz: 1}\n");

    g_assert_cmpstr(diags_find(near.diags, 0)->message, ==,
                    "'strng' is not a key of a thing; did you mean 'string'?");
    g_assert_cmpstr(diags_find(far.diags, 0)->message, ==,
                    "'zzzzzz' is not a key of a group; there are: factor, length");
}

static void
test_wrong_kinds_are_named(void)
{
    expect("string: [x]", "2:9 wrong-type");
    expect("texts: {a: b}",
           "2:9 unknown-key; 2:8 missing-key; 2:8 missing-key; 2:8 missing-key");
    expect("things: x", "2:9 wrong-type");
    expect("names: x", "2:8 wrong-type");
    expect("flag: \"true\"", "2:7 wrong-type");
    expect("flag: [true]", "2:7 wrong-type");
    expect("group: 3", "2:8 wrong-type");
}

static void
test_bare_values_want_quotes(void)
{
    static const char *const bare[] = { "no",   "Yes",   "on",         "OFF",   "null",
                                        "~",    "0800",  "192",        "1e3",   "12:30",
                                        "y",    "-1",    "0x1F",       "1_000", ".5",
                                        "true", "+3811", "2026-11-01", "0.1",   ".inf" };

    for (size_t i = 0; i < G_N_ELEMENTS(bare); i++) {
        g_autofree char *string = g_strdup_printf("string: %s", bare[i]);
        g_autofree char *quoted = g_strdup_printf("string: \"%s\"", bare[i]);
        g_autofree char *text = g_strdup_printf("texts: [%s]", bare[i]);

        expect(string, "2:9 bare-value");
        expect(quoted, "");
        expect(text, "2:9 bare-value");
    }
    expect("string: no way", "");
    expect("string: e", "");
    expect("string: 24 hours", "");
    expect("names: [no]", "2:9 bare-value");
}

static void
test_texts_are_never_empty(void)
{
    expect("text:", "2:6 empty-text");
    expect("text: \"  \"", "2:7 empty-text");
    expect("texts: []", "2:8 empty-text");
    expect("text: |\n  one\n\n  two", "2:7 bad-value");
    expect("text: >\n  one\n  two", "");
}

static void
test_placeholders_have_one_form(void)
{
    expect("text: \"{name} and {tel.astra_1}\"", "");
    expect("text: \"{Name}\"", "2:7 bad-placeholder");
    expect("text: \"{tel.}\"", "2:7 bad-placeholder");
    expect("text: \"{}\"", "2:7 bad-placeholder");
    expect("text: \"{a\"", "2:7 bad-placeholder");
    expect("text: \"a}\"", "2:7 bad-placeholder");
    expect("text: \"{a{b}}\"", "2:7 bad-placeholder");
    expect("text: \"{tel:astra}\"", "2:7 bad-placeholder");
}

static void
test_plurals_have_all_their_parts(void)
{
    g_auto(Bound) bound =
        bind("id: a\ntext: {count: days, one: One day, other: \"{days} days\"}\n");

    g_assert_cmpstr(bound.thing.text.msgid, ==, "One day");
    g_assert_cmpstr(bound.thing.text.msgid_plural, ==, "{days} days");
    g_assert_cmpstr(bound.thing.text.count, ==, "days");
    expect("text: {count: days, one: One}", "2:7 missing-key");
    expect("text: {count: days, one: One, othr: x}", "2:31 unknown-key; 2:7 missing-key");
}

static void
test_a_message_stands_once(void)
{
    expect("texts:\n  - Same\n  - Other\n  - Same", "5:5 duplicate-message");
    expect("text: Same\ntexts: [Same]", "");
}

static void
test_placeholders_lead_somewhere(void)
{
    g_auto(Bound) bound = bind("id: a\ntexts: ['{days}', '{day}', '{tel.astra}', '{tel.astr}']\n"
                               "text: {count: none, one: a, other: b}\n");
    const char *names[] = { "days" };

    const Contact astra = { .id = "astra" };

    binder_add_known(&bound.binder, KNOWN_CONTACT, "astra", &astra);
    check_placeholders(&bound.binder, 0, names, 1, NULL);
    g_assert_cmpuint(diags_count(bound.diags), ==, 3);
    for (unsigned i = 0; i < 3; i++)
        g_assert_cmpint(diags_find(bound.diags, i)->code, ==, DIAG_UNKNOWN_REFERENCE);
}

static void
test_numbers_have_a_range(void)
{
    expect("count: 4", "2:8 bad-number");
    expect("count: 1.5", "2:8 bad-number");
    expect("count: \"2\"", "2:8 bad-number");
    expect("count: 99999999999999999999", "2:8 bad-number");
    expect("group: {factor: 3.1}", "2:17 bad-number");
    expect("group: {factor: nan}", "2:17 bad-number");
    expect("group: {factor: 1e0}", "2:17 bad-number");
    expect("group: {length: -1}", "2:17 bad-number");
}

static void
test_other_values_have_their_form(void)
{
    expect("day: 2026-02-30", "2:6 bad-date");
    expect("day: soon", "2:6 bad-date");
    expect("colour: red", "2:9 bad-value");
    expect("shade: drak", "2:8 bad-value");
    expect("names: [Upper]", "2:9 bad-id");
    expect("things: [{id: with-hyphen}]", "2:15 bad-id");
}

static void
test_locale_tags_are_as_in_gettext(void)
{
    static const char *const good[] = { "sr", "zh_CN", "sr@latin", "uz_UZ@cyrillic", "ast" };
    static const char *const bad[] = { "s",     "SR",      "sr-Latn", "sr@",
                                       "zh_cn", "zh_CN_x", "",        "srpski" };

    for (size_t i = 0; i < G_N_ELEMENTS(good); i++)
        g_assert_true(locale_pattern.fits(good[i]));
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
        g_assert_false(locale_pattern.fits(bad[i]));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/bind/good", test_a_good_map_fills_the_struct);
    g_test_add_func("/bind/otherwise", test_what_is_absent_has_its_otherwise);
    g_test_add_func("/bind/keys", test_keys_are_known_and_there);
    g_test_add_func("/bind/suggestion", test_an_unknown_key_gets_a_suggestion);
    g_test_add_func("/bind/kinds", test_wrong_kinds_are_named);
    g_test_add_func("/bind/bare", test_bare_values_want_quotes);
    g_test_add_func("/bind/empty", test_texts_are_never_empty);
    g_test_add_func("/bind/placeholders", test_placeholders_have_one_form);
    g_test_add_func("/bind/plurals", test_plurals_have_all_their_parts);
    g_test_add_func("/bind/messages", test_a_message_stands_once);
    g_test_add_func("/bind/references", test_placeholders_lead_somewhere);
    g_test_add_func("/bind/numbers", test_numbers_have_a_range);
    g_test_add_func("/bind/forms", test_other_values_have_their_form);
    g_test_add_func("/bind/locales", test_locale_tags_are_as_in_gettext);
    return g_test_run();
}
