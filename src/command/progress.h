/* command/progress.h - a bar on the terminal while many leaflets are made. */
#pragma once
#include "command/options.h"

typedef struct Progress Progress;

/* Shows nothing unless standard error is a terminal and the options leave room for it. */
Progress *progress_new(const Options *options, int total);
void progress_show(const Progress *progress, int done);
/* Wipes the bar and frees. */
void progress_free(Progress *progress);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Progress, progress_free)
