#include "command/fit_print.h"

#include "base/geometry.h"
#include "command/listing.h"

#include <glib/gi18n.h>

enum { SHOWN_STRINGS = 5 };

static const char *const leaflet_columns[] = {
    N_("pack"),           N_("locale"),      N_("autonym"), N_("format"),
    N_("audience"),       N_("size"),        N_("pages"),   N_("untranslated"),
    N_("least room, mm"), N_("next larger"), NULL
};
enum { LEAFLET_NUMBERS = 1 << 5 | 1 << 6 | 1 << 7 };
static const char *const panel_columns[] = { N_("panel"),   N_("page"),    N_("used mm"),
                                             N_("free mm"), N_("over mm"), NULL };
static const char *const string_columns[] = { N_("height mm"), N_("characters"), N_("string"),
                                              NULL };

static const char *
panel_id(const Job *job, int panel)
{
    return job->variant.format->panels.items[panel].id;
}

/* --- the table ----------------------------------------------------------------------------- */

static char *
describe_excess(const Job *job, const Obstacle *obstacle)
{
    if (obstacle->panel >= 0)
        return g_strdup_printf(_("%g pt: %.1f mm too much for '%s'"), obstacle->size,
                               to_mm(obstacle->over), panel_id(job, obstacle->panel));
    if (obstacle->word != NULL)
        return g_strdup_printf(_("%g pt: '%s' is %.1f mm too wide"), obstacle->size,
                               obstacle->word, to_mm(obstacle->word_over));
    return g_strdup_printf(_("%g pt: %d pages, %.1f mm too much"), obstacle->size,
                           obstacle->page_count, to_mm(obstacle->extra));
}

/* What is in the way of a size. */
static char *
describe_obstacle(const Job *job, const Obstacle *obstacle)
{
    if (obstacle->size == 0)
        return g_strdup(_("the largest"));
    g_autofree char *excess = describe_excess(job, obstacle);
    if (obstacle->section == NULL)
        return g_steal_pointer(&excess);
    return g_strdup_printf(_("%s; or %.1f mm in '%s'"), excess, to_mm(obstacle->shorten),
                           obstacle->section);
}

static const PanelFit *
fullest_panel(const Fit *fit)
{
    const PanelFit *fullest = &fit->panels[0];

    for (int i = 1; i < fit->panel_count; i++)
        if (fit->panels[i].free < fullest->free)
            fullest = &fit->panels[i];
    return fullest;
}

static char *
describe_room(const Job *job, const Fit *fit)
{
    if (!fit->fits || fit->panel_count == 0)
        return NULL;
    const PanelFit *panel = fullest_panel(fit);
    return g_strdup_printf("%s %.1f", panel_id(job, panel->panel), to_mm(panel->free));
}

static char *
autonyms(const Variant *variant)
{
    return variant->second == NULL
               ? g_strdup(variant->locale->autonym)
               : g_strconcat(variant->locale->autonym, " + ", variant->second->autonym, NULL);
}

static void
add_leaflet(Listing *listing, const Job *job, const Fit *fit, bool with_pack)
{
    const Variant *variant = &job->variant;
    g_autofree char *size =
        fit->fits ? g_strdup_printf(_("%g pt"), fit->body_size) : g_strdup(_("does not fit"));
    g_autofree char *pages = g_strdup_printf("%d", fit->page_count);
    g_autofree char *untranslated = g_strdup_printf("%d", fit->untranslated);
    g_autofree char *room = describe_room(job, fit);
    g_autofree char *larger = describe_obstacle(job, &fit->obstacle);
    g_autofree char *locales = variant_locales(variant), *names = autonyms(variant);

    if (with_pack)
        listing_add(listing, variant->pack->id, locales, names, variant->format->id,
                    variant->audience->id, size, pages, untranslated, room, larger);
    else
        listing_add(listing, locales, names, variant->format->id, variant->audience->id, size,
                    pages, untranslated, room, larger);
    if (!fit->fits)
        listing_mark(listing);
}

/* A column for the pack only where there are several. */
static void
print_leaflets(const Jobs *jobs, const GPtrArray *fits, bool colour)
{
    bool one_pack = jobs->count == 0 ||
                    jobs->items[0].variant.pack == jobs->items[jobs->count - 1].variant.pack;
    g_autoptr(Listing) listing = listing_new(leaflet_columns + one_pack);

    listing->numbers = LEAFLET_NUMBERS >> one_pack;
    listing->colour = colour;
    for (int i = 0; i < jobs->count; i++)
        if (fits->pdata[i] != NULL)
            add_leaflet(listing, &jobs->items[i], fits->pdata[i], !one_pack);
    listing_print(listing, false);
}

/* --- one leaflet --------------------------------------------------------------------------- */

static void
print_panels(const Job *job, const Fit *fit, bool colour)
{
    g_autoptr(Listing) listing = listing_new(panel_columns);

    listing->numbers = 1 << 1 | 1 << 2 | 1 << 3 | 1 << 4;
    listing->indent = "  ";
    listing->colour = colour;
    for (int i = 0; i < fit->panel_count; i++) {
        const PanelFit *panel = &fit->panels[i];
        g_autofree char *page = g_strdup_printf("%d", panel->page + 1);
        g_autofree char *used = g_strdup_printf("%.1f", to_mm(panel->used));
        g_autofree char *room = g_strdup_printf("%.1f", to_mm(panel->free));
        g_autofree char *over =
            panel->over > 0 ? g_strdup_printf("%.1f", to_mm(panel->over)) : NULL;

        listing_add(listing, panel_id(job, panel->panel), page, used, room, over);
        if (panel->over > 0)
            listing_mark(listing);
    }
    listing_print(listing, false);
}

static void
print_strings(const Job *job, const Fit *fit)
{
    g_autoptr(Listing) listing = listing_new(string_columns);

    listing->numbers = 1 << 0 | 1 << 1;
    listing->indent = "  ";
    for (int i = 0; i < MIN(fit->string_count, SHOWN_STRINGS); i++) {
        const StringCost *cost = &fit->strings[i];
        bool own = cost->locale == job->variant.locale && job->variant.second == NULL;
        g_autofree char *height = g_strdup_printf("%.1f", to_mm(cost->height));
        g_autofree char *characters = g_strdup_printf("%d", cost->characters);
        g_autofree char *key =
            own ? g_strdup(cost->source->context)
                : g_strdup_printf("%s (%s)", cost->source->context, cost->locale->tag);

        listing_add(listing, height, characters, key);
    }
    listing_print(listing, false);
}

static void
print_details(const Job *job, const Fit *fit, bool colour)
{
    const Variant *variant = &job->variant;
    g_autofree char *larger = describe_obstacle(job, &fit->obstacle);
    g_autofree char *locales = variant_locales(variant);

    printf("\n%s%s %s %s %s%s: ", colour ? "\033[1m" : "", variant->pack->id, locales,
           variant->audience->id, variant->format->id, colour ? "\033[0m" : "");
    if (!fit->fits)
        printf(_("does not fit at %s\n"), larger);
    else if (fit->obstacle.size > 0)
        printf(_("%g pt; next larger %s\n"), fit->body_size, larger);
    else
        printf(_("%g pt, the largest\n"), fit->body_size);
    print_panels(job, fit, colour);
    if (fit->string_count > 0)
        print_strings(job, fit);
}

void
fit_print_tables(const Jobs *jobs, const GPtrArray *fits, const Options *options)
{
    bool colour = options_style(options, stdout).colour;

    print_leaflets(jobs, fits, colour);
    for (int i = 0; i < jobs->count; i++) {
        const Fit *fit = fits->pdata[i];

        if (fit != NULL && (!fit->fits || options->verbose))
            print_details(&jobs->items[i], fit, colour);
    }
}
