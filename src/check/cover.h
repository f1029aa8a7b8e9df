/* check/cover.h - what any leaflet should not show to strangers; private. */
#pragma once
#include "check/check.h"

/* Of leaflets that are not discreet: no telling word on the cover, in the file's name and title, and on
 * forms that the staff keep. */
void covers_tell_nothing(const Pages *pages, Diags *diags);
/* Words of the lists `avoid` whose scope is the cover, on outer panels; or metadata, in the file's name. */
void shown_words_are_right(const Pages *pages, Diags *diags);
