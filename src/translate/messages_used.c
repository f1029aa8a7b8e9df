/* Which formats print a message: nothing is guessed, every leaflet is composed. */
#include "translate/messages.h"

#include "translate/translate.h"

#include <string.h>

/* The formats of a message may be written only here. */
static bool *
formats_of(const Message *message, Use use)
{
    return (bool *) message->formats[use];
}

static void
note_document(Messages *messages, const Document *document, int format)
{
    for (int i = 0; i < document->text_count; i++) {
        Message *message = messages_find(messages, document->texts[i].text);

        if (message == NULL)
            continue;
        formats_of(message, document->variant.discreet ? USE_DISCREET : USE_PLAIN)[format] =
            true;
        if (document->variant.release && !document->variant.discreet)
            formats_of(message, USE_RELEASE)[format] = true;
    }
}

/* In the source language everything is there, and nothing is asked of PO files. */
static void
note_variant(Messages *messages, const Variant *variant, const Catalog *source, int format)
{
    const Catalogs catalogs = { source, source, source };
    g_autoptr(Diags) unheard = diags_new();
    g_autoptr(Document) document = compose_document(variant, &catalogs, unheard);

    note_document(messages, document, format);
}

/* A draft has the same texts as a release and some that say what it is: those once a format. What
 * stays with the staff is never discreet. */
static void
note_format(Messages *messages, Variant variant, const Catalog *source, int index)
{
    const Format *format = &messages->project->formats.items[index];
    bool is_first = variant.audience == variant.pack->audiences.items;
    bool stays = format->kept_by_staff || format->languages == LANGUAGES_STAFF;

    if (!is_first && !format->per_audience)
        return;
    variant.format = format;
    variant.second = format->languages == LANGUAGES_PAIR ? variant.locale : NULL;
    if (is_first)
        note_variant(messages, &variant, source, index);
    variant.release = true;
    note_variant(messages, &variant, source, index);
    variant.discreet = true;
    variant.format = format->discreet;
    if (!stays)
        note_variant(messages, &variant, source, index);
}

static void
note_pack(Messages *messages, const Pack *pack)
{
    Variant variant = { .project = messages->project,
                        .pack = pack,
                        .locale = pack->source_locale,
                        .staff = pack->source_locale };
    g_autoptr(Diags) unheard = diags_new();
    g_autoptr(Catalog) source = catalog_load(messages->project, pack->source_locale, unheard);

    for (int i = 0; i < pack->audiences.count; i++) {
        variant.audience = &pack->audiences.items[i];
        for (int k = 0; k < messages->project->formats.count; k++)
            note_format(messages, variant, source, k);
    }
}

/* --- shared words of which the day decides ------------------------------------------------ */

/* What holds for one word of a row holds for all: which of them stands in a leaflet depends on its
 * date, on whether its numbers have been called, on what is translated. */
static const char *const alike[][4] = {
    { "date", "months/" },
    { "colophon_checked", "colophon_unchecked", "unchecked", "icons/unchecked" },
    { "draft", "untranslated" },
};

static bool
is_among(const char *key, const char *const names[static 4])
{
    for (int i = 0; i < 4 && names[i] != NULL; i++)
        if (g_str_has_suffix(names[i], "/") ? g_str_has_prefix(key, names[i])
                                            : strcmp(key, names[i]) == 0)
            return true;
    return false;
}

/* Adds the formats of every word of the row to @shared, or gives them all of @shared. */
static void
join_formats(Messages *messages, const char *const names[static 4], Use use, bool *shared,
             bool give)
{
    const Project *project = messages->project;

    for (int i = 0; i < project->common.count; i++) {
        const CommonWord *word = &project->common.items[i];
        bool *formats = formats_of(messages_find(messages, &word->text), use);

        for (int k = 0; is_among(word->key, names) && k < project->formats.count; k++) {
            shared[k] = shared[k] || formats[k];
            formats[k] = give ? shared[k] : formats[k];
        }
    }
}

static void
share_formats(Messages *messages, Use use)
{
    for (size_t i = 0; i < G_N_ELEMENTS(alike); i++) {
        g_autofree bool *shared = g_new0(bool, messages->project->formats.count);

        join_formats(messages, alike[i], use, shared, false);
        join_formats(messages, alike[i], use, shared, true);
    }
}

static void
add_alike(const Messages *messages, const char *const names[static 4], GHashTable *printed)
{
    const Project *project = messages->project;
    bool any = false;

    for (int pass = 0; pass < 2; pass++)
        for (int i = 0; i < project->common.count; i++) {
            const CommonWord *word = &project->common.items[i];
            Message *message = messages_find(messages, &word->text);

            if (!is_among(word->key, names))
                continue;
            if (pass == 0)
                any |= g_hash_table_contains(printed, message);
            else if (any)
                g_hash_table_add(printed, message);
        }
}

void
messages_add_alike(const Messages *messages, GHashTable *printed)
{
    for (size_t i = 0; i < G_N_ELEMENTS(alike); i++)
        add_alike(messages, alike[i], printed);
}

void
messages_note_formats(Messages *messages)
{
    const Project *project = messages->project;

    for (int i = 0; i < messages->count; i++) {
        Message *message = &messages->items[i];

        for (int use = 0; use < USE_COUNT; use++)
            message->formats[use] =
                arena_new_array(messages->arena, bool, project->formats.count);
    }
    for (int i = 0; i < project->packs.count; i++)
        note_pack(messages, &project->packs.items[i]);
    for (int use = 0; use < USE_COUNT; use++)
        share_formats(messages, (Use) use);
}
