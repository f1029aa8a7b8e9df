/* command/handoff_texts.h - the pages that a translator reads before she begins, in plain text and in
 * the language of whoever runs the program. */
#pragma once
#include "model/content.h"
#include "translate/handed.h"

/* A PO file of what is handed off. */
typedef struct HandoffFile {
    const char *domain;
    HandedCount counts[HANDED_STATES];
} HandoffFile;

typedef struct Handoff {
    const Project *project;
    const Locale *locale;
    const HandoffFile *files;
    int count;
    bool has_glossary, has_preview;
} Handoff;

/* What is in the folder, what to do with it, how much work it is. */
GBytes *handoff_readme(const Handoff *handoff);

/* How texts are worded, and how this language is written. */
GBytes *handoff_style(const Handoff *handoff);

/* How much work it is, for spreadsheets. */
GBytes *handoff_words(const Handoff *handoff);

/* Of all files: HANDED_STATES rows. */
void handoff_add_up(const Handoff *handoff, HandedCount *sum);

/* The names of the rows, for programs: "new", "fuzzy", ... */
extern const char *const handed_names[HANDED_STATES];
