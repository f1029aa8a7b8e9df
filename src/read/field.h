/* read/field.h - tables that say what a YAML map may hold: a Type a struct, a Field a key.
 * To add a key to an entry: a member of its struct, and a row in its table. To add a kind of field:
 * a line here, its function in values.c or names.c, and its row in bind.c. */
#pragma once
#include "read/node.h"

typedef struct Binder Binder;
typedef struct Type Type;

typedef enum FieldKind {
    FIELD_WORD,      /* const char *, of a pattern */
    FIELD_STRING,    /* const char * */
    FIELD_TEXT,      /* Text */
    FIELD_TEXTS,     /* TextList: one text or a list */
    FIELD_CELLS,     /* TextList: a list of lists, one after the other */
    FIELD_BOOL,      /* bool: true or false */
    FIELD_EITHER,    /* bool, by two choices */
    FIELD_CHOICE,    /* an enum, by choices */
    FIELD_FLAGS,     /* unsigned: a list of choices, each a bit */
    FIELD_INT,       /* int */
    FIELD_LONG,      /* long */
    FIELD_NUMBER,    /* double */
    FIELD_MM,        /* double: millimetres in the file, points in the struct */
    FIELD_DATE,      /* Date; null is none where it is optional */
    FIELD_COLOUR,    /* Colour: "#134B50" */
    FIELD_NAME,      /* Name, of a pattern if there is one */
    FIELD_NAMES,     /* NameList */
    FIELD_REFERENCE, /* pointer to a thing known by its id */
    FIELD_GROUP,     /* a map whose keys fill members of the same struct */
    FIELD_ITEMS,     /* a list of structs */
    FIELD_KEYED,     /* a list of structs: a map of id (field 0) to value (field 1) */
    FIELD_CUSTOM,    /* what `bind` makes of it */
    FIELD_KIND_COUNT
} FieldKind;

typedef enum Need { OPTIONAL, REQUIRED } Need;

typedef struct Pattern {
    bool (*fits)(const char *text);
    DiagCode code;      /* what it is called when it does not fit */
    const char *wanted; /* "lower-case letters, ..." */
} Pattern;

typedef struct Choice {
    const char *name; /* NULL ends the table */
    int value;
} Choice;

/* Kinds of things that files name by id. */
typedef enum Known {
    KNOWN_ICON,
    KNOWN_PALETTE,
    KNOWN_STYLE,
    KNOWN_LOCALE,
    KNOWN_CONTACT,
    KNOWN_COUNT
} Known;

typedef struct Field {
    const char *key; /* NULL ends the table */
    FieldKind kind;
    Need need;
    size_t offset;          /* of the member */
    const Pattern *pattern; /* of words and names */
    const Choice *choices;
    const Type *type;   /* of groups, items, keyed */
    Known known;        /* of references */
    double least, most; /* of numbers; both 0: any */
    double otherwise;   /* of a number, choice or bool that is not there */
    void (*bind)(Binder *binder, const Node *node, void *out);
} Field;

#define AT(Struct, member) .offset = offsetof(Struct, member)

/* A struct that starts with its id (const char *), unless it is only ever a group. */
struct Type {
    const char *noun; /* "a step" */
    const Field *fields;
    size_t size;
    size_t where;  /* offset of its Where; 0: it has none */
    bool own_path; /* contexts of its texts begin with its own id; of a group: have its key */
    void (*check)(Binder *binder, const Node *node, void *out); /* after a map without faults */
};
