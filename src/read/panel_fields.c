/* What a format's file says of margins and panels. */
#include "read/panels.h"
#include "read/values.h"

#include <glib/gi18n.h>

static const Field margin_fields[] = {
    { "outer", FIELD_MM, REQUIRED, AT(Margins, outer) },
    { "fold", FIELD_MM, REQUIRED, AT(Margins, fold) },
    { "hang", FIELD_MM, REQUIRED, AT(Margins, hang) },
    { "foot", FIELD_MM, REQUIRED, AT(Margins, foot) },
    { "band", FIELD_MM, REQUIRED, AT(Margins, band) },
    { "inner", FIELD_MM, OPTIONAL, AT(Margins, inner), .otherwise = NOT_GIVEN },
    { 0 },
};
static const Type margins_type = { .noun = N_("the margins of a format"),
                                   .fields = margin_fields,
                                   .size = sizeof(Margins) };

void
bind_margins(Binder *binder, const Node *node, void *out)
{
    bind_map(binder, node, &margins_type, NULL, out);
}

/* Those of one panel: what it does not say is as in the format. */
static const Field panel_margin_fields[] = {
    { "outer", FIELD_MM, OPTIONAL, AT(Margins, outer), .otherwise = NOT_GIVEN },
    { "fold", FIELD_MM, OPTIONAL, AT(Margins, fold), .otherwise = NOT_GIVEN },
    { "hang", FIELD_MM, OPTIONAL, AT(Margins, hang), .otherwise = NOT_GIVEN },
    { "foot", FIELD_MM, OPTIONAL, AT(Margins, foot), .otherwise = NOT_GIVEN },
    { "band", FIELD_MM, OPTIONAL, AT(Margins, band), .otherwise = NOT_GIVEN },
    { 0 },
};
static const Type panel_margins_type = { .noun = N_("the margins of a panel"),
                                         .fields = panel_margin_fields };

static void
bind_panel_margins(Binder *binder, const Node *node, void *out)
{
    bind_map(binder, node, &panel_margins_type, NULL, out);
}

static const Field panel_fields[] = {
    { "id", FIELD_WORD, REQUIRED, AT(PanelEntry, panel.id), .pattern = &id_pattern },
    { "side", FIELD_INT, REQUIRED, AT(PanelEntry, panel.side), .least = 1, .most = 4 },
    { "x", FIELD_MM, REQUIRED, AT(PanelEntry, panel.area.x) },
    { "y", FIELD_MM, OPTIONAL, AT(PanelEntry, panel.area.y) },
    { "width", FIELD_MM, REQUIRED, AT(PanelEntry, panel.area.width) },
    { "height", FIELD_MM, OPTIONAL, AT(PanelEntry, panel.area.height), .otherwise = NOT_GIVEN },
    { "turn", FIELD_INT, OPTIONAL, AT(PanelEntry, panel.turn), .least = 0, .most = 270 },
    { "columns", FIELD_INT, OPTIONAL, AT(PanelEntry, panel.columns), .least = 1, .most = 6,
      .otherwise = 1 },
    { "gap", FIELD_MM, OPTIONAL, AT(PanelEntry, panel.gap) },
    { "repeat", FIELD_BOOL, OPTIONAL, AT(PanelEntry, panel.repeat) },
    { "last", FIELD_BOOL, OPTIONAL, AT(PanelEntry, panel.last) },
    { "bare", FIELD_BOOL, OPTIONAL, AT(PanelEntry, panel.bare) },
    { "outer", FIELD_BOOL, OPTIONAL, AT(PanelEntry, panel.outer) },
    { "head", FIELD_NAMES, OPTIONAL, AT(PanelEntry, head), .pattern = &id_pattern },
    { "holds", FIELD_NAMES, OPTIONAL, AT(PanelEntry, holds), .pattern = &id_pattern },
    { "foot", FIELD_NAMES, OPTIONAL, AT(PanelEntry, foot), .pattern = &id_pattern },
    { "foot_columns", FIELD_INT, OPTIONAL, AT(PanelEntry, panel.foot_columns), .least = 1,
      .most = 6, .otherwise = 1 },
    { "contact_columns", FIELD_INT, OPTIONAL, AT(PanelEntry, panel.contact_columns), .least = 1,
      .most = 6, .otherwise = 1 },
    { "margins", FIELD_CUSTOM, OPTIONAL, AT(PanelEntry, margins), .bind = bind_panel_margins },
    { 0 },
};

static void
check_turn(Binder *binder, const Node *node, void *out)
{
    const Panel *panel = &((PanelEntry *) out)->panel;

    if (panel->turn % 90 != 0)
        diag_add(binder->diags, DIAG_BAD_NUMBER, node_find(node, "turn")->where,
                 "a panel is turned by 0, 90, 180 or 270 degrees, not by %d", panel->turn);
}

const Type panel_type = { .noun = N_("a panel"),
                          .fields = panel_fields,
                          .size = sizeof(PanelEntry),
                          .where = offsetof(PanelEntry, panel.where),
                          .check = check_turn };
