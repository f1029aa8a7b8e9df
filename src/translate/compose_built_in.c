/* Sections that every format can name, whatever the pack. */
#include "translate/compose.h"

#include <string.h>

static void
add_draft(Composer *composer)
{
    const Text *short_word = compose_word(composer, "draft_short");
    bool is_short = composer->variant->format->short_draft;
    Phrase staff;

    compose_text_block(composer, ROLE_DRAFT,
                       is_short ? short_word : compose_word(composer, "draft"));
    if (!compose_staff_phrase(composer, short_word, &staff))
        return;
    Block *block = compose_last_block(composer);
    block->phrases[block->phrase_count++] = staff;
}

const Text *
compose_pack_title(const Variant *variant)
{
    bool neutral = variant->discreet || variant->format->neutral_cover;

    return neutral ? &variant->pack->discreet_title : &variant->pack->title;
}

static void
add_cover(Composer *composer)
{
    const Locale *locale = composer->variant->locale;
    const Pack *pack = composer->variant->pack;

    compose_block(composer, ROLE_LANGUAGE_MARK, compose_own_words(composer, locale->autonym));
    Block *mark = compose_last_block(composer);
    if (composer->variant->second == NULL)
        mark->phrases[mark->phrase_count++] = compose_own_words(composer, locale->lang);
    compose_text_block(composer, ROLE_TITLE, compose_pack_title(composer->variant));
    if (!composer->variant->format->neutral_cover)
        compose_text_block(composer, ROLE_SUBTITLE,
                           composer->variant->discreet ? &pack->discreet_subtitle
                                                       : &pack->subtitle);
}

static void
add_picture(Composer *composer)
{
    const Icon *horizon = project_find_icon(composer->variant->project, "horizon");
    Block block = { .role = ROLE_PICTURE, .group = -1, .icon = horizon };

    if (horizon != NULL && composer->variant->format->picture)
        g_array_append_val(composer->blocks, block);
}

static void
add_logo(Composer *composer)
{
    Block block = { .role = ROLE_LOGO, .group = -1, .logo = composer->variant->project->logo };

    if (block.logo != NULL)
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
    { "draft", add_draft, false },
    { "cover", add_cover, false },
    { "picture", add_picture, false },
    { "field", add_field, false },
    { "logo", add_logo, false },
    { "contents", compose_contents, true },
    { "colophon", compose_colophon, true },
};

void
compose_built_in(Composer *composer, const char *id, bool last)
{
    for (size_t i = 0; i < G_N_ELEMENTS(built_in); i++)
        if (built_in[i].last == last && strcmp(built_in[i].id, id) == 0)
            built_in[i].add(composer);
}
