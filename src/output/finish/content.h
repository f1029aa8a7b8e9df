/* output/finish/content.h - what is painted on a page: markers become marked content.
 * Takes Cairo's content, gives the same with every leaf in sequences of marked content of their
 * own, all else in artifacts, and the colours of print. Knows nothing of files and objects. */
#pragma once
#include "model/format.h"
#include "output/finish/lex.h"
#include "output/finish/scribe.h"

#include <glib.h>

/* One sequence of marked content: a leaf, or a piece of one. */
typedef struct Mark {
    int leaf;
    int page, mcid; /* mcid counts from 0 on every page */
} Mark;

/* What is known of the leaves, and found of them while page after page is rewritten. */
typedef struct Marking {
    const char *const *tags; /* of every leaf its structure type; NULL: an artifact */
    int leaf_count;
    bool *ended;          /* the leaf has been seen to its end */
    GArray *marks;        /* of Mark, by page and mcid */
    const Scribe *scribe; /* whose passages stand in the content; or NULL */
    int page;             /* that is rewritten now */
    int mcid;             /* of its next mark */
} Marking;

/* Appends @content, rewritten, to @out. @marking NULL: the content is no page's but a drawing's
 * or a pattern's; there only the colours change. False with @error set when the content is
 * broken, or leaves lie in each other, or stand where none can. */
bool content_rewrite(GString *out, Bytes content, const Palette *palette, Marking *marking,
                     GError **error);
