/* Contrast of inks on what they are printed on, before anything is; check/clear_print.c has it of finished pages. */
#include "read/private.h"

#include "model/contrast.h"

static const double of_text = 7;     /* level AAA, at any size */
static const double of_drawings = 3; /* lines, hatching, pictures */

/* What is printed on what, whatever the style. `line` may vanish: it is decoration. */
static const struct {
    const char *key;
    Ink ink;
    const char *ground_key; /* NULL: paper */
    Ink ground;
    const double *needed;
} pairs[] = {
    { "text", INK_TEXT, NULL, INK_WHITE, &of_text },
    { "text", INK_TEXT, "tint", INK_TINT, &of_text },
    { "text", INK_TEXT, "wash", INK_WASH, &of_text },
    { "quiet", INK_QUIET, NULL, INK_WHITE, &of_text },
    { "quiet", INK_QUIET, "wash", INK_WASH, &of_text },
    { "deep", INK_DEEP, NULL, INK_WHITE, &of_text },
    { "deep", INK_DEEP, "tint", INK_TINT, &of_text },
    { "deep", INK_DEEP, "wash", INK_WASH, &of_text },
    { "mid", INK_MID, NULL, INK_WHITE, &of_drawings },
    { "soft", INK_SOFT, NULL, INK_WHITE, &of_drawings },
};

void
check_palette_contrast(Binder *binder, const Node *node, const Palette *palette)
{
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
        double has =
            colour_contrast(palette->inks[pairs[i].ink], palette->inks[pairs[i].ground]);

        if (has < *pairs[i].needed)
            diag_add(binder->diags, DIAG_LOW_CONTRAST, node_find(node, pairs[i].key)->where,
                     "'%s' on %s of the palette '%s' has a contrast of %.1f, not %g",
                     pairs[i].key, pairs[i].ground_key == NULL ? "white" : pairs[i].ground_key,
                     palette->id, has, *pairs[i].needed);
    }
}

/* What a role's text stands on. */
static Ink
ground_of(Role role)
{
    return role == ROLE_ASK || role == ROLE_STAFF_LINE ? INK_WASH : INK_WHITE;
}

void
check_style_contrast(Binder *binder, const Node *roles, const Style *style)
{
    for (int i = 0; i < ROLE_COUNT; i++) {
        const char *name = role_info((Role) i)->name;
        const Node *role = node_find(roles, name);
        const Node *node = role == NULL ? NULL : node_find(role, "ink");
        double has = colour_contrast(style->palette.inks[style->roles[i].ink],
                                     style->palette.inks[ground_of((Role) i)]);

        if (node != NULL && has < of_text)
            diag_add(binder->diags, DIAG_LOW_CONTRAST, node->where,
                     "'%s' is too pale for the text of '%s': a contrast of %.1f, not %g",
                     node->text, name, has, of_text);
    }
}
