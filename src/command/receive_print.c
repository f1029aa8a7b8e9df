#include "command/receive_print.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

static const char *const states[] = { "refused", "as it was", "received" };

/* The lists of a Returned, as they are printed. */
static const struct {
    const char *name, *sign;
    size_t at;
} lists[] = {
    { "new", "+", offsetof(Returned, added) },
    { "changed", "*", offsetof(Returned, changed) },
    { "kept", "=", offsetof(Returned, kept) },
    { "conflicts", "!", offsetof(Returned, conflicts) },
    { "late", "~", offsetof(Returned, late) },
    { "gone", "-", offsetof(Returned, gone) },
};

static const GPtrArray *
list_of(const Returned *returned, size_t i)
{
    return *(GPtrArray *const *) ((const char *) returned + lists[i].at);
}

static void
print_line(const char *file, const char *into, ReceiveState state, const Returned *returned,
           const Options *options)
{
    if (state == RECEIVE_REFUSED) {
        printf(_("%s: refused; see the messages\n"), file);
        return;
    }
    printf(_("%s: %u new, %u changed, %u kept, %u in conflict, %u late, %u gone; "
             "%d of %d translated"),
           into, returned->added->len, returned->changed->len, returned->kept->len,
           returned->conflicts->len, returned->late->len, returned->gone->len,
           returned->translated, returned->count);
    printf("%s\n", state == RECEIVE_AS_IT_WAS ? _(" (as it was)")
                   : options->dry_run         ? _(" (not written)")
                                              : "");
    for (size_t i = 0; options->verbose && i < G_N_ELEMENTS(lists); i++)
        for (guint k = 0; k < list_of(returned, i)->len; k++)
            printf("  %s %s\n", lists[i].sign, (char *) list_of(returned, i)->pdata[k]);
}

static void
add_text(JsonBuilder *builder, const char *name, const char *text)
{
    json_builder_set_member_name(builder, name);
    json_builder_add_string_value(builder, text);
}

static void
add_lists(JsonBuilder *builder, const Returned *returned)
{
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
        json_builder_set_member_name(builder, lists[i].name);
        json_builder_begin_array(builder);
        for (guint k = 0; k < list_of(returned, i)->len; k++)
            json_builder_add_string_value(builder, list_of(returned, i)->pdata[k]);
        json_builder_end_array(builder);
    }
    json_builder_set_member_name(builder, "translated");
    json_builder_add_int_value(builder, returned->translated);
    json_builder_set_member_name(builder, "messages");
    json_builder_add_int_value(builder, returned->count);
}

static void
print_json(const char *file, const char *into, ReceiveState state, const Returned *returned)
{
    g_autoptr(JsonBuilder) builder = json_builder_new();

    json_builder_begin_object(builder);
    add_text(builder, "file", file);
    if (into != NULL)
        add_text(builder, "into", into);
    add_text(builder, "state", states[state]);
    if (returned != NULL)
        add_lists(builder, returned);
    json_builder_end_object(builder);

    g_autoptr(JsonNode) node = json_builder_get_root(builder);
    g_autofree char *line = json_to_string(node, FALSE);
    printf("%s\n", line);
}

void
receive_print(const char *file, const char *into, ReceiveState state, const Returned *returned,
              const Options *options)
{
    if (options->json)
        print_json(file, into, state, returned);
    else if (!options->quiet)
        print_line(file, into, state, returned, options);
}
