/* command/made.h - what became of one leaflet.
 * Filled by pipeline.c in a worker, carried to the parent as a variant, told by build.c. */
#pragma once
#include "base/date.h"
#include "base/diag.h"
#include "base/stages.h"
#include "command/stamp.h"

typedef struct MadeFile {
    char *name;   /* without folder */
    char *output; /* which kind of file: Output.name */
    char *sha256; /* hexadecimal */
    guint64 size; /* bytes */
    Stamp stamp;  /* right after it was written; all 0: not known */
} MadeFile;

/* What somebody has allowed this leaflet, from exceptions.yaml. */
typedef struct MadeException {
    char *code, *about, *why, *allowed_by, *on;
} MadeException;

/* A number as it was printed. */
typedef struct MadeContact {
    char *id, *number;
} MadeContact;

typedef struct Made {
    GArray *files; /* MadeFile; none when it has errors, or nothing was to be written */
    int pages;
    double body_size; /* points */
    int less;         /* Format.less of what was made */
    char *edition;
    Date contacts_until;
    GVariant *seen; /* of a leaflet that is looked at: as command/preview_leaflet.h says; or NULL */
    GArray *exceptions; /* MadeException */
    GArray *contacts;   /* MadeContact */
    GPtrArray *texts; /* char *: contexts of its messages, sorted, each once; empty once they are noted */
    StageTime *spent; /* on it, of each stage: STAGE_MOST; NULL: nobody asks */
    Diags *diags;     /* of this leaflet */
} Made;

Made *made_new(void);
void made_free(Made *made);

/* Once it is noted: there may be ten thousand. Its texts are gone then, and its messages are kept in @pool, which must
 * outlive it. */
void made_forget(Made *made, DiagPool *pool);

#define MADE_VARIANT_TYPE "(a(ssst(ttxx))idis(iii)mva(sssss)a(ss)sa(xx)" DIAGS_VARIANT_TYPE ")"
GVariant *made_to_variant(const Made *made); /* floating */
Made *made_from_variant(GVariant *variant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Made, made_free)
