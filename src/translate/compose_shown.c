/* The words of the lists `avoid` that are wrong only where strangers see them. In the body they are right, so that
 * nothing is said at the line of the text: whether they are seen only the finished pages tell. */
#include "translate/compose.h"

#include "base/telling.h"
#include "translate/serbian.h"

static const char *
entry_of(Arena *arena, const char *words, bool latin)
{
    g_autofree char *own = latin ? serbian_latin(words) : g_strdup(words);
    g_autofree char *entry = telling_entry(own);

    return arena_strdup(arena, entry);
}

static void
add_word(GArray *words, Arena *arena, const Locale *locale, const AvoidedWord *word, bool latin)
{
    const char **unless = arena_new_array(arena, const char *, word->unless.count);
    const ShownWord shown = { .locale = locale,
                              .entry = entry_of(arena, word->word, latin),
                              .unless = unless,
                              .unless_count = word->unless.count,
                              .word = word };

    for (int i = 0; i < word->unless.count; i++)
        unless[i] = entry_of(arena, word->unless.items[i].text, latin);
    g_array_append_val(words, shown);
}

static void
add_list(GArray *words, Arena *arena, const Locale *locale, const Locale *list)
{
    for (int i = 0; i < list->wording.avoid.count; i++)
        if ((list->wording.avoid.items[i].scope & SCOPE_BODY) == 0)
            add_word(words, arena, locale, &list->wording.avoid.items[i], list != locale);
}

void
compose_shown_words(const Variant *variant, Document *document)
{
    const Locale *const locales[] = { variant->locale, variant->second, variant->staff };
    g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(ShownWord));

    for (size_t i = 0; i < G_N_ELEMENTS(locales); i++) {
        const Locale *locale = locales[i];

        if (locale == NULL || (i > 0 && locale == variant->locale))
            continue;
        add_list(words, document->arena, locale, locale);
        if (locale->derived_from != NULL)
            add_list(words, document->arena, locale, locale->derived_from);
    }
    document->shown_words =
        arena_copy(document->arena, words->data, words->len * sizeof(ShownWord));
    document->shown_word_count = (int) words->len;
}
