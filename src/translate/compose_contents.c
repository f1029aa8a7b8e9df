/* The table of contents: what the leaflet's own headings say. Layout knows their pages. */
#include "translate/compose.h"

static const struct {
    Role heading, entry;
} levels[] = {
    { ROLE_HEADING, ROLE_ENTRY },
    { ROLE_SUBHEADING, ROLE_SUBENTRY },
};

static void
add_entry(Composer *composer, int index)
{
    const Block heading = g_array_index(composer->blocks, Block, index);

    for (size_t i = 0; i < G_N_ELEMENTS(levels); i++) {
        if (heading.role != levels[i].heading)
            continue;
        compose_block(composer, levels[i].entry, heading.phrases[0]);
        compose_last_block(composer)->leads_to = index + 1;
    }
}

void
compose_contents(Composer *composer)
{
    int count = (int) composer->blocks->len;

    compose_text_block(composer, ROLE_HEADING, compose_word(composer, "contents"));
    for (int i = 0; i < count; i++)
        add_entry(composer, i);
}
