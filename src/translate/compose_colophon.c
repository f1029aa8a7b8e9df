/* The small print: what the marks mean, the edition, and until when the leaflet may be used. */
#include "translate/compose.h"

enum { COLOPHON_PIECES = 4 };

static const Contact *
printed_contact(const Composer *composer, guint index)
{
    return composer->contacts->pdata[index];
}

/* The day the first of the printed numbers was last called; none when none ever was. */
static Date
oldest_call(const Composer *composer)
{
    Date oldest = { 0 };

    for (guint i = 0; i < composer->contacts->len; i++) {
        Date day = printed_contact(composer, i)->verified_on;

        if (!date_is_none(day) && (date_is_none(oldest) || date_compare(day, oldest) < 0))
            oldest = day;
    }
    return oldest;
}

static bool
any_unchecked(const Composer *composer)
{
    for (guint i = 0; i < composer->contacts->len; i++)
        if (date_is_none(printed_contact(composer, i)->verified_on))
            return true;
    return false;
}

Date
compose_contacts_until(const Composer *composer)
{
    Date first = { 0 };

    for (guint i = 0; i < composer->contacts->len; i++) {
        Date until = contact_until(composer->variant->project, printed_contact(composer, i));

        if (!date_is_none(until) && (date_is_none(first) || date_compare(until, first) < 0))
            first = until;
    }
    return first;
}

/* The earlier of the days on which the law and the numbers want to be checked again. */
static Date
use_until(const Composer *composer)
{
    const Variant *variant = composer->variant;
    bool checked = !date_is_none(composer->oldest_law);
    Date law = checked ? composer->oldest_law : variant->pack->law_state;
    Date law_until = date_add_days(law, variant->project->law_interval_days);
    Date contacts_until = compose_contacts_until(composer);

    if (date_is_none(contacts_until) || date_compare(law_until, contacts_until) < 0)
        return law_until;
    return contacts_until;
}

/* Which words tell about the numbers; NULL when no number is printed, or where there is little room
 * and the mark above says the same. */
static const char *
numbers_key(const Composer *composer)
{
    const Format *format = composer->variant->format;

    if (composer->contacts->len == 0 || !format->checked_day ||
        (format->short_colophon && any_unchecked(composer)))
        return NULL;
    return any_unchecked(composer) ? "colophon_unchecked" : "colophon_checked";
}

static FillValue
date_value(const Phrase *date)
{
    return (FillValue){ "date", date->text, false };
}

static Phrase
colophon_phrase(Composer *composer, const char *edition)
{
    const Variant *variant = composer->variant;
    const Text absent = { 0 };
    const char *numbers = numbers_key(composer);
    Date called = any_unchecked(composer) ? (Date){ 0 } : oldest_call(composer);
    Phrase law = compose_date(composer, variant->pack->law_state);
    Phrase until = compose_date(composer, use_until(composer));
    Phrase call = date_is_none(called) ? (Phrase){ .text = "" } : compose_date(composer, called);
    const FillValue version[] = { { "version", variant->pack->version, true },
                                  { "locale", variant->locale->lang, true },
                                  { "edition", edition, true } };
    const FillValue days[] = { date_value(&law), date_value(&call), date_value(&until) };
    const char *day_key = variant->discreet ? "colophon_day" : "colophon_law";
    const Text *day =
        variant->format->short_colophon ? &absent : compose_word(composer, day_key);
    const Piece pieces[COLOPHON_PIECES] = {
        { compose_word(composer, "colophon_version"), false, version, G_N_ELEMENTS(version) },
        { day, false, &days[0], 1 },
        { numbers == NULL ? &absent : compose_word(composer, numbers), false, &days[1], 1 },
        { compose_word(composer, "colophon_until"), false, &days[2], 1 },
    };
    Phrase phrase = compose_phrase(composer, pieces, COLOPHON_PIECES, " · ");

    phrase.untranslated |= law.untranslated || call.untranslated || until.untranslated;
    return phrase;
}

/* Its dates are words of their own: all of it is in one language. */
Phrase
compose_colophon_phrase(Composer *composer, const char *edition)
{
    Phrase phrase = colophon_phrase(composer, edition);

    if (!phrase.untranslated)
        return phrase;
    composer->says_source = true;
    phrase = colophon_phrase(composer, edition);
    composer->says_source = false;
    return phrase;
}

void
compose_colophon_ahead(Composer *composer)
{
    compose_colophon_phrase(composer, "");
    if (any_unchecked(composer))
        compose_text(composer, compose_word(composer, "unchecked"));
}

void
compose_colophon(Composer *composer)
{
    const Icon *ring = project_find_icon(composer->variant->project, "unchecked");
    Phrase colophon = compose_colophon_phrase(composer, "");

    if (any_unchecked(composer)) {
        compose_text_block(composer, ROLE_MARKS, compose_word(composer, "unchecked"));
        compose_last_block(composer)->icon = ring;
    }
    if (composer->untranslated)
        compose_text_block(composer, ROLE_MARKS, compose_word(composer, "untranslated"));
    if (composer->variant->format->see_full)
        compose_text_block(composer, ROLE_COLOPHON, compose_word(composer, "see_full"));
    compose_block(composer, ROLE_COLOPHON, colophon);
}
