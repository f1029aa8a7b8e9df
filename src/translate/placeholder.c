#include "translate/placeholder.h"

#include <glib.h>
#include <string.h>

static const char contact_prefix[] = "tel.";

static int
id_length(const char *text)
{
    if (!g_ascii_islower(*text))
        return 0;
    return (int) strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_");
}

/* Of the name after an opening brace; 0 when there is none. */
static int
name_length(const char *text)
{
    int prefix = g_str_has_prefix(text, contact_prefix) ? (int) strlen(contact_prefix) : 0;
    int length = id_length(text + prefix);

    return length == 0 ? 0 : prefix + length;
}

bool
placeholder_find(const char *text, Placeholder *found)
{
    const char *brace = strpbrk(text, "{}");

    if (brace == NULL)
        return false;
    *found = (Placeholder){ .start = brace, .length = 1 };

    int length = *brace == '{' ? name_length(brace + 1) : 0;
    if (length > 0 && brace[1 + length] == '}') {
        found->length = length + 2;
        found->name = g_strndup(brace + 1, (size_t) length);
    }
    return true;
}

const char *
placeholder_contact(const char *name)
{
    return g_str_has_prefix(name, contact_prefix) ? name + strlen(contact_prefix) : NULL;
}
