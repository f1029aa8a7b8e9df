/* translate/numbers.h - the numbers in a message, whatever figures they are written in.
 * "١٥ days", "१५ days" and "15 days" have the same number; "1,000" and "1.000" as well. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* Each as often as it stands in @text, in Western figures, sorted. Those in placeholders and
 * addresses are left out. Strings of the array; free with g_ptr_array_unref(). */
GPtrArray *numbers_of(const char *text);

/* True when @text has a figure; quick, for most texts have none. */
bool numbers_any(const char *text);

/* The first figure of @text that is not one of 0 to 9, or 0. */
gunichar numbers_find_foreign(const char *text);

/* What the sorted strings @few lack of @many, as often as they do. Borrowed strings; free with
 * g_ptr_array_unref(). */
GPtrArray *sorted_lack(const GPtrArray *few, const GPtrArray *many);
int sorted_compare(const void *a, const void *b);
