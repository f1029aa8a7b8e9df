/* translate/incoming.h - a PO file that somebody sent, held against what a translation must be.
 * Takes any bytes, gives a file that is known to be of a language and a domain of the project, fit for
 * gettext's programs, every fault of it reported at the line where she finds it. */
#pragma once
#include "model/content.h"
#include "translate/message_lines.h"

typedef struct Incoming {
    char *path; /* as messages show it */
    const Locale *locale;
    const char *domain;  /* borrowed from `domains` */
    GBytes *bytes;       /* mended */
    MessageLines *lines; /* of the file as it came */
} Incoming;

/* NULL when it cannot be told what it is, or read; the reason is in @diags. @domains are strings. Free
 * with incoming_free(). */
Incoming *incoming_read(const Project *project, const GPtrArray *domains, const char *path,
                        GBytes *bytes, Diags *diags);
void incoming_free(Incoming *incoming);

/* What `check` would say of it in the project's place for the translation @ours: errors are faults
 * that keep it out. */
void incoming_check(const Incoming *incoming, const Project *project, GBytes *ours,
                    Diags *diags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Incoming, incoming_free)
