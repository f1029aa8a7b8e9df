/* translate/handed.h - a translation as its translator gets it, and what is remembered of it.
 * Takes a PO file that is up to date, gives the same with lines above its messages that the project's
 * own files have not, and a header that remembers what was there: so that what comes back, even a
 * single file that somebody sent by mail, can be told from what was changed here meanwhile. */
#pragma once
#include "base/diag.h"

#include <gettext-po.h>

/* Messages and words of the source, each in one row. */
typedef enum HandedState {
    HANDED_NEW,
    HANDED_FUZZY,
    HANDED_REPEATED, /* not translated, and a text before it says the same */
    HANDED_TRANSLATED,
    HANDED_STATES
} HandedState;

typedef struct HandedCount {
    int texts, words;
} HandedCount;

/* Lines to stand above a message, or NULL; free with g_free(). */
typedef char *HandedNote(const char *context, const char *msgid, const void *user);

typedef struct Handing {
    const char *path; /* of the file, for messages */
    const char *tag, *domain;
    HandedNote *note; /* with `user` */
    const void *user;
    GHashTable *seen; /* source texts of the files before; those of this are added */
} Handing;

/* @current with all that. Adds to @counts, HANDED_STATES rows. NULL when it cannot be read, which is
 * reported. */
GBytes *handed_write(const Handing *handing, GBytes *current, HandedCount *counts, Diags *diags);

/* What a file remembers. */
typedef struct Memory {
    char *tag, *domain; /* NULL: it was never handed off, or its header is lost */
    GHashTable *known;  /* of every translation that was there: its print */
} Memory;

/* Of the file with @header, NULL for none. */
Memory *memory_new(const char *header);
void memory_free(Memory *memory);

/* True when the message called @key had this translation at the handoff: the forms of @message, and
 * its being @fuzzy. */
bool memory_has(const Memory *memory, const char *key, po_message_t message, bool fuzzy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Memory, memory_free)
