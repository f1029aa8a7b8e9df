/* translate/gettext_message.h - what several files ask of a message as libgettextpo has it; private. */
#pragma once
#include <gettext-po.h>
#include <glib.h>
#include <stdbool.h>

/* What no two messages of a file share. Free with g_free(). */
char *gettext_key(const char *context, const char *msgid);
char *gettext_message_key(po_message_t message);

/* The nth form; NULL past the last. */
const char *gettext_message_form(po_message_t message, int n);
/* Its first form has words. */
bool gettext_message_is_translated(po_message_t message);

/* Adds a copy of @message at the end of @file, marked obsolete. */
void gettext_file_add_obsolete(po_file_t file, po_message_t message);

/* Every message of @file but the header, by its key; borrowed from the file. */
GHashTable *gettext_file_index(po_file_t file);

/* A field of @header, the message with an empty msgid. */
void gettext_header_set(po_message_t header, const char *field, const char *value);
