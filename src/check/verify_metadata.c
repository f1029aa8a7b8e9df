/* What the file says of itself: in XMP the title, the language, the edition and the standards it
 * keeps to, and nothing else; no /Info. */
#include "check/verify.h"

#include "check/verify_words.h"

#include <string.h>

/* Properties and the elements they are built of. To add one: a row. */
static const char *const known_names[] = {
    "x:xmpmeta",      "rdf:RDF",        "rdf:Description",  "rdf:Alt",     "rdf:Bag",
    "rdf:Seq",        "rdf:li",         "dc:title",         "dc:language", "dc:identifier",
    "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "pdfaid:part", "pdfaid:conformance",
    "pdfuaid:part",
};

/* Each is a declaration, or says how a value is built. rdf:about must be empty. */
static const char *const known_attributes[] = { "rdf:about", "rdf:parseType", "xml:lang" };

/* The schema that PDF/A wants of properties it does not know; it holds words of ours alone. */
static const char *const schema_prefixes[] = { "pdfaExtension:", "pdfaSchema:", "pdfaProperty:" };

typedef struct Packet {
    const Verification *check;
    GHashTable *values;   /* property to text; never iterated */
    const char *property; /* whose text is being read; NULL: none's */
    int depth;            /* inside it */
} Packet;

static bool
is_one_of(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

static bool
is_schema(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(schema_prefixes); i++)
        if (g_str_has_prefix(name, schema_prefixes[i]))
            return true;
    return false;
}

static void
report_unknown(const Verification *check, const char *name)
{
    diag_add(check->diags, DIAG_VERIFY_METADATA, verify_where(check, 0),
             "the metadata say '%s', which no leaflet of this program says", name);
}

/* --- reading XMP --------------------------------------------------------------------------- */

static void
begin_element(GMarkupParseContext *context, const char *name, const char **attributes,
              const char **values, void *user, GError **error)
{
    Packet *packet = user;

    (void) context;
    (void) error;
    if (!is_one_of(name, known_names, G_N_ELEMENTS(known_names)) && !is_schema(name))
        report_unknown(packet->check, name);
    for (int i = 0; attributes[i] != NULL; i++) {
        bool known = g_str_has_prefix(attributes[i], "xmlns:") ||
                     is_one_of(attributes[i], known_attributes, G_N_ELEMENTS(known_attributes));
        bool tells = strcmp(attributes[i], "rdf:about") == 0 && *values[i] != '\0';

        if (!known || tells)
            report_unknown(packet->check, attributes[i]);
    }
    if (packet->property != NULL)
        packet->depth++;
    else if (strncmp(name, "rdf:", 4) != 0 && strncmp(name, "x:", 2) != 0 && !is_schema(name))
        packet->property = g_intern_string(name);
}

static void
end_element(GMarkupParseContext *context, const char *name, void *user, GError **error)
{
    Packet *packet = user;

    (void) context;
    (void) name;
    (void) error;
    if (packet->property == NULL)
        return;
    if (packet->depth == 0)
        packet->property = NULL;
    else
        packet->depth--;
}

static void
add_text(GMarkupParseContext *context, const char *text, gsize length, void *user,
         GError **error)
{
    Packet *packet = user;

    (void) context;
    (void) error;
    if (packet->property == NULL)
        return;
    g_autofree char *piece = g_strndup(text, length);
    const char *before = g_hash_table_lookup(packet->values, packet->property);
    g_strstrip(piece);
    if (*piece != '\0')
        g_hash_table_insert(
            packet->values, g_strdup(packet->property),
            g_strconcat(before != NULL ? before : "", before != NULL ? " " : "", piece, NULL));
}

static bool
read_packet(Packet *packet, const char *xmp)
{
    static const GMarkupParser parser = { .start_element = begin_element,
                                          .end_element = end_element,
                                          .text = add_text };
    g_autoptr(GMarkupParseContext) context =
        g_markup_parse_context_new(&parser, 0, packet, NULL);
    const char *begin = g_str_has_prefix(xmp, "\uFEFF") ? xmp + strlen("\uFEFF") : xmp;

    return g_markup_parse_context_parse(context, begin, (gssize) strlen(begin), NULL) &&
           g_markup_parse_context_end_parse(context, NULL);
}

/* --- what it must say ---------------------------------------------------------------------- */

static void
expect(const Packet *packet, const char *property, const char *wanted, DiagCode code)
{
    const Verification *check = packet->check;
    const char *value = g_hash_table_lookup(packet->values, property);
    g_autofree char *has = words_letters(value != NULL ? value : "");
    g_autofree char *wants = words_letters(wanted);
    g_autofree char *quoted = verify_quote(wanted);

    if (value == NULL)
        diag_add(check->diags, code, verify_where(check, 0),
                 "the metadata do not say '%s'; it should be '%s'", property, quoted);
    else if (strcmp(has, wants) != 0)
        diag_add(check->diags, code, verify_where(check, 0),
                 "'%s' of the metadata is '%s'; it should be '%s'", property, value, quoted);
}

static void
expect_all(const Packet *packet)
{
    const Document *document = packet->check->document;
    const Locale *second = document->variant.second;
    g_autofree char *languages = g_strjoin(" ", document->variant.locale->lang,
                                           second != NULL ? second->lang : NULL, NULL);

    expect(packet, "dc:title", document->title, DIAG_VERIFY_METADATA);
    expect(packet, "dc:language", languages, DIAG_VERIFY_METADATA);
    expect(packet, "dc:identifier", packet->check->printed->edition, DIAG_VERIFY_EDITION);
    bool imposed = packet->check->printed->imposition != NULL;

    if (!imposed)
        expect(packet, "pdfuaid:part", "1", DIAG_VERIFY_METADATA);
    expect(packet, "pdfaid:part", "2", DIAG_VERIFY_METADATA);
    expect(packet, "pdfaid:conformance", imposed ? "U" : "A", DIAG_VERIFY_METADATA);
}

void
verify_metadata(const Verification *check)
{
    const PdfListing *listing = check->listing;

    for (guint i = 0; i < listing->entries->len; i++) {
        const ListedEntry *entry = listed(listing->entries, ListedEntry, i);

        diag_add(check->diags, DIAG_VERIFY_METADATA, verify_where(check, 0),
                 "the file says of itself '%s: %s'", entry->name, entry->value);
    }
    if (listing->metadata == NULL) {
        diag_add(check->diags, DIAG_VERIFY_METADATA, verify_where(check, 0),
                 "the file has no metadata");
        return;
    }

    g_autoptr(GHashTable) values =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    Packet packet = { .check = check, .values = values };
    if (read_packet(&packet, listing->metadata))
        expect_all(&packet);
    else
        diag_add(check->diags, DIAG_VERIFY_METADATA, verify_where(check, 0),
                 "the metadata are not XML");
}
