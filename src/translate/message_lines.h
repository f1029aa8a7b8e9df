/* translate/message_lines.h - at which line of a PO file a message stands.
 * libgettextpo does not tell, so the file's own bytes are read a second time, for lines alone.
 * Takes any bytes: what is no PO file gives lines of nothing. */
#pragma once
#include <glib.h>

typedef struct MessageLines MessageLines;

/* @bytes is NUL-terminated and need not outlive the call. */
MessageLines *message_lines_new(const char *bytes);
void message_lines_free(MessageLines *lines);

/* The line of msgstr, or of msgstr[@form], from 1; where there is no such form, of the entry's
 * last; 0 when the file has no such message. @context may be NULL. */
int message_lines_find(const MessageLines *lines, const char *context, const char *msgid,
                       int form);

/* The line of a field of the header, of the header's msgstr, or 1. */
int message_lines_find_field(const MessageLines *lines, const char *field);

/* libgettextpo names the line after a quote that was not closed: the line before @line if it
 * has such a quote, else @line. */
int message_lines_at_open_quote(const MessageLines *lines, int line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(MessageLines, message_lines_free)
