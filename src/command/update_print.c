#include "command/update_print.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

static const char *const states[] = { "left alone", "as it was", "written" };

/* The lists of a Merged, as they are printed. */
static const struct {
    const char *name, *sign;
    size_t at;
} lists[] = {
    { "new", "+", offsetof(Merged, added) },
    { "fuzzy", "~", offsetof(Merged, fuzzy) },
    { "gone", "-", offsetof(Merged, gone) },
};

static const GPtrArray *
list_of(const Merged *merged, size_t i)
{
    return *(GPtrArray *const *) ((const char *) merged + lists[i].at);
}

static void
print_contexts(const Merged *merged)
{
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        for (guint k = 0; k < list_of(merged, i)->len; k++)
            printf("  %s %s\n", lists[i].sign, (char *) list_of(merged, i)->pdata[k]);
}

static void
print_line(const char *path, UpdateState state, const Merged *merged, bool verbose)
{
    if (merged == NULL) {
        printf(_("%s: left alone; see the messages\n"), path);
        return;
    }
    printf(_("%s: %u new, %u fuzzy, %u gone; %d of %d translated"), path, merged->added->len,
           merged->fuzzy->len, merged->gone->len, merged->translated, merged->count);
    printf("%s\n", state == UPDATE_AS_IT_WAS ? _(" (as it was)") : "");
    if (verbose)
        print_contexts(merged);
}

static void
add_lists(JsonBuilder *builder, const Merged *merged)
{
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
        json_builder_set_member_name(builder, lists[i].name);
        json_builder_begin_array(builder);
        for (guint k = 0; k < list_of(merged, i)->len; k++)
            json_builder_add_string_value(builder, list_of(merged, i)->pdata[k]);
        json_builder_end_array(builder);
    }
    json_builder_set_member_name(builder, "translated");
    json_builder_add_int_value(builder, merged->translated);
    json_builder_set_member_name(builder, "messages");
    json_builder_add_int_value(builder, merged->count);
}

static void
print_json(const char *path, UpdateState state, const Merged *merged)
{
    g_autoptr(JsonBuilder) builder = json_builder_new();

    json_builder_begin_object(builder);
    json_builder_set_member_name(builder, "file");
    json_builder_add_string_value(builder, path);
    json_builder_set_member_name(builder, "state");
    json_builder_add_string_value(builder, states[state]);
    if (merged != NULL)
        add_lists(builder, merged);
    json_builder_end_object(builder);

    g_autoptr(JsonNode) node = json_builder_get_root(builder);
    g_autofree char *line = json_to_string(node, FALSE);
    printf("%s\n", line);
}

void
update_print(const char *path, UpdateState state, const Merged *merged, const Options *options)
{
    if (options->json)
        print_json(path, state, merged);
    else if (!options->quiet)
        print_line(path, state, merged, options->verbose);
}
