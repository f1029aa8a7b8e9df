/* A variant to a Document: its sections one after the other, then everything in its place. */
#include "translate/compose.h"

#include "translate/digest.h"

#include <string.h>

/* --- built-in sections -------------------------------------------------------------------- */

static void
add_draft(Composer *composer)
{
    const Text *short_word = compose_word(composer, "draft_short");
    Phrase staff;

    compose_text_block(composer, ROLE_DRAFT, compose_word(composer, "draft"));
    if (!compose_staff_phrase(composer, short_word, &staff))
        return;
    Block *block = compose_last_block(composer);
    block->phrases[block->phrase_count++] = staff;
}

static const Text *
title_of_pack(const Variant *variant)
{
    return variant->discreet ? &variant->pack->discreet_title : &variant->pack->title;
}

static void
add_cover(Composer *composer)
{
    const Locale *locale = composer->variant->locale;
    const Pack *pack = composer->variant->pack;

    compose_block(composer, ROLE_LANGUAGE_MARK, compose_own_words(composer, locale->autonym));
    Block *mark = compose_last_block(composer);
    mark->phrases[mark->phrase_count++] = compose_own_words(composer, locale->lang);
    compose_text_block(composer, ROLE_TITLE, title_of_pack(composer->variant));
    compose_text_block(composer, ROLE_SUBTITLE,
                       composer->variant->discreet ? &pack->discreet_subtitle : &pack->subtitle);
}

static void
add_picture(Composer *composer)
{
    const Icon *horizon = project_find_icon(composer->variant->project, "horizon");
    Block block = { .role = ROLE_PICTURE, .group = -1, .icon = horizon };

    if (horizon != NULL)
        g_array_append_val(composer->blocks, block);
}

static void
add_field(Composer *composer)
{
    compose_text_block(composer, ROLE_FIELD, compose_word(composer, "field"));
}

/* To add one: its function above, its row here, its name in compose_order.c and in
 * read/panels.c. */
static const struct {
    const char *id;
    void (*add)(Composer *composer);
    bool last; /* written when all else is, wherever it stands */
} built_in[] = {
    { "draft", add_draft, false },          { "cover", add_cover, false },
    { "picture", add_picture, false },      { "field", add_field, false },
    { "colophon", compose_colophon, true },
};

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
    for (size_t i = 0; slot->section == NULL && i < G_N_ELEMENTS(built_in); i++)
        if (built_in[i].last == last && strcmp(built_in[i].id, slot->id) == 0)
            built_in[i].add(composer);
    if (composer->blocks->len > first)
        *written = (Written){ first, composer->blocks->len - first };
}

static void
write_slots(Composer *composer, const GArray *slots, Written *written)
{
    for (int last = 0; last < 2; last++)
        for (guint i = 0; i < slots->len; i++)
            write_slot(composer, &g_array_index(slots, Slot, i), last == 1, &written[i]);
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

static void
keep_blocks(Document *document, Composer *composer, const GArray *slots, const Written *written)
{
    g_autoptr(GArray) sections = g_array_new(FALSE, FALSE, sizeof(DocumentSection));
    g_autoptr(GArray) blocks = g_array_new(FALSE, FALSE, sizeof(Block));

    put_in_order(composer, slots, written, sections, blocks);
    renumber(sections, blocks, composer->groups);
    KEEP(document, section, sections);
    KEEP(document, block, blocks);
    KEEP(document, group, composer->groups);
}

/* --- the whole ---------------------------------------------------------------------------- */

static const char *
title_of(Composer *composer)
{
    const char *title = compose_text(composer, title_of_pack(composer->variant)).text;

    if (composer->variant->release)
        return title;
    Phrase draft = compose_text(composer, compose_word(composer, "draft_short"));
    return arena_printf(composer->arena, "%s – %s", draft.text, title);
}

/* The code is of the document without it: the colophon is written once more to tell it. */
static void
add_edition(Document *document, Composer *composer)
{
    Block *blocks = (Block *) document->blocks; /* not handed out yet */

    digest_document(document, (const Contact *const *) composer->contacts->pdata,
                    (int) composer->contacts->len, document->edition);
    for (int i = 0; i < document->block_count; i++)
        if (blocks[i].role == ROLE_COLOPHON)
            blocks[i].phrases[0] = compose_colophon_phrase(composer, document->edition);
}

static void
write_document(Document *document, Composer *composer)
{
    g_autoptr(GArray) slots = compose_order(composer->variant);
    g_autofree Written *written = g_new0(Written, slots->len);

    document->title = title_of(composer);
    write_slots(composer, slots, written);
    keep_blocks(document, composer, slots, written);
    add_edition(document, composer);
    compose_icon_alts(composer, document);
    compose_telling(composer, document);
    document->date = composer->variant->pack->law_state;
    document->contacts_until = compose_contacts_until(composer);
    document->has_untranslated = composer->untranslated;
}

Document *
compose_document(const Variant *variant, const Catalog *catalog, const Catalog *staff_catalog,
                 Diags *diags)
{
    Arena *arena = arena_new();
    Document *document = arena_alloc(arena, sizeof *document);
    g_autoptr(GArray) blocks = g_array_new(FALSE, FALSE, sizeof(Block));
    g_autoptr(GArray) groups = g_array_new(FALSE, FALSE, sizeof(Group));
    g_autoptr(GPtrArray) contacts = g_ptr_array_new();
    Composer composer = { .arena = arena,
                          .variant = variant,
                          .catalog = catalog,
                          .staff_catalog = staff_catalog,
                          .diags = diags,
                          .blocks = blocks,
                          .groups = groups,
                          .group = -1,
                          .contacts = contacts };

    document->arena = arena;
    document->variant = *variant;
    write_document(document, &composer);
    return document;
}

char *
variant_file_name(const Variant *variant)
{
    return g_strdup_printf("%s%s_%s_%s_%s_%s%s", variant->release ? "" : "DRAFT_",
                           variant->pack->code, variant->pack->version, variant->locale->tag,
                           variant->audience->id, variant->format->id,
                           variant->discreet ? "-discreet" : "");
}
