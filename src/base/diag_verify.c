/* Codes of finished PDFs. */
#include "base/diag_parts.h"

#include <assert.h>
#include <glib/gi18n.h>

/* One row a code, in the order of DiagCode. Examples show the fault, an arrow, and the cure. */
const DiagInfo diag_verify[] = {
    { DIAG_READBACK_MISSING, "readback-missing", SEVERITY_ERROR, FONTS,
      N_("The program that opens finished PDFs, rightspack-readback, is not beside this one, or "
         "cannot be started."),
      N_("install or build rightspack again, with libpoppler-glib"), "bin/rightspack-readback" },
    { DIAG_VERIFY_UNREADABLE, "verify-unreadable", SEVERITY_ERROR, UNREADABLE,
      N_("The file is not there, or is no PDF that can be opened and read to its end."),
      N_("build the leaflet again"), "rightspack verify out/empty.pdf" },
    { DIAG_VERIFY_READER_LOST, "verify-reader-lost", SEVERITY_ERROR, UNREADABLE,
      N_("The program that opens the PDF crashed, took too long, or gave far more text than a "
         "leaflet has. No leaflet of this program does that to it."),
      N_("do not hand the file out; build the leaflet again"), "a PDF made to do harm" },
    { DIAG_VERIFY_MANIFEST, "verify-manifest", SEVERITY_ERROR, CONTENT,
      N_("manifest.json of the folder is missing or not whole, or what it says of a file does "
         "not fit the file's name or this project, so that nobody knows what the file should "
         "hold."),
      N_("verify with the project that the files were made of, or build them again"),
      "rightspack verify --project other out" },
    { DIAG_VERIFY_UNKNOWN_FILE, "verify-unknown-file", SEVERITY_ERROR, CONTENT,
      N_("The PDF lies beside leaflets but is not in their manifest: nobody knows what it "
         "should hold."),
      N_("take it out of the folder, or build it with the others"), "out/copy-of-leaflet.pdf" },
    { DIAG_VERIFY_FILE_GONE, "verify-file-gone", SEVERITY_ERROR, CONTENT,
      N_("The manifest names a file that is not in the folder any more."),
      N_("build it again; the next build drops the entry of a file that is gone"),
      "rm out/DRAFT_a_0.1_sr_adult_a4.pdf" },
    { DIAG_VERIFY_CHANGED, "verify-changed", SEVERITY_ERROR, CONTENT,
      N_("The file is not the one that was made: at least one byte differs. What else is said "
         "about it says what has changed, if it can be seen at all."),
      N_("do not hand it out; build the leaflet again"), "a PDF saved again by an editor" },
    { DIAG_VERIFY_EDITION, "verify-edition", SEVERITY_ERROR, CONTENT,
      N_("The content has changed since the file was made, or the file claims another edition "
         "than its manifest. The messages about its texts and numbers say where they differ."),
      N_("build the leaflet again, and take old copies back"), "edition EB9C0480  ->  8T0QJ2ZX" },
    { DIAG_VERIFY_METADATA, "verify-metadata", SEVERITY_ERROR, CONTENT,
      N_("What the file says of itself is not what a leaflet says: title, language, edition, "
         "and the standards it keeps to. Anything else could tell who made it, and where."),
      N_("build the leaflet again; do not edit PDFs"), "Producer: ...  ->  (nothing)" },
    { DIAG_VERIFY_PAGE, "verify-page", SEVERITY_ERROR, CONTENT,
      N_("The file has not as many pages as were made, or a page is not the size of its "
         "sheet, or is cut off."),
      N_("build the leaflet again"), "a page scaled to Letter" },
    { DIAG_VERIFY_FONT, "verify-font", SEVERITY_ERROR, CONTENT,
      N_("A font is not in the file, or signs of it stand for no letter. Other machines would "
         "print something else, and nobody could search the text or have it read out."),
      N_("build the leaflet again"), "a font replaced by an editor" },
    { DIAG_VERIFY_TEXT_MISSING, "verify-text-missing", SEVERITY_ERROR, CONTENT,
      N_("A text of the leaflet is not on any page as it should be."),
      N_("build the leaflet again"), "a sentence cut or changed by an editor" },
    { DIAG_VERIFY_TEXT_EXTRA, "verify-text-extra", SEVERITY_ERROR, CONTENT,
      N_("The file says something that the leaflet does not say."),
      N_("do not hand it out; build the leaflet again"), "a sentence added by an editor" },
    { DIAG_VERIFY_NUMBER, "verify-number", SEVERITY_ERROR, CONTENT,
      N_("A number in the file is not, digit for digit, a contact's number, a date, a version "
         "or an edition of the leaflet; or one of these is not there. A wrong number can lead "
         "a person in danger to a stranger."),
      N_("do not hand it out; compare the contact's record, then build the leaflet again"),
      "011 785 00 01  ->  011 785 00 00" },
    { DIAG_VERIFY_UNTAGGED, "verify-untagged", SEVERITY_ERROR, CONTENT,
      N_("People who hear the leaflet would not hear all of it, or in the wrong voice: no "
         "tags, a picture without words, or a text tagged with another language."),
      N_("build the leaflet again; do not print it to a new PDF"), "a PDF printed to a PDF" },
    { DIAG_VERIFY_ORDER, "verify-order", SEVERITY_ERROR, CONTENT,
      N_("A text would be read out in another place than it has in the leaflet, or not at "
         "all; or a page does not stand where it belongs on a printer's sheet."),
      N_("build the leaflet again"), "numbers read out before the words they belong to" },
    { DIAG_VERIFY_DRAFT, "verify-draft", SEVERITY_ERROR, CONTENT,
      N_("The manifest says that the file is a draft, but the file does not say so first."),
      N_("do not hand it out; build the leaflet again"), "the word DRAFT painted over" },
    { DIAG_VERIFY_LINK, "verify-link", SEVERITY_ERROR, CONTENT,
      N_("A web address of the leaflet leads elsewhere, or nowhere, or is not the one that is "
         "printed; or the file has a link that is no web address of the leaflet."),
      N_("do not open the link; build the leaflet again"), "https://example.org/?id=7" },
    { DIAG_VERIFY_ACTIVE, "verify-active", SEVERITY_ERROR, CONTENT,
      N_("The file holds what a leaflet never has: scripts, attachments, forms, notes, or a "
         "lock."),
      N_("do not open it in a browser; build the leaflet again"),
      "a script that runs on opening" },
    { DIAG_VERIFY_CONTACT_EXPIRED, "verify-contact-expired", SEVERITY_WARNING, NOTHING,
      N_("The numbers in the file were last called longer ago than interval_days of "
         "project.yaml allows."),
      N_("call the numbers, write the days into verified_on, and build the leaflet again"),
      "verified_on: 2026-01-20  ->  verified_on: 2026-11-20" },
};
static_assert(G_N_ELEMENTS(diag_verify) == DIAG_FIRST_LINT - DIAG_FIRST_VERIFY,
              "one row a code");
