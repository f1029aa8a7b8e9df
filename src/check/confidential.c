#include "check/confidential.h"

#include "model/numbers.h"

static bool
has_confidential(const Project *project)
{
    for (int i = 0; i < project->contacts.count; i++)
        if (project->contacts.items[i].confidential)
            return true;
    return false;
}

static void
check_phrase(const Project *project, const Phrase *phrase, Diags *diags)
{
    const char *at = phrase->text;

    for (;;) {
        g_auto(DigitRun) run;
        Likeness like;

        if (!digit_run_next(&at, &run))
            return;
        const Contact *contact = project_find_number(project, run.digits, &like);
        if (contact != NULL && contact->confidential)
            diag_add(diags, DIAG_CONTACT_CONFIDENTIAL, phrase->where,
                     "this has the number of '%s', which is confidential", contact->id);
    }
}

void
no_confidential_number_is_printed(const Pages *pages, Diags *diags)
{
    const Document *document = pages->document;
    const Project *project = document->variant.project;

    if (!has_confidential(project))
        return;
    for (int i = 0; i < document->block_count; i++)
        for (int k = 0; k < document->blocks[i].phrase_count; k++)
            check_phrase(project, &document->blocks[i].phrases[k], diags);
}
