/* translate/placeholder.h - finds what stands in braces in a message.
 * `{reflection_days}` is a parameter, `{tel.astra}` a contact's number; other braces are faults. */
#pragma once
#include <stdbool.h>

typedef struct Placeholder {
    const char *start; /* the opening brace */
    int length;        /* bytes, with both braces; of a stray brace 1 */
    char *name; /* "reflection_days", "tel.astra"; NULL: a stray brace. Free with g_free() */
} Placeholder;

/* The first placeholder or stray brace of @text; false when it has none. */
bool placeholder_find(const char *text, Placeholder *found);

/* The contact's id in the name "tel.astra", or NULL when the name is a parameter's. */
const char *placeholder_contact(const char *name);
