/* Checks of a pack as it was read, before any leaflet is made. */
#include "check/check.h"

static void
report_expired(const Project *project, const Contact *contact, Diags *diags)
{
    Date called = contact->verified_on, until = contact_until(project, contact);

    if (date_compare(until, date_add_days(called, project->contact_interval_days)) < 0)
        diag_add(diags, DIAG_CONTACT_EXPIRED, contact->where,
                 "'%s' (%s) expired on %04d-%02d-%02d, as its 'expires_on' says", contact->id,
                 contact->phone.show, until.year, until.month, until.day);
    else
        diag_add(diags, DIAG_CONTACT_EXPIRED, contact->where,
                 "'%s' (%s) was last called on %04d-%02d-%02d, more than %d days ago",
                 contact->id, contact->phone.show, called.year, called.month, called.day,
                 project->contact_interval_days);
}

static void
check_contact(const Project *project, const Contact *contact, Date today, Diags *diags)
{
    Date called = contact->verified_on;

    if (date_is_none(called)) {
        diag_add(diags, DIAG_CONTACT_UNVERIFIED, contact->where,
                 "nobody has called '%s' (%s) yet", contact->id, contact->phone.show);
        return;
    }
    if (!date_is_none(today) && date_compare(contact_until(project, contact), today) < 0)
        report_expired(project, contact, diags);
}

static void
contacts_were_verified_in_time(const Project *project, const Section *section, Date today,
                               Diags *diags)
{
    for (int i = 0; i < section->contacts.count; i++)
        check_contact(project, section->contacts.items[i], today, diags);
}

static void
check_law(const Project *project, const Right *right, const Law *law, Date today, Diags *diags)
{
    Date checked = law->checked_on;

    if (date_is_none(checked)) {
        diag_add(diags, DIAG_LAW_OUTDATED, law->where, "nobody has looked '%s' of '%s' up yet",
                 law->ref, right->id);
        return;
    }
    Date until = date_add_days(checked, project->law_interval_days);
    if (!date_is_none(today) && date_compare(until, today) < 0)
        diag_add(diags, DIAG_LAW_OUTDATED, law->where,
                 "'%s' of '%s' was last checked on %04d-%02d-%02d, more than %d days ago",
                 law->ref, right->id, checked.year, checked.month, checked.day,
                 project->law_interval_days);
}

static void
laws_were_checked_in_time(const Project *project, const Section *section, Date today,
                          Diags *diags)
{
    for (int i = 0; i < section->rights.count; i++) {
        const Right *right = &section->rights.items[i];

        for (int k = 0; k < right->law.count; k++)
            check_law(project, right, &right->law.items[k], today, diags);
    }
}

/* A right that is only promised, or not to be had, must say so where it is printed. */
static void
promises_state_their_limits(const Project *project, const Section *section, Date today,
                            Diags *diags)
{
    (void) project;
    (void) today;
    for (int i = 0; i < section->rights.count; i++) {
        const Right *right = &section->rights.items[i];

        if (right->status >= STATUS_COMMITMENT_ONLY && right->limits.msgid == NULL)
            diag_add(diags, DIAG_LIMITS_MISSING, right->where,
                     "'%s' is not in law or practice, and does not say so in 'limits'",
                     right->id);
    }
}

typedef void (*SectionCheck)(const Project *project, const Section *section, Date today,
                             Diags *diags);

/* To add one: its function above, its row here, a case in tests/golden. */
static const SectionCheck checks[] = {
    contacts_were_verified_in_time,
    laws_were_checked_in_time,
    promises_state_their_limits,
};

void
check_pack(const Project *project, const Pack *pack, Date today, Diags *diags)
{
    for (size_t i = 0; i < G_N_ELEMENTS(checks); i++)
        for (int k = 0; k < pack->sections.count; k++)
            checks[i](project, &pack->sections.items[k], today, diags);
}
