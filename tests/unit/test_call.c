/* The day of a call, written into a file that stays as its author left it. */
#include "read/read.h"

#include <string.h>

static const Date day = { 2026, 11, 20 };

/* @before and what it must become when `a` was called. */
static const struct {
    const char *what, *before, *after;
} files[] = {
    { "a block, with comments, order and quotes as they were",
      "# Ours.\n- id: b\n  verified_on: null # b's\n  seen_at: x\n\n"
      "-   id:   a   # an id\n    verified_on:   null   # by nobody\n    seen_at: 'y'\n# end\n",
      "# Ours.\n- id: b\n  verified_on: null # b's\n  seen_at: x\n\n"
      "-   id:   a   # an id\n    verified_on:   2026-11-20   # by nobody\n"
      "    verified_by: \"Desk\"\n    seen_at: 'y'\n# end\n" },
    { "both are there, in quotes of their own",
      "- seen_at: x\n  id: a\n  verified_by: 'Old one'\n  verified_on: \"2026-01-02\"\n",
      "- seen_at: x\n  id: a\n  verified_by: \"Desk\"\n  verified_on: \"2026-11-20\"\n" },
    { "neither is there", "- seen_at: x\n  id: a\n",
      "- verified_on: 2026-11-20\n  verified_by: \"Desk\"\n  seen_at: x\n  id: a\n" },
    { "only who called", "- {id: a, verified_by: Old, seen_at: x}\n",
      "- {id: a, verified_on: 2026-11-20, verified_by: \"Desk\", seen_at: x}\n" },
    { "a flow map", "[{id: b, seen_at: x}, {id: a, seen_at: x, verified_on: null}]",
      "[{id: b, seen_at: x}, {id: a, seen_at: x, verified_on: 2026-11-20, verified_by: \"Desk\"}]" },
    { "a flow map over lines", "- {id: a,\n   verified_on: ~, # never\n   seen_at: x}\n",
      "- {id: a,\n   verified_on: 2026-11-20, verified_by: \"Desk\", # never\n   seen_at: x}\n" },
    { "a value that is empty", "- id: a\n  verified_on:\n  verified_by:\n  seen_at: x\n",
      "- id: a\n  verified_on: 2026-11-20\n  verified_by: \"Desk\"\n  seen_at: x\n" },
    { "lines of Windows", "- id: a\r\n  verified_on: null\r\n  seen_at: x\r\n",
      "- id: a\r\n  verified_on: 2026-11-20\r\n  verified_by: \"Desk\"\r\n  seen_at: x\r\n" },
    { "no newline at the end", "- id: a\n  seen_at: x\n  verified_on: null",
      "- id: a\n  seen_at: x\n  verified_on: 2026-11-20\n  verified_by: \"Desk\"" },
    { "letters of more bytes than one before it",
      "- id: b\n  name: Љубав – 𐌰\n  seen_at: x\n- id: a\n  name: Ђ\n  seen_at: x # ћ\n"
      "  verified_on: null # ж\n",
      "- id: b\n  name: Љубав – 𐌰\n  seen_at: x\n- id: a\n  name: Ђ\n  seen_at: x # ћ\n"
      "  verified_on: 2026-11-20 # ж\n  verified_by: \"Desk\"\n" },
    { "a text that looks like the key",
      "- id: b\n  name: \"id: a, verified_on: null\"\n  seen_at: |\n    verified_on: null\n"
      "- id: a\n  phone: {id: a, verified_on: null}\n  seen_at: >\n    verified_on: null\n"
      "  verified_on: null\n",
      "- id: b\n  name: \"id: a, verified_on: null\"\n  seen_at: |\n    verified_on: null\n"
      "- id: a\n  phone: {id: a, verified_on: null}\n  seen_at: >\n    verified_on: null\n"
      "  verified_on: 2026-11-20\n  verified_by: \"Desk\"\n" },
    { "somebody else's", "- id: b\n  verified_on: null\n  seen_at: x\n", NULL },
    { "a file that is no list", "id: a\nverified_on: null\nseen_at: x\n", NULL },
    { "a file with a fault", "- id: a\n  seen_at: x\n  verified_on: [\n", NULL },
    { "an empty file", "", NULL },
};

static char *
noted(const char *file, const char *by)
{
    size_t length = 0;
    char *after = contact_note_call(file, strlen(file), "a", day, by, &length);

    if (after != NULL)
        g_assert_cmpuint(strlen(after), ==, length);
    return after;
}

static void
test_nothing_else_changes(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *after = noted(files[i].before, "Desk");

        if (g_strcmp0(after, files[i].after) != 0)
            g_error("%s: [%s], not [%s]", files[i].what, after, files[i].after);
    }
}

static void
test_a_name_is_written_as_it_is(void)
{
    static const char *const names[] = {
        "Desk", "\"A\" \\ B's", "yes", "2026-01-01", "# {a: b}", "Канцеларија: дежурство"
    };
    static const char file[] = "- {id: a, seen_at: x}\n";

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *once = noted(file, names[i]);

        g_assert_nonnull(once); /* it was read again, and said what was to be said */
        g_autofree char *twice = noted(once, names[i]);
        g_assert_cmpstr(once, ==, twice);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/call/nothing-else-changes", test_nothing_else_changes);
    g_test_add_func("/call/names", test_a_name_is_written_as_it_is);
    return g_test_run();
}
