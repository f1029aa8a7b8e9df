/* command/option_rows.h - the table of all options. Private to options.c, which reads the command line by it. */
#pragma once
#include "command/options.h"

typedef struct OptionRow {
    const char *name;
    char letter;
    unsigned groups; /* OptionGroup: any of them */
    GOptionArg kind;
    size_t at; /* in Options */
    const char *about;
    const char *value; /* what help calls its value */
} OptionRow;

/* All of them, ended by a NULL name. Two may share a name, for commands of different groups, or a place. */
const OptionRow *option_rows(void);
