/* check/verify_words.h - texts made comparable with what a reader of PDFs gives back.
 * What readers may change without harm is taken away: white space, ligatures and other
 * compatibility forms (NFKC), soft hyphens, marks of direction, vowel marks of Arabic and of Thai. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* What stands in a listing for a letter that the reader lost. */
enum { LOST_LETTER = 0xFFFD };

/* All that remains of @text without white space. Free with g_free(). */
char *words_letters(const char *text);

/* Runs of letters and digits of @text, without punctuation, each with its letters sorted: readers
 * give letters of right-to-left words in the order they were painted, or ligatures turned round.
 * Free with g_ptr_array_unref(). */
GPtrArray *words_sorted(const char *text);

/* True when @text has vowel marks of Arabic, at which readers break words. */
bool words_have_vowel_marks(const char *text);

/* True when all letters of @part, a sorted word, are in @whole, another. U+FFFD, a letter or
 * mark that the reader lost, counts for nothing. */
bool words_contain(const char *whole, const char *part);

/* Runs of Western letters and digits in @text, each with a digit in it at least: "011", "0M8K2". Free
 * with g_ptr_array_unref(). */
GPtrArray *words_numbers(const char *text);
