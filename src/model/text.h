/* model/text.h - what content is made of: messages, and names that files write. */
#pragma once
#include "base/diag.h"

/* One message. (context, msgid) is its key in the catalog of its domain. */
typedef struct Text {
    const char *msgid;        /* NULL: absent. With a plural: the form for one */
    const char *msgid_plural; /* NULL unless `one`/`other` were given */
    const char *count;        /* name of the parameter that chooses the plural form, or NULL */
    const char *context;      /* key path without list index: "rights/time_foreign/text" */
    const char *domain;       /* a pack's id, "contacts-rs", "common", or "project" */
    Where where;
} Text;

typedef struct TextList {
    const Text *items;
    int count;
} TextList;

/* A name as written (an id, a tag), with its place, for errors found later. */
typedef struct Name {
    const char *text;
    Where where;
} Name;

typedef struct NameList {
    const Name *items;
    int count;
} NameList;
