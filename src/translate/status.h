/* translate/status.h - how much of a language is translated, and what stands in the way of printing.
 * Takes the messages of a project and a catalog, gives numbers. */
#pragma once
#include "translate/messages.h"
#include "translate/translate.h"

/* What msgfmt --statistics counts in a file that is up to date, and the words of the source. */
typedef struct Tally {
    int translated; /* neither fuzzy nor empty */
    int fuzzy, missing;
    int faulty; /* of the translated: those that cannot be used */
    int absent; /* of the missing: those that are not even in the file */
    int words, words_translated;
} Tally;

/* Of the messages of @domain; none where @catalog's language is the one they are written in. */
Tally status_of_domain(const Messages *messages, const Catalog *catalog, const Locale *locale,
                       const char *domain);

/* Of the messages that the project's format number @format prints in a release. Those that stand in
 * its way are added to @in_the_way, const Message. */
Tally status_of_format(const Messages *messages, const Catalog *catalog, const Locale *locale,
                       int format, GPtrArray *in_the_way);

/* As programs read it: "translated", "fuzzy", "faulty", "missing". */
const char *status_of_message(const Messages *messages, const Catalog *catalog,
                              const Message *message);

/* What stands between white space in @text. */
int status_count_words(const char *text);

/* The language that a message is written in. Words that packs share are of the first pack's. NULL:
 * there is no pack. */
const Locale *status_source(const Messages *messages, const Message *message);
