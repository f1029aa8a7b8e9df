/* command/receive_print.h - what became of a file that came back, in a line.
 *
 * For programs: one object a file and line.
 *   file      what came back
 *   into      the file of the project; absent: it cannot be told which
 *   state     "received", "as it was", "refused"; with --dry-run "received" is what would be
 *   new, changed, kept, conflicts, late, gone    contexts, as translate/returned.h says
 *   translated, messages                         of the project's file then */
#pragma once
#include "command/options.h"
#include "translate/returned.h"

typedef enum ReceiveState { RECEIVE_REFUSED, RECEIVE_AS_IT_WAS, RECEIVE_TAKEN } ReceiveState;

/* @into and @returned are NULL where nothing is known of them. With --verbose the messages are named. */
void receive_print(const char *file, const char *into, ReceiveState state,
                   const Returned *returned, const Options *options);
