#include "command/reading_print.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

void
reading_print(const Reading *reading)
{
    printf("%s (%s): ", reading->pack->id, reading->locale->tag);
    if (!reading->counts_words)
        printf(_("words a sentence and LIX are not measured\n"));
    else if (!reading->enough)
        printf(_("too few sentences to measure how hard they are\n"));
    else if (!reading->counts_lix)
        printf(_("%.1f words a sentence, LIX is not measured\n"), reading_average(reading));
    else if (reading->baseline > 0)
        printf(_("%.1f words a sentence, LIX %.0f, baseline %g\n"), reading_average(reading),
               reading->lix, reading->baseline);
    else
        printf(_("%.1f words a sentence, LIX %.0f, no baseline\n"), reading_average(reading),
               reading->lix);
}

/* null: not measured. */
static void
set_measure(JsonObject *object, const char *name, bool measured, double value)
{
    if (measured)
        json_object_set_int_member(object, name, (gint64) (value + 0.5));
    else
        json_object_set_null_member(object, name);
}

void
reading_print_json(const Reading *reading)
{
    g_autoptr(JsonObject) object = json_object_new();
    g_autoptr(JsonNode) node = json_node_new(JSON_NODE_OBJECT);

    json_object_set_string_member(object, "reading", reading->pack->id);
    json_object_set_string_member(object, "locale", reading->locale->tag);
    set_measure(object, "sentences", reading->counts_words, reading->sentences);
    set_measure(object, "words", reading->counts_words, reading->words);
    set_measure(object, "long_words", reading->counts_lix, reading->long_words);
    set_measure(object, "lix", reading->counts_lix && reading->enough, reading->lix);
    set_measure(object, "baseline", reading->baseline > 0, reading->baseline);
    json_node_set_object(node, object);

    g_autofree char *line = json_to_string(node, FALSE);
    printf("%s\n", line);
}
