/* A variant to a Document: its sections one after the other, then everything in its place. */
#include "translate/compose.h"

#include "translate/digest.h"

#include <string.h>

/* --- in their order of writing ------------------------------------------------------------ */

/* Where the blocks of a slot stand in the order of writing. */
typedef struct Written {
    guint first, count;
} Written;

static void
write_slot(Composer *composer, const Slot *slot, bool last, Written *written)
{
    guint first = composer->blocks->len;

    if (slot->section != NULL && !last)
        compose_section(composer, slot->section);
    if (slot->section == NULL)
        compose_built_in(composer, slot->id, last);
    if (composer->blocks->len > first)
        *written = (Written){ first, composer->blocks->len - first };
}

static void
write_slots(Composer *composer, const GArray *slots, bool last, Written *written)
{
    for (guint i = 0; i < slots->len; i++)
        write_slot(composer, &g_array_index(slots, Slot, i), last, &written[i]);
}

/* --- two languages ------------------------------------------------------------------------ */

enum { MOST_VOICES = 2 };

/* The languages of one leaflet. */
typedef struct Voices {
    Variant variants[MOST_VOICES];
    Composer composers[MOST_VOICES];
    int count;
} Voices;

/* A number is the same in every language; the facts of a form, and the small print of a sheet that
 * the staff keeps, are for the staff. */
static bool
is_said_once(const Block *block, const Format *format)
{
    switch (block->role) {
    case ROLE_CONTACT_NUMBER:
    case ROLE_FACT:
        return true;
    case ROLE_MARKS:
    case ROLE_COLOPHON:
        return format->kept_by_staff;
    default:
        return block->phrase_count == 0;
    }
}

/* A draft says so to the staff, too, where neither language is theirs. */
static void
pair_block(Block *block, const Block *other, const Format *format)
{
    Phrase staff = block->phrases[1];
    bool has_staff = block->phrase_count > 1 && other->phrase_count > 1;

    g_assert(block->role == other->role);
    if (is_said_once(block, format))
        return;
    block->phrases[1] = other->phrases[0];
    block->phrases[2] = staff;
    block->phrase_count = has_staff ? 3 : 2;
}

static void
pair_blocks(const Voices *voices)
{
    GArray *blocks = voices->composers[0].blocks;
    const GArray *others = voices->composers[1].blocks;

    g_assert(blocks->len == others->len);
    for (guint i = 0; i < blocks->len; i++)
        pair_block(&g_array_index(blocks, Block, i), &g_array_index(others, Block, i),
                   voices->variants[0].format);
}

static bool
has_colophon(const GArray *slots)
{
    for (guint i = 0; i < slots->len; i++)
        if (strcmp(g_array_index(slots, Slot, i).id, "colophon") == 0)
            return true;
    return false;
}

/* What comes last tells of all the rest, in whichever language it is, and of itself. */
static void
write_voices(Voices *voices, const GArray *slots, Written *written)
{
    bool untranslated = false;

    for (int i = 0; i < voices->count; i++) {
        Composer *composer = &voices->composers[i];

        write_slots(composer, slots, false, written);
        if (voices->count > 1 && has_colophon(slots))
            compose_colophon_ahead(composer);
        untranslated |= composer->untranslated;
    }
    for (int i = 0; i < voices->count; i++) {
        voices->composers[i].untranslated = untranslated;
        write_slots(&voices->composers[i], slots, true, written);
    }
    if (voices->count > 1)
        pair_blocks(voices);
}

/* --- in reading order --------------------------------------------------------------------- */

/* Gives @sections their slots, and @blocks the composer's blocks in the order of the slots. */
static void
put_in_order(Composer *composer, const GArray *slots, const Written *written, GArray *sections,
             GArray *blocks)
{
    for (guint i = 0; i < slots->len; i++) {
        const Slot *slot = &g_array_index(slots, Slot, i);
        const Block *first = &g_array_index(composer->blocks, Block, written[i].first);
        DocumentSection section = { .id = slot->id,
                                    .first = (int) blocks->len,
                                    .count = (int) written[i].count,
                                    .where = slot->section != NULL
                                                 ? slot->section->where
                                                 : composer->variant->pack->where };

        if (written[i].count == 0)
            continue;
        g_array_append_vals(blocks, first, written[i].count);
        g_array_append_val(sections, section);
    }
}

/* Blocks and groups learn where they stand now. */
static void
renumber(const GArray *sections, GArray *blocks, GArray *groups)
{
    int last_group = -1;

    for (guint i = 0; i < sections->len; i++) {
        const DocumentSection *section = &g_array_index(sections, DocumentSection, i);

        for (int k = section->first; k < section->first + section->count; k++) {
            Block *block = &g_array_index(blocks, Block, k);

            block->section = (int) i;
            if (block->group >= 0 && block->group != last_group)
                g_array_index(groups, Group, block->group).first = k;
            last_group = block->group;
        }
    }
}

#define KEEP(document, member, array) \
    ((document)->member##s = arena_copy((document)->arena, (array)->data, \
                                        (array)->len * g_array_get_element_size(array)), \
     (document)->member##_count = (int) (array)->len)

/* Entries of the contents know the blocks they name by the order of writing. */
static void
redirect(const GArray *slots, const Written *written, GArray *blocks)
{
    g_autofree int *places = NULL;
    int next = 0, count = 0;

    for (guint i = 0; i < slots->len; i++)
        count = MAX(count, (int) (written[i].first + written[i].count));
    places = g_new0(int, count + 1);
    for (guint i = 0; i < slots->len; i++)
        for (guint k = 0; k < written[i].count; k++)
            places[written[i].first + k + 1] = ++next;
    for (guint i = 0; i < blocks->len; i++) {
        Block *block = &g_array_index(blocks, Block, i);

        block->leads_to = places[block->leads_to];
    }
}

static void
keep_blocks(Document *document, Composer *composer, const GArray *slots, const Written *written)
{
    g_autoptr(GArray) sections = g_array_new(FALSE, FALSE, sizeof(DocumentSection));
    g_autoptr(GArray) blocks = g_array_new(FALSE, FALSE, sizeof(Block));

    put_in_order(composer, slots, written, sections, blocks);
    renumber(sections, blocks, composer->groups);
    redirect(slots, written, blocks);
    KEEP(document, section, sections);
    KEEP(document, block, blocks);
    KEEP(document, group, composer->groups);
}

static void
keep_sources(Document *document, const Composer *composer)
{
    Arena *arena = document->arena;
    const GPtrArray *contacts = composer->contacts, *rights = composer->rights;

    KEEP(document, text, composer->texts);
    document->contacts = arena_copy(arena, contacts->pdata, contacts->len * sizeof(Contact *));
    document->contact_count = (int) contacts->len;
    document->rights = arena_copy(arena, rights->pdata, rights->len * sizeof(Right *));
    document->right_count = (int) rights->len;
}

/* --- the whole ---------------------------------------------------------------------------- */

/* A sheet that has no cover is called after its first section. */
static const Text *
title_text(const Variant *variant, const GArray *slots)
{
    for (guint i = 0; i < slots->len && variant->format->priority_sections == 0; i++) {
        const Section *section = g_array_index(slots, Slot, i).section;

        if (section != NULL && section->title.msgid != NULL)
            return &section->title;
    }
    return compose_pack_title(variant);
}

static const char *
title_of(Voices *voices, const GArray *slots, Where *where)
{
    Composer *composer = &voices->composers[0];
    const Text *text = title_text(composer->variant, slots);
    Phrase phrase = compose_text(composer, text);
    const char *title = phrase.text;

    *where = phrase.where;
    if (voices->count > 1)
        title = arena_printf(composer->arena, "%s / %s", title,
                             compose_text(&voices->composers[1], text).text);
    if (composer->variant->release)
        return title;
    Phrase draft = compose_text(composer, compose_word(composer, "draft_short"));
    return arena_printf(composer->arena, "%s – %s", draft.text, title);
}

/* The last block of a document that tells its edition. */
static Block *
find_colophon(Block *blocks, int count)
{
    Block *found = NULL;

    for (int i = 0; i < count; i++)
        if (blocks[i].role == ROLE_COLOPHON)
            found = &blocks[i];
    return found;
}

/* The code is of the document without it: the colophon is written once more to tell it. */
static void
add_edition(Document *document, Voices *voices)
{
    Block *colophon = find_colophon((Block *) document->blocks, /* not handed out yet */
                                    document->block_count);
    const GPtrArray *contacts = voices->composers[0].contacts;

    digest_document(document, (const Contact *const *) contacts->pdata, (int) contacts->len,
                    document->edition);
    for (int k = 0; colophon != NULL && k < colophon->phrase_count; k++)
        colophon->phrases[k] = compose_colophon_phrase(&voices->composers[k], document->edition);
}

static void
write_document(Document *document, Voices *voices)
{
    Composer *composer = &voices->composers[0];
    g_autoptr(GArray) slots = compose_order(composer->variant);
    g_autofree Written *written = g_new0(Written, slots->len);

    document->title = title_of(voices, slots, &document->title_where);
    write_voices(voices, slots, written);
    keep_blocks(document, composer, slots, written);
    add_edition(document, voices);
    compose_icon_alts(composer, document);
    compose_telling(voices->composers, voices->count, document);
    compose_shown_words(composer->variant, document);
    keep_sources(document, composer);
    document->date = composer->variant->pack->law_state;
    document->contacts_until = compose_contacts_until(composer);
    document->has_untranslated = composer->untranslated;
}

static const char *
languages_of(const Variant *variant, Arena *arena)
{
    if (variant->second == NULL)
        return variant->locale->lang;
    return arena_printf(arena, "%s + %s", variant->locale->lang, variant->second->lang);
}

/* The first brings the list of messages, which the second shares. */
static void
add_voice(Voices *voices, Arena *arena, Variant variant, const Catalog *catalog,
          const Catalog *staff_catalog, const char *locales, Diags *diags)
{
    int index = voices->count++;
    GArray *texts = index == 0 ? g_array_new(FALSE, FALSE, sizeof(DocumentText))
                               : voices->composers[0].texts;

    voices->variants[index] = variant;
    voices->composers[index] = (Composer){ .arena = arena,
                                           .variant = &voices->variants[index],
                                           .locales = locales,
                                           .catalog = catalog,
                                           .staff_catalog = staff_catalog,
                                           .diags = diags,
                                           .blocks = g_array_new(FALSE, FALSE, sizeof(Block)),
                                           .groups = g_array_new(FALSE, FALSE, sizeof(Group)),
                                           .group = -1,
                                           .contacts = g_ptr_array_new(),
                                           .texts = texts,
                                           .rights = g_ptr_array_new() };
}

static void
voices_clear(Voices *voices)
{
    g_array_unref(voices->composers[0].texts);
    for (int i = 0; i < voices->count; i++) {
        g_array_unref(voices->composers[i].blocks);
        g_array_unref(voices->composers[i].groups);
        g_ptr_array_unref(voices->composers[i].contacts);
        g_ptr_array_unref(voices->composers[i].rights);
    }
}

Document *
compose_document(const Variant *variant, const Catalogs *catalogs, Diags *diags)
{
    Arena *arena = arena_new();
    Document *document = arena_alloc(arena, sizeof *document);
    Voices voices = { .count = 0 };
    Variant second = *variant;
    const char *locales = languages_of(variant, arena);

    document->arena = arena;
    document->variant = *variant;
    add_voice(&voices, arena, *variant, catalogs->own, catalogs->staff, locales, diags);
    second.locale = variant->second;
    if (variant->second != NULL)
        add_voice(&voices, arena, second, catalogs->second, catalogs->staff, locales, diags);
    write_document(document, &voices);
    voices_clear(&voices);
    return document;
}

char *
variant_file_name(const Variant *variant)
{
    bool own_size = variant->size > 0 && variant->size != variant->format->size_aim;
    g_autofree char *size = own_size ? g_strdup_printf("-%g", variant->size) : g_strdup("");
    g_autofree char *locales = variant_locales(variant);

    return g_strdup_printf("%s%s_%s_%s_%s_%s%s%s", variant->release ? "" : "DRAFT_",
                           variant->pack->code, variant->pack->version, locales,
                           variant->audience->id, variant->format->id, size,
                           variant->discreet ? "-discreet" : "");
}
