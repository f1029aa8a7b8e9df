#include "base/diag_lints.h"

#include <assert.h>
#include <glib/gi18n.h>
#include <string.h>

/* Exit statuses: design.md 5. */
enum {
    NOTHING = 0,
    CONTENT = 1,
    USAGE = 2,
    UNREADABLE = 3,
    NOT_MADE = 4,
    FONTS = 5,
    INTERRUPTED = 130
};

/* One row a code, in the order of DiagCode. Examples show the fault, an arrow, and the cure. */
static const DiagInfo codes[] = {
    { DIAG_USAGE, "usage", SEVERITY_ERROR, USAGE,
      N_("The command line cannot be understood: an unknown command or option, or a missing "
         "or unusable value."),
      N_("run 'rightspack --help', or 'rightspack COMMAND --help'"),
      "rightspack build --dpi=many  ->  rightspack build --dpi=150" },
    { DIAG_UNKNOWN_PACK, "unknown-pack", SEVERITY_ERROR, USAGE,
      N_("No folder of content/packs has this id."),
      N_("run 'rightspack list packs' to see every pack"),
      "rightspack build rs-traficking  ->  rightspack build rs-trafficking" },
    { DIAG_UNKNOWN_LOCALE, "unknown-locale", SEVERITY_ERROR, USAGE,
      N_("No folder of locales/ has this tag. Tags are written as gettext writes them."),
      N_("run 'rightspack list locales' to see every locale"),
      "rightspack build --locale=sr-Latn  ->  rightspack build --locale=sr@latin" },
    { DIAG_UNKNOWN_FORMAT, "unknown-format", SEVERITY_ERROR, USAGE,
      N_("No file of content/formats has this name."),
      N_("run 'rightspack list formats' to see every format"),
      "rightspack build --format=tri-fold  ->  rightspack build --format=trifold" },
    { DIAG_UNKNOWN_AUDIENCE, "unknown-audience", SEVERITY_ERROR, USAGE,
      N_("None of the chosen packs has an audience of this name under 'audiences'."),
      N_("run 'rightspack list audiences' to see the audiences of every pack"),
      "rightspack build --audience=adults  ->  rightspack build --audience=adult" },
    { DIAG_UNKNOWN_ROLE, "unknown-role", SEVERITY_ERROR, USAGE,
      N_("The pack does not name this role under 'needs_review' or 'needs_review_for'."),
      N_("run 'rightspack review status' to see every role of the pack"),
      "--role lawyer  ->  --role legal" },
    { DIAG_UNKNOWN_OUTPUT, "unknown-output", SEVERITY_ERROR, USAGE,
      N_("The program cannot write this kind of file."),
      N_("run 'rightspack build --help' to see every kind of output"),
      "rightspack build --output=pfd  ->  rightspack build --output=pdf" },
    { DIAG_PAIR_SKIPPED, "pair-skipped", SEVERITY_NOTE, 0,
      N_("A format in two languages sets a language beside the staff's, which is named by "
         "staff_locale of content/project.yaml. The staff's own language has none beside it."),
      N_("name two languages, as in --locale=sr+ar"),
      "rightspack build --format=bilingual --locale=sr  ->  --locale=sr+ar" },
    { DIAG_BAD_ORDER, "bad-order", SEVERITY_ERROR, CONTENT,
      N_("What the order says cannot be made, or it says two things of which only one can be."),
      N_("change the order; what differs can be an order of its own"),
      "release: true on one line of a table, and false on another" },
    { DIAG_ORDERED_TWICE, "ordered-twice", SEVERITY_NOTE, 0,
      N_("Two lines of the order name the same leaflet. It is made once, for all its copies."),
      N_("leave it out of one of them if that was not meant"),
      "{locales: [sr, ar], copies: 100} and {locales: sr, copies: 50}  ->  150 of sr" },
    { DIAG_NO_PROJECT, "no-project", SEVERITY_ERROR, USAGE,
      N_("No project was found: a project is a folder that holds content/. Looked for it in "
         "--project, in RIGHTSPACK_PROJECT, in the working folder and those above it, and "
         "beside the program."),
      N_("go to the project's folder, or name it with --project=DIR"),
      "cd ~  ->  cd ~/leaflets" },

    { DIAG_UNREADABLE_FILE, "unreadable-file", SEVERITY_ERROR, UNREADABLE,
      N_("The file cannot be opened or read."),
      N_("check that it exists and that you may read it"),
      "chmod 000 content/project.yaml  ->  chmod 644 content/project.yaml" },
    { DIAG_FILE_TOO_LARGE, "file-too-large", SEVERITY_ERROR, UNREADABLE,
      N_("The file is far larger than content ever is. It is not read, so that a broken or "
         "hostile file cannot fill the memory."),
      N_("split the file, or remove what does not belong in it"),
      "a photograph inside an icon's SVG  ->  a line drawing" },
    { DIAG_INVALID_UTF8, "invalid-utf8", SEVERITY_ERROR, UNREADABLE,
      N_("The file holds bytes that are not UTF-8 text."),
      N_("save the file as UTF-8 in your editor"), "iconv -f windows-1250 -t utf-8 rights.yaml" },
    { DIAG_BIDI_CONTROL, "bidi-control", SEVERITY_ERROR, CONTENT,
      N_("An invisible character that changes the direction of writing stands in the text. "
         "It can make words appear in another order than they are stored in; the program "
         "sets directions itself."),
      N_("delete the invisible character; no direction needs to be set by hand"),
      "text: \"call <U+202E>...\"  ->  text: \"call ...\"" },
    { DIAG_YAML_SYNTAX, "yaml-syntax", SEVERITY_ERROR, CONTENT,
      N_("The file is not YAML: most often an indentation that does not match, an unclosed "
         "quote, or text with ': ' or ' #' that needs quotes."),
      N_("correct the indentation or quote the text at that place"),
      "text: Remember: you choose  ->  text: \"Remember: you choose\"" },
    { DIAG_YAML_ALIAS, "yaml-alias", SEVERITY_ERROR, CONTENT,
      N_("YAML anchors and aliases (&name, *name) are not used: they hide where a text "
         "comes from and can blow up a small file without limit."),
      N_("write the text out; text that begins with & or * needs quotes"),
      "- *same  ->  - You can ask for an interpreter." },
    { DIAG_YAML_DEPTH, "yaml-depth", SEVERITY_ERROR, CONTENT,
      N_("Lists and maps are nested deeper than any content needs."),
      N_("remove the extra levels of indentation or brackets"),
      "text: [[[[...]]]]  ->  text: [...]" },
    { DIAG_DUPLICATE_KEY, "duplicate-key", SEVERITY_ERROR, CONTENT,
      N_("A map has the same key twice; only one of the two could count."),
      N_("delete one, or join the two"), "{title: A, title: B}  ->  {title: B}" },
    { DIAG_UNKNOWN_KEY, "unknown-key", SEVERITY_ERROR, CONTENT,
      N_("A key that this map cannot have, so its value would be lost."),
      N_("correct the key's spelling, or delete the line"),
      "how_lng: A day  ->  how_long: A day" },
    { DIAG_MISSING_KEY, "missing-key", SEVERITY_ERROR, CONTENT,
      N_("A map lacks a key that it must have."), N_("add the key with its value"),
      "- {id: time, text: [...]}  ->  - {id: time, title: ..., text: [...]}" },
    { DIAG_WRONG_TYPE, "wrong-type", SEVERITY_ERROR, CONTENT,
      N_("A value of another kind was expected here: a text, a list or a map."),
      N_("write the kind of value that the message names"),
      "text: One sentence.  ->  text: [One sentence.]" },
    { DIAG_BARE_VALUE, "bare-value", SEVERITY_ERROR, CONTENT,
      N_("A word without quotes that YAML may take for something else, such as yes, no, "
         "null or a number, stands where text is expected."),
      N_("put the text between double quotes"), "version: 0.1  ->  version: \"0.1\"" },
    { DIAG_BAD_ID, "bad-id", SEVERITY_ERROR, CONTENT,
      N_("An id does not begin with a small letter or has characters other than small "
         "letters, digits and, as its kind allows, underscores or hyphens. Ids become "
         "placeholders and file names."),
      N_("use small letters, digits and underscores"), "id: Time-Foreign  ->  id: time_foreign" },
    { DIAG_BAD_PLACEHOLDER, "bad-placeholder", SEVERITY_ERROR, CONTENT,
      N_("A brace in a text is not a placeholder such as {reflection_days} or {tel.astra}, "
         "or the placeholder names nothing that exists."),
      N_("name a parameter of the pack as {name} or a contact as {tel.id}; no other braces"),
      "Call {astra}.  ->  Call {tel.astra}." },
    { DIAG_BAD_VALUE, "bad-value", SEVERITY_ERROR, CONTENT,
      N_("The value is not one of those that this key can have."),
      N_("choose one of the values that the message names"), "status: law  ->  status: in_law" },
    { DIAG_BAD_NUMBER, "bad-number", SEVERITY_ERROR, CONTENT,
      N_("The value is not a number, or is outside its range."),
      N_("write a number within the range, with a point and no unit"),
      "width: 100mm  ->  width: 100" },
    { DIAG_BAD_DATE, "bad-date", SEVERITY_ERROR, CONTENT,
      N_("The value is not a day that exists, written as year, month and day."),
      N_("write the day as YYYY-MM-DD"), "verified_on: 1.11.2026  ->  verified_on: 2026-11-01" },
    { DIAG_BAD_PHONE, "bad-phone", SEVERITY_ERROR, CONTENT,
      N_("A phone number is not complete: either e164 with its country code, or short with "
         "its country, must be given, and show must have the same digits."),
      N_("write {e164: \"+381...\", show: \"...\"} or {short: \"...\", country: ..}"),
      "phone: 011 785 00 00  ->  phone: {e164: \"+381117850000\", show: \"011 785 00 00\"}" },
    { DIAG_BAD_URL, "bad-url", SEVERITY_ERROR, CONTENT,
      N_("A web address cannot be printed and linked as it is: it is not http or https, is not "
         "written as addresses are, holds a name or a password, or would tell the site who "
         "follows it."),
      N_("write the address that the organisation prints itself, as https://astra.rs"),
      "url: https://astra.rs/?utm_source=leaflet  ->  url: https://astra.rs" },
    { DIAG_EMPTY_TEXT, "empty-text", SEVERITY_ERROR, CONTENT,
      N_("A text is empty or holds only spaces."), N_("write the text, or delete the line"),
      "title: \"\"  ->  title: Stay safe" },
    { DIAG_DUPLICATE_ID, "duplicate-id", SEVERITY_ERROR, CONTENT,
      N_("Two entries of one kind have the same id."), N_("give one of them another id"),
      "- {id: time, ...} - {id: time, ...}  ->  - {id: time, ...} - {id: time_foreign, ...}" },
    { DIAG_DUPLICATE_MESSAGE, "duplicate-message", SEVERITY_ERROR, CONTENT,
      N_("One text stands twice under one key in different shapes, for instance with and "
         "without a plural, so that translations could not be told apart."),
      N_("delete one of the two, or change its wording"),
      "text: [You can wait., {one: You can wait., other: ...}]  ->  text: [You can wait.]" },
    { DIAG_UNKNOWN_REFERENCE, "unknown-reference", SEVERITY_ERROR, CONTENT,
      N_("A name refers to an entry that does not exist: a contact, a tag, a locale, a "
         "style."),
      N_("correct the name, or add the entry it refers to"),
      "contacts: [polise]  ->  contacts: [police]" },
    { DIAG_UNKNOWN_ICON, "unknown-icon", SEVERITY_ERROR, CONTENT,
      N_("No drawing of this name is in content/icons."),
      N_("correct the name, or add content/icons/NAME.svg"), "icon: klock  ->  icon: clock" },
    { DIAG_BAD_ICON, "bad-icon", SEVERITY_ERROR, CONTENT,
      N_("The drawing is not an SVG file, or holds what drawings must not: text, scripts, "
         "pictures or references to other files."),
      N_("save it as plain SVG with paths only"), "<text>SOS</text>  ->  <path d=\"...\"/>" },
    { DIAG_BAD_PICTURE, "bad-picture", SEVERITY_ERROR, CONTENT,
      N_("The picture is not a JPEG file that every printer and reader can show: gray or RGB, "
         "upright, whole, of at most 4 million pixels."),
      N_("open it in a picture editor and save it anew as JPEG, in RGB or gray"),
      "a logo in CMYK from a print shop  ->  the same, exported in RGB" },
    { DIAG_BAD_PATH, "bad-path", SEVERITY_ERROR, CONTENT,
      N_("A file is named by a path that leads out of its folder."),
      N_("name a file of the same folder, without '/' or '..'"),
      "from: ../../rights.yaml  ->  from: rights.yaml" },
    { DIAG_BAD_TABLE, "bad-table", SEVERITY_ERROR, CONTENT,
      N_("A table (CSV) is not one, or lacks a column that is needed."),
      N_("take the table that the program wrote, and change only what its head asks for"),
      "comment,answer  ->  digest,comment,answer" },
    { DIAG_BAD_PROFILE, "bad-profile", SEVERITY_ERROR, CONTENT,
      N_("The file named by --icc cannot be the output intent of a press file."),
      N_("ask the print shop for the ICC profile of its press, paper and inks"),
      "--icc sRGB.icc  ->  --icc PSOcoated_v3.icc" },
    { DIAG_PANEL_OFF_SHEET, "panel-off-sheet", SEVERITY_ERROR, CONTENT,
      N_("A panel of the format reaches over the edge of the sheet, or its margins leave no "
         "room."),
      N_("change x, y, width, height or the margins so that the panel lies on the sheet"),
      "sheet: {width: 297}, x: 200, width: 100  ->  x: 200, width: 97" },
    { DIAG_PANEL_OVERLAP, "panel-overlap", SEVERITY_ERROR, CONTENT,
      N_("Two panels on one side of the sheet cover the same place."),
      N_("move one of the panels, or make it smaller"),
      "{x: 0, width: 100} and {x: 97, width: 100}  ->  {x: 0, width: 97}" },
    { DIAG_SECTION_WITHOUT_PANEL, "section-without-panel", SEVERITY_ERROR, CONTENT,
      N_("No panel of the format holds this section, so it would not be printed."),
      N_("name the section in a panel's holds, or let one panel hold [rest]"),
      "holds: [welcome]  ->  holds: [rest]" },
    { DIAG_SECTION_TWICE, "section-twice", SEVERITY_ERROR, CONTENT,
      N_("Two panels of the format hold one section: it would be printed and read twice."),
      N_("take the name off one of the panels; a panel without 'holds' goes on with what the "
         "panel before it holds"),
      "{id: front, holds: [rights]}, {id: back, holds: [rights]}  ->  {id: back}" },
    { DIAG_FOLD_OFF_EDGE, "fold-off-edge", SEVERITY_ERROR, CONTENT,
      N_("A fold and the edges of the panels are not at the same place. A crease would go "
         "through text, on this side of the sheet or on the other, which is turned over as "
         "'flip' says."),
      N_("move the fold, or the panels of that side, so that panels meet at the fold"),
      "panels of 97, 100 and 100 mm with a fold at {x: 98}  ->  {x: 97}" },
    { DIAG_NARROW_COLUMN, "narrow-column", SEVERITY_ERROR, CONTENT,
      N_("A column is so narrow that its lines would hold a word or two, and phone numbers would "
         "not fit."),
      N_("use fewer columns, a wider panel, smaller margins or a smaller gap"),
      "{width: 100, columns: 3}  ->  {width: 100, columns: 1}" },
    { DIAG_LOW_CONTRAST, "low-contrast", SEVERITY_ERROR, CONTENT,
      N_("A colour does not stand out enough from what it is printed on: 7 to 1 is needed for "
         "text, 3 to 1 for drawings (WCAG 2, relative luminance)."),
      N_("make the ink darker, or what lies under it lighter"),
      "deep: \"#438186\"  ->  deep: \"#134B50\"" },

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
      N_("shorten the texts that the message names, or choose a format with more room"),
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
    { DIAG_DRAWING_FAILED, "drawing-failed", SEVERITY_ERROR, NOT_MADE,
      N_("The drawing library could not make the file."),
      N_("try again; if it happens again, report a bug with the message"),
      "--dpi=5000  ->  --dpi=150" },
    { DIAG_WORKER_LOST, "worker-lost", SEVERITY_ERROR, NOT_MADE,
      N_("The process that made this leaflet crashed or used too much memory. The other "
         "leaflets are not affected."),
      N_("build this leaflet alone; if it happens again, report a bug with its name"),
      "rightspack build rs-trafficking --locale=ar --format=a4" },
    { DIAG_TIME_LIMIT, "time-limit", SEVERITY_ERROR, NOT_MADE,
      N_("Making this leaflet took so long that it was given up. The others are not "
         "affected."),
      N_("build it on a less busy machine; if it happens again, report a bug with its name"),
      "rightspack build -j1" },
    { DIAG_INTERRUPTED, "interrupted", SEVERITY_ERROR, INTERRUPTED,
      N_("The run was stopped with Ctrl-C or by the system. Files already made are whole."),
      N_("run the same command again to make the rest"), "Ctrl-C" },
    { DIAG_NO_OPENER, "no-opener", SEVERITY_WARNING, NOTHING,
      N_("The desktop names no program for web pages, or there is no desktop. The page is made all "
         "the same."),
      N_("open the file in a browser, or install one"), "rightspack preview sr --open" },

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
         "all."),
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
static_assert(G_N_ELEMENTS(codes) == DIAG_FIRST_LINT, "one row a code");

const DiagInfo *
diag_info(DiagCode code)
{
    g_assert(code < DIAG_CODE_COUNT);
    const DiagInfo *row = code < DIAG_FIRST_LINT ? &codes[code]
                          : code < DIAG_FIRST_CONTACT
                              ? &diag_lints[code - DIAG_FIRST_LINT]
                              : &diag_contacts[code - DIAG_FIRST_CONTACT];

    g_assert(row->code == code);
    return row;
}

const DiagInfo *
diag_info_find(const char *name)
{
    for (int i = 0; i < DIAG_CODE_COUNT; i++)
        if (strcmp(diag_info((DiagCode) i)->name, name) == 0)
            return diag_info((DiagCode) i);
    return NULL;
}

const char *
severity_name(Severity severity)
{
    static const char *const names[] = { N_("note"), N_("warning"), N_("error") };

    return names[severity];
}
