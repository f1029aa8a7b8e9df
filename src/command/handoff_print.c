#include "command/handoff_print.h"

#include "command/listing.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

static const char *const columns[] = { N_("file"),     N_("new"),        N_("fuzzy"),
                                       N_("repeated"), N_("translated"), NULL };
enum { FIGURES = 0x1e };

static void
add_row(Listing *listing, const char *name, const HandedCount *counts)
{
    char *cells[HANDED_STATES];

    for (int k = 0; k < HANDED_STATES; k++)
        cells[k] = g_strdup_printf("%d (%d)", counts[k].texts, counts[k].words);
    listing_add(listing, name, cells[HANDED_NEW], cells[HANDED_FUZZY], cells[HANDED_REPEATED],
                cells[HANDED_TRANSLATED]);
    for (int k = 0; k < HANDED_STATES; k++)
        g_free(cells[k]);
}

static void
print_table(const Handoff *handoff, const char *path)
{
    g_autoptr(Listing) listing = listing_new(columns);
    HandedCount sum[HANDED_STATES];

    listing->numbers = FIGURES;
    for (int i = 0; i < handoff->count; i++) {
        g_autofree char *name = g_strconcat(handoff->files[i].domain, ".po", NULL);

        add_row(listing, name, handoff->files[i].counts);
    }
    handoff_add_up(handoff, sum);
    add_row(listing, _("all"), sum);
    listing_print(listing, false);
    printf(
        _("\nTexts, and in brackets words. All is in %s; 'rightspack receive' takes it back.\n"),
        path);
}

static void
print_json(const Handoff *handoff, const HandoffFile *file, const char *path)
{
    g_autoptr(JsonBuilder) builder = json_builder_new();
    g_autofree char *name = g_strconcat(file->domain, ".po", NULL);
    const struct {
        const char *name, *text;
    } texts[] = { { "handoff", path }, { "file", name }, { "locale", handoff->locale->tag } };

    json_builder_begin_object(builder);
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        json_builder_set_member_name(builder, texts[i].name);
        json_builder_add_string_value(builder, texts[i].text);
    }
    for (int k = 0; k < HANDED_STATES; k++) {
        g_autofree char *of_texts = g_strconcat(handed_names[k], "_texts", NULL);
        g_autofree char *of_words = g_strconcat(handed_names[k], "_words", NULL);

        json_builder_set_member_name(builder, of_texts);
        json_builder_add_int_value(builder, file->counts[k].texts);
        json_builder_set_member_name(builder, of_words);
        json_builder_add_int_value(builder, file->counts[k].words);
    }
    json_builder_end_object(builder);

    g_autoptr(JsonNode) node = json_builder_get_root(builder);
    g_autofree char *line = json_to_string(node, FALSE);
    printf("%s\n", line);
}

void
handoff_print(const Handoff *handoff, const char *path, const Options *options)
{
    for (int i = 0; options->json && i < handoff->count; i++)
        print_json(handoff, &handoff->files[i], path);
    if (!options->json && !options->quiet)
        print_table(handoff, path);
}
