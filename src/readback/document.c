/* What is said of the file as a whole. */
#include "readback/listing.h"
#include "readback/parts.h"

enum { ID_LENGTH = 32 }; /* poppler gives hexadecimal digits without an end */

static void
list_version(PopplerDocument *document)
{
    guint major, minor;
    g_autofree char *permanent = NULL;
    g_autofree char *update = NULL;

    poppler_document_get_pdf_version(document, &major, &minor);
    listing_begin("pdf");
    printf("\t%u.%u", major, minor);
    listing_end();
    if (!poppler_document_get_id(document, &permanent, &update))
        return;
    g_autofree char *first = g_strndup(permanent, ID_LENGTH);
    g_autofree char *second = g_strndup(update, ID_LENGTH);
    listing_begin("id");
    listing_text(first);
    listing_text(second);
    listing_end();
}

static void
list_entry(const char *name, const char *value)
{
    if (value == NULL)
        return;
    listing_begin("info");
    listing_text(name);
    listing_text(value);
    listing_end();
}

static const struct {
    const char *name;
    char *(*get)(PopplerDocument *document);
} entries[] = {
    { "title", poppler_document_get_title },     { "author", poppler_document_get_author },
    { "subject", poppler_document_get_subject }, { "keywords", poppler_document_get_keywords },
    { "creator", poppler_document_get_creator }, { "producer", poppler_document_get_producer },
};

static const struct {
    const char *name;
    GDateTime *(*get)(PopplerDocument *document);
} days[] = {
    { "created", poppler_document_get_creation_date_time },
    { "modified", poppler_document_get_modification_date_time },
};

static void
list_info(PopplerDocument *document)
{
    for (size_t i = 0; i < G_N_ELEMENTS(entries); i++) {
        g_autofree char *value = entries[i].get(document);

        list_entry(entries[i].name, value);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(days); i++) {
        g_autoptr(GDateTime) day = days[i].get(document);
        g_autofree char *value = day != NULL ? g_date_time_format_iso8601(day) : NULL;

        list_entry(days[i].name, value);
    }
}

static void
list_metadata(PopplerDocument *document)
{
    g_autofree char *packet = poppler_document_get_metadata(document);

    if (packet == NULL)
        return;
    listing_begin("metadata");
    listing_text(packet);
    listing_end();
}

static const struct {
    const char *name;
    PopplerPermissions permission;
} permissions[] = {
    { "print", POPPLER_PERMISSIONS_OK_TO_PRINT },
    { "modify", POPPLER_PERMISSIONS_OK_TO_MODIFY },
    { "copy", POPPLER_PERMISSIONS_OK_TO_COPY },
    { "annotate", POPPLER_PERMISSIONS_OK_TO_ADD_NOTES },
    { "fill-forms", POPPLER_PERMISSIONS_OK_TO_FILL_FORM },
    { "extract", POPPLER_PERMISSIONS_OK_TO_EXTRACT_CONTENTS },
    { "assemble", POPPLER_PERMISSIONS_OK_TO_ASSEMBLE },
    { "print-well", POPPLER_PERMISSIONS_OK_TO_PRINT_HIGH_RESOLUTION },
};

static void
list_permissions(PopplerDocument *document)
{
    PopplerPermissions granted = poppler_document_get_permissions(document);

    for (size_t i = 0; i < G_N_ELEMENTS(permissions); i++) {
        if ((granted & permissions[i].permission) == 0)
            continue;
        listing_begin("may");
        listing_text(permissions[i].name);
        listing_end();
    }
}

static int
count_form_fields(PopplerDocument *document)
{
    int count = 0;

    for (int i = 0; i < poppler_document_get_n_pages(document); i++) {
        PopplerPage *page = poppler_document_get_page(document, i);

        if (page == NULL)
            continue;
        GList *fields = poppler_page_get_form_field_mapping(page);
        count += (int) g_list_length(fields);
        poppler_page_free_form_field_mapping(fields);
        g_object_unref(page);
    }
    return count;
}

static void
list_count(const char *name, int count)
{
    if (count == 0)
        return;
    listing_begin("has");
    listing_text(name);
    listing_number(count);
    listing_end();
}

void
list_document(PopplerDocument *document)
{
    list_version(document);
    list_info(document);
    list_metadata(document);
    list_permissions(document);
    list_count("javascript", poppler_document_has_javascript(document) ? 1 : 0);
    list_count("attachments", (int) poppler_document_get_n_attachments(document));
    list_count("form-fields", count_form_fields(document));
    list_count("signatures", poppler_document_get_n_signatures(document));
}
