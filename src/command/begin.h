/* command/begin.h - a new language in one command: the profile that every translation needs. */
#pragma once
#include "command/options.h"
#include "model/content.h"

/* The project with every language that the command line names. With --new a profile is written for
 * each of them first; names that nobody knows are reported. NULL when there is no project; free with
 * project_free(). */
Project *begin_languages(const Options *options, Diags *diags);

/* Reports that the project has no language called @word, and how it gets one. */
void begin_report_missing(const Project *project, const char *word, Diags *diags);
