#include "command/deed.h"

#include "base/nearest.h"

#include <glib.h>
#include <glib/gi18n.h>
#include <string.h>

static const Where command_line = { NULL, 0, 0 };

int
deed_find(const char *command, const char *word, const void *rows, size_t count, size_t size,
          const char *usage, Diags *diags)
{
    g_autofree const char **names = g_new0(const char *, count + 1);

    for (size_t i = 0; i < count; i++) {
        names[i] = *(const char *const *) ((const char *) rows + i * size);
        if (g_strcmp0(names[i], word) == 0)
            return (int) i;
    }
    const char *nearest = word != NULL ? nearest_name(word, names, (int) count) : NULL;
    if (nearest != NULL)
        diag_add(diags, DIAG_USAGE, command_line, "'%s' cannot do '%s'; did you mean '%s'?",
                 command, word, nearest);
    else
        diag_add(diags, DIAG_USAGE, command_line, "%s", _(usage));
    return -1;
}
