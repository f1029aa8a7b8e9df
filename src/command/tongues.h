/* command/tongues.h - the languages that someone gave: "ar", or "sr+ar" for two side by side.
 * Only jobs.c and targets.c use it. */
#pragma once
#include "command/options.h"
#include "model/content.h"

/* Borrowed from the project. */
typedef struct Tongue {
    const Locale *first;
    const Locale *second; /* NULL: one language */
} Tongue;

/* What the command line names, else @defaults, else every locale: an array of Tongue, free with
 * g_array_unref(). Unknown names are reported and left out. */
GArray *tongues_find(const Project *project, const Options *options, NameList defaults,
                     Diags *diags);

/* @text as a manifest writes it; `first` is NULL when the project lacks a language of it. */
Tongue tongue_parse(const Project *project, const char *text);
