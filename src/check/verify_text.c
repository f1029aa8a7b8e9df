/* Every string of the leaflet is on its pages: letter by letter where lines run left to right, word
 * by word where they run right to left. Which order they are read in is another question:
 * verify_order.c. */
#include "check/verify.h"

#include "check/verify_words.h"

#include <glib/gi18n.h>
#include <string.h>

/* Poppler 22.12 gives back every one of 5654 Arabic words but one: it breaks words with vowel marks
 * into pieces, and that one across two lines. */
enum { MOST_JOINED = 4 }; /* pieces of a word */

/* All lines of all pages. */
typedef struct PageText {
    GPtrArray *letters; /* of each line */
    GHashTable *words;  /* sorted words of right-to-left lines, and pieces put together */
} PageText;

static void
add_words(GHashTable *known, const char *line)
{
    g_autoptr(GPtrArray) words = words_sorted(line);

    for (guint first = 0; first < words->len; first++) {
        g_autoptr(GString) joined = g_string_new(NULL);

        for (guint i = first; i < words->len && i < first + MOST_JOINED; i++) {
            g_string_append(joined, words->pdata[i]);
            g_autoptr(GPtrArray) sorted = words_sorted(joined->str);
            g_hash_table_add(known, g_strdup(sorted->pdata[0]));
        }
    }
}

static PageText
page_text_new(const Verification *check)
{
    const GArray *lines = check->listing->lines;
    bool rtl = variant_has_rtl(&check->document->variant);
    PageText text = { g_ptr_array_new_with_free_func(g_free),
                      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL) };

    for (guint i = 0; i < lines->len; i++) {
        const char *line = listed(lines, ListedLine, i)->text;

        g_ptr_array_add(text.letters, words_letters(line));
        if (rtl)
            add_words(text.words, line);
    }
    return text;
}

static void
page_text_clear(PageText *text)
{
    g_ptr_array_unref(text->letters);
    g_hash_table_unref(text->words);
}

/* --- left to right ------------------------------------------------------------------------- */

/* Marks in @reached how much of @phrase the end of @line may be the beginning of. True when all
 * of it is there. */
static bool
begins_in(const char *line, const char *phrase, size_t length, bool *reached)
{
    size_t line_length = strlen(line);

    if (strstr(line, phrase) != NULL)
        return true;
    for (size_t part = 1; part <= line_length && part < length; part++)
        if (memcmp(line + line_length - part, phrase, part) == 0)
            reached[part] = true;
    return false;
}

/* The same for a whole line that goes on at @at. */
static bool
goes_on_in(const char *line, const char *phrase, size_t at, size_t length, bool *reached)
{
    size_t line_length = strlen(line);

    if (line_length >= length - at)
        return memcmp(line, phrase + at, length - at) == 0;
    if (memcmp(line, phrase + at, line_length) == 0)
        reached[at + line_length] = true;
    return false;
}

/* A phrase begins anywhere in a line and goes on at the beginning of others, for between its lines
 * the reader may give those of a column beside it. */
static bool
is_in_lines(const GPtrArray *lines, const char *phrase)
{
    size_t length = strlen(phrase);
    g_autofree bool *reached = g_new0(bool, length + 1);

    for (guint i = 0; i < lines->len; i++)
        if (begins_in(lines->pdata[i], phrase, length, reached))
            return true;
    for (size_t at = 1; at < length; at++)
        for (guint i = 0; reached[at] && i < lines->len; i++)
            if (goes_on_in(lines->pdata[i], phrase, at, length, reached))
                return true;
    return length == 0;
}

/* --- right to left ------------------------------------------------------------------------- */

/* Nastaliq sets letters above each other: poppler gives some of them in the line before. */
static bool
is_nastaliq(const Locale *locale)
{
    return locale->families.count > 0 &&
           strstr(locale->families.items[0].text, "Nastaliq") != NULL;
}

static bool
is_known(GHashTable *known, const char *word)
{
    g_autoptr(GPtrArray) parts = words_sorted(word);

    for (guint i = 0; i < parts->len; i++)
        if (!g_hash_table_contains(known, parts->pdata[i]))
            return false;
    return true;
}

/* True when all words are known that can be; those that are not are gathered in @lost. */
static bool
has_words(GHashTable *known, const char *phrase, const Locale *locale, GString *lost)
{
    g_auto(GStrv) words = g_strsplit_set(phrase, " \n", -1);
    guint lost_count = 0;

    for (int i = 0; words[i] != NULL; i++) {
        if (is_known(known, words[i]) || words_have_vowel_marks(words[i]))
            continue;
        g_string_append_printf(lost, "%s%s", lost_count > 0 ? " " : "", words[i]);
        lost_count++;
    }
    return lost_count <= (is_nastaliq(locale) ? 1 + g_strv_length(words) / 5 : 0);
}

/* --- every phrase -------------------------------------------------------------------------- */

static void
check_phrase(const Verification *check, const PageText *text, const Block *block, int index)
{
    g_autofree char *phrase = verify_phrase_text(check, &block->phrases[index]);
    g_autofree char *letters = words_letters(phrase);
    g_autoptr(GString) lost = g_string_new(NULL);

    if (is_in_lines(text->letters, letters))
        return;
    if (variant_has_rtl(&check->document->variant) &&
        has_words(text->words, phrase, block->phrases[index].locale, lost))
        return;

    g_autofree char *quoted = verify_quote(lost->len > 0 ? lost->str : phrase);
    diag_add(check->diags, DIAG_VERIFY_TEXT_MISSING, verify_where(check, 0),
             lost->len > 0 ? N_("words of '%s' are not on any page: \"%s\"")
                           : N_("'%s' is not on any page: \"%s\""),
             verify_block_name(block, index), quoted);
}

/* --- nothing else -------------------------------------------------------------------------- */

static void
add_letters(const Verification *check, const Document *document, GString *all)
{
    for (int i = 0; i < document->block_count; i++)
        for (int k = 0; k < document->blocks[i].phrase_count; k++) {
            g_autofree char *text = verify_phrase_text(check, &document->blocks[i].phrases[k]);
            g_autofree char *letters = words_letters(text);

            g_string_append(all, letters);
        }
}

/* All phrases one after the other: words that stand side by side may be read as one line. */
static char *
all_letters(const Verification *check)
{
    GString *all = g_string_new(NULL);

    add_letters(check, check->document, all);
    if (check->printed->sheets != NULL)
        add_letters(check, check->printed->sheets, all);
    return g_string_free(all, FALSE);
}

/* A step's number may stand before its words, a page's alone: verify_numbers.c counts them. In right-to-left leaflets
 * nothing can be said of single lines. */
static void
report_strange_lines(const Verification *check, const PageText *text)
{
    static const char digits[] = "0123456789";
    g_autofree char *all = all_letters(check);

    for (guint i = 0; i < text->letters->len; i++) {
        const ListedLine *line = listed(check->listing->lines, ListedLine, i);
        g_autofree char *quoted = verify_quote(line->text);
        const char *letters = text->letters->pdata[i];

        if (strstr(all, letters) == NULL &&
            strstr(all, letters + strspn(letters, digits)) == NULL)
            diag_add(check->diags, DIAG_VERIFY_TEXT_EXTRA, verify_where(check, line->page),
                     "page %d shows what the leaflet does not say: \"%s\"", line->page, quoted);
    }
}

static void
check_phrases(const Verification *check, const Document *document, const PageText *text)
{
    for (int i = 0; i < document->block_count; i++)
        for (int k = 0; k < document->blocks[i].phrase_count; k++)
            if (document->blocks[i].role != ROLE_CONTACT_NUMBER) /* verify_numbers.c */
                check_phrase(check, text, &document->blocks[i], k);
}

void
verify_text(const Verification *check)
{
    const Document *document = check->document;
    PageText text = page_text_new(check);

    check_phrases(check, document, &text);
    if (check->printed->sheets != NULL)
        check_phrases(check, check->printed->sheets, &text);
    if (!variant_has_rtl(&document->variant))
        report_strange_lines(check, &text);
    page_text_clear(&text);
}
