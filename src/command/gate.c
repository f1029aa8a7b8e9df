#include "command/gate.h"

#include "read/read.h"
#include "translate/signing.h"

#include <string.h>

struct Gate {
    Messages *messages;
    Reviews *reviews;
};

Gate *
gate_new(const Project *project, Diags *diags)
{
    Gate *gate = g_new0(Gate, 1);

    gate->messages = messages_list(project);
    gate->reviews = reviews_load(project, diags);
    return gate;
}

void
gate_free(Gate *gate)
{
    if (gate == NULL)
        return;
    messages_free(gate->messages);
    reviews_free(gate->reviews);
    g_free(gate);
}

/* One leaflet at the gate. */
typedef struct Passing {
    const PackReviews *reviews;
    const Document *document;
    Made *made;
} Passing;

static void
keep_exception(Made *made, const Exception *exception)
{
    const char *code = diag_info(exception->code)->name;

    for (unsigned i = 0; i < made->exceptions->len; i++) {
        const MadeException *known = &g_array_index(made->exceptions, MadeException, i);

        if (strcmp(known->code, code) == 0 && strcmp(known->about, exception->about) == 0)
            return;
    }
    const MadeException kept = {
        .code = g_strdup(code),
        .about = g_strdup(exception->about),
        .why = g_strdup(exception->why),
        .allowed_by = g_strdup(exception->allowed_by),
        .on = date_text(exception->on),
    };
    g_array_append_val(made->exceptions, kept);
}

/* Files of translations are looked at as a whole, also for texts that stand elsewhere. */
static bool
is_printed(const Document *document, const char *context)
{
    for (int i = 0; i < document->text_count; i++)
        if (strcmp(document->texts[i].text->context, context) == 0)
            return true;
    return false;
}

static bool
is_waived(const Diag *diag, void *user)
{
    const Passing *passing = user;
    bool of_text = diag->code != DIAG_NOT_COVERED;

    if (diag->about == NULL)
        return false;
    if (of_text && !is_printed(passing->document, diag->about))
        return true;
    for (int i = 0; i < passing->reviews->exceptions.count; i++) {
        const Exception *exception = &passing->reviews->exceptions.items[i];

        if (exception->code != diag->code || strcmp(exception->about, diag->about) != 0)
            continue;
        keep_exception(passing->made, exception);
        return true;
    }
    return false;
}

void
gate_check(const Gate *gate, const Document *document, const Catalogs *catalogs, Made *made)
{
    const Passing passing = { reviews_of_pack(gate->reviews, document->variant.pack), document,
                              made };

    signing_check(gate->messages, gate->reviews, document, catalogs, made->diags);
    diags_raise(made->diags, is_waived, (void *) &passing);
}
