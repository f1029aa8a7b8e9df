/* command/return.h - one PO file that came back, beside what the project has of it.
 * `receive` writes what this finds; `handoff` asks it whether a folder holds work that nobody has
 * received. */
#pragma once
#include "translate/incoming.h"
#include "translate/returned.h"

/* What all files are held against; borrowed. */
typedef struct ReturnPlan {
    const Project *project;
    const GPtrArray *templates; /* Template */
    const GPtrArray *domains;   /* of them, strings */
    Preference preference;
} ReturnPlan;

typedef struct Return {
    Incoming *incoming; /* NULL: it is not known what it is */
    char *path;         /* of the project's file; NULL as above */
    Returned *returned; /* NULL: an error in @diags kept it out */
} Return;

/* Looks at @bytes, called @name in messages. Never NULL; free with return_free(). */
Return *return_new(const ReturnPlan *plan, const char *name, GBytes *bytes, Diags *diags);
void return_free(Return *found);

/* The domains of @templates; free with g_ptr_array_unref(). */
GPtrArray *return_domains(const GPtrArray *templates);
