#include "model/document.h"

#include <glib.h>

/* The blocks that stand in one row with @first: its group, or itself alone. In a cell of a table one
 * language stands under the other. */
static int
row_end(const Document *document, int first)
{
    int group = document->blocks[first].group;
    int end = first + 1;
    bool by_cell = group >= 0 && document->groups[group].kind == GROUP_ROW;

    while (group >= 0 && !by_cell && end < document->block_count &&
           document->blocks[end].group == group)
        end++;
    return end;
}

static void
add_phrase(GArray *order, const Document *document, int block, int phrase)
{
    PhrasePlace place = { block, phrase };

    if (phrase < MAX(document->blocks[block].phrase_count, 1))
        g_array_append_val(order, place);
}

static void
add_by_phrase(GArray *order, const Document *document, int first, int end)
{
    for (int phrase = 0; phrase < MOST_PHRASES; phrase++)
        for (int block = first; block < end; block++)
            add_phrase(order, document, block, phrase);
}

GArray *
document_reading_order(const Document *document)
{
    bool in_rows = document->variant.second != NULL;
    GArray *order = g_array_new(FALSE, FALSE, sizeof(PhrasePlace));

    for (int first = 0; first < document->block_count;) {
        int end = in_rows ? row_end(document, first) : first + 1;

        add_by_phrase(order, document, first, end);
        first = end;
    }
    return order;
}

void
document_free(Document *document)
{
    if (document != NULL)
        arena_free(document->arena);
}
