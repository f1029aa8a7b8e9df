/* Codes of what translators and authors can mend in their words, and where rules come from. */
#include "base/diag_lints.h"

#include <assert.h>
#include <glib/gi18n.h>

/* Exit statuses: design.md 5. */
enum { NOTHING = 0, CONTENT = 1 };

/* One row a code, in the order of DiagCode. All but the first are warnings: a person who speaks the
 * language may know better, and says so in a comment of the entry: "# allow: po-ending". */
const DiagInfo diag_lints[] = {
    { DIAG_PO_NUMBER, "po-number", SEVERITY_ERROR, CONTENT,
      N_("A number of the translation is not one of its source, or one is missing; figures of all "
         "scripts count by their value. A wrong number of days or a wrong phone number can hurt "
         "the reader, so the entry is not used."),
      N_("write the same numbers, with figures; if the language says it otherwise, as 8 pm is 20, "
         "put '# allow: po-number' above the entry"),
      "msgid \"90 days\", msgstr \"60 dana\"  ->  msgstr \"90 dana\"" },
    { DIAG_PO_DIGITS, "po-digits", SEVERITY_WARNING, NOTHING,
      N_("Figures stand in another form than 0 to 9. Phone numbers and dates are always printed in "
         "0 to 9, and whoever calls compares them with the keys of a phone."),
      N_("write 0 to 9, or 'digits: own' into locale.yaml"), "١٨  ->  18" },
    { DIAG_PO_SPACES, "po-spaces", SEVERITY_WARNING, NOTHING,
      N_("A space at the beginning or the end of a text, or a second one, is a slip: it moves "
         "words on the paper."),
      N_("delete the space"), "msgstr \"Tekst. \"  ->  msgstr \"Tekst.\"" },
    { DIAG_PO_BRACKETS, "po-brackets", SEVERITY_WARNING, NOTHING,
      N_("A bracket was opened and not closed, or the other way round, and it is not so in the "
         "source."),
      N_("write the bracket that is missing, or delete the other"),
      "msgstr \"(besplatno\"  ->  msgstr \"(besplatno)\"" },
    { DIAG_PO_QUOTES, "po-quotes", SEVERITY_WARNING, NOTHING,
      N_("Quotes do not pair up, or they are another language's. Which are right stands in "
         "'quotes' of locale.yaml."),
      N_("write the quotes of the language, one to open and one to close"),
      "msgstr \"“Pomoć”\"  ->  msgstr \"„Pomoć“\"" },
    { DIAG_PO_ENDING, "po-ending", SEVERITY_WARNING, NOTHING,
      N_("The translation does not end as its source does: a question became a statement, a stop "
         "is missing, or it is the stop of another script. Leaflets are read aloud, and the voice "
         "follows these marks."),
      N_("end it as the source ends, with the mark of the script; if the language wants it so, "
         "put '# allow: po-ending' above the entry"),
      "msgid \"Are you safe?\", msgstr \"... .\"  ->  msgstr \"...?\"" },
    { DIAG_PO_SAME, "po-same", SEVERITY_WARNING, NOTHING,
      N_("The translation is its source, letter by letter: most often it was copied and never "
         "translated."),
      N_("translate it; if it is a name, or the same word in both languages, add it to 'same' of "
         "locale.yaml or put '# allow: po-same' above the entry"),
      "msgid \"Police\", msgstr \"Police\"  ->  same: [Police]" },
    { DIAG_PO_LENGTH, "po-length", SEVERITY_WARNING, NOTHING,
      N_("The translation is much longer than its source. Long sentences are hard to read in "
         "fear, and the leaflet has to be set smaller for all of its text. How many times as long "
         "it may be is 'longest' of locale.yaml."),
      N_("say it in fewer words"), "longest: 1.75" },
    { DIAG_PO_DOUBLED, "po-doubled", SEVERITY_WARNING, NOTHING,
      N_("A word stands twice in a row, and not in the source."),
      N_("delete one of the two; if the language doubles words, write 'doubles_words: true' into "
         "locale.yaml"),
      "msgstr \"možete možete\"  ->  msgstr \"možete\"" },
    { DIAG_PO_LETTERS, "po-letters", SEVERITY_WARNING, NOTHING,
      N_("A letter is of another script: a Latin 'a' in a Cyrillic word, which looks right and is "
         "read aloud wrong and never found; or a Cyrillic letter in Serbian Latin, because the "
         "source has a letter that Serbian has not."),
      N_("write the letter of the language's own script"),
      "msgstr \"pom\u043eć\"  ->  msgstr \"pomoć\"" },
    { DIAG_AVOIDED_WORD, "avoided-word", SEVERITY_WARNING, NOTHING,
      N_("A word of the list 'avoid' in the language's locale.yaml: it blames, labels or frightens "
         "a person who has been harmed, or sounds like an order."),
      N_("say it otherwise, as the message suggests; where the word is right, as in the title of a "
         "law, put '# allow: avoided-word' above the entry or the phrase into 'unless'"),
      "you must tell us  ->  you can tell us" },
};
static_assert(G_N_ELEMENTS(diag_lints) == DIAG_FIRST_CONTACT - DIAG_FIRST_LINT,
              "one row a code");

/* One row a code whose rule is not the program's own. */
static const struct {
    DiagCode code;
    const char *source;
} sources[] = {
    { DIAG_BIDI_CONTROL, "Unicode Technical Report 36, Unicode Security Considerations" },
    { DIAG_PO_SYNTAX, "GNU gettext manual, The Format of PO Files" },
    { DIAG_PO_HEADER, "GNU gettext manual, Filling in the Header Entry" },
    { DIAG_PO_PLURAL, "GNU gettext manual, Additional functions for plural forms" },
    { DIAG_PO_PLACEHOLDER, "GNU gettext manual, Python Format Strings (braces)" },
    { DIAG_PO_LETTERS, "Unicode Technical Standard 39, Mixed-Script Detection" },
    { DIAG_AVOIDED_WORD, "Helen Bamber Foundation, Trauma-Informed Code of Conduct; OSCE/ODIHR, "
                         "Code of Practice (2023)" },
};

const char *
diag_source(DiagCode code)
{
    for (size_t i = 0; i < G_N_ELEMENTS(sources); i++)
        if (sources[i].code == code)
            return sources[i].source;
    return NULL;
}
