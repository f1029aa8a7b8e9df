#include "translate/digest.h"

#include <glib.h>
#include <string.h>

/* Fields end with their NUL, which no text contains; lists are preceded by their length. */
static void
add_field(GChecksum *sum, const char *field)
{
    const char *text = field == NULL ? "" : field;

    g_checksum_update(sum, (const guchar *) text, (gssize) strlen(text) + 1);
}

static void
add_count(GChecksum *sum, int count)
{
    char digits[16];

    g_snprintf(digits, sizeof digits, "%d", count);
    add_field(sum, digits);
}

static void
add_variant(GChecksum *sum, const Variant *variant)
{
    static const char *const states[2][2] = { { "draft", "discreet draft" },
                                              { "release", "discreet release" } };
    const char *const fields[] = { variant->pack->code,
                                   variant->pack->version,
                                   variant->audience->id,
                                   variant->locale->tag,
                                   variant->staff->tag,
                                   variant->format->id,
                                   states[variant->release][variant->discreet] };

    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
        add_field(sum, fields[i]);
    if (variant->second != NULL)
        add_field(sum, variant->second->tag);
}

static void
add_block(GChecksum *sum, const Block *block)
{
    add_field(sum, role_info(block->role)->name);
    add_count(sum, block->phrase_count);
    for (int i = 0; i < block->phrase_count; i++) {
        const Phrase *phrase = &block->phrases[i];

        add_field(sum, phrase->source == NULL ? NULL : phrase->source->context);
        add_field(sum, phrase->locale->tag);
        add_field(sum, phrase->text);
    }
    if (block->link != NULL)
        add_field(sum, block->link->target);
    if (block->logo != NULL)
        add_field(sum, block->logo->alt.msgid);
}

/* The words about a contact are in the blocks; this is its record. */
static void
add_contact(GChecksum *sum, const Contact *contact)
{
    add_field(sum, contact->id);
    add_field(sum, contact->phone.e164);
    add_field(sum, contact->phone.short_number);
    add_field(sum, contact->phone.show);
    add_count(sum, contact->verified_on.year);
    add_count(sum, contact->verified_on.month);
    add_count(sum, contact->verified_on.day);
}

/* @bytes begins with at least 40 bits: 8 characters of 5 bits each, the first bits first. */
static void
write_base32(const guint8 *bytes, char edition[static 9])
{
    static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    guint64 bits = 0;

    for (int i = 0; i < 5; i++)
        bits = bits << 8 | bytes[i];
    for (int i = 0; i < 8; i++)
        edition[i] = alphabet[bits >> (35 - 5 * i) & 31];
    edition[8] = '\0';
}

void
digest_document(const Document *document, const Contact *const *contacts, int contact_count,
                char edition[static 9])
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    guint8 bytes[32];
    gsize size = sizeof bytes;

    add_variant(sum, &document->variant);
    add_count(sum, document->block_count);
    for (int i = 0; i < document->block_count; i++)
        add_block(sum, &document->blocks[i]);
    add_count(sum, contact_count);
    for (int i = 0; i < contact_count; i++)
        add_contact(sum, contacts[i]);
    g_checksum_get_digest(sum, bytes, &size);
    write_base32(bytes, edition);
}
