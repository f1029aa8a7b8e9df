/* check/verify_told.h - could what a reader tells of an element be of this phrase?
 * Poppler leaves out what follows a ligature, loses letters, and tells them as they were painted:
 * readback/listing.h. So this asks only whether nothing speaks against it. */
#pragma once
#include "model/content.h"

/* True when letters of @locale may be told in another order within a word. */
bool told_in_any_order(const Locale *locale);

/* True when @told is @whole, both of words_letters(), with some letters left out, none of them among
 * the first. A letter lost may be one or none. */
bool told_in_order(const char *told, const char *whole);

/* True when the words told, of words_sorted(), are words of @whole or pieces of them: a ligature ends
 * an element in the middle of a word, and vowel marks break words. One in four may be two words in
 * one. */
bool told_in_words(const GPtrArray *told, const GPtrArray *whole);
