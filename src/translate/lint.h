/* translate/lint.h - what a reader would stumble over in a text; private to translate/.
 * Takes an entry of a PO file, or a text as its author wrote it, gives warnings at its line. What
 * makes an entry unusable is entry.c's. lint.c has the table, the other files the lints. */
#pragma once
#include "model/content.h"
#include "translate/entry.h"

/* One form of a message. Texts are without what no translation changes: kept_left_out(). */
typedef struct LintText {
    const Project *project;
    const Locale *locale;
    const char *domain; /* of the message: a pack's id, "common" */
    const char *name;   /* "rights/time/text" */
    const char *text;   /* of the locale's language */
    const char *source; /* what it translates; NULL: it is a source text itself */
    bool verbatim;      /* it is its source, letter by letter */
    Where where;
    Diags *diags;
} LintText;

/* All lints of the forms of @entry, unless its comments allow what they find; @strict: as a
 * release has it, where wording and numbers are nothing that a comment can allow. */
void lint_entry(const Project *project, const Locale *locale, const Entry *entry,
                const EntryFile *file, bool strict, Diags *diags);

/* Of an entry of the locale that @locale is derived from: what the letters of @locale cannot say. */
void lint_derived(const Locale *locale, const Entry *entry, const EntryFile *file, Diags *diags);

/* A text of the source language, at its place in YAML. */
void lint_source(const Project *project, const Locale *locale, const Text *text, Diags *diags);

/* --- lint_shape.c: how it is written ------------------------------------------------------- */

void lint_spaces(const LintText *text);
void lint_digits(const LintText *text);
void lint_length(const LintText *text);

/* --- lint_breaks.c ------------------------------------------------------------------------- */

void lint_breaks(const LintText *text);

/* --- lint_marks.c, lint_ending.c: punctuation ----------------------------------------------- */

void lint_brackets(const LintText *text);
void lint_quotes(const LintText *text);
void lint_ending(const LintText *text);

/* --- lint_numbers.c: digits that may be a phone number's ------------------------------------- */

void lint_number_in_prose(const LintText *text);
void lint_number_differs(const LintText *text);
void lint_number_unknown(const LintText *text);

/* --- lint_words.c: words and letters ------------------------------------------------------- */

void lint_same(const LintText *text);
void lint_doubled(const LintText *text);
void lint_letters(const LintText *text);
void lint_avoided(const LintText *text);

/* --- lint_claims.c: promises, articles, abbreviations ---------------------------------------- */

void lint_promises(const LintText *text);
void lint_articles(const LintText *text);
void lint_abbreviations(const LintText *text);

/* --- lint_sentences.c ------------------------------------------------------------------------ */

void lint_sentences(const LintText *text);

/* --- lint_scope.c ---------------------------------------------------------------------------- */

/* Where the text with the context @name stands: a set of Scope. */
unsigned lint_scope(const char *name);
