/* translate/reading.h - how hard a pack's running text is in one language.
 * Takes texts as they are printed, gives counts. What cannot be counted in a script is said to be not
 * measured, never guessed. */
#pragma once
#include "base/prose.h"
#include "translate/translate.h"

typedef struct Reading {
    const Pack *pack;
    const Locale *locale;
    bool counts_words; /* false: nothing of it is measured */
    bool counts_lix;   /* false: letters say nothing of how hard a word is */
    int sentences, words, long_words;
    bool enough;     /* sentences for an average to say something */
    double lix;      /* 0 unless counted */
    double baseline; /* the pack's own LIX of the language; 0: none */
} Reading;

/* Words a sentence; 0 when nothing is measured. */
double reading_average(const Reading *reading);

/* Of what is translated. Headings, labels and what a contact is are no running text. */
Reading reading_of(const Project *project, const Pack *pack, const Locale *locale,
                   const Catalog *catalog);

/* What has become harder than it may be; @source is of the pack's own language. */
void reading_check(const Reading *reading, const Reading *source, Diags *diags);

/* The sentences of @text; NULL where the locale's script has no words that can be counted. Free with
 * g_array_unref(). */
GArray *reading_sentences(const Locale *locale, const char *text);
