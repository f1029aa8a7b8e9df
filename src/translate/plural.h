/* translate/plural.h - which plural form a language uses for a number.
 * Takes the Plural-Forms field of a PO header, parsed once, and gives the index of msgstr[] for
 * any number. The formula is C's arithmetic on an unsigned n, as gettext defines it. */
#pragma once
#include "base/arena.h"

#include <stdbool.h>

typedef struct Plural Plural;

enum { PLURAL_FORMS_MOST = 16, PLURAL_PROVED_UP_TO = 1000 };

/* Parses "nplurals=2; plural=(n != 1);". Proved for every n from 0 to PLURAL_PROVED_UP_TO: no
 * division by zero, no index that is not below nplurals. NULL when it is not so; then *@fault
 * says why, in @arena, as the end of a sentence about the field. */
const Plural *plural_parse(Arena *arena, const char *field, const char **fault);

int plural_form_count(const Plural *plural);

/* The form for @n. Where the formula fails, as it may past the proved numbers, the last. */
int plural_form(const Plural *plural, unsigned long n);

/* True when, of the proved numbers, @form is for one alone: a text in it may go without the
 * number ("one day"), while Serbian msgstr[0] stands for 1, 21, 31 and may not. */
bool plural_is_for_one_number(const Plural *plural, int form);
