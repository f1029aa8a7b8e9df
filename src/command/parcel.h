/* command/parcel.h - what a translator sent back: a PO file, a folder of them, or a zip file.
 * Takes a name, gives the PO files in it, in memory. It may come from anybody: nothing is unpacked on to
 * the disk, links are not followed, and nothing is read that is larger than a translation can be. */
#pragma once
#include "base/diag.h"
#include "base/zip.h"

/* An array of NamedBytes, named as messages show them, sorted; NULL when there are none, or when
 * something about it is not as it should be (`bad-parcel`). Free with g_ptr_array_unref(). */
GPtrArray *parcel_open(const char *path, Diags *diags);
