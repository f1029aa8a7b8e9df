/* Contacts as they were read, all of the project's: whether two are one. */
#include "check/check.h"

#include "model/numbers.h"

/* Names no number: one of the two may be confidential. */
void
check_contacts(const Project *project, Diags *diags)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (int i = 0; i < project->contacts.count; i++) {
        const Contact *contact = &project->contacts.items[i];
        char *key = phone_key(&contact->phone);
        const Contact *first = key != NULL ? g_hash_table_lookup(seen, key) : NULL;

        if (first != NULL)
            diag_add(diags, DIAG_SAME_NUMBER, contact->phone.where,
                     "'%s' has the number of '%s', at %s:%d:%d", contact->id, first->id,
                     first->phone.where.file, first->phone.where.line,
                     first->phone.where.column);
        if (first == NULL && key != NULL)
            g_hash_table_insert(seen, key, (gpointer) contact);
        else
            g_free(key);
    }
}
