/* read/texts.h - messages: their placeholders, and that each is there once.
 * A placeholder is {name}, a parameter of the pack or a word the program fills in, or {tel.astra},
 * the number of a contact. */
#pragma once
#include "read/bind.h"

/* Reports placeholders that lead nowhere, in the texts bound since there were @first. {name} must
 * be one of @names, {tel.x} a known contact that may be printed in @jurisdiction (NULL: anywhere). */
void check_placeholders(Binder *binder, guint first, const char *const *names, int count,
                        const char *jurisdiction);

/* Reports messages that stand twice under one context of a domain. */
void check_messages(Binder *binder);
