/* read/bind.h - one loop that fills a struct by the table of its fields.
 * Takes a node and a Type, gives a struct in the arena. What does not fit the table is reported at
 * its place and left zero. Knows no key of any file: those stand in the tables of the other files. */
#pragma once
#include "model/content.h"
#include "read/field.h"
#include "read/node.h"

/* Parts of a project, in the order of reading. A set of them is their sum. */
typedef enum Part {
    PART_FONTS = 1 << 0,
    PART_LOCALES = 1 << 1,
    PART_COMMON = 1 << 2,
    PART_ICONS = 1 << 3,
    PART_STYLES = 1 << 4,
    PART_FORMATS = 1 << 5,
    PART_CONTACTS = 1 << 6,
    PART_PACKS = 1 << 7,
    PART_SETTINGS = 1 << 8,
    PART_SHEETS = 1 << 9,
    PART_GLOSSARY = 1 << 10,
    PART_WORDING = 1 << 11
} Part;

struct Binder {
    Arena *arena; /* where the structs go */
    Diags *diags;
    const char *domain;             /* of texts */
    GArray *texts;                  /* of Text: all that were bound */
    GHashTable *known[KNOWN_COUNT]; /* id to thing */
    Part reading;                   /* what is being read now */
    unsigned incomplete; /* parts of which something could not be read: what refers to them is
                            not to blame */
};

void binder_init(Binder *binder, Arena *arena, Diags *diags);
void binder_clear(Binder *binder);
/* Makes @thing known, so that references find it. */
void binder_add_known(Binder *binder, Known known, const char *id, const void *thing);

/* Something of what is being read now is missing. */
void binder_lacks(Binder *binder);
/* False when a name of one of @parts may be missing for another reason than a slip. */
bool binder_has_all(const Binder *binder, unsigned parts);

/* Fills @out, a zeroed struct of @type. @path begins the contexts of its texts. */
void bind_map(Binder *binder, const Node *node, const Type *type, const char *path, void *out);
/* Fills @list, a struct { items, count }. Entries without an id are dropped. */
void bind_items(Binder *binder, const Node *node, const Type *type, const char *path,
                void *list);
/* One message with @context. */
void bind_text(Binder *binder, const Node *node, const char *context, Text *out);
/* Reports ids that stand twice among @count structs of @type. */
void check_duplicates(Binder *binder, const Type *type, const void *items, int count);
