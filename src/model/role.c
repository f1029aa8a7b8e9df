#include "model/role.h"

#include <assert.h>
#include <string.h>

static const RoleInfo roles[] = {
    { ROLE_DRAFT, "draft", "P", false, true },
    { ROLE_LANGUAGE_MARK, "language-mark", "P", true, true },
    { ROLE_TITLE, "title", "H1", true, true },
    { ROLE_SUBTITLE, "subtitle", "P", false, true },
    { ROLE_HEADING, "heading", "H2", true, true },
    { ROLE_SUBHEADING, "subheading", "H3", true, true },
    { ROLE_MINOR, "minor", "H3", true, true },
    { ROLE_PARA, "para", "P", false, false },
    { ROLE_LEGEND, "legend", "P", true, true },
    { ROLE_DETAIL, "detail", "P", false, false },
    { ROLE_LIMIT, "limit", "P", false, false },
    { ROLE_SOURCE, "source", "P", false, true },
    { ROLE_ASK, "ask", "BlockQuote", false, true },
    { ROLE_STEP, "step", "LI", true, true },
    { ROLE_CONTACT_NAME, "contact-name", "P", true, true },
    { ROLE_CONTACT_NUMBER, "contact-number", "P", true, true },
    { ROLE_CONTACT_NOTE, "contact-note", "P", false, true },
    { ROLE_CONTACT_LINK, "contact-link", "P", false, true },
    { ROLE_FIELD, "field", "P", false, true },
    { ROLE_FACT, "fact", "P", false, true },
    { ROLE_LABEL, "label", "P", false, true },
    { ROLE_OPTION, "option", "P", false, true },
    { ROLE_COLUMN_HEAD, "column-head", "TH", true, true },
    { ROLE_ROW_HEAD, "row-head", "TH", false, true },
    { ROLE_CELL, "cell", "TD", false, true },
    { ROLE_ENTRY, "entry", "TOCI", false, true },
    { ROLE_SUBENTRY, "subentry", "TOCI", false, true },
    { ROLE_MARKS, "marks", "P", false, true },
    { ROLE_COLOPHON, "colophon", "P", false, true },
    { ROLE_PAGE_NUMBER, "page-number", "Artifact", false, true },
    { ROLE_STAFF_LINE, "staff-line", "P", false, true },
    { ROLE_PICTURE, "picture", "Artifact", false, true },
    { ROLE_LOGO, "logo", "Figure", false, true },
};
static_assert(sizeof roles / sizeof roles[0] == ROLE_COUNT, "one row a role");

const RoleInfo *
role_info(Role role)
{
    return &roles[role];
}

Role
role_find(const char *name)
{
    for (int i = 0; i < ROLE_COUNT; i++)
        if (strcmp(roles[i].name, name) == 0)
            return roles[i].role;
    return ROLE_COUNT;
}
