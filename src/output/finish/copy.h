/* output/finish/copy.h - Cairo's objects to the new file, under their own numbers.
 * Most go over as they stand; pictures, fonts and drawings lose or gain an entry. */
#pragma once
#include "model/format.h"
#include "output/finish/inks.h"
#include "output/finish/read.h"
#include "output/finish/write.h"

/* Every object but those whose number is @taken, and what only Cairo's file needs. @inks NULL: in
 * the colours of screens. */
bool copy_objects(Source *source, const bool *taken, const Palette *palette, const InkSet *inks,
                  Writer *writer, GError **error);

/* Appends the entries of @dict but for the keys @but, which a NULL ends. */
void copy_entries(GString *out, Bytes dict, const char *const *but);
/* Appends the entries of @dict, of a key that stands twice the last: Cairo 1.16 names a picture that
 * is painted twice on a page twice. */
void copy_entries_once(GString *out, Bytes dict);
