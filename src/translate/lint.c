/* The table of lints, and where they are held against texts. */
#include "translate/lint.h"

#include "translate/kept.h"
#include "translate/serbian.h"

#include <string.h>

/* One row a lint. To add one: its function in one of the files lint_*.c, its row
 * here, its code in base/diag.h and base/diag_lints.c, a case in tests/golden. */
static const struct Lint {
    DiagCode code; /* what a comment "allow:" names */
    bool compares; /* says nothing of a source text */
    void (*find)(const LintText *text);
    bool needs_name; /* in a release no comment allows it, only who is named in exceptions.yaml */
} lints[] = {
    { DIAG_PO_SPACES, false, lint_spaces, false },
    { DIAG_PO_DIGITS, false, lint_digits, false },
    { DIAG_PO_BRACKETS, false, lint_brackets, false },
    { DIAG_PO_QUOTES, false, lint_quotes, false },
    { DIAG_PO_ENDING, true, lint_ending, false },
    { DIAG_PO_SAME, true, lint_same, false },
    { DIAG_PO_LENGTH, true, lint_length, false },
    { DIAG_PO_DOUBLED, false, lint_doubled, false },
    { DIAG_PO_LETTERS, false, lint_letters, false },
    { DIAG_AVOIDED_WORD, false, lint_avoided, true },
    { DIAG_ZWSP_MISSING, false, lint_breaks, false },
    { DIAG_PROMISE, false, lint_promises, true },
    { DIAG_ARTICLE_NUMBER, false, lint_articles, true },
    { DIAG_ABBREVIATION, false, lint_abbreviations, true },
    { DIAG_LONG_SENTENCE, false, lint_sentences, true },
    { DIAG_NUMBER_IN_PROSE, false, lint_number_in_prose, true },
    { DIAG_NUMBER_DIFFERS, false, lint_number_differs, true },
    { DIAG_NUMBER_UNKNOWN, false, lint_number_unknown, true },
};

static void
lint_form(const Project *project, const Locale *locale, const Entry *entry, int form,
          const EntryFile *file, bool strict, Diags *diags)
{
    g_autofree char *words = kept_left_out(entry->forms[form]);
    g_autofree char *source = kept_left_out(entry_source(entry));
    const LintText text = { .project = project,
                            .locale = locale,
                            .domain = entry->domain,
                            .name = entry->context,
                            .text = words,
                            .source = source,
                            .verbatim = strcmp(entry->forms[form], entry_source(entry)) == 0,
                            .where = entry_where(entry, file, form),
                            .diags = diags };

    for (size_t i = 0; i < G_N_ELEMENTS(lints); i++)
        if ((strict && lints[i].needs_name) ||
            !entry_allows(entry, diag_info(lints[i].code)->name))
            lints[i].find(&text);
}

void
lint_entry(const Project *project, const Locale *locale, const Entry *entry,
           const EntryFile *file, bool strict, Diags *diags)
{
    diags_about(diags, entry->context);
    for (int i = 0; i < entry->form_count; i++)
        lint_form(project, locale, entry, i, file, strict, diags);
    diags_about(diags, NULL);
}

void
lint_derived(const Locale *locale, const Entry *entry, const EntryFile *file, Diags *diags)
{
    diags_about(diags, entry->context);
    for (int i = 0; i < entry->form_count; i++) {
        g_autofree char *latin = serbian_latin_spelled(entry->forms[i], locale->spelled);
        g_autofree char *words = kept_left_out(latin);
        const LintText text = { .locale = locale,
                                .name = entry->context,
                                .text = words,
                                .where = entry_where(entry, file, i),
                                .diags = diags };

        if (!entry_allows(entry, diag_info(DIAG_PO_LETTERS)->name))
            lint_letters(&text);
    }
    diags_about(diags, NULL);
}

void
lint_source(const Project *project, const Locale *locale, const Text *source, Diags *diags)
{
    const char *const forms[] = { source->msgid, source->msgid_plural };

    diags_about(diags, source->context);
    for (size_t i = 0; i < G_N_ELEMENTS(forms) && forms[i] != NULL; i++) {
        g_autofree char *words = kept_left_out(forms[i]);
        const LintText text = { .project = project,
                                .locale = locale,
                                .domain = source->domain,
                                .name = source->context,
                                .text = words,
                                .where = source->where,
                                .diags = diags };

        for (size_t k = 0; k < G_N_ELEMENTS(lints); k++)
            if (!lints[k].compares)
                lints[k].find(&text);
    }
    diags_about(diags, NULL);
}
