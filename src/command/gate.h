/* command/gate.h - what stands between a leaflet and its release.
 * Takes a composed leaflet, reviews and the day, gives every reason to refuse. There is no way round:
 * what only a warning is in drafts becomes an error here. */
#pragma once
#include "command/made.h"
#include "model/review.h"
#include "translate/translate.h"

/* What all leaflets of a run have in common. */
typedef struct Gate Gate;

/* Reads who has signed what. Faults of those files are reported to @diags. Never NULL; free with
 * gate_free(). */
Gate *gate_new(const Project *project, Diags *diags);
void gate_free(Gate *gate);

/* Adds to what @made says of @document whatever it must not be released with, and keeps the exceptions
 * that were used. */
void gate_check(const Gate *gate, const Document *document, const Catalogs *catalogs,
                Made *made);
