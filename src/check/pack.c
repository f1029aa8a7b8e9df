/* Checks of a pack as it was read, before any leaflet is made, and of what a leaflet prints of it. */
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

/* A right that is only promised, or not to be had, must say so where it is printed. */
static void
check_promise(const Right *right, Diags *diags)
{
    if (right->status >= STATUS_COMMITMENT_ONLY && right->limits.msgid == NULL)
        diag_add(diags, DIAG_LIMITS_MISSING, right->where,
                 "'%s' is not in law or practice, and does not say so in 'limits'", right->id);
}

static void
check_right(const Project *project, const Right *right, Date today, Diags *diags)
{
    for (int i = 0; i < right->law.count; i++)
        check_law(project, right, &right->law.items[i], today, diags);
    check_promise(right, diags);
}

void
check_pack(const Project *project, const Pack *pack, Date today, Diags *diags)
{
    for (int i = 0; i < pack->sections.count; i++) {
        const Section *section = &pack->sections.items[i];

        for (int k = 0; k < section->contacts.count; k++)
            check_contact(project, section->contacts.items[k], today, diags);
    }
    for (int i = 0; i < pack->sections.count; i++) {
        const Section *section = &pack->sections.items[i];

        for (int k = 0; k < section->rights.count; k++)
            check_right(project, &section->rights.items[k], today, diags);
    }
}

/* --- of one leaflet ------------------------------------------------------------------------ */

static bool
is_covered(const Document *document, const char *item)
{
    for (int i = 0; i < document->right_count; i++)
        if (names_have(document->rights[i]->covers, item))
            return true;
    return false;
}

/* Forms and sheets for the staff tell nobody her rights. */
static bool
has_to_cover(const Format *format)
{
    return !format->see_full && !format->kept_by_staff && format->languages != LANGUAGES_STAFF;
}

static void
check_covered(const Document *document, Diags *diags)
{
    const Variant *variant = &document->variant;
    NameList items = variant->pack->must_cover;

    for (int i = 0; has_to_cover(variant->format) && i < items.count; i++) {
        if (is_covered(document, items.items[i].text))
            continue;
        diags_about(diags, items.items[i].text);
        diag_add(diags, DIAG_NOT_COVERED, items.items[i].where,
                 "no right of %s for '%s' covers '%s'", variant->format->id,
                 variant->audience->id, items.items[i].text);
        diags_about(diags, NULL);
    }
}

void
check_document(const Document *document, Date today, Diags *diags)
{
    const Project *project = document->variant.project;
    const Pack *pack = document->variant.pack;

    if (document->variant.release && pack->sample)
        diag_add(diags, DIAG_SAMPLE_PACK, pack->where,
                 "the pack '%s' is a sample, and samples are never released", pack->id);
    if (document->variant.release)
        check_contacts(project, today, diags);
    for (int i = 0; i < document->contact_count; i++)
        check_contact(project, document->contacts[i], today, diags);
    for (int i = 0; i < document->right_count; i++)
        check_right(project, document->rights[i], today, diags);
    check_covered(document, diags);
}
