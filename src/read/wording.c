#include "read/private.h"

#include "read/values.h"

#include <glib/gi18n.h>

static const Field advice_fields[] = {
    { "rule", FIELD_STRING, REQUIRED, AT(WordingAdvice, rule) },
    { "why", FIELD_STRING, OPTIONAL, AT(WordingAdvice, why) },
    { 0 },
};
static const Type advice_type = { .noun = N_("a rule of wording"),
                                  .fields = advice_fields,
                                  .size = sizeof(WordingAdvice),
                                  .where = offsetof(WordingAdvice, where) };

void
read_wording(Reader *reader)
{
    const Node *node = file_load(reader, file_find(reader, "content/wording.yaml"));

    if (node != NULL)
        bind_items(&reader->binder, node, &advice_type, NULL, &reader->project->wording);
}
