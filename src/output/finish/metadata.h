/* output/finish/metadata.h - what a file says of itself: XMP, and what its colours mean. */
#pragma once
#include "model/document.h"
#include "output/finish/write.h"

/* Title, language, edition, day and the two standards the file keeps to; nothing of the
 * machine, the clock or the program. Both give the object's number. */
int metadata_write(const Document *document, bool tagged, Date date, Writer *writer);
/* The same of a file for a press, made as @how says: files that differ in it are different documents. @pdfx:
 * it keeps to PDF/X-4. */
int metadata_write_press(const Document *document, const char *how, bool pdfx, Date date,
                         Writer *writer);
/* The older way of saying the same, where PDF/X-4 is kept to: a dictionary. */
int metadata_write_info(const Document *document, Date date, Writer *writer);
int metadata_write_intent(Writer *writer);

/* An ICC profile of sRGB. */
GString *profile_srgb(void);
