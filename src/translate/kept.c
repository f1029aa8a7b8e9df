#include "translate/kept.h"

#include "translate/placeholder.h"

#include <glib.h>
#include <string.h>

/* A word with one of these is an address, whose letters are not ours to change. */
static const char *const address_marks[] = { "://", "@", "www.", ".срб" };

static bool
is_address(const char *word, size_t length)
{
    for (size_t i = 0; i < G_N_ELEMENTS(address_marks); i++)
        if (g_strstr_len(word, (gssize) length, address_marks[i]) != NULL)
            return true;
    return false;
}

size_t
kept_length(const char *at, bool begins_word)
{
    size_t word = begins_word ? strcspn(at, " \t\n") : 0;
    Placeholder found;

    if (is_address(at, word))
        return word;
    if (*at == '{' && placeholder_find(at, &found)) {
        g_free(found.name);
        return found.name == NULL ? 0 : (size_t) found.length;
    }
    return 0;
}

char *
kept_left_out(const char *text)
{
    GString *words = g_string_new(NULL);
    gunichar before = 0;

    while (*text != '\0') {
        size_t kept = kept_length(text, !g_unichar_isalnum(before));

        if (kept > 1 && strchr(".,?!:;", text[kept - 1]) != NULL)
            kept--;
        before = kept > 0 ? 0xFFFC : g_utf8_get_char(text);
        g_string_append_unichar(words, before);
        text = kept > 0 ? text + kept : g_utf8_next_char(text);
    }
    return g_string_free(words, FALSE);
}
