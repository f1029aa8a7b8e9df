/* Every phone number, date, version and edition of the leaflet is on its pages, as often as it
 * should be, digit for digit; and no other number is. */
#include "check/verify.h"

#include "check/verify_words.h"

#include <stdlib.h>
#include <string.h>

/* How often a group of digits should be there and is. */
typedef struct Tally {
    int wanted, found;
    int page;         /* the first it was found on */
    const char *line; /* the same: borrowed */
    const char *name; /* of the block that wants it */
} Tally;

typedef struct Count {
    const Verification *check;
    GHashTable *tallies; /* group to Tally */
    GPtrArray *groups;   /* its keys, in the order they came: what is reported */
    GHashTable *excused; /* groups of numbers that are not there: reported already */
} Count;

static Tally *
tally_of(Count *count, const char *group)
{
    Tally *tally = g_hash_table_lookup(count->tallies, group);

    if (tally == NULL) {
        char *key = g_strdup(group);

        tally = g_new0(Tally, 1);
        g_hash_table_insert(count->tallies, key, tally);
        g_ptr_array_add(count->groups, key);
    }
    return tally;
}

/* --- what should be there ------------------------------------------------------------------ */

static void
want(Count *count, const char *text, int times, const char *name)
{
    g_autoptr(GPtrArray) groups = words_numbers(text);

    for (guint i = 0; i < groups->len; i++) {
        Tally *tally = tally_of(count, groups->pdata[i]);

        tally->wanted += times;
        if (tally->name == NULL)
            tally->name = name;
    }
}

static bool
is_colophon(const Document *document, int block)
{
    return strcmp(document->sections[document->blocks[block].section].id, "colophon") == 0;
}

/* Numbers of steps and pages, which layout writes. */
static void
want_furniture(Count *count)
{
    const Document *document = count->check->document;

    bool pair = document->variant.second != NULL;

    for (int i = 0; i < document->group_count; i++) {
        const Group *group = &document->groups[i];
        g_autofree char *digits = g_strdup_printf("%d", group->number);

        if (group->kind == GROUP_STEP || (pair && group->kind == GROUP_ITEM))
            want(count, digits, pair ? 2 : 1, "step");
    }
    for (int i = 0, pages = count->check->printed->pages; i < pages; i++) {
        g_autofree char *digits = g_strdup_printf("%d", i + 1);

        if (format_has_footer(document->variant.format, i, pages))
            want(count, digits, 1, "page-number");
    }
}

/* The heading that reads @letters; NULL: none does. */
static const ListedElement *
find_heading(const Verification *check, const char *letters)
{
    for (guint i = 0; i < check->listing->elements->len; i++) {
        const ListedElement *element = listed(check->listing->elements, ListedElement, i);
        g_autofree char *own = words_letters(element->text);

        if (element->type[0] == 'H' && strcmp(own, letters) == 0)
            return element;
    }
    return NULL;
}

/* What is said of an entry of the contents: words, then a page, which its heading stands on. */
static void
want_entry(Count *count, const ListedElement *words, const ListedElement *label)
{
    const Verification *check = count->check;
    g_autofree char *letters = words_letters(words->text);
    const ListedElement *heading = find_heading(check, letters);
    g_autoptr(GPtrArray) numbers = words_numbers(label->text);
    int page = numbers->len == 1 ? atoi(numbers->pdata[0]) : 0;

    want(count, label->text, 1, "entry");
    if (heading != NULL && heading->page != page)
        diag_add(check->diags, DIAG_VERIFY_NUMBER, verify_where(check, label->page),
                 "the contents say page %d of '%s', which stands on page %d", page, words->text,
                 heading->page);
}

static void
want_contents(Count *count)
{
    const GArray *elements = count->check->listing->elements;
    const ListedElement *words = NULL;

    for (guint i = 0; i < elements->len; i++) {
        const ListedElement *element = listed(elements, ListedElement, i);

        if (strcmp(element->type, "TOCI") == 0)
            words = element;
        else if (words != NULL && strcmp(words->type, "TOCI") == 0 &&
                 strcmp(element->type, "Link") == 0)
            words = element;
        else if (words != NULL && strcmp(element->type, "Lbl") == 0) {
            want_entry(count, words, element);
            words = NULL;
        }
    }
}

static void
want_all(Count *count)
{
    const Document *document = count->check->document;
    int footers = 0, pages = count->check->printed->pages;

    for (int i = 0; i < pages; i++)
        footers += format_has_footer(document->variant.format, i, pages);

    for (int i = 0; i < document->block_count; i++) {
        const Block *block = &document->blocks[i];
        int times = footers > 0 && is_colophon(document, i) ? footers : 1;

        for (int k = 0; k < block->phrase_count; k++) {
            g_autofree char *text = verify_phrase_text(count->check, &block->phrases[k]);

            want(count, text, times, verify_block_name(block, k));
        }
    }
    want_furniture(count);
    want_contents(count);
}

/* --- what is there ------------------------------------------------------------------------- */

static void
find_all(Count *count)
{
    const GArray *lines = count->check->listing->lines;

    for (guint i = 0; i < lines->len; i++) {
        const ListedLine *line = listed(lines, ListedLine, i);
        g_autoptr(GPtrArray) groups = words_numbers(line->text);

        for (guint k = 0; k < groups->len; k++) {
            Tally *tally = tally_of(count, groups->pdata[k]);

            if (tally->found++ == 0) {
                tally->page = line->page;
                tally->line = line->text;
            }
        }
    }
}

static void
compare(const Count *count)
{
    const Verification *check = count->check;

    for (guint i = 0; i < count->groups->len; i++) {
        const char *group = count->groups->pdata[i];
        const Tally *tally = g_hash_table_lookup(count->tallies, group);
        g_autofree char *quoted = verify_quote(tally->line != NULL ? tally->line : "");

        if (tally->wanted == 0)
            diag_add(check->diags, DIAG_VERIFY_NUMBER, verify_where(check, tally->page),
                     "'%s' on page %d is of no contact's number, date, version or edition: "
                     "\"%s\"",
                     group, tally->page, quoted);
        else if (tally->found != tally->wanted && !g_hash_table_contains(count->excused, group))
            diag_add(check->diags, DIAG_VERIFY_NUMBER, verify_where(check, tally->page),
                     "'%s', as in '%s', is there %d times, not %d", group, tally->name,
                     tally->found, tally->wanted);
    }
}

/* --- groups in their order ----------------------------------------------------------------- */

/* True when the groups of @number stand one after the other from group @at of a line on, or, as
 * poppler gives them in right-to-left lines, the other way round. */
static bool
stands_at(const GPtrArray *line, guint at, const GPtrArray *number, bool backwards)
{
    for (guint i = 0; i < number->len; i++) {
        guint from = backwards ? number->len - 1 - i : i;

        if (at + i >= line->len || strcmp(line->pdata[at + i], number->pdata[from]) != 0)
            return false;
    }
    return true;
}

static bool
is_in_a_line(const Verification *check, const GPtrArray *number)
{
    const GArray *lines = check->listing->lines;
    bool rtl = variant_has_rtl(&check->document->variant);

    for (guint i = 0; i < lines->len; i++) {
        g_autoptr(GPtrArray) groups = words_numbers(listed(lines, ListedLine, i)->text);

        for (guint at = 0; at < groups->len; at++)
            if (stands_at(groups, at, number, false) ||
                (rtl && stands_at(groups, at, number, true)))
                return true;
    }
    return false;
}

static void
check_number(const Count *count, const char *number, const char *name)
{
    const Verification *check = count->check;
    g_autoptr(GPtrArray) groups = words_numbers(number);

    if (is_in_a_line(check, groups))
        return;
    diag_add(check->diags, DIAG_VERIFY_NUMBER, verify_where(check, 0),
             "the phone number '%s' of '%s' is not on any page", number, name);
    for (guint i = 0; i < groups->len; i++)
        g_hash_table_add(count->excused, g_strdup(groups->pdata[i]));
}

/* Of the contact whose line it is, else of the message it stands in. */
static const char *
name_of_number(const Document *document, const Block *block, int phrase)
{
    const Contact *contact = block->group >= 0 ? document->groups[block->group].contact : NULL;

    return contact != NULL ? contact->id : verify_block_name(block, phrase);
}

static void
check_spans(const Count *count, const Block *block, int index)
{
    const Phrase *phrase = &block->phrases[index];

    for (int i = 0; i < phrase->span_count; i++) {
        const Span *span = &phrase->spans[i];
        g_autofree char *number =
            g_strndup(phrase->text + span->start, (gsize) (span->end - span->start));

        if (span->kind == SPAN_NUMBER)
            check_number(count, number, name_of_number(count->check->document, block, index));
    }
}

static void
check_phone_numbers(const Count *count)
{
    const Document *document = count->check->document;

    for (int i = 0; i < document->block_count; i++)
        for (int k = 0; k < document->blocks[i].phrase_count; k++)
            check_spans(count, &document->blocks[i], k);
}

void
verify_numbers(const Verification *check)
{
    g_autoptr(GHashTable) tallies =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GHashTable) excused = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) groups = g_ptr_array_new();
    Count count = { check, tallies, groups, excused };

    check_phone_numbers(&count);
    if (check->printed->imposition != NULL)
        return;
    want_all(&count);
    find_all(&count);
    compare(&count);
}
