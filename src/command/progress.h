/* command/progress.h - a line on the terminal while many leaflets are made: how many are done, how fast, and how
 * much longer it takes. */
#pragma once
#include "command/options.h"

typedef struct Progress Progress;

/* Shows nothing unless standard error is a terminal and the options leave room for it: what is kept in a file
 * has no clock in it. @total: those that are to be made; what stays as it was does not count. */
Progress *progress_new(const Options *options, int total);
/* Not more often than an eye can follow. */
void progress_show(Progress *progress, int done);
/* Wipes the line and frees. */
void progress_free(Progress *progress);

/* The line, of at most @columns columns as far as they hold the figures, when @elapsed microseconds have gone by.
 * Free with g_free(). */
char *progress_line(int done, int total, gint64 elapsed, int columns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Progress, progress_free)
