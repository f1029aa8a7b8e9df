/* base/prose.h - the sentences and words of a text, by Unicode's rules as Pango has them.
 * Thai words are found by libthai's dictionary. Of other scripts without spaces Pango knows no
 * words: whoever counts must not ask for them. */
#pragma once
#include <glib.h>

/* Bytes [start, end) of a text. */
typedef struct Sentence {
    int start, end;
    int words;
    int long_words; /* of more than six letters; marks are none */
} Sentence;

/* Where sentences end. In Thai no mark says it: what stands between two spaces counts as one. */
typedef enum SentenceEnd { SENTENCE_BY_MARKS, SENTENCE_BY_SPACES } SentenceEnd;

/* Thai words come from the dictionary in the program's own data, not whatever a system has. To be
 * called before any text is looked at. */
void prose_use_own_words(const char *data_dir);

/* The sentences of @text in the language @lang (BCP 47) that have a word: an array of Sentence. U+FFFC, what
 * is left of a placeholder, is a word. Free with g_array_unref(). */
GArray *prose_sentences(const char *text, const char *lang, SentenceEnd end);
