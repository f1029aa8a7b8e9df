/* The words beside a leaflet's pages on which every string has its box: which leaflet it is, and
 * the keys of the strings by their numbers. */
#include "translate/captions.h"

static int
compare_numbers(gconstpointer a, gconstpointer b)
{
    const Box *first = *(const Box *const *) a, *second = *(const Box *const *) b;

    return first->number - second->number;
}

/* The strings on @page, each once, by their numbers: of Box. */
static GPtrArray *
strings_on(const Marked *marked, int page)
{
    GPtrArray *all = g_ptr_array_new();
    int kept = 0;

    for (int i = 0; i < marked->boxes.count; i++)
        if (marked->boxes.items[i].page == page)
            g_ptr_array_add(all, (gpointer) &marked->boxes.items[i]);
    g_ptr_array_sort(all, compare_numbers);
    for (guint i = 0; i < all->len; i++)
        if (i == 0 || compare_numbers(&all->pdata[i], &all->pdata[kept - 1]) != 0)
            all->pdata[kept++] = all->pdata[i];
    g_ptr_array_set_size(all, kept);
    return all;
}

static void
add_head(Captions *captions, const Marked *marked)
{
    const Pages *pages = marked->pages;
    const Variant *variant = &pages->document->variant;
    g_autofree char *locales = variant_locales(variant);

    captions_begin(captions, "head", variant->pack->where);
    captions_say(captions, ROLE_TITLE,
                 arena_printf(captions->arena, "%s %s · %s · %s", variant->pack->code,
                              variant->pack->version, variant->format->id,
                              variant->audience->id));
    captions_say(captions, ROLE_PARA,
                 arena_printf(captions->arena, "%s · %g pt", locales, pages->body_size));
    captions_say(captions, ROLE_PARA, "To look at, not to hand out");
    if (pages->overflows)
        captions_say_overflow(captions, pages);
}

static void
add_page(Captions *captions, const Marked *marked, int page)
{
    const Variant *variant = &marked->pages->document->variant;
    g_autoptr(GPtrArray) strings = strings_on(marked, page);

    captions_begin(captions, "page", variant->format->where);
    captions_add_picture(captions, marked->pages, page);
    for (guint i = 0; i < strings->len; i++) {
        const Box *box = strings->pdata[i];

        captions_say(captions, ROLE_PARA, arena_printf(captions->arena, "%d", box->number));
        captions_say_beside(captions, box->text->context);
    }
}

static const char *
title_of(Captions *captions, const Marked *marked)
{
    const Variant *variant = &marked->pages->document->variant;

    return arena_printf(captions->arena, "DRAFT – Strings of a leaflet: %s %s, %s, %s, %s",
                        variant->pack->code, variant->pack->version, variant->audience->id,
                        variant->format->id, marked->locale->lang);
}

Document *
compose_marked(const Marked *marked)
{
    g_autoptr(Captions) captions = captions_new(marked->pages->document);

    add_head(captions, marked);
    for (int i = 0; i < marked->shown_count; i++)
        add_page(captions, marked, marked->shown[i]);
    return captions_finish(captions, title_of(captions, marked), &marked_format);
}
