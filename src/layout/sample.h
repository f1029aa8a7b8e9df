/* layout/sample.h - text of any length in a language: words as long as a leaflet's own, letters of average
 * width. Takes a leaflet, a language and a face; gives words to set lines with, never to print. */
#pragma once
#include "layout/fit.h"

/* Words of one language in one face, in the order of the leaflet. */
typedef struct Sample Sample;

Sample *sample_new(const Fitting *fitting, const Locale *locale, Face face);
void sample_free(Sample *sample);
/* Appends words of so many characters together, spaces counted, to @words. The text begins after that @share of
 * the sample (0 up to 1), so that others can be had; where it ends there is no space. */
void sample_add_words(const Sample *sample, double share, int characters, GArray *words);
