/* command/verified.h - notes in the files of contacts that their numbers were called. */
#pragma once
#include "command/options.h"
#include "model/content.h"

/* Writes the day and the caller that @options name into the files of the contacts that @ids names;
 * nothing else in them changes. Either all are noted or, when something is wrong, none. Prints
 * what was done. */
void contacts_verified(const Project *project, char *const *ids, const Options *options,
                       Diags *diags);
