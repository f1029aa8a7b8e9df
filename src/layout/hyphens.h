/* layout/hyphens.h - where a word may be parted at a line's end, by the patterns of a dictionary (F. Liang's
 * method; the files are those of the hyphen-* packages). Takes words, gives places in them. Knows nothing of
 * fonts and lines. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct Hyphens Hyphens;

/* NULL when @path cannot be read or is no dictionary. */
Hyphens *hyphens_load(const char *path);
void hyphens_free(Hyphens *hyphens);

/* Which of @word's places part it: @breaks[i] is true when a hyphen may stand behind its letter number i, counted
 * from 0. @word is @count letters, of any case. A place where the spelling would change is none. */
void hyphens_find(const Hyphens *hyphens, const gunichar *word, int count, bool *breaks);
