#include "translate/terms.h"

#include "base/csv.h"
#include "translate/gettext_file.h"
#include "translate/gettext_message.h"
#include "translate/status.h"
#include "translate/template.h"

#include <string.h>

static bool
is_translated(const Messages *messages, const Catalog *catalog, const Message *message)
{
    return strcmp(status_of_message(messages, catalog, message), "translated") == 0;
}

/* The shortest translated text with the term in it, or NULL. */
static const Message *
find_example(const Messages *messages, const Catalog *catalog, const GlossaryTerm *term)
{
    const Message *found = NULL;

    for (int i = 0; i < messages->count; i++) {
        const Message *one = &messages->items[i];

        if (template_has_term(one->text, term) && is_translated(messages, catalog, one) &&
            (found == NULL || strlen(one->text->msgid) < strlen(found->text->msgid)))
            found = one;
    }
    return found;
}

static void
add_example(GString *table, const Messages *messages, const Catalog *catalog,
            const Message *example)
{
    TranslationState state;
    const Locale *source = example == NULL ? NULL : status_source(messages, example);

    csv_append(table, example == NULL ? "" : example->text->msgid, false);
    csv_append(
        table,
        source == NULL ? "" : catalog_translate(catalog, example->text, source->tag, 1, &state),
        true);
}

static void
add_term(GString *table, const GlossaryTerm *term, const GHashTable *known)
{
    g_autofree char *key = gettext_key(NULL, term->term);
    po_message_t message = g_hash_table_lookup((GHashTable *) known, key);
    bool translated = message != NULL && gettext_message_is_translated(message) &&
                      !po_message_is_fuzzy(message);
    g_autoptr(GString) also = g_string_new(NULL);

    for (int i = 0; i < term->also.count; i++)
        g_string_append_printf(also, "%s%s", i > 0 ? ", " : "", term->also.items[i].text);
    csv_append(table, term->term, false);
    csv_append(table, translated ? po_message_msgstr(message) : "", false);
    csv_append(table, term->meaning, false);
    csv_append(table, term->note == NULL ? "" : term->note, false);
    csv_append(table, also->str, false);
}

GBytes *
terms_table(const Messages *messages, const Catalog *catalog, GBytes *glossary)
{
    const Project *project = messages->project;
    GString *table = g_string_new("source,target,meaning,note,also,example,example_target\r\n");
    g_autoptr(Diags) diags = diags_new();
    po_file_t file = gettext_file_parse_bytes("glossary.po", glossary, diags);
    g_autoptr(GHashTable) known =
        file == NULL ? g_hash_table_new(g_str_hash, g_str_equal) : gettext_file_index(file);

    for (int i = 0; i < project->glossary.count; i++) {
        const GlossaryTerm *term = &project->glossary.items[i];

        add_term(table, term, known);
        add_example(table, messages, catalog, find_example(messages, catalog, term));
    }
    if (file != NULL)
        po_file_free(file);
    return g_string_free_to_bytes(table);
}
