/* read/values.h - single values of YAML: words, numbers, dates, colours, names, references, texts.
 * What bind.c has for each kind of field that is not a struct. */
#pragma once
#include "read/bind.h"

typedef void BindValue(Binder *binder, const Node *node, const Field *field, const char *path,
                       void *out);

BindValue bind_word, bind_string, bind_bool, bind_either, bind_choice, bind_flags, bind_int,
    bind_long, bind_number, bind_mm, bind_date, bind_colour, bind_name, bind_names,
    bind_reference, bind_field_text, bind_texts, bind_cells;

/* Reports unless @node is of @kind; silent when it has been refused already. */
bool node_is(Binder *binder, const Node *node, NodeKind kind, const char *what,
             const char *wanted);

/* The string of a scalar that no reader of YAML takes for anything else; in the binder's arena.
 * NULL, and reported, when it is not. @what names it in messages. */
const char *string_of_node(Binder *binder, const Node *node, const char *what);

/* "; did you mean 'step'?", or "; there are: a, b, c", or nothing. Free with g_free(). */
char *known_names_hint(const char *wanted, const char *const *names, int count);

/* The thing that @name names; NULL, and reported, when there is none. */
const void *find_known(Binder *binder, Known known, Name name);

/* Fills { items, count } at @list. */
void set_list(void *list, const void *items, int count);

extern const Pattern id_pattern, slug_pattern, locale_pattern, country_pattern;
