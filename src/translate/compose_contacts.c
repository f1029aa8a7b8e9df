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
    const FillValue named = { "name", name.text, name.untranslated, false };
    Piece about = { .text = compose_word(composer, "link_about"),
                    .values = &named,
                    .value_count = 1 };
    Link *link = arena_new_array(composer->arena, Link, 1);

    *link = (Link){ contact->url, compose_phrase(composer, &about, 1, "") };
    compose_block(composer, ROLE_CONTACT_LINK, compose_address(composer, contact->url));
    compose_last_block(composer)->link = link;
}

static void
add_contact(Composer *composer, const Contact *contact, GroupKind kind)
{
    const Text absent = { 0 };
    bool is_free = contact->cost == COST_FREE, discreet = composer->variant->discreet;
    const Piece note[] = { { .text = discreet ? &absent : &contact->what },
                           { .text = &contact->hours },
                           { .text = is_free ? compose_word(composer, "free") : &absent } };

    compose_begin_group(composer, (Group){ .kind = kind,
                                           .contact = contact,
                                           .unchecked = date_is_none(contact->verified_on),
                                           .where = contact->where });
    compose_text_block(composer, ROLE_CONTACT_NAME,
                       discreet ? &contact->neutral_name : &contact->name);
    compose_block(composer, ROLE_CONTACT_NUMBER, compose_number(composer, contact));
    if (composer->variant->format->contact_parts & PRINT_NOTE)
        compose_block(composer, ROLE_CONTACT_NOTE,
                      compose_phrase(composer, note, G_N_ELEMENTS(note), BETWEEN_SENTENCES));
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
