#include "command/choice.h"

#include "base/nearest.h"

#include <glib/gi18n.h>
#include <string.h>

static const Where command_line = { NULL, 0, 0 };

/* "did you mean 'a4'? there are: a4, trifold"; free with g_free(). */
static char *
advice_for(const char *name, const GPtrArray *known)
{
    const char *nearest =
        nearest_name(name, (const char *const *) known->pdata, (int) known->len);
    GString *list = g_string_new(NULL);

    for (unsigned i = 0; i < known->len; i++)
        g_string_append_printf(list, "%s%s", i > 0 ? ", " : "", (char *) known->pdata[i]);

    g_autofree char *all = g_string_free(list, FALSE);
    if (nearest != NULL)
        return g_strdup_printf(_("did you mean '%s'? there are: %s"), nearest, all);
    return g_strdup_printf(_("there are: %s"), all);
}

static void
add_once(GArray *indexes, int index)
{
    for (unsigned i = 0; i < indexes->len; i++)
        if (g_array_index(indexes, int, i) == index)
            return;
    g_array_append_val(indexes, index);
}

static void
add_name(GArray *indexes, const Choice *choice, Name name, const GPtrArray *known, Diags *diags)
{
    for (unsigned i = 0; i < known->len; i++) {
        if (strcmp(name.text, known->pdata[i]) == 0) {
            add_once(indexes, (int) i);
            return;
        }
    }

    if (choice->all && strcmp(name.text, "all") == 0) {
        for (int i = 0; i < (int) known->len; i++)
            add_once(indexes, i);
        return;
    }
    g_autofree char *advice = advice_for(name.text, known);
    diag_add(diags, choice->code, name.where, choice->unknown, name.text, advice);
}

GArray *
choice_find(const Choice *choice, const GPtrArray *known, Diags *diags)
{
    GArray *indexes = g_array_new(FALSE, FALSE, sizeof(int));
    bool asked = choice->asked != NULL && choice->asked[0] != NULL;

    if (!asked && choice->defaults.count == 0)
        for (int i = 0; i < (int) known->len; i++)
            g_array_append_val(indexes, i);
    for (int i = 0; asked && choice->asked[i] != NULL; i++)
        add_name(indexes, choice, (Name){ choice->asked[i], command_line }, known, diags);
    for (int i = 0; !asked && i < choice->defaults.count; i++)
        add_name(indexes, choice, choice->defaults.items[i], known, diags);
    return indexes;
}
