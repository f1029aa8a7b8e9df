#include "command/timings.h"

#include "output/output.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

struct Timings {
    StageTime workers[STAGE_MOST]; /* what they have spent on leaflets */
    gint64 present; /* nanoseconds that workers were there, those of all together */
    int most;       /* of them at a time */
};

/* One row a stage before STAGE_DRAWING, in the order of the table. */
static const struct {
    Stage stage;
    const char *name; /* for programs */
    const char *about;
} rows[] = {
    { STAGE_READING, "reading", N_("reading the project") },
    { STAGE_PLANNING, "planning", N_("finding out what has changed") },
    { STAGE_FONTS, "fonts", N_("opening fonts") },
    { STAGE_TRANSLATIONS, "translations", N_("loading translations") },
    { STAGE_COMPOSING, "composing", N_("composing") },
    { STAGE_SHAPING, "shaping", N_("shaping") },
    { STAGE_FITTING, "fitting", N_("fitting") },
    { STAGE_PLACING, "placing", N_("placing") },
    { STAGE_CHECKING, "checking", N_("checking") },
    { STAGE_DRAWING, "drawing", NULL }, /* a row each output */
    { STAGE_FINISHING, "finishing", N_("finishing PDFs") },
    { STAGE_WRITING, "writing", N_("writing files") },
    { STAGE_NOTING, "noting", N_("journal and lists") },
    { STAGE_OTHER, "other", N_("all else") },
    { STAGE_WAITING, "waiting", N_("starting workers, and waiting") },
};

Timings *
timings_new(void)
{
    stages_begin();
    return g_new0(Timings, 1);
}

void
timings_free(Timings *timings)
{
    g_free(timings);
}

static void
add(StageTime *sum, StageTime time)
{
    sum->wall += time.wall;
    sum->processor += time.processor;
}

void
timings_add(Timings *timings, const Made *made)
{
    for (int i = 0; timings != NULL && made->spent != NULL && i < STAGE_MOST; i++)
        add(&timings->workers[i], made->spent[i]);
}

void
timings_add_workers(Timings *timings, int count, gint64 wall)
{
    if (timings == NULL)
        return;
    timings->present += count * wall * 1000;
    timings->most = MAX(timings->most, count);
}

/* --- sums ---------------------------------------------------------------------------------- */

typedef struct Sums {
    StageTime spent[STAGE_MOST];
    StageTime all;
    gint64 elapsed; /* nanoseconds */
} Sums;

/* What this process has waited for workers is their time, and stands in the table as such. */
static Sums
sum_up(const Timings *timings)
{
    Sums sums = { .elapsed = 0 };
    gint64 busy = 0;

    stages_read(sums.spent);
    for (int i = 0; i < STAGE_MOST; i++) {
        sums.elapsed += sums.spent[i].wall;
        busy += timings->workers[i].wall;
    }
    sums.spent[STAGE_WAITING].wall = MAX(0, timings->present - busy);
    for (int i = 0; i < STAGE_MOST; i++) {
        add(&sums.spent[i], timings->workers[i]);
        add(&sums.all, sums.spent[i]);
    }
    return sums;
}

static double
seconds(gint64 nanoseconds)
{
    return (double) nanoseconds / 1e9;
}

static double
share(const Sums *sums, Stage stage)
{
    return sums->all.wall > 0 ? (double) sums->spent[stage].wall / (double) sums->all.wall : 0;
}

static double
made_per_second(const Sums *sums, int made)
{
    return sums->elapsed > 0 ? made / seconds(sums->elapsed) : 0;
}

/* --- for people ---------------------------------------------------------------------------- */

enum { NAME_COLUMNS = 34 };

static void
print_row(const char *name, StageTime time, double part)
{
    int room = NAME_COLUMNS - (int) g_utf8_strlen(name, -1);

    fprintf(stderr, "  %s%*s %9.3f %9.3f %5.1f %%\n", name, MAX(room, 0), "",
            seconds(time.wall), seconds(time.processor), 100 * part);
}

static void
print_drawings(const Sums *sums)
{
    for (int i = 0; output_all()[i].name != NULL; i++) {
        g_autofree char *name = g_strdup_printf(_("drawing: %s"), output_all()[i].name);
        Stage stage = STAGE_DRAWING + (Stage) i;

        if (sums->spent[stage].wall > 0)
            print_row(name, sums->spent[stage], share(sums, stage));
    }
}

static void
print_table(const Timings *timings, const Sums *sums, int made)
{
    fprintf(stderr, _("Time of all processes, in seconds: wall clock, processor, share\n"));
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (rows[i].stage == STAGE_DRAWING)
            print_drawings(sums);
        else
            print_row(_(rows[i].about), sums->spent[rows[i].stage], share(sums, rows[i].stage));
    print_row(_("together"), sums->all, 1);
    fprintf(stderr, _("Made %d in %.2f s, %.1f a second; workers: %d\n"), made,
            seconds(sums->elapsed), made_per_second(sums, made), timings->most);
}

/* --- for programs -------------------------------------------------------------------------- */

static void
add_object(JsonArray *stages, const Sums *sums, Stage stage, const char *name,
           const char *output)
{
    JsonObject *object = json_object_new();

    json_object_set_string_member(object, "stage", name);
    if (output != NULL)
        json_object_set_string_member(object, "output", output);
    json_object_set_double_member(object, "wall", seconds(sums->spent[stage].wall));
    json_object_set_double_member(object, "processor", seconds(sums->spent[stage].processor));
    json_object_set_double_member(object, "share", share(sums, stage));
    json_array_add_object_element(stages, object);
}

static JsonArray *
stages_of(const Sums *sums)
{
    JsonArray *stages = json_array_new();

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        bool draws = rows[i].stage == STAGE_DRAWING;

        for (int k = 0; draws && output_all()[k].name != NULL; k++)
            if (sums->spent[STAGE_DRAWING + (Stage) k].wall > 0)
                add_object(stages, sums, STAGE_DRAWING + (Stage) k, rows[i].name,
                           output_all()[k].name);
        if (!draws)
            add_object(stages, sums, rows[i].stage, rows[i].name, NULL);
    }
    return stages;
}

static void
print_json(const Timings *timings, const Sums *sums, int made)
{
    g_autoptr(JsonObject) line = json_object_new();
    g_autoptr(JsonNode) root = json_node_new(JSON_NODE_OBJECT);
    JsonObject *object = json_object_new();

    json_object_set_array_member(object, "stages", stages_of(sums));
    json_object_set_double_member(object, "wall", seconds(sums->all.wall));
    json_object_set_double_member(object, "processor", seconds(sums->all.processor));
    json_object_set_double_member(object, "elapsed", seconds(sums->elapsed));
    json_object_set_int_member(object, "workers", timings->most);
    json_object_set_int_member(object, "made", made);
    json_object_set_double_member(object, "made_per_second", made_per_second(sums, made));
    json_object_set_object_member(line, "timings", object);
    json_node_set_object(root, line);

    g_autofree char *text = json_to_string(root, FALSE);
    printf("%s\n", text);
}

void
timings_print(const Timings *timings, int made, bool json)
{
    const Sums sums = sum_up(timings);

    if (json)
        print_json(timings, &sums, made);
    else
        print_table(timings, &sums, made);
}
