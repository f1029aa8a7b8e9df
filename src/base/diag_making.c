/* Codes of translations, of leaflets that are made or released, and of the world. */
#include "base/diag_parts.h"

#include <assert.h>
#include <glib/gi18n.h>

/* One row a code, in the order of DiagCode. Examples show the fault, an arrow, and the cure. */
const DiagInfo diag_making[] = {
    { DIAG_PO_SYNTAX, "po-syntax", SEVERITY_ERROR, CONTENT,
      N_("The translation file is not a PO file at that place, most often an unclosed "
         "quote."),
      N_("correct that line, or save the file again with a PO editor"),
      "msgstr \"Tekst  ->  msgstr \"Tekst\"" },
    { DIAG_PO_HEADER, "po-header", SEVERITY_ERROR, CONTENT,
      N_("The first entry of the translation file, its header, is missing or does not say "
         "UTF-8."),
      N_("add the header with 'Content-Type: text/plain; charset=UTF-8'"),
      "charset=CP1250  ->  charset=UTF-8" },
    { DIAG_PO_PLURAL, "po-plural", SEVERITY_ERROR, CONTENT,
      N_("The header's Plural-Forms and the plural forms of an entry do not agree, or the "
         "formula cannot be computed."),
      N_("correct Plural-Forms, and translate every form from msgstr[0] on"),
      "nplurals=3 with msgstr[0], msgstr[1]  ->  add msgstr[2]" },
    { DIAG_PO_PLACEHOLDER, "po-placeholder", SEVERITY_ERROR, CONTENT,
      N_("The translation does not have the same placeholders in braces as the source text. "
         "It counts as missing, for a number or a name would be lost."),
      N_("copy the placeholders from msgid exactly, each as often as it stands there"),
      "msgstr \"Zovite {tel.atina}\"  ->  msgstr \"Zovite {tel.astra}\"" },
    { DIAG_MISSING_TRANSLATION, "missing-translation", SEVERITY_WARNING, NOTHING,
      N_("A text of the leaflet is not translated. A draft prints it in the source "
         "language, marked; a release refuses."),
      N_("translate the entry in the locale's PO file"), "msgstr \"\"  ->  msgstr \"...\"" },
    { DIAG_FUZZY_TRANSLATION, "fuzzy-translation", SEVERITY_WARNING, NOTHING,
      N_("The translation was made for an earlier wording and is marked fuzzy. It is not "
         "used; a release refuses."),
      N_("correct the translation, then remove the fuzzy mark"), "#, fuzzy  ->  (line deleted)" },
    { DIAG_PO_MENDED, "po-mended", SEVERITY_NOTE, NOTHING,
      N_("Something about the translation file that other programs stumble over has been put "
         "right. No translation has changed."),
      N_("open it once, and look at a sentence with letters beyond a to z"),
      "charset=CP1250  ->  charset=UTF-8" },
    { DIAG_PO_NOT_MERGED, "po-not-merged", SEVERITY_ERROR, CONTENT,
      N_("gettext's msgmerge could not bring the translation file up to date. The file is as "
         "it was."),
      N_("correct what the message names, then run 'rightspack update' again"),
      "rightspack update sr" },
    { DIAG_GETTEXT_MISSING, "gettext-missing", SEVERITY_ERROR, FONTS,
      N_("The program msgmerge is not there. 'rightspack update' needs it to bring translation "
         "files up to date without losing a word."),
      N_("install the package gettext"), "apt install gettext" },
    { DIAG_PO_STRANGER, "po-stranger", SEVERITY_ERROR, CONTENT,
      N_("A translation came back, and it cannot be told which of the project's files it is, or "
         "its header and its name disagree: editors, browsers and mail rename files. What "
         "'rightspack handoff' writes says so in its header, unless an editor has left that out."),
      N_("give the file the name and the header that it had when it was handed off"),
      "rs-trafficking-final (2).po  ->  rs-trafficking.po" },
    { DIAG_PO_CONFLICT, "po-conflict", SEVERITY_WARNING, NOTHING,
      N_("The same text was translated by the translator and, since the files were handed off, "
         "by somebody here as well, and not alike. What is here has been kept."),
      N_("compare the two, and correct the one here; or receive again with --theirs, or with "
         "--ours to hear no more of it"),
      "msgstr \"You can ask\"  <->  msgstr \"You may ask\"" },
    { DIAG_PO_LATE, "po-late", SEVERITY_WARNING, NOTHING,
      N_("The source of the text was reworded after the files were handed off, and the new "
         "wording is translated here already. What the translator made of the earlier one is "
         "kept at the end of the file, where nothing prints it."),
      N_("look whether the newer translation can learn from it"),
      "msgid \"You can rest\"  ->  msgid \"You can take time to rest\"" },
    { DIAG_BAD_PARCEL, "bad-parcel", SEVERITY_ERROR, UNREADABLE,
      N_("What is said to be a translation that came back cannot be opened as one: it holds no "
         "PO file, is damaged or locked, or has files in it that no translator puts there, "
         "such as links or names that lead out of their folder. Nothing of it was taken."),
      N_("ask for the PO files alone, or for the folder as it was handed off"),
      "handoff-hu.zip with ../../common.po in it  ->  handoff-hu/common.po" },
    { DIAG_HANDOFF_UNRECEIVED, "handoff-unreceived", SEVERITY_ERROR, NOT_MADE,
      N_("In the folder stands a translation that somebody has worked on, and the project does "
         "not have that work. It would have been written over."),
      N_("run 'rightspack receive' on the folder first, or choose another with --out=DIR"),
      "rightspack receive out/handoff-hu" },
    { DIAG_ZWSP_MISSING, "zwsp-missing", SEVERITY_WARNING, NOTHING,
      N_("Khmer, Lao and Burmese have no spaces between words, and only a person knows where "
         "one ends: lines break where the translator has put a zero width space (U+200B). "
         "Here is a long stretch without any, which may be wider than its column or leave a "
         "line half empty."),
      N_("put a zero width space (U+200B) between the words"),
      "msgstr \"...\"  ->  msgstr \"...<U+200B>...\"" },
    { DIAG_FONT_MISSING, "font-missing", SEVERITY_ERROR, FONTS,
      N_("A font file that fonts.yaml names is not in the program's own fonts folder. Fonts "
         "of the system are never used, so that every machine makes the same file."),
      N_("install the font's package and build rightspack again; 'rightspack doctor' lists "
         "all"),
      "apt install fonts-noto-core" },
    { DIAG_HYPHENS_MISSING, "hyphens-missing", SEVERITY_WARNING, NOTHING,
      N_("The dictionary that a locale.yaml names under 'hyphenation' is not in the program's "
         "own folder, so the words of this language stay whole."),
      N_("install the dictionary's package and build rightspack again, or delete the key"),
      "apt install hyphen-hu" },
    { DIAG_GLYPH_MISSING, "glyph-missing", SEVERITY_ERROR, CONTENT,
      N_("None of the locale's font families has this character; an empty box would be "
         "printed."),
      N_("replace the character, or add a family that has it to locale.yaml and fonts.yaml"),
      "families: [Noto Sans Arabic]  ->  families: [Noto Sans Arabic, Noto Sans]" },
    { DIAG_OVERFLOW, "overflow", SEVERITY_ERROR, CONTENT,
      N_("The leaflet does not fit its panels even at the smallest size that can be read "
         "well. No file of it is written, for text would be lost."),
      N_("shorten the texts that the message names, or those that 'rightspack check' calls "
         "over-budget, or choose a format with more room"),
      "--format=trifold  ->  --format=a4" },
    { DIAG_OVER_BUDGET, "over-budget", SEVERITY_WARNING, NOTHING,
      N_("The leaflet does not fit, or has less in it, and would fit if this text alone were "
         "shorter: as long as the message says, in characters of its language's average width, "
         "found by laying the leaflet out with other texts in its place. Where several are named, "
         "one of them is enough; where none is, no text alone makes it fit."),
      N_("say it in fewer words, or do so with another text that is named for the same leaflet; "
         "'rightspack fit --json --budgets' has the numbers of all texts"),
      "msgstr \"a sentence as long as a paragraph\"  ->  msgstr \"a short sentence\"" },
    { DIAG_WIDE_WORD, "wide-word", SEVERITY_ERROR, CONTENT,
      N_("A single word is wider than its column even at the smallest size."),
      N_("choose a shorter word, or put a soft hyphen where it may be divided"),
      "Zeugenschutzdienststelle  ->  Zeugenschutz-Stelle" },
    { DIAG_PANEL_EMPTY, "panel-empty", SEVERITY_ERROR, CONTENT,
      N_("A panel would stay white, for the pack has none of the sections that the panel holds, "
         "or nothing in them is for this leaflet. The format prints named sections alone."),
      N_("choose another format, or name a section of this pack on the panel"),
      "holds: [rights]  ->  holds: [what_you_can_ask_for]" },
    { DIAG_LESS_INCLUDED, "less-included", SEVERITY_NOTE, NOTHING,
      N_("Not all that the format includes fits, so the leaflet was made with less, as the "
         "format's 'instead' says. What is left out is of lower priority; no text is cut."),
      N_("nothing need be done; shorter texts, or another format, bring back what is left out"),
      "--format=card  ->  --format=a5" },
    { DIAG_INK_OUTSIDE, "ink-outside", SEVERITY_ERROR, CONTENT,
      N_("Something would be printed outside its panel, or nearer to the edge of the sheet "
         "than office printers reach."),
      N_("make the margins of the format larger; if the text is to blame, report a bug"),
      "margins: {outer: 3}  ->  margins: {outer: 8.5}" },
    { DIAG_TEXT_DROPPED, "text-dropped", SEVERITY_ERROR, CONTENT,
      N_("A text of the leaflet would not be printed to its last letter, so the leaflet is "
         "not made at all."),
      N_("see that some panel of the format holds the text's section; else report a bug"),
      "panels: [{id: page, holds: [numbers]}]  ->  holds: [rest]" },
    { DIAG_RELEASE_NEEDS_REVIEWS, "release-needs-reviews", SEVERITY_ERROR, CONTENT,
      N_("A leaflet is released only when people have read and signed every text of it. The "
         "pack names no role under 'needs_review', so nobody would have."),
      N_("name the roles that have to sign, and have the texts reviewed"),
      "needs_review: []  ->  needs_review: [legal, survivor, practitioner, language]" },
    { DIAG_SAMPLE_PACK, "sample-pack", SEVERITY_ERROR, CONTENT,
      N_("The pack says that it is a sample. It shows what a pack looks like; nobody answers for "
         "its texts, so it is never released."),
      N_("make a pack of your own, with texts that people answer for, and without 'sample'"),
      "sample: true  ->  (line deleted)" },
    { DIAG_UNSIGNED_TEXT, "unsigned-text", SEVERITY_ERROR, CONTENT,
      N_("A role that the pack names under 'needs_review' has not signed this text, or it has "
         "changed since: a signature is for exactly these words."),
      N_("have the text reviewed ('rightspack review sheet'), then 'rightspack review sign'"),
      "rightspack review status" },
    { DIAG_REVIEW_DIGEST, "review-digest", SEVERITY_ERROR, CONTENT,
      N_("The file of a review holds the words that were signed, and their digest. Here they do "
         "not belong together, so the file was edited or damaged, and this signature counts for "
         "nothing."),
      N_("take the file as it was from your backup, or have the text signed again"),
      "rightspack review sign" },
    { DIAG_NOT_SIGNABLE, "not-signable", SEVERITY_WARNING, NOTHING,
      N_("The text is not there to be signed: it is not translated, or only fuzzy, or it is not "
         "what stood on the sheet that the reviewer has read. It was left out, the others were "
         "signed."),
      N_("translate it, or show the reviewer a new sheet ('rightspack review sheet')"),
      "rightspack review sheet PACK --role language --locale ar" },
    { DIAG_NOT_COVERED, "not-covered", SEVERITY_WARNING, NOTHING,
      N_("No right of the leaflet is about an item that the pack names under 'must_cover', for "
         "instance of Article 4 of Directive 2012/29/EU; and the format does not say 'see_full: "
         "true', which prints that there is more to read."),
      N_("add the item to 'covers' of a right that says it, raise that right's priority, or let "
         "the format send the reader to the full leaflet"),
      "covers: [vrd4.a]  ->  covers: [vrd4.a, vrd4.b]" },
    { DIAG_NOT_WAIVABLE, "not-waivable", SEVERITY_ERROR, CONTENT,
      N_("exceptions.yaml can allow wordings and items that are not covered. Missing or unsigned "
         "texts, unchecked numbers, laws, and what does not fit or cannot be printed are never "
         "allowed in a release."),
      N_("delete the exception, and mend what it is about"),
      "code: contact-unverified  ->  (call the number)" },
    { DIAG_CONTACT_UNVERIFIED, "contact-unverified", SEVERITY_WARNING, NOTHING,
      N_("Nobody has called this number yet. Drafts print it with a mark; a release "
         "refuses."),
      N_("call the number; 'rightspack contacts due' says what to ask, 'rightspack contacts "
         "verified' writes the day"),
      "verified_on: null  ->  verified_on: 2026-11-20" },
    { DIAG_CONTACT_EXPIRED, "contact-expired", SEVERITY_WARNING, NOTHING,
      N_("The number was last called longer ago than interval_days of project.yaml allows, or the "
         "contact's own expires_on has passed."),
      N_("call the number again; 'rightspack contacts due' says what to ask, 'rightspack contacts "
         "verified' writes the day"),
      "verified_on: 2026-01-20  ->  verified_on: 2026-11-20" },
    { DIAG_LAW_OUTDATED, "law-outdated", SEVERITY_WARNING, NOTHING,
      N_("The law was last looked up longer ago than interval_days of project.yaml allows."),
      N_("look the law up again, then write the day into checked_on"),
      "checked_on: 2026-01-20  ->  checked_on: 2026-11-20" },
    { DIAG_LIMITS_MISSING, "limits-missing", SEVERITY_ERROR, CONTENT,
      N_("A right that is only promised, or cannot be had yet, is printed as if it could be "
         "relied on."),
      N_("say honestly in 'limits' what the person can expect"),
      "status: commitment_only  ->  status: commitment_only, limits: Not every office does it." },
    { DIAG_TELLING_WORD, "telling-word", SEVERITY_ERROR, CONTENT,
      N_("A discreet leaflet would tell strangers what it is about: a word of the 'telling' list "
         "of its languages' locale.yaml, or the name or web address that a contact has "
         "elsewhere, stands where they see it: on an outer panel, in the name or title of the "
         "file, in its bookmarks, or in what a picture is called."),
      N_("say it neutrally there, or move it to an inner panel"),
      "discreet_title: Help for victims  ->  discreet_title: Useful numbers" },
    { DIAG_NO_TELLING_WORDS, "no-telling-words", SEVERITY_WARNING, NOTHING,
      N_("The language has no list of words that would tell strangers what a discreet leaflet is "
         "about, so none can be found in it."),
      N_("have somebody who speaks it write the list 'telling' in its locale.yaml"),
      "(nothing)  ->  telling: [victim, violen, traffick]" },
    { DIAG_CANNOT_WRITE, "cannot-write", SEVERITY_ERROR, NOT_MADE,
      N_("A file cannot be written: no permission, or no room left on the disk."),
      N_("choose another folder with --out=DIR, or make room"),
      "--out=/usr/share  ->  --out=out" },
    { DIAG_FOLDER_BUSY, "folder-busy", SEVERITY_ERROR, NOT_MADE,
      N_("Another run is making leaflets into the same folder. Two at once would overwrite each "
         "other's files and lists. The folder is free as soon as that run ends, however it ends."),
      N_("wait until it is done, or choose another folder with --out=DIR"),
      "rightspack build --out=out2" },
    { DIAG_MANIFEST_DROPPED, "manifest-dropped", SEVERITY_NOTE, NOTHING,
      N_("The manifest named a file that is not in the folder any more, so its entry was "
         "dropped."),
      N_("nothing need be done; 'rightspack build' makes the file again, if it is wanted"),
      "rm out/DRAFT_a_0.1_sr_adult_a4.pdf" },
    { DIAG_MERGE_UNREADABLE, "merge-unreadable", SEVERITY_ERROR, UNREADABLE,
      N_("A folder that was to be merged is not there, or no leaflets were made into it: it has no "
         "manifest.json, or one that is not whole. What the other folders have was taken."),
      N_("name the folder that its 'rightspack build' has made leaflets into, or run that again"),
      "rightspack manifest merge out w1  ->  rightspack manifest merge out w1/march" },
    { DIAG_MERGE_GONE, "merge-gone", SEVERITY_ERROR, NOT_MADE,
      N_("The manifest of a folder that was to be merged names a file that is not in the folder, "
         "or cannot be read. Perhaps not all of it was copied here. The other leaflets were taken."),
      N_("copy the folder again, with all that is in it, or build there again, and merge again"),
      "scp host:w1/*.json w1  ->  rsync -a host:w1/ w1/" },
    { DIAG_MERGE_DAMAGED, "merge-damaged", SEVERITY_ERROR, NOT_MADE,
      N_("A file in a folder that was to be merged has not the SHA-256 that its manifest says: "
         "at least one byte has changed since it was made. Nothing of that leaflet was taken, the "
         "others were."),
      N_("copy the folder again, or run its 'rightspack build' again, which makes the file anew, "
         "and merge again"),
      "rightspack build --shard 1/4 --out w1" },
    { DIAG_MERGE_CONFLICT, "merge-conflict", SEVERITY_ERROR, NOT_MADE,
      N_("Two folders have a file of the same name with different bytes: they were made from "
         "different content, or by different versions of the program or its fonts. Nobody but you "
         "can know which is right; what was there stays, and nothing of that leaflet was taken."),
      N_("build the parts again from the same content, and merge them into a new folder"),
      "rightspack manifest merge out w1 w2  ->  rightspack manifest merge out/new w1 w2" },
    { DIAG_DRAWING_FAILED, "drawing-failed", SEVERITY_ERROR, NOT_MADE,
      N_("The drawing library could not make the file."),
      N_("try again; if it happens again, report a bug with the message"),
      "--dpi=5000  ->  --dpi=150" },
    { DIAG_WORKER_LOST, "worker-lost", SEVERITY_ERROR, NOT_MADE,
      N_("The process that made this leaflet crashed or used too much memory. The other "
         "leaflets are not affected."),
      N_("build this leaflet alone, by the command at the end of the run; if it happens again, "
         "allow more with --memory, or report a bug with its name"),
      "rightspack build rs-trafficking --locale=ar --format=a4" },
    { DIAG_TIME_LIMIT, "time-limit", SEVERITY_ERROR, NOT_MADE,
      N_("Making this leaflet took so long that it was given up. The others are not "
         "affected."),
      N_("build it on a less busy machine, or with more time; if it happens again, report a bug "
         "with its name"),
      "rightspack build --limit=300" },
    { DIAG_INTERRUPTED, "interrupted", SEVERITY_ERROR, INTERRUPTED,
      N_("The run was stopped with Ctrl-C or by the system. Files already made are whole."),
      N_("run the same command again to make the rest"), "Ctrl-C" },
    { DIAG_NO_OPENER, "no-opener", SEVERITY_WARNING, NOTHING,
      N_("The desktop names no program for web pages, or there is no desktop. The page is made all "
         "the same."),
      N_("open the file in a browser, or install one"), "rightspack preview sr --open" },
};
static_assert(G_N_ELEMENTS(diag_making) == DIAG_FIRST_VERIFY - DIAG_FIRST_MAKING,
              "one row a code");
