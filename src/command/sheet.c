/* Contact sheets: all formats in one language, or one format in all languages. */
#include "command/batch.h"
#include "command/command.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

static const Where command_line = { NULL, 0, 0 };

/* --- which leaflets stand on which sheet --------------------------------------------------- */

static void
clear_plan(void *item)
{
    SheetPlan *plan = item;

    g_free(plan->name);
    g_array_unref(plan->jobs);
}

/* True when leaflets for readers of the staff's language are among the jobs. */
static bool
is_about_staff(const Jobs *jobs, const Variant *variant)
{
    for (int i = 0; i < jobs->count; i++) {
        const Variant *other = &jobs->items[i].variant;

        if (other->pack == variant->pack && other->format->languages != LANGUAGES_STAFF &&
            variant_reader(other) == variant->staff)
            return true;
    }
    return false;
}

/* Without names a sheet is about the pack's own language and its first audience. What is made for the
 * staff alone, whichever language is asked for, is no reason for a sheet in theirs. */
static bool
is_wanted(const Jobs *jobs, const Variant *variant, const Options *options)
{
    const Pack *pack = variant->pack;
    bool by_locale = options->formats[0] != NULL, any_locale = options->locales[0] != NULL;

    if (options->audiences[0] == NULL && variant->audience != &pack->audiences.items[0])
        return false;
    if (options->pseudos.count > 0 && !any_locale)
        return variant_reader(variant)->pseudo.kind != PSEUDO_NONE;
    if (!by_locale && !any_locale)
        return variant_reader(variant) == pack->source_locale;
    return by_locale || variant->format->languages != LANGUAGES_STAFF ||
           is_about_staff(jobs, variant);
}

/* "sheet_a_0.1_sr", "sheet_a_0.1_trifold_child" */
static char *
sheet_name(const Variant *variant, const Options *options)
{
    bool by_locale = options->formats[0] != NULL, audience = options->audiences[0] != NULL;

    return g_strconcat("sheet_", variant->pack->code, "_", variant->pack->version, "_",
                       by_locale ? variant->format->id : variant_reader(variant)->tag,
                       audience ? "_" : "", audience ? variant->audience->id : "", NULL);
}

static SheetPlan *
find_plan(GArray *plans, const char *name, bool by_locale)
{
    for (guint i = 0; i < plans->len; i++) {
        SheetPlan *plan = &g_array_index(plans, SheetPlan, i);

        if (strcmp(plan->name, name) == 0)
            return plan;
    }
    SheetPlan plan = { g_strdup(name), g_array_new(FALSE, FALSE, sizeof(int)), by_locale };
    g_array_append_val(plans, plan);
    return &g_array_index(plans, SheetPlan, plans->len - 1);
}

static GArray *
plan_sheets(const Jobs *jobs, const Options *options)
{
    GArray *plans = g_array_new(FALSE, FALSE, sizeof(SheetPlan));

    g_array_set_clear_func(plans, clear_plan);
    for (int i = 0; i < jobs->count; i++) {
        const Variant *variant = &jobs->items[i].variant;

        if (!is_wanted(jobs, variant, options))
            continue;
        g_autofree char *name = sheet_name(variant, options);
        SheetPlan *plan = find_plan(plans, name, options->formats[0] != NULL);
        g_array_append_val(plan->jobs, i);
    }
    return plans;
}

/* A sheet to print and a picture to look at, unless kinds of files are asked for. */
static void
choose_outputs(Jobs *jobs, const Options *options)
{
    if (options->outputs[0] != NULL)
        return;
    g_free(jobs->outputs);
    jobs->outputs = g_new0(const Output *, 3);
    jobs->outputs[0] = output_find("pdf");
    jobs->outputs[1] = output_find("png");
}

/* --- what became of them ------------------------------------------------------------------- */

static void
print_files(const Batch *batch, const SheetPlan *plan, const Made *made)
{
    printf(ngettext("%u leaflet", "%u leaflets", plan->jobs->len), plan->jobs->len);
    printf(ngettext(" on %d page:\n", " on %d pages:\n", (unsigned long) made->pages),
           made->pages);
    for (guint i = 0; i < made->files->len; i++) {
        const MadeFile *file = &g_array_index(made->files, MadeFile, i);
        g_autofree char *path = g_build_filename(batch->options->out, file->name, NULL);

        printf("  %s\n", path);
    }
}

static void
print_json(const Batch *batch, const SheetPlan *plan, const Made *made)
{
    g_autoptr(JsonObject) object = json_object_new();
    g_autoptr(JsonNode) node = json_node_new(JSON_NODE_OBJECT);
    JsonArray *files = json_array_new();
    bool is_made = made != NULL && made->files->len > 0;

    for (guint i = 0; is_made && i < made->files->len; i++) {
        g_autofree char *path = g_build_filename(
            batch->options->out, g_array_index(made->files, MadeFile, i).name, NULL);

        json_array_add_string_element(files, path);
    }
    json_object_set_string_member(object, "sheet", plan->name);
    json_object_set_boolean_member(object, "made", is_made);
    json_object_set_int_member(object, "leaflets", plan->jobs->len);
    json_object_set_int_member(object, "pages", is_made ? made->pages : 0);
    json_object_set_array_member(object, "files", files);
    json_node_set_object(node, object);

    g_autofree char *line = json_to_string(node, FALSE);
    printf("%s\n", line);
}

static void
print_results(const Batch *batch, const GArray *plans)
{
    for (guint i = 0; i < plans->len; i++) {
        const SheetPlan *plan = &g_array_index(plans, SheetPlan, i);
        const Made *made = batch->made->pdata[i];

        if (batch->options->json)
            print_json(batch, plan, made);
        else if (made != NULL && made->files->len > 0 && !batch->options->quiet)
            print_files(batch, plan, made);
    }
}

/* What is missing in the words of drafts is `check`'s to tell. */
static void
print_errors(const Batch *batch)
{
    DiagStyle style = options_style(batch->options, stderr);

    style.least = SEVERITY_ERROR;
    diags_print(batch->diags, stderr, style);
}

/* --- the whole ----------------------------------------------------------------------------- */

static Made *
make_sheet(Pipeline *pipeline, int index, const void *user)
{
    const GArray *plans = user;

    return pipeline_sheet(pipeline, &g_array_index(plans, SheetPlan, index));
}

static void
make_all(Batch *batch)
{
    g_autoptr(GArray) plans = plan_sheets(batch->jobs, batch->options);
    g_autofree const char **names = g_new0(const char *, plans->len + 1);
    const Work work = {
        .count = (int) plans->len, .names = names, .make = make_sheet, .user = plans
    };

    for (guint i = 0; i < plans->len; i++)
        names[i] = g_array_index(plans, SheetPlan, i).name;
    batch_run(batch, &work, batch->options->out);
    print_errors(batch);
    print_results(batch, plans);
}

static int
refuse_both(const Options *options)
{
    g_autoptr(Diags) diags = diags_new();

    diag_add(diags, DIAG_USAGE, command_line,
             "with --locale a sheet shows all formats, with --format all languages; name one of "
             "the two");
    diags_print(diags, stderr, options_style(options, stderr));
    return diags_exit_status(diags);
}

int
sheet_run(const Options *options)
{
    if (options->locales[0] != NULL && options->formats[0] != NULL)
        return refuse_both(options);
    g_autoptr(Batch) batch = batch_new(options, UNNAMED_EVERYTHING);

    if (batch->jobs != NULL) {
        choose_outputs(batch->jobs, options);
        make_all(batch);
    } else {
        diags_print(batch->diags, stderr, options_style(options, stderr));
    }
    return diags_exit_status(batch->diags);
}
