#include "translate/gettext_message.h"

#include <stdlib.h>

char *
gettext_key(const char *context, const char *msgid)
{
    return g_strconcat(context == NULL ? "" : context, "\004", msgid, NULL);
}

char *
gettext_message_key(po_message_t message)
{
    return gettext_key(po_message_msgctxt(message), po_message_msgid(message));
}

const char *
gettext_message_form(po_message_t message, int n)
{
    if (po_message_msgid_plural(message) != NULL)
        return po_message_msgstr_plural(message, n);
    return n == 0 ? po_message_msgstr(message) : NULL;
}

bool
gettext_message_is_translated(po_message_t message)
{
    const char *form = gettext_message_form(message, 0);

    return form != NULL && *form != '\0';
}

void
gettext_file_add_obsolete(po_file_t file, po_message_t message)
{
    po_message_iterator_t at = po_message_iterator(file, NULL);
    po_message_t copy = po_message_create();
    bool plural = po_message_msgid_plural(message) != NULL;
    const char *form;

    while (po_next_message(at) != NULL)
        ;
    po_message_set_obsolete(copy, 1);
    po_message_set_comments(copy, po_message_comments(message));
    po_message_set_msgctxt(copy, po_message_msgctxt(message));
    po_message_set_msgid(copy, po_message_msgid(message));
    po_message_set_msgid_plural(copy, po_message_msgid_plural(message));
    po_message_set_fuzzy(copy, po_message_is_fuzzy(message));
    if (!plural)
        po_message_set_msgstr(copy, po_message_msgstr(message));
    for (int i = 0; plural && (form = gettext_message_form(message, i)) != NULL; i++)
        po_message_set_msgstr_plural(copy, i, form);
    po_message_insert(at, copy);
    po_message_iterator_free(at);
}

GHashTable *
gettext_file_index(po_file_t file)
{
    GHashTable *index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    po_message_iterator_t at = po_message_iterator(file, NULL);
    po_message_t message;

    while ((message = po_next_message(at)) != NULL)
        if (*po_message_msgid(message) != '\0')
            g_hash_table_insert(index, gettext_message_key(message), message);
    po_message_iterator_free(at);
    return index;
}

void
gettext_header_set(po_message_t header, const char *field, const char *value)
{
    char *set = po_header_set_field(po_message_msgstr(header), field, value);

    po_message_set_msgstr(header, set);
    free(set); /* gettext's own memory */
}
