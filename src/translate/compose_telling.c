/* The words that would tell a stranger what a leaflet is about: those of its languages, and of a discreet
 * one the names that its contacts have elsewhere. */
#include "translate/compose.h"

#include "base/telling.h"
#include "translate/serbian.h"

#include <string.h>

static void
add_once(GPtrArray *entries, const char *entry)
{
    if (*entry != '\0' && !g_ptr_array_find_with_equal_func(entries, entry, g_str_equal, NULL))
        g_ptr_array_add(entries, g_strdup(entry));
}

static void
add_entry(GPtrArray *entries, const char *text)
{
    g_autofree char *entry = telling_entry(text);

    add_once(entries, entry);
}

static void
add_locale(GPtrArray *entries, const Locale *locale)
{
    for (int i = 0; i < locale->telling.count; i++)
        add_once(entries, locale->telling_entries[i]);
    for (int i = 0; locale->derived_from != NULL && i < locale->derived_from->telling.count;
         i++) {
        g_autofree char *latin = serbian_latin(locale->derived_from->telling.items[i].text);

        add_entry(entries, latin);
    }
}

/* "atina.org.rs" of "https://www.atina.org.rs/help". */
static void
add_host(GPtrArray *entries, const char *url)
{
    const char *host = strstr(url, "://") + strlen("://");

    if (g_str_has_prefix(host, "www."))
        host += strlen("www.");
    g_autofree char *name = g_strndup(host, strcspn(host, "/:?#"));
    add_entry(entries, name);
}

/* A known name tells as much as the topic, unless it is what everybody says. */
static void
add_contact(const Composer *composer, GPtrArray *entries, const Contact *contact)
{
    const char *source = composer->variant->pack->source_locale->tag;
    TranslationState state;

    if (g_strcmp0(contact->name.msgid, contact->neutral_name.msgid) == 0)
        return;
    add_entry(entries, contact->name.msgid);
    add_entry(entries, catalog_translate(composer->catalog, &contact->name, source, 0, &state));
    if (contact->url != NULL)
        add_host(entries, contact->url);
}

/* Of one language. */
static void
add_voice(const Composer *composer, GPtrArray *entries)
{
    const Pack *pack = composer->variant->pack;

    add_locale(entries, composer->variant->locale);
    for (int i = 0; composer->variant->discreet && i < pack->sections.count; i++)
        for (int k = 0; k < pack->sections.items[i].contacts.count; k++)
            add_contact(composer, entries, pack->sections.items[i].contacts.items[k]);
}

void
compose_telling(const Composer *composers, int count, Document *document)
{
    const Variant *variant = &document->variant;
    g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func(g_free);

    for (int i = 0; i < count; i++)
        add_voice(&composers[i], entries);
    add_locale(entries, variant->staff);
    add_locale(entries, variant->pack->source_locale);

    const char **kept = arena_new_array(document->arena, const char *, entries->len);
    for (guint i = 0; i < entries->len; i++)
        kept[i] = arena_strdup(document->arena, entries->pdata[i]);
    document->telling = kept;
    document->telling_count = (int) entries->len;
}
