#include "read/private.h"

#include "read/texts.h"
#include "read/url.h"
#include "read/values.h"

#include <glib/gi18n.h>
#include <string.h>

static const Choice costs[] = { { "free", COST_FREE }, { "paid", COST_PAID }, { 0 } };

static const Choice answers[] = { { "false", ANSWER_NO }, { "true", ANSWER_YES }, { 0 } };

static const Field phone_fields[] = {
    { "e164", FIELD_STRING, OPTIONAL, AT(Contact, phone.e164) },
    { "short", FIELD_STRING, OPTIONAL, AT(Contact, phone.short_number) },
    { "country", FIELD_WORD, OPTIONAL, AT(Contact, phone.country), .pattern = &country_pattern },
    { "show", FIELD_STRING, OPTIONAL, AT(Contact, phone.show) },
    { 0 },
};
static void
check_contact_phone(Binder *binder, const Node *node, void *out)
{
    check_phone(binder, node, &((Contact *) out)->phone);
}

static const Type phone_type = { .noun = N_("a phone"),
                                 .fields = phone_fields,
                                 .where = offsetof(Contact, phone.where),
                                 .check = check_contact_phone };

static const Field contact_fields[] = {
    { "id", FIELD_WORD, REQUIRED, AT(Contact, id), .pattern = &id_pattern },
    { "name", FIELD_TEXT, REQUIRED, AT(Contact, name) },
    { "neutral_name", FIELD_TEXT, OPTIONAL, AT(Contact, neutral_name) },
    { "kind", FIELD_WORD, REQUIRED, AT(Contact, kind), .pattern = &slug_pattern },
    { "priority", FIELD_INT, OPTIONAL, AT(Contact, priority), .least = 1, .most = 3,
      .otherwise = 2 },
    { "urgent_for", FIELD_NAMES, OPTIONAL, AT(Contact, urgent_for), .pattern = &slug_pattern },
    { "phone", FIELD_GROUP, REQUIRED, 0, .type = &phone_type },
    { "what", FIELD_TEXT, OPTIONAL, AT(Contact, what) },
    { "hours", FIELD_TEXT, OPTIONAL, AT(Contact, hours) },
    { "cost", FIELD_CHOICE, OPTIONAL, AT(Contact, cost), .choices = costs },
    { "from_abroad", FIELD_BOOL, OPTIONAL, AT(Contact, from_abroad) },
    { "anonymous", FIELD_CHOICE, OPTIONAL, AT(Contact, anonymous), .choices = answers },
    { "mandatory_reporter", FIELD_CHOICE, OPTIONAL, AT(Contact, mandatory_reporter),
      .choices = answers },
    { "confidential", FIELD_BOOL, OPTIONAL, AT(Contact, confidential) },
    { "url", FIELD_STRING, OPTIONAL, AT(Contact, url) },
    { "languages", FIELD_NAMES, OPTIONAL, AT(Contact, languages), .pattern = &locale_pattern },
    { "seen_at", FIELD_STRING, REQUIRED, AT(Contact, seen_at) },
    { "owner", FIELD_STRING, OPTIONAL, AT(Contact, owner) },
    { "verified_on", FIELD_DATE, OPTIONAL, AT(Contact, verified_on) },
    { "verified_by", FIELD_STRING, OPTIONAL, AT(Contact, verified_by) },
    { "expires_on", FIELD_DATE, OPTIONAL, AT(Contact, expires_on) },
    { 0 },
};

static void
check_contact(Binder *binder, const Node *node, void *out)
{
    const Contact *contact = out;

    if (contact->url != NULL)
        check_url(binder, node_find(node, "url")->where, contact->url);
    if (contact->verified_by != NULL && date_is_none(contact->verified_on))
        diag_add(binder->diags, DIAG_MISSING_KEY, node_find(node, "verified_by")->where,
                 "'verified_by' says who called, but 'verified_on' does not say when");
}

static const Type contact_type = { .noun = N_("a contact"),
                                   .fields = contact_fields,
                                   .size = sizeof(Contact),
                                   .where = offsetof(Contact, where),
                                   .check = check_contact };

/* Nobody translates what is never printed: the texts of confidential contacts are not messages. */
static void
keep_texts_confidential(Reader *reader, guint first, const Contact *contact)
{
    GArray *texts = reader->binder.texts;
    g_autofree char *path = g_strconcat(contact->id, "/", NULL);

    for (guint i = texts->len; contact->confidential && i > first; i--)
        if (g_str_has_prefix(g_array_index(texts, Text, i - 1).context, path))
            g_array_remove_index(texts, i - 1);
}

static void
read_contact_file(Reader *reader, const File *file, GArray *contacts)
{
    const Node *node = file_load(reader, file->path);
    guint first = reader->binder.texts->len;
    struct {
        const Contact *items;
        int count;
    } list = { 0 };

    if (node == NULL)
        return;
    reader->binder.domain = arena_printf(reader->binder.arena, "contacts-%s", file->name);
    bind_items(&reader->binder, node, &contact_type, NULL, &list);
    for (int i = 0; i < list.count; i++)
        keep_texts_confidential(reader, first, &list.items[i]);
    if (list.count > 0)
        g_array_append_vals(contacts, list.items, (guint) list.count);
}

void
bind_contacts(Binder *binder, const Node *node, void *out)
{
    const Field names = { .key = "contacts", .kind = FIELD_NAMES };
    NameList named = { 0 };
    ContactList *list = out;

    bind_names(binder, node, &names, NULL, &named);
    const Contact **items = arena_new_array(binder->arena, const Contact *, named.count);
    Where *places = arena_new_array(binder->arena, Where, named.count);
    for (int i = 0; i < named.count; i++) {
        const Contact *contact = find_known(binder, KNOWN_CONTACT, named.items[i]);

        if (contact == NULL)
            continue;
        items[list->count] = contact;
        places[list->count++] = named.items[i].where;
    }
    list->items = items;
    list->places = places;
}

void
check_contact_use(Binder *binder, Where where, const Contact *contact, const char *jurisdiction)
{
    const char *country = contact->phone.country;

    if (contact->confidential)
        diag_add(binder->diags, DIAG_CONTACT_CONFIDENTIAL, where,
                 "'%s' is confidential and must not be printed", contact->id);
    if (contact->phone.short_number != NULL && country != NULL && jurisdiction != NULL &&
        strcmp(country, jurisdiction) != 0)
        diag_add(binder->diags, DIAG_SHORT_ABROAD, where,
                 "'%s' is a short number of %s, but the pack is for %s", contact->id, country,
                 jurisdiction);
}

void
check_section_contacts(Reader *reader, const Section *section, const char *jurisdiction)
{
    const ContactList *contacts = &section->contacts;

    for (int i = 0; i < contacts->count; i++)
        check_contact_use(&reader->binder, contacts->places[i], contacts->items[i],
                          jurisdiction);
}

void
read_contacts(Reader *reader)
{
    g_autoptr(GArray) files = files_list(reader, "content/contacts", ".yaml", NULL);
    g_autoptr(GArray) contacts = g_array_new(FALSE, FALSE, sizeof(Contact));
    guint first_text = reader->binder.texts->len;

    for (guint i = 0; i < files->len; i++)
        read_contact_file(reader, &g_array_index(files, File, i), contacts);
    gather(reader, contacts, &contact_type, &reader->project->contacts);
    for (int i = 0; i < reader->project->contacts.count; i++) {
        const Contact *contact = &reader->project->contacts.items[i];

        binder_add_known(&reader->binder, KNOWN_CONTACT, contact->id, contact);
    }
    check_placeholders(&reader->binder, first_text, NULL, 0, NULL);
}
