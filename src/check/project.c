/* Checks of everything read, before any leaflet is made. */
#include "check/check.h"

static void
contacts_were_verified_in_time(const Project *project, Date today, Diags *diags)
{
    for (int i = 0; i < project->contacts.count; i++) {
        const Contact *contact = &project->contacts.items[i];
        Date until = contact->verified_on;

        if (date_is_none(contact->verified_on)) {
            diag_add(diags, DIAG_CONTACT_UNVERIFIED, contact->where,
                     "nobody has called '%s' (%s) yet", contact->id, contact->phone.show);
            continue;
        }
        until = date_add_days(contact->verified_on, project->contact_interval_days);
        if (!date_is_none(today) && date_compare(until, today) < 0)
            diag_add(diags, DIAG_CONTACT_EXPIRED, contact->where,
                     "'%s' (%s) was last called on %04d-%02d-%02d, more than %d days ago",
                     contact->id, contact->phone.show, contact->verified_on.year,
                     contact->verified_on.month, contact->verified_on.day,
                     project->contact_interval_days);
    }
}

static void
check_laws(const Project *project, const Right *right, Date today, Diags *diags)
{
    for (int i = 0; i < right->law.count; i++) {
        const Law *law = &right->law.items[i];
        Date until;

        if (date_is_none(law->checked_on)) {
            diag_add(diags, DIAG_LAW_OUTDATED, law->where,
                     "nobody has looked '%s' of '%s' up yet", law->ref, right->id);
            continue;
        }
        until = date_add_days(law->checked_on, project->law_interval_days);
        if (!date_is_none(today) && date_compare(until, today) < 0)
            diag_add(diags, DIAG_LAW_OUTDATED, law->where,
                     "'%s' of '%s' was last checked on %04d-%02d-%02d, more than %d days ago",
                     law->ref, right->id, law->checked_on.year, law->checked_on.month,
                     law->checked_on.day, project->law_interval_days);
    }
}

static void
laws_were_checked_in_time(const Project *project, Date today, Diags *diags)
{
    for (int i = 0; i < project->packs.count; i++) {
        const Pack *pack = &project->packs.items[i];

        for (int k = 0; k < pack->sections.count; k++) {
            const Section *section = &pack->sections.items[k];

            for (int n = 0; n < section->rights.count; n++)
                check_laws(project, &section->rights.items[n], today, diags);
        }
    }
}

/* A right that is only promised, or not to be had, must say so where it is printed. */
static void
promises_state_their_limits(const Project *project, Date today, Diags *diags)
{
    (void) today;
    for (int i = 0; i < project->packs.count; i++) {
        const Pack *pack = &project->packs.items[i];

        for (int k = 0; k < pack->sections.count; k++)
            for (int n = 0; n < pack->sections.items[k].rights.count; n++) {
                const Right *right = &pack->sections.items[k].rights.items[n];

                if (right->status >= STATUS_COMMITMENT_ONLY && right->limits.msgid == NULL)
                    diag_add(diags, DIAG_LIMITS_MISSING, right->where,
                             "'%s' is not in law or practice, and does not say so in 'limits'",
                             right->id);
            }
    }
}

typedef void (*ProjectCheck)(const Project *project, Date today, Diags *diags);

/* To add one: its function above, its row here, a case in tests/golden. */
static const ProjectCheck checks[] = {
    contacts_were_verified_in_time,
    laws_were_checked_in_time,
    promises_state_their_limits,
};

void
check_project(const Project *project, Date today, Diags *diags)
{
    for (size_t i = 0; i < G_N_ELEMENTS(checks); i++)
        checks[i](project, today, diags);
}
