/* command/status_print.h - how far translations are, for people, programs and spreadsheets. */
#pragma once
#include "command/options.h"
#include "translate/status.h"

/* A file of translations, or what one format prints of all of them. */
typedef struct StatusRow {
    const Locale *locale;
    const Catalog *catalog;
    bool is_format;
    const char *name; /* a domain, or a format's id */
    Tally tally;
    GPtrArray *in_the_way; /* of a format: const Message; empty: a release could be printed */
} StatusRow;

/* @rows: StatusRow, those of a language together. */
void status_print(const GPtrArray *rows, const Messages *messages, const Options *options);
