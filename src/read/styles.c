#include "read/merge.h"
#include "read/private.h"
#include "read/values.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct PaletteEntry {
    Palette palette;
    Where where;
    bool whole; /* no colour is missing */
} PaletteEntry;

#define INK(key, ink) \
    { \
        key, FIELD_COLOUR, REQUIRED, AT(PaletteEntry, palette.inks[ink]) \
    }

#define PRESS(key, ink) \
    { \
        key, FIELD_CUSTOM, OPTIONAL, AT(PaletteEntry, palette.press[ink]), \
            .bind = bind_press_colour \
    }

/* Percentages of the four inks, as shops write them: [80, 40, 40, 40]. */
static void
bind_press_colour(Binder *binder, const Node *node, void *out)
{
    PressColour *colour = out;
    double *const parts[] = { &colour->cyan, &colour->magenta, &colour->yellow, &colour->black };
    bool whole = node->kind == NODE_LIST && node->count == (int) G_N_ELEMENTS(parts);

    for (int i = 0; whole && i < node->count; i++) {
        const char *text = node->items[i]->text;
        char *end = NULL;
        double percent = text == NULL ? -1 : g_ascii_strtod(text, &end);

        whole = text != NULL && end != text && *end == '\0' && percent >= 0 && percent <= 100;
        *parts[i] = percent / 100;
    }
    if (!whole)
        diag_add(binder->diags, DIAG_BAD_VALUE, node->where,
                 "an ink of a press wants four percentages, as [80, 40, 40, 40]");
}

/* Of the inks that are not grey: those print as black alone. */
static const Field press_fields[] = {
    PRESS("deep", INK_DEEP), PRESS("mid", INK_MID),   PRESS("line", INK_LINE),
    PRESS("wash", INK_WASH), PRESS("tint", INK_TINT), { 0 },
};
static const Type press_type = { .noun = N_("the inks of a press"), .fields = press_fields };

static const Field palette_fields[] = {
    { "id", FIELD_WORD, REQUIRED, AT(PaletteEntry, palette.id), .pattern = &slug_pattern },
    INK("text", INK_TEXT),
    INK("quiet", INK_QUIET),
    INK("soft", INK_SOFT),
    INK("deep", INK_DEEP),
    INK("mid", INK_MID),
    INK("line", INK_LINE),
    INK("wash", INK_WASH),
    INK("tint", INK_TINT),
    { "press", FIELD_GROUP, OPTIONAL, 0, .type = &press_type },
    { 0 },
};
static void
finish_palette(Binder *binder, const Node *node, void *out)
{
    PaletteEntry *entry = out;

    entry->whole = true;
    entry->palette.has_press = node_find(node, "press") != NULL;
    entry->palette.inks[INK_WHITE] = (Colour){ 1, 1, 1 };
    check_palette_contrast(binder, node, &entry->palette);
}

static const Type palette_type = { .noun = N_("a palette"),
                                   .fields = palette_fields,
                                   .size = sizeof(PaletteEntry),
                                   .where = offsetof(PaletteEntry, where),
                                   .check = finish_palette };

static const Choice weights[] = { { "regular", false }, { "bold", true }, { 0 } };

static const Choice inks[] = {
    { "text", INK_TEXT },   { "quiet", INK_QUIET },
    { "soft", INK_SOFT },   { "deep", INK_DEEP },
    { "mid", INK_MID },     { "line", INK_LINE },
    { "wash", INK_WASH },   { "tint", INK_TINT },
    { "white", INK_WHITE }, { 0 },
};
G_STATIC_ASSERT(G_N_ELEMENTS(inks) == INK_COUNT + 1);

static const Field role_fields[] = {
    { "size", FIELD_NUMBER, OPTIONAL, AT(RoleStyle, size), .least = 0.5, .most = 5 },
    { "fixed_pt", FIELD_NUMBER, OPTIONAL, AT(RoleStyle, fixed_pt), .least = 5, .most = 200 },
    { "fixed_leading_pt", FIELD_NUMBER, OPTIONAL, AT(RoleStyle, fixed_leading), .least = 5,
      .most = 300 },
    { "least_pt", FIELD_NUMBER, OPTIONAL, AT(RoleStyle, least_pt), .least = 5, .most = 200 },
    { "leading", FIELD_NUMBER, OPTIONAL, AT(RoleStyle, leading), .least = 0.5, .most = 5 },
    { "tall", FIELD_NUMBER, OPTIONAL, AT(RoleStyle, tall), .least = 0.5, .most = 5 },
    { "before", FIELD_NUMBER, OPTIONAL, AT(RoleStyle, before), .most = 40 },
    { "after", FIELD_NUMBER, OPTIONAL, AT(RoleStyle, after), .most = 40 },
    { "digits", FIELD_BOOL, OPTIONAL, AT(RoleStyle, digits) },
    { "weight", FIELD_EITHER, OPTIONAL, AT(RoleStyle, bold), .choices = weights },
    { "balance", FIELD_BOOL, OPTIONAL, AT(RoleStyle, balance) },
    { "hyphens", FIELD_BOOL, OPTIONAL, AT(RoleStyle, hyphens) },
    { "ink", FIELD_CHOICE, REQUIRED, AT(RoleStyle, ink), .choices = inks },
    { 0 },
};

static void
check_role(Binder *binder, const Node *node, void *out)
{
    const RoleStyle *style = out;
    bool follows = style->size > 0 && style->leading > 0;
    bool fixed = style->fixed_pt > 0 && style->fixed_leading > 0;

    if (!follows && !fixed)
        diag_add(binder->diags, DIAG_MISSING_KEY, node->where,
                 "a role has either size and leading, or fixed_pt and fixed_leading_pt");
    if (style->tall > 0 && style->tall < style->leading)
        diag_add(binder->diags, DIAG_BAD_VALUE, node->where, "'tall' is less than 'leading'");
}

static const Type role_type = {
    .noun = N_("a role"), .fields = role_fields, .size = sizeof(RoleStyle), .check = check_role
};

static void
report_unknown_role(Binder *binder, const Node *key)
{
    const char *names[ROLE_COUNT];

    for (int i = 0; i < ROLE_COUNT; i++)
        names[i] = role_info((Role) i)->name;

    g_autofree char *hint = known_names_hint(key->text, names, ROLE_COUNT);
    diag_add(binder->diags, DIAG_UNKNOWN_KEY, key->where, "'%s' is not a role%s", key->text,
             hint);
}

static void
bind_roles(Binder *binder, const Node *node, void *out)
{
    RoleStyle *roles = out;

    if (!node_is(binder, node, NODE_MAP, "roles", N_("a map of roles")))
        return;
    for (int i = 0; i < node->count; i++) {
        Role role = role_find(node->keys[i]->text);

        if (role == ROLE_COUNT)
            report_unknown_role(binder, node->keys[i]);
        else
            bind_map(binder, node->items[i], &role_type, NULL, &roles[role]);
    }
    for (int i = 0; i < ROLE_COUNT; i++)
        if (node_find(node, role_info((Role) i)->name) == NULL)
            diag_add(binder->diags, DIAG_MISSING_KEY, node->where, "the role '%s' is missing",
                     role_info((Role) i)->name);
}

/* A style as its file writes it: the palette is named. */
typedef struct StyleFile {
    Style style;
    const PaletteEntry *palette, *discreet_palette;
} StyleFile;

static const Choice mark_places[] = { { "number", false }, { "name", true }, { 0 } };

#define LENGTH(key, member) \
    { \
        key, FIELD_MM, REQUIRED, AT(StyleFile, style.member), .most = 100 \
    }
#define QUARTERS(key, member) \
    { \
        key, FIELD_NUMBER, REQUIRED, AT(StyleFile, style.member), .most = 40 \
    }

static const Field bubble_fields[] = {
    LENGTH("radius_mm", bubble_radius),
    LENGTH("pad_side_mm", bubble_pad_side),
    QUARTERS("pad_quarters", bubble_pad_q),
    LENGTH("tail_width_mm", tail_width),
    LENGTH("tail_height_mm", tail_height),
    LENGTH("tail_at_mm", tail_at),
    { 0 },
};
static const Type bubble_type = { .noun = N_("a bubble"), .fields = bubble_fields };

static const Field frame_fields[] = {
    LENGTH("stroke_mm", frame_stroke),
    LENGTH("radius_mm", frame_radius),
    LENGTH("pad_mm", frame_pad),
    { 0 },
};
static const Type frame_type = { .noun = N_("a frame"), .fields = frame_fields };

static const Field element_fields[] = {
    LENGTH("gutter_mm", gutter),
    LENGTH("icon_mm", icon_size),
    LENGTH("legend_icon_mm", legend_icon_size),
    LENGTH("disc_mm", disc_size),
    LENGTH("thread_mm", thread),
    { "bubble", FIELD_GROUP, REQUIRED, 0, .type = &bubble_type },
    { "frame", FIELD_GROUP, REQUIRED, 0, .type = &frame_type },
    QUARTERS("contact_pad_quarters", contact_pad_q),
    LENGTH("hairline_mm", hairline),
    LENGTH("rule_mm", rule),
    LENGTH("rule_continued_mm", rule_continued),
    QUARTERS("rule_gap_quarters", rule_gap_q),
    QUARTERS("item_gap_quarters", item_gap_q),
    QUARTERS("paragraph_gap_quarters", paragraph_gap_q),
    QUARTERS("share_most_quarters", share_max_q),
    LENGTH("mark_mm", mark_size),
    LENGTH("write_line_gap_mm", write_line_gap),
    { "write_lines", FIELD_INT, REQUIRED, AT(StyleFile, style.write_lines), .most = 40 },
    LENGTH("tick_mm", tick_size),
    LENGTH("tick_stroke_mm", tick_stroke),
    LENGTH("label_mm", label_width),
    LENGTH("label_gap_mm", label_gap),
    { "option_columns", FIELD_INT, REQUIRED, AT(StyleFile, style.option_columns), .least = 1,
      .most = 6 },
    LENGTH("band_mm", band_height),
    LENGTH("hatch_mm", hatch_height),
    { "split_over", FIELD_NUMBER, REQUIRED, AT(StyleFile, style.split_over), .most = 1 },
    { "picture_share", FIELD_NUMBER, REQUIRED, AT(StyleFile, style.picture_share), .least = 0.1,
      .most = 1 },
    { "mark_after", FIELD_EITHER, REQUIRED, AT(StyleFile, style.mark_after_name),
      .choices = mark_places },
    { 0 },
};
static const Type elements_type = { .noun = N_("the elements of a style"),
                                    .fields = element_fields };

static const Field style_fields[] = {
    { "id", FIELD_WORD, REQUIRED, AT(StyleFile, style.id), .pattern = &slug_pattern },
    { "palette", FIELD_REFERENCE, REQUIRED, AT(StyleFile, palette), .known = KNOWN_PALETTE },
    { "discreet_palette", FIELD_REFERENCE, OPTIONAL, AT(StyleFile, discreet_palette),
      .known = KNOWN_PALETTE },
    { "line_factor_least", FIELD_NUMBER, OPTIONAL, AT(StyleFile, style.line_factor_least),
      .least = 1, .most = 3, .otherwise = 1 },
    { "elements", FIELD_GROUP, REQUIRED, 0, .type = &elements_type },
    { "roles", FIELD_CUSTOM, REQUIRED, AT(StyleFile, style.roles), .bind = bind_roles },
    { 0 },
};

static void
colour_style(Binder *binder, const Node *node, const PaletteEntry *palette, Style *style)
{
    style->palette = palette->palette;
    if (palette->whole)
        check_style_contrast(binder, node_find(node, "roles"), style);
}

static void
finish_style(Binder *binder, const Node *node, void *out)
{
    StyleFile *file = out;
    bool other = file->discreet_palette != NULL;

    if (file->palette == NULL) /* told of another style that has it from the same place */
        return;
    colour_style(binder, node, file->palette, &file->style);

    Style *discreet = arena_copy(binder->arena, &file->style, sizeof *discreet);
    colour_style(binder, node, other ? file->discreet_palette : file->palette, discreet);
    discreet->discreet = discreet;
    file->style.discreet = discreet;
}

static const Type style_file_type = { .noun = N_("a style"),
                                      .fields = style_fields,
                                      .size = sizeof(StyleFile),
                                      .where = offsetof(StyleFile, style.where),
                                      .check = finish_style };

static void
read_palettes(Reader *reader)
{
    const Node *node = file_load(reader, file_find(reader, "content/styles/palettes.yaml"));
    struct {
        PaletteEntry *items;
        int count;
    } palettes = { 0 };

    if (node == NULL)
        return;
    bind_items(&reader->binder, node, &palette_type, NULL, &palettes);
    for (int i = 0; i < palettes.count; i++) {
        const PaletteEntry *entry = &palettes.items[i];

        binder_add_known(&reader->binder, KNOWN_PALETTE, entry->palette.id, entry);
    }
}

/* A style may say `extends: <style>` and then only what it does differently. @depth bounds styles
 * that extend each other in a ring. */
static const Node *
load_style(Reader *reader, const char *path, int depth)
{
    const Node *node = file_load(reader, path);
    const Node *extends =
        node == NULL || node->kind != NODE_MAP ? NULL : node_find(node, "extends");

    if (extends == NULL)
        return node;
    if (extends->kind != NODE_SCALAR || depth == 0) {
        diag_add(reader->binder.diags, DIAG_BAD_VALUE, extends->where,
                 "'extends' names one other style, and not in a ring");
        return NULL;
    }
    g_autofree char *rest = g_strdup_printf("content/styles/%s.yaml", extends->text);
    const char *base_path = strchr(extends->text, '/') == NULL ? file_find(reader, rest) : NULL;
    const Node *base = base_path == NULL ? NULL : load_style(reader, base_path, depth - 1);

    if (base == NULL) {
        diag_add(reader->binder.diags, DIAG_UNKNOWN_REFERENCE, extends->where,
                 "there is no style '%s' to extend", extends->text);
        return NULL;
    }
    return node_merge(reader->scratch, base, node_without(reader->scratch, node, "extends"));
}

static void
read_style(Reader *reader, const File *file)
{
    const Node *node = load_style(reader, file->path, 4);
    StyleFile *read = arena_alloc(reader->binder.arena, sizeof *read);

    if (node == NULL)
        return;
    bind_map(&reader->binder, node, &style_file_type, NULL, read);
    if (read->style.id == NULL) {
        binder_lacks(&reader->binder);
        return;
    }
    check_id_of_file(reader, file, read->style.id, read->style.where);
    binder_add_known(&reader->binder, KNOWN_STYLE, read->style.id, &read->style);
}

void
read_styles(Reader *reader)
{
    g_autoptr(GArray) files = files_list(reader, "content/styles", ".yaml", NULL);

    read_palettes(reader);
    for (guint i = 0; i < files->len; i++) {
        const File *file = &g_array_index(files, File, i);

        if (strcmp(file->name, "palettes") != 0)
            read_style(reader, file);
    }
}
