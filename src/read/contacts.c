#include "read/private.h"

#include "read/texts.h"
#include "read/url.h"
#include "read/values.h"

#include <glib/gi18n.h>
#include <string.h>

static bool
fits_e164(const char *text)
{
    size_t digits = strspn(text + (*text == '+'), "0123456789");

    return text[0] == '+' && text[1] != '0' && digits >= 7 && digits <= 15 &&
           text[1 + digits] == '\0';
}

static bool
fits_short(const char *text)
{
    size_t digits = strspn(text, "0123456789");

    return digits >= 2 && digits <= 6 && text[digits] == '\0';
}

static const Choice costs[] = { { "free", COST_FREE }, { "paid", COST_PAID }, { 0 } };

static char *
digits_of(const char *text)
{
    GString *digits = g_string_new(NULL);

    for (; *text != '\0'; text++)
        if (g_ascii_isdigit(*text))
            g_string_append_c(digits, *text);
    return g_string_free(digits, FALSE);
}

/* A slip between the number checked and the number printed would send a caller to a stranger. What
 * is shown must be the end of the full number, after the zeros one dials at home. */
static bool
shows_same_number(const char *full, const char *shown)
{
    g_autofree char *full_digits = digits_of(full);
    g_autofree char *shown_digits = digits_of(shown);

    return strspn(shown, "0123456789 +-()/") == strlen(shown) && *shown_digits != '\0' &&
           (g_str_has_suffix(full_digits, shown_digits) ||
            g_str_has_suffix(full_digits, shown_digits + strspn(shown_digits, "0")));
}

static void
check_phone(Binder *binder, const Node *node, void *out)
{
    Phone *phone = &((Contact *) out)->phone;
    const char *number = phone->e164 != NULL ? phone->e164 : phone->short_number;

    if ((phone->e164 == NULL) == (phone->short_number == NULL))
        diag_add(binder->diags, DIAG_BAD_PHONE, node->where,
                 "a phone has either e164 (\"+381117850000\") or short (\"192\")");
    else if (phone->e164 != NULL && !fits_e164(phone->e164))
        diag_add(binder->diags, DIAG_BAD_PHONE, node->where,
                 "e164 is + and 7 to 15 digits, nothing else, not '%s'", phone->e164);
    else if (phone->e164 != NULL && phone->show == NULL)
        diag_add(binder->diags, DIAG_MISSING_KEY, node->where,
                 "the key 'show' is missing: how the number is printed");
    else if (phone->short_number != NULL && !fits_short(phone->short_number))
        diag_add(binder->diags, DIAG_BAD_PHONE, node->where, "short is 2 to 6 digits, not '%s'",
                 phone->short_number);
    else if (phone->short_number != NULL && phone->country == NULL)
        diag_add(binder->diags, DIAG_MISSING_KEY, node->where,
                 "the key 'country' is missing: where the short number works");
    else if (phone->show != NULL && !shows_same_number(number, phone->show))
        diag_add(binder->diags, DIAG_BAD_PHONE, node->where,
                 "'%s' is shown, but the number is '%s'", phone->show, number);
    if (phone->show == NULL)
        phone->show = phone->short_number;
}

static const Field phone_fields[] = {
    { "e164", FIELD_STRING, OPTIONAL, AT(Contact, phone.e164) },
    { "short", FIELD_STRING, OPTIONAL, AT(Contact, phone.short_number) },
    { "country", FIELD_WORD, OPTIONAL, AT(Contact, phone.country), .pattern = &country_pattern },
    { "show", FIELD_STRING, OPTIONAL, AT(Contact, phone.show) },
    { 0 },
};
static const Type phone_type = { .noun = N_("a phone"),
                                 .fields = phone_fields,
                                 .check = check_phone };

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
    { "url", FIELD_STRING, OPTIONAL, AT(Contact, url) },
    { "languages", FIELD_NAMES, OPTIONAL, AT(Contact, languages), .pattern = &locale_pattern },
    { "seen_at", FIELD_STRING, REQUIRED, AT(Contact, seen_at) },
    { "verified_on", FIELD_DATE, OPTIONAL, AT(Contact, verified_on) },
    { 0 },
};

static void
check_contact(Binder *binder, const Node *node, void *out)
{
    const Contact *contact = out;

    if (contact->url != NULL)
        check_url(binder, node_find(node, "url")->where, contact->url);
}

static const Type contact_type = { .noun = N_("a contact"),
                                   .fields = contact_fields,
                                   .size = sizeof(Contact),
                                   .where = offsetof(Contact, where),
                                   .check = check_contact };

static void
read_contact_file(Reader *reader, const File *file, GArray *contacts)
{
    const Node *node = file_load(reader, file->path);
    struct {
        const Contact *items;
        int count;
    } list = { 0 };

    if (node == NULL)
        return;
    reader->binder.domain = arena_printf(reader->binder.arena, "contacts-%s", file->name);
    bind_items(&reader->binder, node, &contact_type, NULL, &list);
    if (list.count > 0)
        g_array_append_vals(contacts, list.items, (guint) list.count);
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
    check_placeholders(&reader->binder, first_text, NULL, 0);
}
