/* A folder that changes one file of a project; everything else comes from the checkout.
 * Functions in a header: every test_*.c is a program of its own. */
#pragma once
#include "read/read.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

static const char good_pack[] = "id: own\n"
                                "code: b\n"
                                "title: For {days} days, call {tel.police}\n"
                                "discreet_title: Numbers\n"
                                "jurisdiction: RS\n"
                                "source_locale: en\n"
                                "law_state: 2026-11-01\n"
                                "version: \"0.1\"\n"
                                "tags: {age: [adult, child]}\n"
                                "audiences: {adult: [adult], all: [adult, child]}\n"
                                "must_cover: [vrd4.a]\n"
                                "parameters: {days: 90}\n"
                                "sections:\n"
                                "  - {id: rights, title: Rights, rights: rights.yaml}\n"
                                "  - {id: procedure, steps: steps.yaml}\n"
                                "  - {id: numbers, contacts: [police]}\n";

static const char good_rights[] = "- id: rest\n"
                                  "  title: Rest\n"
                                  "  text: [One, Two]\n"
                                  "  status: in_law\n"
                                  "  applies_to: [child]\n"
                                  "  icon: rest\n";

static const char good_steps[] = "- {id: first, title: First, text: [One], priority: 1}\n";

typedef struct Fixture {
    char *root;
    Diags *diags;
    Project *project;
} Fixture;

static inline void
write_file(const char *root, const char *rest, const char *text)
{
    g_autofree char *path = g_build_filename(root, rest, NULL);
    g_autofree char *folder = g_path_get_dirname(path);

    g_assert_cmpint(g_mkdir_with_parents(folder, 0755), ==, 0);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static inline Fixture
fixture_with_own_pack(void)
{
    Fixture f = { g_dir_make_tmp("read-XXXXXX", NULL), diags_new(), NULL };

    write_file(f.root, "content/packs/own/pack.yaml", good_pack);
    write_file(f.root, "content/packs/own/rights.yaml", good_rights);
    write_file(f.root, "content/packs/own/steps.yaml", good_steps);
    return f;
}

static inline void
load(Fixture *f)
{
    f->project = project_load(f->root, g_getenv("RIGHTSPACK_SOURCE_DIR"), f->diags);
}

static inline void
remove_tree(const char *path)
{
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    const char *name;

    while (folder != NULL && (name = g_dir_read_name(folder)) != NULL) {
        g_autofree char *inner = g_build_filename(path, name, NULL);

        remove_tree(inner);
    }
    g_remove(path);
}

static inline void
fixture_clear(Fixture *f)
{
    remove_tree(f->root);
    g_free(f->root);
    diags_free(f->diags);
    project_free(f->project);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Fixture, fixture_clear)

/* "pack.yaml:3:8 bad-id; ...": everything said; only the last part of a file's name. */
static inline char *
said(const Diags *diags)
{
    GString *all = g_string_new(NULL);

    for (unsigned i = 0; i < diags_count(diags); i++) {
        const Diag *diag = diags_find(diags, i);
        g_autofree char *name = g_path_get_basename(diag->where.file);

        g_string_append_printf(all, "%s%s:%d:%d %s", i == 0 ? "" : "; ", name, diag->where.line,
                               diag->where.column, diag_info(diag->code)->name);
    }
    return g_string_free(all, FALSE);
}

static inline char *
replaced(const char *text, const char *from, const char *to)
{
    g_auto(GStrv) parts = g_strsplit(text, from, 2);

    g_assert_cmpuint(g_strv_length(parts), ==, 2); /* else the test tests nothing */
    return g_strjoinv(to, parts);
}

/* Loads a good project but for one change in the file @rest, which @text holds otherwise. */
static inline void
expect_change(const char *rest, const char *text, const char *from, const char *to,
              const char *wanted)
{
    g_auto(Fixture) f = fixture_with_own_pack();
    g_autofree char *changed = replaced(text, from, to);

    write_file(f.root, rest, changed);
    load(&f);
    g_autofree char *found = said(f.diags);
    g_assert_cmpstr(found, ==, wanted);
}

static inline void
expect_pack(const char *from, const char *to, const char *wanted)
{
    expect_change("content/packs/own/pack.yaml", good_pack, from, to, wanted);
}

static inline void
expect_rights(const char *from, const char *to, const char *wanted)
{
    expect_change("content/packs/own/rights.yaml", good_rights, from, to, wanted);
}

/* "common.yaml missing-key; ...": said() without the places. */
static inline char *
without_places(const char *said_with_places)
{
    g_autoptr(GRegex) place = g_regex_new(":[0-9]+:[0-9]+", 0, 0, NULL);

    return g_regex_replace_literal(place, said_with_places, -1, 0, "", 0, NULL);
}

/* A change in a file that the checkout has; its lines may move, so no places. */
static inline void
expect_shipped(const char *rest, const char *from, const char *to, const char *wanted)
{
    g_autofree char *path = g_build_filename(g_getenv("RIGHTSPACK_SOURCE_DIR"), rest, NULL);
    g_autofree char *text = NULL;

    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));

    g_auto(Fixture) f = fixture_with_own_pack();
    g_autofree char *changed = replaced(text, from, to);
    write_file(f.root, rest, changed);
    load(&f);
    g_autofree char *found = said(f.diags);
    g_autofree char *codes = without_places(found);
    g_assert_cmpstr(codes, ==, wanted);
}
