/* command/handoff_print.h - what was handed off.
 *
 * For people: a table of the files, and where they are. For programs one object a PO file and line:
 *   handoff       the folder, or the zip file
 *   file          in it
 *   locale
 *   new_texts, new_words, fuzzy_..., repeated_..., translated_...    as translate/handed.h says */
#pragma once
#include "command/handoff_texts.h"
#include "command/options.h"

void handoff_print(const Handoff *handoff, const char *path, const Options *options);
