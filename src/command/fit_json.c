#include "command/fit_print.h"

#include "base/geometry.h"

#include <json-glib/json-glib.h>

enum { MOST_STRINGS = 20 };

/* json-glib would write 12.3 as 12.300000000000001: these objects are put together by hand. */
typedef struct JsonLine {
    GString *text;
} JsonLine;

static void
add_key(JsonLine *line, const char *key)
{
    char last = line->text->str[line->text->len - 1];

    g_string_append_printf(line->text, "%s\"%s\":", last == '{' ? "" : ",", key);
}

static void
add_text(JsonLine *line, const char *key, const char *value)
{
    g_autoptr(JsonNode) node = json_node_new(JSON_NODE_VALUE);

    add_key(line, key);
    json_node_set_string(node, value);
    g_autofree char *quoted = json_to_string(node, FALSE);
    g_string_append(line->text, quoted);
}

static void
add_number(JsonLine *line, const char *key, double value)
{
    add_key(line, key);
    g_string_append_printf(line->text, "%g", value);
}

static void
add_mm(JsonLine *line, const char *key, double points)
{
    add_key(line, key);
    g_string_append_printf(line->text, "%.1f", to_mm(points));
}

static void
add_bool(JsonLine *line, const char *key, bool value)
{
    add_key(line, key);
    g_string_append(line->text, value ? "true" : "false");
}

/* An element of a list: a comma before all but the first. */
static void
open_element(JsonLine *line, bool first)
{
    g_string_append(line->text, first ? "{" : ",{");
}

static const char *
panel_id(const Job *job, int panel)
{
    return job->variant.format->panels.items[panel].id;
}

static void
add_panels(JsonLine *line, const Job *job, const Fit *fit)
{
    add_key(line, "panels");
    g_string_append_c(line->text, '[');
    for (int i = 0; i < fit->panel_count; i++) {
        const PanelFit *panel = &fit->panels[i];

        open_element(line, i == 0);
        add_text(line, "panel", panel_id(job, panel->panel));
        add_number(line, "page", panel->page + 1);
        add_mm(line, "used_mm", panel->used);
        add_mm(line, "free_mm", panel->free);
        add_mm(line, "over_mm", panel->over);
        g_string_append_c(line->text, '}');
    }
    g_string_append_c(line->text, ']');
}

static void
add_obstacle(JsonLine *line, const Job *job, const Obstacle *obstacle)
{
    add_key(line, "obstacle");
    if (obstacle->size == 0) {
        g_string_append(line->text, "null");
        return;
    }
    g_string_append_c(line->text, '{');
    add_number(line, "size_pt", obstacle->size);
    if (obstacle->panel >= 0) {
        add_text(line, "panel", panel_id(job, obstacle->panel));
        add_mm(line, "over_mm", obstacle->over);
    }
    if (obstacle->page_count > 0) {
        add_number(line, "pages", obstacle->page_count);
        add_mm(line, "extra_mm", obstacle->extra);
    }
    if (obstacle->section != NULL) {
        add_text(line, "section", obstacle->section);
        add_mm(line, "shorten_mm", obstacle->shorten);
    }
    if (obstacle->word != NULL) {
        add_text(line, "word", obstacle->word);
        add_mm(line, "word_over_mm", obstacle->word_over);
    }
    if (obstacle->source != NULL)
        add_text(line, "key", obstacle->source->context);
    g_string_append_c(line->text, '}');
}

static void
add_string(JsonLine *line, const Job *job, const StringCost *cost)
{
    add_text(line, "key", cost->source->context);
    add_text(line, "file", cost->source->where.file);
    add_number(line, "line", cost->source->where.line);
    add_text(line, "locale", cost->locale->tag);
    if (cost->meant != cost->locale)
        add_text(line, "meant", cost->meant->tag);
    add_text(line, "panel", panel_id(job, cost->panel));
    add_number(line, "characters", cost->characters);
    add_mm(line, "height_mm", cost->height);
    if (cost->budget >= 0 || cost->budget == BUDGET_NO_HELP)
        add_number(line, "budget", MAX(cost->budget, 0));
    g_string_append_c(line->text, '}');
}

static void
add_strings(JsonLine *line, const Job *job, const Fit *fit, bool all)
{
    add_key(line, "strings");
    g_string_append_c(line->text, '[');
    for (int i = 0; i < (all ? fit->string_count : MIN(fit->string_count, MOST_STRINGS)); i++) {
        open_element(line, i == 0);
        add_string(line, job, &fit->strings[i]);
    }
    g_string_append_c(line->text, ']');
}

static void
print_leaflet(const Job *job, const Fit *fit, bool all)
{
    const Variant *variant = &job->variant;
    g_autofree char *locales = variant_locales(variant);
    g_autoptr(GString) text = g_string_new("{");
    JsonLine line = { text };

    add_text(&line, "pack", variant->pack->id);
    add_text(&line, "locale", locales);
    add_text(&line, "format", variant->format->id);
    add_text(&line, "audience", variant->audience->id);
    add_bool(&line, "fits", fit->fits);
    add_number(&line, "size_pt", fit->body_size);
    add_number(&line, "pages", fit->page_count);
    add_number(&line, "untranslated", fit->untranslated);
    add_panels(&line, job, fit);
    add_obstacle(&line, job, &fit->obstacle);
    add_strings(&line, job, fit, all);
    printf("%s}\n", text->str);
}

void
fit_print_json(const Jobs *jobs, const GPtrArray *fits, bool all)
{
    for (int i = 0; i < jobs->count; i++)
        if (fits->pdata[i] != NULL)
            print_leaflet(&jobs->items[i], fits->pdata[i], all);
}
