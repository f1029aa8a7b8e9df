/* translate/breaks.h - whether translators have said where lines may break, in scripts where nobody else
 * can. Takes one entry of a PO file, gives warnings at its line. */
#pragma once
#include "model/content.h"
#include "translate/entry.h"

/* Warns of every form of @entry with a long stretch of letters and no place to break it, where @locale
 * breaks lines at zero width spaces only. */
void breaks_warn(const Locale *locale, const Entry *entry, const EntryFile *file, Diags *diags);
