/* command/deed.h - the word after a command that can do several things: "due" of `contacts due`. */
#pragma once
#include "base/diag.h"

#include <stddef.h>

/* Finds @word in a table of @count rows of @size bytes, each of which begins with its name. Gives the row's
 * index; -1, and it is reported, when there is none, or no word: @usage, marked with N_(), then says what @command
 * can do. */
int deed_find(const char *command, const char *word, const void *rows, size_t count,
              size_t size, const char *usage, Diags *diags);
