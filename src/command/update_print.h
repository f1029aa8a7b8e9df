/* command/update_print.h - what became of a translation file, in a line. */
#pragma once
#include "command/options.h"
#include "translate/merged.h"

typedef enum UpdateState {
    UPDATE_LEFT_ALONE, /* a message says why */
    UPDATE_AS_IT_WAS,
    UPDATE_WRITTEN
} UpdateState;

/* @merged is NULL for a file that could not be read. With --verbose the messages are named. */
void update_print(const char *path, UpdateState state, const Merged *merged,
                  const Options *options);
