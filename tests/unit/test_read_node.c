/* What a YAML file may hold at all, whatever it is about. */
#include "read/node.h"

#include <glib.h>
#include <string.h>

typedef struct Loaded {
    Arena *arena;
    Diags *diags;
    const Node *root;
} Loaded;

static Loaded
load_bytes(const char *bytes, size_t length)
{
    Loaded loaded = { arena_new(), diags_new(), NULL };

    loaded.root = node_load_bytes("t.yaml", bytes, length, loaded.arena, loaded.diags);
    return loaded;
}

static void
loaded_clear(Loaded *loaded)
{
    arena_free(loaded->arena);
    diags_free(loaded->diags);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Loaded, loaded_clear)

/* "3:5 duplicate-key; 4:1 yaml-alias": everything said, in order. */
static char *
said(const Diags *diags)
{
    GString *all = g_string_new(NULL);

    for (unsigned i = 0; i < diags_count(diags); i++) {
        const Diag *diag = diags_find(diags, i);

        g_string_append_printf(all, "%s%d:%d %s", i == 0 ? "" : "; ", diag->where.line,
                               diag->where.column, diag_info(diag->code)->name);
    }
    return g_string_free(all, FALSE);
}

static void
expect(const char *yaml, const char *wanted)
{
    g_auto(Loaded) loaded = load_bytes(yaml, strlen(yaml));
    g_autofree char *found = said(loaded.diags);

    g_assert_cmpstr(found, ==, wanted);
}

static void
test_every_node_knows_its_place(void)
{
    const char *yaml = "# c\nid: a\nжива: [x, 'y']\nmap:\n  - {k: v}\n";
    g_auto(Loaded) loaded = load_bytes(yaml, strlen(yaml));
    const Node *list = node_find(loaded.root, "жива");
    const Node *inner = node_find(loaded.root, "map")->items[0];

    g_assert_cmpint(loaded.root->count, ==, 3);
    g_assert_cmpint(list->where.line, ==, 3);
    g_assert_cmpint(list->where.column, ==, 7); /* characters, not bytes */
    g_assert_false(list->items[0]->quoted);
    g_assert_true(list->items[1]->quoted);
    g_assert_cmpint(inner->where.line, ==, 5);
    g_assert_cmpint(inner->where.column, ==, 5);
    g_assert_cmpstr(node_find(inner, "k")->text, ==, "v");
    g_assert_null(node_find(inner, "x"));
}

static void
test_anchors_aliases_and_tags_are_refused(void)
{
    expect("a: &x 1\nb: *x\n", "1:4 yaml-alias; 2:4 yaml-alias");
    expect("a: !!str 1\nb: !mine [1]\n", "1:4 yaml-syntax; 2:4 yaml-syntax");
    expect("a: &a [&b {c: &c d}]\n", "1:4 yaml-alias; 1:8 yaml-alias; 1:15 yaml-alias");
}

static void
test_a_key_stands_once(void)
{
    expect("a: 1\nb: {c: 1, c: 2}\na: 3\n", "2:11 duplicate-key; 3:1 duplicate-key");
    expect("? [a]\n: b\n", "1:3 wrong-type");
}

static void
test_one_document_a_file(void)
{
    expect("a: 1\n---\nb: 1\n", "2:1 yaml-syntax");
    expect("", "1:1 wrong-type");
    expect("# nothing\n", "1:1 wrong-type");
}

static void
test_depth_is_limited(void)
{
    g_autofree char *open = g_strnfill(33, '[');
    g_autofree char *close = g_strnfill(32, ']');
    g_autofree char *deepest = g_strdup_printf("%s%s", open + 1, close);
    g_autofree char *endless = g_strnfill(100000, '[');

    expect(deepest, "");
    expect(open, "1:33 yaml-depth");
    expect(endless, "1:33 yaml-depth");
}

static void
test_syntax_errors_have_a_place(void)
{
    expect("a: b: c\n", "1:5 yaml-syntax");
    expect("a: [1, 2\nb: 3\n", "2:2 yaml-syntax");
    expect("a: 1\n\tb: 2\n", "2:1 yaml-syntax");
    expect("a: \"\x01\"\n", "1:5 yaml-syntax");
}

static void
test_a_tab_is_named(void)
{
    const char *yaml = "a:\n\tb: 2\n";
    g_auto(Loaded) loaded = load_bytes(yaml, strlen(yaml));

    g_assert_nonnull(strstr(diags_find(loaded.diags, 0)->message, "tab"));
}

static void
test_bad_utf8_is_found_at_its_byte(void)
{
    g_auto(Loaded) zero = load_bytes("a: \0b\n", 6);
    g_autofree char *found = said(zero.diags);

    g_assert_cmpstr(found, ==, "1:4 invalid-utf8");
    expect("ж: 1\nb: ж\xff\n", "2:5 invalid-utf8");
    expect("a: \xed\xa0\x80\n", "1:4 invalid-utf8"); /* half a surrogate pair */
}

static void
test_reordering_characters_are_found_everywhere(void)
{
    expect("# \u200f\na: x\u202ey\u2069\n",
           "1:3 bidi-control; 2:5 bidi-control; 2:7 bidi-control");
    expect("a: \u061cx\nb: \u200ex\n", "1:4 bidi-control; 2:4 bidi-control");
    expect("\ufeff\u2066a: 1\n", "1:1 bidi-control"); /* the byte order mark has no column */
    expect("a: \"\\u202e\"\n", "1:4 bidi-control");
    expect("a: \u200dx\u200c\n", ""); /* joiners are letters' business */
}

static void
test_escaped_control_characters_are_refused(void)
{
    expect("a: \"\\0\"\nb: \"\\x07\"\nc: \"\\t\"\n", "1:4 bad-value; 2:4 bad-value");
}

static void
test_files_have_a_largest_size(void)
{
    size_t length = 4 * 1024 * 1024 + 1;
    g_autofree char *bytes = g_strnfill(length, '#');
    g_auto(Loaded) loaded = load_bytes(bytes, length);
    g_autofree char *found = said(loaded.diags);

    g_assert_cmpstr(found, ==, "0:0 file-too-large");
    g_assert_null(loaded.root);
}

static void
test_what_cannot_be_read_is_said(void)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Diags) diags = diags_new();

    g_assert_null(node_load_file("/nowhere/a.yaml", arena, diags));
    g_assert_null(node_load_file("/", arena, diags));
    g_assert_cmpuint(diags_count(diags), ==, 2);
    g_assert_cmpint(diags_find(diags, 0)->code, ==, DIAG_UNREADABLE_FILE);
    g_assert_cmpint(diags_find(diags, 1)->code, ==, DIAG_UNREADABLE_FILE);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/node/places", test_every_node_knows_its_place);
    g_test_add_func("/node/aliases", test_anchors_aliases_and_tags_are_refused);
    g_test_add_func("/node/keys", test_a_key_stands_once);
    g_test_add_func("/node/documents", test_one_document_a_file);
    g_test_add_func("/node/depth", test_depth_is_limited);
    g_test_add_func("/node/syntax", test_syntax_errors_have_a_place);
    g_test_add_func("/node/tab", test_a_tab_is_named);
    g_test_add_func("/node/utf8", test_bad_utf8_is_found_at_its_byte);
    g_test_add_func("/node/bidi", test_reordering_characters_are_found_everywhere);
    g_test_add_func("/node/controls", test_escaped_control_characters_are_refused);
    g_test_add_func("/node/size", test_files_have_a_largest_size);
    g_test_add_func("/node/unreadable", test_what_cannot_be_read_is_said);
    return g_test_run();
}
