#include "command/command.h"
#include "command/batch.h"
#include "translate/reading.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

static void
print_summary(const Batch *batch)
{
    unsigned errors = diags_count_severity(batch->diags, SEVERITY_ERROR);
    unsigned warnings = diags_count_severity(batch->diags, SEVERITY_WARNING);
    int leaflets = batch->jobs != NULL ? batch->jobs->count : 0;

    printf(ngettext("%d leaflet looked at", "%d leaflets looked at", (unsigned long) leaflets),
           leaflets);
    printf(ngettext(": %u error", ": %u errors", errors), errors);
    printf(ngettext(", %u warning\n", ", %u warnings\n", warnings), warnings);
}

static bool
is_chosen(const Batch *batch, const Locale *locale)
{
    for (int i = 0; i < batch->jobs->count; i++)
        if (batch->jobs->items[i].variant.locale == locale ||
            batch->jobs->items[i].variant.second == locale)
            return true;
    return false;
}

/* What translators can mend. With faults in the content no leaflet is chosen: all languages are
 * looked at. */
static void
check_texts(const Batch *batch)
{
    const Project *project = batch->project;
    int usage = diag_info(DIAG_USAGE)->exit_status;

    if (project == NULL || diags_exit_status(batch->diags) == usage)
        return;
    for (int i = 0; i < project->locales.count; i++)
        if (batch->jobs == NULL || is_chosen(batch, &project->locales.items[i]))
            catalog_check(project, &project->locales.items[i], batch->diags);
}

/* --- how hard the texts are to read --------------------------------------------------------- */

static bool
has_pack(const Batch *batch, const Pack *pack)
{
    for (int i = 0; i < batch->jobs->count; i++)
        if (batch->jobs->items[i].variant.pack == pack)
            return true;
    return false;
}

/* What the files of @locale have to say was said by catalog_check(). */
static Reading
measure(const Project *project, const Pack *pack, const Locale *locale)
{
    g_autoptr(Diags) unsaid = diags_new();
    g_autoptr(Catalog) catalog = catalog_load(project, locale, unsaid);

    return reading_of(project, pack, locale, catalog);
}

/* An array of Reading, of every pack and language that leaflets were chosen of. */
static GArray *
measure_all(const Batch *batch)
{
    const Project *project = batch->project;
    GArray *readings = g_array_new(FALSE, FALSE, sizeof(Reading));

    for (int i = 0; batch->jobs != NULL && i < project->packs.count; i++) {
        const Pack *pack = &project->packs.items[i];

        if (!has_pack(batch, pack))
            continue;
        const Reading source = measure(project, pack, pack->source_locale);
        for (int k = 0; k < project->locales.count; k++) {
            if (!is_chosen(batch, &project->locales.items[k]))
                continue;
            const Reading reading = measure(project, pack, &project->locales.items[k]);
            reading_check(&reading, &source, batch->diags);
            g_array_append_val(readings, reading);
        }
    }
    return readings;
}

static void
print_reading(const Reading *reading)
{
    printf("%s (%s): ", reading->pack->id, reading->locale->tag);
    if (!reading->counts_words || reading->sentences == 0) {
        printf("%s\n", reading->counts_words ? _("no running text is translated yet")
                                             : _("words a sentence and LIX are not measured"));
        return;
    }
    printf(_("%.1f words a sentence"), reading_average(reading));
    if (!reading->counts_lix)
        printf(_(", LIX is not measured\n"));
    else if (reading->baseline > 0)
        printf(_(", LIX %.0f (baseline %g)\n"), reading->lix, reading->baseline);
    else
        printf(_(", LIX %.0f (no baseline)\n"), reading->lix);
}

/* null: not measured. */
static void
set_measure(JsonObject *object, const char *name, bool measured, double value)
{
    if (measured)
        json_object_set_double_member(object, name, value);
    else
        json_object_set_null_member(object, name);
}

static double
rounded(double value)
{
    return (double) (long) (value * 10 + 0.5) / 10;
}

static void
print_reading_json(const Reading *reading)
{
    g_autoptr(JsonObject) object = json_object_new();
    g_autoptr(JsonNode) node = json_node_new(JSON_NODE_OBJECT);
    bool words = reading->counts_words && reading->sentences > 0;
    bool lix = words && reading->counts_lix;

    json_object_set_string_member(object, "reading", reading->pack->id);
    json_object_set_string_member(object, "locale", reading->locale->tag);
    json_object_set_int_member(object, "sentences", reading->sentences);
    set_measure(object, "words_a_sentence", words, rounded(reading_average(reading)));
    set_measure(object, "lix", lix, rounded(reading->lix));
    set_measure(object, "rix", lix, rounded(reading->rix));
    set_measure(object, "baseline", reading->baseline > 0, reading->baseline);
    json_node_set_object(node, object);

    g_autofree char *line = json_to_string(node, FALSE);
    printf("%s\n", line);
}

int
check_run(const Options *options)
{
    g_autoptr(Batch) batch = batch_new(options, UNNAMED_DEFAULTS);

    check_texts(batch);
    if (batch->jobs != NULL)
        batch_make(batch, NULL);

    g_autoptr(GArray) readings = measure_all(batch);
    diags_print(batch->diags, stdout, options_style(options, stdout));
    for (guint i = 0; i < readings->len && !options->quiet; i++)
        (options->json ? print_reading_json
                       : print_reading)(&g_array_index(readings, Reading, i));
    if (!options->quiet && !options->json)
        print_summary(batch);
    return diags_exit_status(batch->diags);
}
