#include "readback/listing.h"
#include "readback/parts.h"

enum { DEEPEST = 32 }; /* a leaflet's are three deep */

static void
list_siblings(PopplerIndexIter *iter, int depth)
{
    do {
        PopplerAction *action = poppler_index_iter_get_action(iter);
        PopplerIndexIter *child = depth < DEEPEST ? poppler_index_iter_get_child(iter) : NULL;

        listing_begin("bookmark");
        listing_number(depth);
        listing_text(action != NULL ? action->any.title : NULL);
        listing_end();
        poppler_action_free(action);
        if (child != NULL)
            list_siblings(child, depth + 1);
        poppler_index_iter_free(child);
    } while (poppler_index_iter_next(iter));
}

void
list_bookmarks(PopplerDocument *document)
{
    PopplerIndexIter *iter = poppler_index_iter_new(document);

    if (iter != NULL)
        list_siblings(iter, 0);
    poppler_index_iter_free(iter);
}
