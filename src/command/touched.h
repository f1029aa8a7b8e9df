/* command/touched.h - which leaflets a file of the project is in.
 * Takes the file's name in the project, as "locales/ar/common.po", and a leaflet. */
#pragma once
#include "model/content.h"

/* True when @variant may look different after @file has changed. */
bool touched_by(const char *file, const Variant *variant);

/* The same, for whoever asks of one file and many leaflets; free with touching_free(). */
typedef struct Touching Touching;
Touching *touching_new(const char *file);
void touching_free(Touching *touching);
bool touching_is(const Touching *touching, const Variant *variant);
bool touching_is_all(const Touching *touching); /* whatever the leaflet */

/* True for translations of content. */
bool touched_is_translation(const char *file);
