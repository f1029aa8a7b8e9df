/* translate/mend.h - a PO file as somebody's editor left it, made fit for gettext's own programs.
 * Takes any bytes, gives UTF-8 without a byte order mark, with plain line ends and a header that says
 * so. What it had to change is said; what it cannot read it leaves alone. */
#pragma once
#include "base/diag.h"
#include "model/content.h"

/* @bytes of the file that messages call @path, or NULL: then the reason is in @diags, and the file
 * must stay as it is. */
GBytes *mend_file(const char *path, GBytes *bytes, const Locale *locale, Diags *diags);

/* The first half of it, that needs no language: UTF-8, without a byte order mark, with plain line
 * ends. Its lines are those of @bytes. */
GBytes *mend_letters(const char *path, GBytes *bytes, Diags *diags);
