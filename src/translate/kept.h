/* translate/kept.h - what a translation does not change: placeholders and addresses. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

/* How many bytes at @at are an address ("https://...", "a@b.rs", "www.b.rs") or a placeholder; 0
 * when they are text. @begins_word: no letter or figure stands before. */
size_t kept_length(const char *at, bool begins_word);

/* @text with one U+FFFC in the place of each, for those who look at words alone. A stop at the end
 * of an address is left. Free with g_free(). */
char *kept_left_out(const char *text);
