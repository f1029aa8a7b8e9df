/* The catalog of a locale: which files it has, and what it answers. */
#include "translate/catalog.h"

#include "base/prose.h"
#include "translate/entry.h"
#include "translate/lint.h"
#include "translate/pseudo.h"
#include "translate/serbian.h"

#include <string.h>

/* --- the key of an entry ------------------------------------------------------------------ */

static guint
entry_hash(gconstpointer key)
{
    const Entry *entry = key;

    return (g_str_hash(entry->domain) * 31 + g_str_hash(entry->context)) * 31 +
           g_str_hash(entry->msgid);
}

static gboolean
entry_equal(gconstpointer a, gconstpointer b)
{
    const Entry *x = a, *y = b;

    return strcmp(x->msgid, y->msgid) == 0 && strcmp(x->context, y->context) == 0 &&
           strcmp(x->domain, y->domain) == 0;
}

/* --- loading ------------------------------------------------------------------------------ */

static void
add_domain(GPtrArray *domains, const char *domain)
{
    if (domain != NULL && !g_ptr_array_find_with_equal_func(domains, domain, g_str_equal, NULL))
        g_ptr_array_add(domains, (gpointer) domain);
}

/* Every domain that a text of @project can have. */
static GPtrArray *
domains_of(const Project *project)
{
    GPtrArray *domains = g_ptr_array_new();

    add_domain(domains, "common");
    add_domain(domains, "project");
    for (int i = 0; i < project->packs.count; i++)
        add_domain(domains, project->packs.items[i].id);
    for (int i = 0; i < project->contacts.count; i++)
        add_domain(domains, project->contacts.items[i].name.domain);
    return domains;
}

char *
catalog_find_file(const Project *project, const Locale *locale, const char *domain)
{
    g_autofree char *name = g_strconcat(domain, ".po", NULL);

    for (int i = 0; i < project->catalog_roots.count; i++) {
        const char *root = project->catalog_roots.items[i];
        const char *prefix = strcmp(root, ".") == 0 ? "" : root; /* as read/ names its files */
        g_autofree char *path = g_build_filename(prefix, "locales", locale->tag, name, NULL);

        if (g_file_test(path, G_FILE_TEST_EXISTS))
            return g_steal_pointer(&path);
    }
    return NULL;
}

static Catalog *
begin(const Project *project, const Locale *locale, const Locale *linted)
{
    Catalog *catalog = g_new0(Catalog, 1);

    catalog->arena = arena_new();
    catalog->project = project;
    catalog->locale = locale;
    catalog->linted = linted;
    catalog->entries = g_hash_table_new(entry_hash, entry_equal);
    catalog->others = g_hash_table_new(entry_hash, entry_equal);
    catalog->derived = g_hash_table_new(NULL, NULL);
    return catalog;
}

static Catalog *
load(const Project *project, const Locale *locale, const Locale *linted, bool strict,
     Diags *diags)
{
    g_autoptr(GPtrArray) domains = domains_of(project);
    Catalog *catalog = begin(project, locale, linted);

    catalog->strict = strict;
    for (guint i = 0; i < domains->len; i++) {
        g_autofree char *path = catalog_find_file(project, locale, domains->pdata[i]);

        if (path != NULL)
            catalog_read_file(catalog, path, domains->pdata[i], diags);
    }
    if (locale->derived_from != NULL)
        catalog->base = load(project, locale->derived_from, linted, strict, diags);
    return catalog;
}

Catalog *
catalog_load(const Project *project, const Locale *locale, Diags *diags)
{
    return load(project, locale, NULL, false, diags);
}

/* Words that packs share are of the language of any of them. */
static bool
is_source_of(const Project *project, const Locale *locale, const Text *text)
{
    bool found = false;

    for (int i = 0; i < project->packs.count; i++) {
        const Pack *pack = &project->packs.items[i];

        if (g_strcmp0(pack->id, text->domain) == 0)
            return pack->source_locale == locale;
        found |= pack->source_locale == locale;
    }
    return found;
}

static void
check(const Project *project, const Locale *locale, bool strict, Diags *diags)
{
    prose_use_own_words(project->data_dir);
    for (int i = 0; i < project->texts.count; i++)
        if (is_source_of(project, locale, &project->texts.items[i]))
            lint_source(project, locale, &project->texts.items[i], diags);
    catalog_free(load(project, locale, locale, strict, diags));
}

void
catalog_check(const Project *project, const Locale *locale, Diags *diags)
{
    check(project, locale, false, diags);
}

void
catalog_check_for_release(const Project *project, const Locale *locale, Diags *diags)
{
    check(project, locale, true, diags);
}

void
catalog_check_bytes(const Project *project, const Locale *locale, const CatalogFile *file,
                    Diags *diags)
{
    Catalog *catalog = begin(project, locale, locale);

    catalog_read_bytes(catalog, file, diags);
    catalog_free(catalog);
}

void
catalog_free(Catalog *catalog)
{
    if (catalog == NULL)
        return;
    g_hash_table_unref(catalog->entries);
    g_hash_table_unref(catalog->others);
    g_hash_table_unref(catalog->derived);
    catalog_free(catalog->base);
    arena_free(catalog->arena);
    g_free(catalog);
}

/* --- answering ---------------------------------------------------------------------------- */

static const char *
source_form(const Text *text, unsigned long number)
{
    return text->msgid_plural != NULL && number != 1 ? text->msgid_plural : text->msgid;
}

static const Entry *
find_entry(const Catalog *catalog, const Text *text)
{
    const Entry key = { .domain = text->domain, .context = text->context, .msgid = text->msgid };

    return g_hash_table_lookup(catalog->entries, &key);
}

/* What the locale's own files say; NULL unless the state is TRANSLATION_DONE. A plural of which
 * the text knows nothing, or the other way round, is of an earlier wording. */
static const char *
find_own(const Catalog *catalog, const Text *text, unsigned long number, TranslationState *state)
{
    const Entry *entry = find_entry(catalog, text);

    *state = TRANSLATION_MISSING;
    if (entry == NULL || g_strcmp0(entry->msgid_plural, text->msgid_plural) != 0)
        return NULL;
    *state = entry->fuzzy ? TRANSLATION_FUZZY : TRANSLATION_DONE;
    if (entry->fuzzy)
        return NULL;
    return entry->forms[entry->msgid_plural == NULL ? 0 : plural_form(entry->plural, number)];
}

/* What the program makes of @text, one of the base catalog's strings or a source text: the pointer
 * is its key. */
static const char *
derive(const Catalog *catalog, const char *text)
{
    const char *known = g_hash_table_lookup(catalog->derived, text);

    if (known == NULL) {
        const Locale *locale = catalog->locale;
        g_autofree char *made = locale->pseudo.kind != PSEUDO_NONE
                                    ? pseudo_text(text, locale->pseudo)
                                    : serbian_latin_spelled(text, locale->spelled);

        known = arena_strdup(catalog->arena, made);
        g_hash_table_insert(catalog->derived, (gpointer) text, (gpointer) known);
    }
    return known;
}

/* From the locale this one is derived from. Keeps @state when there is nothing either, unless
 * the reason is better known there. */
static const char *
find_derived(const Catalog *catalog, const Text *text, const char *source_tag,
             unsigned long number, TranslationState *state)
{
    TranslationState base;
    const char *found = catalog_translate(catalog->base, text, source_tag, number, &base);

    if (base == TRANSLATION_DONE || base == TRANSLATION_SOURCE) {
        *state = TRANSLATION_DONE;
        return derive(catalog, found);
    }
    if (base == TRANSLATION_FUZZY)
        *state = TRANSLATION_FUZZY;
    return NULL;
}

const char *
catalog_translate(const Catalog *catalog, const Text *text, const char *source_tag,
                  unsigned long number, TranslationState *state)
{
    const char *found;

    *state = TRANSLATION_SOURCE;
    if (strcmp(catalog->locale->tag, source_tag) == 0)
        return source_form(text, number);
    if (catalog->locale->pseudo.kind != PSEUDO_NONE) {
        *state = TRANSLATION_DONE;
        return derive(catalog, source_form(text, number));
    }
    found = find_own(catalog, text, number, state);
    if (found == NULL && catalog->base != NULL)
        found = find_derived(catalog, text, source_tag, number, state);
    return found != NULL ? found : source_form(text, number);
}

const char *const *
catalog_forms(const Catalog *catalog, const Text *text, const char *source_tag, Arena *arena,
              int *count)
{
    TranslationState state;

    if (strcmp(catalog->locale->tag, source_tag) == 0)
        return NULL;
    if (find_own(catalog, text, 0, &state) != NULL) {
        const Entry *entry = find_entry(catalog, text);

        *count = entry->form_count;
        return entry->forms;
    }
    if (catalog->base == NULL)
        return NULL;

    const char *const *base = catalog_forms(catalog->base, text, source_tag, arena, count);
    const char **forms = base == NULL ? NULL : arena_new_array(arena, const char *, *count);
    for (int i = 0; base != NULL && i < *count; i++)
        forms[i] = derive(catalog, base[i]);
    return forms;
}

Where
catalog_where(const Catalog *catalog, const Text *text, const char *source_tag)
{
    bool is_source = strcmp(catalog->locale->tag, source_tag) == 0;
    const Entry *entry = is_source ? NULL : find_entry(catalog, text);

    if (entry != NULL && !entry->fuzzy)
        return entry->where;
    if (!is_source && catalog->base != NULL)
        return catalog_where(catalog->base, text, source_tag);
    return text->where;
}

Where
catalog_entry(const Catalog *catalog, const Text *text)
{
    const Entry key = { .domain = text->domain, .context = text->context, .msgid = text->msgid };
    const Entry *entry = g_hash_table_lookup(catalog->entries, &key);

    if (entry == NULL)
        entry = g_hash_table_lookup(catalog->others, &key);
    if (entry != NULL)
        return entry->where;
    return catalog->base != NULL ? catalog_entry(catalog->base, text) : (Where){ 0 };
}

/* --- how far it is ------------------------------------------------------------------------ */

/* NULL: the text is not in the locale's own files, or in an earlier wording. */
static const Entry *
find_any(const Catalog *catalog, const Text *text, bool *usable)
{
    const Entry key = { .domain = text->domain, .context = text->context, .msgid = text->msgid };
    const Entry *entry = g_hash_table_lookup(catalog->entries, &key);

    *usable = entry != NULL;
    if (entry == NULL)
        entry = g_hash_table_lookup(catalog->others, &key);
    if (entry == NULL || g_strcmp0(entry->msgid_plural, text->msgid_plural) != 0)
        return NULL;
    return entry;
}

static MessageState
own_state(const Catalog *catalog, const Text *text)
{
    bool usable;
    const Entry *entry = find_any(catalog, text, &usable);

    if (entry == NULL)
        return MESSAGE_ABSENT;
    if (usable)
        return entry->fuzzy ? MESSAGE_FUZZY : MESSAGE_TRANSLATED;
    return entry_is_empty(entry) ? MESSAGE_EMPTY : MESSAGE_FAULTY;
}

MessageState
catalog_state(const Catalog *catalog, const Text *text, const char *source_tag)
{
    if (strcmp(catalog->locale->tag, source_tag) == 0)
        return MESSAGE_TRANSLATED;

    MessageState own = own_state(catalog, text);
    if (own == MESSAGE_TRANSLATED || catalog->base == NULL)
        return own;
    return catalog_state(catalog->base, text, source_tag);
}

Where
catalog_where_to_mend(const Catalog *catalog, const Text *text)
{
    bool usable;
    const Entry *entry = find_any(catalog, text, &usable);

    if (entry != NULL)
        return entry->where;
    return catalog->base != NULL ? catalog_where_to_mend(catalog->base, text) : (Where){ 0 };
}
