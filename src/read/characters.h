/* read/characters.h - which characters a file may hold, and where the others stand. */
#pragma once
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

/* The place of the byte at @offset. */
Where where_of_byte(const char *file, const char *bytes, size_t offset);

/* Reports every character that reorders text unseen (U+061C, U+200E, U+200F, U+202A to U+202E,
 * U+2066 to U+2069). The program sets direction itself. True when there were none. */
bool characters_keep_order(const char *file, const char *bytes, size_t length, Diags *diags);

/* The same of a string; no place, no report. */
bool string_keeps_order(const char *text);
