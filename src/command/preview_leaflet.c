#include "command/preview_leaflet.h"

#include "translate/translate.h"

#define SEEN_TYPE "(a(idddddd)a(iiddddbbb)a(iii)aidb)"

typedef struct Look {
    Pipeline *pipeline;
    const Leaflet *leaflet;
    const PreviewPlan *plan;
    Boxes boxes;   /* of strings that are wanted */
    GArray *shown; /* int: pages */
    Made *made;
} Look;

/* --- what is shown ------------------------------------------------------------------------- */

/* -1: none of the content's. */
static int
index_of(const PreviewPlan *plan, const Text *text)
{
    const Message *message = messages_find(plan->messages, text);

    return message == NULL ? -1 : (int) (message - plan->messages->items);
}

static bool
is_wanted(const PreviewPlan *plan, const Text *text)
{
    int index = index_of(plan, text);

    return index >= 0 && (plan->wanted == NULL || plan->wanted[index]);
}

static void
find_boxes(Look *look, const Pages *pages)
{
    Boxes all = layout_boxes(pages, look->plan->locale);
    Box *kept = arena_new_array(pages->arena, Box, all.count);
    int count = 0;

    for (int i = 0; i < all.count; i++) {
        if (!is_wanted(look->plan, all.items[i].text))
            continue;
        kept[count] = all.items[i];
        kept[count++].number = index_of(look->plan, all.items[i].text) + 1;
    }
    look->boxes = (Boxes){ kept, count };
}

static bool
has_box(const Look *look, int page)
{
    for (int i = 0; i < look->boxes.count; i++)
        if (look->boxes.items[i].page == page)
            return true;
    return false;
}

static void
choose_pages(Look *look, const Pages *pages)
{
    for (int i = 0; i < pages->page_count; i++)
        if (look->plan->wanted == NULL || has_box(look, i))
            g_array_append_val(look->shown, i);
}

/* --- files --------------------------------------------------------------------------------- */

static void
write_pictures(const Look *look, const Pages *pages)
{
    g_autofree Page *chosen = g_new(Page, look->shown->len);
    Pages subset = *pages;

    for (guint i = 0; i < look->shown->len; i++)
        chosen[i] = pages->pages[g_array_index(look->shown, int, i)];
    subset.pages = chosen;
    subset.page_count = (int) look->shown->len;
    g_autoptr(GPtrArray) files =
        pipeline_draw(look->pipeline, output_find("png"), &subset, look->made->diags);

    for (guint i = 0; files != NULL && i < files->len; i++) {
        OutputFile file = *(OutputFile *) files->pdata[i];
        g_autofree char *suffix =
            g_strdup_printf("-p%d.png", g_array_index(look->shown, int, i) + 1);

        file.suffix = suffix;
        pipeline_write(look->pipeline, look->leaflet->job->name, output_find("png"), &file,
                       look->made);
    }
}

static void
write_marked(const Look *look, const Pages *pages)
{
    const Marked marked = { pages, (const int *) look->shown->data, (int) look->shown->len,
                            look->boxes, look->plan->locale };
    g_autoptr(Document) document = compose_marked(&marked);
    g_autoptr(Pages) made = layout_marked(&marked, document, look->leaflet->shapes);
    g_autofree char *stem = g_strconcat(look->leaflet->job->name, "-strings", NULL);
    g_autoptr(GPtrArray) files =
        pipeline_draw(look->pipeline, output_find("pdf"), made, look->made->diags);

    for (guint i = 0; files != NULL && i < files->len; i++)
        pipeline_write(look->pipeline, stem, output_find("pdf"), files->pdata[i], look->made);
}

/* --- what stands where --------------------------------------------------------------------- */

static Rect
share_of(Rect rect, Size size)
{
    return (Rect){ rect.x / size.width, rect.y / size.height, rect.width / size.width,
                   rect.height / size.height };
}

/* Where @pages, which may be a spread, have the sheet. */
static Rect
sheet_on(const Look *look, const Pages *pages)
{
    const Pages *own = look->leaflet->pages;
    Rect sheet = { 0, 0, own->pages[0].size.width, own->pages[0].size.height };

    sheet.x = pages->places[0].area.x - own->places[0].area.x;
    sheet.y = pages->places[0].area.y - own->places[0].area.y;
    return sheet;
}

static GVariant *
pages_seen(const Look *look, const Pages *pages)
{
    Rect paper = sheet_on(look, pages);
    GVariantBuilder builder;

    g_variant_builder_init(&builder, G_VARIANT_TYPE("a(idddddd)"));
    for (guint i = 0; i < look->shown->len; i++) {
        int page = g_array_index(look->shown, int, i);
        Size size = pages->pages[page].size;
        Rect sheet = share_of(paper, size);

        g_variant_builder_add(&builder, "(idddddd)", page, size.width, size.height, sheet.x,
                              sheet.y, sheet.width, sheet.height);
    }
    return g_variant_builder_end(&builder);
}

static GVariant *
boxes_seen(const Look *look, const Pages *pages)
{
    GVariantBuilder builder;

    g_variant_builder_init(&builder, G_VARIANT_TYPE("a(iiddddbbb)"));
    for (int i = 0; i < look->boxes.count; i++) {
        const Box *box = &look->boxes.items[i];
        Rect rect = share_of(box->rect, pages->pages[box->page].size);

        g_variant_builder_add(&builder, "(iiddddbbb)", box->number - 1, box->page, rect.x,
                              rect.y, rect.width, rect.height, box->rtl, box->shared, box->over);
    }
    return g_variant_builder_end(&builder);
}

/* Of what is not translated yet nothing has been written. */
static void
add_room(const Look *look, GVariantBuilder *builder, const StringCost *cost)
{
    int written = cost->locale == cost->meant ? cost->characters : 0;

    if (cost->meant == look->plan->locale && is_wanted(look->plan, cost->source))
        g_variant_builder_add(builder, "(iii)", index_of(look->plan, cost->source), written,
                              cost->budget);
}

static GVariant *
rooms_seen(const Look *look)
{
    g_autoptr(Diags) said = diags_new(); /* nothing new */
    g_autoptr(Fit) fit =
        fit_document(look->leaflet->document, look->leaflet->shapes, true, said);
    GVariantBuilder builder;

    g_variant_builder_init(&builder, G_VARIANT_TYPE("a(iii)"));
    for (int i = 0; i < fit->string_count; i++)
        add_room(look, &builder, &fit->strings[i]);
    return g_variant_builder_end(&builder);
}

static GVariant *
messages_seen(const Look *look)
{
    const Document *document = look->leaflet->document;
    int count = look->plan->messages->count;
    g_autofree bool *seen = g_new0(bool, count + 1);
    GVariantBuilder builder;

    for (int i = 0; i < document->text_count; i++) {
        const DocumentText *used = &document->texts[i];

        if (used->locale == look->plan->locale && is_wanted(look->plan, used->text))
            seen[index_of(look->plan, used->text)] = true;
    }
    g_variant_builder_init(&builder, G_VARIANT_TYPE("ai"));
    for (int i = 0; i < count; i++)
        if (seen[i])
            g_variant_builder_add(&builder, "i", i);
    return g_variant_builder_end(&builder);
}

static double
most_over(const Pages *pages)
{
    double most = 0;

    for (int i = 0; i < pages->document->variant.format->panels.count; i++)
        most = MAX(most, pages->over[i]);
    return most;
}

static void
note_seen(const Look *look, const Pages *pages)
{
    const Pages *own = look->leaflet->pages;
    GVariant *seen =
        g_variant_new("(@a(idddddd)@a(iiddddbbb)@a(iii)@aidb)", pages_seen(look, pages),
                      boxes_seen(look, pages), rooms_seen(look), messages_seen(look),
                      most_over(own), own->overflows);

    look->made->seen = g_variant_ref_sink(seen);
}

void
preview_leaflet(Pipeline *pipeline, const Leaflet *leaflet, Made *made, const void *user)
{
    g_autoptr(GArray) shown = g_array_new(FALSE, FALSE, sizeof(int));
    g_autoptr(Pages) spread = leaflet->pages->overflows ? layout_spread(leaflet->pages) : NULL;
    const Pages *pages = spread != NULL ? spread : leaflet->pages;
    Look look = {
        .pipeline = pipeline, .leaflet = leaflet, .plan = user, .shown = shown, .made = made
    };

    find_boxes(&look, pages);
    choose_pages(&look, pages);
    if (shown->len > 0) {
        write_pictures(&look, pages);
        write_marked(&look, pages);
    }
    note_seen(&look, pages);
}

/* --- read ---------------------------------------------------------------------------------- */

static void
read_pages(Seen *seen, GVariantIter *iter)
{
    SeenPage page;

    while (g_variant_iter_next(iter, "(idddddd)", &page.page, &page.size.width,
                               &page.size.height, &page.sheet.x, &page.sheet.y,
                               &page.sheet.width, &page.sheet.height))
        g_array_append_val(seen->pages, page);
}

static void
read_boxes(Seen *seen, GVariantIter *iter)
{
    SeenBox box;
    gboolean rtl, shared, over;

    while (g_variant_iter_next(iter, "(iiddddbbb)", &box.message, &box.page, &box.rect.x,
                               &box.rect.y, &box.rect.width, &box.rect.height, &rtl, &shared,
                               &over)) {
        box.rtl = rtl;
        box.shared = shared;
        box.over = over;
        g_array_append_val(seen->boxes, box);
    }
}

Seen *
seen_read(const Made *made)
{
    g_autoptr(GVariantIter) pages = NULL, boxes = NULL, rooms = NULL, messages = NULL;
    SeenRoom room;
    gboolean overflows;
    int message;

    if (made == NULL || made->seen == NULL ||
        !g_variant_is_of_type(made->seen, G_VARIANT_TYPE(SEEN_TYPE)))
        return NULL;
    Seen *seen = g_new0(Seen, 1);
    seen->pages = g_array_new(FALSE, FALSE, sizeof(SeenPage));
    seen->boxes = g_array_new(FALSE, FALSE, sizeof(SeenBox));
    seen->rooms = g_array_new(FALSE, FALSE, sizeof(SeenRoom));
    seen->messages = g_array_new(FALSE, FALSE, sizeof(int));
    g_variant_get(made->seen, SEEN_TYPE, &pages, &boxes, &rooms, &messages, &seen->over,
                  &overflows);
    read_pages(seen, pages);
    read_boxes(seen, boxes);
    while (g_variant_iter_next(rooms, "(iii)", &room.message, &room.characters, &room.budget))
        g_array_append_val(seen->rooms, room);
    while (g_variant_iter_next(messages, "i", &message))
        g_array_append_val(seen->messages, message);
    seen->overflows = overflows;
    return seen;
}

void
seen_free(Seen *seen)
{
    if (seen == NULL)
        return;
    g_array_unref(seen->pages);
    g_array_unref(seen->boxes);
    g_array_unref(seen->rooms);
    g_array_unref(seen->messages);
    g_free(seen);
}
