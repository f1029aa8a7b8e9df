/* translate/serbian.h - Serbian Cyrillic to Serbian Latin.
 * Letter by letter, as every Serbian reader does it; knows nothing of words or catalogs. */
#pragma once
#include "model/content.h"

/* "Његош" to "Njegoš", "ЊЕГОШ" to "NJEGOŠ". Placeholders, web and mail addresses and everything
 * that is not a letter of Serbian stay as they are. Free with g_free(). */
char *serbian_latin(const char *cyrillic);

/* The same, but for words of @spelled at the beginning of a word: "Фејсбуку" to "Facebooku". */
char *serbian_latin_spelled(const char *cyrillic, SpellingList spelled);
