/* command/msgmerge.h - gettext's own program that brings a translation up to date.
 * Two files go in, one comes out; nothing but a folder of its own, which it leaves empty of traces, is
 * touched. */
#pragma once
#include "base/diag.h"

/* Its path, or NULL when the package gettext is not installed; free with g_free(). */
char *msgmerge_find(void);

/* Reports it when it is not. */
bool msgmerge_is_there(Diags *diags);

/* The translation @po with exactly the messages of @template: what is reworded is marked fuzzy and
 * keeps its earlier wording, what is gone is kept as obsolete. */
GBytes *msgmerge_run(GBytes *po, GBytes *template, GError **error);
