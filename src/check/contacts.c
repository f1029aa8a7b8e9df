/* Contacts as they were read, all of the project's. */
#include "check/check.h"

#include "model/numbers.h"

/* A slip in the year would make a number count as checked for years. */
static void
calls_lie_in_the_past(const Project *project, Date today, Diags *diags)
{
    for (int i = 0; i < project->contacts.count; i++) {
        const Contact *contact = &project->contacts.items[i];
        Date day = contact->verified_on;

        if (!date_is_none(today) && date_compare(day, today) > 0)
            diag_add(diags, DIAG_BAD_DATE, contact->where,
                     "'%s' was called on %04d-%02d-%02d, a day that is yet to come",
                     contact->id, day.year, day.month, day.day);
    }
}

/* A project of one's own may have a number that an installed contact has as well, which it does not
 * use. NULL: no number; free with g_free(). */
static char *
key_of(const Project *project, const Contact *contact)
{
    g_autofree char *key = phone_key(&contact->phone);
    bool installed = project_has_installed(project, contact->where.file);

    return key == NULL ? NULL : g_strconcat(installed ? "installed " : "own ", key, NULL);
}

/* Names no number: one of the two may be confidential. */
static void
numbers_have_one_name(const Project *project, Diags *diags)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (int i = 0; i < project->contacts.count; i++) {
        const Contact *contact = &project->contacts.items[i];
        char *key = key_of(project, contact);
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

void
check_contacts(const Project *project, Date today, Diags *diags)
{
    calls_lie_in_the_past(project, today, diags);
    numbers_have_one_name(project, diags);
}
