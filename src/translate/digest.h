/* translate/digest.h - the edition code: equal codes, equal words.
 * Takes a composed document and the contacts it prints; knows nothing of fonts or paper. */
#pragma once
#include "model/document.h"

/* The first 8 characters, in Crockford's base 32, of the SHA-256 of all that @document says. */
void digest_document(const Document *document, const Contact *const *contacts,
                     int contact_count, char edition[static 9]);
