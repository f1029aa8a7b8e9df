/* command/preview.h - a folder in which a translator sees every string where it is printed.
 * Takes the choice of leaflets and a language, gives pictures of pages, PDFs with every string's
 * box and number, and index.html with both texts and the room left. Leaflets that do not fit are
 * in it, too, with what goes on beyond the paper. */
#pragma once
#include "command/options.h"

typedef struct PreviewWish {
    /* Project, formats, audiences, workers, dpi, today; its words, locales, outputs, out and
     * release are not looked at: a preview is of drafts. */
    const Options *options;
    const char *locale;       /* its tag */
    const char *const *packs; /* ended by NULL; none or NULL: those of project.yaml */
    const char *folder;       /* of this preview alone; it is made where it is missing */
    const char *key; /* only what holds this string, by msgctxt or msgid; NULL: everything */
} PreviewWish;

/* What was made. */
typedef struct Preview {
    GPtrArray *files; /* names in the folder, index.html first; none: nothing was written */
    int leaflets, pages, strings;
    int overflows; /* leaflets that do not fit */
} Preview;

/* Writes the preview, every file whole or not at all, and index.html last; of an earlier preview in
 * the folder it removes what is no longer made and nobody has changed. What does not fit, and
 * characters without a glyph, stand on the page; everything else that is said goes to @diags, and
 * with an error there the page is not written. Never NULL; free with preview_free(). No threads may
 * be running. */
Preview *preview_write(const PreviewWish *wish, Diags *diags);
void preview_free(Preview *preview);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Preview, preview_free)
