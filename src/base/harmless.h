/* base/harmless.h - text from anyone's files on one line of a terminal. */
#pragma once
#include <stdbool.h>

/* False when @text could steer a terminal, break the line or reorder it. */
bool is_harmless(const char *text);

/* @text with all that written out, "<U+202E>". Free with g_free(). */
char *harmless_line(const char *text);
