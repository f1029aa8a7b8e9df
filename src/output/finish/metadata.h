/* output/finish/metadata.h - what a file says of itself: XMP, and what its colours mean. */
#pragma once
#include "model/document.h"
#include "output/finish/write.h"

/* Title, language, edition, day and the two standards the file keeps to; nothing of the
 * machine, the clock or the program. Both give the object's number. */
int metadata_write(const Document *document, Date date, Writer *writer);
/* The same of a file for a press. */
int metadata_write_press(const Document *document, Date date, Writer *writer);
int metadata_write_intent(Writer *writer);

/* An ICC profile of sRGB. */
GString *profile_srgb(void);
