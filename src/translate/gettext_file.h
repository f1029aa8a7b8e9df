/* translate/gettext_file.h - PO files as libgettextpo has them: from bytes, and to bytes; private.
 * The library itself knows only files by name, and says what is wrong to a handler that is told
 * nothing of ours: both stay here. One thread at a time. */
#pragma once
#include "base/diag.h"
#include "translate/message_lines.h"

#include <gettext-po.h>

/* Reads @length @bytes, of UTF-8, called @path in messages; @lines are theirs. What is no PO file
 * is reported, and left out of what is returned. NULL when the system gives no room for it, which is
 * reported, too. Free with po_file_free(). */
po_file_t gettext_file_parse(const char *path, const char *bytes, gsize length,
                             const MessageLines *lines, Diags *diags);

/* The same where nobody else needs the lines. */
po_file_t gettext_file_parse_bytes(const char *path, GBytes *bytes, Diags *diags);

/* @file as gettext's own programs write it. */
GBytes *gettext_file_write(po_file_t file, GError **error);

/* The entry with an empty msgid, or NULL. Of obsolete ones none is the header. */
po_message_t gettext_file_find_header(po_file_t file);
