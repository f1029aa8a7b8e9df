/* What every pictogram of the leaflet shows, and its logo, said once. */
#include "translate/compose.h"

static bool
is_known(const GArray *alts, const Icon *icon)
{
    for (guint i = 0; i < alts->len; i++)
        if (g_array_index(alts, IconAlt, i).icon == icon)
            return true;
    return false;
}

static void
add_alt(Composer *composer, GArray *alts, const Icon *icon)
{
    if (icon == NULL || is_known(alts, icon))
        return;
    g_autofree char *key = g_strdup_printf("icons/%s", icon->id);
    IconAlt alt = { icon, compose_text(composer, compose_word(composer, key)) };
    g_array_append_val(alts, alt);
}

void
compose_icon_alts(Composer *composer, Document *document)
{
    g_autoptr(GArray) alts = g_array_new(FALSE, FALSE, sizeof(IconAlt));

    for (int i = 0; i < document->group_count; i++)
        add_alt(composer, alts, document->groups[i].icon);
    for (int i = 0; i < document->block_count; i++)
        if (document->blocks[i].role != ROLE_PICTURE) /* the cover's picture says nothing */
            add_alt(composer, alts, document->blocks[i].icon);
    document->icon_alts = arena_copy(composer->arena, alts->data, alts->len * sizeof(IconAlt));
    document->icon_alt_count = (int) alts->len;
    for (int i = 0; i < document->block_count; i++)
        if (document->blocks[i].logo != NULL)
            document->logo_alt = compose_text(composer, &document->blocks[i].logo->alt);
}
