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
} lints[] = {
    { DIAG_PO_SPACES, false, lint_spaces },
    { DIAG_PO_DIGITS, false, lint_digits },
    { DIAG_PO_BRACKETS, false, lint_brackets },
    { DIAG_PO_QUOTES, false, lint_quotes },
    { DIAG_PO_ENDING, true, lint_ending },
    { DIAG_PO_SAME, true, lint_same },
    { DIAG_PO_LENGTH, true, lint_length },
    { DIAG_PO_DOUBLED, false, lint_doubled },
    { DIAG_PO_LETTERS, false, lint_letters },
    { DIAG_AVOIDED_WORD, false, lint_avoided },
    { DIAG_ZWSP_MISSING, false, lint_breaks },
    { DIAG_PROMISE, false, lint_promises },
    { DIAG_ARTICLE_NUMBER, false, lint_articles },
    { DIAG_ABBREVIATION, false, lint_abbreviations },
    { DIAG_LONG_SENTENCE, false, lint_sentences },
    { DIAG_NUMBER_IN_PROSE, false, lint_number_in_prose },
    { DIAG_NUMBER_DIFFERS, false, lint_number_differs },
    { DIAG_NUMBER_UNKNOWN, false, lint_number_unknown },
};

static void
lint_form(const Project *project, const Locale *locale, const Entry *entry, int form,
          const EntryFile *file, Diags *diags)
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
        if (!entry_allows(entry, diag_info(lints[i].code)->name))
            lints[i].find(&text);
}

void
lint_entry(const Project *project, const Locale *locale, const Entry *entry,
           const EntryFile *file, Diags *diags)
{
    diags_about(diags, entry->context);
    for (int i = 0; i < entry->form_count; i++)
        lint_form(project, locale, entry, i, file, diags);
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
