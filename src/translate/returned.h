/* translate/returned.h - what a translator sent back, laid into the project's own translation.
 * Three sides of every message: hers, ours, and what the file remembers of the day it was handed
 * off (translate/handed.h). What only one side changed is taken from that side; where both did, ours
 * stays and it is told, unless somebody has said which to prefer. Nothing of hers or ours ever gives
 * way to nothing. */
#pragma once
#include "base/diag.h"
#include "translate/message_lines.h"

typedef enum Preference { PREFER_NEITHER, PREFER_OURS, PREFER_THEIRS } Preference;

typedef struct Returning {
    const char *path;          /* of what came back, for messages */
    const MessageLines *lines; /* of it */
    GBytes *received;          /* it, mended */
    GBytes *theirs, *ours; /* it, and what the project has, both with the messages of today */
    Preference preference;
} Returning;

/* Contexts of messages, copied; in the order of our file. */
typedef struct Returned {
    GBytes *bytes;        /* the file to write; ours where she changed nothing */
    bool differs;         /* from ours */
    GPtrArray *added;     /* not translated here before */
    GPtrArray *changed;   /* otherwise than here */
    GPtrArray *kept;      /* translated here, and empty in what came back */
    GPtrArray *conflicts; /* changed here as well, in another way */
    GPtrArray *late;      /* of an earlier wording; the new one is translated here already */
    GPtrArray *gone;      /* not in the content any more: kept as obsolete */
    int translated;       /* neither fuzzy nor empty */
    int count;            /* of all messages in use */
} Returned;

/* NULL when a side cannot be read, which is reported. Free with returned_free(). */
Returned *returned_merge(const Returning *returning, Diags *diags);
void returned_free(Returned *returned);

/* True when what came back has anything that the project has not. */
bool returned_is_news(const Returned *returned);

/* --- private to translate/ --- */

/* With empty lists, and no bytes yet. */
Returned *returned_new(void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Returned, returned_free)
