#include "translate/signing.h"

#include "base/quote.h"
#include "translate/placeholder.h"

#include <string.h>

enum { QUOTED_CHARACTERS = 40 };

/* --- statements --------------------------------------------------------------------------- */

static const char *const status_names[] = {
    [STATUS_IN_LAW] = "in_law",
    [STATUS_IN_PRACTICE] = "in_practice",
    [STATUS_COMMITMENT_ONLY] = "commitment_only",
    [STATUS_NOT_AVAILABLE] = "not_available",
};

/* @message with the parameters of @pack in their places; other placeholders stay. */
static const char *
expand(const Pack *pack, const char *message, Arena *arena)
{
    g_autoptr(GString) text = g_string_new(NULL);
    Placeholder found;

    if (message == NULL || strchr(message, '{') == NULL)
        return message;
    while (placeholder_find(message, &found)) {
        const Parameter *parameter =
            found.name == NULL ? NULL : pack_find_parameter(pack, found.name);

        g_string_append_len(text, message, found.start - message);
        if (parameter != NULL)
            g_string_append_printf(text, "%ld", parameter->value);
        else
            g_string_append_len(text, found.start, found.length);
        message = found.start + found.length;
        g_free(found.name);
    }
    g_string_append(text, message);
    return arena_strdup(arena, text->str);
}

static const char *
join_names(NameList names, Arena *arena)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (int i = 0; i < names.count; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? ", " : "", names.items[i].text);
    return names.count == 0 ? NULL : arena_strdup(arena, text->str);
}

/* False when there is nothing to sign in the catalog's language. */
static bool
add_forms(const Pack *pack, const Text *text, const Catalog *catalog, Arena *arena,
          Statement *statement)
{
    const char *source = pack->source_locale->tag;
    int count = 0;
    const char *const *forms = catalog_forms(catalog, text, source, arena, &count);

    if (forms == NULL)
        return catalog_state(catalog, text, source) == MESSAGE_TRANSLATED;

    const char **expanded = arena_new_array(arena, const char *, count);
    for (int i = 0; i < count; i++)
        expanded[i] = expand(pack, forms[i], arena);
    statement->forms = expanded;
    statement->form_count = count;
    return true;
}

bool
signing_statement(const Messages *messages, const Pack *pack, const Text *text,
                  const Catalog *catalog, Arena *arena, Statement *statement)
{
    const Message *message = messages_find(messages, text);
    const Right *right = message == NULL ? NULL : message->right;

    *statement = (Statement){
        .domain = text->domain,
        .context = text->context,
        .msgid = expand(pack, text->msgid, arena),
        .msgid_plural = expand(pack, text->msgid_plural, arena),
        .status = right == NULL ? NULL : status_names[right->status],
        .applies_to = message == NULL ? NULL : join_names(message->applies_to, arena),
    };
    return catalog == NULL || add_forms(pack, text, catalog, arena, statement);
}

/* --- what a role has to sign --------------------------------------------------------------- */

static void
note_leaflet(const Messages *messages, const Variant *variant, const Catalog *source,
             GHashTable *printed)
{
    const Catalogs catalogs = { source, source, source };
    g_autoptr(Diags) unheard = diags_new();
    g_autoptr(Document) document = compose_document(variant, &catalogs, unheard);

    for (int i = 0; i < document->text_count; i++) {
        Message *message = messages_find(messages, document->texts[i].text);

        if (message != NULL)
            g_hash_table_add(printed, message);
    }
}

/* What stays with the staff is in their language alone, and never discreet. */
static void
note_formats(const Messages *messages, Variant variant, const Catalog *source,
             const Locale *locale, GHashTable *printed)
{
    const Project *project = messages->project;

    for (int i = 0; i < project->formats.count; i++) {
        const Format *format = &project->formats.items[i];
        bool staff_only = format->languages == LANGUAGES_STAFF;

        if (staff_only && locale != NULL && locale != project->staff_locale)
            continue;
        variant.second = format->languages == LANGUAGES_PAIR ? variant.locale : NULL;
        variant.discreet = false;
        variant.format = format;
        note_leaflet(messages, &variant, source, printed);
        variant.discreet = true;
        variant.format = format->discreet;
        if (!staff_only && !format->kept_by_staff)
            note_leaflet(messages, &variant, source, printed);
    }
}

/* Those that are the pack's own, or the others. */
static void
add_printed(const Messages *messages, const Pack *pack, GHashTable *printed, bool own,
            GPtrArray *found)
{
    for (int i = 0; i < messages->count; i++) {
        Message *message = &messages->items[i];

        if (g_hash_table_contains(printed, message) && (message->pack == pack) == own)
            g_ptr_array_add(found, message);
    }
}

GPtrArray *
signing_messages(const Messages *messages, const Pack *pack, const char *role,
                 const Locale *locale)
{
    g_autoptr(Diags) unheard = diags_new();
    g_autoptr(Catalog) source = catalog_load(messages->project, pack->source_locale, unheard);
    g_autoptr(GHashTable) printed = g_hash_table_new(NULL, NULL);
    GPtrArray *found = g_ptr_array_new();
    Variant variant = { .project = messages->project,
                        .pack = pack,
                        .locale = pack->source_locale,
                        .staff = pack->source_locale,
                        .release = true };

    for (int i = 0; i < pack->audiences.count; i++) {
        variant.audience = &pack->audiences.items[i];
        if (review_is_needed(pack, variant.audience, role))
            note_formats(messages, variant, source, locale, printed);
    }
    messages_add_alike(messages, printed);
    add_printed(messages, pack, printed, true, found);
    add_printed(messages, pack, printed, false, found);
    return found;
}

/* --- what a leaflet lacks ------------------------------------------------------------------ */

/* One leaflet before the judges. */
typedef struct Hearing {
    const Messages *messages;
    const Reviews *reviews;
    const Document *document;
    Arena *arena;
    Diags *diags;
} Hearing;

static const Catalog *
catalog_in(const Document *document, const Catalogs *catalogs, const Locale *locale)
{
    if (locale == document->variant.locale)
        return catalogs->own;
    if (locale == document->variant.second)
        return catalogs->second;
    return catalogs->staff;
}

static void
report_unsigned(const Hearing *hearing, const Text *text, const char *role,
                const Locale *locale, Where where)
{
    g_autofree char *quoted = quote_beginning(text->msgid, QUOTED_CHARACTERS);

    if (locale == NULL)
        diag_add(hearing->diags, DIAG_UNSIGNED_TEXT, where,
                 "'%s' is not signed by the role '%s': \"%s\"", text->context, role, quoted);
    else
        diag_add(hearing->diags, DIAG_UNSIGNED_TEXT, where,
                 "'%s' is not signed by the role '%s' of %s: \"%s\"", text->context, role,
                 locale->tag, quoted);
}

/* @catalog and @locale: of the language's reviewer, or NULL. What is not translated is reported
 * by whoever composed it. */
static void
check_text(const Hearing *hearing, const Text *text, const char *role, const Catalog *catalog,
           const Locale *locale)
{
    const Pack *pack = hearing->document->variant.pack;
    const Review *review =
        reviews_find(hearing->reviews, pack, role, locale == NULL ? NULL : locale->tag);
    char digest[DIGEST_LENGTH + 1];
    Statement statement;

    if (!signing_statement(hearing->messages, pack, text, catalog, hearing->arena, &statement))
        return;
    statement_digest(&statement, digest);
    if (review != NULL && g_hash_table_contains(review->by_digest, digest))
        return;
    report_unsigned(hearing, text, role, locale,
                    catalog == NULL ? text->where
                                    : catalog_where(catalog, text, pack->source_locale->tag));
}

void
signing_check(const Messages *messages, const Reviews *reviews, const Document *document,
              const Catalogs *catalogs, Diags *diags)
{
    const Variant *variant = &document->variant;
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GPtrArray) roles = review_roles(variant->pack);
    const Hearing hearing = { messages, reviews, document, arena, diags };

    if (roles->len == 0)
        diag_add(diags, DIAG_RELEASE_NEEDS_REVIEWS, variant->pack->where,
                 "the pack '%s' names nobody who reviews it", variant->pack->id);
    for (guint i = 0; i < roles->len; i++) {
        const char *role = roles->pdata[i];
        bool of_language = strcmp(role, review_language) == 0;

        for (int k = 0; review_is_needed(variant->pack, variant->audience, role) &&
                        k < document->text_count;
             k++) {
            const Locale *locale = of_language ? document->texts[k].locale : NULL;

            check_text(&hearing, document->texts[k].text, role,
                       locale == NULL ? NULL : catalog_in(document, catalogs, locale), locale);
        }
    }
}
