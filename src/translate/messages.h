/* translate/messages.h - every message of the content, and what its translator must know of it.
 * Takes a Project, gives what each message is, whom it is for, and which formats print it. */
#pragma once
#include "model/content.h"

/* Where a message is printed. */
typedef enum Use {
    USE_PLAIN,   /* in leaflets, drafts or releases */
    USE_RELEASE, /* in releases */
    USE_DISCREET /* in discreet leaflets */
} Use;
enum { USE_COUNT = USE_DISCREET + 1 };

typedef struct Message {
    const Text *text;
    const char *about; /* what it is: a sentence; of a shared word that nobody described NULL */
    const Text *lead;  /* the words that are printed before it, or NULL */
    NameList applies_to;
    const Right *right; /* a part of which it is, or NULL */
    const Pack *pack;   /* whose parameters stand in its braces; NULL: every pack has it */
    const bool *formats[USE_COUNT]; /* which of the project's formats print it there */
} Message;

typedef struct Messages {
    Arena *arena;
    const Project *project;
    Message *items; /* in the order of reading */
    int count;
    GHashTable *by_text; /* const Text, by domain, context and msgid, to Message */
} Messages;

/* Composes every leaflet of every pack to see what is printed where. @project must be without
 * errors. Never NULL; free with messages_free(). */
Messages *messages_new(const Project *project);
/* The same without the formats, which takes no composing. */
Messages *messages_list(const Project *project);
void messages_free(Messages *messages);

/* The message with @text's domain, context and msgid, or NULL. */
Message *messages_find(const Messages *messages, const Text *text);

/* Names of the files that translations stand in, each once, in the order of reading: "common",
 * "contacts-rs", a pack's id. Free with g_ptr_array_unref(). */
GPtrArray *messages_domains(const Messages *messages);

/* Adds to @printed, a set of Message, those of which the day decides: when one word of a kind can be
 * printed, as the name of a month, all can. */
void messages_add_alike(const Messages *messages, GHashTable *printed);

/* --- private to translate/ --- */

/* Fills in what messages are: messages_about.c. */
void messages_describe(Messages *messages);
/* Fills in their formats: messages_used.c. */
void messages_note_formats(Messages *messages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Messages, messages_free)
