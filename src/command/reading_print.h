/* command/reading_print.h - one line about how hard a pack's texts are to read. */
#pragma once
#include "translate/reading.h"

/* "rs-trafficking (sr): 7.2 words a sentence, LIX 29, baseline 29" */
void reading_print(const Reading *reading);
/* An object with the counts; null is not measured, or too little. */
void reading_print_json(const Reading *reading);
