/* base/telling.h - words that would tell a stranger what a leaflet is about.
 * An entry is the beginning of a word: "victim" is found in "Victims". With a hyphen before it, it is
 * found anywhere in a word, for languages that write articles and prepositions on to their words. In
 * scripts that leave no space between words every letter may begin one. An entry may hold several
 * words. */
#pragma once

/* What counts of a text or an entry: its letters and figures, with one space for all that stands
 * between them. Capitals, compatibility forms (NFKC), vowel marks of Arabic and unseen characters
 * make no difference. Free with g_free(). */
char *telling_letters(const char *text);
char *telling_entry(const char *entry);

/* The word of @text in which one of @entries, made by telling_entry(), is found, in the letters that
 * count; NULL when none is. Free with g_free(). */
char *telling_find(const char *text, const char *const *entries, int count);

/* The same where telling_letters() of the text is at hand. */
char *telling_find_in(const char *letters, const char *const *entries, int count);
