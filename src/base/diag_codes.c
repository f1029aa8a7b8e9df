/* Finds the row of a code in the tables of diag_parts.h. */
#include "base/diag_parts.h"

#include <glib/gi18n.h>
#include <string.h>

/* In the order of DiagCode. */
static const struct {
    DiagCode first;
    const DiagInfo *rows;
} parts[] = {
    { 0, diag_reading },
    { DIAG_FIRST_MAKING, diag_making },
    { DIAG_FIRST_VERIFY, diag_verify },
    { DIAG_FIRST_LINT, diag_lints },
    { DIAG_FIRST_CONTACT, diag_contacts },
};

const DiagInfo *
diag_info(DiagCode code)
{
    size_t part = G_N_ELEMENTS(parts) - 1;

    g_assert(code < DIAG_CODE_COUNT);
    while (parts[part].first > code)
        part--;
    const DiagInfo *row = &parts[part].rows[code - parts[part].first];

    g_assert(row->code == code);
    return row;
}

const DiagInfo *
diag_info_find(const char *name)
{
    for (int i = 0; i < DIAG_CODE_COUNT; i++)
        if (strcmp(diag_info((DiagCode) i)->name, name) == 0)
            return diag_info((DiagCode) i);
    return NULL;
}

const char *
severity_name(Severity severity)
{
    static const char *const names[] = { N_("note"), N_("warning"), N_("error") };

    return names[severity];
}
