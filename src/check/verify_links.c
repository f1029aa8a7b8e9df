/* Every web address that is printed leads where the content says, letter by letter, and lies over its
 * own words; nothing else in the file leads anywhere. */
#include "check/verify.h"

#include "base/bidi.h"

#include <string.h>

typedef struct LinkMatch {
    const Verification *check;
    bool *taken; /* of every listed link: it is one that should be there */
    guint next;  /* of the listed elements: where to look for the next Link */
} LinkMatch;

/* @phrase as it is printed. Free with g_free(). */
static char *
shown_address(const Phrase *phrase)
{
    GString *shown = g_string_new(NULL);

    for (const char *at = phrase->text; *at != '\0'; at = g_utf8_next_char(at))
        if (!is_bidi_control(g_utf8_get_char(at)))
            g_string_append_unichar(shown, g_utf8_get_char(at));
    return g_string_free(shown, FALSE);
}

/* True when @words begin as the first line of @address does. It may go on in another line, behind a
 * slash or before a dot or a hyphen; beside a short line the reader gives words of other columns. */
static bool
begins_address(const char *words, const char *address)
{
    size_t same = 0;

    while (words[same] != '\0' && words[same] == address[same])
        same++;
    return same > 0 && (strchr(".-", address[same]) != NULL || address[same - 1] == '/');
}

/* At one of the heights at which the reader has looked. */
static bool
lies_over(const ListedLink *link, const char *address)
{
    g_auto(GStrv) heights = g_strsplit(link->words, " ", -1);

    for (int i = 0; heights[i] != NULL; i++)
        if (begins_address(heights[i], address))
            return true;
    return false;
}

/* The listed link that leads to @target and that nothing else has taken; -1: none. */
static int
find_target(const LinkMatch *match, const char *target)
{
    const GArray *links = match->check->listing->links;

    for (guint i = 0; i < links->len; i++) {
        const ListedLink *link = listed(links, ListedLink, i);

        if (!match->taken[i] && strcmp(link->kind, "uri") == 0 &&
            strcmp(link->target, target) == 0)
            return (int) i;
    }
    return -1;
}

/* The one that lies over @address. */
static int
find_words(const LinkMatch *match, const char *address)
{
    const GArray *links = match->check->listing->links;

    for (guint i = 0; i < links->len; i++)
        if (!match->taken[i] && lies_over(listed(links, ListedLink, i), address))
            return (int) i;
    return -1;
}

static void
check_annotation(LinkMatch *match, const Link *link, const char *address)
{
    const Verification *check = match->check;
    int leads = find_target(match, link->target);
    int index = leads >= 0 ? leads : find_words(match, address);
    const ListedLink *found =
        index < 0 ? NULL : listed(check->listing->links, ListedLink, index);

    if (found == NULL) {
        diag_add(check->diags, DIAG_VERIFY_LINK, verify_where(check, 0),
                 "the web address '%s' leads nowhere, not to '%s'", address, link->target);
        return;
    }
    match->taken[index] = true;
    if (leads < 0)
        diag_add(check->diags, DIAG_VERIFY_LINK, verify_where(check, found->page),
                 "the web address '%s' leads to '%s', not to '%s'", address, found->target,
                 link->target);
    else if (!lies_over(found, address))
        diag_add(check->diags, DIAG_VERIFY_LINK, verify_where(check, found->page),
                 "the link to '%s' lies over '%s', not over '%s'", link->target, found->words,
                 address);
}

static const ListedElement *
next_element(LinkMatch *match)
{
    const GArray *elements = match->check->listing->elements;

    while (match->next < elements->len) {
        const ListedElement *element = listed(elements, ListedElement, match->next++);

        if (strcmp(element->type, "Link") == 0)
            return element;
    }
    return NULL;
}

/* Poppler adds a space for the annotation behind the words. */
static void
check_element(LinkMatch *match, const char *address)
{
    const Verification *check = match->check;
    const ListedElement *element = next_element(match);
    g_autofree char *text = g_strstrip(g_strdup(element != NULL ? element->text : ""));

    if (strcmp(text, address) != 0)
        diag_add(check->diags, DIAG_VERIFY_LINK,
                 verify_where(check, element != NULL ? element->page : 0),
                 "the web address '%s' is read out as '%s'", address, text);
}

/* An entry of the contents leads to a place in the leaflet. */
static void
check_entry(LinkMatch *match, const Block *block)
{
    const Verification *check = match->check;
    const GArray *links = check->listing->links;
    guint found = 0;

    while (found < links->len &&
           (match->taken[found] || strcmp(listed(links, ListedLink, found)->kind, "goto") != 0))
        found++;
    if (found < links->len)
        match->taken[found] = true;
    if (found == links->len || next_element(match) == NULL)
        diag_add(check->diags, DIAG_VERIFY_LINK, verify_where(check, 0),
                 "the entry '%s' of the contents leads nowhere", block->phrases[0].text);
}

static void
report_strange(const LinkMatch *match)
{
    const Verification *check = match->check;

    for (guint i = 0; i < check->listing->links->len; i++) {
        const ListedLink *link = listed(check->listing->links, ListedLink, i);

        if (!match->taken[i])
            diag_add(check->diags, DIAG_VERIFY_LINK, verify_where(check, link->page),
                     "a link on page %d (%s) leads to '%s'; the leaflet has no such address",
                     link->page, link->kind, link->target);
    }
}

void
verify_links(const Verification *check)
{
    g_autofree bool *taken = g_new0(bool, check->listing->links->len + 1);
    LinkMatch match = { check, taken, 0 };

    for (int i = 0; i < check->document->block_count; i++) {
        const Block *block = &check->document->blocks[i];

        if (block->leads_to > 0)
            check_entry(&match, block);
        if (block->link == NULL)
            continue;
        g_autofree char *address = shown_address(&block->phrases[0]);
        check_annotation(&match, block->link, address);
        check_element(&match, address);
    }
    report_strange(&match);
}
