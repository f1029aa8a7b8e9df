/* check/verify.h - what the checks of one finished PDF have in common; private. */
#pragma once
#include "check/check.h"
#include "check/verify_listing.h"

typedef struct Verification {
    const Document *document;
    const Printed *printed;
    const PdfListing *listing;
    Date today;
    Diags *diags;
} Verification;

/* A place in the PDF; 0: no page in particular. */
Where verify_where(const Verification *check, int page);
/* What a message calls a block: the context of its message, "rights/time/title", else its role. */
const char *verify_block_name(const Block *block, int phrase);
/* What @phrase says in the edition that was printed: its code alone may differ from today's, which
 * is told once. Free with g_free(). */
char *verify_phrase_text(const Verification *check, const Phrase *phrase);
/* The beginning of @text without marks of direction, for a message. Free with g_free(). */
char *verify_quote(const char *text);

/* One function a file; each is a row of the table in verify.c. */
void verify_metadata(const Verification *check);
void verify_text(const Verification *check);
void verify_numbers(const Verification *check);
void verify_order(const Verification *check);
void verify_links(const Verification *check);
void verify_sheets(const Verification *check);
void verify_telling(const Verification *check);
