/* What is filled in: facts of a form, and its rows. */
#include "translate/compose.h"

void
compose_facts(Composer *composer, const Section *section)
{
    const Pack *pack = composer->variant->pack;
    g_autofree char *name = g_strdup_printf("%s %s", pack->code, pack->version);
    const FillValue values[] = { { "pack", name, true },
                                 { "locales", composer->locales, true } };

    if (section->facts.count == 0)
        return;
    compose_begin_group(composer, (Group){ .kind = GROUP_FACTS, .where = section->where });
    for (int i = 0; i < section->facts.count; i++) {
        Piece piece = { .text = &section->facts.items[i],
                        .values = values,
                        .value_count = G_N_ELEMENTS(values) };

        compose_block(composer, ROLE_FACT, compose_phrase(composer, &piece, 1, ""));
    }
    compose_end_group(composer);
}

void
compose_form(Composer *composer, const Section *section)
{
    for (int i = 0; i < section->form.count; i++) {
        const FormEntry *entry = &section->form.items[i];

        compose_begin_group(composer, (Group){ .kind = GROUP_FORM, .where = entry->where });
        compose_text_block(composer, ROLE_LABEL, &entry->label);
        for (int k = 0; k < entry->options.count; k++)
            compose_text_block(composer, ROLE_OPTION, &entry->options.items[k]);
        compose_end_group(composer);
    }
}
