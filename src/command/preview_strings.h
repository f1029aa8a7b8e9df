/* command/preview_strings.h - what a preview says of every string: from the catalog, from `check`,
 * and from all leaflets together. */
#pragma once
#include "command/batch.h"
#include "command/preview_leaflet.h"
#include "translate/translate.h"

/* Characters left in one format, in the leaflet that has least. */
typedef struct PreviewRoom {
    const Format *format;
    int left, budget; /* budget BUDGET_NONE: as long as it likes */
} PreviewRoom;

/* A page that shows a string. */
typedef struct PreviewPlace {
    int leaflet, page;
    bool over; /* it has no room there */
} PreviewPlace;

typedef enum PreviewFlag {
    PREVIEW_MISSING = 1 << 0,
    PREVIEW_FUZZY = 1 << 1,
    PREVIEW_FAULTS = 1 << 2,
    PREVIEW_TIGHT = 1 << 3 /* little room, or none */
} PreviewFlag;

typedef struct PreviewString {
    const Message *message;
    int number;
    bool is_source;          /* the language is the one it is written in */
    unsigned flags;          /* PreviewFlag */
    const char *translation; /* as printed, placeholders unfilled; NULL: none that is printed */
    Where where;             /* of the translation, or of the text; file NULL: in no file yet */
    GPtrArray *faults;       /* char *: what `check` says, each once */
    GArray *rooms;           /* PreviewRoom, in the order of the jobs */
    GArray *places;          /* PreviewPlace, each once */
} PreviewString;

typedef struct PreviewStrings {
    GPtrArray *items;   /* PreviewString, by number */
    GPtrArray *remarks; /* char *: of `check`, about no string that is here */
    GPtrArray *seen;    /* of every job its Seen; NULL: none */
    Catalog *catalog;
} PreviewStrings;

/* After batch_run() over preview_leaflet(). Free with preview_strings_free(). */
PreviewStrings *preview_strings_new(const Batch *batch, const PreviewPlan *plan);
void preview_strings_free(PreviewStrings *strings);

/* How many have @flag. */
int preview_strings_count(const PreviewStrings *strings, PreviewFlag flag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PreviewStrings, preview_strings_free)
