/* translate/translate.h - content and translations to a Document.
 * Takes a Variant (which leaflet) and the catalogs of its languages, gives the leaflet's blocks in
 * reading order with every placeholder filled. Knows nothing of YAML, fonts or paper. */
#pragma once
#include "base/diag.h"
#include "model/content.h"
#include "model/document.h"
#include "model/box.h"
#include "model/impose.h"
#include "model/job_sheet.h"
#include "model/press.h"
#include "model/sheet.h"

/* All translations of one locale: its PO files, and for a derived locale those it is derived from. */
typedef struct Catalog Catalog;

/* Reads every PO file of @locale (and of the one it is derived from). Faults of the files are
 * reported at their line; entries with faults count as missing. A source locale has no files and
 * gets an empty catalog. Never NULL; free with catalog_free(). Only one thread may call it
 * (libgettextpo keeps global state). */
Catalog *catalog_load(const Project *project, const Locale *locale, Diags *diags);
void catalog_free(Catalog *catalog);

/* Reads the same files for their translator: what a reader of @locale would stumble over is
 * reported at its line, texts of which it is the source language at theirs. */
void catalog_check(const Project *project, const Locale *locale, Diags *diags);
/* The same, but that comments in PO files allow neither wording nor numbers. */
void catalog_check_for_release(const Project *project, const Locale *locale, Diags *diags);

/* The PO file of @domain in the first root that has it. NULL when none has: then nothing is
 * translated yet. Free with g_free(). */
char *catalog_find_file(const Project *project, const Locale *locale, const char *domain);

typedef enum TranslationState {
    TRANSLATION_SOURCE, /* the locale is the source language: msgid itself */
    TRANSLATION_DONE,
    TRANSLATION_FUZZY,  /* not used */
    TRANSLATION_MISSING /* or unusable: wrong placeholders, empty */
} TranslationState;

/* The translation of @text for @number (used only when the text has a plural), or the source text
 * where there is none. Borrowed from @catalog or @text. */
const char *catalog_translate(const Catalog *catalog, const Text *text, const char *source_tag,
                              unsigned long number, TranslationState *state);

/* Every form of the translation of @text, as many as its language has (one where the text has no
 * plural), in an array in @arena; NULL when there is none that is used, and for the source language. */
const char *const *catalog_forms(const Catalog *catalog, const Text *text,
                                 const char *source_tag, Arena *arena, int *count);

/* Where the words that catalog_translate() gives stand: in a PO file, else where @text does. The
 * file's name is borrowed from them. */
Where catalog_where(const Catalog *catalog, const Text *text, const char *source_tag);

/* Where its entry in a PO file has its msgstr, whether it can be used or not; no file: it has none. */
Where catalog_entry(const Catalog *catalog, const Text *text);

/* How far a translator is with a message. */
typedef enum MessageState {
    MESSAGE_TRANSLATED,
    MESSAGE_FUZZY,
    MESSAGE_FAULTY, /* translated, but it cannot be used */
    MESSAGE_EMPTY,
    MESSAGE_ABSENT /* not in the file: it is older than the content */
} MessageState;

/* Of a derived locale: how far the one is that it is derived from, unless its own files have it. */
MessageState catalog_state(const Catalog *catalog, const Text *text, const char *source_tag);

/* The line of its msgstr, whether it can be used or not; of a derived locale that of the one it is
 * derived from, unless its own files have it. No file: it is not in any. Borrowed. */
Where catalog_where_to_mend(const Catalog *catalog, const Text *text);

/* Of the variant's `locale`, `second` (NULL without one) and `staff`. */
typedef struct Catalogs {
    const Catalog *own, *second, *staff;
} Catalogs;

/* The leaflet's words. Strings without a usable translation
 * stand in the source language, marked, and are reported as warnings (`missing-translation`,
 * `fuzzy-translation`). Never NULL; free with document_free(). */
Document *compose_document(const Variant *variant, const Catalogs *catalogs, Diags *diags);

/* The words on the sheets that @leaflet's pages stand on: a block a face. They are the staff's. Never NULL;
 * free with document_free(). */
Document *compose_imposed(const Document *leaflet, const Imposition *imposition,
                          const Catalogs *catalogs, Diags *diags);
/* The slugs on the sheets of a press, in the staff's words: a block a page. @catalogs NULL: @leaflet is
 * none, and has no words. Never NULL; free with document_free(). */
Document *compose_pressed(const Document *leaflet, int page_count, const Catalogs *catalogs,
                          Diags *diags);

/* The words of a contact sheet, as model/sheet.h says. Never NULL; free with document_free(). */
Document *compose_sheet(const Sheet *sheet);

/* The words of a job sheet, as model/job_sheet.h says. Never NULL; free with document_free(). */
Document *compose_job_sheet(const JobSheet *sheet);

/* The words beside a marked leaflet's pages, as model/box.h says. Never NULL; free with
 * document_free(). */
Document *compose_marked(const Marked *marked);

/* "DRAFT_a_0.1_sr_adult_trifold-discreet": the file name without extension; free with g_free(). */
char *variant_file_name(const Variant *variant);

/* The version of libgettextpo at run time: 0x001500 is 0.21. */
int catalog_gettext_version(void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Catalog, catalog_free)
