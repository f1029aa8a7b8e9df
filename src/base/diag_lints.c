/* Codes of what translators and authors can mend in their words, and where rules come from. */
#include "base/diag_lints.h"

#include <assert.h>
#include <glib/gi18n.h>

/* Exit statuses: design.md 5. */
enum { NOTHING = 0, CONTENT = 1 };

/* One row a code, in the order of DiagCode. All but the first are warnings: a person who speaks the
 * language may know better, and says so in a comment of the entry: "# allow: po-ending". Some are
 * notes or errors where the rule's own data says so. */
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
    { DIAG_TELLING_COVER, "telling-cover", SEVERITY_WARNING, NOTHING,
      N_("The cover of a leaflet, the name or title of its file, or a form that the staff keep "
         "says what it is about, by a word of the list 'telling' of its languages. Whoever sees "
         "the paper, or a list of files, learns it too: an employer, a landlord, the person she "
         "is afraid of. In discreet leaflets it is an error, telling-word."),
      N_("say it neutrally there; inside the leaflet it can be said"),
      "title: For victims of violence  ->  title: What you can ask for" },
    { DIAG_PROMISE, "promise", SEVERITY_WARNING, NOTHING,
      N_("A word of the list 'promises' in the language's locale.yaml. A leaflet says what can be "
         "asked for and who decides. A promise that is not kept takes away trust, and a right that "
         "is only a commitment is no promise at all."),
      N_("say what a person can ask for, who decides, and what is not sure; where the word "
         "promises nothing, put '# allow: promise' above the entry"),
      "You will certainly get money.  ->  You can ask for money. The court decides." },
    { DIAG_ABBREVIATION, "abbreviation", SEVERITY_WARNING, NOTHING,
      N_("Two capitals or more in a row, and nothing says what they stand for: the text has no "
         "'Long Name (LN)', and the abbreviation is not in the name of a contact, nor in "
         "'abbreviations' or 'same' of locale.yaml, nor in 'abbreviations' of pack.yaml."),
      N_("write the words, or the words with the abbreviation in brackets behind them; add what "
         "every reader knows, as SIM, to 'abbreviations'"),
      "The CSW decides.  ->  The Centre for Social Work (CSW) decides." },
    { DIAG_ARTICLE_NUMBER, "article-number", SEVERITY_WARNING, NOTHING,
      N_("A word of the list 'law_words' in the language's locale.yaml with figures behind it. The "
         "number of an article helps no reader; it belongs under 'law', where it is kept with the "
         "day on which somebody looked it up."),
      N_("say what the law gives, and write the number under 'law' of the right"),
      "text: Art. 62 lets you stay.  ->  law: [{ref: LF 62, checked_on: ...}]" },
    { DIAG_LONG_SENTENCE, "long-sentence", SEVERITY_WARNING, NOTHING,
      N_("A sentence has more words than a frightened or tired reader keeps in mind: a warning "
         "above 'sentence: {warn: 20}' of locale.yaml, an error above 'error: 25', a warning in easy "
         "texts above 'easy: 15'. In Thai no mark ends a sentence: what stands between two spaces "
         "counts. In Chinese, Japanese, Khmer, Lao, Burmese and Tibetan no words are counted."),
      N_("make two sentences of it, with one idea each; where a language needs more words, set "
         "'sentence' in its locale.yaml"),
      "sentence: {warn: 20, error: 25, easy: 15, average: 15}" },
    { DIAG_HARD_TO_READ, "hard-to-read", SEVERITY_WARNING, NOTHING,
      N_("The running text of a pack in one language has become harder: more words a sentence on "
         "average than 'sentence: {average: 15}' of locale.yaml, or a LIX that is more than 3 above "
         "the pack's own 'lix' of that language, or, where the pack has none, more than 12 above "
         "its source. LIX is words a sentence, and long words (more than 6 letters) in a hundred. "
         "Languages differ: it is compared with the same language, never between languages but "
         "for the first time. It is not measured where words have no spaces, in Arabic and Hebrew "
         "script, which leave vowels out, and where a letter is a syllable."),
      N_("use shorter sentences and words that children know; where the text is right, write its "
         "LIX into 'lix' of pack.yaml"),
      "lix: {en: 24, sr: 33}" },
    { DIAG_SMALL_TYPE, "small-type", SEVERITY_WARNING, NOTHING,
      N_("Type is smaller than a person who sees little can read: under 9 points anything, under "
         "12 points a phone number that stands nowhere larger on the leaflet, under 16 points the "
         "text of a format whose size can be chosen. A note says which formats set running text "
         "below 12 points, where clear print begins: there hand out large print too."),
      N_("choose a larger 'size' in the format, or a larger 'least_pt' for the role in its style"),
      "contact-number: {size: 1.75, least_pt: 14}" },
    { DIAG_PALE_TEXT, "pale-text", SEVERITY_WARNING, NOTHING,
      N_("Text is too pale on what is printed under it: WCAG asks for a contrast of 7 to 1, and "
         "4.5 to 1 for large text (18 points, or 14 bold). It is computed from the colours of the "
         "finished page; photocopies make pale text paler."),
      N_("choose a darker ink for the role in the style, or a lighter ground"),
      "colophon: {ink: soft}  ->  colophon: {ink: quiet}" },
    { DIAG_LONG_LINE, "long-line", SEVERITY_WARNING, NOTHING,
      N_("A line of running text has more than 80 characters, or 40 of Chinese, Japanese or "
         "Korean: the eye loses the beginning of the next. Clear print wants 60 to 70."),
      N_("narrow the panel or give it 'columns' in the format, or choose a larger 'size'"),
      "columns: 2" },
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
    { DIAG_TELLING_COVER, "Commissioner for Protection of Equality of Serbia (2024), on residence "
                          "papers that name their holder a victim" },
    { DIAG_PROMISE, "Inclusion Europe, Information for all; GRETA, Evaluation report on Serbia "
                    "(2023), on rights that are only a commitment" },
    { DIAG_ABBREVIATION, "Inclusion Europe, Information for all" },
    { DIAG_ARTICLE_NUMBER, "Inclusion Europe, Information for all" },
    { DIAG_LONG_SENTENCE, "common guidance on plain language (15 to 20 words); Inclusion Europe, "
                          "Information for all (easy texts)" },
    { DIAG_HARD_TO_READ,
      "C. H. Björnsson, Läsbarhet (1968), which defines LIX; the limits are the "
      "program's own" },
    { DIAG_SMALL_TYPE, "RNIB, Clear print guidelines; 9 points as floor: the program's own" },
    { DIAG_PALE_TEXT, "WCAG 2.1, success criteria 1.4.3 and 1.4.6, contrast" },
    { DIAG_LONG_LINE, "WCAG 2.1, success criterion 1.4.8; RNIB, Clear print guidelines" },
};

const char *
diag_source(DiagCode code)
{
    for (size_t i = 0; i < G_N_ELEMENTS(sources); i++)
        if (sources[i].code == code)
            return sources[i].source;
    return NULL;
}
