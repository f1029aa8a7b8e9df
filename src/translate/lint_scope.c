/* What may be seen of a text by whom: rules about words can be of some places only. */
#include "translate/lint.h"

#include <string.h>

/* Texts of a pack; its title is the PDF's, too. */
static const struct {
    const char *name;
    unsigned scope;
} covers[] = {
    { "pack/title", SCOPE_COVER | SCOPE_METADATA },
    { "pack/subtitle", SCOPE_COVER },
    { "pack/discreet_title", SCOPE_COVER | SCOPE_METADATA },
    { "pack/discreet_subtitle", SCOPE_COVER },
};

unsigned
lint_scope(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(covers); i++)
        if (strcmp(covers[i].name, name) == 0)
            return covers[i].scope;
    return g_str_has_suffix(name, "/title") ? SCOPE_BODY | SCOPE_METADATA : SCOPE_BODY;
}
