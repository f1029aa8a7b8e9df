#include "read/private.h"

#include "read/values.h"

#include <glib/gi18n.h>

static const Field term_fields[] = {
    { "term", FIELD_STRING, REQUIRED, AT(GlossaryTerm, term) },
    { "also", FIELD_NAMES, OPTIONAL, AT(GlossaryTerm, also) },
    { "meaning", FIELD_STRING, REQUIRED, AT(GlossaryTerm, meaning) },
    { "note", FIELD_STRING, OPTIONAL, AT(GlossaryTerm, note) },
    { 0 },
};
static const Type term_type = { .noun = N_("a term"),
                                .fields = term_fields,
                                .size = sizeof(GlossaryTerm),
                                .where = offsetof(GlossaryTerm, where) };

void
read_glossary(Reader *reader)
{
    const Node *node = file_load(reader, file_find(reader, "content/glossary.yaml"));

    if (node != NULL)
        bind_items(&reader->binder, node, &term_type, NULL, &reader->project->glossary);
}
