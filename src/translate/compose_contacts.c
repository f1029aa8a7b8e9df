/* Numbers to call: who answers, the number, what it costs and when. */
#include "translate/compose.h"

#include <string.h>

/* Numbers are for everyone; a web address only where there is room for more, no second language
 * beside it, and nobody who must not learn whose it is. */
static bool
prints_link(const Composer *composer, const Contact *contact)
{
    const Variant *variant = composer->variant;

    return contact->url != NULL && variant->format->details && variant->second == NULL &&
           !variant->discreet;
}

static void
add_link(Composer *composer, const Contact *contact)
{
    Phrase name = compose_text(composer, &contact->name);
    const FillValue named = { "name", name.text, name.untranslated };
    Piece about = { .text = compose_word(composer, "link_about"),
                    .values = &named,
                    .value_count = 1 };
    Link *link = arena_new_array(composer->arena, Link, 1);

    *link = (Link){ contact->url, compose_phrase(composer, &about, 1, "") };
    compose_block(composer, ROLE_CONTACT_LINK, compose_address(composer, contact->url));
    compose_last_block(composer)->link = link;
}

static const Text *
word_if(const Composer *composer, bool holds, const char *key)
{
    static const Text absent = { 0 };

    return holds ? compose_word(composer, key) : &absent;
}

/* That they have to report what she says is printed wherever the number is: she must know before
 * she calls. */
static void
add_note(Composer *composer, const Contact *contact)
{
    const Text absent = { 0 };
    bool all = composer->variant->format->contact_parts & PRINT_NOTE;
    bool reports = contact->mandatory_reporter == ANSWER_YES;
    const Piece note[] = {
        { .text = all && !composer->variant->discreet ? &contact->what : &absent },
        { .text = all ? &contact->hours : &absent },
        { .text = word_if(composer, all && contact->cost == COST_FREE, "free") },
        { .text = word_if(composer, all && contact->anonymous == ANSWER_YES, "anonymous") },
        { .text = word_if(composer, reports, "must_report") },
    };

    compose_block(composer, ROLE_CONTACT_NOTE,
                  compose_phrase(composer, note, G_N_ELEMENTS(note), BETWEEN_SENTENCES));
}

static void
add_contact(Composer *composer, const Contact *contact, GroupKind kind)
{
    bool discreet = composer->variant->discreet;

    compose_begin_group(composer, (Group){ .kind = kind,
                                           .contact = contact,
                                           .unchecked = date_is_none(contact->verified_on),
                                           .where = contact->where });
    compose_text_block(composer, ROLE_CONTACT_NAME,
                       discreet ? &contact->neutral_name : &contact->name);
    compose_block(composer, ROLE_CONTACT_NUMBER, compose_number(composer, contact));
    add_note(composer, contact);
    if (prints_link(composer, contact))
        add_link(composer, contact);
    compose_end_group(composer);
}

static bool
prints_contact(const Variant *variant, const Contact *contact)
{
    bool urgent = false;

    for (int i = 0; i < contact->urgent_for.count; i++)
        urgent |= names_have(variant->audience->tags, contact->urgent_for.items[i].text);
    return urgent || contact->priority <= variant->format->priority_contacts;
}

/* The first number for an emergency stands in the frame. */
void
compose_contacts(Composer *composer, const Section *section)
{
    bool framed = false;

    for (int i = 0; i < section->contacts.count; i++) {
        const Contact *contact = section->contacts.items[i];
        bool in_frame = !framed && strcmp(contact->kind, "emergency") == 0;

        if (!prints_contact(composer->variant, contact))
            continue;
        add_contact(composer, contact, in_frame ? GROUP_EMERGENCY : GROUP_CONTACT);
        framed |= in_frame;
    }
}
