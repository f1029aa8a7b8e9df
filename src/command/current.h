/* command/current.h - a translation brought up to date with the content, in memory.
 * What `update` writes, `handoff` gives away and `receive` compares with. */
#pragma once
#include "model/content.h"
#include "translate/merged.h"

/* True when texts of @domain are translated into @locale: it is not their own language, and not made
 * letter by letter, or there is a file of the project's own all the same. */
bool current_is_wanted(const Project *project, const Locale *locale, const char *domain);

/* The file as it is: of the project, else of the installed data, else with nothing in it yet. NULL is
 * reported. */
GBytes *current_read(const Project *project, const Locale *locale, const char *domain,
                     Diags *diags);

/* @bytes, mended, with exactly the messages of @template. NULL is reported, at @path. */
Merged *current_merge(const char *path, GBytes *bytes, const Locale *locale, GBytes *template,
                      Diags *diags);

/* Both for those who write nothing of it: only what keeps it from being made is reported. @path: of the
 * project's file, whether it is there or not. */
Merged *current_make(const Project *project, const Locale *locale, const char *domain,
                     GBytes *template, const char *path, Diags *diags);
