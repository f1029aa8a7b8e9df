/* Digits in a text that are a phone number, or may be one. A number is printed where a placeholder
 * stands, so that it is the one that was called; typed into a text it grows old unseen. */
#include "translate/lint.h"

#include "base/phone.h"
#include "model/numbers.h"

#include <string.h>

enum { LEAST_DIGITS = 3 };

/* "2012/29" and "2012 29" are one exception. */
static bool
is_listed(const Pack *pack, const char *digits)
{
    for (int i = 0; i < pack->numbers.count; i++) {
        g_autofree char *listed = phone_digits(pack->numbers.items[i].number);

        if (strcmp(listed, digits) == 0)
            return true;
    }
    return false;
}

/* Texts that packs share may hold what any pack allows. */
static bool
is_allowed(const LintText *text, const char *digits)
{
    const Pack *own = project_find_pack(text->project, text->domain);

    if (own != NULL)
        return is_listed(own, digits);
    for (int i = 0; i < text->project->packs.count; i++)
        if (is_listed(&text->project->packs.items[i], digits))
            return true;
    return false;
}

/* "24/7", "10-20": hours and the like. */
static bool
is_short_pair(const DigitRun *run)
{
    return run->groups <= 2 && run->longest <= 2;
}

/* A translation that has its source's number is not to blame for it. */
static bool
is_of_source(const LintText *text, const char *digits)
{
    const char *at = text->source;
    bool found = false;

    while (at != NULL && !found) {
        g_auto(DigitRun) run;

        if (!digit_run_next(&at, &run))
            return false;
        found = strcmp(run.digits, digits) == 0;
    }
    return found;
}

typedef void (*Finding)(const LintText *text, const DigitRun *run, const Contact *contact);

/* Calls @find with the runs that are like a contact's number in this way. */
static void
find_numbers(const LintText *text, Likeness wanted, Finding find)
{
    const char *at = text->text;

    for (;;) {
        g_auto(DigitRun) run;
        Likeness like;

        if (!digit_run_next(&at, &run))
            return;
        if (strlen(run.digits) < LEAST_DIGITS || is_short_pair(&run) ||
            is_allowed(text, run.digits) || is_of_source(text, run.digits))
            continue;
        const Contact *contact = project_find_number(text->project, run.digits, &like);
        if (like == wanted)
            find(text, &run, contact);
    }
}

static void
report_same(const LintText *text, const DigitRun *run, const Contact *contact)
{
    g_autofree char *written = g_strndup(run->start, (gsize) (run->end - run->start));

    if (contact->confidential)
        diag_add(text->diags, DIAG_CONTACT_CONFIDENTIAL, text->where,
                 "'%s' has the number of '%s', which is confidential", text->name, contact->id);
    else
        diag_add(text->diags, DIAG_NUMBER_IN_PROSE, text->where,
                 "'%s' has '%s' as text: it is the number of {tel.%s}", text->name, written,
                 contact->id);
}

void
lint_number_in_prose(const LintText *text)
{
    find_numbers(text, NUMBER_SAME, report_same);
}

static void
report_near(const LintText *text, const DigitRun *run, const Contact *contact)
{
    g_autofree char *written = g_strndup(run->start, (gsize) (run->end - run->start));

    diag_add(text->diags, DIAG_NUMBER_DIFFERS, text->where,
             "'%s' has '%s', but the number of {tel.%s} is '%s'", text->name, written,
             contact->id, contact->phone.show);
}

void
lint_number_differs(const LintText *text)
{
    find_numbers(text, NUMBER_NEAR, report_near);
}

static void
report_unknown(const LintText *text, const DigitRun *run, const Contact *contact)
{
    g_autofree char *written = g_strndup(run->start, (gsize) (run->end - run->start));

    (void) contact;
    diag_add(text->diags, DIAG_NUMBER_UNKNOWN, text->where,
             "'%s' has '%s', which is the number of no contact", text->name, written);
}

void
lint_number_unknown(const LintText *text)
{
    find_numbers(text, NUMBER_OTHER, report_unknown);
}
