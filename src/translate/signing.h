/* translate/signing.h - what reviewers sign, and whether they have.
 * Takes messages, catalogs and reviews, gives statements, and what stands unsigned in a leaflet. */
#pragma once
#include "model/review.h"
#include "translate/messages.h"
#include "translate/translate.h"

/* What is signed of @text in @pack. @catalog: of the language whose reviewer signs; NULL: the source
 * alone. False when the text is not translated. Strings are borrowed, or in @arena. */
bool signing_statement(const Messages *messages, const Pack *pack, const Text *text,
                       const Catalog *catalog, Arena *arena, Statement *statement);

/* Every message that @role has to sign before all leaflets of @pack can be released, of those that
 * the role language has to sign those printed in @locale: const Message, in the order of reading,
 * those of the pack before those that packs share.
 * Composes every leaflet. Free with g_ptr_array_unref(). */
GPtrArray *signing_messages(const Messages *messages, const Pack *pack, const char *role,
                            const Locale *locale);

/* Reports every text of @document that a role has not signed, once a role. @catalogs are those it was
 * composed with. */
void signing_check(const Messages *messages, const Reviews *reviews, const Document *document,
                   const Catalogs *catalogs, Diags *diags);
