/* model/role.h - the roles a block of text can have.
 * To add one: a line here, its row in role.c (same order), its row in every style. */
#pragma once
#include <stdbool.h>

typedef enum Role {
    ROLE_DRAFT,         /* the band on every panel of a draft */
    ROLE_LANGUAGE_MARK, /* autonym; its second phrase is the language's code */
    ROLE_TITLE,
    ROLE_SUBTITLE,
    ROLE_HEADING,
    ROLE_SUBHEADING, /* title of a right */
    ROLE_MINOR,      /* title of a point */
    ROLE_PARA,
    ROLE_LEGEND, /* what the bubble means, with its pictogram */
    ROLE_DETAIL, /* a bold lead-in, then text: who, how long, what can be refused */
    ROLE_LIMIT,  /* the honest caveat, with its lead-in */
    ROLE_SOURCE, /* the laws behind a right */
    ROLE_ASK,    /* the sentence one may say; its second phrase is the staff's line */
    ROLE_STEP,   /* title of a step; its number stands in a disc */
    ROLE_CONTACT_NAME,
    ROLE_CONTACT_NUMBER,
    ROLE_CONTACT_NOTE,
    ROLE_CONTACT_LINK, /* its web address */
    ROLE_FIELD,        /* a label over lines to write on */
    ROLE_FACT,         /* what a form is about */
    ROLE_LABEL,        /* of a row of a form */
    ROLE_OPTION,       /* words beside a box to tick; second phrase of a label */
    ROLE_COLUMN_HEAD,  /* of a table */
    ROLE_ROW_HEAD,     /* the first cell of a row */
    ROLE_CELL,
    ROLE_ENTRY,    /* of the contents: a section, and the page it begins on */
    ROLE_SUBENTRY, /* a right */
    ROLE_MARKS,    /* what the ring and the dotted bar mean */
    ROLE_COLOPHON,
    ROLE_PAGE_NUMBER,
    ROLE_STAFF_LINE, /* only as the second phrase of an ask */
    ROLE_PICTURE,    /* the cover's drawing: no text */
    ROLE_LOGO,       /* of the organisation: no text */
    ROLE_COUNT
} Role;

typedef struct RoleInfo {
    Role role;        /* checks the order of the table */
    const char *name; /* as styles and tree dumps write it: "contact-number" */
    const char *tag;  /* PDF structure type */
    bool keep_next;   /* never the last of a panel */
    bool whole;       /* never split between panels */
} RoleInfo;

const RoleInfo *role_info(Role role);
/* The role called @name, or ROLE_COUNT. */
Role role_find(const char *name);
