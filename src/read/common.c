#include "read/private.h"

#include "read/texts.h"
#include "read/values.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/* The words that translate/compose asks for by name. */
static const char *const required_words[] = { "draft",
                                              "draft_short",
                                              "unchecked",
                                              "untranslated",
                                              "see_full",
                                              "legend_ask",
                                              "field",
                                              "lead_refuse",
                                              "lead_not_refuse",
                                              "lead_who",
                                              "lead_how_long",
                                              "lead_limits",
                                              "free",
                                              "anonymous",
                                              "must_report",
                                              "source",
                                              "source_unchecked",
                                              "contents",
                                              "link_about",
                                              "sheet_front",
                                              "sheet_back",
                                              "sheet_one_side",
                                              "sheet_short_edge",
                                              "sheet_long_edge",
                                              "slug_front",
                                              "slug_back",
                                              "slug_one_side",
                                              "slug_page",
                                              "slug_short_edge",
                                              "slug_long_edge",
                                              "icons/point",
                                              "icons/phone",
                                              "icons/unchecked",
                                              "colophon_version",
                                              "colophon_law",
                                              "colophon_day",
                                              "colophon_checked",
                                              "colophon_unchecked",
                                              "colophon_until",
                                              "date",
                                              "months/january",
                                              "months/february",
                                              "months/march",
                                              "months/april",
                                              "months/may",
                                              "months/june",
                                              "months/july",
                                              "months/august",
                                              "months/september",
                                              "months/october",
                                              "months/november",
                                              "months/december" };

/* What compose puts in their placeholders. */
static const char *const filled_in[] = { "version", "locale", "edition", "date",  "day",
                                         "month",   "year",   "name",    "sheet", "sheets",
                                         "scale",   "page",   "pages" };

static const Type word_type = { .noun = N_("a word"), .size = sizeof(CommonWord) };

static void
add_word(Reader *reader, const Node *node, const char *key, GArray *words)
{
    CommonWord word = { .key = arena_intern(reader->binder.arena, key) };

    bind_text(&reader->binder, node, key, &word.text);
    if (word.text.msgid == NULL)
        binder_lacks(&reader->binder);
    else
        g_array_append_val(words, word);
}

static bool
key_fits(Reader *reader, const Node *key, const Pattern *pattern)
{
    if (!pattern->fits(key->text))
        diag_add(reader->binder.diags, DIAG_BAD_ID, key->where, "the key '%s' is not %s",
                 key->text, _(pattern->wanted));
    return pattern->fits(key->text);
}

static bool
is_plural(const Node *map)
{
    return node_find(map, "one") != NULL || node_find(map, "other") != NULL;
}

/* Groups of words: months, conditions, icons. */
static void
add_group(Reader *reader, const char *group, const Node *map, GArray *words)
{
    for (int i = 0; i < map->count; i++) {
        g_autofree char *key = g_strdup_printf("%s/%s", group, map->keys[i]->text);

        if (key_fits(reader, map->keys[i], &slug_pattern))
            add_word(reader, map->items[i], key, words);
    }
}

static void
add_words(Reader *reader, const Node *root, GArray *words)
{
    if (!node_is(&reader->binder, root, NODE_MAP, "common.yaml", N_("a map, as {draft: ...}")))
        return;
    for (int i = 0; i < root->count; i++) {
        const Node *key = root->keys[i], *value = root->items[i];

        if (!key_fits(reader, key, &id_pattern))
            continue;
        if (value->kind == NODE_MAP && !is_plural(value))
            add_group(reader, key->text, value, words);
        else
            add_word(reader, value, key->text, words);
    }
}

static bool
has_word(const Project *project, const char *key)
{
    return project->common.count > 0 &&
           bsearch(&key, project->common.items, (size_t) project->common.count,
                   sizeof *project->common.items, compare_ids) != NULL;
}

void
require_word(Reader *reader, const char *group, const char *name, Where where)
{
    g_autofree char *key = g_strdup_printf("%s/%s", group, name);

    if (!has_word(reader->project, key) && binder_has_all(&reader->binder, PART_COMMON))
        diag_add(reader->binder.diags, DIAG_MISSING_KEY, where,
                 "'%s' needs its words under '%s' in content/common.yaml", name, group);
}

static void
check_required(Reader *reader, Where where)
{
    for (size_t i = 0; i < G_N_ELEMENTS(required_words); i++)
        if (!has_word(reader->project, required_words[i]) &&
            binder_has_all(&reader->binder, PART_COMMON))
            diag_add(reader->binder.diags, DIAG_MISSING_KEY, where, "the word '%s' is missing",
                     required_words[i]);
}

void
read_common(Reader *reader)
{
    const char *path = file_find(reader, "content/common.yaml");
    const Node *node = file_load(reader, path);
    g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(CommonWord));
    guint first_text = reader->binder.texts->len;

    if (node == NULL)
        return;
    reader->binder.domain = "common";
    add_words(reader, node, words);
    gather(reader, words, &word_type, &reader->project->common);
    check_placeholders(&reader->binder, first_text, filled_in, G_N_ELEMENTS(filled_in), NULL);
    check_required(reader, node->where);
}

static void
check_icon(Reader *reader, const Icon *icon, Where where)
{
    if (icon != NULL)
        require_word(reader, "icons", icon->id, where);
}

void
check_section_icons(Reader *reader, const Section *section)
{
    for (int i = 0; i < section->rights.count; i++)
        check_icon(reader, section->rights.items[i].icon, section->rights.items[i].where);
    for (int i = 0; i < section->points.count; i++)
        check_icon(reader, section->points.items[i].icon, section->points.items[i].where);
}

void
check_common(Reader *reader, const Pack *pack)
{
    check_conditions(reader, pack);
    for (int i = 0; i < pack->sections.count; i++)
        check_section_icons(reader, &pack->sections.items[i]);
}
