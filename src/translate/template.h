/* translate/template.h - what translators begin with: a POT file of each domain.
 * Takes the messages of a project, gives files as gettext's programs write them. The same content
 * gives the same bytes; no day, no line number and no name of a machine or a person is in them. */
#pragma once
#include "translate/messages.h"

/* True when some message of @domain stands in a file of the project itself, not of the installed
 * data: only then the project has translations of its own for it. */
bool template_is_wanted(const Messages *messages, const char *domain);

/* The POT file of @domain, or NULL. */
GBytes *template_write(const Messages *messages, const char *domain, GError **error);

/* The same of the project's glossary: its terms, each with its meaning above it. NULL without an error:
 * it has none. */
GBytes *template_write_glossary(const Project *project, GError **error);

/* A translation of @domain into @locale with nothing in it yet but the header, or NULL. */
GBytes *template_begin(const Locale *locale, const char *domain, GError **error);

/* What translators are told of a message, in lines: what it is, who reads it, which formats print it,
 * what stands in place of its placeholders, which terms are in it. Free with g_free(). */
char *template_comment(const Messages *messages, const Message *message);

/* True when @term stands in @text, in one of its forms. */
bool template_has_term(const Text *text, const GlossaryTerm *term);
