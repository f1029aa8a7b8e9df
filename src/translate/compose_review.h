/* translate/compose_review.h - the words of a sheet on which a reviewer reads every text and writes
 * beside it. Takes how its texts stand, gives a Document for the format `project.review`. */
#pragma once
#include "translate/standing.h"

typedef struct ReviewSheet {
    const Messages *messages;
    const Reviewer *reviewer;
    const GArray *standings;      /* Standing, one row each */
    const Locale *shown;          /* beside the source; NULL: the source alone */
    const Catalog *shown_catalog; /* of `shown` */
} ReviewSheet;

/* Its words of its own are English, as the texts' source mostly is. Never NULL; free with
 * document_free(). */
Document *compose_review(const ReviewSheet *sheet);

/* The translation that stands on the sheet beside @standing, every plural form of it; "" when there is
 * none. In @arena. */
const char *compose_review_translation(const ReviewSheet *sheet, const Standing *standing,
                                       Arena *arena);
