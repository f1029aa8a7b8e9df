/* command/templates.h - the project's POT files, kept in step with its content. */
#pragma once
#include "command/options.h"
#include "translate/messages.h"

typedef struct Template {
    const char *domain; /* borrowed from the messages */
    char *path;         /* NULL: it is not written */
    GBytes *bytes;
    int messages;
    bool changed; /* the file was not like this before */
} Template;

/* Writes the template of every domain that the project has texts of, into its locales/; files that
 * are right already are left alone. An array of Template, in the order of reading; free with
 * g_ptr_array_unref(). */
GPtrArray *templates_write(const Messages *messages, Diags *diags);

/* The same in memory alone, and after them the project's glossary, in the domain "glossary". */
GPtrArray *templates_make(const Messages *messages, Diags *diags);

/* One line a template. */
void templates_print(const GPtrArray *templates, const Options *options);
