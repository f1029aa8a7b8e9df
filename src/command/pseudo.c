#include "command/pseudo.h"

#include <string.h>

enum { LEAST_MORE = 10, MOST_MORE = 200 };

static const Where command_line = { NULL, 0, 0 };

static bool
parse_word(const char *word, Pseudo *pseudo)
{
    static const char expand[] = "expand=";
    guint64 more;

    *pseudo = (Pseudo){ PSEUDO_RTL, 0 };
    if (strcmp(word, "rtl") == 0)
        return true;
    if (!g_str_has_prefix(word, expand) ||
        !g_ascii_string_to_unsigned(word + strlen(expand), 10, LEAST_MORE, MOST_MORE, &more,
                                    NULL))
        return false;
    *pseudo = (Pseudo){ PSEUDO_LONG, (int) more };
    return true;
}

bool
pseudo_has(const PseudoList *pseudos, PseudoKind kind)
{
    for (int i = 0; i < pseudos->count; i++)
        if (pseudos->items[i].kind == kind)
            return true;
    return false;
}

bool
pseudo_parse(char *const *words, PseudoList *pseudos, Diags *diags)
{
    *pseudos = (PseudoList){ 0 };
    for (int i = 0; words != NULL && words[i] != NULL; i++) {
        Pseudo pseudo;

        if (!parse_word(words[i], &pseudo)) {
            diag_add(diags, DIAG_USAGE, command_line,
                     "--pseudo is '%s'; write expand=%d to expand=%d (percent), or rtl",
                     words[i], LEAST_MORE, MOST_MORE);
            return false;
        }
        if (pseudo_has(pseudos, pseudo.kind)) {
            diag_add(diags, DIAG_USAGE, command_line,
                     "--pseudo has '%s' after another of its kind", words[i]);
            return false;
        }
        pseudos->items[pseudos->count++] = pseudo;
    }
    return true;
}

char *
pseudo_name(Pseudo pseudo)
{
    switch (pseudo.kind) {
    case PSEUDO_LONG:
        return g_strdup_printf("expand=%d", pseudo.more);
    case PSEUDO_RTL:
        return g_strdup("rtl");
    default:
        return NULL;
    }
}
